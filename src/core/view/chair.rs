//! Who leads, where members may.

use super::frame::Frame;
use crate::core::room::{Facilitation, Person};

/// The chair of a meeting that members may lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Chair {
    /// Who has it.
    pub holder: Option<Person>,
    /// Whether the user has it.
    pub mine: bool,
    /// Whether the user may take it: at once where it is free, else over from its holder, after asking.
    pub can_take: bool,
}

pub(super) fn chair(frame: &Frame) -> Option<Chair> {
    let room = frame.room;
    if room.settings.facilitation != Facilitation::Members {
        return None;
    }
    let mine = room.chair.as_ref() == Some(&frame.session.me().person);
    Some(Chair {
        holder: room.chair.as_ref().and_then(|id| room.person(id)).cloned(),
        mine,
        can_take: !mine && !room.closed && frame.session.is_present() && frame.session.me().notice.is_none(),
    })
}
