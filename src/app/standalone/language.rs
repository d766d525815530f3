//! The language of the interface: chosen by the user, or the browser's.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::host::browser::{fetch, storage};
use crate::host::json;
use crate::i18n::Catalogue;
use crate::protocol::embedded::strings;

/// The languages of the interface, with their own names; the first is the one to fall back to.
pub(in crate::app) const LANGUAGES: &[(&str, &str)] = &[("nl", "Nederlands"), ("en", "English")];
/// Where the chosen language is kept.
const LANGUAGE_KEY: &str = "leerlandschap:language";

/// The language chosen before, or the browser's, or the first.
pub(in crate::app) fn preferred() -> String {
    let known = |code: &str| LANGUAGES.iter().any(|(it, _)| *it == code);
    let chosen = storage().and_then(|storage| storage.get_item(LANGUAGE_KEY).ok().flatten());
    let browsers = web_sys::window().and_then(|window| window.navigator().language());
    let base = browsers.map(|code| code.chars().take(2).collect::<String>().to_lowercase());
    let fallback = LANGUAGES.first().map_or("", |(code, _)| code);
    chosen.or(base).filter(|code| known(code)).unwrap_or_else(|| fallback.to_owned())
}

/// Remembers a choice. A blocked storage only means that it is asked for again.
pub(in crate::app) fn choose(language: &str) {
    let _ = storage().map(|storage| storage.set_item(LANGUAGE_KEY, language));
}

/// The texts of a language; fails with what the browser says where they cannot be had.
pub(in crate::app) async fn catalogue(language: &str) -> Result<Rc<Catalogue>, JsValue> {
    Ok(Rc::new(Catalogue::new(texts(language).await?)))
}

/// The texts of a file of `lang/`, by their identifiers; fails where it cannot be had.
pub(in crate::app) async fn texts(name: &str) -> Result<BTreeMap<String, String>, JsValue> {
    let text = fetch(&format!("lang/{name}.json")).await?;
    json::read(&text).and_then(|json| strings(&json).ok()).ok_or_else(|| JsValue::from_str("lang"))
}
