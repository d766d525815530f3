//! From JSON to an exercise, with every problem of the file at once.

use std::rc::Rc;

use serde_json::Value;

use super::handover::handover;
use super::known::Known;
use super::minutes::{minutes, minutes_here, range};
use super::reader::{CHECKS, Node, Reader};
use super::scale::scales;
use super::series::series;
use super::step::step;
use super::{Exercise, Fault, GroupSize, Problem, Requires, Series, Step};

/// The version of the file format.
pub const VERSION: i64 = 1;
/// The most bytes of a file.
pub const SIZE_LIMIT: usize = 512 * 1024;
/// The most steps.
const STEPS_LIMIT: usize = 60;
/// The most items in all.
const ITEMS_LIMIT: usize = 600;

/// The exercise that a format file describes.
///
/// # Errors
/// Every problem of the file, by its place; nothing of a file with a problem is used.
pub fn read(file: &Value) -> Result<Exercise, Vec<Problem>> {
    let reader = Reader::default();
    let exercise = exercise(&reader, &reader.root(file));
    let problems = reader.into_problems();
    match exercise {
        Some(exercise) if problems.is_empty() => Ok(exercise),
        _ => Err(problems),
    }
}

/// How the exercise of a sound file is spread over meetings, for who needs nothing else of it.
pub fn series_of(file: &Value) -> Series {
    let reader = Reader::default();
    let root = reader.root(file);
    series(&root.member("series"), &ids(&root.member("steps")))
}

/// The exercise that the text of a file describes, parsed by `json`: in a browser JavaScript does that.
///
/// # Errors
/// As [`read`], and for a text that is too large or no JSON.
pub fn read_text(text: &str, json: impl FnOnce(&str) -> Option<Value>) -> Result<Exercise, Vec<Problem>> {
    let whole = |fault| vec![Problem { at: String::new(), fault }];
    if text.len() > SIZE_LIMIT {
        return Err(whole(Fault::TooLarge));
    }
    read(&json(text).ok_or_else(|| whole(Fault::BadJson))?)
}

/// Whether this is the whole app.
const WHOLE: bool = cfg!(feature = "whole");

const MEMBERS: &[&str] = &[
    "$schema",
    "version",
    "id",
    "languages",
    "title",
    "goal",
    "when_to_use",
    "minutes",
    "minutes_together",
    "group_size",
    "mode",
    "requires",
    "series",
    "scales",
    "steps",
    "handover",
    "leaves_with",
    "gradebook",
];

fn exercise(reader: &Reader, root: &Node) -> Option<Exercise> {
    if !root.is_object() || (CHECKS && is_newer(&root.member("version"))) {
        return None;
    }
    root.object(MEMBERS);
    let languages = languages(&root.member("languages"));
    reader.expect_languages(languages.clone());
    let mut known = Known { scales: scales(&root.member("scales")), ..Known::default() };
    let steps_node = root.member("steps");
    let list = steps_node.list(1, STEPS_LIMIT);
    if CHECKS && list.iter().map(|step| step.member("items").entries().len()).sum::<usize>() > ITEMS_LIMIT {
        steps_node.fault(Fault::TooMany);
    }
    let steps: Vec<Step> = list.iter().filter_map(|node| step(node, &mut known)).collect();
    if CHECKS {
        check_findings(&list, &known.action_lists);
        check_use(root, &list);
        check_whole(root);
    }
    let series = series(&root.member("series"), &ids(&steps_node));
    let shape = root.member("minutes");
    let whole = if shape.object(&["min", "max", "covers"]) { minutes_here(&shape) } else { super::Minutes::default() };
    let id = root.member("id").id();
    let exercise = Exercise {
        id: id.clone().unwrap_or_default(),
        languages,
        title: root.member("title").text(),
        goal: root.member("goal").text(),
        when_to_use: root.member("when_to_use").optional_text(),
        leaves_with: root.member("leaves_with").optional_text(),
        gradebook: root.member("gradebook").optional_text(),
        // What only the closing page shows, which the first stage has not.
        handover: root.member("handover").optional().filter(|_| WHOLE).map(|node| handover(&node)),
        requires: requires(&root.member("requires")),
        minutes: whole,
        minutes_together: root.member("minutes_together").optional().map(|node| minutes(&node)),
        group_size: root.member("group_size").optional().and_then(|node| group_size(&node)),
        series,
        steps,
    };
    id.map(|_| exercise)
}

/// The ids of a list's entries.
fn ids(list: &Node) -> Vec<Rc<str>> {
    list.entries().iter().filter_map(|it| it.member("id").text_here()).collect()
}

/// What is told of the whole, and only others make use of.
fn check_whole(root: &Node) {
    let minutes = root.member("minutes");
    if minutes.is_object() {
        for covered in minutes.member("covers").optional_list() {
            covered.reference(&ids(&root.member("series").member("parts")));
        }
    }
    root.member("mode").optional().map(|it| it.choice(&[("together", ()), ("alone", ()), ("mixed", ())]));
}

/// Notes a version that is none of ours; whether it is a later one, whose files say what is not known here.
fn is_newer(version: &Node) -> bool {
    let newer = version.number(1, i64::MAX).is_some_and(|it| it > VERSION);
    if newer {
        version.fault(Fault::NewerVersion);
    }
    newer
}

fn group_size(node: &Node) -> Option<GroupSize> {
    const MOST: i64 = 1000;
    if !node.object(&["min", "max", "typical"]) {
        return None;
    }
    let typical = node.member("typical");
    let bounds = range(node, 1, MOST);
    let (lowest, highest) = bounds.filter(|(min, max)| min <= max).unwrap_or((1, MOST));
    let typical = typical.optional().and_then(|it| it.number(lowest, highest));
    let (min, max) = bounds?;
    let whole = |number: i64| u32::try_from(number).ok();
    Some(GroupSize { min: whole(min)?, max: whole(max)?, typical: typical.and_then(whole) })
}

/// Findings come from the actions of any step, also a later one.
fn check_findings(steps: &[Node], lists: &[Rc<str>]) {
    for step in steps {
        if let Some(findings) = step.member("settings").member("link_findings_of").optional() {
            findings.reference(lists);
        }
    }
}

/// A step that stands in no part could never be reached.
fn check_use(root: &Node, steps: &[Node]) {
    let parts = root.member("series").member("parts").entries();
    let used: Vec<&str> =
        parts.iter().flat_map(|part| part.member("steps").entries()).filter_map(|entry| entry.slug()).collect();
    for step in steps {
        if step.member("id").slug().is_some_and(|id| !used.contains(&id)) {
            step.fault(Fault::UnusedStep);
        }
    }
}

fn languages(node: &Node) -> Vec<Rc<str>> {
    let mut seen = Vec::new();
    for entry in node.list(1, super::reader::LIST_LIMIT) {
        entry.new_language(&mut seen);
    }
    seen
}

fn requires(node: &Node) -> Requires {
    let default = Requires { hidden: false, min_answers: 3 };
    if !node.is_there() || !node.object(&["visibility", "min_answers"]) {
        return default;
    }
    let visibility = node.member("visibility").optional();
    let hidden = visibility.and_then(|it| it.choice(&[("hidden", true)])).unwrap_or(default.hidden);
    let k = node.member("min_answers").optional().and_then(|it| it.number(3, 99));
    Requires { hidden, min_answers: k.and_then(|k| u32::try_from(k).ok()).unwrap_or(default.min_answers) }
}
