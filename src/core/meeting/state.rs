//! What a host keeps of a meeting.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Asked;
use crate::core::format::{Exercise, Run, Step};
use crate::core::ids::{ContributionId, ItemId, PersonId, StepId};
use crate::core::refusal::Refusal;
use crate::core::room::{Body, Given, Group, ItemResult, Person, Phase, Place, Relation, Settings, Timer};

/// Everything about a meeting, also what nobody may see.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The exercise it runs.
    pub exercise: Rc<Exercise>,
    /// What it goes through, by the identity of the first part.
    pub part: Rc<str>,
    /// The rules.
    pub settings: Settings,
    /// The meeting.
    pub meeting: Rc<str>,
    /// Which of its series, from 1.
    pub number: u32,
    /// The group's meeting before this one, which is closed.
    pub before: Option<Rc<State>>,
    /// The revision with which it began, or went through another run.
    pub began: u64,
    /// The group, where there are groups.
    pub group: Option<Group>,
    /// How many can take part, where the host knows them.
    pub expected: Option<u32>,
    /// Raised by every change of what the group shares.
    pub revision: u64,
    /// Closed for good.
    pub closed: bool,
    /// When it was closed, in milliseconds by the host's clock; 0 before.
    pub closed_at: i64,
    /// Where the group is.
    pub place: Place,
    /// Steps the group has been at, in the order of the exercise.
    pub visited: Vec<StepId>,
    /// The member who leads.
    pub chair: Option<PersonId>,
    /// The timer of the step the group is at.
    pub timer: Option<Timer>,
    /// Who joined, in the order of joining.
    pub people: Vec<Person>,
    /// Rounds opened so far.
    pub rounds: Vec<RoundState>,
    /// Answers, by person, item and round.
    pub answers: BTreeMap<(PersonId, ItemId, u8), StoredAnswer>,
    /// Contributions, deleted ones too; those of one step and kind in the group's order.
    pub contributions: Vec<Shared>,
    /// Who has taken part in which step.
    pub done: Vec<(PersonId, StepId)>,
    /// What the group was asked to show other groups. Where it is a stored one there are no others.
    pub sharing: Option<Asked>,
    /// Who would rather not show anything, since a question that stands no more.
    pub objections: Vec<PersonId>,
}

/// A round as its host keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundState {
    /// The step.
    pub step: StepId,
    /// From 1.
    pub number: u8,
    /// How far it is.
    pub phase: Phase,
    /// What is asked.
    pub items: Vec<ItemId>,
    /// What the reveal found.
    pub snapshot: Option<Snapshot>,
}

/// What a reveal found; nothing changes it later.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// How many had answered, as the step counts them.
    pub answered: u32,
    /// How many were present.
    pub present: u32,
    /// One result an item.
    pub results: Vec<ItemResult>,
    /// One a relation view.
    pub relations: Vec<Relation>,
}

/// An answer as its host keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredAnswer {
    /// What was answered.
    pub given: Given,
    /// Why, may be empty.
    pub reason: Rc<str>,
    /// Counts up with every correction.
    pub seq: u32,
}

/// A contribution as its host keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Its identity.
    pub id: ContributionId,
    /// The step it was made in.
    pub step: StepId,
    /// The meeting's revision at its last change; of its own, from 1, while only its author sees it.
    pub revision: u64,
    /// Who made it; forgotten when the meeting closes, unless only they see it.
    pub author: Option<PersonId>,
    /// The number of the meeting it was made in, where that is an earlier one.
    pub from: Option<u32>,
    /// Whether only its author sees it.
    pub own: bool,
    /// What it says.
    pub body: Body,
    /// Deleted: kept so that a late change of it can be told from one of something unknown.
    pub deleted: bool,
}

impl State {
    /// What this meeting goes through.
    pub(super) fn run(&self) -> Option<Run<'_>> {
        self.exercise.run(&self.part)
    }

    /// The steps of this meeting, in order.
    pub(super) fn steps(&self) -> impl Iterator<Item = &Step> {
        self.run().into_iter().flat_map(|run| self.exercise.steps_of(run))
    }

    /// A step of this meeting.
    pub(super) fn step(&self, id: &StepId) -> Result<&Step, Refusal> {
        self.steps().find(|step| step.id == *id).ok_or(Refusal::UnknownStep)
    }

    /// The identities of the exercise's steps, in its order.
    pub(super) fn order(&self) -> Vec<&StepId> {
        self.exercise.steps.iter().map(|step| &step.id).collect()
    }

    pub(super) fn must_have_visited(&self, step: &StepId) -> Result<(), Refusal> {
        if self.visited.contains(step) { Ok(()) } else { Err(Refusal::StepNotReached) }
    }

    pub(super) fn is_done(&self, person: &PersonId, step: &StepId) -> bool {
        self.done.iter().any(|(who, what)| who == person && what == step)
    }

    pub(super) fn mark_done(&mut self, person: &PersonId, step: &StepId) {
        if !self.is_done(person, step) {
            self.done.push((person.clone(), step.clone()));
        }
    }
}
