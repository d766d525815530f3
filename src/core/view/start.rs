//! The start page.

use super::StartView;
use super::shared::{Frame, heading};
use crate::core::format::{Minutes, Step};
use crate::core::room::Place;

pub(super) fn start(frame: &Frame) -> StartView {
    let exercise = frame.exercise;
    let points = frame.steps().filter(|step| step.gives_points()).count();
    let Minutes { min, max } = exercise.part(&frame.room.part).map(|part| part.minutes).unwrap_or_default();
    let graded = frame.session.graded;
    let gradebook = frame.optional_text(exercise.gradebook.as_ref());
    let not_begun = !frame.room.closed && frame.room.place == Place::Start;
    StartView {
        goal: frame.text(&exercise.goal),
        when_to_use: frame.optional_text(exercise.when_to_use.as_ref()),
        leaves_with: frame.optional_text(exercise.leaves_with.as_ref()),
        steps: frame.steps().map(|step: &Step| heading(frame, step)).collect(),
        minutes: (min, max),
        settings: frame.room.settings,
        missing: frame.room.settings.min_answers.saturating_sub(frame.room.present()),
        points: if graded { u32::try_from(points).unwrap_or(u32::MAX) } else { 0 },
        gradebook: gradebook.filter(|_| graded).map(|text| text.replace("{points}", &points.to_string()).into()),
        can_start: not_begun && frame.session.facilitates(),
        waits: not_begun && !frame.session.facilitates() && frame.session.is_present(),
    }
}
