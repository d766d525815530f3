//! What a session tells of itself: the views are made of it.

use std::rc::Rc;

use super::{Drafts, Note, Outbox, Session, Unsettled, Who};
use crate::core::room::{Earlier, Facilitation, Me, Phase, Place, Room};

impl Session {
    /// The room as the user sees it: what the host said, and what the user has done since.
    pub fn room(&self) -> Option<&Room> {
        self.room.as_deref()
    }

    /// The group's meetings before this one, from the first, as far as they go on in it.
    pub fn earlier(&self) -> &[Earlier] {
        &self.earlier
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

    /// Whether everything is stored, as far as this device knows by now.
    pub fn is_settled(&self) -> bool {
        self.outbox.is_empty() && self.seeking == 0
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
        self.room.as_ref().is_some_and(|room| leads(room, &self.me))
    }

    /// Who of those present has answered the round that the user leads, as the host last told it; `None` for whoever does
    /// not lead, and where nobody is told.
    pub fn who_answered(&self) -> Option<&Who> {
        let (step, number, who) = self.who.as_ref()?;
        let round = self.round_in_play()?;
        let is_open = (&round.step, round.number) == (step, *number) && round.phase != Phase::Revealed;
        // Fewer than were told: somebody took back what they wrote, and the host will say who.
        let is_so = is_open && who.people().len() <= round.answered as usize && self.facilitates();
        is_so.then_some(who)
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
}

/// Whether somebody leads in a room: by right, or from the chair.
pub(super) fn leads(room: &Room, me: &Me) -> bool {
    let from_chair = || room.settings.facilitation == Facilitation::Members && room.chair.as_ref() == Some(&me.person);
    me.notice.is_none() && (me.rights.facilitate || from_chair())
}
