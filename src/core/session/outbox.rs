//! Commands that the host has not confirmed yet, in the order the user gave them.

use crate::core::command::Command;
use crate::core::ids::ContributionId;
use crate::core::room::{Body, Contribution};

/// The most commands sent at once.
const BATCH: usize = 20;

/// Commands that the host has not confirmed yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    /// The first `in_flight` of them are on their way.
    queue: Vec<Command>,
    in_flight: usize,
    /// The first `attempted` were sent at least once: the host may have carried them out though its answer
    /// was lost, so they are sent again just as they were.
    attempted: usize,
    /// After a batch was refused: so many of the next go one by one, to find the one that is to blame.
    singly: usize,
    /// Waiting for the host to be reachable again.
    held: bool,
    /// Counts what was sent, to tell the answers apart.
    attempt: u32,
}

impl Outbox {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.queue.len()
    }

    /// Whether all is confirmed.
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// All of them, in order.
    pub fn commands(&self) -> Vec<Command> {
        self.queue.clone()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Command> {
        self.queue.iter()
    }

    /// Adds a command; one that only replaces what was never sent takes its place.
    pub fn push(&mut self, command: Command) {
        let waiting = &mut self.queue[self.attempted..];
        match &command {
            Command::Answer { item, round, .. } => {
                let same = waiting
                    .iter_mut()
                    .find(|it| matches!(it, Command::Answer { item: i, round: r, .. } if i == item && r == round));
                if let Some(earlier) = same {
                    *earlier = command;
                    return;
                }
            }
            Command::Save { id, body, .. } => {
                let same = waiting.iter_mut().rev().find_map(|it| match it {
                    Command::Save { id: i, body, .. } if i == id => Some(body),
                    _ => None,
                });
                if let Some(earlier) = same {
                    *earlier = body.clone();
                    return;
                }
            }
            Command::Delete { id, .. } => {
                let new = |it: &Command| matches!(it, Command::Save { id: i, base: None, .. } if i == id);
                let unsent = waiting.iter().any(new);
                let of_it = |it: &Command| matches!(it, Command::Save { id: i, .. } | Command::Move { id: i, .. } | Command::Share { id: i, .. } if i == id);
                let mut at = 0;
                self.queue.retain(|it| {
                    at += 1;
                    at <= self.attempted || !of_it(it)
                });
                if unsent {
                    return;
                }
            }
            _ => {}
        }
        self.queue.push(command);
    }

    /// What to send now: the first command and those of its family behind it. They count as on their way.
    pub fn next_batch(&mut self) -> Option<(u32, Vec<Command>)> {
        if self.in_flight > 0 || self.held {
            return None;
        }
        let first = Family::of(self.queue.first()?);
        let most = if self.singly > 0 || first == Family::Alone { 1 } else { BATCH };
        let alike = self.queue.iter().take(most).take_while(|it| Family::of(it) == first).count();
        self.in_flight = (1..alike).find(|at| self.builds_on_earlier(*at)).unwrap_or(alike);
        self.attempted = self.attempted.max(self.in_flight);
        self.attempt = self.attempt.wrapping_add(1);
        Some((self.attempt, self.queue[..self.in_flight].to_vec()))
    }

    /// Whether a command changes what an earlier one changes too. It waits for that one: were both carried out
    /// and the answer lost, the earlier one, sent again, would find the work of the later.
    fn builds_on_earlier(&self, at: usize) -> bool {
        let changed = |command: &Command| match command {
            Command::Save { id, .. } | Command::Delete { id, .. } | Command::Share { id, .. } => Some(id.clone()),
            _ => None,
        };
        let later = changed(&self.queue[at]);
        later.is_some() && self.queue[..at].iter().any(|earlier| changed(earlier) == later)
    }

    /// Whether an answer is the one that is waited for.
    pub fn awaits(&self, attempt: u32) -> bool {
        self.in_flight > 0 && self.attempt == attempt
    }

    /// What was on its way is done, and given back. Edits that wait behind a save of the same contribution start
    /// from what that save made of it, as the contributions that the user now sees tell.
    pub fn confirm(&mut self, seen: &[&[Contribution]]) -> Vec<Command> {
        self.singly = self.singly.saturating_sub(self.in_flight);
        self.attempted = self.attempted.saturating_sub(self.in_flight);
        let done: Vec<Command> = self.queue.drain(..self.in_flight).collect();
        self.in_flight = 0;
        for command in &done {
            if let Command::Save { id, body, .. } = command
                && let Some(revision) = revision_of(seen, id, body)
            {
                self.rebase(id, revision);
            }
        }
        done
    }

    /// What was on its way is refused: given back if it was one command, to be sent singly if several.
    pub fn refuse(&mut self) -> Option<Command> {
        let sent = std::mem::take(&mut self.in_flight);
        if sent > 1 {
            self.singly = sent;
            return None;
        }
        self.singly = self.singly.saturating_sub(1);
        (sent == 1).then(|| {
            self.attempted = self.attempted.saturating_sub(1);
            self.queue.remove(0)
        })
    }

    /// The host does not answer: what was on its way waits.
    pub fn hold(&mut self) {
        self.in_flight = 0;
        self.held = true;
    }

    /// The host is to be tried again.
    pub fn release(&mut self) {
        self.held = false;
    }

    /// Commands kept from an earlier visit go first.
    pub fn replay(&mut self, commands: Vec<Command>) {
        self.attempted += commands.len();
        self.queue.splice(self.in_flight..self.in_flight, commands);
    }

    /// Whether something of this contribution is not confirmed.
    pub fn concerns(&self, id: &ContributionId) -> bool {
        self.queue.iter().any(|command| match command {
            Command::Save { id: it, .. }
            | Command::Share { id: it, .. }
            | Command::Delete { id: it, .. }
            | Command::Move { id: it, .. } => it == id,
            _ => false,
        })
    }

    /// Whether a command of the one who leads is on its way.
    pub fn leads(&self) -> bool {
        self.queue.iter().any(Command::leads)
    }

    fn rebase(&mut self, contribution: &ContributionId, revision: u64) {
        for command in &mut self.queue {
            match command {
                Command::Save { id, base, .. } if id == contribution => *base = Some(revision),
                Command::Delete { id, base } | Command::Share { id, base } if id == contribution => *base = revision,
                _ => {}
            }
        }
    }
}

/// Commands that may travel together.
#[derive(Clone, Copy, PartialEq)]
enum Family {
    Answers,
    Contributions,
    Alone,
}

impl Family {
    fn of(command: &Command) -> Self {
        match command {
            Command::Answer { .. } => Self::Answers,
            Command::Save { .. } | Command::Share { .. } | Command::Delete { .. } | Command::Move { .. } => {
                Self::Contributions
            }
            _ => Self::Alone,
        }
    }
}

/// The revision of a contribution, where it still says what was saved.
fn revision_of(seen: &[&[Contribution]], id: &ContributionId, saved: &Body) -> Option<u64> {
    seen.iter().copied().flatten().find(|it| it.id == *id && it.body == *saved).map(|it| it.revision)
}
