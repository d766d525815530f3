//! A goal of a plan being written or changed.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Tone;
use super::context::{Ui, use_ui};
use super::el::el;
use super::form::{Start, Written, joined, parted, trimmed, use_form};
use super::form_fields::{
    BUTTONS, Choice, WIDE, choices, code_of, labelled, name_of, option, people_options, person_of, select, typed,
    value_of,
};
use crate::core::blocks::plan::{GOAL_LIMIT, OWNER_LIMIT};
use crate::core::ids::PersonId;
use crate::core::room::{Goal, GoalStatus};
use crate::core::view::PlanSetup;
use crate::i18n::Key;

/// The statuses, in the order they are offered.
const STATUSES: [Choice<GoalStatus>; 4] = [
    (GoalStatus::Planned, "planned", Key::GoalPlanned),
    (GoalStatus::Busy, "busy", Key::StatusBusy),
    (GoalStatus::Reached, "reached", Key::GoalReached),
    (GoalStatus::Dropped, "dropped", Key::StatusDropped),
];

/// What it starts from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Periods, people and fields.
    pub setup: Rc<PlanSetup>,
    /// What is in the form at first.
    pub goal: Goal,
    /// What the form is for.
    pub label: AttrValue,
    /// Where its draft is kept.
    pub draft: Rc<str>,
    /// The revision that an edit started from.
    #[prop_or_default]
    pub base: u64,
    /// What the button says.
    pub submit: AttrValue,
    /// Takes the goal.
    pub on_submit: Callback<Goal>,
    /// Leaves everything as it was; a form with it takes the focus at once, and Escape does the same.
    #[prop_or_default]
    pub on_cancel: Option<Callback<()>>,
}

/// The goal alone; once something is typed, who sees to it and how one can tell that it was reached too.
#[component]
pub fn GoalForm(props: &Props) -> Html {
    let ui = use_ui();
    let form = use_form(Start {
        draft: &props.draft,
        takes_up: true,
        base: props.base,
        stored: &props.goal,
        after: props.goal.clone(),
        focus: props.on_cancel.is_some(),
        on_submit: &props.on_submit,
        on_cancel: props.on_cancel.as_ref(),
    });
    let (goal, editing) = (&form.value, props.on_cancel.is_some());
    let setup = &props.setup;
    let text = |label, limit, value: &Rc<str>, node, change: Change| {
        let needed = label == Key::GoalGoal;
        let on_input = form.on_input(change);
        labelled(&ui, WIDE, label, needed, typed(None, value, limit, needed, node, on_input))
    };
    let mut fields = vec![text(Key::GoalGoal, GOAL_LIMIT, &goal.goal, form.first.clone(), |goal, value| {
        goal.goal = value.as_str().into();
    })];
    let begun = editing || **goal != props.goal;
    if begun && setup.fields.owner {
        let people = people_options(&ui, &setup.people, goal.owner_person.as_ref(), form.elsewhere);
        let owner = select(false, NodeRef::default(), form.on_owner(), people);
        fields.push(labelled(&ui, "ll-field", Key::GoalOwner, false, owner));
        if form.elsewhere {
            fields.push(text(Key::ActionWhoName, OWNER_LIMIT, &goal.owner_text, NodeRef::default(), |goal, value| {
                goal.owner_text = value.as_str().into();
            }));
        }
    }
    if begun && setup.fields.measure {
        fields.push(text(Key::GoalMeasure, GOAL_LIMIT, &goal.measure, NodeRef::default(), |goal, value| {
            goal.measure = value.as_str().into();
        }));
    }
    if editing {
        let one = |(id, label): &(Rc<str>, Rc<str>)| option(id, label.clone().into(), *id == goal.period);
        let periods = setup.periods.iter().map(one).collect();
        let on_period = form.on_change(|goal, value| goal.period = value.as_str().into());
        let period = select(true, NodeRef::default(), on_period, periods);
        fields.push(labelled(&ui, "ll-field", Key::GoalPeriod, true, period));
    }
    if editing && setup.fields.status {
        let on_status = form.on_change(|goal, value| goal.status = status_of(&value));
        let status = select(false, NodeRef::default(), on_status, status_options(&ui, goal.status));
        fields.push(labelled(&ui, "ll-field", Key::ActionStatus, true, status));
    }
    fields.insert(0, el("legend", "ll-sr").key("label").text(props.label.clone()));
    fields.push(form.buttons(&ui, &props.submit, Tone::Secondary, BUTTONS));
    let group = el("fieldset", "ll-actionform").children(fields);
    form.element("ll-goalform").keydown(form.on_key()).child(group)
}

impl Written for Goal {
    fn draft(&self) -> String {
        let owner = self.owner_person.as_ref().map_or("", PersonId::as_str);
        joined(&[&*self.period, &self.goal, owner, &self.owner_text, &self.measure, code_of(&STATUSES, self.status)])
    }

    fn of_draft(text: &str) -> Self {
        let mut fields = parted(text);
        let mut next = || fields.next().unwrap_or_default();
        Self {
            period: next().into(),
            goal: next().into(),
            owner_person: person_of(next()),
            owner_text: next().into(),
            measure: next().into(),
            status: status_of(next()),
        }
    }

    fn ready(&self) -> Option<Self> {
        let (goal, owner_text, measure) = (trimmed(&self.goal), trimmed(&self.owner_text), trimmed(&self.measure));
        (!goal.is_empty()).then(|| Self { goal, owner_text, measure, ..self.clone() })
    }

    fn owner(&self) -> Option<&str> {
        Some(&self.owner_text)
    }

    fn set_owner(&mut self, person: Option<PersonId>, named: bool) {
        self.owner_person = person;
        if !named {
            self.owner_text = "".into();
        }
    }
}

/// What typing or choosing does to the goal.
type Change = fn(&mut Goal, AttrValue);

/// The options of a field for the status.
pub fn status_options(ui: &Ui, chosen: GoalStatus) -> Vec<Html> {
    choices(ui, &STATUSES, chosen)
}

/// The status that an option stands for.
pub fn status_of(code: &str) -> GoalStatus {
    value_of(&STATUSES, code).unwrap_or_default()
}

/// What a status is called.
pub fn status_name(ui: &Ui, status: GoalStatus) -> AttrValue {
    name_of(ui, &STATUSES, status)
}
