//! From commands to the function that carries them out and its arguments (`docs/protocol.md`, "Moodle's web
//! services"), as JavaScript objects: what a described parameter cannot hold travels in another shape.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::core::command::Command;
use crate::host::json::to_js;
use crate::protocol::command as wire;

/// The function that carries out these commands, and its arguments besides those that all have.
///
/// # Errors
/// Where a command has no form in JavaScript.
pub fn of(meeting: &str, commands: &[Command]) -> Result<(&'static str, Object), JsValue> {
    let args = Object::new();
    set(&args, "meeting", &meeting.into())?;
    let objects: Vec<JsValue> = commands.iter().map(object).collect::<Result<_, _>>()?;
    let function = match commands.first() {
        None => "get_meeting",
        Some(Command::Answer { .. }) => {
            for answer in &objects {
                take(answer, "type")?;
            }
            set(&args, "answers", &array(&objects))?;
            "submit_answers"
        }
        Some(Command::Save { .. } | Command::Delete { .. } | Command::Move { .. }) => {
            for contribution in &objects {
                list_fields(contribution)?;
            }
            set(&args, "contributions", &array(&objects))?;
            "save_contributions"
        }
        Some(Command::Join { .. } | Command::Leave | Command::TookPart { .. }) => {
            let command = objects.first().cloned().unwrap_or_default();
            set(&args, "type", &take(&command, "type")?)?;
            let step = take(&command, "step")?;
            set(&args, "step", &if step.is_undefined() { "".into() } else { step })?;
            "take_part"
        }
        Some(command) => {
            let object = objects.first().cloned().unwrap_or_default();
            if matches!(command, Command::SetTimer { .. }) {
                rename(&object, "from", "timer_from")?;
                rename(&object, "to", "timer_to")?;
            }
            set(&args, "command", &object)?;
            "steer_meeting"
        }
    };
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
