//! Choosing one of several by a native select.

use std::rc::Rc;

use yew::html::onchange;
use yew::prelude::*;

use crate::ui::browser::value_of;
use crate::ui::el::{el, group};

/// Something that can be chosen.
pub struct Choice {
    /// What it is sent as.
    pub value: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// Whether it is the one chosen.
    pub chosen: bool,
}

/// A field with its label; `on` takes the value that was chosen.
pub fn choose(id: &'static str, label: AttrValue, choices: Vec<Choice>, on: &Callback<AttrValue>) -> Html {
    let option = |choice: Choice| {
        el("option", "")
            .attr("value", choice.value)
            .fixed("dir", "auto")
            .property("selected", choice.chosen)
            .text(choice.label)
    };
    let onchange = on.reform(|event: Event| value_of(&event));
    let select = el("select", "").fixed("id", id).listen(Rc::new(onchange::Wrapper::new(onchange)));
    let label = el("label", "ll-field__label").fixed("for", id).text(label);
    group("div", "ll-field", vec![label, select.children(choices.into_iter().map(option).collect())])
}
