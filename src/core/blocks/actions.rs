//! Follow-up actions: what, who, when, how it is going, where it came from, and what came of it.

use super::{Surroundings, offered};
use crate::core::format::{Actions, Block};
use crate::core::refusal::Refusal;
use crate::core::room::{Action, Body};
use crate::core::text::{Lines, clean, required};

/// The most characters of what will be done.
pub const WHAT_LIMIT: usize = 300;
/// The most characters of who does it, in words.
pub const WHO_LIMIT: usize = 100;
/// The most characters of a finding, an expectation or an outcome.
pub const FINDING_LIMIT: usize = 500;

/// The action as it is kept.
///
/// # Errors
/// [`Refusal::UnknownPerson`] for somebody who never joined, [`Refusal::UnknownItem`] for a source the step
/// does not offer, [`Refusal::RequiredField`] for what the step requires, [`Refusal::UnknownField`] for what it
/// does not have, or what `text` refuses.
pub fn action(around: &Surroundings, block: &Actions, raw: &Action) -> Result<Body, Refusal> {
    let stored = match around.stored {
        Some(Body::Action(stored)) => Some(stored),
        _ => None,
    };
    let what = required(&raw.what, WHAT_LIMIT, Lines::One)?;
    if raw.who_person.as_ref().is_some_and(|who| !around.knows(who)) {
        return Err(Refusal::UnknownPerson);
    }
    let who_text = clean(&raw.who_text, WHO_LIMIT, Lines::One)?;
    let nobody = raw.who_person.is_none() && who_text.is_empty();
    if (block.who_required && nobody) || (block.when_required && raw.when.is_none()) {
        return Err(Refusal::RequiredField);
    }
    if let Some(source) = &raw.source
        && stored.is_none_or(|stored| stored.source.as_ref() != Some(source))
        && !(around.is_source)(source)
    {
        return Err(Refusal::UnknownItem);
    }
    let finding = clean(&raw.finding, FINDING_LIMIT, Lines::Many)?;
    let expects = block.expectation_outcome || matches!(around.at, Block::Actions(at) if at.expectation_outcome);
    let expectation = clean(&raw.expectation, FINDING_LIMIT, Lines::Many)?;
    let expectation = offered(expects, expectation, stored.map(|it| &*it.expectation))?;
    let outcome = clean(&raw.outcome, FINDING_LIMIT, Lines::Many)?;
    let outcome = offered(expects, outcome, stored.map(|it| &*it.outcome))?;
    Ok(Body::Action(Action { what, who_text, finding, expectation, outcome, ..raw.clone() }))
}
