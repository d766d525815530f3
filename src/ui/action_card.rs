//! A follow-up action.

use std::rc::Rc;

use yew::prelude::*;

use super::action_form::{ActionForm, select, status_name, status_of, status_options};
use super::browser;
use super::card_tools::{byline, card_tools};
use super::context::{Ui, use_ui};
use super::draft::edit_keys;
use super::editing::use_editing;
use super::el::{group, line, none, text};
use super::held::held;
use super::icon::Icon;
use super::people::face;
use crate::core::ids::PersonId;
use crate::core::intent::Intent;
use crate::core::room::{Action, ActionStatus, Body, Person};
use crate::core::view::{ActionView, ActionsView};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub view: ActionsView,
    /// The action.
    pub action: ActionView,
}

/// An action with its status to choose, or the form that changes it.
#[component]
pub fn ActionCard(props: &Props) -> Html {
    let ui = use_ui();
    let action = &props.action;
    let draft: Rc<str> = [&edit_keys(&props.view.heading.step, ""), action.meta.id.as_str()].concat().into();
    let editing = use_editing(&ui, &draft, props.view.can_write);
    let change = {
        let (ui, id, step) = (ui.clone(), action.meta.id.clone(), props.view.heading.step.clone());
        Callback::from(move |(base, action): (u64, Action)| {
            ui.send(Intent::Change { id: id.clone(), step: step.clone(), base, body: Body::Action(action) });
        })
    };
    let on_submit = {
        let (change, editing) = (change.clone(), editing.clone());
        Callback::from(move |action| {
            change.emit((editing.base.unwrap_or(0), action));
            editing.end.emit(());
        })
    };
    let on_status = {
        let (base, stored) = (action.meta.revision, stored(action));
        change.reform(move |event: Event| {
            (base, Action { status: status_of(&browser::value_of(&event)), ..stored.clone() })
        })
    };
    let own = |body: &Body| match body {
        Body::Action(mine) => Some(described(&ui, mine, &props.view.people)),
        _ => None,
    };
    let theirs = described(&ui, &stored(action), &props.view.people);
    let inside = if let Some(card) = held(&ui, &action.meta, &own, theirs) {
        vec![card]
    } else if let Some(base) = editing.base {
        vec![html! {
            <ActionForm view={props.view.clone()} action={stored(action)} submit={ui.t(Key::Save)} focus=true
                {draft} {base} {on_submit} on_cancel={editing.end.clone()} />
        }]
    } else if props.view.can_write {
        let select = select(false, on_status, status_options(&ui, action.status));
        let label = line("span", "ll-sr", ui.with(Key::StatusOf, &action.what));
        vec![
            body(&ui, action),
            group("label", status_class(action.status), vec![label, select]),
            card_tools(&ui, &action.meta, &action.what, &editing),
        ]
    } else {
        vec![body(&ui, action), line("span", "ll-tag", status_name(&ui, action.status))]
    };
    group("li", if action.meta.pending { "ll-card ll-action ll-pending" } else { "ll-card ll-action" }, inside)
}

/// What, who, when, and where it came from.
pub fn body(ui: &Ui, action: &ActionView) -> Html {
    let mut facts = Vec::new();
    if !action.who.is_empty() {
        facts.push(group("span", "", vec![face(&action.who), text(action.who.clone().into())]));
    }
    if let Some(day) = action.when {
        facts.push(group("span", "", vec![Icon::Calendar.draw(), text(ui.catalogue.date(day).into())]));
    }
    let facts = if facts.is_empty() { none() } else { group("p", "ll-action__facts", facts) };
    let source = action.source.as_ref().map(|(_, text)| line("p", "ll-action__source", ui.with(Key::ActionFrom, text)));
    group(
        "div",
        "ll-action__body",
        vec![
            line("p", "ll-action__what", action.what.clone().into()),
            facts,
            source.unwrap_or_default(),
            byline(ui, &action.meta),
        ],
    )
}

fn stored(action: &ActionView) -> Action {
    Action {
        what: action.what.clone(),
        who_person: action.who_person.clone(),
        who_text: action.who_text.clone(),
        when: action.when,
        status: action.status,
        source_item: action.source.as_ref().map(|(item, _)| item.clone()),
    }
}

const fn status_class(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Open => "ll-action__status",
        ActionStatus::Busy => "ll-action__status ll-status--busy",
        ActionStatus::Done => "ll-action__status ll-status--done",
        ActionStatus::Dropped => "ll-action__status ll-status--dropped",
    }
}

/// An action in one text, to compare two versions of it.
pub fn described(ui: &Ui, action: &Action, people: &[Person]) -> AttrValue {
    let known = |id: &PersonId| people.iter().find(|person| person.id == *id).map(|person| person.name.clone());
    let who = action.who_person.as_ref().and_then(known).unwrap_or_else(|| action.who_text.clone());
    let mut text = String::from(&*action.what);
    let mut add = |part: &str| {
        if !part.is_empty() {
            text.push_str(" · ");
            text.push_str(part);
        }
    };
    add(&who);
    if let Some(day) = action.when {
        add(&ui.catalogue.date(day));
    }
    add(&status_name(ui, action.status));
    text.into()
}
