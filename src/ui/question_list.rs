//! Questions to answer, in sections.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::el::{el, group, line, none};
use super::question::Question;
use crate::core::ids::StepId;
use crate::core::view::QuestionSection;

/// So many questions are drawn at once, so that no frame takes long; the rest follow by themselves.
const AT_ONCE: usize = 20;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// The questions.
    pub sections: Vec<QuestionSection>,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// A few questions to begin or to end with.
    pub light: bool,
}

/// A heading for each dimension, and its questions; a question is drawn again only when it changes itself.
#[component]
pub fn QuestionList(props: &Props) -> Html {
    let drawn = use_state(|| AT_ONCE);
    let all = props.sections.iter().map(|section| section.items.len()).sum::<usize>();
    {
        let next = drawn.clone();
        use_effect_with((*drawn, all), move |(drawn, all)| {
            let more = (drawn < all).then(|| Timeout::new(0, move || next.set(*next + AT_ONCE)));
            move || drop(more)
        });
    }
    let mut left = *drawn;
    let mut sections = Vec::new();
    for (at, section) in props.sections.iter().enumerate() {
        let items: Vec<Html> = section
            .items
            .iter()
            .take(left)
            .map(|item| {
                html! {
                    <Question key={item.item.as_str()} step={props.step.clone()} item={item.clone()}
                        can_answer={props.can_answer} light={props.light} />
                }
            })
            .collect();
        left -= items.len();
        let title = section.title.as_ref().map(|title| line("h3", "", title.clone().into()));
        let key = at.to_string();
        let list = group("div", "ll-questions__list", items);
        sections.push(el("div", "ll-questions__section").key(&key).children(vec![title.unwrap_or_else(none), list]));
    }
    group("div", "ll-questions", sections)
}
