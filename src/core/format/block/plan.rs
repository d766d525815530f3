//! Goals for named periods.

use std::rc::Rc;

use super::super::known::Known;
use super::super::reader::Node;
use super::Block;
use crate::core::format::{Fault, Localized};

/// Goals for named periods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The periods.
    pub periods: Vec<Period>,
    /// What a goal says besides itself.
    pub fields: GoalFields,
    /// How often the group looks whether the plan is still right.
    pub review: Option<PlanReview>,
}

/// How often a plan is looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanReview {
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

/// A period of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// Its identity.
    pub id: Rc<str>,
    /// Its label.
    pub label: Localized,
}

/// What a goal says besides itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GoalFields {
    /// Who sees to it.
    pub owner: bool,
    /// How one can tell that it was reached.
    pub measure: bool,
    /// How it is going.
    pub status: bool,
}

pub(super) fn read(_: &Node, settings: &Node, _: &mut Known) -> Option<Block> {
    const FIELDS: &[&str] = &["goal", "owner", "measure", "status"];
    const REVIEWS: &[(&str, PlanReview)] =
        &[("weekly", PlanReview::Weekly), ("monthly", PlanReview::Monthly), ("yearly", PlanReview::Yearly)];
    if !settings.object(&["periods", "fields", "review"]) {
        return None;
    }
    let mut seen = Vec::new();
    let periods = settings
        .member("periods")
        .list(1, 12)
        .iter()
        .filter_map(|node| {
            if !node.object(&["id", "label"]) {
                return None;
            }
            let id = node.member("id").new_id(&mut seen);
            let label = node.member("label").text();
            Some(Period { id: id?, label })
        })
        .collect();
    let list = settings.member("fields");
    let mut named = Vec::new();
    for entry in list.optional_list() {
        entry.new_choice(FIELDS, &mut named);
    }
    let listed = list.is_list();
    if listed && !named.contains(&"goal") {
        list.fault(Fault::BadValue);
    }
    let review = settings.member("review").optional().and_then(|it| it.choice(REVIEWS));
    let has = |field: &str| !listed || named.contains(&field);
    let fields = GoalFields { owner: has("owner"), measure: has("measure"), status: has("status") };
    Some(Block::Plan(Plan { periods, fields, review }))
}
