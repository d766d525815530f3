//! The app inside Moodle: everything it needs to start stands in the page.

use std::rc::Rc;

use web_sys::Element;

use super::engine::Engine;
use super::{Drawing, give_up, mount, root};
use crate::core::format;
use crate::core::session::Session;
use crate::host::browser::now;
use crate::host::json;
use crate::host::moodle::MoodleHost;
use crate::i18n::Catalogue;
use crate::protocol::Malformed;
use crate::protocol::embedded::Embedded;

/// The script element with what the page holds for the app.
const DATA: &str = "leerlandschap-data";

/// Starts the app in the element that waits for it, and has the page say so where that fails.
pub fn start() {
    let Some(root) = root() else {
        return;
    };
    if let Err(reason) = run(root.clone()) {
        give_up(&root, &reason.to_string().into());
    }
}

/// Fails where the page does not hold what `docs/protocol.md` says.
fn run(root: Element) -> Result<(), Malformed> {
    let document = web_sys::window().and_then(|window| window.document());
    let data = document.and_then(|document| document.get_element_by_id(DATA));
    let text = data.and_then(|element| element.text_content()).ok_or(Malformed("data"))?;
    let data = json::read(&text).ok_or(Malformed("data"))?;
    let page = Embedded::read(&data)?;
    let exercise = format::read(page.exercise).map_err(|_| Malformed("exercise"))?;
    let language = exercise.language(page.lang);
    let host = Rc::new(MoodleHost::new(&page));
    let first = page.reply;
    let me = first.me.clone().ok_or(Malformed("me"))?;
    let mut session = Session::new(Rc::new(exercise), language, first, me, now());
    session.graded = page.grade;
    let engine = Engine::start(session, host);
    let catalogue = Rc::new(Catalogue::new(page.strings));
    mount(root, engine, Drawing { catalogue, controls: None });
    Ok(())
}
