//! The pages of a report, and which of them there is something for.

use super::Facts;
use crate::core::format::Block;
use crate::core::room::Body;

/// A page of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What came of statements.
    Statements,
    /// What came of questions.
    Questions,
    /// Follow-up actions.
    Actions,
    /// What one meeting came to.
    Outcome,
    /// Who took part.
    Participation,
    /// What can be downloaded.
    Files,
}

impl Page {
    /// All, in their order.
    pub const ALL: [Self; 6] =
        [Self::Statements, Self::Questions, Self::Actions, Self::Outcome, Self::Participation, Self::Files];

    /// Its name in addresses and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Questions => "questions",
            Self::Actions => "actions",
            Self::Outcome => "outcome",
            Self::Participation => "participation",
            Self::Files => "files",
        }
    }

    /// The page of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// The pages that this exercise, or what its groups did, has something for.
pub fn pages(facts: &Facts) -> Vec<Page> {
    let has = |is: fn(&Block) -> bool| facts.exercise.steps.iter().any(|step| is(&step.block));
    let actions = facts.report.meetings.iter().flat_map(|meeting| &meeting.contributions);
    let actions = actions.map(|it| &it.body).any(|body| matches!(body, Body::Action(_)));
    let there = |page: &Page| match page {
        Page::Statements => has(|block| matches!(block, Block::Statements(_))),
        Page::Questions => has(|block| matches!(block, Block::Questions(_))),
        Page::Actions => actions || has(|block| matches!(block, Block::Actions(_))),
        Page::Outcome => !facts.report.meetings.is_empty(),
        Page::Participation | Page::Files => true,
    };
    Page::ALL.into_iter().filter(there).collect()
}
