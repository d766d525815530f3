//! From JSON to an exercise, with every problem of the file at once.

use std::rc::Rc;

use serde_json::Value;

use super::reader::{Node, Reader};
use super::{
    Actions, Block, Column, Exercise, Fault, Localized, Minutes, Notes, Part, Point, Principles, Problem, Requires,
    ResultOrder, Scale, Statement, Statements, Step,
};
use crate::core::ids::StepId;

/// The version of the file format.
pub const VERSION: i64 = 1;

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

const MEMBERS: &[&str] = &[
    "$schema",
    "version",
    "id",
    "languages",
    "title",
    "goal",
    "when_to_use",
    "minutes",
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
    if !root.object(MEMBERS) {
        return None;
    }
    root.member("version").number(VERSION, VERSION);
    let languages = languages(&root.member("languages"));
    reader.expect_languages(languages.clone());
    let scales = scales(&root.member("scales"));
    let mut ids = Ids::default();
    let steps: Vec<Step> =
        root.member("steps").list(1, LIST_LIMIT).iter().filter_map(|node| step(node, &scales, &mut ids)).collect();
    check_findings(&root.member("steps"), &ids.action_lists);
    let mut part_ids = Vec::new();
    let parts = series(&root.member("series"), &ids.steps, &mut part_ids);
    check_use(root);
    let shape = root.member("minutes");
    if shape.object(&["min", "max", "covers"]) {
        range(&shape, 0, MINUTES_LIMIT);
        for covered in optional_list(&shape.member("covers"), LIST_LIMIT) {
            covered.reference(&part_ids);
        }
    }
    if let Some(group) = root.member("group_size").optional()
        && group.object(&["min", "max"])
    {
        range(&group, 1, 1000);
    }
    root.member("mode").optional().map(|it| it.choice(&[("together", ()), ("alone", ()), ("mixed", ())]));
    let id = root.member("id").id();
    let exercise = Exercise {
        id: id.clone().unwrap_or_default(),
        languages,
        title: root.member("title").text(),
        goal: root.member("goal").text(),
        when_to_use: optional_text(&root.member("when_to_use")),
        leaves_with: optional_text(&root.member("leaves_with")),
        gradebook: optional_text(&root.member("gradebook")),
        handover: root.member("handover").optional().map(|node| handover(&node)),
        requires: requires(&root.member("requires")),
        parts,
        steps,
    };
    id.map(|_| exercise)
}

fn series(node: &Node, steps: &[Rc<str>], seen: &mut Vec<Rc<str>>) -> Vec<Part> {
    if !node.object(&["kind", "order", "rhythm", "parts"]) {
        return Vec::new();
    }
    node.member("kind").choice(&[("single", ()), ("repeated", ())]);
    node.member("order").choice(&[("sequence", ()), ("choose_one", ())]);
    node.member("rhythm").optional().map(|node| node.text());
    let parts = node.member("parts").list(1, LIST_LIMIT);
    parts.iter().filter_map(|node| part(node, steps, seen)).collect()
}

/// Identities seen so far.
#[derive(Default)]
struct Ids {
    steps: Vec<Rc<str>>,
    items: Vec<Rc<str>>,
    with_statements: Vec<Rc<str>>,
    action_lists: Vec<Rc<str>>,
}

/// The most entries of a list that has no closer bound.
const LIST_LIMIT: usize = 500;
/// The longest time, in minutes: a day.
const MINUTES_LIMIT: i64 = 1440;

/// Findings come from the actions of any step, also a later one.
fn check_findings(steps: &Node, lists: &[Rc<str>]) {
    for step in steps.entries() {
        if let Some(findings) = step.member("settings").member("link_findings_of").optional() {
            findings.reference(lists);
        }
    }
}

/// A step that stands in no part could never be reached.
fn check_use(root: &Node) {
    let parts = root.member("series").member("parts").entries();
    let used: Vec<&str> =
        parts.iter().flat_map(|part| part.member("steps").entries()).filter_map(|entry| entry.slug()).collect();
    for step in root.member("steps").entries() {
        if step.member("id").slug().is_some_and(|id| !used.contains(&id)) {
            step.fault(Fault::UnusedStep);
        }
    }
}

fn languages(node: &Node) -> Vec<Rc<str>> {
    let mut seen = Vec::new();
    for entry in node.list(1, LIST_LIMIT) {
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

fn handover(node: &Node) -> Localized {
    node.object(&["to", "text", "sections"]);
    node.member("to").string();
    let mut seen = Vec::new();
    for section in optional_list(&node.member("sections"), LIST_LIMIT) {
        section.object(&["id", "label"]);
        section.member("id").new_id(&mut seen);
        section.member("label").text();
    }
    node.member("text").text()
}

fn scales(node: &Node) -> Vec<(Rc<str>, Scale)> {
    node.members()
        .into_iter()
        .filter_map(|(name, node)| {
            if !crate::core::ids::is_slug(&name) {
                node.fault(Fault::BadId);
            }
            node.object(&["points", "opt_out"]).then(|| (Rc::from(name), scale(&node)))
        })
        .collect()
}

fn scale(node: &Node) -> Scale {
    let list = node.member("points");
    let mut points: Vec<Point> = Vec::new();
    let mut previous: Option<i32> = None;
    for entry in list.list(2, 10) {
        if !entry.object(&["value", "label"]) {
            continue;
        }
        let value = entry.member("value");
        let label = entry.member("label").text();
        let before = previous.take();
        let Some(number) = value.number(-100, 100).and_then(|it| i32::try_from(it).ok()) else {
            continue;
        };
        if before.is_some_and(|before| before + 1 != number) {
            value.fault(Fault::BadValue);
        }
        previous = Some(number);
        points.push(Point { value: number, label });
    }
    let opt_out = node.member("opt_out").optional().map(|it| {
        it.object(&["label"]);
        it.member("label").text()
    });
    Scale { points, opt_out }
}

fn part(node: &Node, steps: &[Rc<str>], seen: &mut Vec<Rc<str>>) -> Option<Part> {
    if !node.object(&["id", "title", "minutes", "points", "repeat", "steps"]) {
        return None;
    }
    let id = node.member("id").new_id(seen);
    let mut listed = Vec::new();
    let part = Part {
        id: id?,
        title: node.member("title").text(),
        minutes: minutes(&node.member("minutes")),
        steps: node
            .member("steps")
            .list(1, LIST_LIMIT)
            .iter()
            .filter_map(|it| {
                it.reference(steps)?;
                it.new_id(&mut listed)
            })
            .map(|id| StepId::from(&*id))
            .collect(),
    };
    node.member("points").optional().map(|it| it.number(0, i64::MAX));
    node.member("repeat").flag();
    Some(part)
}

fn step(node: &Node, scales: &[(Rc<str>, Scale)], ids: &mut Ids) -> Option<Step> {
    const COMMON: &[&str] = &[
        "id",
        "number",
        "title",
        "minutes",
        "instruction",
        "prompts",
        "facilitator_hint",
        "optional",
        "block",
        "settings",
        "items",
        "phases",
    ];
    if !node.object(COMMON) {
        return None;
    }
    let earlier = ids.with_statements.clone();
    let id = node.member("id").new_id(&mut ids.steps);
    let number = node.member("number").optional().and_then(|it| it.number(1, 99));
    let optional = node.member("optional").flag();
    let minutes = minutes(&node.member("minutes"));
    let title = node.member("title").text();
    let instruction = node.member("instruction").text();
    let prompts = optional_list(&node.member("prompts"), LIST_LIMIT).iter().map(Node::text).collect();
    let hint = optional_text(&node.member("facilitator_hint"));
    phases(&node.member("phases"));
    let block = block(node, scales, &earlier, ids);
    let id = id?;
    if node.member("block").string() == Some("statements") {
        ids.with_statements.push(id.clone());
    }
    Some(Step {
        id: StepId::from(&*id),
        number: number.and_then(|it| u8::try_from(it).ok()),
        title,
        minutes,
        instruction,
        prompts,
        hint,
        optional,
        block: block?,
    })
}

#[derive(Clone, Copy)]
enum BlockKind {
    Statements,
    Notes,
    Actions,
    Principles,
}

const BLOCKS: &[(&str, BlockKind)] = &[
    ("statements", BlockKind::Statements),
    ("notes", BlockKind::Notes),
    ("actions", BlockKind::Actions),
    ("principles", BlockKind::Principles),
];

fn block(node: &Node, scales: &[(Rc<str>, Scale)], earlier: &[Rc<str>], ids: &mut Ids) -> Option<Block> {
    let name = node.member("block");
    let text = name.string()?;
    let Some((_, kind)) = BLOCKS.iter().find(|(block, _)| *block == text) else {
        name.fault(Fault::UnknownBlock);
        return None;
    };
    let settings = node.member("settings");
    if !matches!(kind, BlockKind::Statements)
        && let Some(items) = node.member("items").optional()
    {
        items.fault(Fault::UnknownMember);
    }
    match kind {
        BlockKind::Statements => statements(node, &settings, scales, ids).map(Block::Statements),
        BlockKind::Notes => notes(&settings, earlier).map(Block::Notes),
        BlockKind::Actions => actions(&settings, earlier, ids).map(Block::Actions),
        BlockKind::Principles => principles(&settings, scales).map(Block::Principles),
    }
}

fn phases(node: &Node) {
    let mut seen = Vec::new();
    for phase in optional_list(node, LIST_LIMIT) {
        if phase.object(&["id", "minutes", "optional"]) {
            phase.member("id").new_id(&mut seen);
            minutes(&phase.member("minutes"));
            phase.member("optional").flag();
        }
    }
}

fn statements(node: &Node, settings: &Node, scales: &[(Rc<str>, Scale)], ids: &mut Ids) -> Option<Statements> {
    const ORDERS: &[(&str, ResultOrder)] =
        &[("as_listed", ResultOrder::AsListed), ("most_divided_first", ResultOrder::MostDividedFirst)];
    let items = node
        .member("items")
        .list(1, 50)
        .iter()
        .filter_map(|node| {
            if !node.object(&["id", "text", "direction", "facilitator_hint"]) {
                return None;
            }
            node.member("direction").optional().map(|it| it.choice(&[("reversed", ())]));
            let id = node.member("id").new_id(&mut ids.items);
            let text = node.member("text").text();
            let hint = optional_text(&node.member("facilitator_hint"));
            Some(Statement { id: id?.as_ref().into(), text, hint })
        })
        .collect();
    if !settings.object(&["scale", "rounds", "reveal", "reason", "order_after_reveal", "min_answers"]) {
        return None;
    }
    let scale = scale_of(&settings.member("scale"), scales);
    let rounds = settings.member("rounds").optional().and_then(|it| it.number(1, 2));
    settings.member("reveal").optional().map(|it| it.choice(&[("facilitator", ())]));
    let reasons = settings.member("reason").optional();
    let reasons = reasons.and_then(|it| it.choice(&[("none", false), ("optional", true)]));
    let order = settings.member("order_after_reveal").optional().and_then(|it| it.choice(ORDERS));
    let k = settings.member("min_answers").optional().and_then(|it| it.number(3, 99));
    Some(Statements {
        scale: scale?,
        rounds: rounds.and_then(|it| u8::try_from(it).ok()).unwrap_or(1),
        reasons: reasons.unwrap_or(false),
        order: order.unwrap_or(ResultOrder::AsListed),
        min_answers: k.and_then(|it| u32::try_from(it).ok()).unwrap_or(3),
        items,
    })
}

fn scale_of(node: &Node, scales: &[(Rc<str>, Scale)]) -> Option<Scale> {
    let names: Vec<Rc<str>> = scales.iter().map(|(name, _)| name.clone()).collect();
    let name = node.reference(&names)?;
    scales.iter().find(|(it, _)| *it == name).map(|(_, scale)| scale.clone())
}

fn notes(settings: &Node, earlier: &[Rc<str>]) -> Option<Notes> {
    if !settings.object(&["visibility", "grouping", "show_results_of", "columns"]) {
        return None;
    }
    settings.member("visibility").optional().map(|it| it.choice(&[("shared", ())]));
    let grouping = settings.member("grouping");
    if grouping.flag() {
        grouping.fault(Fault::BadValue);
    }
    let mut seen = Vec::new();
    let columns = settings
        .member("columns")
        .list(1, 6)
        .iter()
        .filter_map(|node| {
            if !node.object(&["id", "label"]) {
                return None;
            }
            let id = node.member("id").new_id(&mut seen);
            let label = node.member("label").text();
            Some(Column { id: id?, label })
        })
        .collect();
    Some(Notes { columns, show_results_of: earlier_step(&settings.member("show_results_of"), earlier) })
}

fn actions(settings: &Node, earlier: &[Rc<str>], ids: &mut Ids) -> Option<Actions> {
    const FIELDS: &[&str] = &["what", "who", "when"];
    let members = ["list", "purpose", "required", "expectation_outcome", "source_items_from", "carry_over"];
    if !settings.object(&members) {
        return None;
    }
    let list = settings.member("list").id();
    ids.action_lists.extend(settings.member("list").text_here());
    settings.member("purpose").optional().map(|it| it.choice(&[("collect", ()), ("review", ())]));
    settings.member("expectation_outcome").flag();
    settings.member("carry_over").flag();
    let mut required = Vec::new();
    for entry in optional_list(&settings.member("required"), LIST_LIMIT) {
        entry.new_choice(FIELDS, &mut required);
    }
    let source_items_from = earlier_step(&settings.member("source_items_from"), earlier);
    Some(Actions {
        list: list?,
        who_required: required.contains(&"who"),
        when_required: required.contains(&"when"),
        source_items_from,
    })
}

fn principles(settings: &Node, scales: &[(Rc<str>, Scale)]) -> Option<Principles> {
    let members = ["list", "purpose", "scope_label", "principle_label", "support_vote", "link_findings_of"];
    if !settings.object(&members) {
        return None;
    }
    let list = settings.member("list").id();
    settings.member("purpose").optional().map(|it| it.choice(&[("collect", ()), ("complete", ())]));
    if let Some(vote) = settings.member("support_vote").optional()
        && vote.object(&["scale", "optional", "question"])
    {
        scale_of(&vote.member("scale"), scales);
        vote.member("optional").flag();
        vote.member("question").text();
    }
    let scope_label = settings.member("scope_label").text();
    let principle_label = settings.member("principle_label").text();
    Some(Principles { list: list?, scope_label, principle_label })
}

fn earlier_step(node: &Node, earlier: &[Rc<str>]) -> Option<StepId> {
    let node = node.clone().optional()?;
    Some(StepId::from(&*node.reference(earlier)?))
}

fn optional_text(node: &Node) -> Option<Localized> {
    node.clone().optional().map(|it| it.text())
}

fn optional_list<'a>(node: &Node<'a>, max: usize) -> Vec<Node<'a>> {
    node.clone().optional().map(|it| it.list(0, max)).unwrap_or_default()
}

fn minutes(node: &Node) -> Minutes {
    if node.object(&["min", "max"]) { range(node, 0, MINUTES_LIMIT) } else { Minutes::default() }
}

/// A smallest and a largest number.
fn range(node: &Node, lowest: i64, highest: i64) -> Minutes {
    let read = |name: &str| node.member(name).number(lowest, highest).and_then(|it| u32::try_from(it).ok());
    let (Some(min), Some(max)) = (read("min"), read("max")) else {
        return Minutes::default();
    };
    if min > max {
        node.fault(Fault::BadRange);
    }
    Minutes { min, max }
}
