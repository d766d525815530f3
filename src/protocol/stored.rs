//! A whole meeting as JSON: what the standalone page keeps in the browser's storage, exports and imports.

use std::rc::Rc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::given;
use super::fields::{body_of, fields_of};
use super::json::Members;
use super::names::{Named, place_name, place_of};
use super::result::{ItemResult, Relation};
use super::room::{Person, Settings, Timer};
use super::{Malformed, VERSION, read};
use crate::core::format::Exercise;
use crate::core::ids::{ItemId, PersonId};
use crate::core::meeting::{RoundState, Shared, Snapshot, State, StoredAnswer};
use crate::core::room::Kind;

/// The largest file with a meeting, in bytes, that is read at all.
pub const FILE_LIMIT: usize = 8 * 1024 * 1024;

/// A whole meeting, also what nobody may see.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meeting {
    /// The version of the protocol.
    pub protocol: u32,
    /// The exercise, by its format's identity.
    pub format: Rc<str>,
    /// The first part of the run that it goes through.
    pub part: Rc<str>,
    /// What it keeps to.
    pub settings: Settings,
    /// Its identity.
    pub meeting: Rc<str>,
    /// Which meeting of the group it is, from 1.
    pub number: u32,
    /// Rises with every change of what the group shares.
    pub revision: u64,
    /// The revision it began with, or at which its part was last chosen.
    pub began: u64,
    /// Whether it is closed.
    pub closed: bool,
    /// When it was closed, in milliseconds since 1970; 0 while it is open.
    pub closed_at: i64,
    /// Where the group is.
    pub place: String,
    /// Steps the group has been at.
    pub visited: Vec<String>,
    /// Who leads, where a member does.
    pub chair: Option<String>,
    /// The timer of the step where the group is.
    pub timer: Option<Timer>,
    /// Who joined, in the order of joining.
    pub people: Vec<Person>,
    /// The rounds that were opened.
    pub rounds: Vec<Round>,
    /// Everybody's answers.
    pub answers: Vec<Answer>,
    /// All that was written, deleted ones too.
    pub contributions: Vec<Contribution>,
    /// Who has taken part in what.
    pub done: Vec<Done>,
    /// The group's meetings before this one, from the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Meeting>,
}

/// A round that was opened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Round {
    /// The step.
    pub step: String,
    /// Its number in the step, from 1.
    pub round: u8,
    /// `open`, `closed` or `revealed`.
    pub phase: String,
    /// What it asks.
    pub items: Vec<String>,
    /// What was shown at its reveal.
    pub snapshot: Option<Revealed>,
}

/// What a reveal showed; nothing changes it any more.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Revealed {
    /// How many had answered.
    pub answered: u32,
    /// Of how many.
    pub present: u32,
    /// One for each item.
    pub results: Vec<ItemResult>,
    /// Of questions with relation views.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
}

/// Somebody's answer to an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// Whose it is.
    pub person: String,
    /// The item.
    pub item: String,
    /// The round, from 1.
    pub round: u8,
    /// A point, a number or dots; null for the opt-out and where the item asks another thing.
    pub value: Option<i32>,
    /// The options chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Rc<str>>,
    /// The text given.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub text: Rc<str>,
    /// The reason, or the comment at a confirmation.
    pub reason: Rc<str>,
    /// Counts the corrections, from 1; the highest stands.
    pub seq: u32,
}

/// Something that was written.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// Its identity: a UUID, or `scope:<list>`.
    pub id: String,
    /// The step it was made in.
    pub step: String,
    /// What it is.
    pub kind: String,
    /// The meeting's revision at its last change; of one's own, how often it was changed.
    pub revision: u64,
    /// Who made it, as long as that is known.
    pub author: Option<String>,
    /// The number of the meeting it was made in, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// Whether only its author sees it.
    pub own: bool,
    /// Whether it was deleted; its identity stays taken.
    pub deleted: bool,
    /// What it says: text or null by name.
    pub fields: Map<String, Value>,
}

/// Who has taken part in which step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Done {
    /// Who.
    pub person: String,
    /// Which step.
    pub step: String,
}

impl From<&State> for Meeting {
    fn from(state: &State) -> Self {
        let mut earlier = Vec::new();
        let mut before = state.before.as_deref();
        while let Some(state) = before {
            earlier.push(Self::alone(state));
            before = state.before.as_deref();
        }
        earlier.reverse();
        Self { earlier, ..Self::alone(state) }
    }
}

impl Meeting {
    /// A meeting without those before it.
    fn alone(state: &State) -> Self {
        Self {
            protocol: VERSION,
            format: state.exercise.id.clone(),
            part: state.part.clone(),
            settings: state.settings.into(),
            meeting: state.meeting.clone(),
            number: state.number,
            revision: state.revision,
            began: state.began,
            closed: state.closed,
            closed_at: state.closed_at,
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
                    value: stored.given.value(),
                    choices: stored.given.options.clone(),
                    text: stored.given.text.clone(),
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
                    from: it.from,
                    own: it.own,
                    deleted: it.deleted,
                    fields: fields_of(&it.body),
                })
                .collect(),
            done: state
                .done
                .iter()
                .map(|(who, step)| Done { person: who.to_string(), step: step.to_string() })
                .collect(),
            earlier: Vec::new(),
        }
    }
}

/// A meeting from a file, as [`state_of`]; one that goes on here has revisions left.
///
/// # Errors
/// As [`state_of`].
pub fn foreign(json: &Value, exercise: Rc<Exercise>) -> Result<State, Malformed> {
    let state = state_of(json, exercise)?;
    if state.has_revisions_left() { Ok(state) } else { Err(Malformed("revision")) }
}

/// The meeting that a kept or exported one describes, of `exercise`, with those before it.
///
/// # Errors
/// [`Malformed`] with the first thing that is not as it should be; also what refers to a step, item or
/// person that is not there.
pub fn state_of(json: &Value, exercise: Rc<Exercise>) -> Result<State, Malformed> {
    let meeting = Members::of(json, "meeting")?;
    let earlier = if meeting.any("earlier").is_null() { &[] } else { meeting.list("earlier")? };
    let mut before = None;
    for json in earlier {
        before = Some(Rc::new(one(Members::of(json, "earlier")?, exercise.clone(), before)?));
    }
    one(meeting, exercise, before)
}

fn one(meeting: Members, exercise: Rc<Exercise>, before: Option<Rc<State>>) -> Result<State, Malformed> {
    read::version(meeting)?;
    if meeting.str("format")? != &*exercise.id {
        return Err(Malformed("format"));
    }
    let settings = read::settings(meeting.object("settings")?)?;
    let mut state = State::new(exercise, meeting.str("part")?, settings, meeting.text("meeting")?)
        .map_err(|_| Malformed("part"))?;
    state.before = before;
    state.number = meeting.number("number")?;
    state.began = meeting.number("began")?;
    state.closed_at = meeting.number("closed_at")?;
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
    if state.answers.len() != meeting.list("answers")?.len() {
        return Err(Malformed("answers"));
    }
    state.check().map_err(Malformed)?;
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
            relations: it.relations.iter().map(Into::into).collect(),
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
                relations: read::relations(it)?,
            }),
        },
    })
}

fn answer_in(it: Members) -> Result<((PersonId, ItemId, u8), StoredAnswer), Malformed> {
    let stored = StoredAnswer { given: given(it)?, reason: it.text("reason")?, seq: it.number("seq")? };
    Ok(((it.text("person")?, it.text("item")?, it.number("round")?), stored))
}

fn contribution_in(it: Members) -> Result<Shared, Malformed> {
    let kind: Kind = it.named("kind")?;
    Ok(Shared {
        id: it.text("id")?,
        step: it.text("step")?,
        revision: it.number("revision")?,
        author: it.optional_text("author")?,
        from: it.optional_number("from")?,
        own: it.flag("own")?,
        body: body_of(kind, it.object("fields")?.map()).map_err(|_| Malformed("fields"))?,
        deleted: it.flag("deleted")?,
    })
}
