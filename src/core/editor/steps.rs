//! Steps that come, go and take another place. The order of a meeting stands in its part; the file's own order
//! of steps follows it, since a step may only name what stands before it.

use serde_json::Value;

use super::lists::drop_text;
use super::patch::{Patch, apply_all, sorted};
use super::pointer::{entry, find, list, member, text};

/// The list of parts.
pub const PARTS: &str = "/series/parts";

/// The list of a part's steps.
pub fn steps_of(part: usize) -> String {
    [PARTS, "/", &part.to_string(), "/steps"].concat()
}

/// The parts that hold a step.
pub fn parts_of(exercise: &Value, id: &str) -> Vec<usize> {
    let holds = |part: &&Value| list(part, "/steps").iter().any(|it| it.as_str() == Some(id));
    list(exercise, PARTS).iter().enumerate().filter(|(_, part)| holds(part)).map(|(index, _)| index).collect()
}

/// Puts a step into a part.
pub fn add(exercise: &Value, part: usize, index: usize, step: &Value) -> Vec<Patch> {
    let at = steps_of(part);
    if index > list(exercise, &at).len() {
        return Vec::new();
    }
    let mut step = step.clone();
    let numbered = numbers(exercise, part).next().is_some();
    if let (true, Some(step)) = (numbered, step.as_object_mut()) {
        step.insert("number".to_owned(), 1.into());
    } else if let Some(step) = step.as_object_mut() {
        step.remove("number");
    }
    let id = text(&step, "id").to_owned();
    let end = list(exercise, "/steps").len();
    let patches = vec![
        Patch::Insert { list: "/steps".to_owned(), index: end, value: step },
        Patch::Insert { list: at, index, value: id.into() },
    ];
    tidied(exercise, patches)
}

/// Puts a step elsewhere in its part.
pub fn reorder(exercise: &Value, part: usize, from: usize, to: usize) -> Vec<Patch> {
    let at = steps_of(part);
    if from == to || from.max(to) >= list(exercise, &at).len() {
        return Vec::new();
    }
    tidied(exercise, vec![Patch::Move { list: at, from, to }])
}

/// Lets a step be in a part or not; the last part that holds it keeps it.
pub fn membership(exercise: &Value, part: usize, id: &str, within: bool) -> Vec<Patch> {
    let parts = parts_of(exercise, id);
    let at = steps_of(part);
    let patches = match (within, parts.contains(&part)) {
        (true, false) => vec![Patch::Insert { index: list(exercise, &at).len(), list: at, value: id.into() }],
        (false, true) if parts.len() > 1 && list(exercise, &at).len() > 1 => drop_text(exercise, &at, id),
        _ => return Vec::new(),
    };
    tidied(exercise, patches)
}

/// Takes a step away with all that refers to it; the last one of a part takes the part along, the last of all stays.
pub fn remove(exercise: &Value, id: &str) -> Vec<Patch> {
    if list(exercise, "/steps").len() < 2 {
        return Vec::new();
    }
    tidied(exercise, removal(exercise, id))
}

/// What takes a step out of the file, out of its parts and out of what others say of it.
pub fn removal(exercise: &Value, id: &str) -> Vec<Patch> {
    let Some(index) = find(exercise, "/steps", id) else {
        return Vec::new();
    };
    let gone = &list(exercise, "/steps")[index];
    let mut patches = references(exercise, id, gone);
    for part in parts_of(exercise, id).into_iter().rev() {
        let at = steps_of(part);
        if list(exercise, &at).len() == 1 {
            let part_id = text(&list(exercise, PARTS)[part], "id");
            patches.extend(drop_text(exercise, "/minutes/covers", part_id));
            patches.push(Patch::Remove { list: PARTS.to_owned(), index: part });
        } else {
            patches.extend(drop_text(exercise, &at, id));
        }
    }
    patches.push(Patch::Remove { list: "/steps".to_owned(), index });
    patches
}

/// What other steps say of one that goes.
fn references(exercise: &Value, id: &str, gone: &Value) -> Vec<Patch> {
    let list_id = gone.pointer("/settings/list").and_then(Value::as_str);
    let is_actions = text(gone, "block") == "actions";
    let mut patches = Vec::new();
    for (index, step) in list(exercise, "/steps").iter().enumerate() {
        let settings = member(&entry("/steps", index), "settings");
        let names = |name: &str| step.pointer(&["/settings/", name].concat()).and_then(Value::as_str);
        for name in ["show_results_of", "source_items_from", "import_from"] {
            if names(name) == Some(id) {
                patches.push(Patch::unset(member(&settings, name)));
                if name == "import_from" && names("import_only").is_some() {
                    patches.push(Patch::unset(member(&settings, "import_only")));
                }
            }
        }
        let findings = names("link_findings_of");
        let others =
            list(exercise, "/steps").iter().filter(|it| text(it, "id") != id && text(it, "block") == "actions");
        let still =
            others.filter_map(|it| it.pointer("/settings/list").and_then(Value::as_str)).any(|it| Some(it) == findings);
        if is_actions && findings.is_some() && findings == list_id && !still {
            patches.push(Patch::unset(member(&settings, "link_findings_of")));
        }
        patches.extend(drop_text(exercise, &member(&settings, "summary_of"), id));
    }
    patches
}

/// These patches, and those that bring the file's steps into the order of the parts and number them anew.
pub fn tidied(exercise: &Value, mut patches: Vec<Patch>) -> Vec<Patch> {
    let mut next = exercise.clone();
    if apply_all(patches.clone(), &mut next).is_none() {
        return Vec::new();
    }
    let mut order: Vec<&str> = Vec::new();
    for id in list(&next, PARTS).iter().flat_map(|part| list(part, "/steps")).filter_map(Value::as_str) {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    let moves = sorted(&next, "/steps", &order);
    let renumbered = {
        let mut ordered = next.clone();
        apply_all(moves.clone(), &mut ordered);
        (0..list(&ordered, PARTS).len()).flat_map(|part| renumber(exercise, &ordered, part)).collect::<Vec<_>>()
    };
    patches.extend(moves);
    patches.extend(renumbered);
    patches
}

/// The numbers that a part's steps have, by the step's place in the file.
fn numbers(exercise: &Value, part: usize) -> impl Iterator<Item = (usize, u64)> {
    list(exercise, &steps_of(part)).iter().filter_map(move |id| {
        let index = find(exercise, "/steps", id.as_str()?)?;
        Some((index, list(exercise, "/steps")[index].get("number")?.as_u64()?))
    })
}

/// Numbers follow one another in each part, from the number that was its first.
fn renumber(before: &Value, after: &Value, part: usize) -> Vec<Patch> {
    let id = text(&list(after, PARTS)[part], "id");
    let old = find(before, PARTS, id).and_then(|part| numbers(before, part).map(|(_, number)| number).min());
    let numbered = (old.unwrap_or(1)..).zip(numbers(after, part));
    let wrong = numbered.filter(|(next, (_, number))| next != number);
    wrong.map(|(next, (index, _))| Patch::set(member(&entry("/steps", index), "number"), next)).collect()
}
