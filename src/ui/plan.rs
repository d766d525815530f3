//! The page with a plan: goals for named periods.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Ui, use_ui};
use super::draft::new_key;
use super::el::{el, group, line, list, none};
use super::form::Written;
use super::goal_card::{GoalCard, described};
use super::goal_form::GoalForm;
use super::held::lost_edits;
use super::icon::Icon;
use super::kept::use_kept;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::taking_part::taking_part;
use crate::core::intent::Intent;
use crate::core::room::{Body, Goal};
use crate::core::view::{GoalView, Meta, PeriodView, PlanReview, PlanSetup, PlanView};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub view: PlanView,
}

/// The periods one below the other, each with its goals and a form for another.
#[component]
pub fn Plan(props: &Props) -> Html {
    let ui = use_ui();
    let view = &props.view;
    let setup = use_kept(&view.setup);
    let periods = view.periods.iter().map(|one| period(&ui, view, &setup, one)).collect();
    let known: Vec<&Meta> = view.periods.iter().flat_map(|period| &period.goals).map(|goal| &goal.meta).collect();
    let lost = if view.can_write {
        let shown = |text: &str| described(&ui, &Goal::of_draft(text), &setup);
        lost_edits(&ui, &view.heading.step, "", &known, &shown, &|text| Body::Goal(Goal::of_draft(text)))
    } else {
        Vec::new()
    };
    let main = vec![
        review(&ui, view),
        group("div", "ll-periods", periods),
        group("ul", "ll-list", lost),
        taking_part(&ui, &view.heading.step, view.taking_part, Key::TookPartHint),
    ];
    let split = vec![group("div", "ll-split__main", main), thinking_questions(&ui, &view.heading.prompts)];
    list(vec![page_heading(&ui, &view.heading), group("div", "ll-split", split)])
}

/// How often to look whether the plan is still right; and in a later meeting, to do so now.
fn review(ui: &Ui, view: &PlanView) -> Html {
    let Some(review) = view.review else {
        return none();
    };
    let key = match review {
        PlanReview::Weekly => Key::PlanWeekly,
        PlanReview::Monthly => Key::PlanMonthly,
        PlanReview::Yearly => Key::PlanYearly,
    };
    let now = if view.looks_back { line("span", "", ui.t(Key::PlanLookBack)) } else { none() };
    group("p", "ll-reads", vec![Icon::Calendar.draw(), line("span", "", ui.t(key)), now])
}

fn period(ui: &Ui, view: &PlanView, setup: &Rc<PlanSetup>, period: &PeriodView) -> Html {
    let title = AttrValue::from(["ll-period-", &period.id].concat());
    let step = &view.heading.step;
    let card = |goal: &GoalView| {
        html! {
            <GoalCard key={goal.meta.id.as_str()} step={step.clone()} setup={setup.clone()} goal={goal.clone()}
                can_write={view.can_write} />
        }
    };
    let goals = if period.goals.is_empty() {
        line("p", "ll-muted", ui.t(Key::PeriodEmpty))
    } else {
        group("ul", "ll-list", period.goals.iter().map(card).collect())
    };
    let another = if view.can_write {
        let on_submit = ui.on.reform({
            let step = step.clone();
            move |goal: Goal| Intent::Create { step: step.clone(), body: Body::Goal(goal) }
        });
        let goal = Goal { period: period.id.clone(), ..Goal::default() };
        html! {
            <GoalForm setup={setup.clone()} {goal} draft={new_key(step, &period.id)} label={ui.with(Key::GoalNew, &period.label)}
                submit={ui.t(Key::GoalAdd)} {on_submit} />
        }
    } else {
        none()
    };
    el("section", "ll-card ll-period").key(&period.id).attr("aria-labelledby", title.clone()).children(vec![
        el("h3", "").attr("id", title).text(period.label.clone().into()),
        goals,
        another,
    ])
}
