//! A meeting as its host keeps it, and what every command does to it.
//!
//! [`State::apply`] is the server of the standalone page; in Moodle PHP does the same, and the files in
//! `tests/fixtures/meetings` hold both to it.

mod answers;
mod begin;
mod check;
mod check_results;
mod contributions;
mod lead;
mod people;
mod results;
mod rounds;
mod sharing;
mod show;
mod state;

use super::command::Command;
use super::refusal::Refusal;
use super::room::Notice;

pub use people::Actor;
pub use sharing::Asked;
pub use show::Own;
pub use state::{RoundState, Shared, Snapshot, State, StoredAnswer};

/// The most characters of a name.
pub const NAME_LIMIT: usize = 100;

impl State {
    /// The meeting after a command; `self` stays as it was. After [`Command::StartNext`] it is the next one.
    ///
    /// # Errors
    /// Why the command is refused, checked in the order that `docs/protocol.md` gives.
    pub fn apply(&self, actor: &Actor, command: &Command, now: i64) -> Result<Self, Refusal> {
        if let Some(notice) = actor.notice {
            return Err(notice.refusal());
        }
        if let Command::StartNext { from, part } = command {
            return self.start_next(actor, *from, part);
        }
        let outlasts = matches!(command, Command::Publish { .. } | Command::Withdraw { .. });
        if self.closed && !outlasts {
            return Err(Refusal::MeetingClosed);
        }
        let mut next = self.clone();
        let changed = match command {
            Command::Join { name } => next.join(actor, name)?,
            Command::Leave => next.leave(actor)?,
            Command::Mark { person, present } => next.mark(actor, person, *present)?,
            Command::SetChair { from, to } => next.set_chair(actor, from.as_ref(), to.as_ref())?,
            Command::GoTo { from, to } => next.go_to(actor, from, to, now)?,
            Command::SetTimer { step, from, to } => next.set_timer(actor, step, (*from, *to), now)?,
            Command::SetRound { step, round, from, to, items } => {
                next.set_round(actor, step, *round, (*from, *to), items)?
            }
            Command::Answer { item, round, given, reason, seq } => {
                next.answer(actor, item, *round, given, reason, *seq)?
            }
            Command::TookPart { step } => next.took_part(actor, step)?,
            Command::Save { id, step, base, at, body } => next.save(actor, id, step, *base, at.as_ref(), body)?,
            Command::Share { id, base } => next.share(actor, id, *base)?,
            Command::Delete { id, base } => next.delete(actor, id, *base)?,
            Command::Move { id, after } => next.reorder(actor, id, after.as_ref())?,
            Command::ChoosePart { from, to } => next.choose_part(actor, from, to)?,
            Command::AskSharing { asked, lesson } => next.ask_sharing(actor, *asked, lesson.as_deref())?,
            Command::Consent { asked, agrees } => next.consent(actor, *asked, *agrees)?,
            Command::Publish { asked } => next.publish(actor, *asked)?,
            Command::Withdraw { asked } => next.withdraw(actor, *asked)?,
            Command::Close { from } => next.close(actor, from, now)?,
            Command::StartNext { .. } => return Err(Refusal::WrongState),
        };
        if changed == Changed::Shared {
            next.revision += 1;
        }
        next.reveal_what_is_complete();
        Ok(next)
    }
}

/// Whether a command changed what the group shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Changed {
    Nothing,
    /// Only what one person sees or what is counted.
    Own,
    Shared,
}

impl Notice {
    /// The refusal that a command meets.
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Guest => Refusal::Guest,
            Self::LoginAs => Refusal::LoginAs,
            Self::NoGroup => Refusal::NoGroup,
            Self::ChooseGroup => Refusal::ChooseGroup,
            Self::OtherGroup => Refusal::OtherGroup,
            Self::NotEnrolled => Refusal::NotEnrolled,
            Self::NoRight | Self::Presenting => Refusal::NoRight,
            Self::NotOpen => Refusal::NotOpen,
            Self::PastClose => Refusal::PastClose,
        }
    }
}
