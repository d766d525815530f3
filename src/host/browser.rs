//! Small things that hosts and app need of the browser.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Response, Storage, Url, VisibilityState};

/// A new random identity (RFC 4122, version 4).
pub fn uuid() -> String {
    let bytes = random_bytes();
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if [4, 6, 8, 10].contains(&at) {
            text.push('-');
        }
        for nibble in [byte >> 4, byte & 0x0f] {
            text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    text
}

/// `crypto.randomUUID` is missing on plain http, where intranets still run Moodle; random bytes are not.
fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if let Some(crypto) = crypto {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

/// This device's clock, in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation)]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Whether the page is to be seen.
pub fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}

/// What is kept beyond this tab; `None` where the browser blocks it.
pub fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The text of a file of this site.
///
/// # Errors
/// What the browser says, or the address where the server does not have it.
pub async fn fetch(url: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from_str(url));
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Whether the focus is where one types or chooses.
pub fn is_typing() -> bool {
    finds(":is(input:not([type=radio], [type=checkbox]), textarea, select):focus")
}

/// Whether a question is open.
pub fn is_asked() -> bool {
    finds("dialog[open]")
}

fn finds(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// This page's address.
pub fn address() -> String {
    let window = web_sys::window();
    window.and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// What the page's address says for a name after its `?`; empty where it says nothing. Only for words that need
/// no decoding.
pub fn asked_for(name: &str) -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let mut pairs = search.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(it, _)| *it == name).map(|(_, value)| value.to_owned()).unwrap_or_default()
}

/// The document's language and title, for screen readers and tabs.
pub fn describe_document(language: &str, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language);
    }
}

/// Hands a text to the user as a file.
///
/// # Errors
/// What the browser says.
pub fn save_file(name: &str, text: &str) -> Result<(), JsValue> {
    save_bytes(name, "application/json", text.as_bytes())
}

/// Hands bytes of this type to the user as a file.
///
/// # Errors
/// What the browser says.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let url = address_of(kind, bytes)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// An address within this page for bytes of this type, until it is revoked.
pub(super) fn address_of(kind: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
}
