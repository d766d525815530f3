//! What is allowed, and changes what answers mean or what a running meeting goes through.

use serde_json::Value;

use super::super::Remark;
use super::super::pointer::{entry, find, list, member, text};
use super::super::steps::PARTS;
use super::{Versions, is_set, remark, run, runs, scales, steps_of_part, texts};

/// Every warning, with its place in the new version.
pub fn warned(versions: Versions) -> Vec<Remark> {
    let mut found = Vec::new();
    meanings(versions, &mut found);
    other_points(versions, &mut found);
    if versions.used.running {
        parts(versions, &mut found);
        steps_added(versions, &mut found);
        items_added(versions, &mut found);
    }
    found
}

/// Texts and directions of what was answered.
fn meanings(versions: Versions, found: &mut Vec<Remark>) {
    const CODE: &str = "answered_text_changed";
    for scale in scales::answered(versions).iter().filter(|scale| scale.reads_differently()) {
        remark(found, member("/scales", scale.name), CODE);
    }
    for (_, item) in versions.items() {
        if scales::differs(item.before.get("text"), item.after.get("text")) {
            remark(found, member(&item.at, "text"), CODE);
        }
        for (index, option) in list(item.after, "/options").iter().enumerate() {
            let before = find(item.before, "/options", text(option, "id"));
            let before = before.and_then(|index| list(item.before, "/options")[index].get("label"));
            if scales::differs(before, option.get("label")) {
                remark(found, [&item.at, "/options/", &index.to_string(), "/label"].concat(), CODE);
            }
        }
        // Of a statement it tells only the reader of the file: there is no total over statements.
        if text(item.after, "kind") == "scale" && text(item.before, "direction") != text(item.after, "direction") {
            remark(found, member(&item.at, "direction"), "direction_changed");
        }
    }
}

/// Steps that people have worked in and that give other points than before: grades become other ones.
fn other_points(versions: Versions, found: &mut Vec<Remark>) {
    for step in versions.used_steps() {
        if points(step.before) != points(step.after) {
            remark(found, member(&step.at, "points"), "points_changed");
        }
    }
}

/// How many points taking part in a step gives.
fn points(step: &Value) -> i64 {
    if is_required(step) { step.get("points").and_then(Value::as_i64).unwrap_or(1) } else { 0 }
}

/// Whether everybody is to take part in a step.
fn is_required(step: &Value) -> bool {
    text(step, "block") != "info" && !is_set(step, "optional")
}

/// Steps that a part no longer has, or has in another order.
fn parts(versions: Versions, found: &mut Vec<Remark>) {
    for part in list(versions.old, PARTS) {
        let id = text(part, "id");
        let before = texts(list(part, "/steps"));
        let after = steps_of_part(versions.new, id).unwrap_or_default();
        let at = match find(versions.new, PARTS, id) {
            Some(index) => member(&entry(PARTS, index), "steps"),
            None => PARTS.to_owned(),
        };
        if before.iter().any(|step| !after.contains(step) && !versions.used.step(step)) {
            remark(found, at.clone(), "step_removed");
        }
        let both = before.iter().filter(|step| after.contains(step));
        if !both.eq(after.iter().filter(|step| before.contains(step))) {
            remark(found, at, "order_changed");
        }
    }
}

/// Steps that give a point and that a run did not have.
fn steps_added(versions: Versions, found: &mut Vec<Remark>) {
    let (before, after) = (runs(versions.old), runs(versions.new));
    let counts = |id: &str| {
        let step = find(versions.new, "/steps", id).map(|index| &list(versions.new, "/steps")[index]);
        step.is_some_and(is_required)
    };
    let mut first = "";
    for (index, part) in list(versions.new, PARTS).iter().enumerate() {
        if run(&after, text(part, "id")).is_some() {
            first = text(part, "id");
        }
        let Some(had) = run(&before, first) else { continue };
        let at = member(&entry(PARTS, index), "steps");
        for (place, id) in list(part, "/steps").iter().filter_map(Value::as_str).enumerate() {
            if counts(id) && !had.contains(&id) {
                remark(found, entry(&at, place), "step_added");
            }
        }
    }
}

/// Items that are not in the round that people have answered.
fn items_added(versions: Versions, found: &mut Vec<Remark>) {
    for step in versions.used_steps() {
        if versions.used.rounds(step.id) == 0 || text(step.after, "block") == "info" {
            continue;
        }
        for (index, item) in list(step.after, "/items").iter().enumerate() {
            if find(step.before, "/items", text(item, "id")).is_none() {
                remark(found, entry(&member(&step.at, "items"), index), "item_added");
            }
        }
    }
}
