//! The editor at work: hands its document to the screens, and does outside what they ask for.

mod alone;
mod page;
mod rehearsal;
mod trying;
mod work;

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;

use self::work::{Place, Work};
use super::launch;
use super::standalone::formats::Offers;
use super::standalone::language;
use crate::core::editor::Opened;
use crate::host::desk::{BrowserDesk, Desk, MoodleDesk};
use crate::host::json;
use crate::i18n::Catalogue;
use crate::protocol::embedded::strings;
use crate::protocol::json::Members;
use crate::protocol::{Malformed, editing};

/// The script element with what Moodle's page holds for the editor.
const DATA: &str = "leerlandschap-data";

/// Starts the editor in the element that waits for it, and has the page say so where that fails.
pub fn start() {
    launch(run);
}

async fn run(root: Element) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let data = document.and_then(|document| document.get_element_by_id(DATA)).and_then(|it| it.text_content());
    let in_moodle = data.is_some();
    match data {
        Some(text) => moodle(root.clone(), &text).map_err(|reason| JsValue::from_str(&reason.to_string()))?,
        None => page::mount(root.clone(), standalone().await?),
    }
    let _ = root.class_list().add_1(if in_moodle { "ll-in-moodle" } else { "ll-standalone" });
    let _ = root.set_attribute("data-state", "running");
    Ok(())
}

/// Everything stands in the page: an exercise to edit, or one to rehearse.
fn moodle(root: Element, text: &str) -> Result<(), Malformed> {
    let data = json::read(text).ok_or(Malformed("data"))?;
    let page = Members::of(&data, "data")?;
    if page.str("host")? == "rehearsal" {
        return alone::mount(root, page);
    }
    page::mount(root, editing(page)?);
    Ok(())
}

/// The editor in Moodle.
fn editing(page: Members) -> Result<Rc<Work>, Malformed> {
    let opened = editing::opened(page.any("editing"), json::read)?;
    let words = Rc::new(Catalogue::new(strings(page.any("strings"))?));
    let desk = MoodleDesk::new(page.str("site")?, page.str("user")?, page.number("cmid")?);
    let place = Place {
        home: page.object("urls")?.str("home")?.to_owned(),
        language: page.str("lang")?.to_owned(),
        languages: Vec::new(),
    };
    Ok(Work::new(opened, Rc::new(desk), words, &place))
}

/// Texts and format are fetched.
async fn standalone() -> Result<Rc<Work>, JsValue> {
    let code = language::preferred();
    let words = words(&code).await?;
    let offers = Offers::load().await?;
    let desk = BrowserDesk::new(offers.shipped().await?);
    let opened: Opened = desk.open().await.map_err(|_| JsValue::from_str("exercise"))?;
    let languages = language::LANGUAGES.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect();
    let place = Place { home: ["./", offers.query()].concat(), language: code, languages };
    Ok(Work::new(opened, Rc::new(desk), words, &place))
}

/// The words of the app and of the editor in a language, for the standalone page.
async fn words(code: &str) -> Result<Rc<Catalogue>, JsValue> {
    let mut texts: BTreeMap<String, String> = language::texts(code).await?;
    texts.extend(language::texts(&["edit-", code].concat()).await?);
    Ok(Rc::new(Catalogue::new(texts)))
}
