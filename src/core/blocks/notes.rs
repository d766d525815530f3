//! Notes in columns, and the dots on them.

use super::{Surroundings, offered};
use crate::core::format::{Block, Notes};
use crate::core::ids::ItemId;
use crate::core::refusal::Refusal;
use crate::core::room::{Body, ItemResult, RevealedTally};
use crate::core::text::{Lines, clean, required};

/// The most characters a note holds.
pub const TEXT_LIMIT: usize = 500;
/// The most characters of the name of a group of notes.
pub const GROUP_LIMIT: usize = 60;

/// The note as it is kept.
///
/// # Errors
/// [`Refusal::RequiredField`] without a column, [`Refusal::BadValue`] for one the step does not have,
/// [`Refusal::UnknownField`] for a group where there are none, or what `text` refuses.
pub fn note(around: &Surroundings, block: &Notes, column: &str, text: &str, group: &str) -> Result<Body, Refusal> {
    if column.is_empty() {
        return Err(Refusal::RequiredField);
    }
    let column = block.columns.iter().find(|it| &*it.id == column).ok_or(Refusal::BadValue)?;
    let text = required(text, TEXT_LIMIT, Lines::Many)?;
    let group = clean(group, GROUP_LIMIT, Lines::One)?;
    let stored = match around.stored {
        Some(Body::Note { group, .. }) => Some(&**group),
        _ => None,
    };
    let grouping = block.grouping || matches!(around.at, Block::Notes(at) if at.grouping);
    Ok(Body::Note { column: column.id.clone(), text, group: offered(grouping, group, stored)? })
}

/// The dots on one note; `None` where too few people placed any in the round.
pub fn dots(item: ItemId, dots: u32, enough_people: bool) -> ItemResult {
    let tally = enough_people.then(|| RevealedTally { counts: vec![dots], ..RevealedTally::default() });
    ItemResult { item, answered: 0, reasons: Vec::new(), tally }
}
