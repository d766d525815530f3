//! Commands that are not confirmed, kept in the browser's storage under site, user, activity and meeting,
//! so that they are never shown to or sent for another user.

use gloo::storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use crate::core::command::Command;
use crate::protocol::VERSION;
use crate::protocol::command as wire;

/// The outbox of one user in one meeting.
pub struct KeptOutbox {
    key: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
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
        if commands.is_empty() {
            LocalStorage::delete(&self.key);
            return;
        }
        let kept = Kept { protocol: VERSION, commands: commands.iter().map(Into::into).collect() };
        let _ = LocalStorage::set(&self.key, kept);
    }

    /// Those kept on an earlier visit, as far as this version understands them.
    pub fn kept(&self) -> Vec<Command> {
        let kept: Option<Kept> = LocalStorage::get(&self.key).ok();
        let commands = kept.filter(|it| it.protocol == VERSION).map(|it| it.commands).unwrap_or_default();
        commands.into_iter().filter_map(|command| command.try_into().ok()).collect()
    }
}
