//! A meeting in Moodle: commands through its web services, changes by asking again.

mod bridge;
mod live;
mod request;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use self::bridge::Bridge;
use super::shelf::Shelf;
use super::{Answer, Host, HostError, OnUpdate, Since, Watch};
use crate::core::command::Command;
use crate::core::session::{Kept, Update};
use crate::protocol::embedded::Embedded;
use crate::protocol::read;

/// A meeting in Moodle.
#[derive(Clone)]
pub struct MoodleHost {
    calls: Rc<Calls>,
    shelf: Rc<Shelf>,
    poll_ms: u32,
}

/// The activity's web services, for one user and group.
struct Calls {
    bridge: Bridge,
    cmid: u64,
    groupid: u64,
    /// The meeting that commands go to; after a reset of the course it is another.
    meeting: RefCell<String>,
}

impl MoodleHost {
    /// The host of the page that embeds this.
    pub fn new(page: &Embedded<'_>) -> Self {
        let meeting = page.reply.room.as_ref().map(|room| room.meeting.to_string()).unwrap_or_default();
        // Under site, user and meeting, so that it is never shown to or sent for another user.
        let key = format!("leerlandschap:{}:{}:{}:{meeting}", page.site, page.user, page.cmid);
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let calls =
            Calls { bridge: Bridge::default(), cmid: page.cmid, groupid: page.groupid, meeting: RefCell::new(meeting) };
        Self { calls: Rc::new(calls), shelf: Rc::new(Shelf::new(storage, key)), poll_ms: page.poll_ms }
    }
}

impl Calls {
    async fn read(&self, since: u64) -> Result<Update, HostError> {
        self.call("get_meeting", Object::new(), since).await
    }

    /// Commands of one family travel in one call; the outbox never mixes families.
    async fn send(&self, commands: Vec<Command>, since: u64) -> Result<Update, HostError> {
        let (function, args) = request::of(&self.meeting.borrow(), &commands).map_err(|_| HostError::Unreachable)?;
        self.call(function, args, since).await
    }

    async fn call(&self, function: &str, args: Object, since: u64) -> Result<Update, HostError> {
        let common = [("cmid", self.cmid), ("groupid", self.groupid), ("since", since)];
        for (name, number) in common {
            // A fresh object takes every member.
            let _ = Reflect::set(&args, &name.into(), &JsValue::from(js_number(number)));
        }
        let reply = self.bridge.call(function, &args).await?;
        let update = read::reply(&reply).map_err(|_| HostError::Unreachable)?;
        if let Some(room) = &update.room {
            *self.meeting.borrow_mut() = room.meeting.to_string();
        }
        Ok(update)
    }
}

/// Identities and revisions stay far below 2^53, up to which JavaScript's numbers are exact.
#[allow(clippy::cast_precision_loss)]
fn js_number(number: u64) -> f64 {
    number as f64
}

impl Host for MoodleHost {
    fn send(&self, commands: Vec<Command>, since: u64) -> Answer<Update> {
        let calls = self.calls.clone();
        Box::pin(async move { calls.send(commands, since).await })
    }

    fn read(&self, since: u64) -> Answer<Update> {
        let calls = self.calls.clone();
        Box::pin(async move { calls.read(since).await })
    }

    fn watch(&self, since: Since, on_update: OnUpdate) -> Box<dyn Watch> {
        Box::new(live::Polling::start(self.clone(), self.poll_ms, since, on_update))
    }

    fn keep(&self, kept: &Kept) -> bool {
        self.shelf.keep(kept)
    }

    fn kept(&self) -> Kept {
        self.shelf.kept()
    }
}
