//! The few things a screen asks of the browser itself.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::core::room::Date;

/// This device's clock, in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation)]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// The day on this device's calendar, of a moment in milliseconds since 1970.
#[allow(clippy::cast_precision_loss)]
pub fn day(at: i64) -> Option<Date> {
    let at = js_sys::Date::new(&(at as f64).into());
    Date::parse(&format!("{:04}-{:02}-{:02}", at.get_full_year(), at.get_month() + 1, at.get_date()))
}

/// The day by which a moment is told where its time is not, in milliseconds since 1970: that of UTC.
#[allow(clippy::cast_precision_loss)]
pub fn utc_day(at: i64) -> Option<Date> {
    let at = js_sys::Date::new(&(at as f64).into());
    Date::parse(&format!("{:04}-{:02}-{:02}", at.get_utc_full_year(), at.get_utc_month() + 1, at.get_utc_date()))
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Where the browser has no print dialog there is nothing to tell.
        let _ = window.print();
    }
}

/// Gives the whole screen to the page, or takes it back.
pub fn full_screen() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(page) = document.document_element() {
        // A browser that refuses leaves everything as it is.
        let _ = page.request_fullscreen();
    }
}

/// Puts a text on the clipboard, and tells whether that was allowed.
pub fn copy(text: String, done: Callback<bool>) {
    spawn_local(async move {
        let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
        let copied = match clipboard {
            // Outside secure contexts the browser has no clipboard at all.
            Some(clipboard) if !clipboard.is_undefined() => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            _ => false,
        };
        done.emit(copied);
    });
}

/// Reads the file chosen in a file field, as an empty text where it cannot be read, and empties the field so that the same file can be chosen again.
pub fn read_file(input: &HtmlInputElement, done: Callback<String>) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        done.emit(text.unwrap_or_default());
    });
}

/// Moves the focus.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Whether nothing has the focus, as when the element that had it went away.
pub fn is_unfocused() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.active_element()).is_none_or(|element| element.tag_name() == "BODY")
}

/// Opens a dialog above everything else.
pub fn open_dialog(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        // It throws where the dialog is open already.
        let _ = dialog.show_modal();
    }
}

/// Shuts a dialog; the browser gives the focus back to where it was.
pub fn close_dialog(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// What stands in the field that an event comes from.
pub fn value_of(event: &Event) -> AttrValue {
    let Some(target) = event.target() else { return AttrValue::default() };
    let value = match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(other) => match other.dyn_into::<web_sys::HtmlTextAreaElement>() {
            Ok(area) => area.value(),
            Err(other) => {
                other.dyn_into::<web_sys::HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
            }
        },
    };
    value.into()
}
