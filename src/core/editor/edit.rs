//! What a designer does to an exercise, as values.

use serde_json::Value;

use super::patch::Patch;
use super::pointer::{entry, list, member, split};
use super::{languages, lists, parts, steps};

/// One thing that a designer does.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Writes a text in a language. An optional one that says nothing in any language goes.
    Text {
        /// The text, an object from language to string.
        at: String,
        /// The language.
        language: String,
        /// What it says.
        text: String,
        /// Whether it may be left out.
        optional: bool,
    },
    /// Sets a member, or takes it away.
    Set {
        /// The member.
        at: String,
        /// What it gets.
        value: Option<Value>,
    },
    /// Puts an entry into a list, which is made where it is not there.
    Add {
        /// The list.
        list: String,
        /// The entry's place.
        index: usize,
        /// The entry.
        value: Value,
    },
    /// Takes an entry out of a list, and what refers to it along.
    Remove {
        /// The list.
        list: String,
        /// The entry's place.
        index: usize,
    },
    /// Puts an entry of a list elsewhere.
    Move {
        /// The list.
        list: String,
        /// Where it stands.
        from: usize,
        /// Where it shall stand.
        to: usize,
    },
    /// Puts a step into a part.
    AddStep {
        /// The part's place among the parts.
        part: usize,
        /// The step's place in the part.
        index: usize,
        /// The step.
        step: Value,
    },
    /// Takes a step away, and what refers to it along.
    RemoveStep {
        /// The step.
        id: String,
    },
    /// Puts a step elsewhere in its part.
    MoveStep {
        /// The part's place among the parts.
        part: usize,
        /// Where the step stands in the part.
        from: usize,
        /// Where it shall stand.
        to: usize,
    },
    /// Lets a step be in a part or not.
    Member {
        /// The part's place among the parts.
        part: usize,
        /// The step.
        step: String,
        /// Whether it is in it.
        within: bool,
    },
    /// Puts a part among the others.
    AddPart {
        /// Its place among the parts.
        index: usize,
        /// The part.
        part: Value,
    },
    /// Takes a part away, with the steps that stand in no other.
    RemovePart {
        /// Its place among the parts.
        index: usize,
    },
    /// Puts a part elsewhere.
    MovePart {
        /// Where it stands among the parts.
        from: usize,
        /// Where it shall stand.
        to: usize,
    },
    /// Lets the minutes of a part count in those of the exercise or not.
    Covers {
        /// The part's place among the parts.
        part: usize,
        /// Whether they count.
        within: bool,
    },
    /// Adds a language; its texts fall back to the first until they are written.
    AddLanguage {
        /// Its code.
        code: String,
    },
    /// Takes a language away with all its texts; never the first.
    RemoveLanguage {
        /// Its code.
        code: String,
    },
    /// Another exercise takes the place of this one.
    Replace {
        /// Its file.
        exercise: Value,
    },
}

impl Edit {
    /// The changes of the file it comes down to; none where it cannot be done or changes nothing.
    pub fn patches(&self, json: &Value) -> Vec<Patch> {
        match self {
            Self::Text { at, language, text, optional } => languages::write(json, at, language, text, *optional),
            Self::Set { at, value } => match (json.pointer(at), value) {
                (None, None) => Vec::new(),
                (Some(now), Some(value)) if now == value => Vec::new(),
                (_, value) => vec![Patch::Set { at: at.clone(), value: value.clone() }],
            },
            Self::Add { list: at, index, value } => match json.pointer(at) {
                Some(_) => vec![Patch::Insert { list: at.clone(), index: *index, value: value.clone() }],
                None => vec![Patch::set(at.clone(), vec![value.clone()])],
            },
            Self::Remove { list, index } => lists::remove(json, list, *index),
            Self::Move { list: at, from, to } if reorders(list(json, at), *from, *to) => {
                vec![Patch::Move { list: at.clone(), from: *from, to: *to }]
            }
            Self::Move { .. } => Vec::new(),
            Self::AddStep { part, index, step } => steps::add(json, *part, *index, step),
            Self::RemoveStep { id } => steps::remove(json, id),
            Self::MoveStep { part, from, to } => steps::reorder(json, *part, *from, *to),
            Self::Member { part, step, within } => steps::membership(json, *part, step, *within),
            Self::AddPart { index, part } => parts::add(json, *index, part),
            Self::RemovePart { index } => parts::remove(json, *index),
            Self::MovePart { from, to } => parts::reorder(json, *from, *to),
            Self::Covers { part, within } => parts::covers(json, *part, *within),
            Self::AddLanguage { code } => languages::add(json, code),
            Self::RemoveLanguage { code } => languages::remove(json, code),
            Self::Replace { exercise } if exercise == json => Vec::new(),
            Self::Replace { exercise } => vec![Patch::Whole(exercise.clone())],
        }
    }

    /// The field that is typed in, where it is typing.
    pub fn typing(&self, json: &Value) -> Option<String> {
        match self {
            Self::Text { at, language, .. } => Some(member(at, language)),
            // Numbers and names are typed too; choices are not.
            Self::Set { at, value: Some(Value::Number(_)) } => Some(at.clone()),
            Self::Set { at, value: Some(Value::String(_)) } if split(at).is_some_and(|(_, name)| name == "name") => {
                json.pointer(at).map(|_| at.clone())
            }
            _ => None,
        }
    }

    /// The place that it is about.
    pub fn place(&self) -> String {
        match self {
            Self::Text { at, .. } | Self::Set { at, .. } => at.clone(),
            Self::Add { list, index, .. } | Self::Remove { list, index } => entry(list, *index),
            Self::Move { list, to, .. } => entry(list, *to),
            Self::AddStep { .. } | Self::RemoveStep { .. } | Self::MoveStep { .. } => "/steps".to_owned(),
            Self::Member { part, .. } | Self::Covers { part, .. } => entry("/series/parts", *part),
            Self::AddPart { .. } | Self::RemovePart { .. } | Self::MovePart { .. } => "/series/parts".to_owned(),
            Self::AddLanguage { .. } | Self::RemoveLanguage { .. } => "/languages".to_owned(),
            Self::Replace { .. } => String::new(),
        }
    }
}

/// Whether an entry put elsewhere leaves the list another one: among equal entries, such as empty lines, it does not, and
/// there would be nothing to see when it is taken back.
fn reorders(entries: &[Value], from: usize, to: usize) -> bool {
    entries.get(from.min(to)..=from.max(to)).is_some_and(|moved| moved.iter().any(|entry| *entry != moved[0]))
}
