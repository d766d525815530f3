//! The step with statements: voting, and its results.

use super::frame::{Frame, Heading, TakingPart, heading};
use super::hands::{HandsView, hands};
use super::{ResultsView, Text};
use crate::core::format::{Scale, Statements, Step};
use crate::core::ids::ItemId;
use crate::core::room::{Choice, Phase, Round};

/// The step with statements.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementsView {
    /// The heading.
    pub heading: Heading,
    /// The latest round; 1 where none was opened.
    pub round: u8,
    /// How far that round is; `None` before it is opened.
    pub phase: Option<Phase>,
    /// The points of the scale, from the lowest.
    pub scale: Vec<ScalePoint>,
    /// The label of the opt-out, where the scale has one.
    pub opt_out: Option<Text>,
    /// The statements of that round while it is open or closed; empty when revealed.
    pub items: Vec<StatementItem>,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// Whether a reason may be given.
    pub reasons: bool,
    /// Whether the user's part in this step is done; who came after the reveal can say that they took part.
    pub taking_part: TakingPart,
    /// How many statements of this round the user has answered.
    pub mine: u32,
    /// Whether that is all of them.
    pub ready: bool,
    /// How many people answered all of them.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
    /// Results of the latest revealed round, divided first; `None` before a reveal.
    pub results: Option<ResultsView>,
    /// Hands that were counted, and what can be counted.
    pub hands: HandsView,
}

/// A point of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScalePoint {
    /// Its value.
    pub value: i32,
    /// What it says.
    pub label: Text,
}

/// A statement to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementItem {
    /// The item.
    pub item: ItemId,
    /// Its number in the exercise, from 1.
    pub number: u32,
    /// Its text.
    pub text: Text,
    /// A hint for the one who leads.
    pub hint: Option<Text>,
    /// What the user chose.
    pub choice: Option<Choice>,
    /// The reason the user gave.
    pub reason: Text,
}

pub(super) fn statements(frame: &Frame, step: &Step, block: &Statements) -> StatementsView {
    let round = frame.room.rounds_of(&step.id).next_back();
    let number = round.map_or(1, |round| round.number);
    let phase = round.map(|round| round.phase);
    let mine = |item: &ItemId| frame.own_answer(item, number);
    let items: Vec<StatementItem> = (1..)
        .zip(&block.items)
        .filter(|(_, item)| asked(round, &item.id))
        .map(|(number, item)| StatementItem {
            item: item.id.clone(),
            number,
            text: frame.text(&item.text),
            hint: frame.hint(item.hint.as_ref()),
            choice: mine(&item.id).map(|answer| answer.given.choice),
            reason: mine(&item.id).map(|answer| answer.reason.clone()).unwrap_or_default(),
        })
        .collect();
    let answered = items.iter().filter(|item| item.choice.is_some()).count();
    let all = items.len();
    StatementsView {
        heading: heading(frame, step),
        round: number,
        phase,
        scale: scale(frame, &block.scale),
        opt_out: frame.optional_text(block.scale.opt_out.as_ref()),
        items,
        can_answer: frame.can_answer(step, phase),
        taking_part: taking_part(frame, step, phase),
        reasons: block.reasons,
        mine: u32::try_from(answered).unwrap_or(u32::MAX),
        ready: answered == all,
        answered: round.map_or(0, |round| round.answered),
        present: round.map_or_else(|| frame.room.present(), |round| round.present),
        results: frame.results(step),
        hands: hands(frame, step),
    }
}

/// Who has not answered everything can still say that they took part, once the results are there to discuss.
fn taking_part(frame: &Frame, step: &Step, phase: Option<Phase>) -> TakingPart {
    let part = frame.taking_part(step);
    TakingPart { can_confirm: part.can_confirm && phase == Some(Phase::Revealed), ..part }
}

/// What the latest round asks; before the first all of them, and nothing once it is revealed.
fn asked(round: Option<&Round>, item: &ItemId) -> bool {
    match round {
        None => true,
        Some(round) => round.phase != Phase::Revealed && round.items.contains(item),
    }
}

pub(super) fn scale(frame: &Frame, scale: &Scale) -> Vec<ScalePoint> {
    scale.points.iter().map(|point| ScalePoint { value: point.value, label: frame.text(&point.label) }).collect()
}
