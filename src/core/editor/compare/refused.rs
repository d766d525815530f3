//! What would make answers meaningless, or show more than people were promised.

use serde_json::Value;

use super::super::Remark;
use super::super::pointer::{entry, find, list, member, text};
use super::super::steps::PARTS;
use super::super::used::UsedKind;
use super::{Kept, Versions, is_set, number, remark, run, runs, scales, setting, steps_of_part, texts};

/// The lowest k, which holds where none is named.
const LOWEST: i64 = 3;

/// Visibilities of notes, the loosest first.
const VISIBILITIES: [&str; 3] = ["shared", "hidden_until_reveal", "private"];

/// Every refusal, with its place in the new version.
pub fn refused(versions: Versions) -> Vec<Remark> {
    let mut found = Vec::new();
    if versions.used.is_empty() {
        return found;
    }
    steps_gone(versions, &mut found);
    steps_taken_over(versions, &mut found);
    let now = runs(versions.new);
    if versions.ids(UsedKind::Part, "").any(|part| run(&now, part).is_none()) {
        remark(&mut found, PARTS.to_owned(), "used_part_removed");
    }
    for step in versions.used_steps() {
        entries_gone(versions, &step, &mut found);
        settings(versions, &step, &mut found);
    }
    let languages = texts(list(versions.new, "/languages"));
    if texts(list(versions.old, "/languages")).iter().any(|code| !languages.contains(code)) {
        remark(&mut found, "/languages".to_owned(), "language_removed");
    }
    for scale in scales::answered(versions).into_iter().filter(|scale| !scale.fits()) {
        remark(&mut found, scale.at, "answered_scale_changed");
    }
    for (_, item) in versions.items() {
        for name in answers_changed(item.before, item.after) {
            remark(&mut found, member(&item.at, name), "answered_scale_changed");
        }
    }
    loosened(versions, &mut found);
    found
}

/// Used steps that are gone, of another block, or no longer where they were.
fn steps_gone(versions: Versions, found: &mut Vec<Remark>) {
    let (before, after) = (runs(versions.old), runs(versions.new));
    for step in list(versions.old, "/steps") {
        let id = text(step, "id");
        if !versions.used.step(id) {
            continue;
        }
        let holds = |steps: Option<Vec<&str>>| steps.is_some_and(|steps| steps.contains(&id));
        let left_part = list(versions.old, PARTS).iter().any(|part| {
            texts(list(part, "/steps")).contains(&id) && !holds(steps_of_part(versions.new, text(part, "id")))
        });
        let left_run =
            versions.ids(UsedKind::Part, "").any(|part| holds(run(&before, part)) && !holds(run(&after, part)));
        let at = match find(versions.new, "/steps", id) {
            None => "/steps".to_owned(),
            Some(index) if text(&list(versions.new, "/steps")[index], "block") != text(step, "block") => {
                member(&entry("/steps", index), "block")
            }
            Some(_) if left_part || left_run => PARTS.to_owned(),
            Some(_) => continue,
        };
        remark(found, at, "used_step_removed");
    }
}

/// New steps that would take over what was written under another exercise, in a step of the same name: what people were
/// told about who would see it held for that one.
fn steps_taken_over(versions: Versions, found: &mut Vec<Remark>) {
    for (index, step) in list(versions.new, "/steps").iter().enumerate() {
        let id = text(step, "id");
        if versions.used.step(id) && find(versions.old, "/steps", id).is_none() {
            remark(found, entry("/steps", index), "used_step_added");
        }
    }
}

/// Used items, columns, periods, sections and lists that are gone from a step.
fn entries_gone(versions: Versions, step: &Kept, found: &mut Vec<Remark>) {
    let has =
        |at: &str, id: &str| list(step.after, at).iter().any(|it| it.as_str().unwrap_or_else(|| text(it, "id")) == id);
    let listed = [
        (UsedKind::Item, "/items", "answered_item_removed"),
        (UsedKind::Column, "/settings/columns", "used_column_removed"),
        (UsedKind::Period, "/settings/periods", "used_column_removed"),
        (UsedKind::Section, "/settings/summary_of", "used_column_removed"),
    ];
    for (kind, at, code) in listed {
        if versions.ids(kind, step.id).any(|id| !has(at, id)) {
            remark(found, [&step.at, at].concat(), code);
        }
    }
    let now = setting(step.after, "list").and_then(Value::as_str);
    if versions.ids(UsedKind::List, step.id).any(|id| Some(id) != now) {
        remark(found, [&step.at, "/settings/list"].concat(), "used_column_removed");
    }
}

/// Settings that the group has worked with already.
fn settings(versions: Versions, step: &Kept, found: &mut Vec<Remark>) {
    let Kept { before, after, .. } = *step;
    let rounds = versions.used.rounds(step.id);
    let changed = match text(before, "block") {
        "statements" if rounds > number(after, "rounds", 1) => "rounds",
        "confirm" if rounds > number(after, "max_rounds", 1) => "max_rounds",
        "principles"
            if rounds > 0 && setting(before, "support_vote").is_some() && setting(after, "support_vote").is_none() =>
        {
            "support_vote"
        }
        "notes" => {
            let writing = i64::from(strictness(before) == 1);
            if strictness(after) > strictness(before) {
                remark(found, [&step.at, "/settings/visibility"].concat(), "used_setting_changed");
            }
            if rounds <= writing || number(after, "dots", 0) >= number(before, "dots", 0) {
                return;
            }
            "dots"
        }
        _ => return,
    };
    remark(found, [&step.at, "/settings/", changed].concat(), "used_setting_changed");
}

/// How much a step keeps notes to their authors.
fn strictness(step: &Value) -> usize {
    let visibility = setting(step, "visibility").and_then(Value::as_str).unwrap_or_default();
    VISIBILITIES.iter().position(|it| *it == visibility).unwrap_or(0)
}

/// The members by which a question takes other answers than before.
fn answers_changed(before: &Value, after: &Value) -> Vec<&'static str> {
    let kind = text(before, "kind");
    let number = |item: &Value, name: &str| item.get(name).and_then(Value::as_i64);
    let options = |item: &Value| -> Vec<(String, bool)> {
        list(item, "/options").iter().map(|it| (text(it, "id").to_owned(), is_set(it, "exclusive"))).collect()
    };
    match kind {
        _ if kind != text(after, "kind") => vec!["kind"],
        "choice" | "multichoice" if options(before) != options(after) => vec!["options"],
        "number" => ["min", "max"].into_iter().filter(|end| number(before, end) != number(after, end)).collect(),
        "text" if number(after, "max_chars") < number(before, "max_chars") => vec!["max_chars"],
        _ => Vec::new(),
    }
}

/// What asks for less than before.
fn loosened(versions: Versions, found: &mut Vec<Remark>) {
    const CODE: &str = "rules_loosened";
    let requires = |exercise: &Value, name: &str| exercise.get("requires").and_then(|it| it.get(name)).cloned();
    let least = |exercise: &Value| requires(exercise, "min_answers").and_then(|it| it.as_i64()).unwrap_or(LOWEST);
    if requires(versions.old, "visibility").is_some() && requires(versions.new, "visibility").is_none() {
        remark(found, "/requires/visibility".to_owned(), CODE);
    }
    if least(versions.new) < least(versions.old) {
        remark(found, "/requires/min_answers".to_owned(), CODE);
    }
    for Kept { at, before, after, .. } in versions.steps() {
        if number(after, "min_answers", LOWEST) < number(before, "min_answers", LOWEST) {
            remark(found, [&at, "/settings/min_answers"].concat(), CODE);
        }
        if text(before, "block") == "notes" && strictness(after) < strictness(before) {
            remark(found, [&at, "/settings/visibility"].concat(), CODE);
        }
    }
}
