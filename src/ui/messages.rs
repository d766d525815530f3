//! Refusals and other messages.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, line};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::Message;
use crate::i18n::Key;

/// Messages that stay until they are put away, in a live region that is always there.
pub fn messages(ui: &Ui, messages: &[Message]) -> Html {
    let one = |message: &Message| {
        let text = message.text.clone().unwrap_or_else(|| ui.catalogue.refusal(message.refusal));
        el("div", "ll-message").key(&message.id.to_string()).children(vec![
            Icon::Warning.draw(),
            line("span", "", text.into()),
            button(ui.t(Key::Dismiss), Tone::Bare.icon(Icon::Cross), ui.click(Intent::Dismiss(message.id))),
        ])
    };
    el("div", "ll-messages")
        .fixed("role", "log")
        .fixed("aria-live", "polite")
        .attr("aria-label", ui.t(Key::MessagesLabel))
        .children(messages.iter().map(one).collect())
}
