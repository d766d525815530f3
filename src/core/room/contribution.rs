//! What the group shares. A new kind of contribution is a [`Kind`], a [`Body`] and, where it has several
//! fields, a type of its own.

use std::rc::Rc;

use super::Date;
use crate::core::ids::{ContributionId, ItemId, PersonId, StepId};

/// Something the group shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Its identity.
    pub id: ContributionId,
    /// The step it was made in.
    pub step: StepId,
    /// The meeting's revision at its last change; what an edit starts from.
    pub revision: u64,
    /// Its place among its kind in the step, from 0.
    pub position: u32,
    /// Who made it; `None` in hidden activities.
    pub author: Option<PersonId>,
    /// The number of the meeting it was made in, where that is an earlier one.
    pub from: Option<u32>,
    /// What it says.
    pub body: Body,
}

/// What a contribution says, by its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A note in a column.
    Note {
        /// One of the step's columns.
        column: Rc<str>,
        /// 1 to 500 characters.
        text: Rc<str>,
        /// The group of notes it was put into, may be empty; at most 60 characters.
        group: Rc<str>,
    },
    /// A follow-up action.
    Action(Action),
    /// What the principles are about; one a list.
    Scope {
        /// 0 to 1,000 characters.
        text: Rc<str>,
    },
    /// A principle.
    Principle {
        /// 1 to 300 characters, one line.
        text: Rc<str>,
        /// An action whose finding it rests on.
        action: Option<ContributionId>,
    },
    /// What a step came to, for the group to confirm.
    Summary {
        /// The step that is summed up.
        section: StepId,
        /// 0 to 2,000 characters.
        text: Rc<str>,
    },
    /// A goal for a period.
    Goal(Goal),
    /// Hands that were counted: a round of their own, in no other result.
    Hands(Hands),
}

/// The kinds of contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A note in a column.
    Note,
    /// A follow-up action.
    Action,
    /// What the principles are about.
    Scope,
    /// A principle.
    Principle,
    /// What a step came to.
    Summary,
    /// A goal for a period.
    Goal,
    /// Hands that were counted.
    Hands,
}

impl Body {
    /// The kind of contribution this is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Note { .. } => Kind::Note,
            Self::Action(_) => Kind::Action,
            Self::Scope { .. } => Kind::Scope,
            Self::Principle { .. } => Kind::Principle,
            Self::Summary { .. } => Kind::Summary,
            Self::Goal(_) => Kind::Goal,
            Self::Hands(_) => Kind::Hands,
        }
    }
}

/// A follow-up action.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Action {
    /// What will be done.
    pub what: Rc<str>,
    /// The group member who takes it on.
    pub who_person: Option<PersonId>,
    /// Who takes it on, in words.
    pub who_text: Rc<str>,
    /// When it will be done.
    pub when: Option<Date>,
    /// How it is going.
    pub status: ActionStatus,
    /// The statement or the note it came from.
    pub source: Option<Rc<str>>,
    /// What was found out by doing it.
    pub finding: Rc<str>,
    /// What is expected of it.
    pub expectation: Rc<str>,
    /// What came of that.
    pub outcome: Rc<str>,
}

/// How an action is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum ActionStatus {
    /// Not begun.
    #[default]
    Open,
    /// In progress.
    Busy,
    /// Done.
    Done,
    /// Stopped.
    Dropped,
}

impl ActionStatus {
    /// Whether nothing is left to do: done, or stopped.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// A goal for a period.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Goal {
    /// One of the step's periods.
    pub period: Rc<str>,
    /// What is to be reached.
    pub goal: Rc<str>,
    /// The group member who sees to it.
    pub owner_person: Option<PersonId>,
    /// Who sees to it, in words.
    pub owner_text: Rc<str>,
    /// How one can tell that it was reached.
    pub measure: Rc<str>,
    /// How it is going.
    pub status: GoalStatus,
}

/// How a goal is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum GoalStatus {
    /// Not begun.
    #[default]
    Planned,
    /// In progress.
    Busy,
    /// Reached.
    Reached,
    /// Stopped.
    Dropped,
}

/// Hands that were counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hands {
    /// A statement, or a question with points or options.
    pub item: ItemId,
    /// Hands for each point or option.
    pub counts: Vec<u32>,
    /// Hands for the opt-out.
    pub opt_outs: u32,
}
