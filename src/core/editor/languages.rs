//! Texts and the languages they are in.

use serde_json::{Map, Value, json};

use super::patch::Patch;
use super::pointer::{entry, list, member};
pub use crate::core::format::is_language;

/// The languages of an exercise; the first is the one to fall back to.
pub fn codes(exercise: &Value) -> Vec<&str> {
    list(exercise, "/languages").iter().filter_map(Value::as_str).collect()
}

/// The text at `at` in a language; empty where it is not written.
pub fn text_in<'a>(exercise: &'a Value, at: &str, language: &str) -> &'a str {
    exercise.pointer(at).and_then(|text| text.get(language)).and_then(Value::as_str).unwrap_or_default()
}

/// What a reader of this language sees of the text `text`.
pub fn read_in<'a>(text: Option<&'a Value>, language: &str, first: &str) -> &'a str {
    let written = |code: &str| text.and_then(|text| text.get(code)).and_then(Value::as_str);
    written(language).filter(|text| !text.trim().is_empty()).or_else(|| written(first)).unwrap_or_default()
}

/// A text that says nothing yet.
pub fn unwritten(exercise: &Value) -> Value {
    match codes(exercise).first() {
        Some(first) => json!({ *first: "" }),
        None => json!({}),
    }
}

/// Writes a text in a language.
pub fn write(exercise: &Value, at: &str, language: &str, text: &str, optional: bool) -> Vec<Patch> {
    let now = exercise.pointer(at).and_then(Value::as_object);
    if text_in(exercise, at, language) == text {
        return Vec::new();
    }
    let first = codes(exercise).first().is_some_and(|first| *first == language);
    let Some(now) = now else {
        let mut written = match unwritten(exercise) {
            Value::Object(empty) if !optional => empty,
            _ => Map::new(),
        };
        written.insert(language.to_owned(), text.into());
        return vec![Patch::set(at, written)];
    };
    let alone = now.iter().all(|(code, said)| code == language || said.as_str().is_none_or(str::is_empty));
    if text.is_empty() && optional && alone {
        vec![Patch::unset(at)]
    } else if text.is_empty() && !first {
        vec![Patch::unset(member(at, language))]
    } else {
        vec![Patch::set(member(at, language), text)]
    }
}

/// Adds a language that is not there.
pub fn add(exercise: &Value, code: &str) -> Vec<Patch> {
    if codes(exercise).contains(&code) {
        return Vec::new();
    }
    let index = list(exercise, "/languages").len();
    vec![Patch::Insert { list: "/languages".to_owned(), index, value: code.into() }]
}

/// Takes a language away, with its texts; the first stays.
pub fn remove(exercise: &Value, code: &str) -> Vec<Patch> {
    let codes = codes(exercise);
    let Some(index) = codes.iter().position(|it| *it == code).filter(|index| *index > 0) else {
        return Vec::new();
    };
    let mut patches = Vec::new();
    texts(exercise, "", &codes, &mut |at, text| {
        if text.contains_key(code) {
            patches.push(Patch::unset(member(at, code)));
        }
    });
    patches.push(Patch::Remove { list: "/languages".to_owned(), index });
    patches
}

/// Calls `found` for every text of an exercise, with its place. What is a text shows in its members: languages.
pub fn texts(json: &Value, at: &str, codes: &[&str], found: &mut dyn FnMut(&str, &Map<String, Value>)) {
    match json {
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                texts(value, &entry(at, index), codes, found);
            }
        }
        Value::Object(members) => {
            let is_text = !members.is_empty()
                && members.iter().all(|(name, value)| codes.contains(&name.as_str()) && value.is_string());
            if is_text {
                found(at, members);
                return;
            }
            for (name, value) in members {
                texts(value, &member(at, name), codes, found);
            }
        }
        _ => {}
    }
}

/// The places of the texts that a language lacks.
pub fn lacking(exercise: &Value, language: &str) -> Vec<String> {
    let mut places = Vec::new();
    texts(exercise, "", &codes(exercise), &mut |at, text| {
        if text.get(language).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty()) {
            places.push(at.to_owned());
        }
    });
    places
}
