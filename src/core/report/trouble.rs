//! What can go wrong with what the report asks of its host.

use std::rc::Rc;

use crate::core::refusal::Refusal;

/// Why the host did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It refuses, and says why in the user's language where it can.
    Refused(Refusal, Option<Rc<str>>),
    /// The user is no longer logged in.
    LoggedOut,
    /// It does not answer.
    Unreachable,
}

/// How to go on after something went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The same can be tried again.
    Retry,
    /// Only a page that is loaded anew knows how things stand.
    Reload,
    /// Nothing helps.
    None,
}

impl Trouble {
    /// What the user can do about it.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::Unreachable | Self::Refused(Refusal::Unavailable, _) => Remedy::Retry,
            Self::LoggedOut
            | Self::Refused(
                Refusal::Conflict | Refusal::Gone | Refusal::Deleted | Refusal::UnknownMeeting | Refusal::OtherGroup,
                _,
            ) => Remedy::Reload,
            Self::Refused(..) => Remedy::None,
        }
    }
}
