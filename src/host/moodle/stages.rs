//! The two stages of the app in Moodle, which `static/js/loader.js` fetches and starts: the first asks there for the
//! whole, and the whole asks there for what the first hands over.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The loader's object on `window`.
const OBJECT: &str = "leerlandschapStages";

/// Whether the whole app has been fetched already.
pub fn is_there() -> bool {
    get("ready").is_some_and(|ready| ready.is_truthy())
}

/// Fetches the whole app; what is given back starts it.
///
/// # Errors
/// What the browser says where it cannot be had.
pub async fn fetch() -> Result<Function, JsValue> {
    let fetch: Function = get("whole").ok_or(JsValue::NULL)?.dyn_into()?;
    let promise = fetch.call0(&JsValue::NULL)?;
    JsFuture::from(Promise::resolve(&promise)).await?.dyn_into()
}

/// Starts the whole app, which asks `hand_over` for everything at the moment at which it takes the place of the first.
///
/// # Errors
/// What the browser says where it cannot be started.
pub async fn start(start: &Function, hand_over: impl FnOnce() -> JsValue + 'static) -> Result<(), JsValue> {
    let promise = start.call1(&JsValue::NULL, &Closure::once_into_js(hand_over))?;
    JsFuture::from(Promise::resolve(&promise)).await.map(|_| ())
}

/// Whether a first stage runs here, which hands over what it has.
pub fn is_second() -> bool {
    get("handover").is_some()
}

/// What the first stage hands over; from this moment it is gone. `None` where there was none.
pub fn take_over() -> Option<JsValue> {
    let hand_over: Function = get("handover")?.dyn_into().ok()?;
    hand_over.call0(&JsValue::NULL).ok()
}

fn get(member: &str) -> Option<JsValue> {
    let object = Reflect::get(&web_sys::window()?.into(), &OBJECT.into()).ok()?;
    let value = Reflect::get(&object, &member.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
