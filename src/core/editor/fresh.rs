//! New things, with as much filled in as can be known; texts wait to be written.

use serde_json::{Value, json};

use super::languages::unwritten;
use super::names::Names;
use super::pointer::{list, text};

/// The kinds of work there are, in the order they are offered.
pub const BLOCKS: &[&str] = &["info", "statements", "questions", "notes", "actions", "principles", "confirm", "plan"];

/// The kinds of question.
pub const KINDS: &[&str] = &["scale", "choice", "multichoice", "number", "text"];

/// What the phases of a step are may be.
pub const PHASES: &[&str] = &["think", "write", "vote", "reveal", "discuss", "revote", "decide"];

/// A step of a kind of work, to stand behind those of `exercise`; a scale that it needs and that is not there
/// comes along, by its id. `None` for a block that does not exist.
pub fn step(exercise: &Value, block: &str, names: &mut Names) -> Option<(Value, Option<(String, Value)>)> {
    let words = || unwritten(exercise);
    let mut new_id = |kind: &str| names.next(kind, &[exercise]);
    let id = new_id("step");
    let mut scale = exercise.get("scales").and_then(Value::as_object).and_then(|it| it.keys().next()).cloned();
    let mut new_scale = None;
    if matches!(block, "statements" | "questions" | "confirm") && scale.is_none() {
        let name = new_id("scale");
        scale = Some(name.clone());
        new_scale = Some((name, self::scale()));
    }
    let scale = scale.unwrap_or_default();
    let known = |block: &str| {
        let mut steps = list(exercise, "/steps").iter().filter(|step| text(step, "block") == block);
        steps.find_map(|step| step.pointer("/settings/list").and_then(Value::as_str)).map(str::to_owned)
    };
    let (settings, items) = match block {
        "info" => (json!({}), Some(json!([{ "id": new_id("item"), "text": words() }]))),
        "statements" => (json!({ "scale": scale }), Some(json!([{ "id": new_id("item"), "text": words() }]))),
        "questions" => {
            let item = json!({ "id": new_id("item"), "kind": "scale", "text": words(), "scale": scale });
            (json!({}), Some(json!([item])))
        }
        "notes" => (json!({ "columns": [{ "id": new_id("column"), "label": words() }] }), None),
        "actions" => {
            let list = known("actions").unwrap_or_else(|| new_id("list"));
            (json!({ "list": list, "required": ["what"] }), None)
        }
        "principles" => {
            let list = known("principles").unwrap_or_else(|| new_id("list"));
            (json!({ "list": list, "scope_label": words(), "principle_label": words() }), None)
        }
        "confirm" => {
            let mut earlier = list(exercise, "/steps").iter().filter(|step| text(step, "block") != "info");
            let first: Vec<&str> = earlier.next().map(|step| text(step, "id")).into_iter().collect();
            (json!({ "summary_of": first, "scale": scale }), None)
        }
        "plan" => (json!({ "periods": [{ "id": new_id("period"), "label": words() }] }), None),
        _ => return None,
    };
    let mut step = json!({
        "id": id, "title": words(), "minutes": { "min": 5, "max": 10 }, "instruction": words(),
        "block": block, "settings": settings,
    });
    if let (Some(step), Some(items)) = (step.as_object_mut(), items) {
        step.insert("items".to_owned(), items);
    }
    Some((step, new_scale))
}

/// A part that waits for its steps.
pub fn part(exercise: &Value, names: &mut Names) -> Value {
    json!({
        "id": names.next("part", &[exercise]), "title": unwritten(exercise), "minutes": { "min": 5, "max": 10 },
        "steps": [],
    })
}

/// A phase more for the list at `at`: the first one that is not there.
pub fn phase(exercise: &Value, at: &str, names: &mut Names) -> Value {
    let there = |name: &&&str| list(exercise, at).iter().any(|phase| text(phase, "id") == **name);
    let name = PHASES.iter().find(|name| !there(name)).map(|name| (*name).to_owned());
    json!({ "id": name.unwrap_or_else(|| names.next("phase", &[exercise])), "minutes": { "min": 1, "max": 2 } })
}

/// A scale of five numbers.
pub fn scale() -> Value {
    json!({ "range": { "min": 1, "max": 5 } })
}

/// An entry for the list of this name; `None` for a list whose entries cannot be made up.
pub fn entry(exercise: &Value, name: &str, block: &str, names: &mut Names) -> Option<Value> {
    let mut new_id = |kind: &str| names.next(kind, &[exercise]);
    let words = || unwritten(exercise);
    Some(match (name, block) {
        ("items", "questions") => question(exercise, "text", &new_id("item"), &words()),
        ("items", _) => json!({ "id": new_id("item"), "text": words() }),
        ("columns", _) => json!({ "id": new_id("column"), "label": words() }),
        ("options", _) => json!({ "id": new_id("option"), "label": words() }),
        ("dimensions", _) => json!({ "id": new_id("dimension"), "label": words() }),
        ("periods", _) => json!({ "id": new_id("period"), "label": words() }),
        ("sections", _) => json!({ "id": new_id("section"), "label": words() }),
        ("prompts", _) => words(),
        _ => return None,
    })
}

/// A question of a kind, with what that kind needs.
pub fn question(exercise: &Value, kind: &str, id: &str, words: &Value) -> Value {
    let mut item = json!({ "id": id, "kind": kind, "text": words });
    let Some(members) = item.as_object_mut() else {
        return item;
    };
    match kind {
        "scale" => {
            let scale = exercise.get("scales").and_then(Value::as_object).and_then(|it| it.keys().next()).cloned();
            members.insert("scale".to_owned(), scale.unwrap_or_default().into());
        }
        "choice" | "multichoice" => {
            let option =
                |at: u8| json!({ "id": format!("{id}-{}", char::from(b'a' + at)), "label": unwritten(exercise) });
            members.insert("options".to_owned(), json!([option(0), option(1)]));
        }
        "number" => {
            members.insert("min".to_owned(), 0.into());
            members.insert("max".to_owned(), 10.into());
        }
        _ => {
            members.insert("max_chars".to_owned(), 200.into());
        }
    }
    item
}

/// A copy of a step with identities of its own for all it holds; what refers to other steps stays.
pub fn copy(exercise: &Value, step: &Value, names: &mut Names) -> Value {
    let mut copy = step.clone();
    let mut renamed: Vec<(String, String)> = Vec::new();
    rename(&mut copy, exercise, names, &mut renamed);
    // Views and items name dimensions and items of their own step.
    if let Some(views) = copy.pointer_mut("/settings/views") {
        refer(views, &renamed);
    }
    for item in copy.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(dimension) = item.get_mut("dimension") {
            refer(dimension, &renamed);
        }
    }
    copy
}

fn rename(json: &mut Value, exercise: &Value, names: &mut Names, renamed: &mut Vec<(String, String)>) {
    match json {
        Value::Array(entries) => entries.iter_mut().for_each(|it| rename(it, exercise, names, renamed)),
        Value::Object(members) => {
            for (name, value) in members.iter_mut() {
                match value {
                    Value::String(id) if name == "id" => {
                        let kind: String = id.chars().take_while(|c| *c != '-').take(12).collect();
                        let new = names.next(if kind.is_empty() { "copy" } else { &kind }, &[exercise]);
                        renamed.push((std::mem::replace(id, new.clone()), new));
                    }
                    value => rename(value, exercise, names, renamed),
                }
            }
        }
        _ => {}
    }
}

fn refer(json: &mut Value, renamed: &[(String, String)]) {
    match json {
        Value::String(text) => {
            if let Some((_, new)) = renamed.iter().find(|(old, _)| old == text) {
                new.clone_into(text);
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|it| refer(it, renamed)),
        Value::Object(members) => {
            // A view's own words, such as its kind, are none of them.
            members
                .iter_mut()
                .filter(|(name, _)| *name != "kind" && *name != "caveat")
                .for_each(|(_, it)| refer(it, renamed));
        }
        _ => {}
    }
}
