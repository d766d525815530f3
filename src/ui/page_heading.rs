//! The heading of a page.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line, none};
use crate::core::view::Heading;
use crate::i18n::Key;

/// A step's title, time and instruction.
pub fn page_heading(ui: &Ui, heading: &Heading) -> Html {
    let number = heading.number.map(|number| line("span", "", ui.number(Key::StepNumber, number.into())));
    let optional = if heading.optional { line("span", "", ui.t(Key::Optional)) } else { none() };
    let minutes = line("span", "", ui.minutes(heading.minutes));
    group(
        "header",
        "ll-heading",
        vec![
            group("p", "ll-eyebrow", vec![number.unwrap_or_default(), optional, minutes]),
            title(ui, heading.title.clone().into()),
            line("p", "ll-lead", heading.instruction.clone().into()),
            if heading.locked { line("p", "ll-lead", ui.t(Key::Locked)) } else { none() },
        ],
    )
}

/// The title of a page, which takes the focus when the user comes here.
pub fn title(ui: &Ui, text: AttrValue) -> Html {
    el("h2", "").fixed("id", "ll-heading").fixed("tabindex", "-1").node(ui.heading.clone()).text(text)
}
