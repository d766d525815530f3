//! What other groups of the course may come to see of a meeting.

use std::rc::Rc;

/// The most characters of a lesson.
pub const LESSON_LIMIT: usize = 1000;

/// The question to the group whether other groups may see something of its meeting, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharingQuestion {
    /// The revision with which it was asked: tells one question from the next.
    pub asked: u64,
    /// The lesson that would be shown; `None` for the outcome.
    pub lesson: Option<Rc<str>>,
    /// How many agree; once settled, how many did.
    pub agreed: u32,
    /// How many are present or have answered, or were and had.
    pub of: u32,
    /// Whether anybody would rather not, also somebody who left.
    pub objected: bool,
    /// Whether other groups see it.
    pub published: bool,
}

impl SharingQuestion {
    /// Whether the group agrees: nobody would rather not, and more than half of those asked say yes.
    pub fn is_agreed(&self) -> bool {
        !self.objected && self.agreed > self.of / 2
    }
}

/// One's own answer to such a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The question.
    pub asked: u64,
    /// Whether they agree.
    pub agrees: bool,
}
