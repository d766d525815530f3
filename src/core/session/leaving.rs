//! One stage of the app goes and another goes on: what the second needs to know besides what the host said.

use super::{Kept, Note, Session};
use crate::core::room::Place;

/// What a session knows of its user alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaving {
    /// What the host does not have yet.
    pub kept: Kept,
    /// Where the user looks, if elsewhere than where the group is.
    pub looking_at: Option<Place>,
    /// Messages that were not read.
    pub notes: Vec<Note>,
}

impl Session {
    /// What is lost when this session ends here.
    pub fn leaving(&self) -> Leaving {
        Leaving { kept: self.kept(), looking_at: self.looking_at.clone(), notes: self.notes.clone() }
    }

    /// Goes on where another session of this user was; what that one kept comes as an event.
    pub fn go_on(&mut self, looking_at: Option<Place>, notes: Vec<Note>) {
        self.looking_at = looking_at;
        self.next_note = notes.iter().map(|note| note.id + 1).fold(self.next_note, u32::max);
        self.notes = notes;
    }
}
