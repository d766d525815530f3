//! What the host said last, as JavaScript has it: another stage of the app goes on with it, and neither has to
//! write it anew.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::core::session::Update;
use crate::host::browser::now;

/// The host's replies, put together as one.
pub struct Newest {
    reply: RefCell<Object>,
    /// Meeting and revision of the room in it.
    room: RefCell<(Rc<str>, u64)>,
    at: Cell<i64>,
}

impl Newest {
    /// Begins with the reply in the page's data.
    pub fn of(data: &JsValue) -> Self {
        let reply = Reflect::get(data, &"reply".into()).unwrap_or_default();
        let newest = Self { reply: RefCell::default(), room: RefCell::default(), at: Cell::new(now()) };
        newest.put(&reply, &["now", "revision", "counts", "room", "me", "earlier", "pulse"]);
        newest
    }

    /// A further reply, and what was read from it. An older room never replaces a newer one, as in the session.
    pub fn take(&self, reply: &JsValue, update: &Update) {
        self.put(reply, &["now", "counts", "me", "pulse"]);
        self.at.set(now());
        let Some(room) = &update.room else {
            return;
        };
        let (meeting, revision) = self.room.borrow().clone();
        if meeting != room.meeting || room.revision >= revision {
            *self.room.borrow_mut() = (room.meeting.clone(), room.revision);
            self.put(reply, &["revision", "room", "earlier"]);
        }
    }

    /// All of it as one reply, and when the last came, by this device's clock.
    pub fn get(&self) -> (JsValue, i64) {
        (self.reply.borrow().clone().into(), self.at.get())
    }

    /// What a reply leaves out stays as it was.
    fn put(&self, reply: &JsValue, members: &[&str]) {
        for member in members {
            let value = Reflect::get(reply, &(*member).into()).unwrap_or_default();
            if !value.is_null() && !value.is_undefined() {
                // A fresh object takes every member.
                let _ = Reflect::set(&self.reply.borrow(), &(*member).into(), &value);
            }
        }
    }
}
