//! The page with notes in columns.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Ui, use_ui};
use super::dots::dots_status;
use super::draft::new_key;
use super::el::{el, group, line, list, none};
use super::held::lost_edits;
use super::icon::Icon;
use super::note_card::{Can, NoteCard};
use super::note_group::{Dragged, NoteGroupHead, drop_target};
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::result_card::disclosure;
use super::results::Detail;
use super::taking_part::taking_part;
use super::tallied::tallied;
use super::text_form::TextForm;
use crate::core::blocks::notes::TEXT_LIMIT;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{Meta, NoteGroup, NoteView, NotesColumn, NotesView, Sharing, Text};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub view: NotesView,
}

/// The columns side by side, each with its notes and a field for another.
#[component]
pub fn Notes(props: &Props) -> Html {
    let ui = use_ui();
    let dragged = use_state(Dragged::default);
    let view = &props.view;
    let columns = view.columns.iter().map(|one| column(&ui, view, one, &dragged)).collect();
    let earlier = view.beside.as_ref().map(|beside| lookback(&ui, tallied(&ui, beside, Detail::Full)));
    list(vec![
        page_heading(&ui, &view.heading),
        who_reads(&ui, view),
        thinking_questions(&ui, &view.heading.prompts),
        earlier.unwrap_or_default(),
        view.dots.as_ref().map(|dots| dots_status(&ui, dots)).unwrap_or_default(),
        group("div", "ll-columns", columns),
        group_names(&view.groups),
        taking_part(&ui, &view.heading.step, view.taking_part, Key::TookPartHint),
    ])
}

/// Results of an earlier step, to open.
fn lookback(ui: &Ui, results: Html) -> Html {
    disclosure("ll-more ll-lookback", ui.t(Key::ResultsBeside), results)
}

/// Who reads what is written here, before anybody writes it; with how many wrote, and what can be done with notes.
fn who_reads(ui: &Ui, view: &NotesView) -> Html {
    let (icon, text) = match view.sharing {
        Sharing::Group => (Icon::Group, ui.t(if view.can_group { Key::NotesGroupHint } else { Key::NotesShared })),
        Sharing::Author => (Icon::Hidden, ui.t(Key::NotesPrivate)),
        Sharing::UntilShown { open: true, at_end: false, .. } => (Icon::Hidden, ui.t(Key::NotesHidden)),
        Sharing::UntilShown { open: true, at_end: true, .. } => (Icon::Hidden, ui.t(Key::NotesHiddenEnd)),
        Sharing::UntilShown { open: false, .. } => (Icon::Hidden, ui.t(Key::NotesStopped)),
    };
    let count = match view.sharing {
        Sharing::UntilShown { wrote, present, .. } => {
            el("strong", "").fixed("role", "status").text(ui.of(Key::NotesWrote, wrote, present))
        }
        _ => none(),
    };
    group("p", "ll-reads", vec![icon.draw(), line("span", "", text), count])
}

/// The names to choose from where a note is put into a group.
fn group_names(names: &[Text]) -> Html {
    if names.is_empty() {
        return none();
    }
    let option = |name: &Text| el("option", "").key(name).attr("value", name.clone().into()).done();
    el("datalist", "").fixed("id", "ll-groups").children(names.iter().map(option).collect())
}

fn column(ui: &Ui, view: &NotesView, column: &NotesColumn, dragged: &Dragged) -> Html {
    let title = AttrValue::from(["ll-column-", &column.id].concat());
    let step = &view.heading.step;
    let on_submit = ui.on.reform({
        let (step, column) = (step.clone(), column.id.clone());
        move |text: Rc<str>| Intent::Create {
            step: step.clone(),
            body: Body::Note { column: column.clone(), text, group: "".into() },
        }
    });
    let another = if view.can_write {
        html! {
            <TextForm label={ui.with(Key::NoteNew, &column.label)} bare=true submit={ui.t(Key::Add)} limit={TEXT_LIMIT}
                draft={new_key(step, &column.id)} lines=true {on_submit} />
        }
    } else {
        none()
    };
    let lost = if view.can_write {
        let known: Vec<&Meta> = column.notes().map(|note| &note.meta).collect();
        let body = |text: &str| Body::Note { column: column.id.clone(), text: text.trim().into(), group: "".into() };
        lost_edits(ui, step, &column.id, &known, &|text| text.to_owned().into(), &body)
    } else {
        Vec::new()
    };
    let hint = match &column.hint {
        Some(hint) => line("p", "ll-muted", hint.clone().into()),
        None => none(),
    };
    let mut parts = vec![el("h3", "").attr("id", title.clone()).text(column.label.clone().into()), hint];
    for group in &column.groups {
        parts.push(one_group(ui, view, column, group, dragged));
    }
    parts.push(group("ul", "ll-notes", lost));
    parts.push(another);
    el("section", "ll-column").key(&column.id).attr("aria-labelledby", title).children(parts)
}

/// Notes under their name, or those without one.
fn one_group(ui: &Ui, view: &NotesView, column: &NotesColumn, notes: &NoteGroup, dragged: &Dragged) -> Html {
    let can = Can { write: view.can_write, group: view.can_group };
    let card = |note: &NoteView| {
        html! {
            <NoteCard key={note.meta.id.as_str()} step={view.heading.step.clone()} column={column.id.clone()}
                note={note.clone()} {can} dragged={dragged.clone()} />
        }
    };
    let cards = group("ul", "ll-notes", notes.notes.iter().map(card).collect());
    if notes.name.is_empty() {
        let place = el("div", "ll-group ll-group--loose").key("");
        return drop_target(place, ui, can, dragged, &notes.name).children(vec![cards]);
    }
    let head = html! {
        <NoteGroupHead name={notes.name.clone()} notes={Rc::new(notes.notes.clone())} dots={notes.dots} {can} />
    };
    // No landmark: several columns may have a group of this name.
    let place = el("div", "ll-group").key(&notes.name).fixed("role", "group");
    let place = place.attr("aria-label", ui.with(Key::GroupNamed, &notes.name));
    drop_target(place, ui, can, dragged, &notes.name).children(vec![head, cards])
}
