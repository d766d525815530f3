//! The step with notes in columns: what everyone sees, what only their author sees, groups, and dots.

use super::dots::{DotsView, NoteDots, dots, note_dots};
use super::frame::{Frame, Heading, TakingPart, heading};
use super::progress::own_pace;
use super::tallied::{Tallied, tallied};
use super::{Meta, Text};
use crate::core::blocks::item_of;
use crate::core::format::{Block, Column, NoteVisibility, Notes, Step};
use crate::core::ids::{ItemId, StepId};
use crate::core::room::{Body, Kind, Phase, Round};

/// A step with notes.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesView {
    /// The heading.
    pub heading: Heading,
    /// The columns.
    pub columns: Vec<NotesColumn>,
    /// Who sees a note that is written now.
    pub sharing: Sharing,
    /// Whether the user can write a note now.
    pub can_write: bool,
    /// Whether notes that the group sees can be put together now.
    pub can_group: bool,
    /// The groups there are, by name.
    pub groups: Vec<Text>,
    /// The dots of the step, where it has any.
    pub dots: Option<DotsView>,
    /// What came of an earlier step, to look at beside the notes.
    pub beside: Option<Tallied>,
    /// Whether the user's part in this step is done, and whether they can say that they took part.
    pub taking_part: TakingPart,
}

/// Who sees a note that is written now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// The group.
    Group,
    /// Its author until all are shown; so many of those present wrote one, and whether more may come.
    UntilShown {
        /// How many wrote a note.
        wrote: u32,
        /// How many are present.
        present: u32,
        /// Whether notes are taken.
        open: bool,
        /// Whether they are shown at the end of the activity as well.
        at_end: bool,
    },
    /// Its author, until they share it.
    Author,
}

/// A column of notes.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesColumn {
    /// Its identity.
    pub id: Text,
    /// Its label.
    pub label: Text,
    /// What belongs in it.
    pub hint: Option<Text>,
    /// Its notes: first those that were put together, then the others.
    pub groups: Vec<NoteGroup>,
}

/// Notes that were put together, or those that were not.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteGroup {
    /// What they are called; empty for those that were not put together.
    pub name: Text,
    /// The notes.
    pub notes: Vec<NoteView>,
    /// The dots on them, where they are shown.
    pub dots: Option<u32>,
}

/// A note.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteView {
    /// State common to all contributions.
    pub meta: Meta,
    /// Its text.
    pub text: Text,
    /// The column it was written in; that of the step it was made in.
    pub column: Text,
    /// The group of notes it was put into, may be empty.
    pub group: Text,
    /// The dots on it, where they are shown.
    pub dots: Option<u32>,
    /// The user's own dots on it, while they are placed.
    pub placing: Option<NoteDots>,
    /// Whether its author can show it to the group now.
    pub can_share: bool,
}

impl NotesColumn {
    /// All its notes.
    pub fn notes(&self) -> impl Iterator<Item = &NoteView> {
        self.groups.iter().flat_map(|group| &group.notes)
    }
}

pub(super) fn notes(frame: &Frame, step: &Step, block: &Notes) -> NotesView {
    let columns = columns(frame, step, block);
    let sharing = sharing(frame, step, block);
    let stopped = matches!(sharing, Sharing::UntilShown { open: false, .. });
    let mut groups: Vec<Text> = Vec::new();
    for group in columns.iter().flat_map(|column| &column.groups) {
        if !group.name.is_empty() && !groups.contains(&group.name) {
            groups.push(group.name.clone());
        }
    }
    NotesView {
        heading: heading(frame, step),
        columns,
        sharing,
        can_write: frame.can_write(step) && !stopped,
        can_group: block.grouping && frame.can_write(step) && !matches!(sharing, Sharing::UntilShown { .. }),
        groups,
        dots: dots(frame, step, block),
        beside: block.show_results_of.as_ref().and_then(|id| tallied(frame, frame.step(id)?)),
        taking_part: frame.taking_part(step),
    }
}

fn sharing(frame: &Frame, step: &Step, block: &Notes) -> Sharing {
    let writing = frame.room.rounds_of(&step.id).find(|round| round.number == 1);
    match (block.visibility, writing) {
        (NoteVisibility::Private, _) => Sharing::Author,
        (NoteVisibility::HiddenUntilReveal, Some(round)) if round.phase != Phase::Revealed => {
            let (open, at_end) = (round.phase == Phase::Open, own_pace(frame));
            Sharing::UntilShown { wrote: round.answered, present: round.present, open, at_end }
        }
        _ => Sharing::Group,
    }
}

/// The round in which dots were placed, once it is shown.
fn counted<'a>(frame: &Frame<'a>, step: &'a Step, block: &Notes) -> Option<&'a Round> {
    let number = block.dots_round()?;
    frame.room.rounds_of(&step.id).find(|round| round.number == number && round.phase == Phase::Revealed)
}

pub(super) fn columns(frame: &Frame, step: &Step, block: &Notes) -> Vec<NotesColumn> {
    let counted = counted(frame, step, block);
    let placing = dots(frame, step, block).filter(|dots| dots.phase.is_some());
    let can_write = frame.can_write(step);
    let mut columns: Vec<NotesColumn> = block.columns.iter().map(|column| empty(frame, column)).collect();
    for (meta, body) in frame.listed(step, Kind::Note) {
        let Body::Note { column, text, group } = body else { continue };
        let note = NoteView {
            // Also in a later step that shows it: there people see what the group still lacks.
            can_share: can_write && meta.unseen && !meta.pending && is_private(frame, &meta.step),
            dots: counted.and_then(|round| dots_on(round, &item_of(&step.id, meta.id.as_str()))),
            placing: placing.as_ref().and_then(|dots| note_dots(frame, step, block, dots, &meta.id)),
            text: text.clone(),
            column: column.clone(),
            group: if meta.unseen { "".into() } else { group.clone() },
            meta,
        };
        // A note of another step whose column this one does not have stands in the first.
        let at = columns.iter().position(|it| it.id == *column).unwrap_or(0);
        if let Some(column) = columns.get_mut(at) {
            put(column, note);
        }
    }
    for column in &mut columns {
        column.groups.rotate_left(1);
    }
    columns
}

fn is_private(frame: &Frame, step: &StepId) -> bool {
    let block = frame.step(step).map(|step| &step.block);
    matches!(block, Some(Block::Notes(block)) if block.visibility == NoteVisibility::Private)
}

/// A column whose first group are the notes that were not put together.
fn empty(frame: &Frame, column: &Column) -> NotesColumn {
    NotesColumn {
        id: column.id.clone(),
        label: frame.text(&column.label),
        hint: frame.optional_text(column.hint.as_ref()),
        groups: vec![NoteGroup { name: "".into(), notes: Vec::new(), dots: None }],
    }
}

fn put(column: &mut NotesColumn, note: NoteView) {
    let at = column.groups.iter().position(|group| group.name == note.group).unwrap_or_else(|| {
        column.groups.push(NoteGroup { name: note.group.clone(), notes: Vec::new(), dots: None });
        column.groups.len() - 1
    });
    let group = &mut column.groups[at];
    group.dots = match (group.dots, note.dots) {
        (Some(all), Some(dots)) => Some(all + dots),
        (all, dots) => all.or(dots),
    };
    group.notes.push(note);
}

fn dots_on(round: &Round, item: &ItemId) -> Option<u32> {
    let result = round.results.iter().find(|it| it.item == *item)?;
    result.tally.as_ref()?.counts.first().copied()
}
