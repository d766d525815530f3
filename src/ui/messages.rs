//! Refusals and other messages.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::Message;
use crate::i18n::Key;

/// Messages that stay until they are put away, in a live region that is always there.
pub fn messages(ui: &Ui, messages: &[Message]) -> Html {
    html! {
        <div class="ll-messages" role="log" aria-live="polite" aria-label={ui.t(Key::MessagesLabel)}>
            for message in messages {
                <div key={message.id} class="ll-message">
                    { Icon::Warning.draw() }
                    <span>{ message.text.clone().unwrap_or_else(|| ui.catalogue.refusal(message.refusal)) }</span>
                    { button(ui.t(Key::Dismiss), Tone::Bare.icon(Icon::Cross), ui.click(Intent::Dismiss(message.id))) }
                </div>
            }
        </div>
    }
}
