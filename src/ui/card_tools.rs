//! The buttons on a contribution.

use yew::prelude::*;

use super::browser;
use super::button::{Tone, button_at};
use super::confirm::ConfirmButton;
use super::context::Ui;
use super::editing::Editing;
use super::el::{group, line, none};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::{Meta, Text};
use crate::i18n::Key;

/// Edit, and delete after a question.
pub fn card_tools(ui: &Ui, meta: &Meta, what: &Text, editing: &Editing) -> Html {
    let revision = meta.revision;
    let begin = editing.begin.reform(move |_| revision);
    let remove = Callback::from({
        let (ui, id) = (ui.clone(), meta.id.clone());
        move |()| {
            ui.send(Intent::Remove { id: id.clone() });
            // The button that has the focus goes with the card.
            browser::focus(&ui.heading);
        }
    });
    let edit = button_at(editing.button.clone(), ui.with(Key::Edit, what), Tone::Bare.icon(Icon::Edit), begin);
    let delete = html! {
        <ConfirmButton look={Tone::Bare.icon(Icon::Bin)} label={ui.with(Key::Delete, what)} title={ui.t(Key::DeleteTitle)}
            text={what.clone()} yes={ui.t(Key::DeleteYes)} on_yes={remove} />
    };
    group("div", "ll-tools", vec![edit, delete])
}

/// Who wrote it, where that may be seen, and whether it is on its way.
pub fn byline(ui: &Ui, meta: &Meta) -> Html {
    let mut parts = Vec::new();
    if let Some(author) = &meta.author {
        parts.push(line("span", "", author.clone().into()));
    }
    if meta.pending {
        parts.push(line("span", "", ui.t(Key::Pending)));
    }
    if parts.is_empty() { none() } else { group("p", "ll-byline", parts) }
}
