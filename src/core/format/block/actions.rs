//! Follow-up actions.

use std::rc::Rc;

use super::super::known::Known;
use super::super::reader::Node;
use super::Block;
use crate::core::ids::StepId;

/// Follow-up actions.
#[derive(Clone, Debug, PartialEq)]
pub struct Actions {
    /// Steps of the same list share their actions.
    pub list: Rc<str>,
    /// Whether an action must name who.
    pub who_required: bool,
    /// Whether an action must say when.
    pub when_required: bool,
    /// Whether its steps are for looking back at actions, more than for making new ones.
    pub review: bool,
    /// Whether an action says what is expected of it, and what came of that.
    pub expectation_outcome: bool,
    /// Whether actions that are not finished come along from the meeting before.
    pub carry_over: bool,
    /// An earlier step whose statements or notes an action can come from.
    pub source_items_from: Option<StepId>,
}

pub(super) fn read(_: &Node, settings: &Node, known: &mut Known) -> Option<Block> {
    const FIELDS: &[&str] = &["what", "who", "when"];
    let members = ["list", "purpose", "required", "expectation_outcome", "source_items_from", "carry_over"];
    if !settings.object(&members) {
        return None;
    }
    let list = settings.member("list").id();
    known.action_lists.extend(settings.member("list").text_here());
    let review =
        settings.member("purpose").optional().and_then(|it| it.choice(&[("collect", false), ("review", true)]));
    let expectation_outcome = settings.member("expectation_outcome").flag();
    let carry_over = settings.member("carry_over").flag();
    let mut required = Vec::new();
    for entry in settings.member("required").optional_list() {
        entry.new_choice(FIELDS, &mut required);
    }
    let source_items_from = known.earlier_step(&settings.member("source_items_from"), &["statements", "notes"]);
    Some(Block::Actions(Actions {
        list: list?,
        who_required: required.contains(&"who"),
        when_required: required.contains(&"when"),
        review: review.unwrap_or(false),
        expectation_outcome,
        carry_over,
        source_items_from,
    }))
}
