//! The page with notes in columns.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ui;
use super::draft::new_key;
use super::el::{el, group, list, none};
use super::held::lost_edits;
use super::note_card::NoteCard;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::result_card::disclosure;
use super::results::{Detail, results};
use super::taking_part::taking_part;
use super::text_form::TextForm;
use crate::core::blocks::notes::TEXT_LIMIT;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{Meta, NoteView, NotesColumn, NotesView};
use crate::i18n::Key;

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
        taking_part(ui, &view.heading.step, view.taking_part, Key::TookPartHint),
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
        html! {
            <TextForm label={ui.with(Key::NoteNew, &column.label)} bare=true submit={ui.t(Key::Add)} limit={TEXT_LIMIT}
                draft={new_key(step, &column.id)} lines=true {on_submit} />
        }
    } else {
        none()
    };
    let mut notes: Vec<Html> = column.notes.iter().map(note).collect();
    if view.can_write {
        let known: Vec<&Meta> = column.notes.iter().map(|note| &note.meta).collect();
        let body = |text: &str| Body::Note { column: column.id.clone(), text: text.trim().into() };
        notes.extend(lost_edits(ui, step, &column.id, &known, &|text| text.to_owned().into(), &body));
    }
    el("section", "ll-column").key(&column.id).attr("aria-labelledby", title.clone()).children(vec![
        el("h3", "").attr("id", title).text(column.label.clone().into()),
        group("ul", "ll-notes", notes),
        another,
    ])
}
