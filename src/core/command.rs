//! What people do in a meeting, as values.

use std::rc::Rc;

use super::ids::{ContributionId, ItemId, PersonId, StepId};
use super::room::{Body, Given, Phase, Place};

/// One thing that somebody does. Commands that lead name the state they start from (`from`), so that a
/// double click or two chairs cannot skip a step; see `docs/protocol.md` for each.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// To be present.
    Join {
        /// The name to show; counts only where the host does not know it.
        name: Rc<str>,
    },
    /// To be present no longer.
    Leave,
    /// To mark somebody absent, or present again.
    Mark {
        /// Who.
        person: PersonId,
        /// Whether they are there.
        present: bool,
    },
    /// To take, hand over or give back the chair.
    SetChair {
        /// Who has it now.
        from: Option<PersonId>,
        /// Who gets it.
        to: Option<PersonId>,
    },
    /// To bring the group to another place.
    GoTo {
        /// Where the group is now.
        from: Place,
        /// Where it goes.
        to: Place,
    },
    /// To pause, go on with or extend the timer.
    SetTimer {
        /// The step whose timer it is.
        step: StepId,
        /// How it is set now.
        from: TimerSetting,
        /// How it shall be set.
        to: TimerSetting,
    },
    /// To open, close or reveal a round.
    SetRound {
        /// The step.
        step: StepId,
        /// The round, from 1.
        round: u8,
        /// How far it is now; `None` before it is opened.
        from: Option<Phase>,
        /// How far it shall be.
        to: Phase,
        /// The items of a round after the first.
        items: Vec<ItemId>,
    },
    /// To answer an item, or correct the answer.
    Answer {
        /// The item.
        item: ItemId,
        /// The round.
        round: u8,
        /// What was answered.
        given: Given,
        /// One line of reason, may be empty.
        reason: Rc<str>,
        /// One more than the answer it corrects.
        seq: u32,
    },
    /// To say "I took part".
    TookPart {
        /// The step.
        step: StepId,
    },
    /// To make or change a contribution.
    Save {
        /// Its identity.
        id: ContributionId,
        /// Its step.
        step: StepId,
        /// The revision the edit started from; `None` for a new one.
        base: Option<u64>,
        /// The step where the user is, where that is another than its own.
        at: Option<StepId>,
        /// What it says.
        body: Body,
    },
    /// To show the group a private note, for good.
    Share {
        /// Its identity.
        id: ContributionId,
        /// The revision that is to be shared.
        base: u64,
    },
    /// To delete a contribution.
    Delete {
        /// Its identity.
        id: ContributionId,
        /// The revision that is to be deleted.
        base: u64,
    },
    /// To put a contribution elsewhere among its kind.
    Move {
        /// Its identity.
        id: ContributionId,
        /// The one it comes behind; `None` to come first.
        after: Option<ContributionId>,
    },
    /// To go through another run of the exercise in this meeting.
    ChoosePart {
        /// The run now.
        from: Rc<str>,
        /// The run that it shall be.
        to: Rc<str>,
    },
    /// To begin the group's next meeting.
    StartNext {
        /// The number of the meeting that was closed.
        from: u32,
        /// The run it goes through.
        part: Rc<str>,
    },
    /// To ask the group whether other groups may see its outcome, or a lesson from it.
    AskSharing {
        /// The question that stands now; `None` for none.
        asked: Option<u64>,
        /// The lesson; `None` for the outcome.
        lesson: Option<Rc<str>>,
    },
    /// To answer that question, or to change the answer.
    Consent {
        /// The question.
        asked: u64,
        /// Whether they agree.
        agrees: bool,
    },
    /// To show the other groups what the group agreed to.
    Publish {
        /// The question that was agreed to.
        asked: u64,
    },
    /// To take the question back, or what is shown.
    Withdraw {
        /// The question.
        asked: u64,
    },
    /// To close the meeting for good.
    Close {
        /// Where the group is now.
        from: Place,
    },
}

/// How a timer is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimerSetting {
    /// How long it runs in all, in seconds.
    pub seconds: u32,
    /// Whether it runs.
    pub running: bool,
}

impl Command {
    /// Whether it steers the meeting: what the one who leads does.
    pub fn leads(&self) -> bool {
        matches!(
            self,
            Self::GoTo { .. }
                | Self::SetTimer { .. }
                | Self::SetRound { .. }
                | Self::SetChair { .. }
                | Self::Mark { .. }
                | Self::ChoosePart { .. }
                | Self::StartNext { .. }
                | Self::AskSharing { .. }
                | Self::Publish { .. }
                | Self::Withdraw { .. }
                | Self::Close { .. }
        )
    }
}
