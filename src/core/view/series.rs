//! Which meeting of its series this is, what a meeting can go through, and the meetings before.

use super::actions::view_of;
use super::frame::Frame;
use super::{ActionView, Text};
use crate::core::format::{Minutes, Run};
use crate::core::room::{Body, Contribution, Facilitation, GoalStatus, Place, Visibility};

/// Which meeting this is.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingOf {
    /// Its number, from 1.
    pub number: u32,
    /// What it goes through.
    pub run: Text,
    /// How often to meet.
    pub rhythm: Option<Text>,
}

/// What a meeting can go through.
#[derive(Clone, Debug, PartialEq)]
pub struct RunChoice {
    /// Its identity.
    pub part: Text,
    /// Its title.
    pub title: Text,
    /// Shortest and longest time, in minutes.
    pub minutes: (u32, u32),
    /// Its steps.
    pub steps: Vec<Text>,
    /// Whether it is the one chosen; of the next meeting: the one that is offered first.
    pub chosen: bool,
}

/// A meeting before this one, as far as it goes on in this one.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierView {
    /// Its number.
    pub number: u32,
    /// What it went through.
    pub run: Text,
    /// When it was closed, in milliseconds by the host's clock.
    pub closed: i64,
    /// Whether of that only the day is told, by its first moment in UTC.
    pub day_only: bool,
    /// Actions as they stood then.
    pub actions: Vec<ActionView>,
    /// Goals as they stood then.
    pub goals: Vec<(Text, GoalStatus)>,
    /// Scope and principles as they read then.
    pub principles: Vec<Text>,
    /// Notes.
    pub notes: Vec<Text>,
}

/// Which meeting this is, where there can be several.
pub(super) fn meeting_of(frame: &Frame) -> Option<MeetingOf> {
    let runs = frame.exercise.runs();
    let several = runs.len() > 1 || runs.iter().any(|run| run.first().repeat) || frame.room.number > 1;
    several.then(|| MeetingOf {
        number: frame.room.number,
        run: run_title(frame, &frame.room.part),
        rhythm: frame.optional_text(frame.exercise.series.rhythm.as_ref()),
    })
}

/// What the one who leads can choose for this meeting; empty where there is nothing to choose (any more).
pub(super) fn choices(frame: &Frame) -> Vec<RunChoice> {
    let room = frame.room;
    let begun = room.closed
        || room.place != Place::Start
        || room.contributions.iter().any(|it| it.from.is_none())
        || room.rounds.iter().any(|round| round.answered > 0);
    if begun || !frame.session.facilitates() {
        return Vec::new();
    }
    let after = frame.session.earlier().last().map(|meeting| &*meeting.part);
    let runs = frame.exercise.series.next_runs(after);
    if runs.len() < 2 {
        return Vec::new();
    }
    runs.into_iter().map(|run| choice(frame, run, **run.id() == *room.part)).collect()
}

/// What the next meeting can go through, for whoever may begin it.
pub(super) fn next_meeting(frame: &Frame) -> Vec<RunChoice> {
    let (room, me) = (frame.room, frame.session.me());
    let may = me.rights.facilitate || (room.settings.facilitation == Facilitation::Members && me.rights.participate);
    if !room.closed || !may || me.notice.is_some() {
        return Vec::new();
    }
    let runs = frame.exercise.series.next_runs(Some(&room.part));
    runs.into_iter().enumerate().map(|(at, run)| choice(frame, run, at == 0)).collect()
}

fn choice(frame: &Frame, run: Run, chosen: bool) -> RunChoice {
    let Minutes { min, max } = run.minutes();
    RunChoice {
        part: run.id().clone(),
        title: frame.text(&run.first().title),
        minutes: (min, max),
        steps: frame.exercise.steps_of(run).map(|step| frame.text(&step.title)).collect(),
        chosen,
    }
}

fn run_title(frame: &Frame, part: &str) -> Text {
    frame.exercise.run(part).map(|run| frame.text(&run.first().title)).unwrap_or_default()
}

/// The meetings before this one, the latest first.
pub(super) fn earlier(frame: &Frame) -> Vec<EarlierView> {
    let view = |meeting: &crate::core::room::Earlier| {
        let mut view = EarlierView {
            number: meeting.number,
            run: run_title(frame, &meeting.part),
            closed: meeting.closed,
            day_only: frame.room.settings.visibility == Visibility::Hidden,
            actions: Vec::new(),
            goals: Vec::new(),
            principles: Vec::new(),
            notes: Vec::new(),
        };
        for it in &meeting.contributions {
            add(frame, &mut view, it);
        }
        view
    };
    frame.session.earlier().iter().rev().map(view).collect()
}

fn add(frame: &Frame, view: &mut EarlierView, it: &Contribution) {
    match &it.body {
        Body::Action(action) => view.actions.push(view_of(frame, frame.meta(it), action)),
        Body::Goal(goal) => view.goals.push((goal.goal.clone(), goal.status)),
        Body::Scope { text } | Body::Principle { text, .. } if !text.is_empty() => view.principles.push(text.clone()),
        Body::Note { text, .. } => view.notes.push(text.clone()),
        _ => {}
    }
}
