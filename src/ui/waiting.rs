//! In place of a page that is still being fetched.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::page_heading::{page_heading, title};
use crate::core::view::Heading;
use crate::i18n::Key;

/// How it stands with what is being fetched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// On its way.
    #[default]
    Coming,
    /// There in a moment: nothing is said.
    There,
    /// It could not be had.
    Failed,
}

/// How it stands with what is being fetched, and what can be done about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiting {
    /// How it stands.
    pub progress: Progress,
    /// It was asked for and could not be had.
    pub tried: bool,
    /// Asks for it once more.
    pub again: Callback<()>,
}

/// The heading of the page, or of the closing page, and that it is on its way, or could not be had.
pub fn waiting(ui: &Ui, heading: Option<&Heading>, state: &Waiting) -> Html {
    let heading = match heading {
        Some(heading) => page_heading(ui, heading),
        None => title(ui, ui.t(Key::PlaceClosing)),
    };
    let failed = state.progress == Progress::Failed;
    let (icon, text) = match state.progress {
        Progress::There => (none(), AttrValue::default()),
        Progress::Coming => (none(), ui.t(Key::FurtherLoading)),
        Progress::Failed => (Icon::Warning.draw(), ui.t(Key::FurtherFailed)),
    };
    let said = el("p", "ll-empty").fixed("role", "status").children(vec![icon, line("span", "", text)]);
    // Once it is there it stays, with the focus that it may have.
    let again = state.tried.then(|| {
        let again = state.again.clone();
        let look = Tone::Primary.plain().unless(!failed);
        button(ui.t(Key::TryAgain), look, Callback::from(move |_| again.emit(())))
    });
    group("div", "ll-waiting", vec![heading, said, again.unwrap_or_default()])
}
