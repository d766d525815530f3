//! Whether everything is stored.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, line};
use super::icon::Icon;
use crate::core::view::Saved;
use crate::i18n::Key;

/// Always visible, never loud: the live region speaks only when the connection is lost.
pub fn saved_status(ui: &Ui, saved: Saved) -> Html {
    let (class, icon, text) = match saved {
        Saved::Saved => ("ll-saved", Icon::Check, ui.t(Key::Saved)),
        Saved::Sending => ("ll-saved ll-saved--sending", Icon::Sending, ui.t(Key::SavedSending)),
        Saved::Offline(changes) => (
            "ll-saved ll-saved--alert",
            Icon::Offline,
            ui.count(Key::SavedOfflineOne, Key::SavedOfflineOther, u32::try_from(changes).unwrap_or(u32::MAX)),
        ),
        Saved::LoggedOut(_) => ("ll-saved ll-saved--alert", Icon::Offline, ui.t(Key::SavedLoggedOut)),
        Saved::MemoryOnly => ("ll-saved ll-saved--alert", Icon::Warning, ui.t(Key::SavedMemory)),
    };
    el("p", class).attr("title", text.clone()).children(vec![icon.draw(), line("span", "", text)])
}
