//! A note.

use std::rc::Rc;

use yew::prelude::*;

use super::card_tools::{byline, card_tools};
use super::context::use_ui;
use super::draft::edit_keys;
use super::editing::use_editing;
use super::el::{group, line, none};
use super::held::held;
use super::text_form::TextForm;
use crate::core::blocks::notes::TEXT_LIMIT;
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{NoteView, Text};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// The column.
    pub column: Text,
    /// The note.
    pub note: NoteView,
    /// Whether the user can write now.
    pub can_write: bool,
}

/// A note's text, or the form that changes it.
#[component]
pub fn NoteCard(props: &Props) -> Html {
    let ui = use_ui();
    let note = &props.note;
    let draft: Rc<str> = [&edit_keys(&props.step, &props.column), note.meta.id.as_str()].concat().into();
    let editing = use_editing(&ui, &draft, props.can_write);
    let on_submit = {
        let (ui, editing) = (ui.clone(), editing.clone());
        let (id, step, column) = (note.meta.id.clone(), props.step.clone(), props.column.clone());
        Callback::from(move |text: Rc<str>| {
            let body = Body::Note { column: column.clone(), text };
            ui.send(Intent::Change { id: id.clone(), step: step.clone(), base: editing.base.unwrap_or(0), body });
            editing.end.emit(());
        })
    };
    let own = |body: &Body| match body {
        Body::Note { text, .. } => Some(AttrValue::from(text.clone())),
        _ => None,
    };
    let inside = if let Some(card) = held(&ui, &note.meta, &own, note.text.clone().into()) {
        vec![card]
    } else if let Some(base) = editing.base {
        vec![html! {
            <TextForm label={ui.t(Key::NoteText)} bare=true submit={ui.t(Key::Save)} text={note.text.clone()} limit={TEXT_LIMIT}
                {draft} {base} lines=true {on_submit} on_cancel={editing.end.clone()} />
        }]
    } else {
        let tools = if props.can_write { card_tools(&ui, &note.meta, &note.text, &editing) } else { none() };
        vec![line("p", "ll-note__text", note.text.clone().into()), byline(&ui, &note.meta), tools]
    };
    group("li", if note.meta.pending { "ll-note ll-pending" } else { "ll-note" }, inside)
}
