//! The room as it is written; `read` has the way back.

use std::rc::Rc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::VERSION;
use super::fields::fields_of;
use super::names::{Named, place_name};
use super::result::{ItemResult, Relation};
use crate::core::room as core;

/// What everybody in a meeting may see now.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Room {
    /// The version of the protocol.
    pub protocol: u32,
    /// The meeting's identity.
    pub meeting: Rc<str>,
    /// Which meeting of the group it is, from 1.
    pub number: u32,
    /// Rises with every change of what the group shares.
    pub revision: u64,
    /// The group, where the activity has groups.
    pub group: Option<Group>,
    /// The first part of the run that the meeting goes through.
    pub part: Rc<str>,
    /// What the meeting keeps to.
    pub settings: Settings,
    /// `open` or `closed`.
    pub state: String,
    /// Where the group is: `@start`, a step or `@closing`.
    pub place: String,
    /// Steps the group has been at, in exercise order.
    pub visited: Vec<String>,
    /// Who leads, where members do and somebody has taken the chair.
    pub chair: Option<String>,
    /// The timer of the step; none at the start and at the closing page.
    pub timer: Option<Timer>,
    /// Who joined, in the order of joining.
    pub people: Vec<Person>,
    /// The rounds that were opened.
    pub rounds: Vec<Round>,
    /// What the group has written, in the order the protocol gives.
    pub contributions: Vec<Contribution>,
    /// What other groups may come to see; left out while nobody asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sharing: Option<Sharing>,
}

/// The question whether other groups may see something, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sharing {
    /// The revision with which it was asked.
    pub asked: u64,
    /// The lesson; null for the outcome.
    pub lesson: Option<Rc<str>>,
    /// How many have answered.
    pub answered: u32,
    /// How many agree; null while too few have answered.
    pub agreed: Option<u32>,
    /// How many are asked.
    pub of: u32,
    /// Whether anybody would rather not.
    pub objected: bool,
    /// Whether other groups see it.
    pub published: bool,
}

/// A group of the course.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Its identity.
    pub id: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
}

/// What a meeting keeps to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// `hidden` or `named`.
    pub visibility: String,
    /// k: results show from this many counted answers on.
    pub min_answers: u32,
    /// `trainer` or `members`.
    pub facilitation: String,
    /// `together` or `own`.
    pub pace: String,
}

/// The timer of the step where the group is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timer {
    /// The step.
    pub step: String,
    /// How long it is set to, in seconds.
    pub seconds: u32,
    /// How much had passed when it was last started or stopped, in milliseconds.
    pub elapsed_ms: i64,
    /// Since when it runs, in milliseconds since 1970 by the host's clock; null while it stands still.
    pub running_since: Option<i64>,
}

/// Somebody who joined.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Person {
    /// Their identity.
    pub id: Rc<str>,
    /// Their name.
    pub name: Rc<str>,
    /// Whether they are here now.
    pub present: bool,
}

/// A round of a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Round {
    /// The step.
    pub step: String,
    /// Its number in the step, from 1.
    pub round: u8,
    /// `open`, `closed` or `revealed`.
    pub phase: String,
    /// What it asks, in exercise order.
    pub items: Vec<String>,
    /// How many have answered.
    pub answered: u32,
    /// Of how many.
    pub present: u32,
    /// One for each item, once it is revealed.
    pub results: Vec<ItemResult>,
    /// Of questions with relation views, once it is revealed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
}

/// Something that was written.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// Its identity: a UUID, or `scope:<list>`.
    pub id: String,
    /// The step it was made in.
    pub step: String,
    /// `note`, `action`, `scope`, `principle`, `summary`, `goal` or `hands`.
    pub kind: String,
    /// The meeting's revision at its last change.
    pub revision: u64,
    /// Its place among those of its step and kind, from 0.
    pub position: u32,
    /// Who made it; null in hidden activities.
    pub author: Option<String>,
    /// The number of the meeting it was made in, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// What it says: text or null by name, every field of its kind.
    pub fields: Map<String, Value>,
}

pub(super) const OPEN: &str = "open";
pub(super) const CLOSED: &str = "closed";

impl From<&core::Room> for Room {
    fn from(room: &core::Room) -> Self {
        Self {
            protocol: VERSION,
            meeting: room.meeting.clone(),
            number: room.number,
            revision: room.revision,
            group: room.group.as_ref().map(|group| Group { id: group.id.clone(), name: group.name.clone() }),
            part: room.part.clone(),
            settings: room.settings.into(),
            state: if room.closed { CLOSED } else { OPEN }.to_owned(),
            place: place_name(&room.place),
            visited: room.visited.iter().map(ToString::to_string).collect(),
            chair: room.chair.as_ref().map(ToString::to_string),
            timer: room.timer.map(|timer| Timer {
                step: place_name(&room.place),
                seconds: timer.seconds,
                elapsed_ms: timer.elapsed_ms,
                running_since: timer.running_since,
            }),
            people: room.people.iter().map(Into::into).collect(),
            rounds: room.rounds.iter().map(Into::into).collect(),
            contributions: room.contributions.iter().map(Into::into).collect(),
            sharing: room.sharing.as_ref().map(Into::into),
        }
    }
}

impl From<&core::SharingQuestion> for Sharing {
    fn from(it: &core::SharingQuestion) -> Self {
        Self {
            asked: it.asked,
            lesson: it.lesson.clone(),
            answered: it.answered,
            agreed: it.agreed,
            of: it.of,
            objected: it.objected,
            published: it.published,
        }
    }
}

impl From<core::Settings> for Settings {
    fn from(settings: core::Settings) -> Self {
        Self {
            visibility: settings.visibility.name().to_owned(),
            min_answers: settings.min_answers,
            facilitation: settings.facilitation.name().to_owned(),
            pace: settings.pace.name().to_owned(),
        }
    }
}

impl From<&core::Person> for Person {
    fn from(person: &core::Person) -> Self {
        Self { id: person.id.as_str().into(), name: person.name.clone(), present: person.present }
    }
}

impl From<&core::Round> for Round {
    fn from(round: &core::Round) -> Self {
        Self {
            step: round.step.to_string(),
            round: round.number,
            phase: round.phase.name().to_owned(),
            items: round.items.iter().map(ToString::to_string).collect(),
            answered: round.answered,
            present: round.present,
            results: round.results.iter().map(Into::into).collect(),
            relations: round.relations.iter().map(Into::into).collect(),
        }
    }
}

impl From<&core::Contribution> for Contribution {
    fn from(it: &core::Contribution) -> Self {
        Self {
            id: it.id.to_string(),
            step: it.step.to_string(),
            kind: it.body.kind().name().to_owned(),
            revision: it.revision,
            position: it.position,
            author: it.author.as_ref().map(ToString::to_string),
            from: it.from,
            fields: fields_of(&it.body),
        }
    }
}

/// An earlier meeting of the group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Earlier {
    /// Which meeting of the group it was, from 1.
    pub number: u32,
    /// The first part of its run.
    pub part: Rc<str>,
    /// When it was closed, in milliseconds since 1970.
    pub closed: i64,
    /// Revealed rounds, of what this meeting asks again.
    pub rounds: Vec<Round>,
    /// What was carried over from it and is here now, as it stood then.
    pub contributions: Vec<Contribution>,
}

impl From<&core::Earlier> for Earlier {
    fn from(it: &core::Earlier) -> Self {
        Self {
            number: it.number,
            part: it.part.clone(),
            closed: it.closed,
            rounds: it.rounds.iter().map(Into::into).collect(),
            contributions: it.contributions.iter().map(Into::into).collect(),
        }
    }
}
