//! Hands that the one who leads counted in the room: a round of their own, in no other result.

use crate::core::format::{Block, QuestionKind};
use crate::core::refusal::Refusal;
use crate::core::room::{Body, Hands};

/// The most hands for one point.
pub const HANDS_LIMIT: u32 = 1000;

/// Counted hands as they are kept.
///
/// # Errors
/// [`Refusal::UnknownItem`] for an item that the step does not ask, [`Refusal::BadValue`] for one without points
/// or options, or for counts that are not one of each or too many, [`Refusal::OptOutNotOffered`] for opt-outs
/// that there are not.
pub fn hands(block: &Block, raw: &Hands) -> Result<Body, Refusal> {
    if raw.item.as_str().is_empty() {
        return Err(Refusal::RequiredField);
    }
    let (points, opt_out) = match block {
        Block::Statements(block) if block.items.iter().any(|it| it.id == raw.item) => {
            (block.scale.points.len(), block.scale.opt_out.is_some())
        }
        Block::Questions(block) => {
            let item = block.items.iter().find(|it| it.id == raw.item).ok_or(Refusal::UnknownItem)?;
            match &item.kind {
                QuestionKind::Scale { scale, .. } => (scale.points.len(), scale.opt_out.is_some()),
                QuestionKind::Choice(choices) => (choices.options.len(), false),
                QuestionKind::Number { .. } | QuestionKind::Text { .. } => return Err(Refusal::BadValue),
            }
        }
        _ => return Err(Refusal::UnknownItem),
    };
    let too_many = raw.counts.iter().chain([&raw.opt_outs]).any(|count| *count > HANDS_LIMIT);
    if raw.counts.len() != points || too_many {
        return Err(Refusal::BadValue);
    }
    if raw.opt_outs > 0 && !opt_out {
        return Err(Refusal::OptOutNotOffered);
    }
    Ok(Body::Hands(raw.clone()))
}
