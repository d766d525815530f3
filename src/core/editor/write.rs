//! An exercise as a file that people read: members in the order of `docs/formats.md`, indented.

use serde_json::Value;

/// Members that come first, in this order; others follow by name.
const ORDER: &[&str] = &[
    "$schema",
    "version",
    "languages",
    "id",
    "kind",
    "block",
    "number",
    "value",
    "title",
    "goal",
    "label",
    "text",
    "when_to_use",
    "minutes",
    "min",
    "max",
    "group_size",
    "mode",
    "requires",
    "optional",
    "instruction",
    "prompts",
    "facilitator_hint",
    "settings",
    "items",
    "series",
    "scales",
    "points",
    "steps",
];

/// The text of the file, with an end of line behind it.
pub fn write(json: &Value) -> String {
    let mut text = String::new();
    value(json, 0, &mut text);
    text.push('\n');
    text
}

fn value(json: &Value, depth: usize, into: &mut String) {
    match json {
        Value::Null => into.push_str("null"),
        Value::Bool(flag) => into.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => into.push_str(&number.to_string()),
        Value::String(text) => string(text, into),
        Value::Array(entries) if entries.is_empty() => into.push_str("[]"),
        Value::Array(entries) => {
            into.push('[');
            for (index, entry) in entries.iter().enumerate() {
                separate(index, depth + 1, into);
                value(entry, depth + 1, into);
            }
            line(depth, into);
            into.push(']');
        }
        Value::Object(members) if members.is_empty() => into.push_str("{}"),
        Value::Object(members) => {
            let mut names: Vec<&String> = members.keys().collect();
            names.sort_by_key(|name| ORDER.iter().position(|it| it == name).unwrap_or(ORDER.len()));
            into.push('{');
            for (index, name) in names.into_iter().enumerate() {
                separate(index, depth + 1, into);
                string(name, into);
                into.push_str(": ");
                value(&members[name], depth + 1, into);
            }
            line(depth, into);
            into.push('}');
        }
    }
}

fn separate(index: usize, depth: usize, into: &mut String) {
    if index > 0 {
        into.push(',');
    }
    line(depth, into);
}

fn line(depth: usize, into: &mut String) {
    into.push('\n');
    for _ in 0..depth {
        into.push(' ');
    }
}

fn string(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    into.push('"');
    for c in text.chars() {
        match c {
            '"' => into.push_str("\\\""),
            '\\' => into.push_str("\\\\"),
            '\n' => into.push_str("\\n"),
            '\r' => into.push_str("\\r"),
            '\t' => into.push_str("\\t"),
            c if c < ' ' => {
                let code = c as usize;
                into.push_str("\\u00");
                into.push(char::from(HEX[code >> 4]));
                into.push(char::from(HEX[code & 15]));
            }
            c => into.push(c),
        }
    }
    into.push('"');
}
