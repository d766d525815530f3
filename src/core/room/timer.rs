//! The timer of a step; `timing` has what it does.

/// A soft timer: it reminds, and stops nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    /// How long it runs in all, in seconds.
    pub seconds: u32,
    /// How long it had run when it was last paused, in milliseconds.
    pub elapsed_ms: i64,
    /// Since when it runs, in milliseconds by the host's clock; `None` while paused.
    pub running_since: Option<i64>,
}
