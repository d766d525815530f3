//! What the session wants done outside, as values.

use super::command::Command;
use super::session::Kept;

/// Something to do outside; its outcome comes back as an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send these to the host, all or none; answered by `Confirmed`, `Refused` or `SendFailed`.
    Send {
        /// To be named in the answer: that of an attempt given up is not to be mistaken for that of a later one.
        attempt: u32,
        /// What to carry out, in order.
        commands: Vec<Command>,
    },
    /// Keep this on the device, in place of what was kept before.
    Keep(Kept),
    /// Ask the host how the room is now.
    Read,
    /// Come back with `RetryDue` after so many milliseconds.
    Retry(u32),
}
