//! The page with notes in columns.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, list, none};
use super::note_card::NoteCard;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::result_card::disclosure;
use super::results::{Detail, results};
use super::taking_part::taking_part;
use super::text_form::TextForm;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{NoteView, NotesColumn, NotesView};
use crate::i18n::Key;

/// The most characters a note takes.
pub const NOTE_LIMIT: u32 = 500;

/// The columns side by side, each with its notes and a field for another.
pub fn notes(ui: &Ui, view: &NotesView) -> Html {
    let columns = view.columns.iter().map(|one| column(ui, view, one)).collect();
    let earlier = match &view.results {
        Some(shown) => disclosure("ll-more ll-lookback", ui.t(Key::ResultsBeside), results(ui, shown, Detail::Full)),
        None => none(),
    };
    list(vec![
        page_heading(ui, &view.heading),
        thinking_questions(ui, &view.heading.prompts),
        group("div", "ll-columns", columns),
        taking_part(ui, &view.heading.step, view.taking_part),
        earlier,
    ])
}

fn column(ui: &Ui, view: &NotesView, column: &NotesColumn) -> Html {
    let title = AttrValue::from(["ll-column-", &column.id].concat());
    let step = &view.heading.step;
    let note = |note: &NoteView| {
        html! {
            <NoteCard key={note.meta.id.as_str()} step={step.clone()} column={column.id.clone()} note={note.clone()}
                can_write={view.can_write} />
        }
    };
    let on_submit = ui.on.reform({
        let (step, column) = (step.clone(), column.id.clone());
        move |text: Rc<str>| Intent::Create { step: step.clone(), body: Body::Note { column: column.clone(), text } }
    });
    let another = if view.can_write {
        html! { <TextForm label={ui.with(Key::NoteNew, &column.label)} bare=true submit={ui.t(Key::Add)} limit={NOTE_LIMIT} lines=true {on_submit} /> }
    } else {
        none()
    };
    el("section", "ll-column").key(&column.id).attr("aria-labelledby", title.clone()).children(vec![
        el("h3", "").attr("id", title).text(column.label.clone().into()),
        group("ul", "ll-notes", column.notes.iter().map(note).collect()),
        another,
    ])
}
