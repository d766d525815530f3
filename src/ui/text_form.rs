//! A field with a button: to add a text, or to change one.

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use super::button::{Tone, button, submit as submit_button};
use super::context::use_ui;
use super::el::{self, el, group, line};
use super::icon::Icon;
use crate::i18n::Key;

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
    let draft = use_state(|| ui.draft(&props.draft).map(|(_, text)| text));
    let text = use_state(|| (*draft).clone().unwrap_or_else(|| props.text.clone()));
    let field = use_node_ref();
    {
        // An edit taken up again leaves the focus where it is.
        let (field, editing) = (field.clone(), props.on_cancel.is_some() && draft.is_none());
        use_effect_with((), move |()| {
            if editing {
                browser::focus(&field);
            }
        });
    }
    let oninput = {
        let (ui, text) = (ui.clone(), text.clone());
        let (key, base, stored) = (props.draft.clone(), props.base, props.text.clone());
        Callback::from(move |event: InputEvent| {
            let typed = browser::value_of(&event);
            ui.keep_draft(&key, base, &typed, &stored);
            text.set(typed);
        })
    };
    let submit = {
        let (text, field, on_submit) = (text.clone(), field.clone(), props.on_submit.clone());
        let (ui, key) = (ui.clone(), props.draft.clone());
        Callback::from(move |()| {
            let trimmed = text.trim();
            if !trimmed.is_empty() {
                on_submit.emit(trimmed.into());
                ui.drop_draft(&key);
                text.set(AttrValue::default());
            }
            browser::focus(&field);
        })
    };
    let onsubmit = {
        let submit = submit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            submit.emit(());
        })
    };
    let on_cancel = props.on_cancel.as_ref().map(|cancel| {
        let (ui, key) = (ui.clone(), props.draft.clone());
        cancel.reform(move |()| ui.drop_draft(&key))
    });
    let onkeydown = {
        let (submit, cancel) = (submit, on_cancel.clone());
        Callback::from(move |event: KeyboardEvent| match (event.key().as_str(), &cancel) {
            ("Escape", Some(cancel)) => cancel.emit(()),
            ("Enter", _) if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                submit.emit(());
            }
            _ => {}
        })
    };
    let icon = if props.on_cancel.is_some() { Icon::Check } else { Icon::Plus };
    let value = (*text).clone();
    let rows = props.lines.then_some("3");
    let input = el::field(rows, value, props.limit).node(field).input(oninput).keydown(onkeydown).done();
    let label = line("span", if props.bare { "ll-sr" } else { "ll-field__label" }, props.label.clone());
    let mut actions = vec![submit_button(props.submit.clone(), Tone::Secondary.icon(icon))];
    if let Some(cancel) = &on_cancel {
        actions.push(button(ui.t(Key::Cancel), Tone::Quiet.plain(), cancel.reform(|_| ())));
    }
    el("form", if props.lines { "ll-textform" } else { "ll-textform ll-textform--line" })
        .submit(onsubmit)
        .children(vec![group("label", "ll-field", vec![label, input]), group("div", "ll-actions", actions)])
}
