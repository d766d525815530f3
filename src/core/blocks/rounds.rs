//! Rounds of a step: how many it can have, what each asks, and whether it shows itself.

use crate::core::format::{Block, Reveal};
use crate::core::room::Pace;

/// The most rounds of support for principles.
const SUPPORT_ROUNDS: u8 = 9;

/// What a round asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// What people think of statements.
    Statements,
    /// Questions.
    Questions,
    /// Notes that stay unseen until they are shown.
    Notes,
    /// Dots on notes.
    Dots,
    /// Whether principles are supported.
    Support,
    /// Whether a summary is right.
    Summary,
}

/// The most rounds that a step can have; 0 for none.
pub fn most(block: &Block) -> u8 {
    match block {
        Block::Statements(block) => block.rounds,
        Block::Questions(_) => 1,
        Block::Confirm(block) => block.max_rounds,
        Block::Notes(block) => block.dots_round().unwrap_or(u8::from(block.begins_with_writing())),
        Block::Principles(block) => block.support_vote.as_ref().map_or(0, |_| SUPPORT_ROUNDS),
        Block::Info(_) | Block::Actions(_) | Block::Plan(_) => 0,
    }
}

/// What a round of a step asks; `None` where the step has no rounds.
pub fn asks(block: &Block, number: u8) -> Option<Asks> {
    match block {
        Block::Statements(_) => Some(Asks::Statements),
        Block::Questions(_) => Some(Asks::Questions),
        Block::Confirm(_) => Some(Asks::Summary),
        Block::Principles(block) => block.support_vote.as_ref().map(|_| Asks::Support),
        Block::Notes(block) if block.dots_round() == Some(number) => Some(Asks::Dots),
        Block::Notes(block) => block.begins_with_writing().then_some(Asks::Notes),
        Block::Info(_) | Block::Actions(_) | Block::Plan(_) => None,
    }
}

/// From how many answers on the one who leads is told who gave them; never where there is no number.
///
/// What people write in some rounds is shown however few wrote: with fewer names than k it would be known whose it is.
/// Placing no dots is a choice of its own, so that the names would tell what was chosen.
pub fn tells_who_from(asks: Asks, min_answers: u32) -> Option<u32> {
    match asks {
        Asks::Statements | Asks::Questions | Asks::Support => Some(0),
        Asks::Notes | Asks::Summary => Some(min_answers),
        Asks::Dots => None,
    }
}

/// Whether a round is shown by itself once everyone has answered. At their own pace nobody may be there to show it, so
/// whatever can be answered in full is; of notes and dots nobody knows whether more are to come.
pub fn reveals_itself(block: &Block, number: u8, pace: Pace) -> bool {
    match pace {
        Pace::Own => !matches!(asks(block, number), None | Some(Asks::Notes | Asks::Dots)),
        Pace::Together => match block {
            Block::Statements(block) => block.reveal == Reveal::AllVoted,
            Block::Questions(block) => block.reveal == Reveal::AllVoted,
            _ => false,
        },
    }
}
