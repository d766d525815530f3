//! Commands that are not confirmed, kept in the browser's storage under site, user, activity and meeting,
//! so that they are never shown to or sent for another user.

use serde::Serialize;
use web_sys::Storage;

use crate::core::command::Command;
use crate::host::json;
use crate::protocol::VERSION;
use crate::protocol::command as wire;

/// The outbox of one user in one meeting.
pub struct KeptOutbox {
    key: String,
}

#[derive(Serialize)]
struct Keep {
    protocol: u32,
    commands: Vec<wire::Command>,
}

impl KeptOutbox {
    /// The outbox of this user of this site in this meeting.
    pub fn new(site: &str, user: &str, cmid: u64, meeting: &str) -> Self {
        Self { key: format!("leerlandschap:{site}:{user}:{cmid}:{meeting}") }
    }

    /// Keeps these in place of those kept before. A full or blocked storage is no reason to stop: the
    /// commands are in memory too, and on their way.
    pub fn keep(&self, commands: &[Command]) {
        let Some(storage) = storage() else {
            return;
        };
        let kept = Keep { protocol: VERSION, commands: commands.iter().map(Into::into).collect() };
        let _ = match json::write(&kept).filter(|_| !commands.is_empty()) {
            Some(text) => storage.set_item(&self.key, &text),
            None => storage.remove_item(&self.key),
        };
    }

    /// Those kept on an earlier visit, as far as this version understands them.
    pub fn kept(&self) -> Vec<Command> {
        let text = storage().and_then(|storage| storage.get_item(&self.key).ok().flatten());
        let kept = text.and_then(|text| json::read(&text)).filter(|it| it["protocol"] == VERSION);
        let commands = kept.as_ref().and_then(|it| it["commands"].as_array());
        let command = |json| wire::Command::from_json(json).ok()?.try_into().ok();
        commands.map(|them| them.iter().filter_map(command).collect()).unwrap_or_default()
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
