//! A meeting in Moodle: commands through its web services, changes by asking again.

mod bridge;
mod live;
mod outbox;
mod request;

use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use self::bridge::Bridge;
use self::outbox::KeptOutbox;
use super::{Answer, Host, HostError, OnUpdate, Since, Watch};
use crate::core::command::Command;
use crate::core::session::Update;
use crate::protocol::embedded::Embedded;
use crate::protocol::read;

/// A meeting in Moodle.
#[derive(Clone)]
pub struct MoodleHost {
    calls: Rc<Calls>,
    outbox: Rc<KeptOutbox>,
    poll_ms: u32,
}

/// The activity's web services, for one user and group.
struct Calls {
    bridge: Bridge,
    cmid: u64,
    groupid: u64,
    meeting: String,
}

impl MoodleHost {
    /// The host of the page that embeds this.
    pub fn new(page: &Embedded<'_>) -> Self {
        let meeting = page.reply.room.as_ref().map(|room| room.meeting.to_string()).unwrap_or_default();
        let calls =
            Calls { bridge: Bridge::default(), cmid: page.cmid, groupid: page.groupid, meeting: meeting.clone() };
        let outbox = KeptOutbox::new(page.site, page.user, page.cmid, &meeting);
        Self { calls: Rc::new(calls), outbox: Rc::new(outbox), poll_ms: page.poll_ms }
    }
}

impl Calls {
    async fn read(&self, since: u64) -> Result<Update, HostError> {
        self.call("get_meeting", Object::new(), since).await
    }

    /// Commands of one family travel in one call; the outbox never mixes families.
    async fn send(&self, commands: Vec<Command>, since: u64) -> Result<Update, HostError> {
        let (function, args) = request::of(&self.meeting, &commands).map_err(|_| HostError::Unreachable)?;
        self.call(function, args, since).await
    }

    async fn call(&self, function: &str, args: Object, since: u64) -> Result<Update, HostError> {
        let common = [("cmid", self.cmid), ("groupid", self.groupid), ("since", since)];
        for (name, number) in common {
            // A fresh object takes every member.
            let _ = Reflect::set(&args, &name.into(), &JsValue::from(js_number(number)));
        }
        let reply = self.bridge.call(function, &args).await?;
        read::reply(&reply).map_err(|_| HostError::Unreachable)
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

    fn keep(&self, commands: &[Command]) {
        self.outbox.keep(commands);
    }

    fn kept(&self) -> Vec<Command> {
        self.outbox.kept()
    }
}
