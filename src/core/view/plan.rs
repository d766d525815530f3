//! The step with a plan: goals for named periods.

use std::rc::Rc;

use super::frame::{Frame, Heading, TakingPart, heading};
use super::{Meta, Text};
use crate::core::format::{GoalFields, Plan, PlanReview, Step};
use crate::core::room::{Body, Goal, Kind, Person};

/// The step with a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// The heading.
    pub heading: Heading,
    /// The periods, in order.
    pub periods: Vec<PeriodView>,
    /// How often the group looks whether the plan is still right.
    pub review: Option<PlanReview>,
    /// Whether goals of an earlier meeting stand here, to look back at.
    pub looks_back: bool,
    /// What every form needs.
    pub setup: Rc<PlanSetup>,
    /// Whether the user can write now.
    pub can_write: bool,
    /// Whether the user's part in this step is done.
    pub taking_part: TakingPart,
}

/// What every form for a goal needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSetup {
    /// The periods: identity and label.
    pub periods: Vec<(Text, Text)>,
    /// What a goal says besides itself.
    pub fields: GoalFields,
    /// Who can see to a goal.
    pub people: Vec<Person>,
}

/// A period with its goals.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodView {
    /// Its identity.
    pub id: Text,
    /// Its label.
    pub label: Text,
    /// Its goals, in the group's order.
    pub goals: Vec<GoalView>,
}

/// A goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalView {
    /// State common to all contributions.
    pub meta: Meta,
    /// What it says.
    pub goal: Goal,
    /// Who sees to it, in words.
    pub owner: Text,
}

pub(super) fn plan(frame: &Frame, step: &Step, block: &Plan) -> PlanView {
    let periods = periods(frame, step, block);
    PlanView {
        heading: heading(frame, step),
        review: block.review,
        looks_back: periods.iter().flat_map(|period| &period.goals).any(|goal| goal.meta.from.is_some()),
        setup: Rc::new(PlanSetup {
            periods: periods.iter().map(|period| (period.id.clone(), period.label.clone())).collect(),
            fields: block.fields,
            people: frame.room.people.clone(),
        }),
        periods,
        can_write: frame.can_write(step),
        taking_part: frame.taking_part(step),
    }
}

pub(super) fn periods(frame: &Frame, step: &Step, block: &Plan) -> Vec<PeriodView> {
    let goals: Vec<GoalView> = frame
        .listed(step, Kind::Goal)
        .into_iter()
        .filter_map(|(meta, body)| match body {
            Body::Goal(goal) => Some(GoalView {
                meta,
                owner: goal
                    .owner_person
                    .as_ref()
                    .and_then(|id| frame.name(id))
                    .unwrap_or_else(|| goal.owner_text.clone()),
                goal: goal.clone(),
            }),
            _ => None,
        })
        .collect();
    block
        .periods
        .iter()
        .map(|period| PeriodView {
            id: period.id.clone(),
            label: frame.text(&period.label),
            goals: goals.iter().filter(|goal| goal.goal.period == period.id).cloned().collect(),
        })
        .collect()
}
