//! One participant's side of a meeting: what the host last said, what the user has done since, and where
//! they look. It acts at once and keeps every command until the host has confirmed it.

mod devices;
mod event;
mod intend;
mod kept;
mod leaving;
mod outbox;
mod own;
mod predict;
mod shows;
mod take_in;
mod who;

use std::rc::Rc;

use super::command::Command;
use super::effect::Effect;
use super::format::{Exercise, Language};
use super::ids::StepId;
use super::refusal::Refusal;
use super::room::{Earlier, Me, Place, Room};

use devices::Given;
use own::Own;
use take_in::Told;

pub use event::{Count, Event, Update};
pub use kept::{Drafts, Kept, Unsettled};
pub use leaving::Leaving;
pub use outbox::Outbox;
pub use who::Who;

/// How long to wait before a further try, in milliseconds, by how many failed before.
const RETRY_MS: [u32; 5] = [1_000, 2_000, 4_000, 8_000, 15_000];

/// One participant's side of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// The language its texts are shown in.
    pub language: Language,
    /// The host keeps nothing beyond this page.
    pub memory_only: bool,
    /// Whether taking part gives points in a gradebook.
    pub graded: bool,
    confirmed_room: Option<Rc<Room>>,
    confirmed_me: Rc<Me>,
    room: Option<Rc<Room>>,
    me: Rc<Me>,
    outbox: Outbox,
    looking_at: Option<Place>,
    reachable: bool,
    logged_out: bool,
    /// How many look-ups may still find something on this device that the host does not have.
    seeking: u32,
    failures: usize,
    clock_offset: i64,
    notes: Vec<Note>,
    next_note: u32,
    /// A refused command of the one who leads: told only if the room, once read, is not as it wanted. Its first
    /// delivery may have been carried out and only the answer lost.
    doubtful: Option<(Command, Refusal, Option<Rc<str>>)>,
    unsettled: Vec<Unsettled>,
    drafts: Rc<Drafts>,
    earlier: Rc<Vec<Earlier>>,
    /// Who has answered which round, as told last; only to the one who leads.
    who: Option<(StepId, u8, Who)>,
    own: Own,
    /// Answers given here in this visit, and how often each was sent again.
    given: Vec<Given>,
}

/// A refusal that waits to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its number.
    pub id: u32,
    /// What was refused, and why.
    pub refusal: Refusal,
    /// The host's words.
    pub text: Option<Rc<str>>,
}

impl Session {
    /// A session that begins with what the host says first.
    pub fn new(exercise: Rc<Exercise>, language: Language, first: Update, me: Me, device_now: i64) -> Self {
        let room = first.room.clone().map(Rc::new);
        let me = Rc::new(first.me.clone().unwrap_or(me));
        let mut session = Self {
            exercise,
            language,
            memory_only: false,
            graded: false,
            confirmed_room: room.clone(),
            confirmed_me: me.clone(),
            room,
            me,
            outbox: Outbox::default(),
            looking_at: None,
            reachable: true,
            logged_out: false,
            seeking: 0,
            failures: 0,
            clock_offset: 0,
            notes: Vec::new(),
            next_note: 1,
            doubtful: None,
            unsettled: Vec::new(),
            drafts: Rc::default(),
            earlier: Rc::default(),
            who: None,
            own: Own::default(),
            given: Vec::new(),
        };
        session.take_in(first, device_now, Told::OfRead);
        session
    }

    /// The session after an event, and what is to be done outside.
    #[must_use]
    pub fn update(mut self, event: Event) -> (Self, Vec<Effect>) {
        let mut effects = Vec::new();
        let kept_before = self.kept();
        match event {
            Event::Intended { intent, new_id, at } => self.intend(intent, new_id, at),
            Event::Confirmed { attempt, update, at } if self.outbox.awaits(attempt) => {
                self.failures = 0;
                let room = update.room.as_ref().or(self.confirmed_room.as_deref());
                let shared = room.map(|room| room.contributions.as_slice()).unwrap_or_default();
                let own = update.me.as_ref().map(|me| me.contributions.as_slice()).unwrap_or_default();
                let done = self.outbox.confirm(&[shared, own]);
                self.own.learn(&done);
                self.take_in(update, at, Told::OfSend);
                self.insist(&done);
            }
            Event::Refused { attempt, refusal, text } if self.outbox.awaits(attempt) => {
                self.failures = 0;
                self.refuse(refusal, text);
                effects.push(Effect::Read);
            }
            Event::SendFailed { attempt } if self.outbox.awaits(attempt) => {
                self.reachable = false;
                self.outbox.hold();
                effects.push(Effect::Retry(RETRY_MS[self.failures.min(RETRY_MS.len() - 1)]));
                self.failures += 1;
            }
            // The answer of an attempt that was given up.
            Event::Confirmed { .. } | Event::Refused { .. } | Event::SendFailed { .. } => {}
            Event::Denied(refusal, text) => {
                self.reachable = true;
                self.tell_doubtful();
                if self.notes.last().is_none_or(|note| (note.refusal, &note.text) != (refusal, &text)) {
                    self.note(refusal, text);
                }
            }
            Event::ReadFailed => {
                self.reachable = false;
                self.tell_doubtful();
            }
            Event::LoggedOut => {
                self.logged_out = true;
                self.outbox.hold();
            }
            Event::Received(update, at) => {
                self.take_in(update, at, Told::OfRead);
                self.outbox.release();
            }
            Event::RetryDue => self.outbox.release(),
            Event::Replayed(kept) => self.replay(kept),
            Event::Seeking(true) => self.seeking += 1,
            Event::Seeking(false) => self.seeking = self.seeking.saturating_sub(1),
            Event::StorageLost => self.memory_only = true,
        }
        let kept = self.kept();
        if kept != kept_before {
            effects.push(Effect::Keep(kept));
        }
        if let Some((attempt, commands)) = self.outbox.next_batch() {
            effects.push(Effect::Send { attempt, commands });
        }
        self.predict();
        (self, effects)
    }

    fn kept(&self) -> Kept {
        Kept { commands: self.outbox.commands(), unsettled: self.unsettled.clone(), drafts: (*self.drafts).clone() }
    }

    fn replay(&mut self, kept: Kept) {
        self.outbox.replay(kept.commands);
        let (unsettled, drafts) = (std::mem::take(&mut self.unsettled), std::mem::take(&mut self.drafts));
        // What the user does here and now comes before what was kept.
        let mut all = Kept { commands: Vec::new(), unsettled, drafts: Rc::unwrap_or_clone(drafts) };
        all.join(Kept { commands: Vec::new(), ..kept });
        self.unsettled = all.unsettled;
        self.drafts = Rc::new(all.drafts);
    }

    /// A refusal is told, and a text that was refused stays with its author.
    fn refuse(&mut self, refusal: Refusal, text: Option<Rc<str>>) {
        match self.outbox.refuse() {
            None => {}
            Some(Command::Save { id, step, body, .. }) => {
                self.unsettled.retain(|it| it.id != id);
                self.unsettled.push(Unsettled { id, step, body, refusal });
                self.note(refusal, text);
            }
            Some(command) if command.leads() => self.doubtful = Some((command, refusal, text)),
            Some(_) => self.note(refusal, text),
        }
    }

    fn note(&mut self, refusal: Refusal, text: Option<Rc<str>>) {
        self.notes.push(Note { id: self.next_note, refusal, text });
        self.next_note += 1;
    }
}
