//! What stands around the page: whether everything is stored, why nothing can be done, what was refused.

use super::Text;
use super::frame::Frame;
use super::progress::goes_alone;
use crate::core::refusal::Refusal;
use crate::core::room::{Notice, Place};
use crate::core::session::{Note, Session};

/// Why the page is as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Banner {
    /// Nothing can be done here, only looked at.
    ReadOnly(Notice),
    /// The meeting was closed; it can be read.
    Closed,
    /// The user looks at another place than where the group is.
    Elsewhere {
        /// Where the group is.
        group: Place,
        /// That step's title; `None` for start and closing page.
        title: Option<Text>,
    },
    /// Marked absent or not joined: answering waits for Join.
    NotJoined,
    /// The group has begun another meeting of its series, and this user has not joined it yet.
    NewMeeting(u32),
}

/// Whether what the user did is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Everything is.
    Saved,
    /// On its way.
    Sending,
    /// No connection; so many changes are kept on this device.
    Offline(usize),
    /// Logged out; so many changes are kept on this device until the user has logged in again.
    LoggedOut(usize),
    /// The host keeps nothing beyond this page (storage blocked or full).
    MemoryOnly,
}

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its number, to dismiss it by.
    pub id: u32,
    /// What happened.
    pub refusal: Refusal,
    /// The host's own words, translated, where it sent some.
    pub text: Option<Text>,
}

pub(super) fn banner(frame: &Frame) -> Option<Banner> {
    let session = frame.session;
    if let Some(notice) = session.me().notice {
        return Some(Banner::ReadOnly(notice));
    }
    // Whoever goes alone is where they should be.
    if session.looks_elsewhere() && !goes_alone(frame) {
        let group = frame.room.place.clone();
        let title = match &group {
            Place::Step(id) => frame.step(id).map(|step| frame.text(&step.title)),
            Place::Start | Place::Closing => None,
        };
        return Some(Banner::Elsewhere { group, title });
    }
    if frame.room.closed {
        return Some(Banner::Closed);
    }
    if frame.room.number > 1 && session.place() == Place::Start && frame.can_join() {
        return Some(Banner::NewMeeting(frame.room.number));
    }
    let waits = session.me().rights.participate && !session.is_present();
    (waits && !session.facilitates() && session.place() != Place::Start).then_some(Banner::NotJoined)
}

pub(super) fn saved(session: &Session) -> Saved {
    match session.outbox().len() {
        waiting if session.is_logged_out() => Saved::LoggedOut(waiting),
        // What is only in memory is not kept on this device, whatever is on its way.
        0 if session.memory_only => Saved::MemoryOnly,
        _ if session.memory_only && session.is_offline() => Saved::MemoryOnly,
        waiting if session.is_offline() => Saved::Offline(waiting),
        _ if session.is_settled() => Saved::Saved,
        _ => Saved::Sending,
    }
}

pub(super) fn messages(session: &Session) -> Vec<Message> {
    let message = |note: &Note| Message { id: note.id, refusal: note.refusal, text: note.text.clone() };
    session.notes().iter().map(message).collect()
}
