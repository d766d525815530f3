//! The scope of what the group talks about, and its principles.

use super::Surroundings;
use crate::core::format::Principles;
use crate::core::ids::ContributionId;
use crate::core::refusal::Refusal;
use crate::core::room::Body;
use crate::core::text::{Lines, clean, required};

/// The most characters of a scope.
pub const SCOPE_LIMIT: usize = 1000;
/// The most characters of a principle.
pub const PRINCIPLE_LIMIT: usize = 300;

/// The one identity that a list's scope has.
pub fn scope_id(list: &str) -> ContributionId {
    format!("scope:{list}").into()
}

/// The scope as it is kept.
///
/// # Errors
/// What `text` refuses.
pub fn scope(text: &str) -> Result<Body, Refusal> {
    Ok(Body::Scope { text: clean(text, SCOPE_LIMIT, Lines::Many)? })
}

/// The principle as it is kept.
///
/// # Errors
/// [`Refusal::UnknownContribution`] for an action that it cannot rest on, or what `text` refuses.
pub fn principle(around: &Surroundings, text: &str, action: Option<&ContributionId>) -> Result<Body, Refusal> {
    let text = required(text, PRINCIPLE_LIMIT, Lines::One)?;
    if let Some(action) = action {
        let stays = matches!(around.stored, Some(Body::Principle { action: Some(stored), .. }) if stored == action);
        if !stays && !(around.is_finding)(action) {
            return Err(Refusal::UnknownContribution);
        }
    }
    Ok(Body::Principle { text, action: action.cloned() })
}

/// Whether `id` is the scope of this block's list.
pub fn is_scope_of(block: &Principles, id: &ContributionId) -> bool {
    id.as_str().strip_prefix("scope:") == Some(&*block.list)
}
