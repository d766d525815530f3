//! Steps: the timed parts of an exercise.

use super::block::{Block, block};
use super::known::Known;
use super::minutes::minutes;
use super::reader::{CHECKS, Node};
use super::{Localized, Minutes};
use crate::core::ids::{ItemId, StepId};

/// The most points that a step gives.
const POINTS_LIMIT: i64 = 100;

/// A timed part of an exercise, with one kind of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its identity.
    pub id: StepId,
    /// Its number, where it has one.
    pub number: Option<u8>,
    /// Its title.
    pub title: Localized,
    /// Whether everyone does it alone, when it suits them.
    pub own_pace: bool,
    /// How long it takes.
    pub minutes: Minutes,
    /// What to do.
    pub instruction: Localized,
    /// Thinking questions.
    pub prompts: Vec<Localized>,
    /// A hint for the one who leads.
    pub hint: Option<Localized>,
    /// Whether the group may leave it out; then it gives no points.
    pub optional: bool,
    /// How many points it is worth, where it gives any.
    worth: u32,
    /// The work.
    pub block: Block,
}

impl Step {
    /// The items of the exercise that are answered in it, in order.
    pub fn items(&self) -> Vec<&ItemId> {
        match &self.block {
            Block::Statements(block) => block.items.iter().map(|item| &item.id).collect(),
            Block::Questions(block) => block.items.iter().map(|item| &item.id).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether everybody is to take part in it.
    pub fn is_required(&self) -> bool {
        !self.optional && !matches!(self.block, Block::Info(_))
    }

    /// How many points taking part in it gives.
    pub fn points(&self) -> u32 {
        if self.is_required() { self.worth } else { 0 }
    }
}

pub(super) fn step(node: &Node, known: &mut Known) -> Option<Step> {
    const COMMON: &[&str] = &[
        "id",
        "number",
        "title",
        "mode",
        "minutes",
        "instruction",
        "prompts",
        "facilitator_hint",
        "optional",
        "points",
        "block",
        "settings",
        "items",
        "phases",
    ];
    if !node.object(COMMON) {
        return None;
    }
    let id = node.member("id").new_id(&mut known.steps);
    let number = node.member("number").optional().and_then(|it| it.number(1, 99));
    let optional = node.member("optional").flag();
    let worth = node.member("points").optional().and_then(|it| it.number(0, POINTS_LIMIT));
    let own_pace = node.member("mode").optional().and_then(|it| it.choice(&[("together", false), ("own_pace", true)]));
    let minutes = minutes(&node.member("minutes"));
    let title = node.member("title").text();
    let instruction = node.member("instruction").text();
    let prompts = node.member("prompts").optional_list().iter().map(Node::text).collect();
    let hint = node.member("facilitator_hint").optional_text();
    if CHECKS {
        check_phases(&node.member("phases"));
    }
    let (kind, block) = block(node, known);
    known.earlier.extend(node.member("id").text_here().zip(kind));
    let id = id?;
    Some(Step {
        id: StepId::from(&*id),
        number: number.and_then(|it| u8::try_from(it).ok()),
        title,
        own_pace: own_pace.unwrap_or(false),
        minutes,
        instruction,
        prompts,
        hint,
        optional,
        worth: worth.and_then(|it| u32::try_from(it).ok()).unwrap_or(1),
        block: block?,
    })
}

fn check_phases(node: &Node) {
    let mut seen = Vec::new();
    for phase in node.optional_list() {
        if phase.object(&["id", "minutes", "optional"]) {
            phase.member("id").new_id(&mut seen);
            minutes(&phase.member("minutes"));
            phase.member("optional").flag();
        }
    }
}
