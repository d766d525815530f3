//! Whether everyone supports the principles: a vote of its own, by the measure of statements.

use super::Text;
use super::frame::Frame;
use super::question_field::{Points, points};
use super::questions::count;
use super::results::{Bar, bar};
use crate::core::blocks::item_of;
use crate::core::format::{Principles, Step, SupportVote};
use crate::core::ids::{ContributionId, ItemId};
use crate::core::room::{Phase, Round};

/// The support vote of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportView {
    /// The latest round; 1 where none was opened.
    pub round: u8,
    /// How far that round is; `None` before it is opened.
    pub phase: Option<Phase>,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// How many principles of the round the user has answered, and how many it asks about.
    pub mine: (u32, u32),
    /// How many people answered all of them.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
}

/// The support for one principle.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipleSupport {
    /// What is asked about.
    pub item: ItemId,
    /// What is asked.
    pub question: Text,
    /// What to choose from, with what the user chose in the latest round.
    pub scale: Points,
    /// Whether that round asks about it, and is not revealed.
    pub asked: bool,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// The latest result.
    pub result: Option<Bar>,
    /// k, for the sentence that explains a result that is not shown.
    pub min_answers: u32,
}

/// `None` where the step has no such vote.
pub(super) fn support(frame: &Frame, step: &Step, block: &Principles) -> Option<SupportView> {
    block.support_vote.as_ref()?;
    let round = frame.room.rounds_of(&step.id).next_back();
    let phase = round.map(|round| round.phase);
    let asked = round.map(|round| &*round.items).unwrap_or_default();
    let number = round.map_or(1, |round| round.number);
    let mine = asked.iter().filter(|item| frame.own_answer(item, number).is_some()).count();
    Some(SupportView {
        round: number,
        phase,
        can_answer: frame.can_answer(step, phase),
        mine: (count(mine), count(asked.len())),
        answered: round.map_or(0, |round| round.answered),
        present: round.map_or_else(|| frame.room.present(), |round| round.present),
    })
}

/// The support for one principle that the step shows; `None` where no round asked about it.
pub(super) fn principle_support(
    frame: &Frame,
    step: &Step,
    vote: &SupportVote,
    principle: &ContributionId,
) -> Option<PrincipleSupport> {
    let item = item_of(&step.id, principle.as_str());
    let rounds: Vec<&Round> = frame.room.rounds_of(&step.id).filter(|round| round.items.contains(&item)).collect();
    let latest = rounds.last()?;
    let choice = frame.own_answer(&item, latest.number).map(|answer| answer.given.choice);
    let result = rounds.iter().rev().find_map(|round| {
        let result = round.results.iter().find(|it| it.item == item)?;
        Some(bar(frame, &vote.scale, round, result))
    });
    Some(PrincipleSupport {
        question: frame.text(&vote.question),
        scale: points(frame, &vote.scale, choice),
        asked: latest.phase != Phase::Revealed,
        can_answer: frame.can_answer(step, Some(latest.phase)),
        result,
        min_answers: frame.room.settings.min_answers,
        item,
    })
}
