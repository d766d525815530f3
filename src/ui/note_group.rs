//! Notes that were put together: their name, and dragging one into them. Dragging is never the only way: every
//! card has a field for its group.

use std::cell::RefCell;
use std::rc::Rc;

use yew::html::{ondragover, ondrop};
use yew::prelude::*;

use super::button::{Tone, button_at};
use super::context::{Ui, use_ui};
use super::editing::use_editing;
use super::el::{El, el, group, line, none};
use super::icon::Icon;
use super::note_card::Can;
use super::text_form::TextForm;
use crate::core::blocks::notes::GROUP_LIMIT;
use crate::core::ids::ContributionId;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{NoteView, Text};
use crate::i18n::Key;

/// The note that is being dragged, and the one that gets the focus where it turns up next: a note that goes to
/// another group is drawn anew there. Compared by identity.
#[derive(Clone, Default)]
pub struct Dragged(Rc<RefCell<Option<NoteView>>>, Rc<RefCell<Option<ContributionId>>>);

impl PartialEq for Dragged {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Dragged {
    /// A note is dragged from now on.
    pub fn begin(&self, note: &NoteView) {
        self.0.replace(Some(note.clone()));
    }

    /// The note that was dragged.
    pub fn take(&self) -> Option<NoteView> {
        self.0.take()
    }

    /// This note gets the focus next.
    pub fn follow(&self, note: &ContributionId) {
        self.1.replace(Some(note.clone()));
    }

    /// Whether this note gets the focus now; asked once.
    pub fn arrives(&self, note: &ContributionId) -> bool {
        let arrives = self.1.borrow().as_ref() == Some(note);
        if arrives {
            self.1.take();
        }
        arrives
    }

    /// Whether a note is dragged now.
    fn is_on(&self) -> bool {
        self.0.borrow().is_some()
    }
}

/// Puts a note into a group, or, with an empty name, takes it out.
pub fn put_into(ui: &Ui, note: &NoteView, group: &str) {
    if *note.group == *group {
        return;
    }
    ui.send(Intent::Change {
        id: note.meta.id.clone(),
        step: note.meta.step.clone(),
        base: note.meta.revision,
        body: Body::Note { column: note.column.clone(), text: note.text.clone(), group: group.into() },
    });
}

/// A place that takes dragged notes into a group.
pub fn drop_target(place: El, ui: &Ui, can: Can, dragged: &Dragged, name: &Text) -> El {
    if !can.group {
        return place;
    }
    let over = {
        let dragged = dragged.clone();
        Callback::from(move |event: DragEvent| {
            if dragged.is_on() {
                event.prevent_default();
            }
        })
    };
    let dropped = {
        let (ui, dragged, name) = (ui.clone(), dragged.clone(), name.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            event.stop_propagation();
            if let Some(note) = dragged.take() {
                put_into(&ui, &note, &name);
            }
        })
    };
    place.listen(Rc::new(ondragover::Wrapper::new(over))).listen(Rc::new(ondrop::Wrapper::new(dropped)))
}

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The group's name.
    pub name: Text,
    /// Its notes.
    pub notes: Rc<Vec<NoteView>>,
    /// The dots on them, where they are shown.
    pub dots: Option<u32>,
    /// What the user can do.
    pub can: Can,
}

/// The name of a group with how many notes and dots it has, and a form to rename it.
#[component]
pub fn NoteGroupHead(props: &Props) -> Html {
    let ui = use_ui();
    let draft: Rc<str> = ["group:", &props.name].concat().into();
    let editing = use_editing(&ui, &draft, props.can.group);
    if editing.base.is_some() {
        let on_submit = {
            let (ui, notes, end) = (ui.clone(), props.notes.clone(), editing.end.clone());
            Callback::from(move |name: Rc<str>| {
                for note in notes.iter() {
                    put_into(&ui, note, &name);
                }
                end.emit(());
            })
        };
        return html! {
            <TextForm label={ui.t(Key::GroupName)} submit={ui.t(Key::Save)} text={props.name.clone()} limit={GROUP_LIMIT}
                {draft} {on_submit} on_cancel={editing.end.clone()} />
        };
    }
    let notes = u32::try_from(props.notes.len()).unwrap_or(u32::MAX);
    let mut parts = vec![
        line("h4", "", props.name.clone().into()),
        line("span", "ll-muted", ui.count(Key::GroupNotesOne, Key::GroupNotesOther, notes)),
        dot_count(&ui, props.dots),
    ];
    if props.can.group {
        let begin = editing.begin.reform(|_| 0);
        let label = ui.with(Key::GroupRename, &props.name);
        parts.push(button_at(editing.button.clone(), label, Tone::Bare.icon(Icon::Edit), begin));
    }
    group("header", "ll-group__head", parts)
}

/// A number of dots, drawn and told; nothing where they are not shown.
pub fn dot_count(ui: &Ui, dots: Option<u32>) -> Html {
    let Some(dots) = dots else {
        return none();
    };
    let text = ui.count(Key::DotsOne, Key::DotsOther, dots);
    let dot = el("span", "ll-dotcount__dot").fixed("aria-hidden", "true").done();
    group("span", "ll-dotcount", vec![dot, line("span", "", text)])
}
