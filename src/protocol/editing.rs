//! What the services of the editor say (`docs/protocol.md`, "Editing an exercise").

use super::Malformed;
use super::json::Members;
use crate::core::editor::{Opened, Preset, Remark, Saved, Use, Used, UsedKind};
use serde_json::Value;

/// What `get_exercise` answers; `parse` reads the JSON that stands in it as text.
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn opened(json: &Value, parse: impl Fn(&str) -> Option<Value>) -> Result<Opened, Malformed> {
    let members = Members::of(json, "editing")?;
    let exercise = parse(members.str("exercise")?).ok_or(Malformed("exercise"))?;
    let shipped = members.optional_text::<&str>("shipped")?.and_then(&parse).unwrap_or(Value::Null);
    let things = members.all("used", used)?.into_iter().flatten().collect();
    Ok(Opened {
        version: members.number("version")?,
        exercise,
        shipped,
        used: Used { things, running: members.flag("running")? },
        presets: presets(members)?,
        may_keep_presets: members.flag("managepresets")?,
    })
}

fn presets(members: Members) -> Result<Vec<Preset>, Malformed> {
    members.all("presets", |it| {
        Ok(Preset { id: it.number("id")?, name: it.str("name")?.to_owned(), version: it.number("version")? })
    })
}

/// The presets that `delete_preset` answers.
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn presets_left(json: &Value) -> Result<Vec<Preset>, Malformed> {
    presets(Members::of(json, "presets")?)
}

/// A kind that this version does not know locks nothing here; the host decides at every save.
fn used(entry: Members) -> Result<Option<Use>, Malformed> {
    let Some(kind) = UsedKind::of(entry.str("kind")?) else {
        return Ok(None);
    };
    Ok(Some(Use { kind, step: entry.str("step")?.to_owned(), id: entry.str("id")?.to_owned() }))
}

/// What `save_exercise` answers.
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn saved(json: &Value) -> Result<Saved, Malformed> {
    let members = Members::of(json, "saved")?;
    Ok(Saved {
        version: members.number("version")?,
        problems: members.all("problems", remark)?,
        warnings: members.all("warnings", remark)?,
    })
}

/// The problems that `save_preset` answers.
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn problems(json: &Value) -> Result<Vec<Remark>, Malformed> {
    Members::of(json, "preset")?.all("problems", remark)
}

fn remark(entry: Members) -> Result<Remark, Malformed> {
    Ok(Remark { at: entry.str("at")?.to_owned(), code: entry.str("code")?.to_owned() })
}
