//! What came of a step with statements or questions, to look back on: what people answered by themselves, and beside
//! it, never mixed with that, hands that were counted in the room.

use super::frame::Frame;
use super::hands::{CountedHands, counted_hands};
use super::question_results::{QuestionResults, question_results};
use super::results::ResultsView;
use crate::core::format::{Block, Step};
use crate::core::session::Session;

/// What came of a step with statements or questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Tallied {
    /// What people answered by themselves, once that is shown.
    pub answers: Option<Answers>,
    /// Hands that were counted, in the order of counting.
    pub hands: Vec<CountedHands>,
}

/// What people answered by themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Answers {
    /// To statements.
    Statements(ResultsView),
    /// To questions.
    Questions(QuestionResults),
}

/// What came of a step in the room of a session; `None` where there is nothing to look at.
pub fn came_of(session: &Session, step: &Step) -> Option<Tallied> {
    session.room().and_then(|room| tallied(&Frame::new(session, room), step))
}

/// `None` where there is nothing to look at.
pub(super) fn tallied(frame: &Frame, step: &Step) -> Option<Tallied> {
    let hands = counted_hands(frame, step);
    // A group that only raises its hands is not told that too few have answered.
    let by_hand = !hands.is_empty() && !anybody_answered(frame, step);
    let answers = match &step.block {
        _ if by_hand => None,
        Block::Statements(_) => frame.results(step).map(Answers::Statements),
        Block::Questions(block) => question_results(frame, step, block).map(Answers::Questions),
        _ => None,
    };
    (answers.is_some() || !hands.is_empty()).then_some(Tallied { answers, hands })
}

fn anybody_answered(frame: &Frame, step: &Step) -> bool {
    frame.room.rounds_of(&step.id).flat_map(|round| &round.results).any(|result| result.answered > 0)
}
