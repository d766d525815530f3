//! JSON in the browser: read and written by JavaScript's own `JSON`, which is there already, instead of a
//! second reader and writer in the WebAssembly (60 KB).

use js_sys::{Array, JSON, Object};
use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// A value as JavaScript has it, objects as plain objects.
///
/// # Errors
/// Where the value has no form in JSON.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&Serializer::json_compatible())
}

/// A value as JSON; `None` where it has no such form.
pub fn write(value: &impl Serialize) -> Option<String> {
    let value = to_js(value).ok()?;
    JSON::stringify(&value).ok().map(Into::into)
}

/// How deep lists and objects may stand in one another: nothing of ours comes near, and the stack of a WebAssembly
/// module is small.
const DEEPEST: u32 = 64;

/// The value that JSON describes; `None` for what is no JSON, or nested without end.
pub fn read(json: &str) -> Option<Value> {
    JSON::parse(json).ok().and_then(|value| nested(&value, DEEPEST))
}

/// What JavaScript's `JSON` or a web service gave; null where it is nested without end.
pub fn from_js(value: &JsValue) -> Value {
    nested(value, DEEPEST).unwrap_or_default()
}

/// Read piece by piece: serde's reader would bring the printing of fractions for its messages (12 KB).
fn nested(value: &JsValue, deep: u32) -> Option<Value> {
    Some(if let Some(text) = value.as_string() {
        Value::String(text)
    } else if let Some(flag) = value.as_bool() {
        Value::Bool(flag)
    } else if let Some(number) = value.as_f64() {
        number_of(number)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let deep = deep.checked_sub(1)?;
        list.iter().map(|entry| nested(&entry, deep)).collect::<Option<_>>()?
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let deep = deep.checked_sub(1)?;
        Object::entries(object).iter().map(|entry| member(entry.unchecked_ref(), deep)).collect::<Option<_>>()?
    } else {
        Value::Null
    })
}

fn member(entry: &Array, deep: u32) -> Option<(String, Value)> {
    Some((entry.get(0).as_string()?, nested(&entry.get(1), deep)?))
}

/// Whole numbers stay exact up to 2^53, as JavaScript has them.
fn number_of(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[allow(clippy::cast_possible_truncation)]
    if number.fract() == 0.0 && number.abs() <= EXACT { (number as i64).into() } else { number.into() }
}
