//! Parts that come, go and take another place. The file's steps follow the order of the parts, and parts that have
//! numbers stay numbered one after another.

use serde_json::Value;

use super::lists::drop_text;
use super::patch::{Patch, apply_all};
use super::pointer::{entry, list, member, text};
use super::steps::{PARTS, parts_of, removal, tidied};

/// Puts a part at a place. Its steps may be chosen later.
pub fn add(exercise: &Value, index: usize, part: &Value) -> Vec<Patch> {
    let parts = list(exercise, PARTS);
    if index > parts.len() {
        return Vec::new();
    }
    let mut part = part.clone();
    if let Some(members) = part.as_object_mut().filter(|_| is_numbered(exercise)) {
        members.insert("number".to_owned(), 1.into());
    }
    let insert = Patch::Insert { list: PARTS.to_owned(), index, value: part };
    in_order(exercise, vec![insert])
}

/// Puts a part elsewhere.
pub fn reorder(exercise: &Value, from: usize, to: usize) -> Vec<Patch> {
    if from == to || from.max(to) >= list(exercise, PARTS).len() {
        return Vec::new();
    }
    in_order(exercise, vec![Patch::Move { list: PARTS.to_owned(), from, to }])
}

/// Takes a part away, with its steps that stand in no other. One with all the steps there are stays.
pub fn remove(exercise: &Value, index: usize) -> Vec<Patch> {
    let Some(part) = list(exercise, PARTS).get(index).filter(|_| list(exercise, PARTS).len() > 1) else {
        return Vec::new();
    };
    let alone: Vec<&str> = steps_only_in(exercise, index);
    if alone.len() == list(exercise, "/steps").len() {
        return Vec::new();
    }
    let mut patches = drop_text(exercise, COVERS, text(part, "id"));
    if list(exercise, COVERS).len() == patches.len() && !patches.is_empty() {
        patches = vec![Patch::unset(COVERS)];
    }
    patches.push(Patch::Remove { list: PARTS.to_owned(), index });
    let mut next = exercise.clone();
    for id in alone {
        if apply_all(patches.clone(), &mut next).is_none() {
            return Vec::new();
        }
        patches.extend(removal(&next, id));
        next.clone_from(exercise);
    }
    in_order(exercise, patches)
}

/// The parts whose minutes make up those of the exercise.
const COVERS: &str = "/minutes/covers";

/// Lets the minutes of a part count in those of the exercise or not.
pub fn covers(exercise: &Value, part: usize, within: bool) -> Vec<Patch> {
    let now: Vec<&str> = list(exercise, COVERS).iter().filter_map(Value::as_str).collect();
    let ids = list(exercise, PARTS).iter().enumerate().map(|(index, it)| (index, text(it, "id")));
    let next: Vec<Value> = ids
        .filter(|(index, id)| if *index == part { within } else { now.contains(id) })
        .map(|(_, id)| id.into())
        .collect();
    if part >= list(exercise, PARTS).len() || *next == *list(exercise, COVERS) {
        return Vec::new();
    }
    vec![if next.is_empty() { Patch::unset(COVERS) } else { Patch::set(COVERS, next) }]
}

/// The steps of a part that stand in no other.
pub fn steps_only_in(exercise: &Value, part: usize) -> Vec<&str> {
    let steps = list(exercise, PARTS).get(part).map(|part| list(part, "/steps")).unwrap_or_default();
    steps.iter().filter_map(Value::as_str).filter(|id| parts_of(exercise, id).len() == 1).collect()
}

fn is_numbered(exercise: &Value) -> bool {
    list(exercise, PARTS).iter().any(|part| part.get("number").is_some())
}

/// These patches, and those that number the parts anew and bring the steps into their order.
fn in_order(exercise: &Value, mut patches: Vec<Patch>) -> Vec<Patch> {
    let mut next = exercise.clone();
    if apply_all(patches.clone(), &mut next).is_none() {
        return Vec::new();
    }
    let number = |part: &Value| part.get("number").and_then(Value::as_u64);
    let first = list(exercise, PARTS).iter().filter_map(number).min().unwrap_or(1);
    let numbered = list(&next, PARTS).iter().enumerate().filter_map(|(index, part)| Some((index, number(part)?)));
    for (wanted, (index, number)) in (first..).zip(numbered) {
        if number != wanted {
            patches.push(Patch::set(member(&entry(PARTS, index), "number"), wanted));
        }
    }
    tidied(exercise, patches)
}
