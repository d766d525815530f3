//! Questions to think and talk about.

use yew::prelude::*;

use super::context::{say, use_ui};
use super::icon::Icon;
use crate::core::view::Text;
use crate::i18n::Key;

/// What they are.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The questions.
    pub prompts: Vec<Text>,
}

/// The thinking questions of a step, beside its work.
#[component]
pub fn Prompts(props: &Props) -> Html {
    let ui = use_ui();
    if props.prompts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ll-prompts" aria-labelledby="ll-prompts-title">
            <h3 id="ll-prompts-title">{ Icon::Think.draw() }<span>{ ui.t(Key::Prompts) }</span></h3>
            <ul>
                for prompt in &props.prompts {
                    <li>{ say(prompt) }</li>
                }
            </ul>
        </section>
    }
}
