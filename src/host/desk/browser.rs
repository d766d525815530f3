//! The exercise of the standalone page: kept by the browser, for new meetings. A meeting that has begun goes on
//! with the exercise that it began with.

use serde_json::{Value, json};

use super::Desk;
use super::drafts::Drafts;
use crate::core::editor::{Draft, Opened, Preset, Remark, Saved};
use crate::core::format;
use crate::core::refusal::Refusal;
use crate::host::browser::storage;
use crate::host::{Answer, HostError, json};

/// Where the changed exercise is kept.
const EDITED: &str = "leerlandschap:exercise:";

/// The exercise of the standalone page.
pub struct BrowserDesk {
    shipped: Value,
    key: String,
    drafts: Drafts,
}

impl BrowserDesk {
    /// The desk of a shipped format.
    pub fn new(shipped: Value) -> Self {
        let id = shipped.get("id").and_then(Value::as_str).unwrap_or_default();
        let (key, draft) = ([EDITED, id].concat(), ["leerlandschap:draft:", id].concat());
        Self { shipped, key, drafts: Drafts::new(draft) }
    }
}

impl Desk for BrowserDesk {
    fn open(&self) -> Answer<Opened> {
        let (version, exercise) = stored(&self.key).unwrap_or_else(|| (0, self.shipped.clone()));
        let opened = Opened { version, exercise, shipped: self.shipped.clone(), ..Opened::default() };
        Box::pin(async move { Ok(opened) })
    }

    fn save(&self, version: u64, exercise: &Value, _: bool) -> Answer<Saved> {
        let answer = (|| {
            let now = stored(&self.key).map_or(0, |(version, _)| version);
            if now != version {
                return Err(HostError::Refused(Refusal::Conflict, None));
            }
            if let Err(problems) = format::read(exercise) {
                let problems = problems.into_iter().map(Remark::from).collect();
                return Ok(Saved { version, problems, warnings: Vec::new() });
            }
            let kept = json::write(&json!({ "version": version + 1, "exercise": exercise }));
            let done = kept.is_some_and(|text| storage().is_some_and(|it| it.set_item(&self.key, &text).is_ok()));
            if done {
                Ok(Saved { version: version + 1, ..Saved::default() })
            } else {
                Err(HostError::Refused(Refusal::StorageFull, None))
            }
        })();
        Box::pin(async move { answer })
    }

    fn save_preset(&self, _: &str, _: &Value, _: Option<u64>) -> Answer<Vec<Remark>> {
        Box::pin(async { Err(HostError::Refused(Refusal::NotAllowed, None)) })
    }

    fn delete_preset(&self, _: u64) -> Answer<Vec<Preset>> {
        Box::pin(async { Err(HostError::Refused(Refusal::NotAllowed, None)) })
    }

    fn preset(&self, _: u64) -> Answer<Value> {
        Box::pin(async { Err(HostError::Refused(Refusal::NotAllowed, None)) })
    }

    fn keep(&self, draft: Option<&Draft>) {
        self.drafts.keep(draft);
    }

    fn kept(&self) -> Option<Draft> {
        self.drafts.kept()
    }
}

/// The exercise that new meetings of the standalone page take in place of this shipped format; `None` where it was not
/// edited.
pub fn edited_exercise(id: &str) -> Option<Value> {
    stored(&[EDITED, id].concat()).map(|(_, exercise)| exercise)
}

/// The version that is kept under a key, and its exercise; none where it was never changed or went bad.
fn stored(key: &str) -> Option<(u64, Value)> {
    let kept = json::read(&storage()?.get_item(key).ok()??)?;
    let exercise = kept.get("exercise")?.clone();
    format::read(&exercise).ok()?;
    Some((kept.get("version")?.as_u64()?, exercise))
}
