//! Calls through `core/ajax`, which the plugin's AMD module offers as `window.leerlandschapBridge`.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::core::refusal::Refusal;
use crate::host::HostError;

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
    ///
    /// # Errors
    /// Why the host did not carry it out.
    pub async fn call(&self, function: &str, args: &JsValue) -> Result<JsValue, HostError> {
        self.run("call", &format!("{PREFIX}{function}").into(), args).await
    }

    /// Asks for the published room with what a reply told of the way there, for a caller who has so much of it.
    ///
    /// # Errors
    /// Where nothing answers.
    pub async fn pulse(&self, grant: &JsValue, have: &str) -> Result<JsValue, HostError> {
        self.run("pulse", grant, &have.into()).await
    }

    async fn run(&self, method: &str, first: &JsValue, second: &JsValue) -> Result<JsValue, HostError> {
        let object = self.object().await?;
        let method: Function =
            Reflect::get(&object, &method.into()).and_then(JsCast::dyn_into).map_err(|_| HostError::Unreachable)?;
        let promise = method.call2(&object, first, second).map_err(|reason| error(&reason))?;
        JsFuture::from(Promise::resolve(&promise)).await.map_err(|reason| error(&reason))
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
    ("invalidrecordunknown", Refusal::UnknownMeeting),
    ("invalidcoursemodule", Refusal::UnknownMeeting),
    ("invalidcoursemoduleid", Refusal::UnknownMeeting),
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
