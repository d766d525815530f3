//! The buttons on a contribution.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::confirm::ConfirmButton;
use super::context::{say, use_ui};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::Meta;
use crate::i18n::Key;

/// What they work on.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The contribution.
    pub meta: Meta,
    /// What it is, for the names of the buttons.
    pub what: AttrValue,
    /// Begins an edit.
    pub on_edit: Callback<u64>,
    /// The edit button, to focus it.
    pub button: NodeRef,
}

/// Edit, and delete after a question.
#[component]
pub fn CardTools(props: &Props) -> Html {
    let ui = use_ui();
    let revision = props.meta.revision;
    let remove = ui.on.reform({
        let id = props.meta.id.clone();
        move |()| Intent::Remove { id: id.clone() }
    });
    html! {
        <div class="ll-tools">
            <Button tone={Tone::Icon} icon={Icon::Edit} node={props.button.clone()} label={ui.with(Key::Edit, &props.what)}
                onclick={props.on_edit.reform(move |_| revision)} />
            <ConfirmButton tone={Tone::Icon} icon={Icon::Bin} label={ui.with(Key::Delete, &props.what)}
                title={ui.t(Key::DeleteTitle)} text={props.what.clone()} yes={ui.t(Key::DeleteYes)} on_yes={remove} />
        </div>
    }
}

/// Who wrote it, where that may be seen, and whether it is on its way.
#[component]
pub fn Byline(props: &BylineProps) -> Html {
    let ui = use_ui();
    html! {
        if props.meta.author.is_some() || props.meta.pending {
            <p class="ll-byline">
                if let Some(author) = &props.meta.author {
                    <span>{ say(author) }</span>
                }
                if props.meta.pending {
                    <span>{ ui.t(Key::Pending) }</span>
                }
            </p>
        }
    }
}

/// What [`Byline`] shows.
#[derive(Properties, PartialEq)]
pub struct BylineProps {
    /// The contribution.
    pub meta: Meta,
}
