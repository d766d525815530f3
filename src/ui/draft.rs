//! What was typed and not sent, kept with the session under a key for each field. It survives leaving the page,
//! and a reload.
//!
//! A kept draft begins with a line that holds the revision its edit started from, so that an edit that is taken
//! up later still notices that somebody else was first.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ui;
use crate::core::ids::StepId;
use crate::core::intent::Intent;

/// The key of a field for something new: in a column of a step, or the only one of that step.
pub fn new_key(step: &StepId, column: &str) -> Rc<str> {
    ["new:", step.as_str(), ":", column].concat().into()
}

/// What the keys of all edits in a column of a step begin with; the contribution's identity follows.
pub fn edit_keys(step: &StepId, column: &str) -> String {
    ["edit:", step.as_str(), ":", column, ":"].concat()
}

impl Ui {
    /// The draft of a field: the revision its edit started from, and the text.
    pub fn draft(&self, key: &str) -> Option<(u64, AttrValue)> {
        self.drafts.now().iter().find(|(known, _)| **known == *key).map(|(_, kept)| taken_apart(kept))
    }

    /// Keeps what stands in a field; nothing where that is what is `stored` anyway.
    pub fn keep_draft(&self, key: &Rc<str>, base: u64, text: &str, stored: &str) {
        if text == stored {
            self.drop_draft(key);
        } else {
            let text = [&base.to_string(), "\n", text].concat().into();
            self.send(Intent::Draft { key: key.clone(), text });
        }
    }

    /// Forgets a draft that was sent or taken back.
    pub fn drop_draft(&self, key: &Rc<str>) {
        self.send(Intent::Draft { key: key.clone(), text: "".into() });
    }

    /// The drafts whose keys begin so, by what follows: key, rest of the key, text.
    pub fn drafts_of(&self, start: &str) -> Vec<(Rc<str>, String, AttrValue)> {
        let of = |(key, kept): &(Rc<str>, Rc<str>)| {
            let rest = key.strip_prefix(start)?;
            Some((key.clone(), rest.to_owned(), taken_apart(kept).1))
        };
        self.drafts.now().iter().filter_map(of).collect()
    }
}

fn taken_apart(kept: &str) -> (u64, AttrValue) {
    let (base, text) = kept.split_once('\n').unwrap_or(("", kept));
    (base.parse().unwrap_or(0), text.to_owned().into())
}
