//! Refusals and other messages.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::context::use_ui;
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::Message;
use crate::i18n::Key;

/// What they say.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Those that wait to be read, oldest first.
    pub messages: Vec<Message>,
}

/// Messages that stay until they are put away, in a live region that is always there.
#[component]
pub fn Messages(props: &Props) -> Html {
    let ui = use_ui();
    html! {
        <div class="ll-messages" role="log" aria-live="polite" aria-label={ui.t(Key::MessagesLabel)}>
            for message in &props.messages {
                <div key={message.id} class="ll-message">
                    { Icon::Warning.draw() }
                    <span>{ message.text.clone().unwrap_or_else(|| ui.catalogue.refusal(message.refusal)) }</span>
                    <Button label={ui.t(Key::Dismiss)} icon={Icon::Cross} tone={Tone::Icon}
                        onclick={ui.click(Intent::Dismiss(message.id))} />
                </div>
            }
        </div>
    }
}
