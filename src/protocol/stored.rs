//! A whole meeting as JSON: what the standalone page keeps in the browser's storage, exports and imports.

use std::rc::Rc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::command::{body_of, fields_of};
use super::json::Members;
use super::names::{Named, place_name, place_of};
use super::room::{ItemResult, Person, Settings, Timer, choice_of, value_of};
use super::{Malformed, VERSION, read};
use crate::core::format::Exercise;
use crate::core::ids::{ItemId, PersonId, StepId};
use crate::core::meeting::{RoundState, Shared, Snapshot, State, StoredAnswer};
use crate::core::room::{self, Kind};

/// A whole meeting, also what nobody may see.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Meeting {
    pub protocol: u32,
    /// The exercise, by its format's identity.
    pub format: Rc<str>,
    pub part: Rc<str>,
    pub settings: Settings,
    pub meeting: Rc<str>,
    pub revision: u64,
    pub closed: bool,
    pub place: String,
    pub visited: Vec<String>,
    pub chair: Option<String>,
    pub timer: Option<Timer>,
    pub people: Vec<Person>,
    pub rounds: Vec<Round>,
    pub answers: Vec<Answer>,
    pub contributions: Vec<Contribution>,
    pub done: Vec<Done>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Round {
    pub step: String,
    pub round: u8,
    pub phase: String,
    pub items: Vec<String>,
    pub snapshot: Option<Revealed>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Revealed {
    pub answered: u32,
    pub present: u32,
    pub results: Vec<ItemResult>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Answer {
    pub person: String,
    pub item: String,
    pub round: u8,
    pub value: Option<i32>,
    pub reason: Rc<str>,
    pub seq: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Contribution {
    pub id: String,
    pub step: String,
    pub kind: String,
    pub revision: u64,
    pub author: Option<String>,
    pub deleted: bool,
    pub fields: Map<String, Value>,
}

/// Who has taken part in which step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Done {
    pub person: String,
    pub step: String,
}

impl From<&State> for Meeting {
    fn from(state: &State) -> Self {
        Self {
            protocol: VERSION,
            format: state.exercise.id.clone(),
            part: state.part.clone(),
            settings: state.settings.into(),
            meeting: state.meeting.clone(),
            revision: state.revision,
            closed: state.closed,
            place: place_name(&state.place),
            visited: state.visited.iter().map(ToString::to_string).collect(),
            chair: state.chair.as_ref().map(ToString::to_string),
            timer: state.timer.map(|timer| Timer {
                step: place_name(&state.place),
                seconds: timer.seconds,
                elapsed_ms: timer.elapsed_ms,
                running_since: timer.running_since,
            }),
            people: state.people.iter().map(Into::into).collect(),
            rounds: state.rounds.iter().map(round_out).collect(),
            answers: state
                .answers
                .iter()
                .map(|((person, item, round), stored)| Answer {
                    person: person.to_string(),
                    item: item.to_string(),
                    round: *round,
                    value: value_of(stored.choice),
                    reason: stored.reason.clone(),
                    seq: stored.seq,
                })
                .collect(),
            contributions: state
                .contributions
                .iter()
                .map(|it| Contribution {
                    id: it.id.to_string(),
                    step: it.step.to_string(),
                    kind: it.body.kind().name().to_owned(),
                    revision: it.revision,
                    author: it.author.as_ref().map(ToString::to_string),
                    deleted: it.deleted,
                    fields: fields_of(&it.body),
                })
                .collect(),
            done: state
                .done
                .iter()
                .map(|(who, step)| Done { person: who.to_string(), step: step.to_string() })
                .collect(),
        }
    }
}

/// The meeting that a kept or exported one describes, of `exercise`.
///
/// # Errors
/// [`Malformed`] with the first thing that is not as it should be; also what refers to a step, item or
/// person that is not there.
pub fn state_of(json: &Value, exercise: Rc<Exercise>) -> Result<State, Malformed> {
    let meeting = Members::of(json, "meeting")?;
    read::version(meeting)?;
    if meeting.str("format")? != &*exercise.id {
        return Err(Malformed("format"));
    }
    let settings = read::settings(meeting.object("settings")?)?;
    let mut state = State::new(exercise, meeting.str("part")?, settings, meeting.text("meeting")?)
        .map_err(|_| Malformed("part"))?;
    state.revision = meeting.number("revision")?;
    state.closed = meeting.flag("closed")?;
    state.place = place_of(meeting.str("place")?);
    state.visited = meeting.texts("visited")?;
    state.chair = meeting.optional_text("chair")?;
    state.timer = meeting.optional_object("timer")?.map(read::timer).transpose()?;
    state.people = meeting.all("people", read::person)?;
    state.rounds = meeting.all("rounds", round_in)?;
    state.answers = meeting.all("answers", answer_in)?.into_iter().collect();
    state.contributions = meeting.all("contributions", contribution_in)?;
    state.done = meeting.all("done", |done| Ok((done.text("person")?, done.text("step")?)))?;
    check(&state)?;
    Ok(state)
}

fn round_out(round: &RoundState) -> Round {
    Round {
        step: round.step.to_string(),
        round: round.number,
        phase: round.phase.name().to_owned(),
        items: round.items.iter().map(ToString::to_string).collect(),
        snapshot: round.snapshot.as_ref().map(|it| Revealed {
            answered: it.answered,
            present: it.present,
            results: it.results.iter().map(Into::into).collect(),
        }),
    }
}

fn round_in(round: Members) -> Result<RoundState, Malformed> {
    Ok(RoundState {
        step: round.text("step")?,
        number: round.number("round")?,
        phase: round.named("phase")?,
        items: round.texts("items")?,
        snapshot: match round.optional_object("snapshot")? {
            None => None,
            Some(it) => Some(Snapshot {
                answered: it.number("answered")?,
                present: it.number("present")?,
                results: it.all("results", read::item_result)?,
            }),
        },
    })
}

fn answer_in(it: Members) -> Result<((PersonId, ItemId, u8), StoredAnswer), Malformed> {
    let stored = StoredAnswer {
        choice: choice_of(it.optional_number("value")?),
        reason: it.text("reason")?,
        seq: it.number("seq")?,
    };
    Ok(((it.text("person")?, it.text("item")?, it.number("round")?), stored))
}

fn contribution_in(it: Members) -> Result<Shared, Malformed> {
    let kind: Kind = it.named("kind")?;
    Ok(Shared {
        id: it.text("id")?,
        step: it.text("step")?,
        revision: it.number("revision")?,
        author: it.optional_text("author")?,
        body: body_of(kind, it.object("fields")?.map()).map_err(|_| Malformed("fields"))?,
        deleted: it.flag("deleted")?,
    })
}

/// What refers to something must find it: a file made by hand is not to be trusted.
fn check(state: &State) -> Result<(), Malformed> {
    let part = state.exercise.part(&state.part).ok_or(Malformed("part"))?;
    let known = |step: &StepId| part.steps.contains(step);
    let place = match &state.place {
        room::Place::Step(step) => known(step),
        room::Place::Start | room::Place::Closing => true,
    };
    let rounds = state.rounds.iter().all(|round| {
        let items = state.exercise.step(&round.step).map(|step| step.items().collect::<Vec<_>>());
        known(&round.step)
            && round.number >= 1
            && items.is_some_and(|items| round.items.iter().all(|item| items.contains(&item)))
            && (round.phase == room::Phase::Revealed) == round.snapshot.is_some()
    });
    let checks = [
        (place, "place"),
        (state.visited.iter().all(known), "visited"),
        (rounds, "rounds"),
        (state.contributions.iter().all(|it| known(&it.step)), "contributions"),
        (state.done.iter().all(|(_, step)| known(step)), "done"),
        (state.revision >= 1, "revision"),
    ];
    match checks.iter().find(|(holds, _)| !holds) {
        Some((_, what)) => Err(Malformed(what)),
        None => Ok(()),
    }
}
