//! What the session wants done outside, as values.

use super::command::Command;

/// Something to do outside; its outcome comes back as an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send these to the host, all or none; answered by `Confirmed`, `Refused` or `Unreachable`.
    Send(Vec<Command>),
    /// Keep what is not confirmed yet on this device, in place of what was kept before.
    Keep(Vec<Command>),
    /// Ask the host how the room is now.
    Read,
    /// Come back with `RetryDue` after so many milliseconds.
    Retry(u32),
}
