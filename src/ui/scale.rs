//! The answers to one statement.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::room::Choice;
use crate::core::view::{StatementItem, StatementsView, Text};

/// Native radio buttons, drawn large; the opt-out belongs to them and stands apart.
pub fn scale(ui: &Ui, view: &StatementsView, item: &StatementItem) -> Html {
    let points = view.scale.len();
    let class = if points > 5 { "ll-scale__points ll-scale__points--many" } else { "ll-scale__points" };
    let answers = view
        .scale
        .iter()
        .enumerate()
        .map(|(at, point)| answer(ui, view, item, Choice::Point(point.value), &point.label, side(at, points)));
    let opt_out = view.opt_out.as_ref().map(|label| answer(ui, view, item, Choice::OptOut, label, "out"));
    group("div", "ll-scale", vec![group("div", class, answers.collect()), opt_out.unwrap_or_default()])
}

fn answer(ui: &Ui, view: &StatementsView, item: &StatementItem, choice: Choice, label: &Text, side: &str) -> Html {
    let name = ["ll-answer-", item.item.as_str()].concat();
    let onchange = {
        let id = item.item.clone();
        ui.on.reform(move |_: Event| Intent::Answer { item: id.clone(), choice })
    };
    let radio = html! { <input type="radio" {name} checked={item.choice == Some(choice)} disabled={!view.can_answer} {onchange} /> };
    el("label", "").attr("class", ["ll-choice ll-choice--", side].concat().into()).children(vec![
        radio,
        el("span", "ll-choice__dot").fixed("aria-hidden", "true").child(Icon::Check.draw()),
        line("span", "ll-choice__label", label.clone().into()),
    ])
}

/// Which side of the scale a point is on, and how far out: the last part of class names.
pub fn side(at: usize, points: usize) -> &'static str {
    let (low, high) = (at + 1, points - at);
    let outer = at.min(points - 1 - at) < points / 4 || points < 4;
    match low.cmp(&high) {
        std::cmp::Ordering::Less if outer => "n2",
        std::cmp::Ordering::Less => "n1",
        std::cmp::Ordering::Equal => "0",
        std::cmp::Ordering::Greater if outer => "p2",
        std::cmp::Ordering::Greater => "p1",
    }
}
