//! Room and Me as they are written; `read` has the way back.

use std::rc::Rc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::VERSION;
use super::names::{Named, place_name};
use crate::core::room as core;
use crate::core::room::Choice;

/// What everybody in a meeting may see now.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Room {
    pub protocol: u32,
    pub meeting: Rc<str>,
    pub number: u32,
    pub revision: u64,
    pub group: Option<Group>,
    pub part: Rc<str>,
    pub settings: Settings,
    pub state: String,
    pub place: String,
    pub visited: Vec<String>,
    pub chair: Option<String>,
    pub timer: Option<Timer>,
    pub people: Vec<Person>,
    pub rounds: Vec<Round>,
    pub contributions: Vec<Contribution>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Group {
    pub id: Rc<str>,
    pub name: Rc<str>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Settings {
    pub visibility: String,
    pub min_answers: u32,
    pub facilitation: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Timer {
    pub step: String,
    pub seconds: u32,
    pub elapsed_ms: i64,
    pub running_since: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Person {
    pub id: Rc<str>,
    pub name: Rc<str>,
    pub present: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Round {
    pub step: String,
    pub round: u8,
    pub phase: String,
    pub items: Vec<String>,
    pub answered: u32,
    pub present: u32,
    pub results: Vec<ItemResult>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ItemResult {
    pub item: String,
    pub suppressed: bool,
    pub answered: u32,
    pub counts: Vec<u32>,
    pub opt_outs: u32,
    pub agreement: Option<u8>,
    pub class: String,
    pub direction: String,
    pub one_vote_decides: bool,
    pub reasons: Vec<Rc<str>>,
    pub shift: Option<Shift>,
    pub voices: Vec<Voice>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Shift {
    pub net: i32,
    pub both: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Voice {
    pub person: String,
    pub value: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Contribution {
    pub id: String,
    pub step: String,
    pub kind: String,
    pub revision: u64,
    pub position: u32,
    pub author: Option<String>,
    pub fields: Map<String, Value>,
}

/// What only one participant gets.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Me {
    pub person: Rc<str>,
    pub name: Rc<str>,
    pub rights: Rights,
    pub notice: Option<String>,
    pub answers: Vec<Answer>,
    pub done: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Rights {
    pub participate: bool,
    pub facilitate: bool,
    pub report: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Answer {
    pub item: String,
    pub round: u8,
    pub value: Option<i32>,
    pub reason: Rc<str>,
    pub seq: u32,
}

pub(super) const OPEN: &str = "open";
pub(super) const CLOSED: &str = "closed";

/// A choice as a value: null is the opt-out.
pub(super) fn value_of(choice: Choice) -> Option<i32> {
    match choice {
        Choice::Point(value) => Some(value),
        Choice::OptOut => None,
    }
}

/// A value as a choice.
pub(super) fn choice_of(value: Option<i32>) -> Choice {
    value.map_or(Choice::OptOut, Choice::Point)
}

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
        }
    }
}

impl From<core::Settings> for Settings {
    fn from(settings: core::Settings) -> Self {
        Self {
            visibility: settings.visibility.name().to_owned(),
            min_answers: settings.min_answers,
            facilitation: settings.facilitation.name().to_owned(),
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
        }
    }
}

impl From<&core::ItemResult> for ItemResult {
    fn from(result: &core::ItemResult) -> Self {
        let tally = result.tally.as_ref();
        Self {
            item: result.item.to_string(),
            suppressed: tally.is_none(),
            answered: result.answered,
            counts: tally.map(|it| it.counts.clone()).unwrap_or_default(),
            opt_outs: tally.map_or(0, |it| it.opt_outs),
            agreement: tally.and_then(|it| it.agreement),
            class: tally.map_or("empty", |it| it.class.name()).to_owned(),
            direction: tally.map_or("none", |it| it.direction.name()).to_owned(),
            one_vote_decides: tally.is_some_and(|it| it.one_vote_decides),
            reasons: tally.map(|it| it.reasons.clone()).unwrap_or_default(),
            shift: tally.and_then(|it| it.shift).map(|it| Shift { net: it.net, both: it.both }),
            voices: tally
                .map(|it| {
                    let voice =
                        |voice: &core::Voice| Voice { person: voice.person.to_string(), value: value_of(voice.choice) };
                    it.voices.iter().map(voice).collect()
                })
                .unwrap_or_default(),
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
            fields: super::command::fields_of(&it.body),
        }
    }
}

impl From<&core::Me> for Me {
    fn from(me: &core::Me) -> Self {
        Self {
            person: me.person.as_str().into(),
            name: me.name.clone(),
            rights: Rights {
                participate: me.rights.participate,
                facilitate: me.rights.facilitate,
                report: me.rights.report,
            },
            notice: me.notice.map(|notice| notice.name().to_owned()),
            answers: me
                .answers
                .iter()
                .map(|answer| Answer {
                    item: answer.item.to_string(),
                    round: answer.round,
                    value: value_of(answer.choice),
                    reason: answer.reason.clone(),
                    seq: answer.seq,
                })
                .collect(),
            done: me.done.iter().map(ToString::to_string).collect(),
        }
    }
}
