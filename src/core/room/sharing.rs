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
    /// How many have answered; once settled, how many had.
    pub answered: u32,
    /// How many of these agree; `None` while too few have answered to tell.
    pub agreed: Option<u32>,
    /// How many are asked, or were: everybody who joined, also who is gone.
    pub of: u32,
    /// Whether anybody would rather not, also who said so when something else was asked; told when `agreed` is.
    pub objected: bool,
    /// Whether other groups see it.
    pub published: bool,
}

impl SharingQuestion {
    /// Whether the group agrees: nobody would rather not, and as many as it takes say yes.
    pub fn is_agreed(&self) -> bool {
        !self.objected && self.agreed.is_some() && self.missing() == 0
    }

    /// How many more it takes: more than half of those asked, and never one alone.
    pub fn missing(&self) -> u32 {
        (self.of / 2).max(1).saturating_add(1).saturating_sub(self.agreed.unwrap_or(0))
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
