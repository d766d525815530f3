//! Counted hands: what was counted, marked as such, and for the one who leads a form to count.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::count_bars::count_bars;
use super::el::{el, group, line, list, none};
use super::hands_form::HandsForm;
use super::icon::Icon;
use super::result_card::disclosure;
use crate::core::intent::Intent;
use crate::core::view::{CountedHands, HandsView};
use crate::i18n::Key;

/// Nothing where nothing was counted and the user cannot count.
pub fn hands(ui: &Ui, view: &HandsView) -> Html {
    if !cfg!(feature = "whole") || (view.counted.is_empty() && view.items.is_empty()) {
        return none();
    }
    let form = if view.items.is_empty() {
        none()
    } else {
        let form = html! { <HandsForm step={view.step.clone()} items={view.items.clone()} /> };
        group("div", "ll-noprint", vec![disclosure("ll-more", ui.t(Key::HandsCount), form)])
    };
    let title = if view.counted.is_empty() { none() } else { line("h3", "", ui.t(Key::HandsTitle)) };
    group("section", "ll-hands", vec![title, counted_hands(ui, &view.counted), form])
}

/// What was counted, with what that means; nothing where nothing was.
pub fn counted_hands(ui: &Ui, counted: &[CountedHands]) -> Html {
    if counted.is_empty() {
        return none();
    }
    let cards = counted.iter().map(|it| hands_card(ui, it)).collect();
    list(vec![line("p", "ll-muted", ui.t(Key::HandsNote)), group("div", "ll-results", cards)])
}

/// What was counted for one item.
pub fn hands_card(ui: &Ui, it: &CountedHands) -> Html {
    let text = AttrValue::from([&it.number.to_string(), ". ", &*it.text].concat());
    let tag = group("span", "ll-tag ll-hands__tag", vec![Icon::Hand.draw(), line("span", "", ui.t(Key::HandsTag))]);
    let mut facts = vec![line("span", "", ui.count(Key::HandsAllOne, Key::HandsAllOther, it.all))];
    if it.opt_outs > 0 {
        facts.push(line("span", "", ui.count(Key::OptOutsOne, Key::OptOutsOther, it.opt_outs)));
    }
    let delete = if it.can_delete {
        let press = ui.click(Intent::Remove { id: it.meta.id.clone() });
        button(ui.with(Key::Delete, &text), Tone::Bare.icon(Icon::Bin), press)
    } else {
        none()
    };
    let class = if it.meta.pending { "ll-card ll-result ll-pending" } else { "ll-card ll-result" };
    let head = group("header", "ll-result__head", vec![line("h4", "", text), tag]);
    let foot = group("div", "ll-hands__foot", vec![group("p", "ll-result__facts", facts), delete]);
    el("article", class).key(it.meta.id.as_str()).children(vec![head, count_bars(&it.bars), foot])
}
