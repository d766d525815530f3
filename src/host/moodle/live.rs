//! Learns of changes by asking again: at a steady pace with some jitter while the page is to be seen, and
//! not at all while it is hidden.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::VisibilityState;

use super::MoodleHost;
use crate::host::{Host, OnUpdate, Since, Watch};

/// How much longer to wait after each failure, at most so many times the usual pace.
const SLOWEST: u32 = 8;

/// Asks again and again until it is dropped.
pub struct Polling {
    _shared: Rc<Shared>,
    _visibility: Option<EventListener>,
}

impl Watch for Polling {}

struct Shared {
    host: MoodleHost,
    pace_ms: u32,
    since: Since,
    on_update: OnUpdate,
    timer: RefCell<Option<Timeout>>,
    slowdown: RefCell<u32>,
}

impl Polling {
    /// Starts to ask.
    pub fn start(host: MoodleHost, pace_ms: u32, since: Since, on_update: OnUpdate) -> Self {
        let shared =
            Rc::new(Shared { host, pace_ms, since, on_update, timer: RefCell::new(None), slowdown: RefCell::new(1) });
        schedule(&shared);
        let weak = Rc::downgrade(&shared);
        let document = web_sys::window().and_then(|window| window.document());
        let visibility = document.map(|document| {
            EventListener::new(&document, "visibilitychange", move |_| {
                if let Some(shared) = weak.upgrade().filter(|_| is_visible()) {
                    ask(&shared);
                }
            })
        });
        Self { _shared: shared, _visibility: visibility }
    }
}

fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Replacing the timer cancels the one before, so that there is never more than one.
fn schedule(shared: &Rc<Shared>) {
    let weak = Rc::downgrade(shared);
    let pace = shared.pace_ms * *shared.slowdown.borrow();
    let timer = Timeout::new(with_jitter(pace), move || {
        if let Some(shared) = weak.upgrade().filter(|_| is_visible()) {
            ask(&shared);
        }
    });
    *shared.timer.borrow_mut() = Some(timer);
}

/// A tenth more or less, so that a room full of browsers does not ask in step.
fn with_jitter(pace_ms: u32) -> u32 {
    let factor = 0.9 + 0.2 * js_sys::Math::random();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let jittered = (f64::from(pace_ms) * factor) as u32;
    jittered
}

fn ask(shared: &Rc<Shared>) {
    *shared.timer.borrow_mut() = None;
    let answer = shared.host.read((shared.since)());
    let weak: Weak<Shared> = Rc::downgrade(shared);
    spawn_local(async move {
        let answer = answer.await;
        let Some(shared) = weak.upgrade() else {
            return;
        };
        let slowdown = match &answer {
            Ok(_) => 1,
            Err(_) => (*shared.slowdown.borrow() * 2).min(SLOWEST),
        };
        *shared.slowdown.borrow_mut() = slowdown;
        schedule(&shared);
        (shared.on_update)(answer);
    });
}
