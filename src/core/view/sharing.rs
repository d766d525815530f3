//! What other groups of the course may come to see of a meeting.

use std::rc::Rc;

use super::frame::Frame;
use crate::core::room::{Pace, Place, SharingQuestion};

/// The question to the group, and who can do what about it.
#[derive(Clone, Debug, PartialEq)]
pub struct SharingView {
    /// The group that is asked.
    pub group: Rc<str>,
    /// What is asked, or shown; `None` while nobody asked.
    pub on: Option<SharingQuestion>,
    /// How many have to answer before anybody sees how many agree.
    pub fewest: u32,
    /// What the user said.
    pub own: Option<bool>,
    /// Whether the user can answer, and change that.
    pub can_answer: bool,
    /// Whether the user can ask.
    pub can_ask: bool,
    /// Whether the user can show it, or take it back.
    pub leads: bool,
}

/// `None` where there are no other groups.
pub(super) fn sharing(frame: &Frame) -> Option<SharingView> {
    let (room, me) = (frame.room, frame.session.me());
    let group = room.group.as_ref()?.id.clone();
    let on = room.sharing.clone();
    let leads = frame.session.facilitates();
    let here = room.place == Place::Closing || room.settings.pace == Pace::Own;
    let stands = !room.closed && on.as_ref().is_some_and(|it| !it.published);
    let own = me.consent.filter(|said| stands && on.as_ref().is_some_and(|it| it.asked == said.asked));
    Some(SharingView {
        group,
        fewest: on.as_ref().map_or(0, |it| it.of.min(room.settings.min_answers)),
        own: own.map(|said| said.agrees),
        can_answer: stands && me.notice.is_none() && me.rights.participate && frame.session.is_present(),
        can_ask: leads && here && !room.closed && on.is_none(),
        leads,
        on,
    })
}
