//! A principle.

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use super::button::{Button, Tone};
use super::card_tools::{Byline, CardTools};
use super::conflict::Conflict;
use super::context::{say, use_ui};
use super::editing::use_editing;
use super::icon::Icon;
use super::principles::PRINCIPLE_LIMIT;
use super::text_form::TextForm;
use crate::core::ids::{ContributionId, StepId};
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{PrincipleView, Text};
use crate::i18n::Key;

/// A place in the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// Before all others.
    First,
    /// Behind another.
    Behind(ContributionId),
}

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// The principle.
    pub principle: PrincipleView,
    /// What a principle is called.
    pub label: Text,
    /// Its place, from 0.
    pub at: usize,
    /// Where it comes when moved up; `None` where it is first already.
    pub up: Option<Spot>,
    /// Where it comes when moved down; `None` where it is last.
    pub down: Option<Spot>,
    /// Whether the user can write now.
    pub can_write: bool,
    /// Told the new place, from 1, after the user moved it.
    pub on_moved: Callback<usize>,
}

/// A principle's text with its tools, or the form that changes it.
#[component]
pub fn PrincipleRow(props: &Props) -> Html {
    let ui = use_ui();
    let editing = use_editing();
    let principle = &props.principle;
    let on_submit = {
        let (ui, editing, id, step) = (ui.clone(), editing.clone(), principle.meta.id.clone(), props.step.clone());
        Callback::from(move |text: Rc<str>| {
            let body = Body::Principle { text };
            ui.send(Intent::Change { id: id.clone(), step: step.clone(), base: editing.base.unwrap_or(0), body });
            editing.end.emit(());
        })
    };
    let mine = principle.meta.conflict.as_ref().and_then(|body| match body {
        Body::Principle { text } => Some(AttrValue::from(text.clone())),
        _ => None,
    });
    html! {
        <li class={classes!("ll-card", "ll-principle", principle.meta.pending.then_some("ll-pending"))}>
            if let Some(mine) = mine {
                <Conflict id={principle.meta.id.clone()} {mine} theirs={principle.text.clone()} />
            } else if editing.base.is_some() {
                <TextForm label={props.label.clone()} bare=true submit={ui.t(Key::Save)} text={principle.text.clone()}
                    limit={PRINCIPLE_LIMIT} {on_submit} on_cancel={editing.end.clone()} />
            } else {
                <span class="ll-principle__number" aria-hidden="true">{ props.at + 1 }</span>
                <div class="ll-principle__body">
                    <p>{ say(&principle.text) }</p>
                    <Byline meta={principle.meta.clone()} />
                </div>
                if props.can_write {
                    <MoveButtons id={principle.meta.id.clone()} text={principle.text.clone()} at={props.at} up={props.up.clone()}
                        down={props.down.clone()} on_moved={props.on_moved.clone()} />
                    <CardTools meta={principle.meta.clone()} what={principle.text.clone()} on_edit={editing.begin.clone()}
                        button={editing.button.clone()} />
                }
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct MoveProps {
    id: ContributionId,
    text: Text,
    at: usize,
    up: Option<Spot>,
    down: Option<Spot>,
    on_moved: Callback<usize>,
}

/// Up and down. Moving an element takes the focus off it, so the button that was pressed gets it back.
#[component]
fn MoveButtons(props: &MoveProps) -> Html {
    let ui = use_ui();
    let (up, down) = (use_node_ref(), use_node_ref());
    let pressed = use_mut_ref(|| None::<NodeRef>);
    {
        let (pressed, on_moved) = (pressed.clone(), props.on_moved.clone());
        use_effect_with(props.at, move |at| {
            if let Some(button) = pressed.take() {
                browser::focus(&button);
                on_moved.emit(at + 1);
            }
        });
    }
    let press = |button: &NodeRef, spot: Option<&Spot>| {
        let after = match spot {
            Some(Spot::Behind(other)) => Some(other.clone()),
            Some(Spot::First) | None => None,
        };
        let (ui, pressed, button, id) = (ui.clone(), pressed.clone(), button.clone(), props.id.clone());
        Callback::from(move |_: MouseEvent| {
            *pressed.borrow_mut() = Some(button.clone());
            ui.send(Intent::Move { id: id.clone(), after: after.clone() });
        })
    };
    html! {
        <div class="ll-tools">
            <Button tone={Tone::Icon} icon={Icon::Up} node={up.clone()} label={ui.with(Key::MoveUp, &props.text)} waiting={props.up.is_none()}
                onclick={press(&up, props.up.as_ref())} />
            <Button tone={Tone::Icon} icon={Icon::Down} node={down.clone()} label={ui.with(Key::MoveDown, &props.text)}
                waiting={props.down.is_none()} onclick={press(&down, props.down.as_ref())} />
        </div>
    }
}
