//! What happens to a session: the user wants something, the host says something, or does not.

use std::rc::Rc;

use super::kept::Kept;
use super::who::Who;
use crate::core::ids::{ContributionId, StepId};
use crate::core::intent::Intent;
use crate::core::refusal::Refusal;
use crate::core::room::{Earlier, Me, Room};

/// What a host says: the room where it changed, and what is one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// The host's clock, in milliseconds.
    pub now: i64,
    /// The room's revision; 0 without a room.
    pub revision: u64,
    /// The room, where it is newer than what the caller had.
    pub room: Option<Room>,
    /// What is one's own, where it was sent.
    pub me: Option<Me>,
    /// How many have answered in the rounds that are not revealed.
    pub counts: Vec<Count>,
    /// The meetings before this one; only with a room that the caller did not have of this meeting yet.
    pub earlier: Vec<Earlier>,
}

/// How many have answered a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The step.
    pub step: StepId,
    /// The round.
    pub round: u8,
    /// How many answered every item.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
    /// Who that is, where the host tells it, which it does to nobody but the one who leads.
    pub who: Option<Who>,
}

/// Something that happened. Times are this device's clock, in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The user wants something.
    Intended {
        /// What.
        intent: Intent,
        /// An identity for something new that comes of it.
        new_id: ContributionId,
        /// When.
        at: i64,
    },
    /// The host carried out what was sent.
    Confirmed {
        /// Which attempt this answers.
        attempt: u32,
        /// What the host says.
        update: Update,
        /// When it came.
        at: i64,
    },
    /// The host refused what was sent, and says why in the user's language where it can.
    Refused {
        /// Which attempt this answers.
        attempt: u32,
        /// Why.
        refusal: Refusal,
        /// The host's own words.
        text: Option<Rc<str>>,
    },
    /// The host did not answer what was sent.
    SendFailed {
        /// Which attempt.
        attempt: u32,
    },
    /// The host refuses to say how the room is, and why.
    Denied(Refusal, Option<Rc<str>>),
    /// The host did not say how the room is.
    ReadFailed,
    /// The user is no longer logged in.
    LoggedOut,
    /// The host says how the room is. The number is this device's clock, in milliseconds.
    Received(Update, i64),
    /// It is time to try again.
    RetryDue,
    /// What this device had kept from an earlier visit.
    Replayed(Kept),
    /// It is looked up what this device has kept elsewhere, or that is over; one look-up can overtake another.
    Seeking(bool),
    /// The host keeps nothing beyond this page.
    StorageLost,
}
