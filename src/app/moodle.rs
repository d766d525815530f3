//! The app inside Moodle: everything it needs to start stands in the page.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::engine::Engine;
use super::{Drawing, give_up, mount, root};
use crate::core::format;
use crate::core::session::{Event, Session};
use crate::host::browser::now;
use crate::host::json;
use crate::host::moodle::{MoodleHost, stages};
use crate::i18n::Catalogue;
use crate::protocol::Malformed;
use crate::protocol::embedded::Embedded;
use crate::protocol::handover::Handed;
use crate::ui::arrival::Arrival;

/// The script element with what the page holds for the app.
const DATA: &str = "leerlandschap-data";

/// The app at work, not drawn yet.
pub(super) struct Work {
    pub engine: Rc<Engine>,
    pub host: Rc<MoodleHost>,
    /// Where people come in, on the big screen.
    pub address: String,
    pub drawing: Drawing,
}

/// Starts the whole app in the element that waits for it, or in the place of the first stage; has the page say so where
/// that fails.
pub fn start() {
    let Some(root) = root() else {
        return;
    };
    match work(stages::take_over) {
        Ok(work) => drop(mount(&root, work.engine, work.drawing)),
        // The first stage is still there, and says so itself.
        Err(reason) if stages::is_second() => web_sys::console::error_1(&reason.to_string().into()),
        Err(reason) => give_up(&root, &reason.to_string().into()),
    }
}

/// Sets a session of what the page holds to work, or one that goes on with what a stage before it `hands` over.
///
/// # Errors
/// Where the page does not hold what `docs/protocol.md` says.
pub(super) fn work(hands: impl FnOnce() -> Option<JsValue>) -> Result<Work, Malformed> {
    let document = web_sys::window().and_then(|window| window.document());
    let data = document.and_then(|document| document.get_element_by_id(DATA));
    let text = data.and_then(|element| element.text_content()).ok_or(Malformed("data"))?;
    let data = js_sys::JSON::parse(&text).map_err(|_| Malformed("data"))?;
    let value = json::from_js(&data);
    let mut page = Embedded::read(&value)?;
    let exercise = format::read(page.exercise).map_err(|_| Malformed("exercise"))?;
    let language = exercise.language(page.lang);
    // Whatever can fail came before: once it has handed over, the first stage is gone.
    let handed = hands().map(|it| Handed::read(&json::from_js(&it))).transpose()?;
    let mut at = now();
    if let Some(handed) = &handed {
        page.reply = handed.reply.clone();
        at = handed.at;
    }
    let host = Rc::new(MoodleHost::new(&page, &data, handed.as_ref().map(|it| it.tab.clone())));
    let address = page.address.to_owned();
    let shared = page.shared.to_owned();
    let first = page.reply;
    let me = first.me.clone().ok_or(Malformed("me"))?;
    let mut session = Session::new(Rc::new(exercise), language, first, me, at);
    session.graded = page.grade;
    let mut drawing = Drawing::new(Rc::new(Catalogue::new(page.strings)));
    drawing.shared = shared.into();
    let Some(Handed { leaving, focus, say, .. }) = handed else {
        return Ok(Work { engine: Engine::start(session, host.clone()), host, address, drawing });
    };
    session.go_on(leaving.looking_at, leaving.notes);
    drawing.arrival = Arrival { focus, say };
    let engine = Engine::start(session, host.clone());
    engine.happened(Event::Replayed(leaving.kept));
    // What came for others meanwhile, and how many have answered.
    engine.refresh();
    Ok(Work { engine, host, address, drawing })
}
