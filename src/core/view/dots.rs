//! Dots on notes: a few for each person, placed unseen, and counted together.

use super::frame::Frame;
use crate::core::blocks::item_of;
use crate::core::format::{Notes, Step};
use crate::core::ids::{ContributionId, ItemId};
use crate::core::room::{Phase, Round};

/// The dots of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotsView {
    /// How far the round of dots is; `None` before it is opened.
    pub phase: Option<Phase>,
    /// How many everyone has.
    pub all: u32,
    /// How many the user has left.
    pub left: u32,
    /// Whether the user can place them now.
    pub can_place: bool,
    /// How many people have placed a dot.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
    /// k, for the sentence that explains why there are no numbers; `None` where there are, or not yet.
    pub too_few: Option<u32>,
}

/// The user's own dots on one note, while the round is not revealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDots {
    /// What the dots are placed on.
    pub item: ItemId,
    /// The user's own.
    pub mine: u32,
    /// Whether the user can place dots now.
    pub can_place: bool,
    /// Whether one can be added.
    pub can_add: bool,
    /// Whether one can be taken away.
    pub can_remove: bool,
}

/// `None` where the step has no dots.
pub(super) fn dots(frame: &Frame, step: &Step, block: &Notes) -> Option<DotsView> {
    let number = block.dots_round()?;
    let round = round(frame, step, number);
    let phase = round.map(|round| round.phase);
    let placed: u32 = round.iter().flat_map(|round| &round.items).map(|item| mine(frame, item, number)).sum();
    let unseen = |round: &&Round| round.phase == Phase::Revealed && round.results.iter().all(|it| it.tally.is_none());
    Some(DotsView {
        phase,
        all: block.dots,
        left: block.dots.saturating_sub(placed),
        can_place: frame.can_answer(step, phase),
        answered: round.map_or(0, |round| round.answered),
        present: round.map_or_else(|| frame.room.present(), |round| round.present),
        too_few: round.filter(unseen).map(|_| frame.room.settings.min_answers),
    })
}

/// The user's dots on one note that the step shows; `None` where the round does not ask about it (any more).
pub(super) fn note_dots(
    frame: &Frame,
    step: &Step,
    block: &Notes,
    dots: &DotsView,
    note: &ContributionId,
) -> Option<NoteDots> {
    let number = block.dots_round()?;
    let round = round(frame, step, number).filter(|round| round.phase != Phase::Revealed)?;
    let item = item_of(&step.id, note.as_str());
    if !round.items.contains(&item) {
        return None;
    }
    let mine = mine(frame, &item, number);
    Some(NoteDots {
        mine,
        can_place: dots.can_place,
        can_add: dots.can_place && dots.left > 0,
        can_remove: dots.can_place && mine > 0,
        item,
    })
}

fn round<'a>(frame: &Frame<'a>, step: &Step, number: u8) -> Option<&'a Round> {
    frame.room.rounds.iter().find(|round| round.step == step.id && round.number == number)
}

fn mine(frame: &Frame, item: &ItemId, number: u8) -> u32 {
    let value = frame.own_answer(item, number).and_then(|answer| answer.given.value());
    value.and_then(|value| u32::try_from(value).ok()).unwrap_or(0)
}
