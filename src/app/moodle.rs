//! The app inside Moodle: everything it needs to start stands in the page.

use std::rc::Rc;

use web_sys::Element;

use super::engine::Engine;
use super::{Drawing, mount};
use crate::core::format;
use crate::core::session::{Session, Update};
use crate::host::browser::now;
use crate::host::moodle::MoodleHost;
use crate::i18n::Catalogue;
use crate::protocol::Malformed;
use crate::protocol::embedded::Embedded;

/// Starts the app from the data of the page.
///
/// # Errors
/// [`Malformed`] where the page does not hold what `docs/protocol.md` says.
pub fn start(root: Element, page: Embedded) -> Result<(), Malformed> {
    let exercise = format::read(&page.exercise).map_err(|_| Malformed("exercise"))?;
    let language = exercise.language(&page.lang);
    let host = Rc::new(MoodleHost::new(&page));
    let first: Update = page.reply.try_into()?;
    let me = first.me.clone().ok_or(Malformed("me"))?;
    let session = Session::new(Rc::new(exercise), language, first, me, now());
    let engine = Engine::start(session, host);
    let catalogue = Rc::new(Catalogue::new(page.strings));
    mount(root, engine, Drawing { catalogue, controls: None });
    Ok(())
}
