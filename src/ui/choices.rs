//! What is chosen from: points of a scale, or options.

use yew::prelude::*;

use super::el::{el, group, line};
use super::icon::Icon;
use super::scale::side;
use crate::core::room::Choice;
use crate::core::view::{Points, ScalePoint, Text};

/// What stands around a set of native radio buttons.
pub struct Asked<'a> {
    /// What only these radio buttons have as a name: arrow keys walk through one question.
    pub name: &'a str,
    /// Whether the user can answer now.
    pub enabled: bool,
    /// Takes what the user chose.
    pub on: Callback<Choice>,
}

/// Points of a scale, drawn large; the opt-out belongs to them and stands apart. Numbers stand side by side, with
/// what explains them below.
pub fn points(asked: &Asked, of: &Points) -> Html {
    let count = of.points.len();
    let class = match (of.numbers, count > 5) {
        (true, _) => "ll-scale__points ll-scale__points--numbers",
        (false, true) => "ll-scale__points ll-scale__points--many",
        (false, false) => "ll-scale__points",
    };
    let answers = of.points.iter().enumerate().map(|(at, point)| {
        let choice = Choice::Point(point.value);
        let side = side(at, count);
        if of.numbers {
            number(asked, point, choice, of.choice)
        } else {
            answer(asked, &point.label, choice, of.choice, side)
        }
    });
    let mut parts = vec![group("div", class, answers.collect())];
    if of.anchors().next().is_some() {
        parts.push(anchors(of));
    }
    if let Some(label) = &of.opt_out {
        parts.push(answer(asked, label, Choice::OptOut, of.choice, "out"));
    }
    group("div", "ll-scale", parts)
}

fn answer(asked: &Asked, label: &Text, choice: Choice, chosen: Option<Choice>, side: &str) -> Html {
    let radio = radio(asked, choice, chosen, None);
    labelled(["ll-choice ll-choice--", side].concat().into(), radio, label.clone().into())
}

/// A bare number; its name has the words that explain it.
fn number(asked: &Asked, point: &ScalePoint, choice: Choice, chosen: Option<Choice>) -> Html {
    let value = AttrValue::from(point.value.to_string());
    let name = if *point.label == *value { value.clone() } else { [&*value, ", ", &point.label].concat().into() };
    let radio = radio(asked, choice, chosen, Some(name));
    el("label", "ll-choice ll-choice--number").children(vec![radio, line("span", "ll-choice__label", value)])
}

fn radio(asked: &Asked, choice: Choice, chosen: Option<Choice>, label: Option<AttrValue>) -> Html {
    let onchange = asked.on.reform(move |_: Event| choice);
    tick("radio", asked.name.to_owned().into(), chosen == Some(choice), asked.enabled, onchange, label)
}

fn anchors(of: &Points) -> Html {
    let anchor = |point: &ScalePoint| line("span", "", [&point.value.to_string(), " = ", &point.label].concat().into());
    el("p", "ll-scale__anchors").fixed("aria-hidden", "true").children(of.anchors().map(anchor).collect())
}

/// A native radio button or a box to tick. (Yew's macro knows how to keep `checked` true to what is shown.)
pub fn tick(
    kind: &'static str,
    name: AttrValue,
    checked: bool,
    enabled: bool,
    onchange: Callback<Event>,
    label: Option<AttrValue>,
) -> Html {
    html! { <input type={kind} {name} {checked} disabled={!enabled} {onchange} aria-label={label} /> }
}

/// A radio button or a box with its label, drawn large.
pub fn labelled(class: AttrValue, input: Html, label: AttrValue) -> Html {
    el("label", "").attr("class", class).children(vec![
        input,
        el("span", "ll-choice__dot").fixed("aria-hidden", "true").child(Icon::Check.draw()),
        line("span", "ll-choice__label", label),
    ])
}
