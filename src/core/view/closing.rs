//! What the group leaves with.

use super::shared::{Frame, action_list, columns, heading, principle_list, scope};
use super::{ClosingView, Heading, Meta, NotesColumn};
use crate::core::format::{Block, Step};

pub(super) fn closing(frame: &Frame) -> ClosingView {
    let exercise = frame.exercise;
    // Who only leads has no part of their own to look back on.
    let joined = frame.room.person(&frame.session.me().person).is_some();
    ClosingView {
        leaves_with: frame.optional_text(exercise.leaves_with.as_ref()),
        closed: frame.room.closed,
        results: frame.steps().filter_map(|step| Some((heading(frame, step), frame.results(step)?))).collect(),
        notes: frame.steps().filter_map(|step| notes(frame, step)).collect(),
        actions: frame
            .steps()
            .flat_map(|step| action_list(frame, step))
            .filter(|action| is_the_groups(&action.meta))
            .collect(),
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
            .filter(|principle| is_the_groups(&principle.meta))
            .map(|principle| principle.text)
            .collect(),
        handover: frame.optional_text(exercise.handover.as_ref()),
        people: frame.room.people.iter().filter(|person| person.present).cloned().collect(),
        done: frame
            .steps()
            .filter(|step| joined && step.gives_points())
            .map(|step| (frame.text(&step.title), frame.session.me().done.contains(&step.id)))
            .collect(),
    }
}

/// The notes of a step, where there are any.
fn notes(frame: &Frame, step: &Step) -> Option<(Heading, Vec<NotesColumn>)> {
    let Block::Notes(block) = &step.block else {
        return None;
    };
    let mut columns = columns(frame, step, block);
    for column in &mut columns {
        column.notes.retain(|note| is_the_groups(&note.meta));
    }
    columns.iter().any(|column| !column.notes.is_empty()).then(|| (heading(frame, step), columns))
}

/// Whether the group has it: a text that only its author has is no outcome.
fn is_the_groups(meta: &Meta) -> bool {
    meta.held.as_ref().is_none_or(|held| !held.gone)
}
