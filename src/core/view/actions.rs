//! The step with follow-up actions: new ones, and what became of earlier ones.

use std::rc::Rc;

use super::frame::{Frame, Heading, TakingPart, heading};
use super::{Meta, NotesColumn, Text};
use crate::core::consensus::Class;
use crate::core::format::{Actions, Block, Step};
use crate::core::ids::ContributionId;
use crate::core::order::by_key;
use crate::core::room::{Action, Body, Kind, Person};

/// The step with actions.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionsView {
    /// The heading.
    pub heading: Heading,
    /// Whether the group looks back here, more than that it makes new ones.
    pub review: bool,
    /// Actions of earlier meetings, the oldest first.
    pub earlier: Vec<ActionView>,
    /// How many of these wait to be looked back at: the ones that are open or busy.
    pub to_review: u32,
    /// The actions of this meeting.
    pub actions: Vec<ActionView>,
    /// Whether the user can write now.
    pub can_write: bool,
    /// Statements and notes to start an action from: divided ones first.
    pub starting_points: Vec<StartingPoint>,
    /// What every form needs.
    pub setup: Rc<ActionSetup>,
    /// Whether the user's part in this step is done.
    pub taking_part: TakingPart,
}

/// What every form for an action needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionSetup {
    /// Everything an action can belong to: the identity of a statement or a note, and its text.
    pub sources: Vec<(Text, Text)>,
    /// Who can take an action on.
    pub people: Vec<Person>,
    /// Whether an action must name who.
    pub who_required: bool,
    /// Whether an action must say when.
    pub when_required: bool,
    /// Whether an action says what is expected of it, and what came of that.
    pub expectation: bool,
}

/// An action.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionView {
    /// State common to all contributions.
    pub meta: Meta,
    /// What it says.
    pub action: Action,
    /// Who, in words: the person's name or the free text.
    pub who: Text,
    /// The text of the statement or note it came from, where that is known here.
    pub source: Option<Text>,
}

/// Something offered as a starting point for an action.
#[derive(Clone, Debug, PartialEq)]
pub struct StartingPoint {
    /// The statement or the note.
    pub source: Text,
    /// Its text.
    pub text: Text,
    /// Why it is offered.
    pub why: Offered,
    /// An action was already made from it.
    pub used: bool,
}

/// Why something is offered as a starting point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// A statement on which the group is divided.
    Divided,
    /// A note, with the dots on it where they are shown.
    Note(Option<u32>),
}

/// The most notes offered: those with the most dots.
const NOTES_OFFERED: usize = 8;

pub(super) fn actions(frame: &Frame, step: &Step, block: &Actions) -> ActionsView {
    let (earlier, actions): (Vec<_>, Vec<_>) =
        action_list(frame, step).into_iter().partition(|action| action.meta.from.is_some());
    let source = block.source_items_from.as_ref().and_then(|id| frame.step(id));
    let used = |source: &Text| actions.iter().any(|action| action.action.source.as_ref() == Some(source));
    let starting_points = source.map(|source| starting_points(frame, source, &used)).unwrap_or_default();
    let to_review = earlier.iter().filter(|action| !action.action.status.is_over()).count();
    ActionsView {
        heading: heading(frame, step),
        review: block.review,
        to_review: u32::try_from(to_review).unwrap_or(u32::MAX),
        can_write: frame.can_write(step),
        starting_points,
        setup: Rc::new(ActionSetup {
            sources: source.map(|source| sources(frame, source)).unwrap_or_default(),
            people: frame.room.people.clone(),
            who_required: block.who_required,
            when_required: block.when_required,
            expectation: block.expectation_outcome,
        }),
        taking_part: frame.taking_part(step),
        earlier,
        actions,
    }
}

fn starting_points(frame: &Frame, source: &Step, used: &dyn Fn(&Text) -> bool) -> Vec<StartingPoint> {
    let point = |source: Text, text: Text, why| StartingPoint { used: used(&source), source, text, why };
    if let Block::Notes(block) = &source.block {
        let columns = super::notes::columns(frame, source, block);
        let notes: Vec<_> =
            columns.iter().flat_map(NotesColumn::notes).filter(|note| note.meta.is_the_groups()).collect();
        let most_dots_first = by_key(notes, |note| u64::from(u32::MAX - note.dots.unwrap_or(0)));
        return most_dots_first
            .into_iter()
            .take(NOTES_OFFERED)
            .map(|note| point(note.meta.id.as_str().into(), note.text.clone(), Offered::Note(note.dots)))
            .collect();
    }
    let rows = frame.results(source).map(|results| results.rows).unwrap_or_default();
    rows.into_iter()
        .filter(|row| {
            let shown = row.bars.first().and_then(|bar| bar.shown.as_ref());
            shown.is_some_and(|shown| shown.class == Class::Divided)
        })
        .map(|row| point(row.item.as_str().into(), row.text, Offered::Divided))
        .collect()
}

fn sources(frame: &Frame, source: &Step) -> Vec<(Text, Text)> {
    match &source.block {
        Block::Statements(block) => {
            block.items.iter().map(|item| (item.id.as_str().into(), frame.text(&item.text))).collect()
        }
        Block::Notes(_) => frame
            .listed(source, Kind::Note)
            .into_iter()
            .filter(|(meta, _)| meta.is_the_groups())
            .filter_map(|(meta, body)| match body {
                Body::Note { text, .. } => Some((meta.id.as_str().into(), text.clone())),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The actions that a step shows: of earlier meetings first.
pub(super) fn action_list(frame: &Frame, step: &Step) -> Vec<ActionView> {
    let actions = frame
        .listed(step, Kind::Action)
        .into_iter()
        .filter_map(|(meta, body)| match body {
            Body::Action(action) => Some(view_of(frame, meta, action)),
            _ => None,
        })
        .collect();
    by_key(actions, |action: &ActionView| action.meta.from.map_or(u64::MAX, u64::from))
}

pub(super) fn view_of(frame: &Frame, meta: Meta, action: &Action) -> ActionView {
    ActionView {
        meta,
        who: action.who_person.as_ref().and_then(|id| frame.name(id)).unwrap_or_else(|| action.who_text.clone()),
        source: action.source.as_ref().and_then(|source| source_text(frame, source)),
        action: action.clone(),
    }
}

/// The text of a statement or a note, where it is known in this meeting.
fn source_text(frame: &Frame, source: &Text) -> Option<Text> {
    let note = ContributionId::from(&**source);
    if let Some(Body::Note { text, .. }) = frame.room.contributions.iter().find(|it| it.id == note).map(|it| &it.body) {
        return Some(text.clone());
    }
    let item = crate::core::ids::ItemId::from(&**source);
    let Block::Statements(block) = &frame.exercise.step_of_item(&item)?.block else {
        return None;
    };
    let statement = block.items.iter().find(|it| it.id == item)?;
    Some(frame.text(&statement.text))
}
