//! The page with notes in columns.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{say, use_ui};
use super::note_card::NoteCard;
use super::page_heading::PageHeading;
use super::prompts::Prompts;
use super::results::Results;
use super::taking_part::TakingPart;
use super::text_form::TextForm;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{NotesColumn, NotesView};
use crate::i18n::Key;

/// The most characters a note takes.
pub const NOTE_LIMIT: u32 = 500;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub view: NotesView,
}

/// The columns side by side, each with its notes and a field for another.
#[component]
pub fn Notes(props: &Props) -> Html {
    let view = &props.view;
    let ui = use_ui();
    html! {
        <>
            <PageHeading heading={view.heading.clone()} />
            <Prompts prompts={view.heading.prompts.clone()} />
            <div class="ll-columns">
                for column in &view.columns {
                    <Column key={column.id.to_string()} view={view.clone()} column={column.clone()} />
                }
            </div>
            <TakingPart step={view.heading.step.clone()} state={view.taking_part} />
            if let Some(results) = &view.results {
                <details class="ll-more ll-lookback">
                    <summary>{ ui.t(Key::ResultsBeside) }</summary>
                    <Results results={results.clone()} />
                </details>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ColumnProps {
    view: NotesView,
    column: NotesColumn,
}

#[component]
fn Column(props: &ColumnProps) -> Html {
    let ui = use_ui();
    let column = &props.column;
    let title = AttrValue::from(["ll-column-", &column.id].concat());
    let on_submit = ui.on.reform({
        let (step, column) = (props.view.heading.step.clone(), column.id.clone());
        move |text: Rc<str>| Intent::Create { step: step.clone(), body: Body::Note { column: column.clone(), text } }
    });
    html! {
        <section class="ll-column" aria-labelledby={title.clone()}>
            <h3 id={title}>{ say(&column.label) }</h3>
            <ul class="ll-notes">
                for note in &column.notes {
                    <NoteCard key={note.meta.id.as_str()} step={props.view.heading.step.clone()} column={column.id.clone()}
                        note={note.clone()} can_write={props.view.can_write} />
                }
            </ul>
            if props.view.can_write {
                <TextForm label={ui.with(Key::NoteNew, &column.label)} bare=true submit={ui.t(Key::Add)} limit={NOTE_LIMIT} lines=true {on_submit} />
            }
        </section>
    }
}
