//! The way through the exercise.

use super::Text;
use super::frame::Frame;
use crate::core::room::Place;

/// One entry of the way through the exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct NavEntry {
    /// Where it leads.
    pub place: Place,
    /// The step's number, where it has one.
    pub number: Option<u8>,
    /// The step's title; `None` for the start and closing page, whose names the catalogue has.
    pub title: Option<Text>,
    /// Whether the user looks at it now.
    pub shown: bool,
    /// Whether the group is there now.
    pub current: bool,
    /// Whether it can be opened: places the group has reached.
    pub open: bool,
    /// Whether this participant has taken part.
    pub done: bool,
    /// Whether the group may leave it out.
    pub optional: bool,
}

pub(super) fn nav(frame: &Frame) -> Vec<NavEntry> {
    let shown = frame.session.place();
    let leads = frame.session.facilitates();
    let room = frame.room;
    let entry = |place: Place, open: bool| NavEntry {
        shown: place == shown,
        current: place == room.place,
        open: open || leads || place == room.place,
        place,
        number: None,
        title: None,
        done: false,
        optional: false,
    };
    let mut nav = vec![entry(Place::Start, true)];
    nav.extend(frame.steps().map(|step| NavEntry {
        number: frame.number(step),
        title: Some(frame.text(&step.title)),
        done: frame.session.me().done.contains(&step.id),
        optional: step.optional,
        ..entry(Place::Step(step.id.clone()), room.visited.contains(&step.id))
    }));
    nav.push(entry(Place::Closing, room.closed));
    nav
}
