//! A field for a whole number.

use yew::prelude::*;

use super::browser;
use super::context::use_ui;
use super::el::{el, field, group};
use crate::i18n::Key;

/// The most characters: a sign and seven digits.
const LIMIT: usize = 8;

/// What it asks.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The lowest number.
    pub min: i32,
    /// The highest number.
    pub max: i32,
    /// The number that is stored.
    pub value: Option<i32>,
    /// Whether the user can answer now.
    pub enabled: bool,
    /// Takes a number, or none where the field is empty or says something else.
    pub on: Callback<Option<i32>>,
}

/// What is typed counts as soon as it is a number within the bounds. What is not stays in the field, does not count,
/// and is told when the field is left.
#[component]
pub fn NumberField(props: &Props) -> Html {
    let (ui, typed, left) = (use_ui(), use_state(|| None::<AttrValue>), use_state(|| false));
    let stored = props.value.map(|value| AttrValue::from(value.to_string())).unwrap_or_default();
    let shown = (*typed).clone().unwrap_or_else(|| stored.clone());
    let number = read(&shown, props.min, props.max);
    let wrong = *left && number.is_none() && !shown.trim().is_empty();
    let oninput = {
        let (typed, left, on) = (typed.clone(), left.clone(), props.on.clone());
        let (min, max, value) = (props.min, props.max, props.value);
        Callback::from(move |event: InputEvent| {
            let text = browser::value_of(&event);
            let number = read(&text, min, max);
            if number != value {
                on.emit(number);
            }
            left.set(false);
            typed.set(Some(text));
        })
    };
    let onblur = {
        let (typed, left) = (typed.clone(), left.clone());
        Callback::from(move |_: FocusEvent| {
            left.set(true);
            if number.is_some() {
                typed.set(None);
            }
        })
    };
    let bounds = ui.fill(Key::NumberBounds, &[("min", &props.min.to_string()), ("max", &props.max.to_string())]);
    let input = field(None, shown, LIMIT)
        .fixed("inputmode", if props.min < 0 { "text" } else { "numeric" })
        .fixed("autocomplete", "off")
        .fixed_if(!props.enabled, "readonly", "readonly")
        .fixed_if(wrong, "aria-invalid", "true")
        .input(oninput)
        .blur(onblur)
        .done();
    let told = if wrong { ui.with(Key::NumberWrong, &bounds) } else { bounds };
    let class = if wrong { "ll-warn" } else { "ll-muted ll-question__hint" };
    group("span", "ll-number", vec![input, el("span", class).fixed("role", "status").text(told)])
}

fn read(text: &str, min: i32, max: i32) -> Option<i32> {
    text.trim().parse().ok().filter(|number| (min..=max).contains(number))
}
