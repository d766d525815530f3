//! Taking part.

use yew::prelude::*;

use super::browser;
use super::button::{Tone, submit};
use super::context::use_ui;
use super::el::{el, group, line};
use crate::core::intent::Intent;
use crate::i18n::Key;

/// The most characters a name takes.
const NAME_LIMIT: &str = "100";

/// How it looks.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// In one line.
    #[prop_or_default]
    pub compact: bool,
}

/// Join, with a name where the host knows none.
#[component]
pub fn JoinForm(props: &Props) -> Html {
    let ui = use_ui();
    let name = use_state(AttrValue::default);
    let field = use_node_ref();
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(browser::value_of(&event)))
    };
    let onsubmit = {
        let (ui, name, field) = (ui.clone(), name.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = name.trim();
            if ui.ask_name && text.is_empty() {
                browser::focus(&field);
            } else {
                ui.send(Intent::Join { name: text.into() });
            }
        })
    };
    let mut parts = Vec::new();
    if ui.ask_name {
        let input = html! {
            <input ref={field} type="text" value={(*name).clone()} {oninput} required=true maxlength={NAME_LIMIT} autocomplete="given-name" />
        };
        parts.push(group("label", "ll-field", vec![line("span", "ll-field__label", ui.t(Key::YourName)), input]));
    }
    parts.push(submit(ui.t(Key::Join), Tone::Primary.plain()));
    el("form", if props.compact { "ll-join ll-join--compact" } else { "ll-join" }).submit(onsubmit).children(parts)
}
