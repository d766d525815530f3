//! The page with notes in columns.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Ui, say};
use super::note_card::NoteCard;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::results::{Detail, results};
use super::taking_part::taking_part;
use super::text_form::TextForm;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{NotesColumn, NotesView};
use crate::i18n::Key;

/// The most characters a note takes.
pub const NOTE_LIMIT: u32 = 500;

/// The columns side by side, each with its notes and a field for another.
pub fn notes(ui: &Ui, view: &NotesView) -> Html {
    html! {
        <>
            { page_heading(ui, &view.heading) }
            { thinking_questions(ui, &view.heading.prompts) }
            <div class="ll-columns">
                for one in &view.columns {
                    { column(ui, view, one) }
                }
            </div>
            { taking_part(ui, &view.heading.step, view.taking_part) }
            if let Some(shown) = &view.results {
                <details class="ll-more ll-lookback">
                    <summary>{ ui.t(Key::ResultsBeside) }</summary>
                    { results(ui, shown, Detail::Full) }
                </details>
            }
        </>
    }
}

fn column(ui: &Ui, view: &NotesView, column: &NotesColumn) -> Html {
    let title = AttrValue::from(["ll-column-", &column.id].concat());
    let on_submit = ui.on.reform({
        let (step, column) = (view.heading.step.clone(), column.id.clone());
        move |text: Rc<str>| Intent::Create { step: step.clone(), body: Body::Note { column: column.clone(), text } }
    });
    html! {
        <section key={&*column.id} class="ll-column" aria-labelledby={title.clone()}>
            <h3 id={title}>{ say(&column.label) }</h3>
            <ul class="ll-notes">
                for note in &column.notes {
                    <NoteCard key={note.meta.id.as_str()} step={view.heading.step.clone()} column={column.id.clone()}
                        note={note.clone()} can_write={view.can_write} />
                }
            </ul>
            if view.can_write {
                <TextForm label={ui.with(Key::NoteNew, &column.label)} bare=true submit={ui.t(Key::Add)} limit={NOTE_LIMIT} lines=true {on_submit} />
            }
        </section>
    }
}
