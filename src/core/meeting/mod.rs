//! A meeting as its host keeps it, and what every command does to it.
//!
//! [`State::apply`] is the server of the standalone page; in Moodle PHP does the same, and the files in
//! `tests/fixtures/meetings` hold both to it.

mod answers;
mod contributions;
mod lead;
mod show;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::command::Command;
use super::format::{Exercise, Part, Step};
use super::ids::{ContributionId, ItemId, PersonId, StepId};
use super::refusal::Refusal;
use super::room::{
    Body, Choice, Facilitation, Group, ItemResult, Notice, Person, Phase, Place, Rights, Settings, Timer,
};
use super::text::{Lines, required};

pub use show::Own;

/// The most characters of a name.
pub const NAME_LIMIT: usize = 100;

/// Everything about a meeting, also what nobody may see.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The exercise it runs.
    pub exercise: Rc<Exercise>,
    /// The part of the exercise, by its identity.
    pub part: Rc<str>,
    /// The rules.
    pub settings: Settings,
    /// The meeting.
    pub meeting: Rc<str>,
    /// Which of its series, from 1.
    pub number: u32,
    /// The group, where there are groups.
    pub group: Option<Group>,
    /// Raised by every change of what the group shares.
    pub revision: u64,
    /// Closed for good.
    pub closed: bool,
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
    /// How many had answered every item.
    pub answered: u32,
    /// How many were present.
    pub present: u32,
    /// One result an item.
    pub results: Vec<ItemResult>,
}

/// An answer as its host keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredAnswer {
    /// What was chosen.
    pub choice: Choice,
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
    /// The meeting's revision at its last change.
    pub revision: u64,
    /// Who made it; forgotten when the meeting closes.
    pub author: Option<PersonId>,
    /// What it says.
    pub body: Body,
    /// Deleted: kept so that a late change of it can be told from one of something unknown.
    pub deleted: bool,
}

/// Somebody who does something, as the host knows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// The name, where the host knows it.
    pub name: Option<Rc<str>>,
    /// What they may do.
    pub rights: Rights,
    /// Why they may not now.
    pub notice: Option<Notice>,
}

impl State {
    /// A new meeting of an exercise's part, that nobody has joined.
    ///
    /// # Errors
    /// [`Refusal::UnknownMeeting`] where the exercise has no such part.
    pub fn new(exercise: Rc<Exercise>, part: &str, settings: Settings, meeting: Rc<str>) -> Result<Self, Refusal> {
        let part = exercise.part(part).ok_or(Refusal::UnknownMeeting)?.id.clone();
        let settings = exercise.tightened(settings);
        Ok(Self {
            exercise,
            part,
            settings,
            meeting,
            number: 1,
            group: None,
            revision: 1,
            closed: false,
            place: Place::Start,
            visited: Vec::new(),
            chair: None,
            timer: None,
            people: Vec::new(),
            rounds: Vec::new(),
            answers: BTreeMap::new(),
            contributions: Vec::new(),
            done: Vec::new(),
        })
    }

    /// The meeting after a command; `self` stays as it was.
    ///
    /// # Errors
    /// Why the command is refused, checked in the order that `docs/protocol.md` gives.
    pub fn apply(&self, actor: &Actor, command: &Command, now: i64) -> Result<Self, Refusal> {
        if let Some(notice) = actor.notice {
            return Err(notice.refusal());
        }
        if self.closed {
            return Err(Refusal::MeetingClosed);
        }
        let mut next = self.clone();
        let changed = match command {
            Command::Join { name } => next.join(actor, name)?,
            Command::Leave => next.leave(actor)?,
            Command::Mark { person, present } => next.mark(actor, person, *present)?,
            Command::SetChair { from, to } => next.set_chair(actor, from.as_ref(), to.as_ref())?,
            Command::GoTo { from, to } => next.go_to(actor, from, to, now)?,
            Command::SetTimer { from, to } => next.set_timer(actor, *from, *to, now)?,
            Command::SetRound { step, round, from, to, items } => {
                next.set_round(actor, step, *round, (*from, *to), items)?
            }
            Command::Answer { item, round, choice, reason, seq } => {
                next.answer(actor, item, *round, *choice, reason, *seq)?
            }
            Command::TookPart { step } => next.took_part(actor, step)?,
            Command::Save { id, step, base, body } => next.save(actor, id, step, *base, body)?,
            Command::Delete { id, base } => next.delete(actor, id, *base)?,
            Command::Move { id, after } => next.reorder(actor, id, after.as_ref())?,
            Command::Close { from } => next.close(actor, from)?,
        };
        if changed == Changed::Shared {
            next.revision += 1;
        }
        Ok(next)
    }

    /// Whether somebody leads: by right, or from the chair.
    pub fn facilitates(&self, actor: &Actor) -> bool {
        actor.rights.facilitate
            || (self.settings.facilitation == Facilitation::Members && self.chair.as_ref() == Some(&actor.person))
    }

    fn join(&mut self, actor: &Actor, name: &str) -> Result<Changed, Refusal> {
        if !actor.rights.participate {
            return Err(Refusal::NotAllowed);
        }
        let name = match &actor.name {
            Some(known) => known.clone(),
            None => required(name, NAME_LIMIT, Lines::One)?,
        };
        match self.people.iter_mut().find(|person| person.id == actor.person) {
            Some(person) if person.present && person.name == name => return Ok(Changed::Nothing),
            Some(person) => {
                person.present = true;
                person.name = name;
            }
            None => self.people.push(Person { id: actor.person.clone(), name, present: true }),
        }
        Ok(Changed::Shared)
    }

    fn leave(&mut self, actor: &Actor) -> Result<Changed, Refusal> {
        self.must_contribute(actor)?;
        Ok(self.set_presence(&actor.person, false))
    }

    /// Who is no longer there gives the chair free, so that somebody else can lead.
    fn set_presence(&mut self, id: &PersonId, present: bool) -> Changed {
        match self.people.iter_mut().find(|person| person.id == *id) {
            Some(person) if person.present != present => {
                person.present = present;
                if !present && self.chair.as_ref() == Some(id) {
                    self.chair = None;
                }
                Changed::Shared
            }
            _ => Changed::Nothing,
        }
    }

    /// Marks everybody absent, and the chair free.
    pub fn everybody_left(&mut self) {
        for person in &mut self.people {
            person.present = false;
        }
        self.chair = None;
    }

    fn is_present(&self, id: &PersonId) -> bool {
        self.people.iter().any(|person| person.id == *id && person.present)
    }

    fn must_take_part(&self, actor: &Actor) -> Result<(), Refusal> {
        if !actor.rights.participate {
            Err(Refusal::NotAllowed)
        } else if !self.is_present(&actor.person) {
            Err(Refusal::NotPresent)
        } else {
            Ok(())
        }
    }

    fn must_contribute(&self, actor: &Actor) -> Result<(), Refusal> {
        if self.facilitates(actor) { Ok(()) } else { self.must_take_part(actor) }
    }

    fn must_lead(&self, actor: &Actor) -> Result<(), Refusal> {
        if self.facilitates(actor) { Ok(()) } else { Err(Refusal::NotAllowed) }
    }

    /// The part of the exercise that this meeting runs.
    fn running_part(&self) -> Option<&Part> {
        self.exercise.part(&self.part)
    }

    /// A step of this meeting.
    fn step(&self, id: &StepId) -> Result<&Step, Refusal> {
        let part = self.running_part().ok_or(Refusal::UnknownStep)?;
        if !part.steps.contains(id) {
            return Err(Refusal::UnknownStep);
        }
        self.exercise.step(id).ok_or(Refusal::UnknownStep)
    }

    fn must_have_visited(&self, step: &StepId) -> Result<(), Refusal> {
        if self.visited.contains(step) { Ok(()) } else { Err(Refusal::StepNotReached) }
    }

    fn mark_done(&mut self, person: &PersonId, step: &StepId) {
        let entry = (person.clone(), step.clone());
        if !self.done.contains(&entry) {
            self.done.push(entry);
        }
    }
}

/// Whether a command changed what the group shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Changed {
    Nothing,
    /// Only what one person sees or what is counted.
    Own,
    Shared,
}

impl Notice {
    /// The refusal that a command meets.
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Guest => Refusal::Guest,
            Self::LoginAs => Refusal::LoginAs,
            Self::NoGroup => Refusal::NoGroup,
            Self::ChooseGroup => Refusal::ChooseGroup,
            Self::OtherGroup => Refusal::OtherGroup,
            Self::NoRight => Refusal::NoRight,
            Self::NotOpen => Refusal::NotOpen,
            Self::PastClose => Refusal::PastClose,
        }
    }
}
