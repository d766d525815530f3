//! Identities for new things: `<kind>-<version>-<number>`. The version is that of the exercise as it was
//! opened, and numbers only go up, so that none is given twice, not after an undo and not after a save.

use serde_json::Value;

/// Where the next identity comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names {
    version: u64,
    last: u32,
}

impl Names {
    /// Identities for what is added to this version; `last` is the last number that was given.
    pub const fn new(version: u64, last: u32) -> Self {
        Self { version, last }
    }

    /// The last number that was given.
    pub const fn last(self) -> u32 {
        self.last
    }

    /// The next identity of a kind; none that stands anywhere in these files.
    pub fn next(&mut self, kind: &str, files: &[&Value]) -> String {
        loop {
            self.last += 1;
            let name = [kind, &self.version.to_string(), &self.last.to_string()].join("-");
            if !files.iter().any(|file| stands_in(file, &name)) {
                return name;
            }
        }
    }
}

fn stands_in(json: &Value, name: &str) -> bool {
    match json {
        Value::String(text) => text == name,
        Value::Array(entries) => entries.iter().any(|entry| stands_in(entry, name)),
        Value::Object(members) => members.iter().any(|(key, value)| key == name || stands_in(value, name)),
        _ => false,
    }
}
