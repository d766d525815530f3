//! What can be wrong with a format file, and where.

use std::fmt;

/// One thing that is wrong with a format file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where: a JSON pointer (RFC 6901), empty for the whole file.
    pub at: String,
    /// What.
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.at.is_empty() { "/" } else { &self.at }, self.fault.code())
    }
}

macro_rules! faults {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)*) => {
        /// What can be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fault {
            $($(#[$meta])* $name,)*
        }

        impl Fault {
            /// The stable code, the same in PHP (`docs/formats.md`).
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

faults! {
    /// Not JSON in UTF-8.
    BadJson = "bad_json",
    /// Not of the JSON type that belongs here.
    BadType = "bad_type",
    /// A member that is needed is not there.
    Missing = "missing",
    /// A member that formats do not have.
    UnknownMember = "unknown_member",
    /// Not one of the choices, or out of bounds.
    BadValue = "bad_value",
    /// An identity that is not well formed.
    BadId = "bad_id",
    /// An identity, a language or another choice that stands twice.
    DuplicateId = "duplicate_id",
    /// Something that may not be named here, or is not there.
    UnknownRef = "unknown_ref",
    /// A smallest above its largest, or a range with too few or too many numbers.
    BadRange = "bad_range",
    /// A list with fewer entries than needed.
    TooFew = "too_few",
    /// A list with more entries than allowed.
    TooMany = "too_many",
    /// A text that lacks the first language, or says nothing.
    MissingText = "missing_text",
    /// A text in a language that the exercise does not have.
    UnknownLanguage = "unknown_language",
    /// A text with control characters, or that looks like HTML.
    BadText = "bad_text",
    /// A text with more than 2,000 code points.
    TooLong = "too_long",
    /// Made for a later release.
    NewerVersion = "newer_version",
    /// A profile over items with scales of different lengths.
    MixedScales = "mixed_scales",
    /// A file with more than 512 KB.
    TooLarge = "too_large",
    /// A kind of work that this version does not have.
    UnknownBlock = "unknown_block",
    /// A step that stands in no part.
    UnusedStep = "unused_step",
}
