//! Several devices of one person. Each counts the corrections of an answer by itself, so the host may take what
//! was said here last for older than what another device said before.

use super::Session;
use crate::core::command::Command;
use crate::core::ids::ItemId;
use crate::core::refusal::Refusal;

/// How often an answer is sent again before the user is told that another one stands.
const TRIES: u8 = 3;

/// An answer that was given here in this visit; one that was kept from an earlier visit is not, as a later one
/// may have been given elsewhere since.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Given {
    item: ItemId,
    round: u8,
    tries: u8,
}

impl Session {
    /// Remembers that the user gives an answer here.
    pub(super) fn gives(&mut self, item: &ItemId, round: u8) {
        self.given.retain(|it| it.item != *item || it.round != round);
        self.given.push(Given { item: item.clone(), round, tries: 0 });
    }

    /// Sends answers again that the host did not take because it has one that counts as newer.
    pub(super) fn insist(&mut self, done: &[Command]) {
        for (at, command) in done.iter().enumerate() {
            let Command::Answer { item, round, given: answer, reason, .. } = command else {
                continue;
            };
            let of_it = |i: &ItemId, r: u8| i == item && r == *round;
            let Some(stored) = self.confirmed_me.answers.iter().find(|it| of_it(&it.item, it.round)) else {
                continue;
            };
            let corrected = done[at + 1..]
                .iter()
                .chain(self.outbox.iter())
                .any(|it| matches!(it, Command::Answer { item, round, .. } if of_it(item, *round)));
            let Some(given) = self.given.iter_mut().find(|it| of_it(&it.item, it.round)) else {
                continue;
            };
            if corrected || (stored.given == *answer && stored.reason == *reason) {
                continue;
            }
            if given.tries == TRIES {
                self.note(Refusal::Conflict, None);
                continue;
            }
            given.tries += 1;
            let seq = stored.seq.saturating_add(1);
            let (item, round, given, reason) = (item.clone(), *round, answer.clone(), reason.clone());
            self.outbox.push(Command::Answer { item, round, given, reason, seq });
        }
    }
}
