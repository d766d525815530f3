//! Words of the wire for the core's choices, each pair once.

use super::Malformed;
use crate::core::consensus::{Class, Direction};
use crate::core::room::{ActionStatus, Facilitation, GoalStatus, Kind, Notice, Pace, Phase, Place, Visibility};

/// A choice that has a word on the wire.
pub trait Named: Copy + PartialEq + 'static {
    /// What is looked at, for a message.
    const WHAT: &'static str;
    /// Every choice with its word.
    const NAMES: &'static [(Self, &'static str)];

    /// The word.
    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(choice, _)| *choice == self).map_or("", |(_, name)| name)
    }

    /// The choice of a word.
    ///
    /// # Errors
    /// [`Malformed`] for a word that names none.
    fn from_name(name: &str) -> Result<Self, Malformed> {
        let found = Self::NAMES.iter().find(|(_, it)| *it == name);
        found.map(|(choice, _)| *choice).ok_or(Malformed(Self::WHAT))
    }
}

macro_rules! named {
    ($type:ident, $what:literal, $($choice:ident = $name:literal),* $(,)?) => {
        impl Named for $type {
            const WHAT: &'static str = $what;
            const NAMES: &'static [(Self, &'static str)] = &[$((Self::$choice, $name)),*];
        }
    };
}

named!(Visibility, "visibility", Hidden = "hidden", Named = "named");
named!(Facilitation, "facilitation", Trainer = "trainer", Members = "members");
named!(Phase, "phase", Open = "open", Closed = "closed", Revealed = "revealed");
named!(Class, "class", Consensus = "consensus", Lean = "lean", Divided = "divided", Empty = "empty");
named!(Direction, "direction", Agree = "agree", Disagree = "disagree", Middle = "middle", None = "none");
named!(Pace, "pace", Together = "together", Own = "own");
named!(
    Kind,
    "kind",
    Note = "note",
    Action = "action",
    Scope = "scope",
    Principle = "principle",
    Summary = "summary",
    Goal = "goal",
    Hands = "hands",
);
named!(GoalStatus, "status", Planned = "planned", Busy = "busy", Reached = "reached", Dropped = "dropped");
named!(ActionStatus, "status", Open = "open", Busy = "busy", Done = "done", Dropped = "dropped");
named!(
    Notice,
    "notice",
    Guest = "guest",
    LoginAs = "login_as",
    NoGroup = "no_group",
    ChooseGroup = "choose_group",
    OtherGroup = "other_group",
    NotEnrolled = "not_enrolled",
    NoRight = "no_right",
    NotOpen = "not_open",
    PastClose = "past_close",
    Presenting = "presenting",
);

const START: &str = "@start";
const CLOSING: &str = "@closing";

/// The word for a place.
pub fn place_name(place: &Place) -> String {
    match place {
        Place::Start => START.to_owned(),
        Place::Closing => CLOSING.to_owned(),
        Place::Step(id) => id.as_str().to_owned(),
    }
}

/// The place of a word; any other word is a step's.
pub fn place_of(name: &str) -> Place {
    match name {
        START => Place::Start,
        CLOSING => Place::Closing,
        step => Place::Step(step.into()),
    }
}
