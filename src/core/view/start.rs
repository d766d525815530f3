//! The start page.

use super::frame::{Frame, Heading, heading};
use super::progress::{own_pace, progress};
use super::series::{choices, earlier, meeting_of};
use super::{EarlierView, MeetingOf, Progress, RunChoice, Text};
use crate::core::format::{GroupSize, Minutes, Run, Step};
use crate::core::ids::StepId;
use crate::core::room::{Place, Settings};

/// The start page.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// What the exercise is for.
    pub goal: Text,
    /// When to choose it.
    pub when_to_use: Option<Text>,
    /// What the group leaves with.
    pub leaves_with: Option<Text>,
    /// The steps of this meeting.
    pub steps: Vec<Heading>,
    /// Shortest and longest time of the meeting, in minutes.
    pub minutes: (u32, u32),
    /// How much of that the group spends together, where that is not all.
    pub together: Option<(u32, u32)>,
    /// For how many people the exercise is.
    pub group_size: Option<GroupSize>,
    /// The rules, for the sentence on who sees what.
    pub settings: Settings,
    /// How many more must join before any result can show; 0 where there are enough.
    pub missing: u32,
    /// Points for taking part in the whole meeting; 0 where there is no gradebook.
    pub points: u32,
    /// What the gradebook shows, where there is one.
    pub gradebook: Option<Text>,
    /// How the exercise begins for this user.
    pub begin: Begin,
    /// Which meeting this is, where there can be several.
    pub meeting: Option<MeetingOf>,
    /// What the one who leads can choose for this meeting; empty where there is nothing to choose.
    pub runs: Vec<RunChoice>,
    /// What the user can do alone; `None` where the group does everything together.
    pub progress: Option<Progress>,
    /// The meetings before this one, the latest first.
    #[cfg(feature = "whole")]
    pub earlier: Vec<EarlierView>,
}

/// How the exercise begins.
#[derive(Clone, Debug, PartialEq)]
pub enum Begin {
    /// It has begun, or this user has no part in it yet.
    No,
    /// The user has joined and waits for somebody else to start.
    Waits,
    /// The user can lead the group to the first step; joining oneself comes first where that is still to do.
    Lead {
        /// The first step.
        step: StepId,
        /// Whether nothing comes before it.
        now: bool,
    },
}

pub(super) fn start(frame: &Frame) -> StartView {
    let exercise = frame.exercise;
    let points: u32 = frame.steps().map(Step::points).sum();
    let Minutes { min, max } = exercise.run(&frame.room.part).map(Run::minutes).unwrap_or_default();
    let graded = frame.session.graded;
    let gradebook = frame.optional_text(exercise.gradebook.as_ref());
    StartView {
        goal: frame.text(&exercise.goal),
        when_to_use: frame.optional_text(exercise.when_to_use.as_ref()),
        leaves_with: frame.optional_text(exercise.leaves_with.as_ref()),
        steps: frame.steps().map(|step: &Step| heading(frame, step)).collect(),
        minutes: (min, max),
        together: together(frame),
        group_size: exercise.group_size,
        settings: frame.room.settings,
        missing: frame.room.settings.min_answers.saturating_sub(frame.room.present()),
        points: if graded { points } else { 0 },
        gradebook: gradebook.filter(|_| graded).map(|text| text.replace("{points}", &points.to_string()).into()),
        begin: begin(frame),
        meeting: meeting_of(frame),
        runs: choices(frame),
        progress: progress(frame),
        #[cfg(feature = "whole")]
        earlier: earlier(frame),
    }
}

/// What the format tells is of the whole exercise: of the meeting only where there is no other.
fn together(frame: &Frame) -> Option<(u32, u32)> {
    let Minutes { min, max } = frame.exercise.minutes_together?;
    let whole = frame.exercise.runs().len() == 1 && !own_pace(frame);
    whole.then_some((min, max))
}

fn begin(frame: &Frame) -> Begin {
    let session = frame.session;
    if frame.room.closed || frame.room.place != Place::Start || own_pace(frame) {
        return Begin::No;
    }
    match frame.steps().next() {
        Some(first) if session.facilitates() => Begin::Lead { step: first.id.clone(), now: !frame.can_join() },
        _ if session.is_present() => Begin::Waits,
        _ => Begin::No,
    }
}
