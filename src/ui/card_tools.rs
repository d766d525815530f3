//! The buttons on a contribution.

use yew::prelude::*;

use super::button::{Tone, button_at};
use super::confirm::ConfirmButton;
use super::context::{Ui, say};
use super::editing::Editing;
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::{Meta, Text};
use crate::i18n::Key;

/// Edit, and delete after a question.
pub fn card_tools(ui: &Ui, meta: &Meta, what: &Text, editing: &Editing) -> Html {
    let revision = meta.revision;
    let remove = ui.on.reform({
        let id = meta.id.clone();
        move |()| Intent::Remove { id: id.clone() }
    });
    html! {
        <div class="ll-tools">
            { button_at(editing.button.clone(), ui.with(Key::Edit, what), Tone::Bare.icon(Icon::Edit), editing.begin.reform(move |_| revision)) }
            <ConfirmButton look={Tone::Bare.icon(Icon::Bin)} label={ui.with(Key::Delete, what)} title={ui.t(Key::DeleteTitle)}
                text={what.clone()} yes={ui.t(Key::DeleteYes)} on_yes={remove} />
        </div>
    }
}

/// Who wrote it, where that may be seen, and whether it is on its way.
pub fn byline(ui: &Ui, meta: &Meta) -> Html {
    html! {
        if meta.author.is_some() || meta.pending {
            <p class="ll-byline">
                if let Some(author) = &meta.author {
                    <span>{ say(author) }</span>
                }
                if meta.pending {
                    <span>{ ui.t(Key::Pending) }</span>
                }
            </p>
        }
    }
}
