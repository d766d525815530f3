//! Something that is reckoned from what was answered, or why it is not there.

use super::asked::Total;
use crate::core::room::RevealedTally;

/// What came of something, or why nothing of it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// This.
    Shown(T),
    /// Too few gave a counted answer.
    TooFew,
    /// It was answered on another scale than that of now.
    OtherScale,
    /// There is nothing of it: no such meeting, or it was not asked there, or not shown to the group.
    Nothing,
}

impl<T> Found<T> {
    /// What is shown, if anything is.
    pub fn shown(&self) -> Option<&T> {
        match self {
            Self::Shown(found) => Some(found),
            Self::TooFew | Self::OtherScale | Self::Nothing => None,
        }
    }

    /// The same of what comes from it.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Self::Shown(found) => Found::Shown(of(found)),
            Self::TooFew => Found::TooFew,
            Self::OtherScale => Found::OtherScale,
            Self::Nothing => Found::Nothing,
        }
    }

    /// What `of` makes of the sum of several groups; where that is not to be told, the reason of those that stand for it.
    pub(super) fn of(total: &Total, of: impl FnOnce(&RevealedTally) -> Option<T>) -> Self {
        match total.tally.as_deref() {
            Some(tally) => of(tally).map_or(Self::TooFew, Self::Shown),
            None => Self::why(total.hidden > 0, total.other > 0),
        }
    }

    /// Why there is nothing: where several reasons hold, the one that can change.
    pub(super) fn why(too_few: bool, other_scale: bool) -> Self {
        match (too_few, other_scale) {
            (true, _) => Self::TooFew,
            (false, true) => Self::OtherScale,
            (false, false) => Self::Nothing,
        }
    }
}
