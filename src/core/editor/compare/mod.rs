//! What a change does to answers that are there: as the host decides it at a save (`docs/protocol.md`, "Editing an
//! exercise"), so that a designer sees it while they work. `tests/fixtures/editing` holds both to the same.

mod refused;
mod scales;
mod warned;

use std::rc::Rc;

use serde_json::Value;

use super::pointer::{entry, find, list, member, text};
use super::used::{Use, Used, UsedKind};
use super::{Remark, steps::PARTS};
use crate::core::format::{Run, series_of};
use crate::core::ids::StepId;

pub use refused::refused;
pub use warned::warned;

/// The stored exercise beside the one that is to be stored. Both are sound.
#[derive(Clone, Copy)]
pub struct Versions<'a> {
    /// The stored one.
    pub old: &'a Value,
    /// The one that is to be stored.
    pub new: &'a Value,
    /// What of the stored one carries answers or contributions.
    pub used: &'a Used,
}

/// Something that both versions have.
#[derive(Clone)]
struct Kept<'a> {
    id: &'a str,
    at: String,
    before: &'a Value,
    after: &'a Value,
}

impl<'a> Versions<'a> {
    /// The steps that both have, of the same block.
    fn steps(self) -> Vec<Kept<'a>> {
        let steps = kept(self.old, self.new, "/steps", "/steps");
        steps.into_iter().filter(|it| text(it.before, "block") == text(it.after, "block")).collect()
    }

    /// Those of them that are used.
    fn used_steps(self) -> Vec<Kept<'a>> {
        self.steps().into_iter().filter(|it| self.used.step(it.id)).collect()
    }

    /// The answered items that both have, each with its step.
    fn items(self) -> Vec<(Kept<'a>, Kept<'a>)> {
        let mut found = Vec::new();
        for step in self.used_steps() {
            for item in kept(step.before, step.after, "/items", &member(&step.at, "items")) {
                if self.used.holds(UsedKind::Item, step.id, item.id) {
                    found.push((step.clone(), item));
                }
            }
        }
        found
    }

    /// The identities of a kind that are used in a step.
    fn ids(self, kind: UsedKind, step: &str) -> impl Iterator<Item = &'a str> {
        let of = move |it: &&Use| it.kind == kind && it.step == step;
        self.used.things.iter().filter(of).map(|it| it.id.as_str())
    }
}

/// What stands in a list of both versions, by identity; `at` is where the list stands in the exercise.
fn kept<'a>(old: &'a Value, new: &'a Value, name: &str, at: &str) -> Vec<Kept<'a>> {
    let same = |(index, after): (usize, &'a Value)| {
        let id = text(after, "id");
        let before = &list(old, name)[find(old, name, id)?];
        Some(Kept { id, at: entry(at, index), before, after })
    };
    list(new, name).iter().enumerate().filter_map(same).collect()
}

/// A remark; told once for a place.
fn remark(found: &mut Vec<Remark>, at: String, code: &str) {
    let remark = Remark { at, code: code.to_owned() };
    if !found.contains(&remark) {
        found.push(remark);
    }
}

/// A setting of a step.
fn setting<'a>(step: &'a Value, name: &str) -> Option<&'a Value> {
    step.get("settings")?.get(name)
}

/// A setting that is a number.
fn number(step: &Value, name: &str, default: i64) -> i64 {
    setting(step, name).and_then(Value::as_i64).unwrap_or(default)
}

fn is_set(json: &Value, name: &str) -> bool {
    json.get(name).and_then(Value::as_bool).unwrap_or(false)
}

/// The texts of a list.
fn texts(entries: &[Value]) -> Vec<&str> {
    entries.iter().filter_map(Value::as_str).collect()
}

/// The steps that a part has; `None` where there is no such part.
fn steps_of_part<'a>(exercise: &'a Value, id: &str) -> Option<Vec<&'a str>> {
    find(exercise, PARTS, id).map(|index| texts(list(&list(exercise, PARTS)[index], "/steps")))
}

/// What the meetings can go through: each run by its first part, with its steps.
type Runs = Vec<(Rc<str>, Vec<StepId>)>;

fn runs(exercise: &Value) -> Runs {
    let run = |run: Run| (run.id().clone(), run.steps().into_iter().cloned().collect());
    series_of(exercise).runs().into_iter().map(run).collect()
}

/// The steps of a run.
fn run<'a>(runs: &'a Runs, id: &str) -> Option<Vec<&'a str>> {
    let (_, steps) = runs.iter().find(|(first, _)| **first == *id)?;
    Some(steps.iter().map(StepId::as_str).collect())
}
