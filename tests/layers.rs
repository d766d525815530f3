//! Which layer may know which: `core` none of ours, `protocol` core, `host` protocol and core, `ui` core's
//! view types and the words, `app` all. And core knows nothing of the browser.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer, and the layers it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("core", &["core"]),
    ("protocol", &["protocol", "core"]),
    ("host", &["host", "protocol", "core"]),
    ("i18n.rs", &["i18n", "core"]),
    ("ui", &["ui", "i18n", "core"]),
    ("app", &["app", "ui", "i18n", "host", "protocol", "core"]),
];

/// Crates that only the web layers may use.
const BROWSER: &[&str] =
    &["gloo", "js_sys", "serde_wasm_bindgen", "wasm_bindgen", "wasm_bindgen_futures", "web_sys", "yew"];

/// What a screen may take from core: the view models, and the plain facts and intents they are made of.
const UI_FROM_CORE: &[&str] = &["view", "intent", "room", "ids", "consensus", "refusal", "text", "blocks", "timing"];

fn sources(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| sources(&path)).filter(|it| it.extension().is_some_and(|e| e == "rs")).collect()
}

/// What a source names after `prefix`, outside its comments.
fn named_after(source: &str, prefix: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| {
        line.match_indices(prefix)
            .map(|(at, _)| {
                let rest = &line[at + prefix.len()..];
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
            })
            .collect::<Vec<String>>()
    })
    .collect()
}

#[test]
fn layers_know_only_those_below() {
    for (layer, allowed) in LAYERS {
        for path in sources(&Path::new("src").join(layer)) {
            let source = fs::read_to_string(&path).expect("readable");
            for name in named_after(&source, "crate::") {
                let known = LAYERS.iter().any(|(it, _)| it.trim_end_matches(".rs") == name);
                let permitted = !known || allowed.contains(&name.as_str());
                assert!(permitted, "{} names crate::{name}", path.display());
            }
        }
    }
}

#[test]
fn core_and_protocol_know_no_browser() {
    for layer in ["core", "protocol", "i18n.rs"] {
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
