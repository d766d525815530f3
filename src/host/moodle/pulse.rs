//! The fast way to news: the room as the plugin publishes it, past Moodle (`docs/protocol.md`, "The published room").

use std::cell::RefCell;

use js_sys::{Math, Reflect};
use wasm_bindgen::JsValue;

use super::Calls;
use crate::core::refusal::Refusal;
use crate::core::session::Update;
use crate::host::HostError;
use crate::host::browser::now;
use crate::host::pace::{Heard, Pace, Way};

/// What is known about the fast way.
pub struct Pulse {
    pub pace: RefCell<Pace>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// What the last reply told of the way.
    grant: JsValue,
    /// The stamp of what the user's own was as of.
    own: JsValue,
    /// Which counts and the like were read last.
    stamp: String,
}

impl Pulse {
    /// Begins with the reply in the page's data.
    pub fn of(data: &JsValue, service_ms: u32) -> Self {
        let pulse = Self { pace: Pace::new(service_ms, now()).into(), state: RefCell::default() };
        pulse.granted(&member(data, "reply"));
        pulse
    }

    /// What a reply of the web service tells of the way.
    pub fn granted(&self, reply: &JsValue) {
        let grant = member(reply, "pulse");
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let ms = member(&grant, "seconds").as_f64().map(|seconds| seconds as u32 * 1000);
        self.pace.borrow_mut().granted(ms, now(), Math::random);
        let mut state = self.state.borrow_mut();
        if member(reply, "me").is_object() {
            state.own = member(&grant, "own");
        }
        state.grant = grant;
    }

    /// A published room was read.
    fn read(&self, reply: &JsValue) {
        let mut state = self.state.borrow_mut();
        state.stamp = member(reply, "stamp").as_string().unwrap_or_default();
        if member(reply, "own") != state.own {
            self.pace.borrow_mut().own_changed(now(), Math::random);
        }
    }
}

impl Calls {
    /// What there is new for a caller who has the room at revision `since`, where anything is to be told; and after how
    /// many milliseconds to ask again.
    pub async fn news(&self, since: u64) -> (Option<Result<Update, HostError>>, u32) {
        let way = self.pulse.pace.borrow().way(now());
        let (told, heard) = match way {
            Way::Pulse => self.published(since).await,
            Way::Service => {
                let own = self.pulse.pace.borrow().wants_own();
                let told = self.read(since, own).await;
                let heard = match &told {
                    // With the exercise changed it was reached too; the page is about to be loaded anew.
                    Ok(_) | Err(HostError::Refused(Refusal::ExerciseChanged, _)) => Heard::Told,
                    Err(_) => Heard::Failed,
                };
                (Some(told), heard)
            }
        };
        let mut pace = self.pulse.pace.borrow_mut();
        let told = told.filter(|_| way == Way::Service || !pace.is_lost());
        (told, pace.heard(heard, now(), Math::random))
    }

    async fn published(&self, since: u64) -> (Option<Result<Update, HostError>>, Heard) {
        let (grant, have) = {
            let state = self.pulse.state.borrow();
            (state.grant.clone(), format!("{since}.{}", state.stamp))
        };
        let Ok(answer) = self.bridge.pulse(&grant, &have).await else {
            return (None, Heard::Broken);
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let number = |name: &str| member(&answer, name).as_f64().unwrap_or_default() as u32;
        let due = member(&answer, "due").is_truthy();
        match number("status") {
            200 => {
                let reply = member(&answer, "reply");
                match self.take(&reply) {
                    Ok(update) => {
                        self.pulse.read(&reply);
                        #[cfg(feature = "whole")]
                        if self.lead.borrow_mut().misses(&update) {
                            self.pulse.pace.borrow_mut().somebody_answered(now());
                        }
                        (Some(self.as_shown(update)), Heard::Room { news: true, due })
                    }
                    Err(_) => (None, Heard::Broken),
                }
            }
            // A page that waits to be loaded anew is asked about it again.
            304 => {
                let told = self.edition.renews().then_some(Err(HostError::Refused(Refusal::ExerciseChanged, None)));
                (told, Heard::Room { news: false, due })
            }
            403 => (None, Heard::Refused),
            503 => (None, Heard::Missing(number("wait"))),
            _ => (None, Heard::Broken),
        }
    }
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}
