//! What the report asks of Moodle besides what its page embeds.

use js_sys::{Object, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::{Bridge, js_id, js_number};
use crate::core::report::actions::Store;
use crate::core::report::outcome::Told;
use crate::core::report::participation::{PER_PAGE, People, PeopleAsked};
use crate::core::room::Contribution;
use crate::host::json::from_js;
use crate::host::{Answer, HostError};
use crate::protocol::names::Named;
use crate::protocol::{Malformed, participation, read};

/// What no group has for its number: the service refuses it, where 0 would ask for all of them.
const NO_GROUP: i64 = -2;

/// The web services of an activity's report.
#[derive(Clone, Default)]
pub struct ReportDesk {
    bridge: Bridge,
    cmid: u64,
}

impl ReportDesk {
    /// That of an activity.
    pub fn new(cmid: u64) -> Self {
        Self { bridge: Bridge::default(), cmid }
    }

    /// What everybody in a meeting may see.
    pub fn outcome(&self, meeting: &str) -> Answer<Told> {
        self.call("read_outcome", &[("meeting", meeting.into())], read::outcome)
    }

    /// Stores how an action goes; answers with the action as it is then.
    pub fn set_status(&self, wanted: &Store) -> Answer<Contribution> {
        let args = [
            ("meeting", (&*wanted.meeting).into()),
            ("action", wanted.action.as_str().into()),
            ("status", wanted.status.name().into()),
            ("revision", js_number(wanted.revision).into()),
        ];
        self.call("set_action_status", &args, read::changed)
    }

    /// Who took part, in the exercise's words of a language.
    pub fn people(&self, asked: &PeopleAsked, language: &str) -> Answer<People> {
        // The report's groups are Moodle's, by their number.
        let group: i64 = asked.group.as_deref().map_or(0, |id| id.parse().unwrap_or(NO_GROUP));
        let args = [
            ("groupid", js_id(group).into()),
            ("number", asked.number.unwrap_or(0).into()),
            ("lang", language.into()),
            ("page", asked.page.into()),
            ("perpage", PER_PAGE.into()),
            ("search", asked.search.trim().into()),
            ("sort", asked.order.code().into()),
        ];
        self.call("get_participation", &args, participation::people)
    }

    fn call<T: 'static>(
        &self,
        function: &'static str,
        args: &[(&str, JsValue)],
        read: impl Fn(&Value) -> Result<T, Malformed> + 'static,
    ) -> Answer<T> {
        let object = Object::new();
        // A fresh object takes every member.
        let _ = Reflect::set(&object, &"cmid".into(), &js_number(self.cmid).into());
        for (name, value) in args {
            let _ = Reflect::set(&object, &(*name).into(), value);
        }
        let bridge = self.bridge.clone();
        Box::pin(async move {
            let answer = bridge.call(function, &object).await?;
            read(&from_js(&answer)).map_err(|_| HostError::Unreachable)
        })
    }
}
