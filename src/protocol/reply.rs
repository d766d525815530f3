//! What every call answers.

use serde::{Deserialize, Serialize};

use super::room::{Me, Room};
use super::Malformed;
use crate::core::session;

/// What every call answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Reply {
    pub now: i64,
    pub revision: u64,
    #[serde(default)]
    pub room: Option<Room>,
    #[serde(default)]
    pub me: Option<Me>,
    #[serde(default)]
    pub counts: Vec<Count>,
}

/// How many have answered a round that is not revealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Count {
    pub step: String,
    pub round: u8,
    pub answered: u32,
    pub present: u32,
}

impl TryFrom<Reply> for session::Update {
    type Error = Malformed;

    fn try_from(reply: Reply) -> Result<Self, Malformed> {
        Ok(Self {
            now: reply.now,
            revision: reply.revision,
            room: reply.room.map(TryInto::try_into).transpose()?,
            me: reply.me.map(TryInto::try_into).transpose()?,
            counts: reply
                .counts
                .into_iter()
                .map(|count| session::Count {
                    step: count.step.into(),
                    round: count.round,
                    answered: count.answered,
                    present: count.present,
                })
                .collect(),
        })
    }
}
