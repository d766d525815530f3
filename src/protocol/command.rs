//! Commands on the wire, and the fields of contributions.

use std::rc::Rc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Malformed;
use super::json::Members;
use super::names::{Named, place_name, place_of};
use super::room::{choice_of, value_of};
use crate::core::command as core;
use crate::core::refusal::Refusal;
use crate::core::room::{Action, ActionStatus, Body, Date, Kind, Phase};

/// A command (`docs/protocol.md`, "Commands").
///
/// It is written by serde, and read by hand ([`Command::from_json`]), as all of the protocol (`json`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Command {
    Join { name: Rc<str> },
    Leave,
    Mark { person: String, present: bool },
    SetChair { from: Option<String>, to: Option<String> },
    GoTo { from: String, to: String },
    SetTimer { from: TimerSetting, to: TimerSetting },
    SetRound { step: String, round: u8, from: String, to: String, items: Vec<String> },
    Answer { item: String, round: u8, value: Option<i32>, reason: Rc<str>, seq: u32 },
    TookPart { step: String },
    Save { id: String, step: String, kind: String, base: Option<u64>, fields: Map<String, Value> },
    Delete { id: String, base: u64 },
    Move { id: String, after: Option<String> },
    Close { from: String },
}

/// How a timer is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct TimerSetting {
    pub seconds: u32,
    pub running: bool,
}

const NEVER_OPENED: &str = "none";

impl Command {
    /// The command that a JSON object describes. What may be left out has its default.
    ///
    /// # Errors
    /// [`Malformed`] with the member that is missing or of the wrong type.
    pub fn from_json(json: &Value) -> Result<Self, Malformed> {
        let members = Members::of(json, "command")?;
        Ok(match members.str("type")? {
            "join" => Self::Join { name: members.optional_text("name")?.unwrap_or_default() },
            "leave" => Self::Leave,
            "mark" => Self::Mark { person: members.text("person")?, present: members.flag("present")? },
            "set_chair" => Self::SetChair { from: members.optional_text("from")?, to: members.optional_text("to")? },
            "go_to" => Self::GoTo { from: members.text("from")?, to: members.text("to")? },
            "set_timer" => Self::SetTimer { from: timer(members.object("from")?)?, to: timer(members.object("to")?)? },
            "set_round" => Self::SetRound {
                step: members.text("step")?,
                round: members.number("round")?,
                from: members.text("from")?,
                to: members.text("to")?,
                items: match members.any("items") {
                    Value::Null => Vec::new(),
                    _ => members.texts("items")?,
                },
            },
            "answer" => Self::Answer {
                item: members.text("item")?,
                round: members.number("round")?,
                value: members.optional_number("value")?,
                reason: members.optional_text("reason")?.unwrap_or_default(),
                seq: members.number("seq")?,
            },
            "took_part" => Self::TookPart { step: members.text("step")? },
            "save" => Self::Save {
                id: members.text("id")?,
                step: members.text("step")?,
                kind: members.text("kind")?,
                base: members.optional_number("base")?,
                fields: members.object("fields")?.map().clone(),
            },
            "delete" => Self::Delete { id: members.text("id")?, base: members.number("base")? },
            "move" => Self::Move { id: members.text("id")?, after: members.optional_text("after")? },
            "close" => Self::Close { from: members.text("from")? },
            _ => return Err(Malformed("type")),
        })
    }
}

fn timer(setting: Members) -> Result<TimerSetting, Malformed> {
    Ok(TimerSetting { seconds: setting.number("seconds")?, running: setting.flag("running")? })
}

impl From<&core::Command> for Command {
    fn from(command: &core::Command) -> Self {
        let text = ToString::to_string;
        match command {
            core::Command::Join { name } => Self::Join { name: name.clone() },
            core::Command::Leave => Self::Leave,
            core::Command::Mark { person, present } => Self::Mark { person: text(person), present: *present },
            core::Command::SetChair { from, to } => Self::SetChair {
                from: from.as_ref().map(ToString::to_string),
                to: to.as_ref().map(ToString::to_string),
            },
            core::Command::GoTo { from, to } => Self::GoTo { from: place_name(from), to: place_name(to) },
            core::Command::SetTimer { from, to } => Self::SetTimer { from: (*from).into(), to: (*to).into() },
            core::Command::SetRound { step, round, from, to, items } => Self::SetRound {
                step: step.to_string(),
                round: *round,
                from: from.map_or(NEVER_OPENED, Named::name).to_owned(),
                to: to.name().to_owned(),
                items: items.iter().map(ToString::to_string).collect(),
            },
            core::Command::Answer { item, round, choice, reason, seq } => Self::Answer {
                item: item.to_string(),
                round: *round,
                value: value_of(*choice),
                reason: reason.clone(),
                seq: *seq,
            },
            core::Command::TookPart { step } => Self::TookPart { step: step.to_string() },
            core::Command::Save { id, step, base, body } => Self::Save {
                id: id.to_string(),
                step: step.to_string(),
                kind: body.kind().name().to_owned(),
                base: *base,
                fields: fields_of(body),
            },
            core::Command::Delete { id, base } => Self::Delete { id: id.to_string(), base: *base },
            core::Command::Move { id, after } => {
                Self::Move { id: id.to_string(), after: after.as_ref().map(ToString::to_string) }
            }
            core::Command::Close { from } => Self::Close { from: place_name(from) },
        }
    }
}

impl TryFrom<Command> for core::Command {
    type Error = Refusal;

    fn try_from(command: Command) -> Result<Self, Refusal> {
        Ok(match command {
            Command::Join { name } => Self::Join { name },
            Command::Leave => Self::Leave,
            Command::Mark { person, present } => Self::Mark { person: person.into(), present },
            Command::SetChair { from, to } => Self::SetChair { from: from.map(Into::into), to: to.map(Into::into) },
            Command::GoTo { from, to } => Self::GoTo { from: place_of(&from), to: place_of(&to) },
            Command::SetTimer { from, to } => Self::SetTimer { from: from.into(), to: to.into() },
            Command::SetRound { step, round, from, to, items } => Self::SetRound {
                step: step.into(),
                round,
                from: if from == NEVER_OPENED { None } else { Some(phase(&from)?) },
                to: phase(&to)?,
                items: items.into_iter().map(Into::into).collect(),
            },
            Command::Answer { item, round, value, reason, seq } => {
                Self::Answer { item: item.into(), round, choice: choice_of(value), reason, seq }
            }
            Command::TookPart { step } => Self::TookPart { step: step.into() },
            Command::Save { id, step, kind, base, fields } => {
                let kind: Kind = Named::from_name(&kind).map_err(|_| Refusal::BadKind)?;
                Self::Save { id: id.into(), step: step.into(), base, body: body_of(kind, &fields)? }
            }
            Command::Delete { id, base } => Self::Delete { id: id.into(), base },
            Command::Move { id, after } => Self::Move { id: id.into(), after: after.map(Into::into) },
            Command::Close { from } => Self::Close { from: place_of(&from) },
        })
    }
}

fn phase(name: &str) -> Result<Phase, Refusal> {
    Named::from_name(name).map_err(|_| Refusal::WrongState)
}

impl From<core::TimerSetting> for TimerSetting {
    fn from(it: core::TimerSetting) -> Self {
        Self { seconds: it.seconds, running: it.running }
    }
}

impl From<TimerSetting> for core::TimerSetting {
    fn from(it: TimerSetting) -> Self {
        Self { seconds: it.seconds, running: it.running }
    }
}

/// What a contribution says, field by field.
pub fn fields_of(body: &Body) -> Map<String, Value> {
    let fields: Vec<(&str, Value)> = match body {
        Body::Note { column, text } => vec![("column", (&**column).into()), ("text", (&**text).into())],
        Body::Scope { text } | Body::Principle { text } => vec![("text", (&**text).into())],
        Body::Action(action) => vec![
            ("what", (&*action.what).into()),
            ("who_person", nullable(action.who_person.as_ref())),
            ("who_text", (&*action.who_text).into()),
            ("when", nullable(action.when.as_ref())),
            ("status", action.status.name().into()),
            ("source_item", nullable(action.source_item.as_ref())),
        ],
    };
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn nullable(value: Option<&impl ToString>) -> Value {
    value.map_or(Value::Null, |it| it.to_string().into())
}

/// What the fields of a contribution say.
///
/// # Errors
/// [`Refusal::UnknownField`] for a name the kind does not have, [`Refusal::BadValue`] for a value that is
/// neither text nor null, or no status, [`Refusal::BadDate`] for no day.
pub fn body_of(kind: Kind, fields: &Map<String, Value>) -> Result<Body, Refusal> {
    let known: &[&str] = match kind {
        Kind::Note => &["column", "text"],
        Kind::Action => &["what", "who_person", "who_text", "when", "status", "source_item"],
        Kind::Scope | Kind::Principle => &["text"],
    };
    if fields.keys().any(|name| !known.contains(&name.as_str())) {
        return Err(Refusal::UnknownField);
    }
    let field = |name: &str| match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(Refusal::BadValue),
    };
    let text = |name: &str| field(name).map(|it| Rc::from(it.unwrap_or_default()));
    Ok(match kind {
        Kind::Note => Body::Note { column: text("column")?, text: text("text")? },
        Kind::Scope => Body::Scope { text: text("text")? },
        Kind::Principle => Body::Principle { text: text("text")? },
        Kind::Action => Body::Action(Action {
            what: text("what")?,
            who_person: field("who_person")?.map(Into::into),
            who_text: text("who_text")?,
            when: match field("when")? {
                None => None,
                Some(date) => Some(Date::parse(date).ok_or(Refusal::BadDate)?),
            },
            status: match field("status")? {
                None => ActionStatus::Open,
                Some(name) => Named::from_name(name).map_err(|_| Refusal::BadValue)?,
            },
            source_item: field("source_item")?.map(Into::into),
        }),
    })
}
