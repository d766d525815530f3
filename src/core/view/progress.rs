//! At one's own pace: what is done, what is still to do, and what waits for the group.

use super::Text;
use super::frame::Frame;
use crate::core::format::{Block, Step};
use crate::core::ids::StepId;
use crate::core::room::{Pace, Phase, Place};

/// What one participant has done and has still to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The whole meeting is done alone; else only what is prepared for it.
    pub whole: bool,
    /// The steps, in order.
    pub steps: Vec<ProgressStep>,
    /// How many that can be done are done.
    pub done: u32,
    /// How many can be done.
    pub all: u32,
    /// Where to go on: the first that is still to do.
    pub next: Option<StepId>,
}

/// One step of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressStep {
    /// The step.
    pub step: StepId,
    /// Its title.
    pub title: Text,
    /// Shortest and longest time, in minutes.
    pub minutes: (u32, u32),
    /// Whether it may be left out.
    pub optional: bool,
    /// How far it is.
    pub state: StepState,
    /// How many of the group have answered, and of how many, in a round that is not shown.
    pub answered: Option<(u32, u32)>,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Only to read.
    Read,
    /// Still to do.
    ToDo,
    /// Done.
    Done,
    /// Done, and the group's result comes later.
    Waits,
    /// Not open yet: the group does it together, or the one who leads opens it.
    Later,
}

/// Back and forth at one's own pace, below a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Alone {
    /// The step before.
    pub back: Option<(StepId, Text)>,
    /// The step after.
    pub next: Option<(StepId, Text)>,
    /// Whether this one is done.
    pub done: bool,
}

/// Whether the group does this meeting each at their own pace.
pub(super) fn own_pace(frame: &Frame) -> bool {
    frame.room.settings.pace == Pace::Own
}

/// Whether the user can go through steps on their own now: all of them, or those that prepare the meeting.
pub(super) fn goes_alone(frame: &Frame) -> bool {
    let prepares = || frame.steps().next().is_some_and(|first| first.own_pace);
    own_pace(frame) || (frame.room.place == Place::Start && prepares())
}

/// The list of what is done and to do; `None` where the group does everything together.
pub(super) fn progress(frame: &Frame) -> Option<Progress> {
    if frame.room.closed || !goes_alone(frame) || !frame.session.me().rights.participate {
        return None;
    }
    let steps: Vec<ProgressStep> = frame.steps().map(|step| progress_step(frame, step)).collect();
    let counts = |step: &&ProgressStep| !matches!(step.state, StepState::Read | StepState::Later) && !step.optional;
    let done = steps.iter().filter(counts).filter(|step| step.state != StepState::ToDo).count();
    Some(Progress {
        whole: own_pace(frame),
        done: u32::try_from(done).unwrap_or(u32::MAX),
        all: u32::try_from(steps.iter().filter(counts).count()).unwrap_or(u32::MAX),
        next: first_to_do(&steps),
        steps,
    })
}

/// The first that is still to do; what is only to read counts where nothing was done yet.
fn first_to_do(steps: &[ProgressStep]) -> Option<StepId> {
    let begun = steps.iter().any(|step| matches!(step.state, StepState::Done | StepState::Waits));
    let to_do = |step: &&ProgressStep| match step.state {
        StepState::ToDo => !step.optional,
        StepState::Read => !begun,
        _ => false,
    };
    steps.iter().find(to_do).map(|step| step.step.clone())
}

fn progress_step(frame: &Frame, step: &Step) -> ProgressStep {
    let round = frame.room.rounds_of(&step.id).next_back();
    let waits = round.filter(|round| round.phase != Phase::Revealed);
    let visited = frame.room.visited.contains(&step.id);
    let done = frame.session.me().done.contains(&step.id);
    let state = match &step.block {
        _ if !visited => StepState::Later,
        Block::Info(_) => StepState::Read,
        _ if done && waits.is_some() => StepState::Waits,
        _ if done => StepState::Done,
        Block::Confirm(_) if round.is_none() => StepState::Later,
        _ => StepState::ToDo,
    };
    ProgressStep {
        step: step.id.clone(),
        title: frame.text(&step.title),
        minutes: (step.minutes.min, step.minutes.max),
        optional: step.optional,
        state,
        answered: waits.filter(|_| visited).map(|round| (round.answered, round.present)),
    }
}

/// The way back and forth below the step that the user looks at.
pub(super) fn alone(frame: &Frame) -> Option<Alone> {
    let Place::Step(at) = frame.session.place() else {
        return None;
    };
    if !goes_alone(frame) || frame.room.closed || frame.room.place == Place::Step(at.clone()) && !own_pace(frame) {
        return None;
    }
    let open = |step: &&Step| frame.room.visited.contains(&step.id);
    let named = |step: &Step| (step.id.clone(), frame.text(&step.title));
    let steps: Vec<&Step> = frame.steps().filter(open).collect();
    let here = steps.iter().position(|step| step.id == at)?;
    Some(Alone {
        back: here.checked_sub(1).map(|before| named(steps[before])),
        next: steps.get(here + 1).map(|step| named(step)),
        done: frame.session.me().done.contains(&at),
    })
}
