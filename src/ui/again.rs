//! A further round: what is put to the vote again.

use yew::prelude::*;

use super::browser;
use super::button::{Tone, button};
use super::context::use_ui;
use super::el::{el, group, line, list};
use super::icon::Icon;
use crate::core::ids::ItemId;
use crate::core::intent::Intent;
use crate::core::view::AgainItem;
use crate::i18n::Key;

/// What it offers.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What can be chosen.
    pub items: Vec<AgainItem>,
    /// What to choose.
    pub text: AttrValue,
    /// A command is on its way.
    pub waiting: bool,
}

/// A button, and a dialog with what to choose from; some of it is proposed.
#[component]
pub fn Again(props: &Props) -> Html {
    let ui = use_ui();
    let dialog = use_node_ref();
    let chosen = use_state(Vec::<ItemId>::new);
    let open = {
        let (dialog, chosen, items) = (dialog.clone(), chosen.clone(), props.items.clone());
        Callback::from(move |_| {
            chosen.set(items.iter().filter(|item| item.proposed).map(|item| item.item.clone()).collect());
            browser::open_dialog(&dialog);
        })
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_| browser::close_dialog(&dialog))
    };
    let start = {
        let (ui, dialog, chosen, items) = (ui.clone(), dialog.clone(), chosen.clone(), props.items.clone());
        Callback::from(move |_| {
            browser::close_dialog(&dialog);
            let items = items.iter().map(|item| item.item.clone()).filter(|item| chosen.contains(item)).collect();
            ui.send(Intent::OpenRound { items });
        })
    };
    let toggle = |item: &ItemId| {
        let (chosen, item) = (chosen.clone(), item.clone());
        Callback::from(move |_: Event| {
            let mut next = (*chosen).clone();
            match next.iter().position(|one| *one == item) {
                Some(at) => {
                    next.remove(at);
                }
                None => next.push(item.clone()),
            }
            chosen.set(next);
        })
    };
    let choice = |item: &AgainItem| {
        let checkbox =
            html! { <input type="checkbox" checked={chosen.contains(&item.item)} onchange={toggle(&item.item)} /> };
        let label = group("label", "", vec![checkbox, line("span", "", item.text.clone().into())]);
        el("li", "").key(item.item.as_str()).child(label)
    };
    let title = ui.t(Key::AgainTitle);
    let inside = vec![
        line("p", "ll-dialog__title", title.clone()),
        line("p", "", props.text.clone()),
        group("ul", "ll-checks", props.items.iter().map(choice).collect()),
        group(
            "div",
            "ll-actions",
            vec![
                button(ui.t(Key::Cancel), Tone::Secondary.plain(), close),
                button(ui.t(Key::AgainYes), Tone::Primary.plain().unless(chosen.is_empty()), start),
            ],
        ),
    ];
    list(vec![
        button(ui.t(Key::RoundSecond), Tone::Secondary.icon(Icon::Sending).unless(props.waiting), open),
        el("dialog", "ll-dialog").node(dialog).attr("aria-label", title).children(inside),
    ])
}
