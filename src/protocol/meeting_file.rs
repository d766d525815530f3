//! A meeting as a file that people keep and pass on: with the exercise that it runs, so that its answers stand under
//! the statements that they were given to, wherever it is opened.

use serde::Serialize;
use serde_json::Value;

use super::json::Members;
use super::stored::{Meeting, foreign};
use super::{Malformed, read};
use crate::core::format::{self, Problem};
use crate::core::meeting::State;

/// A meeting as a file.
#[derive(Serialize)]
pub struct MeetingFile<'a> {
    /// The meeting.
    #[serde(flatten)]
    pub meeting: Meeting,
    /// The exercise that it runs, as a format file describes it.
    pub exercise: &'a Value,
}

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// Its exercise has problems.
    Exercise(Vec<Problem>),
    /// It is no meeting, or none that can have come about.
    Meeting(Malformed),
}

impl From<Malformed> for Unfit {
    fn from(malformed: Malformed) -> Self {
        Self::Meeting(malformed)
    }
}

/// The exercise that a file brings, and its meeting.
///
/// # Errors
/// [`Unfit`] with every problem of the exercise, or the first thing that is wrong with the meeting.
pub fn opened(file: &Value) -> Result<(&Value, State), Unfit> {
    let meeting = Members::of(file, "meeting")?;
    read::version(meeting)?;
    let exercise = meeting.any("exercise");
    if !exercise.is_object() {
        return Err(Malformed("exercise").into());
    }
    let checked = format::read(exercise).map_err(Unfit::Exercise)?;
    Ok((exercise, foreign(file, checked.into())?))
}
