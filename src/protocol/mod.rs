//! The wire, version 1 (`docs/protocol.md`): what host and app say to one another, and how it becomes the
//! core's types. The core's own types are not serialised, so that neither can change the other unnoticed.

pub mod answer;
pub mod command;
pub mod document;
pub mod editing;
pub mod embedded;
pub mod fields;
pub mod handover;
pub mod json;
pub mod kept;
pub mod me;
pub mod meeting_file;
pub mod names;
pub mod participation;
pub mod read;
pub mod report;
pub mod result;
pub mod room;
pub mod stored;

/// The version spoken.
pub const VERSION: u32 = 1;

/// Something on the wire that is not what the protocol says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(
    /// What was looked at.
    pub &'static str,
);

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not as the protocol says: {}", self.0)
    }
}
