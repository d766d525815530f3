//! What this device keeps for the user.

use std::rc::Rc;

use crate::core::command::Command;
use crate::core::ids::{ContributionId, StepId};
use crate::core::refusal::Refusal;
use crate::core::room::Body;

/// What the user typed and did not send, by the name of its field.
pub type Drafts = Vec<(Rc<str>, Rc<str>)>;

/// What this device keeps for the user until the host has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Commands that are not confirmed.
    pub commands: Vec<Command>,
    /// Texts that the host did not take.
    pub unsettled: Vec<Unsettled>,
    /// Texts that were not sent.
    pub drafts: Drafts,
}

impl Kept {
    /// Adds what was kept elsewhere, behind this. Of two drafts of one field the first stays.
    pub fn join(&mut self, other: Self) {
        self.commands.extend(other.commands);
        let new = |it: &Unsettled| !self.unsettled.iter().any(|known| known.id == it.id);
        let unsettled: Vec<Unsettled> = other.unsettled.into_iter().filter(new).collect();
        self.unsettled.extend(unsettled);
        let drafts: Drafts =
            other.drafts.into_iter().filter(|(key, _)| !self.drafts.iter().any(|(known, _)| known == key)).collect();
        self.drafts.extend(drafts);
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty() && self.unsettled.is_empty() && self.drafts.is_empty()
    }
}

/// The user's own text that the host did not take, kept until the user has settled it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsettled {
    /// The contribution.
    pub id: ContributionId,
    /// Its step.
    pub step: StepId,
    /// The user's text.
    pub body: Body,
    /// Why the host did not take it.
    pub refusal: Refusal,
}
