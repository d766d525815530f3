//! The kinds of work. A new one is a file here with its settings and how they are read, a variant of
//! [`Block`], and a line in [`KINDS`].

mod actions;
mod confirm;
mod info;
mod notes;
mod outline;
mod plan;
mod principles;
mod questions;
mod statements;
mod views;

use super::Fault;
use super::known::Known;
use super::reader::Node;

pub use actions::Actions;
pub use confirm::Confirm;
pub use info::{Info, InfoItem};
pub use notes::{Column, NoteVisibility, Notes};
pub use plan::{GoalFields, Period, Plan, PlanReview};
pub use principles::{Principles, SupportVote};
pub use questions::{ChoiceOption, Choices, Dimension, Position, Question, QuestionKind, Questions};
pub use statements::{ResultOrder, Reveal, Statement, Statements};
pub use views::{Relation, ResultView};

/// A kind of work.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Something to read.
    Info(Info),
    /// Voting on statements.
    Statements(Statements),
    /// Questions that everyone answers for themself.
    Questions(Questions),
    /// Notes in columns.
    Notes(Notes),
    /// Follow-up actions.
    Actions(Actions),
    /// Scope and principles.
    Principles(Principles),
    /// A summary that the group confirms.
    Confirm(Confirm),
    /// Goals for named periods.
    Plan(Plan),
}

/// How a kind of work stands in a file.
struct Kind {
    /// Its name.
    name: &'static str,
    /// Whether its step has `items`.
    has_items: bool,
    /// Reads it from its step and the settings there.
    read: Read,
}

type Read = fn(step: &Node, settings: &Node, known: &mut Known) -> Option<Block>;

/// How a kind of work is read whose pages only the whole app has. Nobody asks the first stage what it is about, so there
/// it stands as a plan without periods: work that gives points, with a page of the whole app.
const fn further(read: Read) -> Read {
    if cfg!(feature = "whole") { read } else { |_, _, _| Some(Block::Plan(Plan::default())) }
}

const KINDS: &[Kind] = &[
    Kind { name: "info", has_items: true, read: info::read },
    Kind { name: "statements", has_items: true, read: statements::read },
    Kind { name: "questions", has_items: true, read: questions::read },
    Kind { name: "notes", has_items: false, read: further(notes::read) },
    Kind { name: "actions", has_items: false, read: further(actions::read) },
    Kind { name: "principles", has_items: false, read: further(principles::read) },
    Kind { name: "confirm", has_items: false, read: confirm::read },
    Kind { name: "plan", has_items: false, read: further(plan::read) },
];

/// The name of a step's kind of work, where there is such a kind, and the work.
pub(super) fn block(step: &Node, known: &mut Known) -> (Option<&'static str>, Option<Block>) {
    let name = step.member("block");
    let Some(text) = name.string() else {
        return (None, None);
    };
    let Some(kind) = KINDS.iter().find(|kind| kind.name == text) else {
        name.fault(Fault::UnknownBlock);
        return (None, None);
    };
    if !kind.has_items
        && let Some(items) = step.member("items").optional()
    {
        items.fault(Fault::UnknownMember);
    }
    (Some(kind.name), (kind.read)(step, &step.member("settings"), known))
}

/// k may not be less than a member says, where it is there; 3 where not.
fn min_answers(node: &Node) -> u32 {
    let k = node.clone().optional().and_then(|it| it.number(3, 99));
    k.and_then(|it| u32::try_from(it).ok()).unwrap_or(3)
}
