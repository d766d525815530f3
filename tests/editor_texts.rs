//! The words of the editor are complete: what its screens and forms name stands in both languages, with the same
//! placeholders, and nothing stands there that they do not name.

#![allow(clippy::unwrap_used)]

mod words;

use std::collections::BTreeSet;
use std::fs;

use leerlandschap::core::editor::rehearse::TEXTS;
use leerlandschap::core::editor::{BLOCKS, Input, KINDS, PHASES, lists_of, settings_of};

/// Literals behind `prefix` in the sources of the screens.
fn literals(prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir("src/ui/editor").unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap().replace(['\n', ' '], "");
        for (at, _) in source.match_indices(prefix) {
            let rest = &source[at + prefix.len()..];
            found.extend(rest.split_once('"').map(|(name, _)| name.to_owned()));
        }
    }
    found
}

/// Every identifier that is named, one way or another.
fn named() -> BTreeSet<String> {
    let mut named: BTreeSet<String> = ["pen.t(\"", "pen.with(\"", "pen.fill(\"", "line(pen,\"", "word(words,\""]
        .into_iter()
        .flat_map(literals)
        .collect();
    for family in ["field", "list", "add", "choice_direction"] {
        named.extend(literals(&format!("pen.of(\"{family}\",\"")).into_iter().map(|name| format!("{family}_{name}")));
    }
    for block in BLOCKS {
        named.extend([format!("block_{block}"), format!("about_{block}")]);
        for field in settings_of(block) {
            named.insert(format!("field_{}", field.name));
            if let Input::Choice(words) | Input::Several(words) = field.input {
                let words = words.iter().filter(|word| !word.is_empty());
                named.extend(words.map(|word| format!("choice_{}_{word}", field.name)));
            }
        }
        for (list, _, _) in lists_of(block) {
            let list = list.trim_start_matches("settings/");
            named.extend([format!("list_{list}"), format!("add_{list}")]);
            if list != "views" {
                named.insert(format!("entry_{list}"));
            }
        }
    }
    for list in ["options", "prompts", "parts", "phases"] {
        named.extend([format!("list_{list}"), format!("add_{list}"), format!("entry_{list}")]);
    }
    named.extend(KINDS.iter().map(|kind| format!("kind_{kind}")));
    named.extend(PHASES.iter().map(|phase| format!("phase_{phase}")));
    named.extend(["single", "repeated"].map(|kind| format!("choice_series_kind_{kind}")));
    named.extend(["sequence", "choose_one"].map(|order| format!("choice_series_order_{order}")));
    named.extend(["distribution", "profile", "relation"].map(|view| format!("view_{view}")));
    named.extend(["together", "own_pace"].map(|mode| format!("choice_mode_{mode}")));
    named.extend(["together", "alone", "mixed"].map(|mode| format!("choice_exercise_mode_{mode}")));
    named.extend(["write", "set", "add", "remove", "move", "replace"].map(|act| format!("act_{act}")));
    named.extend(["min", "max"].map(|end| format!("field_range_{end}")));
    named.extend(["undone", "redone"].map(|done| format!("said_{done}")));
    named.extend(
        ["goal", "when_to_use", "leaves_with", "gradebook", "hint", "min", "max", "max_chars"]
            .map(|it| format!("field_{it}")),
    );
    // What is chosen from two on the way, and what the rehearsal's own page and participants say.
    named.extend(["preview_about", "rehearsal_about", "rehearsal_back"].map(str::to_owned));
    named.extend(TEXTS.iter().map(|text| text.identifier().to_owned()));
    for name in literals("pen.counted(\"") {
        named.extend(["one", "other"].map(|ending| format!("{name}_{ending}")));
    }
    named
}

/// The codes of problems, refusals and warnings, as the documents list them.
fn codes() -> BTreeSet<String> {
    let formats = fs::read_to_string("docs/formats.md").unwrap();
    let table = formats.split("\n## Problems").nth(1).unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let mut codes: BTreeSet<String> = rows
        .flat_map(|row| {
            row.split(" | ")
                .next()
                .unwrap_or_default()
                .split("`, `")
                .map(|it| it.trim_matches(['`', ' ', '|']).to_owned())
                .collect::<Vec<_>>()
        })
        .filter(|code| code.contains('_') || code == "missing")
        .collect();
    let protocol = fs::read_to_string("docs/protocol.md").unwrap();
    let section = protocol.split("\n## Editing an exercise").nth(1).unwrap().split("\n## ").next().unwrap();
    let ends = ["_removed", "_changed", "_loosened", "_added"];
    codes.extend(
        section
            .split('`')
            .filter(|word| ends.iter().any(|end| word.ends_with(end)) && !word.contains([' ', '"', '/']))
            .map(str::to_owned),
    );
    codes
}

#[test]
fn every_word_stands_in_both_languages() {
    for language in ["en", "nl"] {
        let strings = words::strings("edit", language);
        for name in named().into_iter().chain(codes().into_iter().map(|code| format!("code_{code}"))) {
            assert!(strings.get(&name).is_some_and(|text| !text.trim().is_empty()), "{language} lacks edit:{name}");
        }
    }
}

#[test]
fn nothing_is_left_over() {
    let known: BTreeSet<String> =
        named().into_iter().chain(codes().into_iter().map(|code| format!("code_{code}"))).collect();
    for language in ["en", "nl"] {
        let left: Vec<String> =
            words::strings("edit", language).into_keys().filter(|name| !known.contains(name)).collect();
        assert!(left.is_empty(), "{language}: nothing names {left:?}");
    }
}

#[test]
fn placeholders_are_the_same() {
    words::assert_same_placeholders("edit");
}
