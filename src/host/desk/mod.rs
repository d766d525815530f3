//! Where an exercise is kept while it is edited.

mod browser;
mod drafts;
mod moodle;

use serde_json::Value;

use super::Answer;
use crate::core::editor::{Draft, Opened, Preset, Remark, Saved};

pub use browser::{BrowserDesk, edited_exercise};
pub use moodle::MoodleDesk;

/// Where an exercise is kept.
pub trait Desk {
    /// The exercise as it is stored now.
    fn open(&self) -> Answer<Opened>;

    /// Stores `exercise` in place of the version `version`; `force` where the user knows the warnings.
    fn save(&self, version: u64, exercise: &Value, force: bool) -> Answer<Saved>;

    /// Keeps a preset of the site; answers why not. One of the same name is replaced only where it has the version
    /// `replaces`.
    fn save_preset(&self, name: &str, exercise: &Value, replaces: Option<u64>) -> Answer<Vec<Remark>>;

    /// Deletes a preset of the site; answers those that are left.
    fn delete_preset(&self, id: u64) -> Answer<Vec<Preset>>;

    /// The exercise of a preset.
    fn preset(&self, id: u64) -> Answer<Value>;

    /// Keeps on this device what is not saved, or forgets what was kept.
    fn keep(&self, draft: Option<&Draft>);

    /// What was kept on this device.
    fn kept(&self) -> Option<Draft>;
}
