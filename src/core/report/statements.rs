//! What came of statements, in all groups that are looked at.

use std::rc::Rc;

use super::asked::{Asked, Cell, Meetings, Total, cells, total};
use super::over_time::{At, over_time};
use super::{Facts, Selection};
use crate::core::consensus::Class;
use crate::core::format::{Block, Statements, Step};
use crate::core::ids::{ItemId, StepId};
use crate::core::order::by_key;
use crate::core::view::{ScalePoint, Text};

/// What came of statements.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatementsReport {
    /// One a step with statements.
    pub sections: Vec<StatementSection>,
    /// What was asked and is no longer in the exercise.
    pub removed: Vec<Removed>,
}

/// A step with statements.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementSection {
    /// The step.
    pub step: StepId,
    /// Its title.
    pub title: Text,
    /// The points of its scale, from the lowest.
    pub scale: Vec<ScalePoint>,
    /// One a statement, divided first, then lean, then consensus, lowest agreement first within a class; what is not
    /// shown comes last.
    pub rows: Vec<StatementRow>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementRow {
    /// The item.
    pub item: ItemId,
    /// Its number in the step; with that of the step before it where several have statements: `3`, `2.3`.
    pub number: Rc<str>,
    /// Its place among those of its step, from 0.
    pub place_in_step: usize,
    /// Its place among all statements of the exercise, from 0.
    pub place: usize,
    /// What it says.
    pub text: Text,
    /// All groups together.
    pub total: Total,
    /// One a group in which it was asked and revealed.
    pub cells: Vec<Cell>,
    /// Meeting by meeting, where it was asked in more than one.
    pub line: Vec<At>,
}

/// Something that was asked and is no longer in the exercise: its words are gone, its numbers are not.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// The item.
    pub item: ItemId,
    /// The title of its step, where the exercise still has that.
    pub step: Option<Text>,
    /// All groups together; those of the most common number of points.
    pub total: Total,
    /// How many points or options it had; 0 for a number or a text.
    pub points: usize,
}

/// The class that a statement is filtered by: `Empty` for what is not shown.
pub fn class_of(total: &Total) -> Class {
    total.tally.as_ref().map_or(Class::Empty, |tally| tally.class)
}

/// What came of all statements of the exercise in the meetings that are selected.
pub fn statements(facts: &Facts, selection: &Selection) -> StatementsReport {
    let meetings = Meetings::of(facts);
    let steps: Vec<(&Step, &Statements)> = facts
        .exercise
        .steps
        .iter()
        .filter_map(|step| match &step.block {
            Block::Statements(block) => Some((step, block)),
            _ => None,
        })
        .collect();
    let several = steps.len() > 1;
    let mut place = 0;
    let mut sections = Vec::new();
    for (at, (step, block)) in (1..).zip(steps) {
        let points = block.scale.points.len();
        let mut rows = Vec::new();
        for (place_in_step, statement) in block.items.iter().enumerate() {
            let number = place_in_step + 1;
            let asked = Asked { step: &step.id, item: &statement.id, points: Some(points) };
            let cells = cells(&meetings, facts, selection, asked);
            rows.push(StatementRow {
                item: statement.id.clone(),
                number: if several { format!("{at}.{number}") } else { number.to_string() }.into(),
                place_in_step,
                place,
                text: facts.text(&statement.text),
                total: total(&cells),
                cells,
                line: over_time(&meetings, facts, selection, asked),
            });
            place += 1;
        }
        let scale = block.scale.points.iter();
        sections.push(StatementSection {
            step: step.id.clone(),
            title: facts.text(&step.title),
            scale: scale.map(|point| ScalePoint { value: point.value, label: facts.text(&point.label) }).collect(),
            rows: by_key(rows, |row| rank(&row.total)),
        });
    }
    let of = |block: &Block| matches!(block, Block::Statements(_));
    StatementsReport { sections, removed: removed(&meetings, facts, selection, of, Gone::WithAgreement) }
}

/// Divided first, then lean, then consensus, lowest agreement first; what is not shown comes last.
fn rank(total: &Total) -> u64 {
    let class: u64 = match class_of(total) {
        Class::Divided => 0,
        Class::Lean => 1,
        Class::Consensus => 2,
        Class::Empty => 3,
    };
    let agreement = total.tally.as_ref().and_then(|tally| tally.agreement).unwrap_or(0);
    (class << 8) | u64::from(agreement)
}

/// Which of the results of steps that the exercise no longer has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gone {
    /// Those that tell agreement, as statements do.
    WithAgreement,
    /// The others.
    Without,
}

/// What was asked in the selected meetings and is no longer in the exercise, in steps that it still has (`of` tells of
/// which kind), or in steps that are gone too. What was asked about something of the meeting itself (`<step>:…`) is
/// no item of the exercise, and so not among them.
pub(super) fn removed(
    meetings: &Meetings,
    facts: &Facts,
    selection: &Selection,
    of: impl Fn(&Block) -> bool,
    gone: Gone,
) -> Vec<Removed> {
    let mut found: Vec<(&StepId, &ItemId, bool)> = Vec::new();
    let rounds = meetings.selected(facts, selection).flat_map(|(_, meetings)| meetings).flat_map(|it| &it.rounds);
    for round in rounds {
        let step = facts.exercise.step(&round.step);
        for result in &round.results {
            let known = || step.is_some_and(|step| step.items().contains(&&result.item));
            if result.item.as_str().contains(':') || known() {
                continue;
            }
            let tells = result.tally.as_ref().is_some_and(|tally| tally.agreement.is_some());
            match found.iter_mut().find(|(step, item, _)| **step == round.step && **item == result.item) {
                Some((_, _, told)) => *told |= tells,
                None => found.push((&round.step, &result.item, tells)),
            }
        }
    }
    let belongs = |(id, _, tells): &(&StepId, &ItemId, bool)| match facts.exercise.step(id) {
        Some(step) => of(&step.block),
        None => *tells == (gone == Gone::WithAgreement),
    };
    let one = |(step, item, _): (&StepId, &ItemId, bool)| {
        let asked = Asked { step, item, points: None };
        let all = cells(meetings, facts, selection, asked);
        let lengths: Vec<usize> = all.iter().filter_map(Cell::shown).map(|tally| tally.counts.len()).collect();
        let times = |length: usize| lengths.iter().filter(|it| **it == length).count();
        let points = lengths.iter().copied().max_by_key(|length| times(*length)).unwrap_or(0);
        Removed {
            item: item.clone(),
            step: facts.exercise.step(step).map(|step| facts.text(&step.title)),
            total: total(&cells(meetings, facts, selection, Asked { points: Some(points), ..asked })),
            points,
        }
    };
    found.into_iter().filter(belongs).map(one).collect()
}
