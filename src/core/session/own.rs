//! What only the user sees of what they wrote: saving it changes no revision of the room, so a read that was on
//! its way meanwhile must not bring an older state of it back.

use crate::core::command::Command;
use crate::core::ids::ContributionId;
use crate::core::room::{Contribution, Me};

/// What is known of the user's own contributions besides what the host last said.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Own {
    deleted: Vec<ContributionId>,
}

impl Own {
    /// Takes in what the host has carried out.
    pub fn learn(&mut self, done: &[Command]) {
        for command in done {
            if let Command::Delete { id, .. } = command {
                self.deleted.push(id.clone());
            }
        }
    }

    /// `me` of a read, but with what is known to be newer; `shared` is what the group sees.
    pub fn with_newest(&self, mut me: Me, known: &Me, shared: &[Contribution]) -> Me {
        if me.person != known.person {
            return me;
        }
        me.contributions.retain(|it| !self.deleted.contains(&it.id));
        for own in &known.contributions {
            match me.contributions.iter_mut().find(|it| it.id == own.id) {
                Some(it) if it.revision < own.revision => *it = own.clone(),
                Some(_) => {}
                None if shared.iter().any(|it| it.id == own.id) => {}
                None => me.contributions.push(own.clone()),
            }
        }
        me
    }
}
