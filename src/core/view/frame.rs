//! A session with its room at hand, and what every page takes from it: texts, steps, headings.

use super::{ResultsView, Text, results};
use crate::core::format::{Block, Exercise, Localized, Step};
use crate::core::ids::{ItemId, PersonId, StepId};
use crate::core::room::{Answer, Phase, Room};
use crate::core::session::Session;

/// A step's heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The step.
    pub step: StepId,
    /// Its number, where it has one.
    pub number: Option<u8>,
    /// Its title.
    pub title: Text,
    /// What to do.
    pub instruction: Text,
    /// Shortest and longest time, in minutes.
    pub minutes: (u32, u32),
    /// Thinking questions.
    pub prompts: Vec<Text>,
    /// Whether the group may leave it out.
    pub optional: bool,
    /// Whether the user is not asked its round again.
    pub locked: bool,
}

/// Whether the user's part in a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakingPart {
    /// It counts as done.
    pub done: bool,
    /// "I took part" can be pressed.
    pub can_confirm: bool,
}

/// A session with its room at hand.
pub(super) struct Frame<'a> {
    pub(super) session: &'a Session,
    pub(super) room: &'a Room,
    pub(super) exercise: &'a Exercise,
}

impl<'a> Frame<'a> {
    pub(super) fn new(session: &'a Session, room: &'a Room) -> Self {
        Self { session, room, exercise: &session.exercise }
    }

    pub(super) fn text(&self, text: &Localized) -> Text {
        text.get(self.session.language)
    }

    pub(super) fn optional_text(&self, text: Option<&Localized>) -> Option<Text> {
        text.map(|text| self.text(text))
    }

    /// The steps of this meeting, in order.
    pub(super) fn steps(&self) -> impl DoubleEndedIterator<Item = &'a Step> {
        let exercise = self.exercise;
        exercise.run(&self.room.part).into_iter().flat_map(move |run| exercise.steps_of(run))
    }

    pub(super) fn step(&self, id: &StepId) -> Option<&'a Step> {
        self.steps().find(|step| step.id == *id)
    }

    /// The number that the exercise gives the step. Where it gives none to any step of the meeting, those that nobody
    /// may leave out are counted.
    pub(super) fn number(&self, step: &Step) -> Option<u8> {
        if step.optional || self.steps().any(|it| it.number.is_some()) {
            return step.number;
        }
        let before = self.steps().filter(|it| !it.optional).take_while(|it| it.id != step.id);
        u8::try_from(before.count() + 1).ok()
    }

    /// Hints are for the one who leads.
    pub(super) fn hint(&self, hint: Option<&Localized>) -> Option<Text> {
        self.optional_text(hint.filter(|_| self.session.facilitates()))
    }

    pub(super) fn name(&self, id: &PersonId) -> Option<Text> {
        self.room.person(id).map(|person| person.name.clone())
    }

    /// Whether the user may press Join.
    pub(super) fn can_join(&self) -> bool {
        let me = self.session.me();
        !self.room.closed && me.notice.is_none() && me.rights.participate && !self.session.is_present()
    }

    pub(super) fn can_write(&self, step: &Step) -> bool {
        self.session.can_contribute() && self.room.visited.contains(&step.id)
    }

    /// Whether the user can answer in a round of a step that is so far.
    pub(super) fn can_answer(&self, step: &Step, phase: Option<Phase>) -> bool {
        let me = self.session.me();
        phase == Some(Phase::Open)
            && !me.locked.contains(&step.id)
            && !self.room.closed
            && me.notice.is_none()
            && me.rights.participate
            && self.session.is_present()
    }

    /// Whether results of the step are shown.
    #[cfg(not(feature = "whole"))]
    pub(super) fn is_revealed(&self, step: &Step) -> bool {
        self.room.rounds_of(&step.id).any(|round| round.phase == Phase::Revealed)
    }

    /// The user's own answer to an item in a round.
    pub(super) fn own_answer(&self, item: &ItemId, round: u8) -> Option<&'a Answer> {
        self.session.me().answers.iter().find(|it| it.round == round && it.item == *item)
    }

    pub(super) fn taking_part(&self, step: &Step) -> TakingPart {
        let done = self.session.me().done.contains(&step.id);
        let can = self.can_write(step) && self.session.is_present() && self.session.me().rights.participate;
        TakingPart { done, can_confirm: can && !done }
    }

    /// The results of a step with statements, once a round is revealed.
    pub(super) fn results(&self, step: &Step) -> Option<ResultsView> {
        match &step.block {
            Block::Statements(block) => results::results(self, step, block),
            _ => None,
        }
    }
}

pub(super) fn heading(frame: &Frame, step: &Step) -> Heading {
    Heading {
        step: step.id.clone(),
        number: frame.number(step),
        title: frame.text(&step.title),
        instruction: frame.text(&step.instruction),
        minutes: (step.minutes.min, step.minutes.max),
        prompts: step.prompts.iter().map(|prompt| frame.text(prompt)).collect(),
        optional: step.optional,
        locked: frame.session.me().locked.contains(&step.id),
    }
}
