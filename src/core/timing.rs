//! Soft timers: they remind, and stop nothing. All times in milliseconds, by the host's clock.

use super::command::TimerSetting;
use super::room::Timer;

/// The longest a timer can be set to, in seconds: more than eleven days. A group may come back the next day, and what has
/// run is part of what a timer is set to.
pub const MAX_SECONDS: u32 = 999_999;

impl Timer {
    /// A timer that starts at `now`.
    pub fn started(seconds: u32, now: i64) -> Self {
        Self { seconds, elapsed_ms: 0, running_since: Some(now) }
    }

    /// What is left at `now`; negative when the time is over.
    pub fn left_ms(self, now: i64) -> i64 {
        i64::from(self.seconds) * 1000 - self.elapsed_at(now)
    }

    /// How it is set.
    pub fn setting(self) -> TimerSetting {
        TimerSetting { seconds: self.seconds, running: self.running_since.is_some() }
    }

    /// The same timer, set anew at `now`; what had run stays counted.
    #[must_use]
    pub fn set(self, setting: TimerSetting, now: i64) -> Self {
        let (elapsed_ms, running_since) = match (self.running_since, setting.running) {
            (Some(since), true) => (self.elapsed_ms, Some(since)),
            (None, true) => (self.elapsed_ms, Some(now)),
            (_, false) => (self.elapsed_at(now), None),
        };
        Self { seconds: setting.seconds, elapsed_ms, running_since }
    }

    fn elapsed_at(self, now: i64) -> i64 {
        self.elapsed_ms + self.running_since.map_or(0, |since| (now - since).max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_does_not_count() {
        let timer = Timer::started(60, 0);
        let paused = timer.set(TimerSetting { seconds: 60, running: false }, 10_000);
        assert_eq!(paused.left_ms(500_000), 50_000);
        let resumed = paused.set(TimerSetting { seconds: 120, running: true }, 500_000);
        assert_eq!(resumed.left_ms(520_000), 90_000);
        assert_eq!(resumed.set(resumed.setting(), 530_000), resumed);
    }
}
