//! What the group leaves with.

use std::rc::Rc;

use super::actions::action_list;
use super::confirm::{ConfirmView, confirm};
use super::frame::{Frame, Heading, heading};
use super::handover::{HandoverView, handover};
use super::notes::columns;
use super::plan::periods;
use super::principles::{principle_list, scope};
use super::series::{meeting_of, next_meeting};
use super::sharing::{SharingView, sharing};
use super::support::{PrincipleSupport, principle_support};
use super::tallied::{Tallied, tallied};
use super::{ActionView, MeetingOf, NotesColumn, PeriodView, PrincipleView, RunChoice, Text};
use crate::core::format::{Block, Step};
use crate::core::ids::ContributionId;
use crate::core::room::Person;
use crate::core::session::Session;

/// What the group leaves with.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingView {
    /// What this is.
    pub leaves_with: Option<Text>,
    /// Which meeting this is, where there can be several.
    pub meeting: Option<MeetingOf>,
    /// Whether the meeting is closed for good.
    pub closed: bool,
    /// What came of each step with statements or questions.
    pub answers: Vec<(Heading, Tallied)>,
    /// Notes by step; steps and columns without any are left out.
    pub notes: Vec<(Heading, Vec<NotesColumn>)>,
    /// What steps came to, in the words of a summary, and what the group said of it. Sections without either are left
    /// out.
    pub summaries: Vec<ConfirmView>,
    /// Actions; `None` in a meeting that has no step for them.
    pub actions: Option<Vec<ActionView>>,
    /// Scope and principles by list.
    pub principles: Vec<PrinciplesPart>,
    /// The plan, by step; periods without a goal are left out.
    pub plan: Vec<(Heading, Vec<PeriodView>)>,
    /// What the group takes along to what comes after.
    pub handover: Option<HandoverView>,
    /// Who took part, present now.
    pub people: Vec<Person>,
    /// Steps of this meeting that give points, and whether the user has done them.
    pub done: Vec<(Text, bool)>,
    /// What other groups may come to see, where there are any.
    pub sharing: Option<SharingView>,
    /// What the next meeting can go through, for whoever may begin it.
    pub next: Vec<RunChoice>,
}

/// The scope and the principles of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct PrinciplesPart {
    /// The scope's label.
    pub scope_label: Text,
    /// The scope; may be empty.
    pub scope: Text,
    /// The title over the principles.
    pub title: Text,
    /// The principles, in the group's order.
    pub principles: Vec<PrincipleOutcome>,
}

/// A principle as the group leaves it.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipleOutcome {
    /// Its text.
    pub text: Text,
    /// The finding it rests on.
    pub finding: Option<Text>,
    /// Who supports it, once that is shown.
    pub support: Option<PrincipleSupport>,
}

/// What the group of a session's room leaves with, wherever the session looks; `None` without a room.
pub fn outcome_of(session: &Session) -> Option<ClosingView> {
    session.room().map(|room| closing(&Frame::new(session, room)))
}

pub(super) fn closing(frame: &Frame) -> ClosingView {
    let (actions, principles) = (actions(frame), principles(frame));
    // Who only leads has no part of their own to look back on.
    let joined = frame.room.person(&frame.session.me().person).is_some();
    ClosingView {
        leaves_with: frame.optional_text(frame.exercise.leaves_with.as_ref()),
        meeting: meeting_of(frame),
        closed: frame.room.closed,
        answers: frame.steps().filter_map(|step| Some((heading(frame, step), tallied(frame, step)?))).collect(),
        notes: frame.steps().filter_map(|step| notes(frame, step)).collect(),
        summaries: frame.steps().filter_map(|step| summaries(frame, step)).collect(),
        handover: handover(frame, &principles, actions.as_deref().unwrap_or_default()),
        actions,
        principles,
        plan: frame.steps().filter_map(|step| plan(frame, step)).collect(),
        people: frame.room.people.iter().filter(|person| person.present).cloned().collect(),
        done: frame
            .steps()
            .filter(|step| joined && step.is_required())
            .map(|step| (frame.text(&step.title), frame.session.me().done.contains(&step.id)))
            .collect(),
        sharing: sharing(frame),
        next: next_meeting(frame),
    }
}

/// The notes of a step, where there are any. Notes that a later step shows again stand there, as the group left them.
fn notes(frame: &Frame, step: &Step) -> Option<(Heading, Vec<NotesColumn>)> {
    let Block::Notes(block) = &step.block else {
        return None;
    };
    let shows = |other: &Step| frame.exercise.shown_in(other).iter().skip(1).any(|from| from.id == step.id);
    if frame.steps().any(shows) {
        return None;
    }
    let mut columns = columns(frame, step, block);
    for column in &mut columns {
        for group in &mut column.groups {
            group.notes.retain(|note| note.meta.is_the_groups());
        }
        column.groups.retain(|group| !group.notes.is_empty());
    }
    columns.retain(|column| !column.groups.is_empty());
    (!columns.is_empty()).then(|| (heading(frame, step), columns))
}

fn summaries(frame: &Frame, step: &Step) -> Option<ConfirmView> {
    let Block::Confirm(block) = &step.block else {
        return None;
    };
    let mut view = confirm(frame, step, block);
    view.sections.retain(|it| (!it.text.is_empty() && it.meta.is_the_groups()) || !it.results.is_empty());
    (!view.sections.is_empty()).then_some(view)
}

/// The actions of every list, each once though several steps may show it.
fn actions(frame: &Frame) -> Option<Vec<ActionView>> {
    let mut lists: Vec<&Rc<str>> = Vec::new();
    let mut actions = Vec::new();
    for step in frame.steps() {
        if let Block::Actions(block) = &step.block
            && !lists.contains(&&block.list)
        {
            lists.push(&block.list);
            actions.extend(action_list(frame, step).into_iter().filter(|action| action.meta.is_the_groups()));
        }
    }
    (!lists.is_empty()).then_some(actions)
}

fn principles(frame: &Frame) -> Vec<PrinciplesPart> {
    let mut lists: Vec<&Rc<str>> = Vec::new();
    let mut parts = Vec::new();
    for step in frame.steps() {
        if let Block::Principles(block) = &step.block
            && !lists.contains(&&block.list)
        {
            lists.push(&block.list);
            let principles = principle_list(frame, step).into_iter().filter(|it| it.meta.is_the_groups());
            let outcome = |it: PrincipleView| PrincipleOutcome {
                support: supported(frame, &block.list, &it.meta.id),
                text: it.text,
                finding: it.finding,
            };
            parts.push(PrinciplesPart {
                scope_label: frame.text(&block.scope_label),
                scope: scope(frame, step, block).text,
                title: frame.text(&step.title),
                principles: principles.map(outcome).collect(),
            });
        }
    }
    parts
}

/// The latest vote on a principle that was shown, in whichever step of its list.
fn supported(frame: &Frame, list: &Rc<str>, principle: &ContributionId) -> Option<PrincipleSupport> {
    frame.steps().rev().find_map(|step| match &step.block {
        Block::Principles(block) if block.list == *list => {
            let support = principle_support(frame, step, block.support_vote.as_ref()?, principle)?;
            support.result.is_some().then_some(support)
        }
        _ => None,
    })
}

fn plan(frame: &Frame, step: &Step) -> Option<(Heading, Vec<PeriodView>)> {
    let Block::Plan(block) = &step.block else {
        return None;
    };
    let mut periods = periods(frame, step, block);
    for period in &mut periods {
        period.goals.retain(|goal| goal.meta.is_the_groups());
    }
    periods.retain(|period| !period.goals.is_empty());
    (!periods.is_empty()).then(|| (heading(frame, step), periods))
}
