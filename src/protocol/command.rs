//! Commands on the wire.

use std::rc::Rc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Malformed;
use super::answer::choice_of;
use super::fields::{body_of, said};
use super::json::Members;
use super::names::{Named, place_name, place_of};
use crate::core::command as core;
use crate::core::refusal::Refusal;
use crate::core::room::{Given, Kind, Phase};

/// A command (`docs/protocol.md`, "Commands").
///
/// It is written by serde, and read by hand ([`Command::from_json`]), as all of the protocol (`json`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// Makes the actor present.
    Join {
        /// What they are called, where the host does not know.
        name: Rc<str>,
    },
    /// No longer present.
    Leave,
    /// Marks somebody absent, or present again.
    Mark {
        /// Who.
        person: String,
        /// Whether they are here.
        present: bool,
    },
    /// Gives the chair to somebody, or frees it.
    SetChair {
        /// Who holds it.
        from: Option<String>,
        /// Who is to hold it.
        to: Option<String>,
    },
    /// Leads the group to another place.
    GoTo {
        /// Where it is.
        from: String,
        /// Where it is to go.
        to: String,
    },
    /// Pauses, goes on or extends.
    SetTimer {
        /// The step whose timer it is.
        step: String,
        /// How it is set.
        from: TimerSetting,
        /// How it is to be set.
        to: TimerSetting,
    },
    /// Opens, closes, reopens or reveals a round.
    SetRound {
        /// The step.
        step: String,
        /// The round, from 1.
        round: u8,
        /// The phase it is in; `none` where it was never opened.
        from: String,
        /// The phase it is to be in.
        to: String,
        /// What it asks, where that is chosen.
        items: Vec<String>,
    },
    /// Answers an item, or corrects an answer.
    Answer {
        /// The item.
        item: String,
        /// The round, from 1.
        round: u8,
        /// A point, a number or dots; null for the opt-out and where the item asks another thing.
        value: Option<i32>,
        /// The options chosen.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        choices: Vec<Rc<str>>,
        /// The text given.
        #[serde(skip_serializing_if = "str::is_empty")]
        text: Rc<str>,
        /// The reason, or the comment at a confirmation.
        reason: Rc<str>,
        /// Counts the corrections, from 1.
        seq: u32,
    },
    /// "I took part", or hands the answers in.
    TookPart {
        /// The step.
        step: String,
    },
    /// Makes a contribution, or changes one.
    Save {
        /// Its identity.
        id: String,
        /// The step it belongs to.
        step: String,
        /// What it is.
        kind: String,
        /// The revision that the change started from; null for a new one.
        base: Option<u64>,
        /// The step where the user is, where that is another.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<String>,
        /// What it says: text or null by name.
        fields: Map<String, Value>,
    },
    /// Shows a private note to the group, for good.
    Share {
        /// The note.
        id: String,
        /// The revision it has.
        base: u64,
    },
    /// Deletes a contribution.
    Delete {
        /// The contribution.
        id: String,
        /// The revision it has.
        base: u64,
    },
    /// Puts a contribution elsewhere in its list.
    Move {
        /// The contribution.
        id: String,
        /// Behind which one; null for the first place.
        after: Option<String>,
    },
    /// Chooses another run, before anything was said.
    ChoosePart {
        /// The part of the run chosen now.
        from: Rc<str>,
        /// The part of the run to choose.
        to: Rc<str>,
    },
    /// Starts the group's next meeting.
    StartNext {
        /// The number of this one.
        from: u32,
        /// The part of the run it goes through.
        part: Rc<str>,
    },
    /// Asks the group whether other groups may see something.
    AskSharing {
        /// The question that stands now; null for none.
        asked: Option<u64>,
        /// The lesson; null for the outcome.
        lesson: Option<Rc<str>>,
    },
    /// Answers that question.
    Consent {
        /// The question.
        asked: u64,
        /// Whether they agree.
        agrees: bool,
    },
    /// Shows other groups what the group agreed to.
    Publish {
        /// The question.
        asked: u64,
    },
    /// Takes the question back, or what is shown.
    Withdraw {
        /// The question.
        asked: u64,
    },
    /// Closes the meeting, for good.
    Close {
        /// Where the group is.
        from: String,
    },
}

/// How a timer is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TimerSetting {
    /// How long, in seconds.
    pub seconds: u32,
    /// Whether it runs.
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
            "set_timer" => Self::SetTimer {
                step: members.text("step")?,
                from: timer(members.object("from")?)?,
                to: timer(members.object("to")?)?,
            },
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
                choices: if members.any("choices").is_null() { Vec::new() } else { members.texts("choices")? },
                text: members.optional_text("text")?.unwrap_or_default(),
                reason: members.optional_text("reason")?.unwrap_or_default(),
                seq: members.number("seq")?,
            },
            "took_part" => Self::TookPart { step: members.text("step")? },
            "save" => Self::Save {
                id: members.text("id")?,
                step: members.text("step")?,
                kind: members.text("kind")?,
                base: members.optional_number("base")?,
                at: members.optional_text("at")?,
                fields: members.object("fields")?.map().clone(),
            },
            "share" => Self::Share { id: members.text("id")?, base: members.number("base")? },
            "delete" => Self::Delete { id: members.text("id")?, base: members.number("base")? },
            "move" => Self::Move { id: members.text("id")?, after: members.optional_text("after")? },
            "choose_part" => Self::ChoosePart { from: members.text("from")?, to: members.text("to")? },
            "start_next" => Self::StartNext { from: members.number("from")?, part: members.text("part")? },
            "ask_sharing" => {
                Self::AskSharing { asked: members.optional_number("asked")?, lesson: members.optional_text("lesson")? }
            }
            "consent" => Self::Consent { asked: members.number("asked")?, agrees: members.flag("agrees")? },
            "publish" => Self::Publish { asked: members.number("asked")? },
            "withdraw" => Self::Withdraw { asked: members.number("asked")? },
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
            core::Command::SetTimer { step, from, to } => {
                Self::SetTimer { step: step.to_string(), from: (*from).into(), to: (*to).into() }
            }
            core::Command::SetRound { step, round, from, to, items } => Self::SetRound {
                step: step.to_string(),
                round: *round,
                from: from.map_or(NEVER_OPENED, Named::name).to_owned(),
                to: to.name().to_owned(),
                items: items.iter().map(ToString::to_string).collect(),
            },
            core::Command::Answer { item, round, given, reason, seq } => Self::Answer {
                item: item.to_string(),
                round: *round,
                value: given.value(),
                choices: given.options.clone(),
                text: given.text.clone(),
                reason: reason.clone(),
                seq: *seq,
            },
            core::Command::TookPart { step } => Self::TookPart { step: step.to_string() },
            core::Command::Save { id, step, base, at, body } => Self::Save {
                id: id.to_string(),
                step: step.to_string(),
                kind: body.kind().name().to_owned(),
                base: *base,
                at: at.as_ref().map(ToString::to_string),
                fields: said(body),
            },
            core::Command::Share { id, base } => Self::Share { id: id.to_string(), base: *base },
            core::Command::Delete { id, base } => Self::Delete { id: id.to_string(), base: *base },
            core::Command::Move { id, after } => {
                Self::Move { id: id.to_string(), after: after.as_ref().map(ToString::to_string) }
            }
            core::Command::ChoosePart { from, to } => Self::ChoosePart { from: from.clone(), to: to.clone() },
            core::Command::StartNext { from, part } => Self::StartNext { from: *from, part: part.clone() },
            core::Command::AskSharing { asked, lesson } => Self::AskSharing { asked: *asked, lesson: lesson.clone() },
            core::Command::Consent { asked, agrees } => Self::Consent { asked: *asked, agrees: *agrees },
            core::Command::Publish { asked } => Self::Publish { asked: *asked },
            core::Command::Withdraw { asked } => Self::Withdraw { asked: *asked },
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
            Command::SetTimer { step, from, to } => {
                Self::SetTimer { step: step.into(), from: from.into(), to: to.into() }
            }
            Command::SetRound { step, round, from, to, items } => Self::SetRound {
                step: step.into(),
                round,
                from: if from == NEVER_OPENED { None } else { Some(phase(&from)?) },
                to: phase(&to)?,
                items: items.into_iter().map(Into::into).collect(),
            },
            Command::Answer { item, round, value, choices, text, reason, seq } => Self::Answer {
                item: item.into(),
                round,
                given: Given { choice: choice_of(value), options: choices, text },
                reason,
                seq,
            },
            Command::TookPart { step } => Self::TookPart { step: step.into() },
            Command::Save { id, step, kind, base, at, fields } => {
                let kind: Kind = Named::from_name(&kind).map_err(|_| Refusal::BadKind)?;
                Self::Save {
                    id: id.into(),
                    step: step.into(),
                    base,
                    at: at.map(Into::into),
                    body: body_of(kind, &fields)?,
                }
            }
            Command::Share { id, base } => Self::Share { id: id.into(), base },
            Command::Delete { id, base } => Self::Delete { id: id.into(), base },
            Command::Move { id, after } => Self::Move { id: id.into(), after: after.map(Into::into) },
            Command::ChoosePart { from, to } => Self::ChoosePart { from, to },
            Command::StartNext { from, part } => Self::StartNext { from, part },
            Command::AskSharing { asked, lesson } => Self::AskSharing { asked, lesson },
            Command::Consent { asked, agrees } => Self::Consent { asked, agrees },
            Command::Publish { asked } => Self::Publish { asked },
            Command::Withdraw { asked } => Self::Withdraw { asked },
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
