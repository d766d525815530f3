//! The standalone page: texts and format are fetched, the meeting lives in the browser.

pub(super) mod formats;
pub(super) mod language;
mod page;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;

use self::formats::Offers;
use self::page::{Page, Speech, newest};
use super::launch;
use crate::host::standalone::StandaloneHost;

/// Starts the page in the element that waits for the app, and has it say so where that fails.
pub fn start() {
    launch(run);
}

/// Fails with what the browser says where a file of the page cannot be had.
async fn run(root: Element) -> Result<(), JsValue> {
    let language = language::preferred();
    let words = language::catalogue(&language).await?;
    let offers = Offers::load().await?;
    let shipped = offers.shipped().await?;
    let newest = newest(offers.id(), &shipped).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        JsValue::from_str(&lines.join("\n"))
    })?;
    let host = Rc::new(StandaloneHost::open(offers.id(), newest).await);
    let first = host.enter().await.map_err(|_| JsValue::from_str("meeting"))?;
    let page = Page::new(root, host, offers, shipped, Speech { language, words });
    page.begin(first);
    page.listen();
    Ok(())
}
