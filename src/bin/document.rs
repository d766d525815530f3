//! A document as a Word file.

use js_sys::Uint8Array;
use leerlandschap::word;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// The bytes of the Word file that a document becomes, which `json` describes, with the pictures of its charts.
///
/// # Errors
/// What is wrong with the document.
#[wasm_bindgen]
pub fn write(json: &str, pictures: Vec<Uint8Array>) -> Result<Uint8Array, JsValue> {
    let pictures: Vec<word::Picture> = pictures.iter().map(Uint8Array::to_vec).collect();
    word::write_json(json, &pictures).map(|bytes| Uint8Array::from(&*bytes)).map_err(|reason| reason.to_string().into())
}
