//! Whether everything is stored.

use yew::prelude::*;

use super::context::use_ui;
use super::icon::Icon;
use crate::core::view::Saved;
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How it stands.
    pub saved: Saved,
}

/// Always visible, never loud: the live region speaks only when the connection is lost.
#[component]
pub fn SavedStatus(props: &Props) -> Html {
    let ui = use_ui();
    let (class, icon, text) = match props.saved {
        Saved::Saved => ("ll-saved", Icon::Check, ui.t(Key::Saved)),
        Saved::Sending => ("ll-saved ll-saved--sending", Icon::Sending, ui.t(Key::SavedSending)),
        Saved::Offline(changes) => (
            "ll-saved ll-saved--alert",
            Icon::Offline,
            ui.count(Key::SavedOfflineOne, Key::SavedOfflineOther, u32::try_from(changes).unwrap_or(u32::MAX)),
        ),
        Saved::MemoryOnly => ("ll-saved ll-saved--alert", Icon::Warning, ui.t(Key::SavedMemory)),
    };
    html! {
        <p {class} title={text.clone()}>{ icon.draw() }<span>{ text }</span></p>
    }
}
