//! The heading of a page.

use yew::prelude::*;

use super::context::{say, use_ui};
use crate::core::view::Heading;
use crate::i18n::Key;

/// What it says.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step's heading.
    pub heading: Heading,
}

/// A step's title, time and instruction. The title takes the focus when the user comes here.
#[component]
pub fn PageHeading(props: &Props) -> Html {
    let ui = use_ui();
    let heading = &props.heading;
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
