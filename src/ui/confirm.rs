//! A button that asks again before it does something final.

use yew::prelude::*;

use super::browser;
use super::button::{Look, Tone, button};
use super::context::use_ui;
use super::el::{el, group, line, list};
use crate::i18n::Key;

/// What it asks.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the button says.
    pub label: AttrValue,
    /// The question.
    pub title: AttrValue,
    /// What will happen.
    pub text: AttrValue,
    /// What the answer "yes" says.
    pub yes: AttrValue,
    /// What happens then.
    pub on_yes: Callback<()>,
    /// How the button looks.
    pub look: Look,
    /// There is nothing to ask (any more): a press does it at once. A question that is open stays.
    #[prop_or_default]
    pub at_once: bool,
}

/// The button and its dialog; shutting the dialog gives the focus back to the button.
#[component]
pub fn ConfirmButton(props: &Props) -> Html {
    let ui = use_ui();
    let dialog = use_node_ref();
    let open = {
        let (dialog, on_yes, at_once) = (dialog.clone(), props.on_yes.clone(), props.at_once);
        Callback::from(move |event: MouseEvent| match at_once {
            // The second half of a double click was meant for what stood here before.
            true if event.detail() >= 2 => {}
            true => on_yes.emit(()),
            false => browser::open_dialog(&dialog),
        })
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| browser::close_dialog(&dialog))
    };
    let yes = {
        let (dialog, on_yes) = (dialog.clone(), props.on_yes.clone());
        Callback::from(move |_| {
            browser::close_dialog(&dialog);
            on_yes.emit(());
        })
    };
    let actions = vec![
        button(ui.t(Key::Cancel), Tone::Secondary.plain(), close),
        button(props.yes.clone(), Tone::Primary.plain(), yes),
    ];
    let question = el("dialog", "ll-dialog").node(dialog).attr("aria-label", props.title.clone()).children(vec![
        line("p", "ll-dialog__title", props.title.clone()),
        line("p", "", props.text.clone()),
        group("div", "ll-actions", actions),
    ]);
    list(vec![button(props.label.clone(), props.look, open), question])
}
