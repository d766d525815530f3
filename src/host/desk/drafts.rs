//! Changes that are not saved, on the device. They are kept twice: Moodle empties the one storage at a login,
//! and the other ends with its tab.

use serde_json::{Value, json};
use web_sys::Storage;

use crate::core::editor::Draft;
use crate::host::json;

/// A place for the draft of one exercise.
pub struct Drafts {
    storages: Vec<Storage>,
    key: String,
}

impl Drafts {
    /// The place of this name.
    pub fn new(key: String) -> Self {
        let window = web_sys::window();
        let tab = window.as_ref().and_then(|window| window.session_storage().ok().flatten());
        let device = window.as_ref().and_then(|window| window.local_storage().ok().flatten());
        Self { storages: tab.into_iter().chain(device).collect(), key }
    }

    /// Keeps a draft, or forgets it. Where no storage takes it, leaving the page asks first all the same.
    pub fn keep(&self, draft: Option<&Draft>) {
        let text = draft.and_then(|draft| {
            json::write(&json!({ "version": draft.version, "exercise": draft.exercise, "last": draft.last }))
        });
        for storage in &self.storages {
            let _ = match &text {
                Some(text) => storage.set_item(&self.key, text),
                None => storage.remove_item(&self.key),
            };
        }
    }

    /// What was kept.
    pub fn kept(&self) -> Option<Draft> {
        let mut texts = self.storages.iter().filter_map(|storage| storage.get_item(&self.key).ok().flatten());
        texts.find_map(|text| read(&json::read(&text)?))
    }
}

fn read(json: &Value) -> Option<Draft> {
    Some(Draft {
        version: json.get("version")?.as_u64()?,
        exercise: json.get("exercise").filter(|it| it.is_object())?.clone(),
        last: json.get("last")?.as_u64()?.try_into().ok()?,
    })
}
