//! Which layer may know which: `core` none of ours, `protocol` core, `host` protocol and core, `ui` core's
//! view types and the words, `word` protocol and core, `app` all. And core knows nothing of the browser.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer, and the layers it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("core", &["core"]),
    ("protocol", &["protocol", "core"]),
    ("host", &["host", "protocol", "core"]),
    ("i18n", &["i18n", "core"]),
    ("ui", &["ui", "i18n", "core"]),
    ("app", &["app", "ui", "i18n", "host", "protocol", "core"]),
    ("word", &["word", "protocol", "core"]),
    ("bin", &["app", "word"]),
];

/// Crates that only the web layers may use.
const BROWSER: &[&str] =
    &["gloo", "js_sys", "serde_wasm_bindgen", "wasm_bindgen", "wasm_bindgen_futures", "web_sys", "yew"];

/// What a screen may take from core: the view models, and the plain facts and intents they are made of.
const UI_FROM_CORE: &[&str] = &[
    "view",
    "intent",
    "room",
    "ids",
    "consensus",
    "refusal",
    "text",
    "blocks",
    "timing",
    "editor",
    "drawing",
    "report",
];

fn sources(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| sources(&path)).filter(|it| it.extension().is_some_and(|e| e == "rs")).collect()
}

/// What a source names after `prefix`, outside its comments, also in braces: `prefix{a::b, c::{d, e}}`.
fn named_after(source: &str, prefix: &str) -> Vec<String> {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    code.match_indices(prefix).flat_map(|(at, _)| first_names(&code[at + prefix.len()..])).collect()
}

/// The first name of a path, or of each path in braces.
fn first_names(path: &str) -> Vec<String> {
    let name =
        |text: &str| -> String { text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let Some(inside) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut names = vec![name(inside)];
    let mut depth = 1;
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name(&inside[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// What a source names by way of the modules above it, as seen from the crate: `super::super::name` in
/// `core/view/mod.rs` is `core`'s neighbour `name`.
fn named_above(path: &Path, source: &str) -> Vec<String> {
    let inside = path.strip_prefix("src").expect("a source");
    let is_folder = inside.file_name().is_some_and(|name| name == "mod.rs");
    let depth = inside.components().count() - usize::from(is_folder);
    named_after(source, &"super::".repeat(depth))
}

#[test]
fn names_are_found_however_they_are_written() {
    let source = "use crate::{ui::{a, b}, host};\n// crate::app\nfn f() { crate::app::g() }";
    assert_eq!(named_after(source, "crate::"), ["ui", "host", "app"]);
    assert_eq!(named_after("use crate::{\n    ui,\n    i18n,\n};", "crate::"), ["ui", "i18n"]);
    assert_eq!(named_above(Path::new("src/core/view/nav.rs"), "use super::super::super::ui::X;"), ["ui"]);
    assert_eq!(named_above(Path::new("src/core/view/mod.rs"), "use super::super::ui::X;"), ["ui"]);
    assert!(named_above(Path::new("src/core/view/nav.rs"), "use super::super::ids::X;").is_empty());
}

#[test]
fn layers_know_only_those_below() {
    for (layer, allowed) in LAYERS {
        for path in sources(&Path::new("src").join(layer)) {
            let source = fs::read_to_string(&path).expect("readable").replace("leerlandschap::", "crate::");
            for name in [named_after(&source, "crate::"), named_above(&path, &source)].concat() {
                let known = LAYERS.iter().any(|(it, _)| *it == name);
                let permitted = !known || allowed.contains(&name.as_str());
                assert!(permitted, "{} names crate::{name}", path.display());
            }
        }
    }
}

#[test]
fn core_and_protocol_know_no_browser() {
    for layer in ["core", "protocol", "i18n", "word"] {
        for path in sources(&Path::new("src").join(layer)) {
            let source = fs::read_to_string(&path).expect("readable");
            for name in BROWSER {
                let found = named_after(&source, &format!("{name}::"));
                assert!(found.is_empty(), "{} uses {name}", path.display());
            }
        }
    }
}

#[test]
fn screens_take_only_views_and_facts_from_core() {
    for path in sources(Path::new("src/ui")) {
        let source = fs::read_to_string(&path).expect("readable");
        for name in named_after(&source, "crate::core::") {
            assert!(UI_FROM_CORE.contains(&name.as_str()), "{} takes core::{name}", path.display());
        }
    }
}

/// The core's types are not serialised: their twins of the wire are.
#[test]
fn core_is_not_serialised() {
    for path in sources(Path::new("src/core")) {
        let source = fs::read_to_string(&path).expect("readable");
        assert!(!source.contains("Serialize") && !source.contains("Deserialize"), "{}", path.display());
    }
}
