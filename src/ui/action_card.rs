//! A follow-up action.

use std::rc::Rc;

use yew::prelude::*;

use super::action_form::{ActionForm, Asks, select_status, status_name, status_of};
use super::browser;
use super::button::{Tone, button};
use super::card_tools::{byline, card_tools};
use super::context::{Ui, use_ui};
use super::draft::edit_keys;
use super::editing::use_editing;
use super::el::{group, line, none, text};
use super::held::held;
use super::icon::Icon;
use super::people::face;
use crate::core::ids::{PersonId, StepId};
use crate::core::intent::Intent;
use crate::core::room::{Action, ActionStatus, Body, Person};
use crate::core::view::{ActionSetup, ActionView};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step that shows it.
    pub step: StepId,
    /// What its form needs.
    pub setup: Rc<ActionSetup>,
    /// The action.
    pub action: ActionView,
    /// Whether the user can write now.
    pub can_write: bool,
    /// The group looks back at it here.
    pub review: bool,
}

/// An action with its status to choose, or the form that changes it.
#[component]
pub fn ActionCard(props: &Props) -> Html {
    let ui = use_ui();
    let (action, people) = (&props.action, &props.setup.people);
    let draft: Rc<str> = [&edit_keys(&props.step, ""), action.meta.id.as_str()].concat().into();
    let editing = use_editing(&ui, &draft, props.can_write);
    let reviewing = use_state(|| false);
    let change = {
        let (ui, id, step) = (ui.clone(), action.meta.id.clone(), action.meta.step.clone());
        Callback::from(move |(base, action): (u64, Action)| {
            ui.send(Intent::Change { id: id.clone(), step: step.clone(), base, body: Body::Action(action) });
        })
    };
    let on_cancel = {
        let (end, reviewing) = (editing.end.clone(), reviewing.clone());
        Callback::from(move |()| {
            end.emit(());
            reviewing.set(false);
        })
    };
    let on_submit = {
        let (change, base, end) = (change.clone(), editing.base, on_cancel.clone());
        Callback::from(move |action| {
            change.emit((base.unwrap_or(0), action));
            end.emit(());
        })
    };
    let on_status = {
        let (base, stored) = (action.meta.revision, action.action.clone());
        change.reform(move |event: Event| {
            (base, Action { status: status_of(&browser::value_of(&event)), ..stored.clone() })
        })
    };
    let own = |body: &Body| match body {
        Body::Action(mine) => Some(described(&ui, mine, people)),
        _ => None,
    };
    let theirs = described(&ui, &action.action, people);
    let inside = if let Some(card) = held(&ui, &action.meta, &own, theirs) {
        vec![card]
    } else if let Some(base) = editing.base {
        // An edit that was taken up again asks everything.
        let (asks, what) = if *reviewing {
            (Asks::Review, line("p", "ll-action__what ll-field--wide", action.action.what.clone().into()))
        } else {
            (Asks::All, none())
        };
        let form = html! {
            <ActionForm setup={props.setup.clone()} action={action.action.clone()} {asks} submit={ui.t(Key::Save)} focus=true
                {draft} {base} {on_submit} {on_cancel} />
        };
        vec![what, form]
    } else if props.can_write {
        let look_back = if props.review {
            let (begin, revision) = (editing.begin.clone(), action.meta.revision);
            let click = Callback::from(move |_| {
                reviewing.set(true);
                begin.emit(revision);
            });
            let tone = if action.action.status.is_over() { Tone::Quiet } else { Tone::Secondary };
            button(ui.t(Key::ActionLookBack), tone.icon(Icon::Think), click)
        } else {
            none()
        };
        let name = line("span", "ll-sr", ui.with(Key::StatusOf, &action.action.what));
        vec![
            body(&ui, action),
            look_back,
            group(
                "label",
                status_class(action.action.status),
                vec![name, select_status(&ui, action.action.status, on_status)],
            ),
            card_tools(&ui, &action.meta, &action.action.what, &editing),
        ]
    } else {
        vec![body(&ui, action), line("span", "ll-tag", status_name(&ui, action.action.status))]
    };
    group("li", if action.meta.pending { "ll-card ll-action ll-pending" } else { "ll-card ll-action" }, inside)
}

/// What, who, when, where it came from, and what came of it.
pub fn body(ui: &Ui, view: &ActionView) -> Html {
    let action = &view.action;
    let mut facts = Vec::new();
    if !view.who.is_empty() {
        facts.push(group("span", "", vec![face(&view.who), text(view.who.clone().into())]));
    }
    if let Some(day) = action.when {
        facts.push(group("span", "", vec![Icon::Calendar.draw(), text(ui.catalogue.date(day).into())]));
    }
    if let Some(number) = view.meta.from {
        facts.push(line("span", "ll-tag", ui.number(Key::FromMeeting, number)));
    }
    let facts = if facts.is_empty() { none() } else { group("p", "ll-action__facts", facts) };
    let source = view.source.as_ref().map(|text| line("p", "ll-action__source", ui.with(Key::ActionFrom, text)));
    let told = [
        (Key::ActionExpectation, &action.expectation),
        (Key::ActionOutcome, &action.outcome),
        (Key::ActionFinding, &action.finding),
    ];
    let told: Vec<Html> = told
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| group("div", "", vec![line("dt", "", ui.t(label)), line("dd", "", text.clone().into())]))
        .collect();
    let told = if told.is_empty() { none() } else { group("dl", "ll-told", told) };
    group(
        "div",
        "ll-action__body",
        vec![
            line("p", "ll-action__what", action.what.clone().into()),
            facts,
            source.unwrap_or_default(),
            told,
            byline(ui, &view.meta),
        ],
    )
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
    let when = action.when.map(|day| ui.catalogue.date(day)).unwrap_or_default();
    let status = status_name(ui, action.status);
    let parts = [&*action.what, &*who, &*when, &*status, &*action.expectation, &*action.outcome, &*action.finding];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ").into()
}
