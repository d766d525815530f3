//! From commands to the function that carries them out and its arguments (`docs/protocol.md`, "Moodle's web
//! services"), as JavaScript objects: what a described parameter cannot hold travels in another shape.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::core::command::Command;
use crate::host::json::to_js;
use crate::protocol::command as wire;

/// The function that carries out a command; commands that travel together have the same one.
fn function(command: &Command) -> &'static str {
    match command {
        Command::Join { .. } | Command::Leave | Command::TookPart { .. } | Command::Consent { .. } => "take_part",
        Command::Answer { .. } => "submit_answers",
        Command::Save { .. } | Command::Share { .. } | Command::Delete { .. } | Command::Move { .. } => {
            "save_contributions"
        }
        Command::Mark { .. }
        | Command::SetChair { .. }
        | Command::GoTo { .. }
        | Command::SetTimer { .. }
        | Command::SetRound { .. }
        | Command::ChoosePart { .. }
        | Command::AskSharing { .. }
        | Command::Publish { .. }
        | Command::Withdraw { .. }
        | Command::Close { .. } => "steer_meeting",
        Command::StartNext { .. } => "start_meeting",
    }
}

/// The function that carries out these commands, and its arguments besides those that all have.
///
/// # Errors
/// Where a command has no form in JavaScript.
pub fn of(meeting: &str, commands: &[Command]) -> Result<(&'static str, Object), JsValue> {
    let args = Object::new();
    set(&args, "meeting", &meeting.into())?;
    let objects: Vec<JsValue> = commands.iter().map(object).collect::<Result<_, _>>()?;
    let function = commands.first().map_or("get_meeting", function);
    match function {
        "submit_answers" => {
            for answer in &objects {
                take(answer, "type")?;
            }
            set(&args, "answers", &array(&objects))?;
        }
        "save_contributions" => {
            for contribution in &objects {
                list_fields(contribution)?;
            }
            set(&args, "contributions", &array(&objects))?;
        }
        "take_part" => {
            let command = objects.first().cloned().unwrap_or_default();
            set(&args, "type", &take(&command, "type")?)?;
            let step = take(&command, "step")?;
            set(&args, "step", &if step.is_undefined() { "".into() } else { step })?;
            if let Some(Command::Consent { .. }) = commands.first() {
                for name in ["asked", "agrees"] {
                    set(&args, name, &take(&command, name)?)?;
                }
            }
        }
        "start_meeting" => {
            let command = objects.first().cloned().unwrap_or_default();
            for name in ["from", "part"] {
                set(&args, name, &take(&command, name)?)?;
            }
        }
        "steer_meeting" => {
            let object = objects.first().cloned().unwrap_or_default();
            if let Some(Command::SetTimer { .. }) = commands.first() {
                rename(&object, "from", "timer_from")?;
                rename(&object, "to", "timer_to")?;
            }
            set(&args, "command", &object)?;
        }
        _ => {}
    }
    Ok((function, args))
}

fn object(command: &Command) -> Result<JsValue, JsValue> {
    Ok(to_js(&wire::Command::from(command))?)
}

/// A described parameter has no free names: fields travel as a list of name and value.
fn list_fields(contribution: &JsValue) -> Result<(), JsValue> {
    let fields = take(contribution, "fields")?;
    if fields.is_undefined() {
        return Ok(());
    }
    let list = Array::new();
    for entry in Object::entries(fields.unchecked_ref()).iter() {
        let field = Object::new();
        set(&field, "name", &Reflect::get_u32(&entry, 0)?)?;
        set(&field, "value", &Reflect::get_u32(&entry, 1)?)?;
        list.push(&field);
    }
    set(contribution, "fields", &list)
}

fn rename(object: &JsValue, from: &str, to: &str) -> Result<(), JsValue> {
    let value = take(object, from)?;
    set(object, to, &value)
}

/// Removes a member and gives what it was.
fn take(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    let value = Reflect::get(object, &name.into())?;
    Reflect::delete_property(object.unchecked_ref::<Object>(), &name.into())?;
    Ok(value)
}

fn set(object: &JsValue, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &name.into(), value).map(|_| ())
}

fn array(objects: &[JsValue]) -> JsValue {
    objects.iter().collect::<Array>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `docs/protocol.md` has it, "Moodle's web services".
    #[test]
    fn every_command_goes_to_its_service() {
        let id = || "00000000-0000-4000-8000-000000000001".into();
        let commands = [
            (Command::Leave, "take_part"),
            (Command::Share { id: id(), base: 1 }, "save_contributions"),
            (Command::Delete { id: id(), base: 1 }, "save_contributions"),
            (Command::Move { id: id(), after: None }, "save_contributions"),
            (Command::SetChair { from: None, to: None }, "steer_meeting"),
            (Command::Consent { asked: 1, agrees: true }, "take_part"),
            (Command::AskSharing { asked: None, lesson: None }, "steer_meeting"),
            (Command::Publish { asked: 1 }, "steer_meeting"),
            (Command::Withdraw { asked: 1 }, "steer_meeting"),
            (Command::ChoosePart { from: "a".into(), to: "b".into() }, "steer_meeting"),
            (Command::StartNext { from: 1, part: "a".into() }, "start_meeting"),
        ];
        for (command, expected) in commands {
            assert_eq!(function(&command), expected, "{command:?}");
        }
    }
}
