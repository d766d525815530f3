//! Who takes part, what they may do, and what only they see.

use std::rc::Rc;

use super::{Answer, Consent, Contribution};
use crate::core::ids::{PersonId, StepId};

/// Somebody who joined the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The name to show.
    pub name: Rc<str>,
    /// Whether they count in "k of N answered".
    pub present: bool,
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Rights {
    /// Join, answer and contribute.
    pub participate: bool,
    /// Lead without taking the chair.
    pub facilitate: bool,
    /// Read reports.
    pub report: bool,
}

/// Why somebody can do nothing here, or only look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A guest never takes part.
    Guest,
    /// An administrator who is logged in as somebody else.
    LoginAs,
    /// Not in any group of a course with separate groups.
    NoGroup,
    /// In several groups: one is to be chosen first.
    ChooseGroup,
    /// A group that is not theirs, to look at.
    OtherGroup,
    /// A user of the site who is not enrolled in the course.
    NotEnrolled,
    /// Without the right to take part.
    NoRight,
    /// The activity opens later.
    NotOpen,
    /// The activity's closing date is past.
    PastClose,
    /// The big screen in front of the room, which nobody answers at.
    Presenting,
}

/// What only this participant gets to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Rc<str>,
    /// What they may do.
    pub rights: Rights,
    /// Why they cannot do it now.
    pub notice: Option<Notice>,
    /// Their own answers.
    pub answers: Vec<Answer>,
    /// Their own contributions that the group does not see (yet).
    pub contributions: Vec<Contribution>,
    /// The steps whose round they are not asked again: they may have answered it before the meeting was restored from a
    /// backup, and those answers are nobody's any more.
    pub locked: Vec<StepId>,
    /// The steps they took part in, in the order of the exercise.
    pub done: Vec<StepId>,
    /// Their answer to the question whether other groups may see something.
    pub consent: Option<Consent>,
}

impl Me {
    /// Nobody in particular, who may do nothing: who reads what came of a meeting.
    pub fn nobody() -> Self {
        Self {
            person: PersonId::from(""),
            name: "".into(),
            rights: Rights::default(),
            notice: None,
            answers: Vec::new(),
            contributions: Vec::new(),
            locked: Vec::new(),
            done: Vec::new(),
            consent: None,
        }
    }
}
