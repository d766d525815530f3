//! The smallest changes of an exercise. Each knows its inverse, so that anything made of them can be undone.

use serde_json::Value;

use super::pointer::{list, split};

/// One change of a JSON document.
#[derive(Clone, Debug, PartialEq)]
pub enum Patch {
    /// Another document takes the place of this one.
    Whole(Value),
    /// A member gets this value; without one it goes.
    Set {
        /// The member.
        at: String,
        /// What it gets.
        value: Option<Value>,
    },
    /// A list gets one entry more.
    Insert {
        /// The list.
        list: String,
        /// The entry's place.
        index: usize,
        /// The entry.
        value: Value,
    },
    /// An entry goes.
    Remove {
        /// The list.
        list: String,
        /// The entry's place.
        index: usize,
    },
    /// An entry takes another place.
    Move {
        /// The list.
        list: String,
        /// Where it stands.
        from: usize,
        /// Where it shall stand.
        to: usize,
    },
}

impl Patch {
    /// Sets a member.
    pub fn set(at: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::Set { at: at.into(), value: Some(value.into()) }
    }

    /// Takes a member away.
    pub fn unset(at: impl Into<String>) -> Self {
        Self::Set { at: at.into(), value: None }
    }

    /// Carries it out, and says what takes it back; `None`, and nothing changed, where there is no such place.
    pub fn apply(self, json: &mut Value) -> Option<Self> {
        match self {
            Self::Whole(value) => Some(Self::Whole(std::mem::replace(json, value))),
            Self::Set { at, value } => {
                let (parent, name) = split(&at)?;
                let object = match json.pointer_mut(parent)? {
                    Value::Object(object) => object,
                    Value::Array(entries) => {
                        let entry = entries.get_mut(name.parse::<usize>().ok()?)?;
                        let before = std::mem::replace(entry, value?);
                        return Some(Self::Set { at, value: Some(before) });
                    }
                    _ => return None,
                };
                let before = match value {
                    Some(value) => object.insert(name, value),
                    None => Some(object.remove(&name)?),
                };
                Some(Self::Set { at, value: before })
            }
            Self::Insert { list, index, value } => {
                let entries = entries(json, &list).filter(|entries| index <= entries.len())?;
                entries.insert(index, value);
                Some(Self::Remove { list, index })
            }
            Self::Remove { list, index } => {
                let entries = entries(json, &list).filter(|entries| index < entries.len())?;
                let value = entries.remove(index);
                Some(Self::Insert { list, index, value })
            }
            Self::Move { list, from, to } => {
                let entries = entries(json, &list).filter(|entries| from < entries.len() && to < entries.len())?;
                let value = entries.remove(from);
                entries.insert(to, value);
                Some(Self::Move { list, from: to, to: from })
            }
        }
    }

    /// The member it sets, where it does nothing else.
    pub fn member(&self) -> Option<&str> {
        match self {
            Self::Set { at, .. } => Some(at),
            _ => None,
        }
    }
}

fn entries<'a>(json: &'a mut Value, at: &str) -> Option<&'a mut Vec<Value>> {
    json.pointer_mut(at)?.as_array_mut()
}

/// Carries out all of them or none, and says what takes them back, in its order; `None` where one has no place.
pub fn apply_all(patches: Vec<Patch>, json: &mut Value) -> Option<Vec<Patch>> {
    let mut back = Vec::with_capacity(patches.len());
    for patch in patches {
        if let Some(inverse) = patch.apply(json) {
            back.push(inverse);
        } else {
            for inverse in back.into_iter().rev() {
                inverse.apply(json);
            }
            return None;
        }
    }
    back.reverse();
    Some(back)
}

/// The moves that bring the list at `at` into the order of `wanted`, the ids of its entries.
pub fn sorted(json: &Value, at: &str, wanted: &[&str]) -> Vec<Patch> {
    let mut now: Vec<&str> = list(json, at).iter().map(|entry| super::pointer::text(entry, "id")).collect();
    let mut moves = Vec::new();
    for (to, next) in wanted.iter().enumerate() {
        let Some(from) = now.iter().position(|it| it == next).filter(|from| *from > to) else {
            continue;
        };
        let id = now.remove(from);
        now.insert(to, id);
        moves.push(Patch::Move { list: at.to_owned(), from, to });
    }
    moves
}
