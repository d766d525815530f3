//! The timer of the step the group is at.

use crate::core::room::Room;
use crate::core::session::Session;

/// A timer to show; the screen counts on by itself each second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimerView {
    /// How long it runs in all, in seconds.
    pub seconds: u32,
    /// What is left at `at`, in milliseconds; negative when the time is over.
    pub left_ms: i64,
    /// When that was so, in milliseconds by this device's clock.
    pub at: i64,
    /// Whether it runs.
    pub running: bool,
}

/// How a timer stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimerNow {
    /// What is left, in milliseconds; negative when the time is over.
    pub left_ms: i64,
    /// How much that is.
    pub left: TimeLeft,
}

/// How much time is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeLeft {
    /// More than a minute.
    Enough,
    /// A minute or less.
    Soon,
    /// None; the timer counts on.
    Over,
}

impl TimerView {
    /// How it stands at a moment, in milliseconds by this device's clock.
    pub fn at(self, now: i64) -> TimerNow {
        let left_ms = if self.running { self.left_ms - (now - self.at) } else { self.left_ms };
        let left = match left_ms {
            ..=0 => TimeLeft::Over,
            1..=60_000 => TimeLeft::Soon,
            _ => TimeLeft::Enough,
        };
        TimerNow { left_ms, left }
    }
}

pub(super) fn timer(session: &Session, room: &Room) -> Option<TimerView> {
    let timer = room.timer?;
    Some(TimerView {
        seconds: timer.seconds,
        left_ms: i64::from(timer.seconds) * 1000 - timer.elapsed_ms,
        at: timer.running_since.map_or(0, |since| since - session.clock_offset()),
        running: timer.running_since.is_some(),
    })
}
