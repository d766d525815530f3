//! Follow-up actions: what, who, when, how it is going, and where it came from.

use crate::core::format::{Actions, Block, Exercise};
use crate::core::ids::ItemId;
use crate::core::refusal::Refusal;
use crate::core::room::{Action, Body, Person};
use crate::core::text::{Lines, clean, required};

/// The most characters of what will be done.
pub const WHAT_LIMIT: usize = 300;
/// The most characters of who does it, in words.
pub const WHO_LIMIT: usize = 100;

/// The action as it is kept.
///
/// # Errors
/// [`Refusal::UnknownPerson`] for somebody who never joined, [`Refusal::UnknownItem`] for a source the step
/// does not offer, [`Refusal::RequiredField`] for what the step requires, or what `text` refuses.
pub fn action(exercise: &Exercise, block: &Actions, people: &[Person], raw: &Action) -> Result<Body, Refusal> {
    let what = required(&raw.what, WHAT_LIMIT, Lines::One)?;
    if let Some(who) = &raw.who_person
        && !people.iter().any(|person| person.id == *who)
    {
        return Err(Refusal::UnknownPerson);
    }
    let who_text = clean(&raw.who_text, WHO_LIMIT, Lines::One)?;
    let nobody = raw.who_person.is_none() && who_text.is_empty();
    if (block.who_required && nobody) || (block.when_required && raw.when.is_none()) {
        return Err(Refusal::RequiredField);
    }
    if let Some(item) = &raw.source_item
        && !offers(exercise, block, item)
    {
        return Err(Refusal::UnknownItem);
    }
    Ok(Body::Action(Action { what, who_text, ..raw.clone() }))
}

/// Whether an action of this block can come from `item`.
fn offers(exercise: &Exercise, block: &Actions, item: &ItemId) -> bool {
    block.source_items_from.as_ref().and_then(|id| exercise.step(id)).is_some_and(|step| match &step.block {
        Block::Statements(statements) => statements.items.iter().any(|it| it.id == *item),
        _ => false,
    })
}
