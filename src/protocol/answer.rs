//! What was answered, as the members `value`, `choices` and `text` of the wire.

use std::rc::Rc;

use super::Malformed;
use super::json::Members;
use crate::core::room::{Choice, Given};

/// What was answered, in the object that holds its members; what its kind does not use may be left out.
pub(super) fn given(it: Members) -> Result<Given, Malformed> {
    Ok(Given {
        choice: choice_of(it.optional_number("value")?),
        options: if it.any("choices").is_null() { Vec::new() } else { it.texts::<Rc<str>>("choices")? },
        text: it.optional_text("text")?.unwrap_or_default(),
    })
}

/// A choice as a value: null is the opt-out.
pub(super) fn value_of(choice: Choice) -> Option<i32> {
    match choice {
        Choice::Point(value) => Some(value),
        Choice::OptOut => None,
    }
}

/// A value as a choice.
pub(super) fn choice_of(value: Option<i32>) -> Choice {
    value.map_or(Choice::OptOut, Choice::Point)
}
