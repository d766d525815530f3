//! From a session to its screen.

use super::facilitation::{chair, facilitation};
use super::shared::{Frame, heading};
use super::{Banner, Message, NavEntry, NotesView, Page, Saved, Screen, TimerView};
use super::{closing, shared, start, statements};
use crate::core::format::{Block, Step};
use crate::core::room::{Notice, Place, Room};
use crate::core::session::Session;

/// Everything there is to draw for a session.
pub fn screen(session: &Session) -> Screen {
    let room = session.room();
    let frame = room.map(|room| Frame::new(session, room));
    let me = session.me();
    Screen {
        title: session.exercise.title.get(session.language),
        group: room.and_then(|room| room.group.as_ref()).map(|group| group.name.clone()),
        nav: frame.as_ref().map(nav).unwrap_or_default(),
        page: match &frame {
            None => Page::Unavailable(me.notice.unwrap_or(Notice::NoRight)),
            Some(frame) => page(frame),
        },
        timer: room.and_then(|room| timer(session, room)),
        facilitation: frame.as_ref().and_then(facilitation),
        chair: frame.as_ref().and_then(chair),
        saved: saved(session),
        banner: frame.as_ref().and_then(banner),
        messages: session
            .notes()
            .iter()
            .map(|note| Message { id: note.id, refusal: note.refusal, text: note.text.clone() })
            .collect(),
        people: room.map(|room| room.people.clone()).unwrap_or_default(),
        present: room.map_or(0, Room::present),
        drafts: session.drafts().clone(),
        me: me.person.clone(),
        joined: session.is_present(),
        can_leave: session.is_present() && session.can_contribute(),
        can_join: room.is_some_and(|room| !room.closed)
            && me.notice.is_none()
            && me.rights.participate
            && !session.is_present(),
    }
}

fn page(frame: &Frame) -> Page {
    match frame.session.place() {
        Place::Start => Page::Start(start::start(frame)),
        Place::Closing => Page::Closing(closing::closing(frame)),
        Place::Step(id) => match frame.step(&id) {
            Some(step) => step_page(frame, step),
            None => Page::Start(start::start(frame)),
        },
    }
}

fn step_page(frame: &Frame, step: &Step) -> Page {
    match &step.block {
        Block::Statements(block) => Page::Statements(statements::statements(frame, step, block)),
        Block::Notes(block) => Page::Notes(NotesView {
            heading: heading(frame, step),
            columns: shared::columns(frame, step, block),
            can_write: frame.can_write(step),
            results: block
                .show_results_of
                .as_ref()
                .and_then(|id| frame.step(id))
                .and_then(|source| frame.results(source)),
            taking_part: frame.taking_part(step),
        }),
        Block::Actions(block) => Page::Actions(shared::actions(frame, step, block)),
        Block::Principles(block) => Page::Principles(shared::principles(frame, step, block)),
    }
}

fn nav(frame: &Frame) -> Vec<NavEntry> {
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
        number: step.number,
        title: Some(frame.text(&step.title)),
        done: frame.session.me().done.contains(&step.id),
        optional: step.optional,
        ..entry(Place::Step(step.id.clone()), room.visited.contains(&step.id))
    }));
    nav.push(entry(Place::Closing, room.closed));
    nav
}

fn timer(session: &Session, room: &Room) -> Option<TimerView> {
    let timer = room.timer?;
    Some(TimerView {
        seconds: timer.seconds,
        left_ms: i64::from(timer.seconds) * 1000 - timer.elapsed_ms,
        at: timer.running_since.map_or(0, |since| since - session.clock_offset()),
        running: timer.running_since.is_some(),
    })
}

fn saved(session: &Session) -> Saved {
    match session.outbox().len() {
        waiting if session.is_logged_out() => Saved::LoggedOut(waiting),
        waiting if session.is_offline() => Saved::Offline(waiting),
        0 if session.memory_only => Saved::MemoryOnly,
        0 => Saved::Saved,
        _ => Saved::Sending,
    }
}

fn banner(frame: &Frame) -> Option<Banner> {
    let session = frame.session;
    if let Some(notice) = session.me().notice {
        return Some(Banner::ReadOnly(notice));
    }
    if session.looks_elsewhere() {
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
    let waits = session.me().rights.participate && !session.is_present();
    (waits && !session.facilitates() && session.place() != Place::Start).then_some(Banner::NotJoined)
}
