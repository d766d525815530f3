//! A meeting in Moodle: commands through its web services, changes by asking again.

mod bridge;
mod edition;
mod live;
mod newest;
mod pulse;
pub mod report;
mod request;
pub mod stages;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

pub use self::bridge::Bridge;
use self::edition::Edition;
use self::newest::Newest;
use self::pulse::Pulse;
#[cfg(feature = "whole")]
use super::lead::Lead;
use super::shelves::Shelves;
use super::{Answer, Host, HostError, OnOrphan, OnUpdate, Since, Watch};
use crate::core::command::Command;
use crate::core::refusal::Refusal;
use crate::core::room::Room;
use crate::core::session::{Kept, Update};
use crate::host::browser::reload;
use crate::host::json::from_js;
use crate::protocol::embedded::Embedded;
use crate::protocol::read;

/// A meeting in Moodle.
#[derive(Clone)]
pub struct MoodleHost {
    calls: Rc<Calls>,
    /// The big screen has none: what its user keeps on this device is nobody else's to see.
    shelves: Option<Rc<Shelves>>,
    poll_ms: u32,
}

/// The activity's web services, for one user and group.
struct Calls {
    bridge: Bridge,
    cmid: u64,
    groupid: i64,
    /// Whether this is the big screen, which is told nothing of the user's own.
    presenting: bool,
    /// The meeting that commands go to; after a reset of the course it is another.
    meeting: RefCell<String>,
    newest: Newest,
    edition: Edition,
    pulse: Pulse,
    /// In the first stage of the app nobody leads where people answer.
    #[cfg(feature = "whole")]
    lead: RefCell<Lead>,
}

impl MoodleHost {
    /// The host of the page that embeds this, which JavaScript has as `data`; in the place of this tab on the shelves
    /// where an earlier stage of the app has taken one.
    pub fn new(page: &Embedded<'_>, data: &JsValue, tab: Option<String>) -> Self {
        let meeting = page.reply.room.as_ref().map(|room| room.meeting.to_string()).unwrap_or_default();
        // Under site, user and meeting, so that it is never shown to or sent for another user.
        let start = format!("leerlandschap:{}:{}:{}:{meeting}:", page.site, page.user, page.cmid);
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let calls = Calls {
            bridge: Bridge::default(),
            cmid: page.cmid,
            groupid: page.groupid,
            presenting: !page.address.is_empty(),
            meeting: RefCell::new(meeting),
            newest: Newest::of(data),
            edition: Edition::of(data),
            pulse: Pulse::of(data, page.poll_ms),
            #[cfg(feature = "whole")]
            lead: Lead::of(&page.reply).into(),
        };
        calls.know(page.reply.room.as_ref());
        let shelves = match tab {
            _ if calls.presenting => None,
            Some(tab) => Some(Shelves::go_on(storage, start, tab)),
            None => Some(Shelves::open(storage, start)),
        };
        Self { calls: Rc::new(calls), shelves, poll_ms: page.poll_ms }
    }

    /// What Moodle said last, as one reply, and when it came, by this device's clock.
    pub fn newest(&self) -> (JsValue, i64) {
        self.calls.newest.get()
    }

    /// This tab's name on the shelves.
    pub fn tab(&self) -> &str {
        self.shelves.as_ref().map_or("", |shelves| shelves.tab())
    }
}

impl Calls {
    /// How the room is, and what is one's own: where the room has changed, or where that is asked for.
    async fn read(&self, since: u64, own: bool) -> Result<Update, HostError> {
        let args = Object::new();
        for (name, value) in [("presenting", self.presenting), ("own", own)] {
            // A fresh object takes every member.
            let _ = Reflect::set(&args, &name.into(), &value.into());
        }
        self.as_shown(self.call("get_meeting", args, since).await?)
    }

    /// What was read, unless this page shows another exercise than the meeting has.
    fn as_shown(&self, update: Update) -> Result<Update, HostError> {
        if self.edition.renews() { Err(HostError::Refused(Refusal::ExerciseChanged, None)) } else { Ok(update) }
    }

    /// Commands of one family travel in one call; the outbox never mixes families.
    async fn send(&self, commands: Vec<Command>, since: u64) -> Result<Update, HostError> {
        let (function, args) = request::of(&self.meeting.borrow(), &commands).map_err(|_| HostError::Unreachable)?;
        self.call(function, args, since).await
    }

    async fn call(&self, function: &str, args: Object, since: u64) -> Result<Update, HostError> {
        let (cmid, groupid) = (js_number(self.cmid), js_id(self.groupid));
        let common = [("cmid", cmid), ("groupid", groupid), ("since", js_number(since))];
        for (name, number) in common {
            // A fresh object takes every member.
            let _ = Reflect::set(&args, &name.into(), &JsValue::from(number));
        }
        let reply = self.bridge.call(function, &args).await.inspect_err(|error| match error {
            HostError::Unreachable => self.pulse.pace.borrow_mut().lost(),
            // The published room would go on as if nothing were.
            HostError::LoggedOut => self.pulse.granted(&JsValue::UNDEFINED),
            HostError::Refused(..) => {}
        })?;
        self.pulse.granted(&reply);
        let update = self.take(&reply)?;
        #[cfg(feature = "whole")]
        self.lead.borrow_mut().told(&update);
        Ok(update)
    }

    /// What a reply says, as far as this page can show it.
    fn take(&self, reply: &JsValue) -> Result<Update, HostError> {
        let mut update = read::reply(&from_js(reply)).map_err(|_| HostError::Unreachable)?;
        if self.edition.is_other(reply) {
            // What was sent is done; a room of another exercise cannot be drawn with this one.
            update.room = None;
            return Ok(update);
        }
        self.newest.take(reply, &update);
        self.know(update.room.as_ref());
        if let Some(room) = &update.room {
            let known = self.meeting.replace(room.meeting.to_string());
            if !known.is_empty() && known != *room.meeting {
                start_anew();
            }
        }
        Ok(update)
    }

    /// How many people there are decides how often they may ask.
    fn know(&self, room: Option<&Room>) {
        if let Some(room) = room {
            self.pulse.pace.borrow_mut().room(room.people.len(), room.closed);
        }
    }
}

/// The group has gone on to another meeting. Its exercise may be another version by now, and what this device keeps
/// belongs to the old meeting: so the page loads anew, and says there which meeting it is.
fn start_anew() {
    // Where the browser refuses, the app goes on with what it has.
    reload();
}

/// Identities and revisions stay far below 2^53, up to which JavaScript's numbers are exact.
#[allow(clippy::cast_precision_loss)]
fn js_number(number: u64) -> f64 {
    number as f64
}

/// As [`js_number`]; of what can be less than nothing.
#[allow(clippy::cast_precision_loss)]
fn js_id(number: i64) -> f64 {
    number as f64
}

impl Host for MoodleHost {
    fn send(&self, commands: Vec<Command>, since: u64) -> Answer<Update> {
        let calls = self.calls.clone();
        Box::pin(async move { calls.send(commands, since).await })
    }

    fn read(&self, since: u64) -> Answer<Update> {
        let calls = self.calls.clone();
        Box::pin(async move { calls.read(since, false).await })
    }

    fn watch(&self, since: Since, on_update: OnUpdate) -> Box<dyn Watch> {
        Box::new(live::Polling::start(self.calls.clone(), self.poll_ms, since, on_update))
    }

    fn keep(&self, kept: &Kept) -> bool {
        let is_kept = self.shelves.as_ref().is_none_or(|shelves| shelves.keep(kept));
        self.calls.edition.may_leave(is_kept || kept.is_empty());
        is_kept
    }

    fn kept(&self) -> Kept {
        self.shelves.as_ref().map(|shelves| shelves.left()).unwrap_or_default()
    }

    fn orphaned(&self, take: OnOrphan) -> bool {
        self.shelves.as_ref().is_some_and(|shelves| shelves.orphaned(&take))
    }
}
