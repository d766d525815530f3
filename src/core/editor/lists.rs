//! Entries of lists that go, and what refers to them.

use serde_json::Value;

use super::patch::Patch;
use super::pointer::{entry, list, member, split, text};

/// Lists that a step may do without: empty, they go.
const OPTIONAL: &[&str] = &["prompts", "phases", "dimensions", "views", "anchors", "covers", "sections"];

/// Takes an entry out of the list at `at`, and what refers to it along.
pub fn remove(exercise: &Value, at: &str, index: usize) -> Vec<Patch> {
    let entries = list(exercise, at);
    let Some(gone) = entries.get(index) else {
        return Vec::new();
    };
    let name = split(at).map(|(_, name)| name).unwrap_or_default();
    let mut patches = references(exercise, at, &name, text(gone, "id"));
    if entries.len() == 1 && OPTIONAL.contains(&name.as_str()) {
        patches.push(Patch::unset(at));
    } else {
        patches.push(Patch::Remove { list: at.to_owned(), index });
    }
    patches
}

/// What goes along with the entry `id` of a list called `name`.
fn references(exercise: &Value, at: &str, name: &str, id: &str) -> Vec<Patch> {
    let step = at.split('/').take(3).collect::<Vec<_>>().join("/");
    let views = [&step, "/settings/views"].concat();
    let items = [&step, "/items"].concat();
    match name {
        _ if id.is_empty() => Vec::new(),
        "items" => without(exercise, &views, "items", id, &["x", "y"]),
        "dimensions" => {
            let mut patches = without(exercise, &views, "dimensions", id, &[]);
            for (index, item) in list(exercise, &items).iter().enumerate() {
                if text(item, "dimension") == id {
                    patches.push(Patch::unset(member(&entry(&items, index), "dimension")));
                }
            }
            patches
        }
        _ => Vec::new(),
    }
}

/// Takes `id` out of the list `member` of each view; views that have nothing left, or name it in one of
/// `needed`, go, the last first.
fn without(exercise: &Value, views: &str, name: &str, id: &str, needed: &[&str]) -> Vec<Patch> {
    let all = list(exercise, views);
    let mut patches = Vec::new();
    let mut gone = 0;
    for (index, view) in all.iter().enumerate().rev() {
        let at = entry(views, index);
        let named = list(view, &["/", name].concat());
        let only = named.len() == 1 && named[0].as_str() == Some(id);
        if only || needed.iter().any(|name| text(view, name) == id) {
            gone += 1;
            patches.push(Patch::Remove { list: views.to_owned(), index });
        } else {
            patches.extend(drop_text(exercise, &member(&at, name), id));
        }
    }
    if gone > 0 && gone == all.len() { vec![Patch::unset(views)] } else { patches }
}

/// Takes a text out of a list of texts.
pub fn drop_text(exercise: &Value, at: &str, gone: &str) -> Vec<Patch> {
    let entries = list(exercise, at);
    let found = entries.iter().position(|it| it.as_str() == Some(gone));
    found.map(|index| Patch::Remove { list: at.to_owned(), index }).into_iter().collect()
}
