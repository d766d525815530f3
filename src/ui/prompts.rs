//! Questions to think and talk about.

use yew::prelude::*;

use super::context::{Ui, say};
use super::icon::Icon;
use crate::core::view::Text;
use crate::i18n::Key;

/// The thinking questions of a step, beside its work.
pub fn thinking_questions(ui: &Ui, prompts: &[Text]) -> Html {
    if prompts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ll-prompts" aria-labelledby="ll-prompts-title">
            <h3 id="ll-prompts-title">{ Icon::Think.draw() }<span>{ ui.t(Key::Prompts) }</span></h3>
            <ul>
                for prompt in prompts {
                    <li>{ say(prompt) }</li>
                }
            </ul>
        </section>
    }
}
