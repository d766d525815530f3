//! One meeting as it was seen in the room: the same views, made of the numbers that a report has.

use std::rc::Rc;

use super::asked::Meetings;
use super::{Facts, Meeting, Page, Selection, Which};
use crate::core::format::{Block, QuestionKind, Step};
use crate::core::ids::StepId;
use crate::core::room::{Contribution, Earlier, ItemResult, Kind, Me, Phase, Room, Round};
use crate::core::session::{Session, Update};
use crate::core::view::{Tallied, Text, came_of};

/// What came of a step in one meeting, as the room saw it.
#[derive(Clone, Debug, PartialEq)]
pub struct InRoom {
    /// The step.
    pub step: StepId,
    /// Its title.
    pub title: Text,
    /// The number of the meeting.
    pub meeting: u32,
    /// What came of it.
    pub tallied: Tallied,
    /// What was answered on another scale than that of now, and how many points that had: it is not drawn on the points
    /// of now.
    pub other: Vec<(Text, usize)>,
}

/// What came of the steps that a page is about in the meetings of one group: of each the latest, or the one that is selected.
pub fn in_room(facts: &Facts, selection: &Selection, page: Page) -> Vec<InRoom> {
    let meetings = Meetings::of(facts);
    let Some((_, meetings)) = meetings.selected(facts, selection).next() else { return Vec::new() };
    let steps = facts.exercise.steps.iter().filter(|step| is_of(step, page));
    steps.filter_map(|step| of_step(facts, selection, meetings, step)).collect()
}

/// The selected groups that counted hands for something that a page is about, by their identities.
pub fn groups_by_hand(facts: &Facts, selection: &Selection, page: Page) -> Vec<Rc<str>> {
    let is_counted = |it: &Contribution| {
        it.body.kind() == Kind::Hands && facts.exercise.step(&it.step).is_some_and(|step| is_of(step, page))
    };
    let counted = |meeting: &Meeting| meeting.contributions.iter().any(is_counted);
    let groups = facts.report.groups.iter().filter(|group| selection.takes(&group.id));
    groups.filter(|group| facts.report.meetings_of(&group.id).any(counted)).map(|group| group.id.clone()).collect()
}

/// Whether a page is about a step.
fn is_of(step: &Step, page: Page) -> bool {
    match step.block {
        Block::Statements(_) => page == Page::Statements,
        Block::Questions(_) => page == Page::Questions,
        _ => false,
    }
}

fn of_step(facts: &Facts, selection: &Selection, meetings: &[&Meeting], step: &Step) -> Option<InRoom> {
    let right = |meeting: &&&Meeting| match selection.which {
        Which::Latest => has(meeting, step),
        Which::Number(number) => meeting.number == number,
    };
    let meeting = meetings.iter().rfind(right)?;
    let before = meetings.iter().filter(|it| it.number < meeting.number).copied();
    let session = session(facts, meeting, before);
    Some(InRoom {
        step: step.id.clone(),
        title: facts.text(&step.title),
        meeting: meeting.number,
        tallied: came_of(&session, step)?,
        other: other(facts, meeting, step),
    })
}

/// Whether a meeting has anything of a step.
fn has(meeting: &Meeting, step: &Step) -> bool {
    meeting.rounds_of(&step.id).any(|round| round.phase == Phase::Revealed)
        || meeting.contributions.iter().any(|it| it.step == step.id)
}

/// A session of nobody in particular, in the room of a meeting.
pub(super) fn session<'a>(facts: &Facts, meeting: &Meeting, before: impl Iterator<Item = &'a Meeting>) -> Session {
    let rounds = |meeting: &Meeting| meeting.rounds.iter().map(|round| as_now(facts, round)).collect();
    let earlier = before.map(|it| Earlier {
        number: it.number,
        part: it.part.clone(),
        closed: it.closed.unwrap_or(0),
        rounds: rounds(it),
        contributions: Vec::new(),
    });
    let earlier: Vec<Earlier> = earlier.collect();
    let room = Room {
        meeting: meeting.id.clone(),
        number: meeting.number,
        revision: 0,
        group: None,
        part: meeting.part.clone(),
        settings: meeting.settings,
        closed: meeting.closed.is_some(),
        place: meeting.place.clone(),
        visited: Vec::new(),
        chair: None,
        timer: None,
        people: Vec::new(),
        rounds: rounds(meeting),
        contributions: meeting.contributions.clone(),
        sharing: None,
    };
    let first = Update { now: 0, revision: 0, room: Some(room), me: None, counts: Vec::new(), earlier };
    Session::new(facts.exercise.clone(), facts.language, first, Me::nobody(), 0)
}

/// A session in a room of its own, for the words of the exercise.
pub(super) fn wordless(facts: &Facts) -> Option<Session> {
    facts.report.meetings.first().map(|meeting| {
        let empty = Meeting { rounds: Vec::new(), contributions: Vec::new(), ..meeting.clone() };
        session(facts, &empty, std::iter::empty())
    })
}

/// A round with those of its results that can be drawn by the exercise of now.
fn as_now(facts: &Facts, round: &Round) -> Round {
    let step = facts.exercise.step(&round.step);
    let fits = |result: &&ItemResult| step.is_some_and(|step| fit(step, result) == Fit::Now);
    Round { results: round.results.iter().filter(fits).cloned().collect(), ..round.clone() }
}

/// Whether a result can be drawn by the exercise of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// As it is.
    Now,
    /// It had so many points or options.
    Other(usize),
    /// Its item is gone, or is answered by words, which a report does not have.
    Gone,
}

fn fit(step: &Step, result: &ItemResult) -> Fit {
    let given = match &step.block {
        Block::Statements(block) => {
            let asked = block.items.iter().any(|it| it.id == result.item);
            asked.then_some(Given::Points(block.scale.points.len()))
        }
        Block::Questions(block) => block.items.iter().find(|it| it.id == result.item).map(|it| given(&it.kind)),
        // Of what the group wrote itself: the exercise does not say what there is.
        Block::Principles(_) => return Fit::Now,
        _ => None,
    };
    match (given, &result.tally) {
        (None | Some(Given::Words), _) => Fit::Gone,
        (Some(Given::Points(points)), Some(tally)) if points != tally.counts.len() => Fit::Other(tally.counts.len()),
        _ => Fit::Now,
    }
}

/// What a question is answered with, as far as a report shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// One of so many points, or some of so many options.
    Points(usize),
    /// A number.
    Number,
    /// Words, which a report does not have.
    Words,
}

/// What a question is answered with.
pub(super) fn given(kind: &QuestionKind) -> Given {
    match kind {
        QuestionKind::Scale { scale, .. } => Given::Points(scale.points.len()),
        QuestionKind::Choice(choices) => Given::Points(choices.options.len()),
        QuestionKind::Number { .. } => Given::Number,
        QuestionKind::Text { .. } => Given::Words,
    }
}

fn other(facts: &Facts, meeting: &Meeting, step: &Step) -> Vec<(Text, usize)> {
    let mut found: Vec<(Text, usize)> = Vec::new();
    for result in meeting.rounds_of(&step.id).flat_map(|round| &round.results) {
        let Fit::Other(points) = fit(step, result) else { continue };
        let text = match &step.block {
            Block::Statements(block) => block.items.iter().find(|it| it.id == result.item).map(|it| &it.text),
            Block::Questions(block) => block.items.iter().find(|it| it.id == result.item).map(|it| &it.text),
            _ => None,
        };
        let Some(text) = text.map(|text| facts.text(text)) else { continue };
        if !found.iter().any(|(known, _)| *known == text) {
            found.push((text, points));
        }
    }
    found
}
