//! What the group of one meeting left with, for whoever reads reports: the closing page as everybody in the room sees
//! it, with nothing to do on it.

use std::rc::Rc;

use crate::core::format::{Exercise, Language};
use crate::core::room::{Earlier, Me, Person, Room};
use crate::core::session::{Session, Update};
use crate::core::view::{ClosingView, outcome_of};

/// A meeting as it is told to readers of reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What everybody in it may see.
    pub room: Room,
    /// The meetings before it, as far as it goes on with them.
    pub earlier: Vec<Earlier>,
}

/// What the group of a meeting left with.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What stands on the closing page.
    pub view: Rc<ClosingView>,
    /// Who took part.
    pub people: Vec<Person>,
    /// Whether the exercise still has the part that the meeting went through; without it there is nothing to show.
    pub known: bool,
}

impl Outcome {
    /// Whether the group left with nothing at all.
    pub fn is_empty(&self) -> bool {
        let view = &self.view;
        view.answers.is_empty()
            && view.notes.is_empty()
            && view.summaries.is_empty()
            && view.actions.as_ref().is_none_or(Vec::is_empty)
            && view.principles.iter().all(|part| part.scope.is_empty() && part.principles.is_empty())
            && view.plan.is_empty()
    }
}

/// The outcome of a meeting, in the exercise's words of a language.
pub fn outcome(exercise: &Rc<Exercise>, language: Language, told: Told) -> Option<Outcome> {
    let people = told.room.people.clone();
    let known = exercise.run(&told.room.part).is_some();
    let first = Update {
        now: 0,
        revision: told.room.revision,
        room: Some(told.room),
        me: None,
        counts: Vec::new(),
        earlier: told.earlier,
    };
    let session = Session::new(exercise.clone(), language, first, Me::nobody(), 0);
    Some(Outcome { view: Rc::new(outcome_of(&session)?), people, known })
}
