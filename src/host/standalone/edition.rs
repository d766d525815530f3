//! An exercise as a meeting of the standalone page keeps it: checked, and as the text that tells it from every other.

use std::rc::Rc;

use serde_json::Value;

use crate::core::format::{self, Exercise, Problem};
use crate::host::json;

/// An exercise and its text.
pub struct Edition {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// What it was read from, as JSON.
    pub text: String,
}

impl Edition {
    /// The one that a format file describes.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn of(file: &Value) -> Result<Self, Vec<Problem>> {
        Self::read(json::write(file).unwrap_or_default())
    }

    /// The one that this text describes.
    ///
    /// # Errors
    /// Every problem of it.
    pub fn read(text: String) -> Result<Self, Vec<Problem>> {
        let exercise = format::read_text(&text, json::read)?.into();
        Ok(Self { exercise, text })
    }
}
