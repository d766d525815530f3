//! The exercise of a Moodle activity: stored by web services.

use js_sys::{Object, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::Desk;
use super::drafts::Drafts;
use crate::core::editor::{Draft, Opened, Preset, Remark, Saved};
use crate::host::moodle::Bridge;
use crate::host::{Answer, HostError, json};
use crate::protocol::editing;

/// The exercise of an activity.
pub struct MoodleDesk {
    bridge: Bridge,
    cmid: u64,
    drafts: Drafts,
}

impl MoodleDesk {
    /// The desk of an activity, for this user of this site.
    pub fn new(site: &str, user: &str, cmid: u64) -> Self {
        let drafts = Drafts::new(format!("leerlandschap:draft:{site}:{user}:{cmid}"));
        Self { bridge: Bridge::default(), cmid, drafts }
    }

    fn call<T: 'static>(
        &self,
        function: &'static str,
        args: &[(&str, JsValue)],
        read: impl Fn(&Value) -> Option<T> + 'static,
    ) -> Answer<T> {
        let object = Object::new();
        #[allow(clippy::cast_precision_loss)] // Numbers of course modules are far below 2^53.
        let cmid = (&"cmid", JsValue::from_f64(self.cmid as f64));
        for (name, value) in std::iter::once((cmid.0, &cmid.1)).chain(args.iter().map(|(name, value)| (name, value))) {
            // A plain object takes every member.
            let _ = Reflect::set(&object, &(*name).into(), value);
        }
        let bridge = self.bridge.clone();
        Box::pin(async move {
            let answer = bridge.call(function, &object).await?;
            read(&json::from_js(&answer)).ok_or(HostError::Unreachable)
        })
    }
}

#[allow(clippy::cast_precision_loss)] // Versions and numbers of presets are far below 2^53.
fn number(value: u64) -> JsValue {
    JsValue::from_f64(value as f64)
}

fn text(exercise: &Value) -> JsValue {
    json::write(exercise).unwrap_or_default().into()
}

impl Desk for MoodleDesk {
    fn open(&self) -> Answer<Opened> {
        self.call("get_exercise", &[], |answer| editing::opened(answer, json::read).ok())
    }

    fn save(&self, version: u64, exercise: &Value, force: bool) -> Answer<Saved> {
        let args = [("version", number(version)), ("exercise", text(exercise)), ("force", force.into())];
        self.call("save_exercise", &args, |answer| editing::saved(answer).ok())
    }

    fn save_preset(&self, name: &str, exercise: &Value, replaces: Option<u64>) -> Answer<Vec<Remark>> {
        let replaces = number(replaces.unwrap_or_default());
        let args = [("name", name.into()), ("exercise", text(exercise)), ("replaces", replaces)];
        self.call("save_preset", &args, |answer| editing::problems(answer).ok())
    }

    fn delete_preset(&self, id: u64) -> Answer<Vec<Preset>> {
        self.call("delete_preset", &[("id", number(id))], |answer| editing::presets_left(answer).ok())
    }

    fn preset(&self, id: u64) -> Answer<Value> {
        self.call("get_preset", &[("id", number(id))], |answer| {
            answer.get("exercise").and_then(Value::as_str).and_then(json::read)
        })
    }

    fn keep(&self, draft: Option<&Draft>) {
        self.drafts.keep(draft);
    }

    fn kept(&self) -> Option<Draft> {
        self.drafts.kept()
    }
}
