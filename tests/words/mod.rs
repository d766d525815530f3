//! The words of a part of the interface, as its language files have them.

#![allow(clippy::unwrap_used)] // A test that cannot go on fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The strings whose identifiers begin with `prefix` and a colon, by what stands behind that.
pub fn strings(prefix: &str, language: &str) -> BTreeMap<String, String> {
    let begins = format!("$string['{prefix}:");
    let text = fs::read_to_string(format!("moodle-plugin/lang/{language}/leerlandschap.php")).unwrap();
    text.lines()
        .filter_map(|line| line.strip_prefix(&begins)?.strip_suffix("';")?.split_once("'] = '"))
        .map(|(identifier, text)| (identifier.to_owned(), text.to_owned()))
        .collect()
}

/// Fails where a string has other placeholders in one language than in another.
pub fn assert_same_placeholders(prefix: &str) {
    let placeholders = |text: &str| -> BTreeSet<String> {
        text.match_indices("{$a")
            .filter_map(|(at, _)| text[at..].split_once('}').map(|(name, _)| name.to_owned()))
            .collect()
    };
    let dutch = strings(prefix, "nl");
    for (name, text) in strings(prefix, "en") {
        assert_eq!(placeholders(&text), placeholders(&dutch[&name]), "{name}");
    }
}
