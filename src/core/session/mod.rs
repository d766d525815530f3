//! One participant's side of a meeting: what the host last said, what the user has done since, and where
//! they look. It acts at once and keeps every command until the host has confirmed it.

mod intend;
mod outbox;
mod predict;

use std::rc::Rc;

use super::command::Command;
use super::effect::Effect;
use super::format::{Exercise, Language};
use super::ids::{ContributionId, StepId};
use super::intent::Intent;
use super::refusal::Refusal;
use super::room::{Body, Facilitation, Me, Place, Room};

pub use outbox::Outbox;

/// How long to wait before a further try, in milliseconds, by how many failed before.
const RETRY_MS: [u32; 5] = [1_000, 2_000, 4_000, 8_000, 15_000];

/// What a host says: the room where it changed, and what is one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// The host's clock, in milliseconds.
    pub now: i64,
    /// The room's revision; 0 without a room.
    pub revision: u64,
    /// The room, where it is newer than what the caller had.
    pub room: Option<Room>,
    /// What is one's own, where it was sent.
    pub me: Option<Me>,
    /// How many have answered in the rounds that are not revealed.
    pub counts: Vec<Count>,
}

/// How many have answered a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The step.
    pub step: StepId,
    /// The round.
    pub round: u8,
    /// How many answered every item.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
}

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
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty() && self.unsettled.is_empty() && self.drafts.is_empty()
    }
}

/// Something that happened. Times are this device's clock, in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The user wants something.
    Intended {
        /// What.
        intent: Intent,
        /// An identity for something new that comes of it.
        new_id: ContributionId,
        /// When.
        at: i64,
    },
    /// The host carried out what was sent.
    Confirmed {
        /// Which attempt this answers.
        attempt: u32,
        /// What the host says.
        update: Update,
        /// When it came.
        at: i64,
    },
    /// The host refused what was sent, and says why in the user's language where it can.
    Refused {
        /// Which attempt this answers.
        attempt: u32,
        /// Why.
        refusal: Refusal,
        /// The host's own words.
        text: Option<Rc<str>>,
    },
    /// The host did not answer what was sent.
    SendFailed {
        /// Which attempt.
        attempt: u32,
    },
    /// The host refuses to say how the room is, and why.
    Denied(Refusal, Option<Rc<str>>),
    /// The host did not say how the room is.
    ReadFailed,
    /// The user is no longer logged in.
    LoggedOut,
    /// The host says how the room is. The number is this device's clock, in milliseconds.
    Received(Update, i64),
    /// It is time to try again.
    RetryDue,
    /// What this device had kept from an earlier visit.
    Replayed(Kept),
    /// The host keeps nothing beyond this page.
    StorageLost,
}

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
    failures: usize,
    clock_offset: i64,
    notes: Vec<Note>,
    next_note: u32,
    /// A refused command of the one who leads: told only if the room, once read, is not as it wanted. Its first
    /// delivery may have been carried out and only the answer lost.
    doubtful: Option<(Command, Refusal, Option<Rc<str>>)>,
    unsettled: Vec<Unsettled>,
    drafts: Rc<Drafts>,
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
            failures: 0,
            clock_offset: 0,
            notes: Vec::new(),
            next_note: 1,
            doubtful: None,
            unsettled: Vec::new(),
            drafts: Rc::default(),
        };
        session.take_in(first, device_now);
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
                self.outbox.confirm(update.room.as_ref().or(self.confirmed_room.as_deref()));
                self.take_in(update, at);
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
                if self.notes.last().is_none_or(|note| note.refusal != refusal) {
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
                self.take_in(update, at);
                self.outbox.release();
            }
            Event::RetryDue => self.outbox.release(),
            Event::Replayed(kept) => self.replay(kept),
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
        self.unsettled.extend(kept.unsettled);
        self.drafts = Rc::new(kept.drafts);
    }

    /// The room as the user sees it: what the host said, and what the user has done since.
    pub fn room(&self) -> Option<&Room> {
        self.room.as_deref()
    }

    /// The user, as they see themself.
    pub fn me(&self) -> &Me {
        &self.me
    }

    /// The revision the host last told; 0 without a room.
    pub fn revision(&self) -> u64 {
        self.confirmed_room.as_ref().map_or(0, |room| room.revision)
    }

    /// The place on the screen: where the group is, unless the user looks elsewhere.
    pub fn place(&self) -> Place {
        match (&self.looking_at, &self.room) {
            (Some(place), _) => place.clone(),
            (None, Some(room)) => room.place.clone(),
            (None, None) => Place::Start,
        }
    }

    /// Whether the user looks elsewhere than where the group is.
    pub fn looks_elsewhere(&self) -> bool {
        self.looking_at.is_some()
    }

    /// What is not confirmed yet.
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// Whether the host did not answer the last time.
    pub fn is_offline(&self) -> bool {
        !self.reachable
    }

    /// Whether the user has to log in again.
    pub fn is_logged_out(&self) -> bool {
        self.logged_out
    }

    /// What the user typed and did not send.
    pub fn drafts(&self) -> &Rc<Drafts> {
        &self.drafts
    }

    /// How far the host's clock is ahead of this device's, in milliseconds.
    pub fn clock_offset(&self) -> i64 {
        self.clock_offset
    }

    /// Refusals that wait to be read.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The user's own texts that the host did not take.
    pub fn unsettled(&self) -> &[Unsettled] {
        &self.unsettled
    }

    /// Whether the user leads: by right, or from the chair.
    pub fn facilitates(&self) -> bool {
        let Some(room) = &self.room else {
            return false;
        };
        self.me.notice.is_none()
            && (self.me.rights.facilitate
                || (room.settings.facilitation == Facilitation::Members
                    && room.chair.as_ref() == Some(&self.me.person)))
    }

    /// Whether the user joined and is present.
    pub fn is_present(&self) -> bool {
        let id = &self.me.person;
        self.room.as_ref().and_then(|room| room.person(id)).is_some_and(|person| person.present)
    }

    /// Whether anything can still be changed in this meeting by this user.
    pub fn can_contribute(&self) -> bool {
        let open = self.room.as_ref().is_some_and(|room| !room.closed);
        open && self.me.notice.is_none() && (self.is_present() || self.facilitates())
    }

    /// What the host says, in place of what it said before; an older room never replaces a newer one.
    fn take_in(&mut self, update: Update, device_now: i64) {
        self.clock_offset = update.now - device_now;
        self.reachable = true;
        self.logged_out = false;
        let another = self.is_another_meeting(update.room.as_ref());
        if another {
            self.outbox = Outbox::default();
            self.unsettled.clear();
            self.looking_at = None;
        }
        if let Some(room) = update.room
            && (another || room.revision >= self.revision())
        {
            self.confirmed_room = Some(Rc::new(room));
        }
        match update.me {
            Some(me) if another => self.confirmed_me = Rc::new(me),
            Some(me) => self.confirmed_me = Rc::new(with_newest_answers(me, &self.confirmed_me)),
            None => {}
        }
        self.take_counts(&update.counts);
        self.tell_doubtful();
        self.predict();
    }

    /// Tells of a refused command of the one who leads, unless the room is as it wanted.
    fn tell_doubtful(&mut self) {
        if let Some((command, refusal, text)) = self.doubtful.take()
            && !self.confirmed_room.as_ref().is_some_and(|room| is_so(room, &command))
        {
            self.note(refusal, text);
        }
    }

    /// Whether the host has begun a meeting anew, or taken another one in its place.
    fn is_another_meeting(&self, room: Option<&Room>) -> bool {
        match (room, &self.confirmed_room) {
            (Some(room), Some(known)) => room.meeting != known.meeting,
            _ => false,
        }
    }

    fn take_counts(&mut self, counts: &[Count]) {
        let Some(room) = &mut self.confirmed_room else {
            return;
        };
        for count in counts {
            let at = room.rounds.iter().position(|round| {
                round.step == count.step
                    && round.number == count.round
                    && round.results.is_empty()
                    && (round.answered, round.present) != (count.answered, count.present)
            });
            if let Some(at) = at {
                let round = &mut Rc::make_mut(room).rounds[at];
                round.answered = count.answered;
                round.present = count.present;
            }
        }
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

/// Whether a room is as a command of the one who leads wanted it.
fn is_so(room: &Room, command: &Command) -> bool {
    match command {
        Command::GoTo { to, .. } => room.place == *to,
        Command::SetChair { to, .. } => room.chair == *to,
        Command::SetTimer { to, .. } => room.timer.is_some_and(|timer| timer.setting() == *to),
        Command::SetRound { step, round, to, .. } => {
            room.rounds_of(step).any(|it| it.number == *round && it.phase == *to)
        }
        Command::Close { .. } => room.closed,
        _ => false,
    }
}

/// `me`, but with answers that were known to be newer than those it brings: a read that was on its way
/// while an answer was stored must not bring the older one back.
fn with_newest_answers(mut me: Me, known: &Me) -> Me {
    if me.person != known.person {
        return me;
    }
    for answer in &known.answers {
        match me.answers.iter_mut().find(|it| it.item == answer.item && it.round == answer.round) {
            Some(it) if it.seq < answer.seq => *it = answer.clone(),
            Some(_) => {}
            None => me.answers.push(answer.clone()),
        }
    }
    me
}
