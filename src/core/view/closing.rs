//! What the group leaves with.

use super::shared::{Frame, action_list, columns, heading, principle_list, scope};
use super::{ClosingView, Heading, NotesColumn};
use crate::core::format::{Block, Step};

pub(super) fn closing(frame: &Frame) -> ClosingView {
    let exercise = frame.exercise;
    ClosingView {
        leaves_with: frame.optional_text(exercise.leaves_with.as_ref()),
        closed: frame.room.closed,
        results: frame.steps().filter_map(|step| Some((heading(frame, step), frame.results(step)?))).collect(),
        notes: frame.steps().filter_map(|step| notes(frame, step)).collect(),
        actions: frame.steps().flat_map(|step| action_list(frame, step)).collect(),
        scope: frame.steps().find_map(|step| match &step.block {
            Block::Principles(block) => {
                let scope = scope(frame, step, block);
                (!scope.text.is_empty()).then(|| (frame.text(&block.scope_label), scope.text))
            }
            _ => None,
        }),
        principles: frame
            .steps()
            .flat_map(|step| principle_list(frame, step))
            .map(|principle| principle.text)
            .collect(),
        handover: frame.optional_text(exercise.handover.as_ref()),
        people: frame.room.people.iter().filter(|person| person.present).cloned().collect(),
        done: frame
            .steps()
            .filter(|step| step.gives_points())
            .map(|step| (frame.text(&step.title), frame.session.me().done.contains(&step.id)))
            .collect(),
    }
}

/// The notes of a step, where there are any.
fn notes(frame: &Frame, step: &Step) -> Option<(Heading, Vec<NotesColumn>)> {
    let Block::Notes(block) = &step.block else {
        return None;
    };
    let columns = columns(frame, step, block);
    columns.iter().any(|column| !column.notes.is_empty()).then(|| (heading(frame, step), columns))
}
