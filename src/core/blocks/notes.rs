//! Notes in columns.

use crate::core::format::Notes;
use crate::core::refusal::Refusal;
use crate::core::room::Body;
use crate::core::text::{Lines, required};

/// The most characters a note holds.
pub const TEXT_LIMIT: usize = 500;

/// The note as it is kept.
///
/// # Errors
/// [`Refusal::RequiredField`] without a column, [`Refusal::BadValue`] for one the step does not have, or what `text` refuses.
pub fn note(block: &Notes, column: &str, text: &str) -> Result<Body, Refusal> {
    if column.is_empty() {
        return Err(Refusal::RequiredField);
    }
    let column = block.columns.iter().find(|it| &*it.id == column).ok_or(Refusal::BadValue)?;
    Ok(Body::Note { column: column.id.clone(), text: required(text, TEXT_LIMIT, Lines::Many)? })
}
