//! The summary that a group confirms, and what people say of it.

use super::item_of;
use crate::core::format::{Confirm, Step};
use crate::core::ids::{ItemId, StepId};
use crate::core::refusal::Refusal;
use crate::core::room::Body;
use crate::core::text::{Lines, clean};

/// The most characters of a section of a summary.
pub const SUMMARY_LIMIT: usize = 2000;
/// The most characters of a comment.
pub const COMMENT_LIMIT: usize = 500;

/// The section of a summary as it is kept.
///
/// # Errors
/// [`Refusal::RequiredField`] without a section, [`Refusal::BadValue`] for one that is not summed up here, or
/// what `text` refuses.
pub fn summary(block: &Confirm, section: &StepId, text: &str) -> Result<Body, Refusal> {
    if section.as_str().is_empty() {
        return Err(Refusal::RequiredField);
    }
    if !block.summary_of.contains(section) {
        return Err(Refusal::BadValue);
    }
    Ok(Body::Summary { section: section.clone(), text: clean(text, SUMMARY_LIMIT, Lines::Many)? })
}

/// What a step asks to confirm: its sections.
pub fn sections(step: &Step, block: &Confirm) -> Vec<ItemId> {
    block.summary_of.iter().map(|section| item_of(&step.id, section.as_str())).collect()
}
