//! The words of the interface are complete: what the screens use stands in both languages, with the same
//! placeholders, and nothing stands there that no screen uses.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::room::Date;
use leerlandschap::i18n::{Catalogue, Key};

const LANGUAGES: [&str; 2] = ["en", "nl"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The strings of a language file of Moodle: `$string['identifier'] = 'text';`, one a line.
fn strings(language: &str) -> BTreeMap<String, String> {
    let path = root().join("moodle-plugin/lang").join(language).join("leerlandschap.php");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parsed: BTreeMap<String, String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("$string['")?.strip_suffix("';")?.split_once("'] = '"))
        .map(|(identifier, text)| (identifier.to_owned(), text.replace("\\'", "'").replace("\\\\", "\\")))
        .collect();
    assert!(parsed.len() > Key::ALL.len(), "{} was not understood", path.display());
    parsed
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.match_indices("{$a").filter_map(|(at, _)| text[at..].find('}').map(|end| &text[at..=at + end])).collect()
}

fn catalogue(language: &str) -> Catalogue {
    Catalogue::new(strings(language))
}

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_key_stands_in_both_languages() {
    for language in LANGUAGES {
        let strings = strings(language);
        for key in Key::ALL {
            let text = strings.get(key.identifier()).map(|text| text.trim());
            assert!(text.is_some_and(|text| !text.is_empty()), "{language} lacks {}", key.identifier());
        }
    }
}

#[test]
fn every_refusal_stands_in_both_languages() {
    for language in LANGUAGES {
        let strings = strings(language);
        for refusal in Refusal::ALL {
            assert!(strings.contains_key(&format!("error:{}", refusal.code())), "{language} lacks {}", refusal.code());
        }
    }
}

#[test]
fn no_text_of_the_app_is_left_over() {
    let known: BTreeSet<&str> = Key::ALL.iter().map(|key| key.identifier()).collect();
    for language in LANGUAGES {
        for identifier in strings(language).keys().filter(|identifier| identifier.starts_with("app:")) {
            assert!(known.contains(identifier.as_str()), "{language}: no key for {identifier}");
        }
    }
}

#[test]
fn every_key_is_used() {
    let mut code = String::new();
    sources(&root().join("src"), &mut code);
    for key in Key::ALL {
        let name = format!("Key::{key:?}");
        let used = code
            .match_indices(&name)
            .any(|(at, _)| !code[at + name.len()..].starts_with(|next: char| next.is_alphanumeric()));
        assert!(used, "{name} is used nowhere");
    }
}

#[test]
fn placeholders_are_the_same_in_both_languages() {
    let [english, dutch] = LANGUAGES.map(strings);
    for key in Key::ALL {
        let [one, other] = [&english, &dutch].map(|strings| placeholders(&strings[key.identifier()]));
        assert_eq!(one, other, "{}", key.identifier());
    }
}

#[test]
fn values_are_filled_in_once() {
    let dutch = catalogue("nl");
    assert_eq!(&*dutch.with(Key::GoTo, "{$a}"), "Naar {$a}");
    assert_eq!(&*dutch.fill(Key::TableOf, &[("k", "{$a->n}"), ("n", "8")]), "{$a->n} van 8");
}

#[test]
fn numbers_and_days_are_written_as_the_language_does() {
    let (english, dutch) = (catalogue("en"), catalogue("nl"));
    assert_eq!(dutch.tenths(3, 7).as_deref(), Some("0,4"));
    assert_eq!(english.tenths(3, 7).as_deref(), Some("0.4"));
    assert_eq!(english.tenths(1, 20).as_deref(), Some("0.1"), "rounded half up");
    assert_eq!(english.tenths(1, 21), None);
    assert_eq!(english.tenths(1, 0), None);
    let day = Date::parse("2026-12-03").unwrap();
    assert_eq!(&*dutch.date(day), "3 december 2026");
    assert_eq!(&*english.date(day), "3 December 2026");
}

#[test]
fn a_missing_text_shows_its_identifier() {
    assert_eq!(&*Catalogue::default().text(Key::Join), "[app:join]");
}
