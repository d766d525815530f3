//! The editor's document: whatever a designer does can be taken back, and leaves a file that can be read.

#![allow(clippy::expect_used, clippy::unwrap_used)] // A test that cannot go on fails.

use std::fs;

use leerlandschap::core::editor::languages::{lacking, texts};
use leerlandschap::core::editor::pointer::{find, list, text};
use leerlandschap::core::editor::{
    Act, BLOCKS, Draft, Edit, Editor, KINDS, Opened, Use, Used, UsedKind, import, lists_of, parts_of, question,
    settings_of, steps_of, write,
};
use leerlandschap::core::format::read;
use proptest::prelude::*;
use serde_json::{Value, json};

fn shipped() -> Value {
    let text = fs::read_to_string("static/formats/leerlandschap.json").unwrap();
    serde_json::from_str(&text).unwrap()
}

fn editor() -> Editor {
    Editor::new(Opened { exercise: shipped(), shipped: shipped(), ..Opened::default() })
}

fn write_text(at: &str, language: &str, text: &str, optional: bool) -> Edit {
    Edit::Text { at: at.to_owned(), language: language.to_owned(), text: text.to_owned(), optional }
}

fn ids(editor: &Editor, at: &str) -> Vec<String> {
    list(editor.json(), at).iter().map(|it| text(it, "id").to_owned()).collect()
}

#[test]
fn a_word_typed_letter_by_letter_is_taken_back_at_once() {
    let mut editor = editor();
    let before = editor.json().clone();
    for text in ["L", "Le", "Leren"] {
        assert!(editor.edit(&write_text("/title", "nl", text, false)));
    }
    editor.pause();
    assert!(editor.edit(&write_text("/title", "nl", "Leren!", false)));
    assert_eq!(editor.undo(), Some((Act::Write, "/title".to_owned())));
    assert_eq!(editor.json()["title"]["nl"], "Leren");
    editor.undo();
    assert_eq!(*editor.json(), before);
    assert_eq!(editor.can_turn(), (false, true));
    editor.redo();
    editor.redo();
    assert_eq!(editor.json()["title"]["nl"], "Leren!");
    assert_eq!(editor.redo(), None);
}

#[test]
fn what_changes_nothing_is_no_change() {
    let mut editor = editor();
    let title = editor.json()["title"]["nl"].as_str().unwrap().to_owned();
    assert!(!editor.edit(&write_text("/title", "nl", &title, false)));
    assert!(!editor.edit(&Edit::Set { at: "/mode".to_owned(), value: Some("together".into()) }));
    assert!(!editor.edit(&Edit::MoveStep { part: 0, from: 1, to: 1 }));
    assert!(!editor.edit(&Edit::MoveStep { part: 0, from: 0, to: 9 }));
    assert!(!editor.edit(&Edit::Set { at: "/no/such/place".to_owned(), value: Some(1.into()) }));
    assert!(!editor.is_changed());
    assert_eq!(editor.can_turn(), (false, false));
}

#[test]
fn an_optional_text_that_says_nothing_goes() {
    let mut editor = editor();
    let at = "/steps/1/facilitator_hint";
    assert!(editor.json().pointer(at).is_none());
    editor.edit(&write_text(at, "nl", "Tip", true));
    editor.edit(&write_text(at, "en", "Hint", true));
    editor.edit(&write_text(at, "nl", "", true));
    assert!(editor.json().pointer(at).is_some(), "the other language still says something");
    editor.edit(&write_text(at, "en", "", true));
    assert!(editor.json().pointer(at).is_none());
    // The first language of a text that must be there stays, and is told to be missing.
    editor.edit(&write_text("/title", "nl", "", false));
    assert_eq!(editor.problems()[0].at, "/title/nl");
}

#[test]
fn steps_keep_their_identity_and_number_themselves() {
    let mut editor = editor();
    assert!(editor.edit(&Edit::MoveStep { part: 0, from: 2, to: 0 }));
    assert_eq!(
        ids(&editor, "/steps"),
        ["vervolgacties", "stellingen", "opbrengst", "uitgangspunten", "bevindingen", "aanvullen"]
    );
    let numbers: Vec<_> = list(editor.json(), "/steps").iter().map(|it| it["number"].as_u64()).collect();
    assert_eq!(numbers, [Some(1), Some(2), None, Some(3), None, None]);
    // A step that names a later one is told; back in its place it is sound.
    assert_eq!(editor.problems()[0].at, "/steps/0/settings/source_items_from");
    editor.undo();
    assert_eq!(*editor.json(), shipped());
}

#[test]
fn a_step_that_goes_takes_its_references_along() {
    let mut editor = editor();
    assert!(editor.edit(&Edit::RemoveStep { id: "stellingen".to_owned() }));
    assert_eq!(editor.problems(), []);
    assert!(editor.json().pointer("/steps/0/settings/show_results_of").is_none());
    assert!(editor.edit(&Edit::RemoveStep { id: "vervolgacties".to_owned() }));
    assert!(editor.edit(&Edit::RemoveStep { id: "bevindingen".to_owned() }));
    assert!(editor.edit(&Edit::RemoveStep { id: "aanvullen".to_owned() }), "the last of its part");
    assert_eq!(list(editor.json(), "/series/parts").len(), 1);
    assert_eq!(editor.problems(), []);
    assert!(editor.edit(&Edit::RemoveStep { id: "opbrengst".to_owned() }));
    assert!(!editor.edit(&Edit::RemoveStep { id: "uitgangspunten".to_owned() }), "the last of all");
    while editor.undo().is_some() {}
    assert_eq!(*editor.json(), shipped());
}

#[test]
fn identities_are_new_for_ever() {
    let mut editor = editor();
    let first = editor.add_step("notes", 0, 1).unwrap();
    editor.undo();
    let second = editor.add_step("notes", 0, 1).unwrap();
    assert_ne!(first, second);
    let copy = editor.copy_step("stellingen", 0).unwrap();
    let copied = find(editor.json(), "/steps", &copy).unwrap();
    let copied: Vec<_> = ids(&editor, &format!("/steps/{copied}/items"));
    assert_eq!(copied.len(), 5);
    assert!(copied.iter().all(|id| !ids(&editor, "/steps/0/items").contains(id)));
    let saved = editor.json().clone();
    editor.was_saved(1, saved);
    let third = editor.add_step("notes", 0, 1).unwrap();
    assert!(third != first && third != second);
    assert_eq!(ids(&editor, "/steps").iter().filter(|id| **id == third).count(), 1);
}

#[test]
fn every_new_thing_needs_only_its_texts() {
    for block in BLOCKS {
        let mut editor = editor();
        let id = editor.add_step(block, 0, 4).unwrap();
        let at = find(editor.json(), "/steps", &id).unwrap();
        for (name, _, _) in lists_of(block) {
            editor.add_entry(&format!("/steps/{at}/{name}"), block);
        }
        editor.add_entry(&format!("/steps/{at}/prompts"), block);
        assert_eq!(editor.json()["steps"][at]["number"], 4);
        let problems = editor.problems();
        let untold = problems.iter().filter(|it| !matches!(&*it.code, "missing_text" | "unknown_block"));
        assert_eq!(untold.collect::<Vec<_>>(), Vec::<&leerlandschap::core::editor::Remark>::new(), "{block}");
        for field in settings_of(block) {
            assert!(!field.name.is_empty());
        }
    }
    for kind in KINDS {
        assert_eq!(question(&shipped(), kind, "q", &json!({"nl": "?"}))["kind"], **kind);
    }
}

#[test]
fn a_scale_comes_along_where_there_is_none() {
    let mut exercise = shipped();
    exercise["scales"] = json!({});
    let mut editor = Editor::new(Opened { exercise: exercise.clone(), ..Opened::default() });
    let id = editor.add_step("statements", 1, 1).unwrap();
    let at = find(editor.json(), "/steps", &id).unwrap();
    let scale = editor.json()["steps"][at]["settings"]["scale"].as_str().unwrap().to_owned();
    assert!(editor.json()["scales"].get(&scale).is_some());
    editor.undo();
    assert_eq!(*editor.json(), exercise, "both go at once");
}

#[test]
fn languages_come_and_go_with_their_texts() {
    let mut editor = editor();
    assert!(editor.edit(&Edit::AddLanguage { code: "de".to_owned() }));
    assert_eq!(editor.problems(), [], "texts fall back");
    let places = lacking(editor.json(), "de").len();
    assert!(places > 50);
    editor.edit(&write_text("/title", "de", "Lernen", false));
    assert_eq!(lacking(editor.json(), "de").len(), places - 1);
    assert!(editor.edit(&Edit::RemoveLanguage { code: "de".to_owned() }));
    assert_eq!(*editor.json(), shipped());
    assert!(!editor.edit(&Edit::RemoveLanguage { code: "nl".to_owned() }), "the first stays");
    assert!(editor.edit(&Edit::RemoveLanguage { code: "en".to_owned() }));
    let mut left = 0;
    texts(editor.json(), "", &["nl", "en"], &mut |_, text| left += usize::from(text.contains_key("en")));
    assert_eq!(left, 0);
    assert_eq!(editor.problems(), []);
}

#[test]
fn items_and_dimensions_go_with_the_views_that_name_them() {
    let mut editor = editor();
    let id = editor.add_step("questions", 0, 4).unwrap();
    let at = format!("/steps/{}", find(editor.json(), "/steps", &id).unwrap());
    let set = |editor: &mut Editor, name: &str, value: Value| {
        assert!(editor.edit(&Edit::Set { at: format!("{at}/{name}"), value: Some(value) }));
    };
    set(
        &mut editor,
        "items",
        json!([
        {"id": "a", "kind": "scale", "text": {"nl": "A"}, "scale": "agree5", "dimension": "d"},
        {"id": "b", "kind": "number", "text": {"nl": "B"}, "min": 0, "max": 9}]),
    );
    set(&mut editor, "settings/dimensions", json!([{"id": "d", "label": {"nl": "D"}}]));
    set(
        &mut editor,
        "settings/views",
        json!([
        {"kind": "profile", "dimensions": ["d"]},
        {"kind": "distribution", "items": ["a", "b"]},
        {"kind": "relation", "x": "a", "y": "b"}]),
    );
    let before = editor.json().clone();
    assert!(editor.edit(&Edit::Remove { list: format!("{at}/settings/dimensions"), index: 0 }));
    assert!(editor.json().pointer(&format!("{at}/items/0/dimension")).is_none());
    assert!(editor.json().pointer(&format!("{at}/settings/dimensions")).is_none());
    assert!(editor.edit(&Edit::Remove { list: format!("{at}/items"), index: 0 }));
    assert_eq!(
        editor.json().pointer(&format!("{at}/settings/views")),
        Some(&json!([{"kind": "distribution", "items": ["b"]}]))
    );
    editor.undo();
    editor.undo();
    assert_eq!(*editor.json(), before);
}

#[test]
fn changes_tell_which_steps_and_whether_anything_else() {
    let mut editor = editor();
    editor.edit(&write_text("/steps/0/items/0/text", "nl", "Anders", false));
    assert_eq!((editor.changes().steps, editor.changes().exercise), (vec!["stellingen".to_owned()], false));
    editor.edit(&write_text("/goal", "nl", "Anders", false));
    assert!(editor.changes().exercise);
    editor.edit(&Edit::Replace { exercise: shipped() });
    assert!(editor.is_shipped() && !editor.is_changed());
    assert_eq!(editor.changes(), leerlandschap::core::editor::Changes::default());
}

#[test]
fn a_draft_goes_on_where_it_stopped() {
    let mut editor = editor();
    assert_eq!(editor.draft(), None);
    let added = editor.add_step("notes", 0, 0).unwrap();
    let draft = editor.draft().unwrap();
    let mut later = self::editor();
    later.restore(Draft { ..draft });
    assert_eq!(later.json(), editor.json());
    later.undo();
    assert_eq!(*later.json(), shipped());
    assert_ne!(later.add_step("notes", 0, 0).unwrap(), added);
}

#[test]
fn what_carries_answers_is_locked() {
    let use_of = |kind, step: &str, id: &str| Use { kind, step: step.to_owned(), id: id.to_owned() };
    let used = Used {
        things: vec![
            use_of(UsedKind::Item, "stellingen", "st1"),
            use_of(UsedKind::Round, "stellingen", "2"),
            use_of(UsedKind::Column, "opbrengst", "eens"),
            use_of(UsedKind::Part, "", "gesprek"),
        ],
        running: true,
    };
    assert_eq!(used.locks_step("stellingen"), Some("used_step_removed"));
    assert_eq!(used.locks_step("vervolgacties"), None);
    assert_eq!(used.locks_entry("stellingen", "items", "st1"), Some("answered_item_removed"));
    assert_eq!(used.locks_entry("stellingen", "items", "st2"), None);
    assert_eq!(used.locks_entry("opbrengst", "columns", "eens"), Some("used_column_removed"));
    assert_eq!(used.locks_setting("stellingen", "statements", "scale"), Some("answered_scale_changed"));
    assert_eq!(used.locks_setting("opbrengst", "notes", "dots"), None);
    assert_eq!(used.least("stellingen", "rounds"), Some(2));
    assert_eq!(used.locks_part("gesprek"), Some("used_part_removed"));
    assert_eq!(used.locks_languages(), Some("language_removed"));
    assert_eq!(Used::default().locks_languages(), None);
}

#[test]
fn a_file_is_taken_whole_or_not_at_all() {
    assert_eq!(import("…", |_| Some(shipped())), Ok(shipped()));
    let large = "[".repeat(600_000);
    assert_eq!(import(&large, |_| panic!("parsed")).unwrap_err()[0].code, "too_large");
    assert_eq!(import("…", |_| None).unwrap_err()[0].code, "bad_json");
    let mut bad = shipped();
    bad["steps"][0]["items"][1]["id"] = bad["steps"][0]["items"][0]["id"].clone();
    bad["title"] = json!({"en": "Only English"});
    let problems = import("…", |_| Some(bad)).unwrap_err();
    assert!(problems.iter().any(|it| it.at == "/title/nl" && it.code == "missing_text"), "{problems:?}");
    assert!(problems.iter().any(|it| it.code == "duplicate_id"), "{problems:?}");
}

#[test]
fn what_is_written_reads_back() {
    let mut exercise = shipped();
    exercise["title"]["nl"] = "Tekst \"met\" \\ en\n\ttab \u{1} é".into();
    let text = write(&exercise);
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), exercise);
    assert!(
        text.starts_with("{\n \"$schema\": ") && text.contains(",\n \"version\": 1,\n \"languages\": [\n"),
        "{}",
        &text[..90]
    );
}

#[test]
fn parts_come_go_and_take_another_place() {
    let mut editor = editor();
    let index = editor.add_part().unwrap();
    assert_eq!(index, 2);
    let mut found: Vec<_> = editor.problems().into_iter().map(|it| (it.at, it.code)).collect();
    found.sort();
    let expected = [("/series/parts/2/steps", "too_few"), ("/series/parts/2/title/nl", "missing_text")];
    assert_eq!(found, expected.map(|(at, code)| (at.to_owned(), code.to_owned())), "it says what it waits for");
    editor.edit(&write_text("/series/parts/2/title", "nl", "Nog een keer", false));
    assert!(editor.edit(&Edit::Member { part: 2, step: "opbrengst".to_owned(), within: true }));
    assert!(editor.edit(&Edit::Covers { part: 2, within: true }));
    assert_eq!(editor.json().pointer("/minutes/covers/0").unwrap(), "gesprek");
    assert_eq!(editor.problems(), []);
    // The file's steps follow the order of the parts.
    assert!(editor.edit(&Edit::MovePart { from: 1, to: 0 }));
    assert_eq!(ids(&editor, "/steps")[0], "bevindingen");
    assert!(editor.edit(&Edit::MovePart { from: 0, to: 1 }));
    // A part takes the steps along that stand in no other, with all that refers to them.
    assert!(editor.edit(&Edit::RemovePart { index: 0 }));
    assert_eq!(ids(&editor, "/steps"), ["bevindingen", "aanvullen", "opbrengst"]);
    assert_eq!(list(editor.json(), "/minutes/covers").len(), 1);
    assert_eq!(editor.problems(), []);
    assert!(editor.edit(&Edit::RemovePart { index: 0 }));
    assert!(!editor.edit(&Edit::RemovePart { index: 0 }), "the last of all stays");
    assert!(!editor.edit(&Edit::MovePart { from: 0, to: 1 }));
    while editor.undo().is_some() {}
    assert_eq!(*editor.json(), shipped());
}

#[test]
fn a_part_with_all_the_steps_stays() {
    let mut editor = editor();
    editor.edit(&Edit::RemovePart { index: 1 });
    editor.add_part().unwrap();
    assert!(!editor.edit(&Edit::RemovePart { index: 0 }), "no step would be left");
    assert!(editor.edit(&Edit::RemovePart { index: 1 }));
}

#[test]
fn numbered_parts_stay_numbered() {
    let file = fs::read_to_string("static/formats/open-leergesprek.json").unwrap();
    let exercise: Value = serde_json::from_str(&file).unwrap();
    let mut editor = Editor::new(Opened { exercise: exercise.clone(), ..Opened::default() });
    let numbers = |editor: &Editor| -> Vec<Option<u64>> {
        list(editor.json(), "/series/parts").iter().map(|part| part["number"].as_u64()).collect()
    };
    editor.add_part();
    assert_eq!(numbers(&editor), [1, 2, 3, 4, 5].map(Some));
    editor.edit(&Edit::MovePart { from: 4, to: 1 });
    editor.edit(&Edit::RemovePart { index: 3 });
    assert_eq!(numbers(&editor), [1, 2, 3, 4].map(Some));
    while editor.undo().is_some() {}
    assert_eq!(*editor.json(), exercise);
}

#[test]
fn phases_come_by_their_names() {
    let mut editor = editor();
    let at = "/steps/1/phases";
    for index in 0..8 {
        assert_eq!(editor.add_entry(at, "notes"), Some(index));
    }
    let mut names = ids(&editor, at);
    assert_eq!(names[..2], ["think", "write"]);
    names.dedup();
    assert_eq!((names.len(), editor.problems()), (8, Vec::new()));
    for _ in 0..8 {
        editor.edit(&Edit::Remove { list: at.to_owned(), index: 0 });
    }
    assert!(editor.json().pointer(at).is_none(), "an empty list goes");
}

/// One of the things that a designer can do, chosen by numbers.
fn random_edit(editor: &mut Editor, (what, a, b): (u8, usize, usize)) {
    let json = editor.json().clone();
    let steps = list(&json, "/steps").len();
    let parts = list(&json, "/series/parts").len();
    let (step, part) = (a % steps, b % parts);
    let id = ids(editor, "/steps")[step].clone();
    let block = text(&list(&json, "/steps")[step], "block").to_owned();
    let mut lists: Vec<String> = lists_of(&block).iter().map(|(name, _, _)| format!("/steps/{step}/{name}")).collect();
    lists.push(format!("/steps/{step}/prompts"));
    let list_at = lists[b % lists.len()].clone();
    let length = list(&json, &list_at).len().max(1);
    match what % 18 {
        0 => drop(editor.edit(&write_text(
            &format!("/steps/{step}/title"),
            ["nl", "en"][b % 2],
            ["", "x", "yy"][a % 3],
            false,
        ))),
        1 => drop(editor.edit(&write_text(
            &format!("/steps/{step}/facilitator_hint"),
            ["nl", "en"][b % 2],
            ["", "x"][a % 2],
            true,
        ))),
        2 => drop(editor.add_step(BLOCKS[a % BLOCKS.len()], part, b % (list(&json, &steps_of(part)).len() + 1))),
        3 => drop(editor.edit(&Edit::RemoveStep { id })),
        4 => drop(editor.edit(&Edit::MoveStep { part, from: a % 5, to: b % 4 })),
        5 => drop(editor.add_entry(&list_at, &block)),
        6 => drop(editor.edit(&Edit::Remove { list: list_at, index: a % length })),
        7 => drop(editor.edit(&Edit::Move { list: list_at, from: a % length, to: b % length })),
        8 => drop(editor.copy_step(&id, parts_of(&json, &id)[0])),
        9 => drop(editor.edit(&Edit::Member { part, step: id, within: a % 2 == 0 })),
        10 => drop(editor.edit(&Edit::Set { at: format!("/steps/{step}/minutes/max"), value: Some((b % 90).into()) })),
        11 => drop(editor.add_part()),
        12 => drop(editor.edit(&Edit::RemovePart { index: part })),
        13 => drop(editor.edit(&Edit::MovePart { from: part, to: a % parts })),
        14 => drop(editor.edit(&Edit::Covers { part, within: a % 2 == 0 })),
        15 => drop(editor.add_entry(&format!("/steps/{step}/phases"), &block)),
        16 => drop(editor.edit(&Edit::AddLanguage { code: ["de", "fr"][a % 2].to_owned() })),
        _ => drop(editor.edit(&Edit::RemoveLanguage { code: ["de", "en"][a % 2].to_owned() })),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Undo takes back whatever was done, step by step; redo does it again; what stands there can be read by the
    /// reader without a panic, is JSON, and has no problem that the designer could not have known.
    #[test]
    fn whatever_is_done_can_be_taken_back(edits in prop::collection::vec((any::<u8>(), 0_usize..50, 0_usize..50), 1..25)) {
        let mut editor = editor();
        let mut states = vec![editor.json().clone()];
        for edit in edits {
            random_edit(&mut editor, edit);
            editor.pause();
            if states.last() != Some(editor.json()) {
                states.push(editor.json().clone());
            }
            let unexpected: Vec<_> = editor.problems().into_iter()
                .filter(|it| matches!(&*it.code, "bad_type" | "missing" | "unknown_member" | "duplicate_id" | "bad_id" | "unused_step"))
                .collect();
            prop_assert!(unexpected.is_empty(), "{unexpected:?}");
        }
        let last = editor.json().clone();
        prop_assert_eq!(&serde_json::from_str::<Value>(&write(&last)).unwrap(), &last);
        for state in states.iter().rev().skip(1) {
            prop_assert!(editor.undo().is_some());
            prop_assert_eq!(editor.json(), state);
        }
        prop_assert!(editor.undo().is_none());
        prop_assert_eq!(editor.json(), &shipped());
        while editor.redo().is_some() {}
        prop_assert_eq!(editor.json(), &last);
        editor.edit(&Edit::Replace { exercise: shipped() });
        prop_assert!(editor.is_shipped());
        prop_assert!(read(editor.json()).is_ok());
    }
}
