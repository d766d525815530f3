//! A principle.

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use super::button::{Tone, button_at};
use super::card_tools::{byline, card_tools};
use super::context::{Ui, use_ui};
use super::draft::edit_keys;
use super::editing::use_editing;
use super::el::{el, group, line, none};
use super::form_fields::{option, select};
use super::held::held;
use super::icon::Icon;
use super::principles::before;
use super::support::support;
use super::text_form::TextForm;
use crate::core::blocks::principles::PRINCIPLE_LIMIT;
use crate::core::ids::{ContributionId, StepId};
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{Finding, PrincipleView, Text};
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
    /// What it can rest on.
    pub findings: Rc<Vec<Finding>>,
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
    let moving = use_moving(&ui, props);
    let principle = &props.principle;
    let draft: Rc<str> = [&edit_keys(&props.step, ""), principle.meta.id.as_str()].concat().into();
    let editing = use_editing(&ui, &draft, props.can_write);
    let on_submit = {
        let (ui, editing, principle) = (ui.clone(), editing.clone(), principle.clone());
        Callback::from(move |text: Rc<str>| {
            change(&ui, &principle, editing.base.unwrap_or(0), text, principle.action.clone());
            editing.end.emit(());
        })
    };
    let own = |body: &Body| match body {
        Body::Principle { text, .. } => Some(AttrValue::from(text.clone())),
        _ => None,
    };
    let inside = if let Some(card) = held(&ui, &principle.meta, &own, principle.text.clone().into()) {
        vec![card]
    } else if let Some(base) = editing.base {
        vec![html! {
            <TextForm label={props.label.clone()} bare=true submit={ui.t(Key::Save)} text={principle.text.clone()}
                limit={PRINCIPLE_LIMIT} {draft} {base} {on_submit} on_cancel={editing.end.clone()} />
        }]
    } else {
        let from = principle.meta.from.map(|number| line("span", "ll-tag", ui.number(Key::FromMeeting, number)));
        let words = vec![
            line("p", "", principle.text.clone().into()),
            from.unwrap_or_default(),
            rests_on(&ui, props),
            before(&ui, &principle.before),
            byline(&ui, &principle.meta),
            principle.support.as_ref().map(|vote| support(&ui, vote, &principle.text)).unwrap_or_default(),
        ];
        let mut parts = vec![number(props.at), group("div", "ll-principle__body", words)];
        if props.can_write {
            parts.push(moving);
            parts.push(card_tools(&ui, &principle.meta, &principle.text, &editing));
        }
        parts
    };
    group("li", if principle.meta.pending { "ll-card ll-principle ll-pending" } else { "ll-card ll-principle" }, inside)
}

fn change(ui: &Ui, principle: &PrincipleView, base: u64, text: Rc<str>, action: Option<ContributionId>) {
    ui.send(Intent::Change {
        id: principle.meta.id.clone(),
        step: principle.meta.step.clone(),
        base,
        body: Body::Principle { text, action },
    });
}

/// The finding that it rests on, to choose where there are any.
fn rests_on(ui: &Ui, props: &Props) -> Html {
    let principle = &props.principle;
    if !props.can_write || props.findings.is_empty() {
        return match &principle.finding {
            Some(finding) => line("p", "ll-action__source", ui.with(Key::RestsOn, finding)),
            None => none(),
        };
    }
    let chosen = principle.action.as_ref();
    let one =
        |found: &Finding| option(found.action.as_str(), found.finding.clone().into(), chosen == Some(&found.action));
    let nothing = option("", ui.t(Key::RestsOnNothing), chosen.is_none());
    let options = [nothing].into_iter().chain(props.findings.iter().map(one)).collect();
    let on_change = {
        let (ui, principle) = (ui.clone(), principle.clone());
        Callback::from(move |event: Event| {
            let value = browser::value_of(&event);
            let action = (!value.is_empty()).then(|| ContributionId::from(value.as_str()));
            change(&ui, &principle, principle.meta.revision, principle.text.clone(), action);
        })
    };
    let label = line("span", "ll-label", ui.t(Key::RestsOnLabel));
    group("label", "ll-rests", vec![label, select(false, NodeRef::default(), on_change, options)])
}

/// A principle's number, from its place.
pub fn number(at: usize) -> Html {
    el("span", "ll-principle__number").fixed("aria-hidden", "true").text((at + 1).to_string().into())
}

/// Up and down, and a way to take the focus back: moving an element takes it off the button that was pressed.
#[hook]
fn use_moving(ui: &Ui, props: &Props) -> Html {
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
    let (id, text) = (&props.principle.meta.id, &props.principle.text);
    let mover = |node: NodeRef, key: Key, icon: Icon, spot: Option<&Spot>| {
        let after = match spot {
            Some(Spot::Behind(other)) => Some(other.clone()),
            Some(Spot::First) | None => None,
        };
        let press = {
            let (ui, pressed, node, id) = (ui.clone(), pressed.clone(), node.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                *pressed.borrow_mut() = Some(node.clone());
                ui.send(Intent::Move { id: id.clone(), after: after.clone() });
            })
        };
        button_at(node, ui.with(key, text), Tone::Bare.icon(icon).unless(spot.is_none()), press)
    };
    let moves = vec![
        mover(up, Key::MoveUp, Icon::Up, props.up.as_ref()),
        mover(down, Key::MoveDown, Icon::Down, props.down.as_ref()),
    ];
    group("div", "ll-tools", moves)
}
