//! What the host says takes the place of what it said before, and never of something newer.

use std::rc::Rc;

use super::own::Own;
use super::shows::leads;
use super::{Count, Session, Unsettled, Update};
use crate::core::command::Command;
use crate::core::refusal::Refusal;
use crate::core::room::{Contribution, Me, Place, Room};

impl Session {
    /// What the host says, in place of what it said before; an older room never replaces a newer one.
    pub(super) fn take_in(&mut self, update: Update, device_now: i64, told: Told) {
        self.clock_offset = update.now - device_now;
        self.reachable = true;
        self.logged_out = false;
        let another = self.is_another_meeting(update.room.as_ref());
        if another {
            self.leave_meeting(update.room.as_ref());
            self.given.clear();
            self.looking_at = None;
            self.who = None;
        }
        if let Some(room) = update.room
            && (another || room.revision >= self.revision())
        {
            if another || !update.earlier.is_empty() {
                self.earlier = Rc::new(update.earlier);
            }
            // Whoever looked ahead to where the group now comes is with the group again.
            self.looking_at = self.looking_at.take().filter(|place| *place != room.place);
            self.confirmed_room = Some(Rc::new(room));
        }
        match update.me {
            Some(me) if another => self.confirmed_me = Rc::new(me),
            Some(me) => {
                let me = with_newest_answers(me, &self.confirmed_me);
                let seen = self.confirmed_room.as_ref().map(|room| room.contributions.as_slice());
                let me = match told {
                    Told::OfSend => me,
                    Told::OfRead => self.own.with_newest(me, &self.confirmed_me, seen.unwrap_or_default()),
                };
                self.confirmed_me = Rc::new(me);
            }
            None => self.leave_shared(),
        }
        // Whoever leads again is told anew.
        if !self.confirmed_room.as_ref().is_some_and(|room| leads(room, &self.confirmed_me)) {
            self.who = None;
        }
        self.take_counts(&update.counts);
        self.tell_doubtful();
        self.predict();
    }

    /// A room can come without what is one's own: what was that, and is the group's by now, is not there twice.
    fn leave_shared(&mut self) {
        let Some(room) = &self.confirmed_room else {
            return;
        };
        let is_shared = |own: &Contribution| room.contributions.iter().any(|it| it.id == own.id);
        if self.confirmed_me.contributions.iter().any(is_shared) {
            Rc::make_mut(&mut self.confirmed_me).contributions.retain(|it| !is_shared(it));
        }
    }

    /// What was for the meeting before cannot be done any more. Where the group goes on with its next one, what the
    /// user wrote is given back to them; a meeting that is begun anew begins without it.
    fn leave_meeting(&mut self, room: Option<&Room>) {
        let number = |room: &Room| room.number;
        let goes_on = room.map(number) > self.confirmed_room.as_deref().map(number);
        let left = std::mem::take(&mut self.outbox);
        self.own = Own::default();
        if !goes_on {
            self.unsettled.clear();
            return;
        }
        for command in left.commands() {
            if let Command::Save { id, step, body, .. } = command {
                self.unsettled.retain(|it| it.id != id);
                self.unsettled.push(Unsettled { id, step, body, refusal: Refusal::MeetingClosed });
            }
        }
    }

    /// Tells of a refused command of the one who leads, unless the room is as it wanted.
    pub(super) fn tell_doubtful(&mut self) {
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
        // What is published tells nobody who: then what was told before stands until the host is asked again.
        for count in counts {
            if let Some(who) = &count.who {
                self.who = Some((count.step.clone(), count.round, who.clone()));
            }
        }
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
}

/// What an update came in answer to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Something that was sent: nothing is newer.
    OfSend,
    /// A read, that may have been on its way while something else was carried out.
    OfRead,
}

/// Whether a room is as a command of the one who leads wanted it.
fn is_so(room: &Room, command: &Command) -> bool {
    match command {
        Command::GoTo { to, .. } => room.place == *to,
        Command::SetChair { to, .. } => room.chair == *to,
        Command::SetTimer { step, to, .. } => {
            room.place == Place::Step(step.clone()) && room.timer.is_some_and(|timer| timer.setting() == *to)
        }
        Command::SetRound { step, round, to, .. } => {
            room.rounds_of(step).any(|it| it.number == *round && it.phase == *to)
        }
        Command::ChoosePart { to, .. } => room.part == *to,
        Command::StartNext { from, .. } => room.number > *from,
        Command::AskSharing { lesson, .. } => room.sharing.as_ref().is_some_and(|it| it.lesson == *lesson),
        Command::Publish { asked } => room.sharing.as_ref().is_some_and(|it| it.asked == *asked && it.published),
        Command::Withdraw { .. } => room.sharing.is_none(),
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
