//! Learns of changes by asking again, with some jitter, while the page is to be seen, and not at all while it is
//! hidden. Whom it asks and how often is `Pace`'s to say.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::Calls;
use crate::host::browser::is_visible;
use crate::host::{OnUpdate, Since, Watch};

/// Asks again and again until it is dropped.
pub struct Polling {
    _shared: Rc<Shared>,
    _visibility: Option<EventListener>,
}

impl Watch for Polling {}

struct Shared {
    calls: Rc<Calls>,
    since: Since,
    on_update: OnUpdate,
    timer: RefCell<Option<Timeout>>,
}

impl Polling {
    /// Starts to ask, for the first time after so many milliseconds.
    pub fn start(calls: Rc<Calls>, first_ms: u32, since: Since, on_update: OnUpdate) -> Self {
        let shared = Rc::new(Shared { calls, since, on_update, timer: RefCell::new(None) });
        schedule(&shared, first_ms);
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

/// Replacing the timer cancels the one before, so that there is never more than one.
fn schedule(shared: &Rc<Shared>, wait_ms: u32) {
    let weak = Rc::downgrade(shared);
    let timer = Timeout::new(with_jitter(wait_ms), move || {
        if let Some(shared) = weak.upgrade().filter(|_| is_visible()) {
            ask(&shared);
        }
    });
    *shared.timer.borrow_mut() = Some(timer);
}

/// A tenth more or less, so that a room full of browsers does not ask in step.
fn with_jitter(wait_ms: u32) -> u32 {
    let factor = 0.9 + 0.2 * js_sys::Math::random();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let jittered = (f64::from(wait_ms) * factor) as u32;
    jittered
}

fn ask(shared: &Rc<Shared>) {
    *shared.timer.borrow_mut() = None;
    let (calls, since) = (shared.calls.clone(), (shared.since)());
    let weak: Weak<Shared> = Rc::downgrade(shared);
    spawn_local(async move {
        let (told, wait_ms) = calls.news(since).await;
        let Some(shared) = weak.upgrade() else {
            return;
        };
        schedule(&shared, wait_ms);
        if let Some(told) = told {
            (shared.on_update)(told);
        }
    });
}
