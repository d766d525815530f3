//! What can be downloaded, and from where.

use super::Facts;
use crate::core::format::Block;
use crate::core::room::Visibility;

/// A table that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// Tallies by meeting, step, round, item and point or option.
    Results,
    /// Who answered what, in named activities alone.
    Answers,
    /// Follow-up actions.
    Actions,
    /// Scopes and principles.
    Principles,
    /// Notes.
    Notes,
    /// Goals of plans.
    Goals,
    /// Who took part in which step.
    Participation,
}

impl Dataset {
    /// All there are, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Results, Self::Answers, Self::Actions, Self::Principles, Self::Notes, Self::Goals, Self::Participation];

    /// What it is called in addresses and identifiers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Answers => "answers",
            Self::Actions => "actions",
            Self::Principles => "principles",
            Self::Notes => "notes",
            Self::Goals => "goals",
            Self::Participation => "participation",
        }
    }
}

/// What an activity has tables of.
pub fn datasets(facts: &Facts) -> Vec<Dataset> {
    let has = |kind: fn(&Block) -> bool| facts.exercise.steps.iter().any(|step| kind(&step.block));
    let is_named = facts.report.meetings.iter().any(|meeting| meeting.settings.visibility == Visibility::Named);
    let offered = |dataset: &Dataset| match dataset {
        Dataset::Results | Dataset::Participation => true,
        Dataset::Answers => is_named,
        Dataset::Actions => has(|block| matches!(block, Block::Actions(_))),
        Dataset::Principles => has(|block| matches!(block, Block::Principles(_))),
        Dataset::Notes => has(|block| matches!(block, Block::Notes(_))),
        Dataset::Goals => has(|block| matches!(block, Block::Plan(_))),
    };
    Dataset::ALL.into_iter().filter(offered).collect()
}

/// The kind of file that is chosen: the one of last time where there is one of that identity, else the first.
pub fn chosen_format<'a, T: AsRef<str>>(formats: &'a [(T, T)], last: &str) -> Option<&'a str> {
    let known = formats.iter().find(|(id, _)| id.as_ref() == last);
    known.or_else(|| formats.first()).map(|(id, _)| id.as_ref())
}

/// Where a table is downloaded from: `export` with what is asked for behind it. All groups where `group` is `None`, all
/// meetings where `number` is.
pub fn address(export: &str, dataset: Dataset, format: &str, group: Option<&str>, number: Option<u32>) -> String {
    let mut address = String::from(export);
    let mut separator = if export.contains('?') { '&' } else { '?' };
    let number = number.map(|number| number.to_string());
    let asked =
        [("what", Some(dataset.code())), ("dataformat", Some(format)), ("group", group), ("number", number.as_deref())];
    for (name, value) in asked {
        if let Some(value) = value {
            address.push(separator);
            address.push_str(name);
            address.push('=');
            address.push_str(value);
            separator = '&';
        }
    }
    address
}
