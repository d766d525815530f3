//! What a page holds for the app to start with.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json::Members;
use super::{Malformed, read};
use crate::core::session::Update;

/// What `view.php` embeds (`docs/protocol.md`, "Embedded by view.php").
#[derive(Clone, Debug)]
pub struct Embedded<'a> {
    /// The user's language.
    pub lang: &'a str,
    /// The exercise, as a format file describes it.
    pub exercise: &'a Value,
    /// The words of the interface.
    pub strings: BTreeMap<String, String>,
    /// What the host says first.
    pub reply: Update,
    /// The course module.
    pub cmid: u64,
    /// What the page asked for: a group, 0 for none, or less for a room that is no more.
    pub groupid: i64,
    /// The site's address.
    pub site: &'a str,
    /// The user.
    pub user: &'a str,
    /// Whether taking part gives points.
    pub grade: bool,
    /// How often to ask for changes, in milliseconds.
    pub poll_ms: u32,
    /// Where other groups' outcomes are shown; empty where they are not.
    pub shared: &'a str,
    /// Where people come in, on the big screen; empty on every other page.
    pub address: &'a str,
}

impl<'a> Embedded<'a> {
    /// What the page's JSON holds.
    ///
    /// # Errors
    /// [`Malformed`] with the first member that is not as the protocol says.
    pub fn read(json: &'a Value) -> Result<Self, Malformed> {
        let page = Members::of(json, "data")?;
        Ok(Self {
            lang: page.str("lang")?,
            exercise: page.any("exercise"),
            strings: strings(page.any("strings"))?,
            reply: read::reply(page.any("reply"))?,
            cmid: page.number("cmid")?,
            groupid: page.number("groupid")?,
            site: page.str("site")?,
            user: page.str("user")?,
            grade: page.flag("grade")?,
            poll_ms: page.number("poll_ms")?,
            shared: page.any("urls").get("shared").and_then(Value::as_str).unwrap_or_default(),
            address: page.any("address").as_str().unwrap_or_default(),
        })
    }
}

/// A catalogue's texts by their identifiers.
///
/// # Errors
/// [`Malformed`] for anything but an object of texts.
pub fn strings(json: &Value) -> Result<BTreeMap<String, String>, Malformed> {
    let text = |(name, value): (&String, &Value)| {
        value.as_str().map(|text| (name.clone(), text.to_owned())).ok_or(Malformed("strings"))
    };
    Members::of(json, "strings")?.iter().map(text).collect()
}
