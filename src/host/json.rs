//! JSON in the browser: read and written by JavaScript's own `JSON`, which is there already, instead of a
//! second reader and writer in the WebAssembly (60 KB).

use js_sys::JSON;
use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

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

/// The value that JSON describes; `None` for what is no JSON.
pub fn read(json: &str) -> Option<Value> {
    let value = JSON::parse(json).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}
