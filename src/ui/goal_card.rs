//! A goal of a plan.

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use super::card_tools::{byline, card_tools};
use super::context::{Ui, use_ui};
use super::draft::edit_keys;
use super::editing::use_editing;
use super::el::{group, line, none, text};
use super::form_fields::select;
use super::goal_form::{GoalForm, status_name, status_of, status_options};
use super::held::held;
use super::people::face;
use crate::core::ids::{PersonId, StepId};
use crate::core::intent::Intent;
use crate::core::room::{Body, Goal, GoalStatus};
use crate::core::view::{GoalView, PlanSetup};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step that shows it.
    pub step: StepId,
    /// What its form needs.
    pub setup: Rc<PlanSetup>,
    /// The goal.
    pub goal: GoalView,
    /// Whether the user can write now.
    pub can_write: bool,
}

/// A goal with its status to choose, or the form that changes it.
#[component]
pub fn GoalCard(props: &Props) -> Html {
    let ui = use_ui();
    let (view, setup) = (&props.goal, &props.setup);
    let draft: Rc<str> = [&edit_keys(&props.step, ""), view.meta.id.as_str()].concat().into();
    let editing = use_editing(&ui, &draft, props.can_write);
    let change = {
        let (ui, id, step) = (ui.clone(), view.meta.id.clone(), view.meta.step.clone());
        Callback::from(move |(base, goal): (u64, Goal)| {
            ui.send(Intent::Change { id: id.clone(), step: step.clone(), base, body: Body::Goal(goal) });
        })
    };
    let on_submit = {
        let (change, editing) = (change.clone(), editing.clone());
        Callback::from(move |goal| {
            change.emit((editing.base.unwrap_or(0), goal));
            editing.end.emit(());
        })
    };
    let on_status = {
        let (base, stored) = (view.meta.revision, view.goal.clone());
        change.reform(move |event: Event| {
            (base, Goal { status: status_of(&browser::value_of(&event)), ..stored.clone() })
        })
    };
    let own = |body: &Body| match body {
        Body::Goal(mine) => Some(described(&ui, mine, setup)),
        _ => None,
    };
    let theirs = described(&ui, &view.goal, setup);
    let inside = if let Some(card) = held(&ui, &view.meta, &own, theirs) {
        vec![card]
    } else if let Some(base) = editing.base {
        vec![html! {
            <GoalForm setup={setup.clone()} goal={view.goal.clone()} label={ui.with(Key::Edit, &view.goal.goal)}
                submit={ui.t(Key::Save)} {draft} {base} {on_submit} on_cancel={editing.end.clone()} />
        }]
    } else if props.can_write {
        let name = line("span", "ll-sr", ui.with(Key::StatusOf, &view.goal.goal));
        let status = if setup.fields.status {
            let options = status_options(&ui, view.goal.status);
            let select = select(false, NodeRef::default(), on_status, options);
            group("label", status_class(view.goal.status), vec![name, select])
        } else {
            none()
        };
        vec![body(&ui, view), status, card_tools(&ui, &view.meta, &view.goal.goal, &editing)]
    } else {
        vec![body(&ui, view), status_tag(&ui, view, setup)]
    };
    group("li", if view.meta.pending { "ll-goal ll-action ll-pending" } else { "ll-goal ll-action" }, inside)
}

/// Its status, to read.
pub fn status_tag(ui: &Ui, view: &GoalView, setup: &PlanSetup) -> Html {
    if setup.fields.status { line("span", "ll-tag", status_name(ui, view.goal.status)) } else { none() }
}

/// The goal, who sees to it, and how one can tell that it was reached.
pub fn body(ui: &Ui, view: &GoalView) -> Html {
    let mut facts = Vec::new();
    if !view.owner.is_empty() {
        facts.push(group("span", "", vec![face(&view.owner), text(view.owner.clone().into())]));
    }
    if let Some(number) = view.meta.from {
        facts.push(line("span", "ll-tag", ui.number(Key::FromMeeting, number)));
    }
    let facts = if facts.is_empty() { none() } else { group("p", "ll-action__facts", facts) };
    let measure = if view.goal.measure.is_empty() {
        none()
    } else {
        let told = vec![line("dt", "", ui.t(Key::GoalMeasure)), line("dd", "", view.goal.measure.clone().into())];
        group("dl", "ll-told", vec![group("div", "", told)])
    };
    let goal = line("p", "ll-action__what", view.goal.goal.clone().into());
    group("div", "ll-action__body", vec![goal, facts, measure, byline(ui, &view.meta)])
}

const fn status_class(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Planned => "ll-action__status",
        GoalStatus::Busy => "ll-action__status ll-status--busy",
        GoalStatus::Reached => "ll-action__status ll-status--done",
        GoalStatus::Dropped => "ll-action__status ll-status--dropped",
    }
}

/// A goal in one text, to compare two versions of it.
pub fn described(ui: &Ui, goal: &Goal, setup: &PlanSetup) -> AttrValue {
    let known = |id: &PersonId| setup.people.iter().find(|person| person.id == *id).map(|person| person.name.clone());
    let owner = goal.owner_person.as_ref().and_then(known).unwrap_or_else(|| goal.owner_text.clone());
    let period = setup.periods.iter().find(|(id, _)| *id == goal.period).map(|(_, label)| label.clone());
    let status = status_name(ui, goal.status);
    let parts = [&*goal.goal, &*owner, &*goal.measure, &*period.unwrap_or_default(), &*status];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ").into()
}
