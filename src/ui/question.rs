//! A question to answer.

use std::rc::Rc;

use yew::prelude::*;

use super::autosave::Autosave;
use super::button::{Tone, button};
use super::choices::{Asked, labelled, points, tick};
use super::context::{Ui, use_ui};
use super::draft::new_key;
use super::el::{el, group, line, none};
use super::number_field::NumberField;
use crate::core::ids::{ItemId, StepId};
use crate::core::intent::Intent;
use crate::core::room::Choice;
use crate::core::view::{Options, QuestionField, QuestionItem};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// The question.
    pub item: Rc<QuestionItem>,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// Without its number.
    pub light: bool,
}

/// A card with what is asked, and the controls to answer it.
#[component]
pub fn Question(props: &Props) -> Html {
    let (ui, item) = (&use_ui(), &props.item);
    let number = if props.light {
        none()
    } else {
        line("span", "ll-statement__number", ui.number(Key::QuestionNumber, item.number))
    };
    let asked = vec![number, line("span", "ll-statement__text", item.text.clone().into())];
    let controls = controls(ui, props);
    match &item.field {
        QuestionField::Points(_) | QuestionField::Options(_) => {
            let legend = group("legend", "", asked);
            el("fieldset", "ll-card ll-statement ll-question").children(vec![legend, controls])
        }
        // One field: the question is its label.
        QuestionField::Number { .. } | QuestionField::Line { .. } => {
            let label = group("span", "ll-question__asked", asked);
            group("div", "ll-card ll-question", vec![group("label", "ll-field", vec![label, controls])])
        }
    }
}

fn controls(ui: &Ui, props: &Props) -> Html {
    let item = &props.item;
    let enabled = props.can_answer;
    let name = ["ll-answer-", item.item.as_str()].concat();
    match &item.field {
        QuestionField::Points(of) => points(&Asked { name: &name, enabled, on: told(ui, &item.item, chose) }, of),
        QuestionField::Options(of) => options(ui, &item.item, &name.into(), of, enabled),
        QuestionField::Number { min, max, value } => {
            let on = told(ui, &item.item, |item, value: Option<i32>| {
                chose(item, value.map_or(Choice::OptOut, Choice::Point))
            });
            html! { <NumberField min={*min} max={*max} value={*value} {enabled} {on} /> }
        }
        QuestionField::Line { limit, text } => {
            let on_save = told(ui, &item.item, |item, (_, text): (u64, Rc<str>)| Intent::AnswerText { item, text });
            let draft = new_key(&props.step, item.item.as_str());
            html! { <Autosave stored={text.clone()} limit={*limit} {draft} readonly={!enabled} {on_save} /> }
        }
    }
}

/// Says what was answered.
fn told<T: 'static>(ui: &Ui, item: &ItemId, intent: impl Fn(ItemId, T) -> Intent + 'static) -> Callback<T> {
    let item = item.clone();
    ui.on.reform(move |answer| intent(item.clone(), answer))
}

fn chose(item: ItemId, choice: Choice) -> Intent {
    Intent::Answer { item, choice }
}

/// Radio buttons or boxes; the answer to a question with one option can be taken back.
fn options(ui: &Ui, item: &ItemId, name: &AttrValue, of: &Options, enabled: bool) -> Html {
    let kind = if of.several { "checkbox" } else { "radio" };
    let class = if of.several { "ll-choice ll-choice--box" } else { "ll-choice" };
    let mut entries: Vec<Html> = Vec::new();
    for option in &of.options {
        let onchange = {
            let (of, id) = (of.clone(), option.id.clone());
            told(ui, item, move |item, _: Event| Intent::AnswerOptions { item, options: of.toggled(&id) })
        };
        let input = tick(kind, name.clone(), option.chosen, enabled, onchange, None);
        entries.push(labelled(class.into(), input, option.label.clone().into()));
    }
    let hint = if of.several { line("p", "ll-muted ll-question__hint", ui.t(Key::QuestionSeveral)) } else { none() };
    let clear = if !of.several && of.any() && enabled {
        let on = told(ui, item, |item, _: MouseEvent| Intent::AnswerOptions { item, options: Vec::new() });
        button(ui.t(Key::QuestionClear), Tone::Quiet.plain(), on)
    } else {
        none()
    };
    group("div", "ll-scale", vec![hint, group("div", "ll-scale__points ll-scale__points--many", entries), clear])
}
