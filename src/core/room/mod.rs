//! What a host shows of a meeting: the room that everybody may see, and what one participant sees besides.
//!
//! These are facts as the host decided them; the client adds nothing to them and only draws from them.

mod contribution;
mod date;
mod participant;
mod round;
mod sharing;
mod timer;

use std::rc::Rc;

use super::ids::{PersonId, StepId};

pub use contribution::{Action, ActionStatus, Body, Contribution, Goal, GoalStatus, Hands, Kind};
pub use date::Date;
pub use participant::{Me, Notice, Person, Rights};
pub use round::{Answer, Choice, Given, ItemResult, Phase, Relation, RevealedTally, Round, Shift, Side, Voice};
pub use sharing::{Consent, LESSON_LIMIT, SharingQuestion};
pub use timer::Timer;

/// Where the group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The page that tells what the exercise is for.
    Start,
    /// A step of the exercise.
    Step(StepId),
    /// The page with what the group leaves with.
    Closing,
}

/// Who may see who gave which answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Nobody.
    Hidden,
    /// The group, after the reveal.
    Named,
}

/// Who may lead a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facilitation {
    /// Only who has the right to facilitate.
    Trainer,
    /// Also the member who takes the chair.
    Members,
}

/// The activity's rules that a meeting runs under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who may see who gave which answer.
    pub visibility: Visibility,
    /// k: fewer counted answers than this are never shown. At least 3.
    pub min_answers: u32,
    /// Who may lead.
    pub facilitation: Facilitation,
    /// Whether the group goes through the steps together.
    pub pace: Pace,
}

/// Whether a group goes through the steps together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// Together.
    #[default]
    Together,
    /// Everyone when it suits them.
    Own,
}

/// An earlier meeting of the group, as far as it goes on in this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its number.
    pub number: u32,
    /// The part of the exercise it went through.
    pub part: Rc<str>,
    /// When it was closed, in milliseconds by the host's clock.
    pub closed: i64,
    /// Its revealed rounds, with the results of items that this meeting asks again.
    pub rounds: Vec<Round>,
    /// What was carried over from it and is here now, as it stood then.
    pub contributions: Vec<Contribution>,
}

/// A group of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its identity.
    pub id: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
}

/// Everything all participants of a meeting may see now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// The meeting.
    pub meeting: Rc<str>,
    /// Which meeting of its series, from 1.
    pub number: u32,
    /// Raised by every change of what the group shares.
    pub revision: u64,
    /// The group, where the course has groups.
    pub group: Option<Group>,
    /// The part of the exercise this meeting runs.
    pub part: Rc<str>,
    /// The rules.
    pub settings: Settings,
    /// Whether the meeting was closed for good.
    pub closed: bool,
    /// Where the group is.
    pub place: Place,
    /// Steps the group has been at.
    pub visited: Vec<StepId>,
    /// The member who leads.
    pub chair: Option<PersonId>,
    /// The timer of the step the group is at.
    pub timer: Option<Timer>,
    /// Who joined, in the order of joining.
    pub people: Vec<Person>,
    /// All rounds opened so far.
    pub rounds: Vec<Round>,
    /// Everything shared, by step, kind and position.
    pub contributions: Vec<Contribution>,
    /// What other groups may come to see; `None` while nobody asked.
    pub sharing: Option<SharingQuestion>,
}

impl Room {
    /// Somebody who joined.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// The rounds of a step, first to last.
    pub fn rounds_of<'a>(&'a self, step: &'a StepId) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.iter().filter(move |round| round.step == *step)
    }

    /// How many are present: the N of "k of N".
    pub fn present(&self) -> u32 {
        u32::try_from(self.people.iter().filter(|person| person.present).count()).unwrap_or(u32::MAX)
    }
}
