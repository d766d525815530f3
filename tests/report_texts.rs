//! The words of the report are complete: what its screens name stands in both languages, with the same placeholders, and
//! nothing stands there that neither they nor the plugin names.

#![allow(clippy::unwrap_used)]

mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use leerlandschap::core::report::Page;
use leerlandschap::core::report::files::Dataset;

/// All sources below a folder, one after the other.
fn sources(folder: &Path, ending: &str, into: &mut String) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let skipped = ["lang", "tests", "build"].iter().any(|name| path.ends_with(name));
        if path.is_dir() && !skipped {
            sources(&path, ending, into);
        } else if path.extension().is_some_and(|it| it == ending) {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

fn code_of(folder: &str, ending: &str) -> String {
    let mut code = String::new();
    sources(Path::new(folder), ending, &mut code);
    code
}

/// Every string literal of the screens.
fn literals() -> BTreeSet<String> {
    let code = code_of("src/ui/report", "rs");
    code.split('"').map(str::to_owned).collect()
}

/// Families of names that are put together: what they begin with, and their endings.
fn families() -> BTreeSet<String> {
    let mut named: BTreeSet<String> = Page::ALL.iter().map(|page| ["page_", page.name()].concat()).collect();
    for (family, names) in [
        ("class", &["consensus", "divided", "lean", "hidden"][..]),
        ("letter", &["consensus", "divided", "lean"]),
        ("view", &["each", "map", "groups"]),
    ] {
        named.extend(names.iter().map(|name| format!("{family}_{name}")));
    }
    for dataset in Dataset::ALL {
        named.extend(["file", "about"].map(|family| format!("{family}_{}", dataset.code())));
    }
    let code = code_of("src/ui/report", "rs").replace(['\n', ' '], "");
    for (at, found) in code.match_indices("counted(\"") {
        let name = code[at + found.len()..].split('"').next().unwrap();
        named.extend(["one", "other"].map(|ending| format!("{name}_{ending}")));
    }
    named
}

/// What the screens name by itself.
fn named() -> BTreeSet<String> {
    let code = code_of("src/ui/report", "rs").replace(['\n', ' '], "");
    let mut named = families();
    for prefix in ["words.t(\"", "words.with(\"", "words.fill(\""] {
        for (at, _) in code.match_indices(prefix) {
            named.insert(code[at + prefix.len()..].split('"').next().unwrap().to_owned());
        }
    }
    named
}

#[test]
fn every_word_stands_in_both_languages() {
    for language in ["en", "nl"] {
        let strings = words::strings("report", language);
        for name in named() {
            assert!(strings.get(&name).is_some_and(|text| !text.trim().is_empty()), "{language} lacks report:{name}");
        }
    }
}

/// A name that is put together or chosen in the code stands there as a literal at least.
#[test]
fn nothing_is_left_over() {
    let (named, literals) = (named(), literals());
    // A family whose names come from a list of literals.
    let composed = |name: &str| {
        name.split_once('_')
            .is_some_and(|(family, rest)| ["column", "people"].contains(&family) && literals.contains(rest))
    };
    let plugin = code_of("moodle-plugin", "php");
    for language in ["en", "nl"] {
        let used = |name: &String| {
            named.contains(name)
                || literals.contains(name)
                || composed(name)
                || plugin.contains(&format!("'report:{name}'"))
        };
        let left: Vec<String> = words::strings("report", language).into_keys().filter(|name| !used(name)).collect();
        assert!(left.is_empty(), "{language}: nothing names {left:?}");
    }
}

#[test]
fn placeholders_are_the_same() {
    words::assert_same_placeholders("report");
}
