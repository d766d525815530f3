//! A field with a button: to add a text, or to change one.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Tone;
use super::context::use_ui;
use super::el::{self, group, line};
use super::form::{Start, use_form};

/// What it asks.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The field's label.
    pub label: AttrValue,
    /// What the button says.
    pub submit: AttrValue,
    /// What is in the field at first.
    #[prop_or_default]
    pub text: AttrValue,
    /// The most characters it takes.
    pub limit: usize,
    /// Where its draft is kept.
    pub draft: Rc<str>,
    /// The revision that an edit started from.
    #[prop_or_default]
    pub base: u64,
    /// Whether line breaks are allowed.
    #[prop_or_default]
    pub lines: bool,
    /// The label is read aloud only.
    #[prop_or_default]
    pub bare: bool,
    /// Takes the text, trimmed and not empty.
    pub on_submit: Callback<Rc<str>>,
    /// Leaves everything as it was; a form with it takes the focus at once, and Escape does the same.
    #[prop_or_default]
    pub on_cancel: Option<Callback<()>>,
}

/// After adding, the field is empty and keeps the focus, so that the next one can be typed.
#[component]
pub fn TextForm(props: &Props) -> Html {
    let ui = use_ui();
    let form = use_form(Start {
        draft: &props.draft,
        takes_up: true,
        base: props.base,
        stored: &props.text,
        after: AttrValue::default(),
        focus: props.on_cancel.is_some(),
        on_submit: &props.on_submit.reform(|text: AttrValue| Rc::from(&*text)),
        on_cancel: props.on_cancel.as_ref(),
    });
    let oninput = form.on_input(|text, typed| *text = typed);
    let onkeydown = {
        let (send, leave) = (form.send.clone(), form.on_key());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                send.emit(());
            } else {
                leave.emit(event);
            }
        })
    };
    let value = (*form.value).clone();
    let rows = props.lines.then_some("3");
    let input = el::field(rows, value, props.limit).node(form.first.clone()).input(oninput).keydown(onkeydown).done();
    let label = line("span", if props.bare { "ll-sr" } else { "ll-field__label" }, props.label.clone());
    let buttons = form.buttons(&ui, &props.submit, Tone::Secondary, "ll-actions");
    let class = if props.lines { "ll-textform" } else { "ll-textform ll-textform--line" };
    form.element(class).children(vec![group("label", "ll-field", vec![label, input]), buttons])
}
