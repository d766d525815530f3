//! Sees that the exercise was changed since this page was made, and loads the page anew where that disturbs nobody.

use std::cell::Cell;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::host::browser::{is_asked, is_typing, now, reload};

/// How long somebody who types is waited for, in milliseconds: what is typed outlives the page, only the place in it does not.
const PATIENCE_MS: i64 = 20_000;

/// What the page shows, and whether the host has another by now.
pub struct Edition {
    shown: JsValue,
    other: Cell<bool>,
    /// When the user was told.
    told: Cell<Option<i64>>,
    may_leave: Cell<bool>,
}

impl Edition {
    /// The edition in the page's data.
    pub fn of(data: &JsValue) -> Self {
        let reply = Reflect::get(data, &"reply".into()).unwrap_or_default();
        Self { shown: member(&reply), other: Cell::default(), told: Cell::default(), may_leave: Cell::new(true) }
    }

    /// Whether a reply is about another edition.
    pub fn is_other(&self, reply: &JsValue) -> bool {
        self.other.set(member(reply) != self.shown);
        self.other.get()
    }

    /// Whether what the user did and typed outlives this page.
    pub fn may_leave(&self, may: bool) {
        self.may_leave.set(may);
    }

    /// Whether the page has to be loaded anew. It is, but no sooner than one question after the user was told, not while
    /// they are asked something, and after some patience with who types.
    pub fn renews(&self) -> bool {
        if !self.other.get() {
            return false;
        }
        match self.told.get() {
            None => self.told.set(Some(now())),
            Some(told) => {
                let waits = is_asked() || (is_typing() && now() - told < PATIENCE_MS);
                if self.may_leave.get() && !waits {
                    reload();
                }
            }
        }
        true
    }
}

fn member(reply: &JsValue) -> JsValue {
    Reflect::get(reply, &"edition".into()).unwrap_or_default()
}
