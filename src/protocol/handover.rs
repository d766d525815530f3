//! What the first stage of the app hands over to the whole (`docs/protocol.md`, "Two stages"), as JSON.

use serde::Serialize;
use serde_json::Value;

use super::json::Members;
use super::names::{place_name, place_of};
use super::{Malformed, kept, read};
use crate::core::refusal::Refusal;
use crate::core::session::{Leaving, Note, Update};

/// What the first stage adds to the host's last reply.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Handover {
    /// When the reply came, by this device's clock, in milliseconds.
    pub at: i64,
    /// The tab's name on the shelves.
    pub tab: String,
    /// The heading gets the focus, because the user went there or would lose it.
    pub focus: bool,
    /// The group's place is still to be said aloud.
    pub say: bool,
    /// Where the user looks, if elsewhere than where the group is.
    pub place: Option<String>,
    /// What the host does not have yet.
    pub kept: kept::Kept,
    /// Messages that were not read.
    pub notes: Vec<Told>,
}

/// A message that was not read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// Its number among the messages of the tab.
    pub id: u32,
    /// The refusal's code.
    pub code: &'static str,
    /// The user's own text, where it was refused.
    pub text: Option<std::rc::Rc<str>>,
}

impl Handover {
    /// What a session leaves behind.
    pub fn new(leaving: &Leaving, tab: String, at: i64, focus: bool, say: bool) -> Self {
        let told = |it: &Note| Told { id: it.id, code: it.refusal.code(), text: it.text.clone() };
        Self {
            at,
            tab,
            focus,
            say,
            place: leaving.looking_at.as_ref().map(place_name),
            kept: (&leaving.kept).into(),
            notes: leaving.notes.iter().map(told).collect(),
        }
    }
}

/// What the whole app goes on with.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// All that the host said, put together.
    pub reply: Update,
    /// When the last of it came, by this device's clock, in milliseconds.
    pub at: i64,
    /// The tab's name on the shelves.
    pub tab: String,
    /// The heading gets the focus.
    pub focus: bool,
    /// The group's place is still to be said aloud.
    pub say: bool,
    /// What the first stage's session left behind.
    pub leaving: Leaving,
}

impl Handed {
    /// What was handed over, with the host's last reply in it.
    ///
    /// # Errors
    /// [`Malformed`] with the first member that is not as the protocol says.
    pub fn read(json: &Value) -> Result<Self, Malformed> {
        let it = Members::of(json, "handover")?;
        let note = |note: Members| {
            Ok(Note {
                id: note.number("id")?,
                refusal: Refusal::from_code(note.str("code")?),
                text: note.optional_text("text")?,
            })
        };
        Ok(Self {
            reply: read::reply(it.any("reply"))?,
            at: it.number("at")?,
            tab: it.text("tab")?,
            focus: it.flag("focus")?,
            say: it.flag("say")?,
            leaving: Leaving {
                kept: kept::read(it.any("kept")),
                looking_at: it.optional_text::<&str>("place")?.map(place_of),
                notes: it.all("notes", note)?,
            },
        })
    }
}
