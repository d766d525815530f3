//! Questions to think and talk about.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use crate::core::view::Text;
use crate::i18n::Key;

/// The thinking questions of a step, beside its work.
pub fn thinking_questions(ui: &Ui, prompts: &[Text]) -> Html {
    if prompts.is_empty() {
        return none();
    }
    let title = el("h3", "")
        .fixed("id", "ll-prompts-title")
        .children(vec![Icon::Think.draw(), line("span", "", ui.t(Key::Prompts))]);
    let questions = prompts.iter().map(|prompt| line("li", "", prompt.clone().into())).collect();
    el("section", "ll-prompts")
        .fixed("aria-labelledby", "ll-prompts-title")
        .children(vec![title, group("ul", "", questions)])
}
