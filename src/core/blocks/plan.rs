//! Goals for named periods.

use std::rc::Rc;

use super::{Surroundings, offered};
use crate::core::format::Plan;
use crate::core::refusal::Refusal;
use crate::core::room::{Body, Goal, GoalStatus};
use crate::core::text::{Lines, clean, required};

/// The most characters of a goal, and of how one can tell that it was reached.
pub const GOAL_LIMIT: usize = 300;
/// The most characters of who sees to it, in words.
pub const OWNER_LIMIT: usize = 100;

/// The goal as it is kept.
///
/// # Errors
/// [`Refusal::RequiredField`] without a period or a goal, [`Refusal::BadValue`] for a period the step does not
/// have, [`Refusal::UnknownPerson`] for somebody who never joined, [`Refusal::UnknownField`] for what the step
/// does not have, or what `text` refuses.
pub fn goal(around: &Surroundings, block: &Plan, raw: &Goal) -> Result<Body, Refusal> {
    let stored = match around.stored {
        Some(Body::Goal(stored)) => Some(stored),
        _ => None,
    };
    if raw.period.is_empty() {
        return Err(Refusal::RequiredField);
    }
    if !block.periods.iter().any(|it| it.id == raw.period) {
        return Err(Refusal::BadValue);
    }
    let goal = required(&raw.goal, GOAL_LIMIT, Lines::One)?;
    let owner_stays = stored.is_some_and(|stored| stored.owner_person == raw.owner_person);
    if let Some(owner) = &raw.owner_person {
        if !block.fields.owner && !owner_stays {
            return Err(Refusal::UnknownField);
        }
        if !around.knows(owner) {
            return Err(Refusal::UnknownPerson);
        }
    }
    let owner_text = clean(&raw.owner_text, OWNER_LIMIT, Lines::One)?;
    let owner_text = offered(block.fields.owner, owner_text, stored.map(|it| &*it.owner_text))?;
    let measure: Rc<str> = clean(&raw.measure, GOAL_LIMIT, Lines::One)?;
    let measure = offered(block.fields.measure, measure, stored.map(|it| &*it.measure))?;
    let planned = raw.status == GoalStatus::Planned || stored.is_some_and(|stored| stored.status == raw.status);
    if !block.fields.status && !planned {
        return Err(Refusal::UnknownField);
    }
    Ok(Body::Goal(Goal { goal, owner_text, measure, ..raw.clone() }))
}
