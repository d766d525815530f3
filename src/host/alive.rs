//! Whether a tab of this browser still lives: each holds a lock named after it for as long as it does (Web
//! Locks). On plain http browsers have no such locks; then nothing is known.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Shows that this tab lives, until it is gone.
pub fn stay(tab: &str) {
    let held = Closure::once_into_js(|_: JsValue| Promise::new(&mut |_, _| {}));
    // Kept as long as the page is there.
    let _ = request(tab, &Object::new(), &held);
}

/// Calls `work` once if that tab is gone, and holds its lock meanwhile, so that no other tab does the same.
/// What is settled once that is over; `None` where it cannot be known.
pub fn if_gone(tab: &str, work: impl FnOnce() + 'static) -> Option<Promise> {
    let options = Object::new();
    // A fresh object takes every member.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let granted = Closure::once_into_js(move |lock: JsValue| {
        if !lock.is_null() {
            work();
        }
    });
    request(tab, &options, &granted)
}

fn request(tab: &str, options: &Object, granted: &JsValue) -> Option<Promise> {
    let window = web_sys::window()?;
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().filter(|it| !it.is_undefined());
    let locks = get(&window.navigator(), "locks")?;
    let method: Function = get(&locks, "request")?.dyn_into().ok()?;
    let settled = method.call3(&locks, &["leerlandschap:", tab].concat().into(), options, granted).ok()?;
    Some(Promise::resolve(&settled))
}
