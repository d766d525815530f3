//! A meeting in Moodle: commands through its web services, changes by asking again.

mod bridge;
mod live;
mod outbox;

use std::rc::Rc;

use serde::Serialize;
use serde_json::{Map, Value, json};

use self::bridge::Bridge;
use self::outbox::KeptOutbox;
use super::{Answer, Host, HostError, OnUpdate, Since, Watch};
use crate::core::command::Command;
use crate::core::session::Update;
use crate::protocol::command as wire;
use crate::protocol::embedded::Embedded;
use crate::protocol::reply::Reply;

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
    pub fn new(page: &Embedded) -> Self {
        let meeting = page.reply.room.as_ref().map(|room| room.meeting.to_string()).unwrap_or_default();
        let calls = Calls {
            bridge: Bridge::default(),
            cmid: page.cmid,
            groupid: page.groupid,
            meeting: meeting.clone(),
        };
        let outbox = KeptOutbox::new(&page.site, &page.user, page.cmid, &meeting);
        Self { calls: Rc::new(calls), outbox: Rc::new(outbox), poll_ms: page.poll_ms }
    }
}

impl Calls {
    async fn read(&self, since: u64) -> Result<Update, HostError> {
        self.call("get_meeting", Map::new(), since).await
    }

    /// Commands of one family travel in one call; the outbox never mixes families.
    async fn send(&self, commands: &[Command], since: u64) -> Result<Update, HostError> {
        let (function, between) = request(&self.meeting, commands);
        self.call(function, between, since).await
    }

    async fn call(
        &self,
        function: &str,
        between: Map<String, Value>,
        since: u64,
    ) -> Result<Update, HostError> {
        let mut args = Map::new();
        args.insert("cmid".to_owned(), self.cmid.into());
        args.insert("groupid".to_owned(), self.groupid.into());
        args.extend(between);
        args.insert("since".to_owned(), since.into());
        let reply: Reply = self.bridge.call(function, &Value::Object(args)).await?;
        reply.try_into().map_err(|_| HostError::Unreachable)
    }
}

/// The function that carries out these commands, and its arguments besides those that all have.
fn request(meeting: &str, commands: &[Command]) -> (&'static str, Map<String, Value>) {
    let wired: Vec<wire::Command> = commands.iter().map(Into::into).collect();
    let mut args = Map::new();
    args.insert("meeting".to_owned(), meeting.into());
    let function = match wired.first() {
        Some(wire::Command::Answer { .. }) => {
            args.insert("answers".to_owned(), wired.iter().map(untagged).collect());
            "submit_answers"
        }
        Some(
            wire::Command::Save { .. } | wire::Command::Delete { .. } | wire::Command::Move { .. },
        ) => {
            args.insert("contributions".to_owned(), wired.iter().map(contribution).collect());
            "save_contributions"
        }
        Some(first @ (wire::Command::Join { .. } | wire::Command::Leave | wire::Command::TookPart { .. })) => {
            let step = match first {
                wire::Command::TookPart { step } => step.as_str(),
                _ => "",
            };
            args.insert("type".to_owned(), tag(first));
            args.insert("step".to_owned(), step.into());
            "take_part"
        }
        Some(first) => {
            args.insert("command".to_owned(), steering(first));
            "steer_meeting"
        }
        None => "get_meeting",
    };
    (function, args)
}

fn object(value: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

fn tag(command: &wire::Command) -> Value {
    object(command).remove("type").unwrap_or_default()
}

fn untagged(command: &wire::Command) -> Value {
    let mut map = object(command);
    map.remove("type");
    Value::Object(map)
}

/// A described parameter has no free names: fields travel as a list of name and value.
fn contribution(command: &wire::Command) -> Value {
    let mut map = object(command);
    if let Some(Value::Object(fields)) = map.remove("fields") {
        let list: Vec<Value> =
            fields.into_iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        map.insert("fields".to_owned(), list.into());
    }
    Value::Object(map)
}

/// A described parameter has one type: where `from` and `to` are settings of a timer they have names of
/// their own.
fn steering(command: &wire::Command) -> Value {
    let mut map = object(command);
    if matches!(command, wire::Command::SetTimer { .. }) {
        for (name, renamed) in [("from", "timer_from"), ("to", "timer_to")] {
            if let Some(value) = map.remove(name) {
                map.insert(renamed.to_owned(), value);
            }
        }
    }
    Value::Object(map)
}

impl Host for MoodleHost {
    fn send(&self, commands: Vec<Command>, since: u64) -> Answer<Update> {
        let calls = self.calls.clone();
        Box::pin(async move { calls.send(&commands, since).await })
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
