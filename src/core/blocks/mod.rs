//! One file a kind of work: what its contributions may say, and what its answers come to. A new kind of
//! contribution is told here which block holds it, what its identity looks like, and what checks it.

pub mod actions;
pub mod confirm;
pub mod hands;
pub mod notes;
pub mod plan;
pub mod principles;
pub mod questions;
pub mod rounds;
pub mod statements;

use std::rc::Rc;

use super::format::Block;
use super::ids::{ContributionId, ItemId, StepId, is_uuid};
use super::refusal::Refusal;
use super::room::{Body, Kind, Person};

/// Whether a block holds contributions of a kind.
pub fn holds(block: &Block, kind: Kind) -> bool {
    matches!(
        (block, kind),
        (Block::Notes(_), Kind::Note)
            | (Block::Actions(_), Kind::Action)
            | (Block::Principles(_), Kind::Scope | Kind::Principle)
            | (Block::Confirm(_), Kind::Summary)
            | (Block::Plan(_), Kind::Goal)
            | (Block::Statements(_) | Block::Questions(_), Kind::Hands)
    )
}

/// Whether only the one who leads makes contributions of a kind.
pub fn leads(kind: Kind) -> bool {
    matches!(kind, Kind::Summary | Kind::Hands)
}

/// Whether `id` is one that a contribution of this kind has.
pub fn is_id_of(id: &ContributionId, block: &Block, kind: Kind) -> bool {
    match (block, kind) {
        (Block::Principles(block), Kind::Scope) => principles::is_scope_of(block, id),
        _ => is_uuid(id.as_str()),
    }
}

/// What a contribution is checked against.
pub struct Surroundings<'a> {
    /// The work of its own step.
    pub block: &'a Block,
    /// The work of the step where the user is.
    pub at: &'a Block,
    /// What is stored of it, where it is changed.
    pub stored: Option<&'a Body>,
    /// Who joined.
    pub people: &'a [Person],
    /// Whether an action can have this source.
    pub is_source: &'a dyn Fn(&str) -> bool,
    /// Whether a principle can rest on this action.
    pub is_finding: &'a dyn Fn(&ContributionId) -> bool,
}

impl Surroundings<'_> {
    fn knows(&self, person: &super::ids::PersonId) -> bool {
        self.people.iter().any(|it| it.id == *person)
    }
}

/// A contribution as it is kept.
///
/// # Errors
/// Why the block does not take it.
pub fn checked(around: &Surroundings, body: &Body) -> Result<Body, Refusal> {
    match (around.block, body) {
        (Block::Notes(block), Body::Note { column, text, group }) => notes::note(around, block, column, text, group),
        (Block::Actions(block), Body::Action(action)) => actions::action(around, block, action),
        (Block::Principles(_), Body::Scope { text }) => principles::scope(text),
        (Block::Principles(_), Body::Principle { text, action }) => {
            principles::principle(around, text, action.as_ref())
        }
        (Block::Confirm(block), Body::Summary { section, text }) => confirm::summary(block, section, text),
        (Block::Plan(block), Body::Goal(goal)) => plan::goal(around, block, goal),
        (block @ (Block::Statements(_) | Block::Questions(_)), Body::Hands(it)) => hands::hands(block, it),
        _ => Err(Refusal::WrongBlock),
    }
}

/// A text that only some steps have: kept as it is stored, or empty, where the step does not have it.
fn offered(offered: bool, text: Rc<str>, stored: Option<&str>) -> Result<Rc<str>, Refusal> {
    if offered || text.is_empty() || stored == Some(&*text) { Ok(text) } else { Err(Refusal::UnknownField) }
}

/// The id of what a step asks about something that comes from the meeting.
pub fn item_of(step: &StepId, asked: &str) -> ItemId {
    format!("{step}:{asked}").into()
}
