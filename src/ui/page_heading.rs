//! The heading of a page.

use yew::prelude::*;

use super::context::{Ui, say};
use crate::core::view::Heading;
use crate::i18n::Key;

/// A step's title, time and instruction. The title takes the focus when the user comes here.
pub fn page_heading(ui: &Ui, heading: &Heading) -> Html {
    html! {
        <header class="ll-heading">
            <p class="ll-eyebrow">
                if let Some(number) = heading.number {
                    <span>{ ui.number(Key::StepNumber, number.into()) }</span>
                }
                if heading.optional {
                    <span>{ ui.t(Key::Optional) }</span>
                }
                <span>{ ui.minutes(heading.minutes) }</span>
            </p>
            <h2 id="ll-heading" tabindex="-1" ref={ui.heading.clone()}>{ say(&heading.title) }</h2>
            <p class="ll-lead">{ say(&heading.instruction) }</p>
        </header>
    }
}
