//! What a page holds for the app to start with.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::reply::Reply;

/// What `view.php` embeds (`docs/protocol.md`, "Embedded by view.php").
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Embedded {
    pub lang: String,
    pub exercise: Value,
    pub strings: BTreeMap<String, String>,
    pub reply: Reply,
    pub cmid: u64,
    pub groupid: u64,
    pub site: String,
    pub user: String,
    /// Whether taking part gives points.
    pub grade: bool,
    pub poll_ms: u32,
}
