//! A note.

use std::rc::Rc;

use yew::html::{ondragstart, ondrop};
use yew::prelude::*;

use super::browser;
use super::button::{Tone, button, button_at};
use super::card_tools::{byline, card_tools};
use super::confirm::ConfirmButton;
use super::context::{Ui, use_ui};
use super::dots::dots;
use super::draft::edit_keys;
use super::editing::use_editing;
use super::el::{el, field, group, line, none, text};
use super::held::held;
use super::icon::Icon;
use super::note_group::{Dragged, dot_count, put_into};
use super::text_form::TextForm;
use crate::core::blocks::notes::{GROUP_LIMIT, TEXT_LIMIT};
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{NoteView, Text};
use crate::i18n::Key;

/// What the user can do with notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Can {
    /// Write and change them.
    pub write: bool,
    /// Put them together.
    pub group: bool,
}

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step that shows it.
    pub step: StepId,
    /// The column that it stands in.
    pub column: Text,
    /// The note.
    pub note: NoteView,
    /// What the user can do.
    pub can: Can,
    /// Where a note that is dragged is kept.
    pub dragged: Dragged,
}

/// A note's text with its tools, or the form that changes it, or the one that puts it into a group.
#[component]
pub fn NoteCard(props: &Props) -> Html {
    let ui = use_ui();
    let note = &props.note;
    let draft: Rc<str> = [&edit_keys(&props.step, &props.column), note.meta.id.as_str()].concat().into();
    let editing = use_editing(&ui, &draft, props.can.write);
    let grouping = use_state(|| false);
    let put = use_node_ref();
    {
        let (put, dragged, id) = (put.clone(), props.dragged.clone(), note.meta.id.clone());
        use_effect_with((*grouping, note.group.clone()), move |(grouping, _)| {
            if !grouping && dragged.arrives(&id) {
                browser::focus(&put);
            }
        });
    }
    let on_submit = {
        let (ui, editing, note) = (ui.clone(), editing.clone(), note.clone());
        Callback::from(move |text: Rc<str>| {
            ui.send(Intent::Change {
                id: note.meta.id.clone(),
                step: note.meta.step.clone(),
                base: editing.base.unwrap_or(0),
                body: Body::Note { column: note.column.clone(), text, group: note.group.clone() },
            });
            editing.end.emit(());
        })
    };
    let own = |body: &Body| match body {
        Body::Note { text, .. } => Some(AttrValue::from(text.clone())),
        _ => None,
    };
    let can_group = props.can.group && !note.meta.unseen;
    let inside = if let Some(card) = held(&ui, &note.meta, &own, note.text.clone().into()) {
        vec![card]
    } else if let Some(base) = editing.base {
        vec![html! {
            <TextForm label={ui.t(Key::NoteText)} bare=true submit={ui.t(Key::Save)} text={note.text.clone()} limit={TEXT_LIMIT}
                {draft} {base} lines=true {on_submit} on_cancel={editing.end.clone()} />
        }]
    } else {
        let mut parts = vec![
            line("p", "ll-note__text", note.text.clone().into()),
            group("div", "ll-note__facts", vec![marks(&ui, note), byline(&ui, &note.meta)]),
            note.placing.as_ref().map(|placing| dots(&ui, placing, &note.text)).unwrap_or_default(),
            share(&ui, note),
        ];
        if can_group && *grouping {
            let close = Callback::from({
                let grouping = grouping.clone();
                move |()| grouping.set(false)
            });
            parts.push(html! { <GroupForm note={note.clone()} {close} dragged={props.dragged.clone()} /> });
        } else if props.can.write {
            let mut tools = Vec::new();
            if can_group {
                let open = Callback::from({
                    let grouping = grouping.clone();
                    move |_| grouping.set(true)
                });
                let label = ui.with(Key::GroupPut, &note.text);
                tools.push(button_at(put, label, Tone::Bare.icon(Icon::Together), open));
            }
            tools.push(card_tools(&ui, &note.meta, &note.text, &editing));
            parts.push(group("div", "ll-note__tools", tools));
        }
        parts
    };
    let mut card = el("li", class(note));
    if can_group && editing.base.is_none() {
        let begin = {
            let (dragged, note) = (props.dragged.clone(), note.clone());
            Callback::from(move |event: DragEvent| {
                event.stop_propagation();
                dragged.begin(&note);
            })
        };
        card = card.fixed("draggable", "true").listen(Rc::new(ondragstart::Wrapper::new(begin)));
        card = card.listen(Rc::new(ondrop::Wrapper::new(onto(&ui, &props.dragged, note))));
    }
    card.children(inside)
}

fn class(note: &NoteView) -> &'static str {
    match (note.meta.unseen, note.meta.pending) {
        (false, false) => "ll-note",
        (false, true) => "ll-note ll-pending",
        (true, false) => "ll-note ll-note--own",
        (true, true) => "ll-note ll-note--own ll-pending",
    }
}

/// Who sees it, where that is not the group; the meeting it comes from; its dots.
fn marks(ui: &Ui, note: &NoteView) -> Html {
    let mut marks = Vec::new();
    if note.meta.unseen {
        marks.push(group("span", "ll-tag", vec![Icon::Hidden.draw(), text(ui.t(Key::OnlyYou))]));
    }
    if let Some(number) = note.meta.from {
        marks.push(line("span", "ll-tag", ui.number(Key::FromMeeting, number)));
    }
    marks.push(dot_count(ui, note.dots));
    group("span", "ll-marks", marks)
}

/// A private note is shared for good, so it asks.
fn share(ui: &Ui, note: &NoteView) -> Html {
    if !note.can_share {
        return none();
    }
    let on_yes = {
        let (ui, id) = (ui.clone(), note.meta.id.clone());
        Callback::from(move |()| {
            ui.send(Intent::Share { id: id.clone() });
            browser::focus(&ui.heading);
        })
    };
    html! {
        <ConfirmButton look={Tone::Secondary.icon(Icon::Group)} label={ui.t(Key::ShareNote)} title={ui.t(Key::ShareTitle)}
            text={ui.with(Key::ShareText, &note.text)} yes={ui.t(Key::ShareNote)} {on_yes} />
    }
}

/// Dropped on a loose note, both come into a group with its first words, to be renamed; else into its group.
fn onto(ui: &Ui, dragged: &Dragged, note: &NoteView) -> Callback<DragEvent> {
    let (ui, dragged, onto) = (ui.clone(), dragged.clone(), note.clone());
    Callback::from(move |event: DragEvent| {
        let Some(note) = dragged.take().filter(|note| note.meta.id != onto.meta.id) else {
            return;
        };
        event.prevent_default();
        event.stop_propagation();
        let name = if onto.group.is_empty() { first_words(&onto.text) } else { onto.group.to_string() };
        put_into(&ui, &onto, &name);
        put_into(&ui, &note, &name);
    })
}

/// As many whole words of the first line as a group's name takes.
fn first_words(text: &str) -> String {
    let mut name = String::new();
    for word in text.lines().next().unwrap_or("").split_whitespace() {
        if name.chars().count() + word.chars().count() >= GROUP_LIMIT / 2 && !name.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.extend(word.chars().take(GROUP_LIMIT / 2));
    }
    name
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    note: NoteView,
    close: Callback<()>,
    dragged: Dragged,
}

/// The group of a note: a name that is there, or a new one; or none any more.
#[component]
fn GroupForm(props: &GroupProps) -> Html {
    let ui = use_ui();
    let name = use_state(|| AttrValue::from(props.note.group.clone()));
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((), move |()| browser::focus(&input));
    }
    let leave = {
        let (close, dragged, id) = (props.close.clone(), props.dragged.clone(), props.note.meta.id.clone());
        Callback::from(move |()| {
            dragged.follow(&id);
            close.emit(());
        })
    };
    let put = {
        let (ui, note, leave) = (ui.clone(), props.note.clone(), leave.clone());
        move |group: &str| {
            leave.emit(());
            put_into(&ui, &note, group);
        }
    };
    let on_submit = {
        let (put, name) = (put.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            put(name.trim());
        })
    };
    let on_input = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(browser::value_of(&event)))
    };
    let on_key = {
        let leave = leave.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                leave.emit(());
            }
        })
    };
    let input = field(None, (*name).clone(), GROUP_LIMIT)
        .node(input)
        .fixed("list", "ll-groups")
        .fixed("autocomplete", "off")
        .input(on_input)
        .keydown(on_key)
        .done();
    let mut buttons = vec![super::button::submit(ui.t(Key::Save), Tone::Secondary.icon(Icon::Check))];
    if !props.note.group.is_empty() {
        let out = Callback::from(move |_| put(""));
        buttons.push(button(ui.t(Key::GroupOut), Tone::Quiet.plain(), out));
    }
    buttons.push(button(ui.t(Key::Cancel), Tone::Quiet.plain(), leave.reform(|_| ())));
    el("form", "ll-textform").submit(on_submit).children(vec![
        group("label", "ll-field", vec![line("span", "ll-field__label", ui.t(Key::GroupName)), input]),
        group("div", "ll-actions", buttons),
    ])
}
