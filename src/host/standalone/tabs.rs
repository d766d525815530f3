//! Tells the other tabs of this browser that the meeting changed.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

use crate::host::Watch;

const CHANNEL: &str = "leerlandschap";

/// The channel between tabs; a browser without it has each tab by itself, until it is reloaded.
pub struct Tabs {
    channel: Option<Rc<BroadcastChannel>>,
}

/// Listens until it is dropped.
pub struct Listening {
    _channel: Option<EventListener>,
    _return: Option<EventListener>,
}

impl Watch for Listening {}

impl Tabs {
    /// The channel that all tabs share.
    pub fn open() -> Self {
        Self { channel: BroadcastChannel::new(CHANNEL).ok().map(Rc::new) }
    }

    /// Tells the other tabs.
    pub fn tell(&self) {
        if let Some(channel) = &self.channel {
            // A closed channel has nobody to tell.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }

    /// Calls `changed` when another tab told, and when the user comes back to this tab.
    pub fn watch(&self, changed: impl Fn() + 'static) -> Listening {
        let changed: Rc<dyn Fn()> = Rc::new(changed);
        let call = |changed: &Rc<dyn Fn()>| {
            let changed = changed.clone();
            move |_: &web_sys::Event| changed()
        };
        let document = web_sys::window().and_then(|window| window.document());
        Listening {
            _channel: self.channel.as_ref().map(|channel| EventListener::new(channel, "message", call(&changed))),
            _return: document.map(|document| EventListener::new(&document, "visibilitychange", call(&changed))),
        }
    }
}
