//! An exercise as it is being edited: the file as it stands, and how to take every change back.

use serde_json::Value;

use super::patch::{Patch, apply_all};

/// How many changes can be taken back.
const LIMIT: usize = 500;

/// A change that can be taken back or made again.
#[derive(Clone, Debug, PartialEq)]
struct Entry<N> {
    patches: Vec<Patch>,
    note: N,
}

/// A document with its history; `N` says of each change what the screen needs to tell of it.
#[derive(Clone, Debug)]
pub struct History<N> {
    json: Value,
    undo: Vec<Entry<N>>,
    redo: Vec<Entry<N>>,
    /// The field that is being typed in: its next change belongs to the last one.
    typing: Option<String>,
}

impl<N: Clone> History<N> {
    /// A document that nobody has changed.
    pub fn new(json: Value) -> Self {
        Self { json, undo: Vec::new(), redo: Vec::new(), typing: None }
    }

    /// The document as it stands.
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// Changes it; whether that could be done, all of it. Changes of the same `typing` that follow one another
    /// are one: a word is typed letter by letter.
    pub fn change(&mut self, patches: Vec<Patch>, note: N, typing: Option<String>) -> bool {
        let Some(mut back) = apply_all(patches, &mut self.json) else {
            return false;
        };
        self.redo.clear();
        let goes_on = typing.is_some() && self.typing == typing;
        self.typing = typing;
        match self.undo.last_mut().filter(|_| goes_on) {
            // What was there before all of them comes back last, so what lay between need not.
            Some(last) if back.len() == 1 && last.patches.first().and_then(Patch::member) == back[0].member() => {}
            Some(last) => {
                back.append(&mut last.patches);
                last.patches = back;
            }
            None => {
                self.undo.push(Entry { patches: back, note });
                if self.undo.len() > LIMIT {
                    self.undo.remove(0);
                }
            }
        }
        true
    }

    /// The next change is one of its own, also where it is of the same member.
    pub fn pause(&mut self) {
        self.typing = None;
    }

    /// Takes the last change back, and says which.
    pub fn undo(&mut self) -> Option<N> {
        let entry = self.undo.pop()?;
        let note = self.turn(entry, |history| &mut history.redo);
        self.typing = None;
        note
    }

    /// Makes the change again that was taken back last, and says which.
    pub fn redo(&mut self) -> Option<N> {
        let entry = self.redo.pop()?;
        let note = self.turn(entry, |history| &mut history.undo);
        self.typing = None;
        note
    }

    fn turn(&mut self, entry: Entry<N>, other: fn(&mut Self) -> &mut Vec<Entry<N>>) -> Option<N> {
        let patches = apply_all(entry.patches, &mut self.json)?;
        let note = entry.note.clone();
        other(self).push(Entry { patches, note: entry.note });
        Some(note)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}
