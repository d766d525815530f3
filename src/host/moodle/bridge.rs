//! Calls through `core/ajax`, which the plugin's AMD module offers as `window.leerlandschapBridge`.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::core::refusal::Refusal;
use crate::host::HostError;
use crate::host::json::from_js;

const OBJECT: &str = "leerlandschapBridge";
const EVENT: &str = "leerlandschap:bridge";
const PREFIX: &str = "mod_leerlandschap_";

/// The way to Moodle's web services; open once the AMD module has loaded, and waited for until then.
#[derive(Clone, Default)]
pub struct Bridge {
    object: Rc<RefCell<Option<JsValue>>>,
}

impl Bridge {
    /// Calls a function of the plugin, named without the plugin's prefix.
    pub async fn call(&self, function: &str, args: &JsValue) -> Result<Value, HostError> {
        let object = self.object().await?;
        let call: Function =
            Reflect::get(&object, &"call".into()).and_then(JsCast::dyn_into).map_err(|_| HostError::Unreachable)?;
        let promise =
            call.call2(&object, &format!("{PREFIX}{function}").into(), args).map_err(|reason| error(&reason))?;
        let answer = JsFuture::from(Promise::resolve(&promise)).await.map_err(|reason| error(&reason))?;
        Ok(from_js(&answer))
    }

    async fn object(&self) -> Result<JsValue, HostError> {
        if let Some(object) = self.object.borrow().clone() {
            return Ok(object);
        }
        let window: JsValue = web_sys::window().ok_or(HostError::Unreachable)?.into();
        let mut object = Reflect::get(&window, &OBJECT.into()).unwrap_or_default();
        if object.is_undefined() {
            announced().await;
            object = Reflect::get(&window, &OBJECT.into()).unwrap_or_default();
        }
        if object.is_undefined() {
            return Err(HostError::Unreachable);
        }
        *self.object.borrow_mut() = Some(object.clone());
        Ok(object)
    }
}

/// Waits until the AMD module says that it is there.
async fn announced() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let mut listener = None;
    let promise = Promise::new(&mut |resolve, _| {
        let options = EventListenerOptions::default();
        listener = Some(EventListener::once_with_options(&window, EVENT, options, move |_| {
            // Only a failure of the callee could be reported here, and resolving cannot fail.
            let _ = resolve.call0(&JsValue::NULL);
        }));
    });
    let _ = JsFuture::from(promise).await;
    drop(listener);
}

/// Codes of Moodle's own that say the request itself is wrong: to send it again would not help.
const FOREIGN: &[(&str, Refusal)] = &[
    ("invalidparameter", Refusal::BadValue),
    ("invalidrecord", Refusal::UnknownMeeting),
    ("invalidcoursemodule", Refusal::UnknownMeeting),
    ("nopermissions", Refusal::NotAllowed),
    ("requireloginerror", Refusal::NoRight),
];

/// Codes of Moodle's own that say that the login of this page is over.
const LOGGED_OUT: &[&str] = &["servicerequireslogin", "invalidsesskey", "sessiontimedout", "sessionexpired"];

/// What a rejection of the bridge means: our codes and some of Moodle's are refusals, all else is no answer.
fn error(reason: &JsValue) -> HostError {
    let text = |name: &str| Reflect::get(reason, &name.into()).ok().and_then(|it| it.as_string());
    let code = text("errorcode").unwrap_or_default();
    let own = Refusal::ALL.iter().copied().find(|it| it.code() == code && *it != Refusal::Unavailable);
    if let Some(refusal) = own {
        return HostError::Refused(refusal, text("message").map(Into::into));
    }
    if LOGGED_OUT.contains(&code.as_str()) {
        return HostError::LoggedOut;
    }
    match FOREIGN.iter().find(|(it, _)| *it == code) {
        Some((_, refusal)) => HostError::Refused(*refusal, None),
        None => HostError::Unreachable,
    }
}
