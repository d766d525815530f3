//! What a device keeps for its user until the host has it (`core::session::Kept`), as JSON.

use serde::Serialize;
use serde_json::{Map, Value};

use super::VERSION;
use super::command::Command;
use super::fields::{body_of, fields_of};
use super::json::Members;
use super::names::Named;
use crate::core::refusal::Refusal;
use crate::core::room::Kind;
use crate::core::session::{self, Drafts, Unsettled};

/// What a device keeps for its user.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kept {
    /// The version of the protocol.
    pub protocol: u32,
    /// Commands that are not confirmed.
    pub commands: Vec<Command>,
    /// Texts that the host did not take.
    pub unsettled: Vec<Held>,
    /// Texts that were not sent, by field.
    pub drafts: Map<String, Value>,
}

/// A text that the host did not take.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Held {
    /// The contribution.
    pub id: String,
    /// Its step.
    pub step: String,
    /// Its kind.
    pub kind: &'static str,
    /// What it says.
    pub fields: Map<String, Value>,
    /// The code of the refusal.
    pub refusal: &'static str,
}

impl From<&session::Kept> for Kept {
    fn from(kept: &session::Kept) -> Self {
        Self {
            protocol: VERSION,
            commands: kept.commands.iter().map(Into::into).collect(),
            unsettled: kept
                .unsettled
                .iter()
                .map(|it| Held {
                    id: it.id.to_string(),
                    step: it.step.to_string(),
                    kind: it.body.kind().name(),
                    fields: fields_of(&it.body),
                    refusal: it.refusal.code(),
                })
                .collect(),
            drafts: kept.drafts.iter().map(|(key, text)| (key.to_string(), Value::from(&**text))).collect(),
        }
    }
}

/// What was kept, as far as this version understands it: what it does not is left out, the rest is not lost.
pub fn read(json: &Value) -> session::Kept {
    if json["protocol"] != VERSION {
        return session::Kept::default();
    }
    let list = |name: &str| json[name].as_array().map(Vec::as_slice).unwrap_or_default();
    let drafts = json["drafts"].as_object().into_iter().flatten();
    session::Kept {
        commands: list("commands").iter().filter_map(|it| Command::from_json(it).ok()?.try_into().ok()).collect(),
        unsettled: list("unsettled").iter().filter_map(unsettled).collect(),
        drafts: drafts.filter_map(|(key, text)| Some((key.as_str().into(), text.as_str()?.into()))).collect::<Drafts>(),
    }
}

fn unsettled(json: &Value) -> Option<Unsettled> {
    let it = Members::of(json, "unsettled").ok()?;
    let kind: Kind = it.named("kind").ok()?;
    Some(Unsettled {
        id: it.text("id").ok()?,
        step: it.text("step").ok()?,
        body: body_of(kind, it.object("fields").ok()?.map()).ok()?,
        refusal: Refusal::from_code(it.str("refusal").ok()?),
    })
}
