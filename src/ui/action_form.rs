//! A follow-up action being written, changed or looked back at.

use std::rc::Rc;

use yew::prelude::*;

use super::button::Tone;
use super::context::{Ui, use_ui};
use super::form::{Start, Written, joined, parted, trimmed, use_form};
use super::form_fields::{
    BUTTONS, Choice, WIDE, choices, code_of, labelled, name_of, option, people_options, person_of, select, typed,
    value_of,
};
use crate::core::blocks::actions::{FINDING_LIMIT, WHAT_LIMIT, WHO_LIMIT};
use crate::core::ids::PersonId;
use crate::core::room::{Action, ActionStatus, Date};
use crate::core::view::ActionSetup;
use crate::i18n::Key;

/// The statuses, in the order they are offered.
const STATUSES: [Choice<ActionStatus>; 4] = [
    (ActionStatus::Open, "open", Key::StatusOpen),
    (ActionStatus::Busy, "busy", Key::StatusBusy),
    (ActionStatus::Done, "done", Key::StatusDone),
    (ActionStatus::Dropped, "dropped", Key::StatusDropped),
];

/// What a form for an action asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// What a new action says.
    New,
    /// Everything.
    All,
    /// What became of it.
    Review,
}

/// What it starts from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// People, statements and what is required.
    pub setup: Rc<ActionSetup>,
    /// What is in the form at first.
    pub action: Action,
    /// What it asks.
    pub asks: Asks,
    /// Where its draft is kept.
    pub draft: Rc<str>,
    /// The revision that an edit started from.
    #[prop_or_default]
    pub base: u64,
    /// What the button says.
    pub submit: AttrValue,
    /// The form takes the focus at once.
    #[prop_or_default]
    pub focus: bool,
    /// Takes the action.
    pub on_submit: Callback<Action>,
    /// Leaves everything as it was.
    #[prop_or_default]
    pub on_cancel: Option<Callback<()>>,
}

/// What, who, when, what is expected of it and where it came from; or how it went and what was found out.
#[component]
pub fn ActionForm(props: &Props) -> Html {
    let ui = use_ui();
    let given = &props.action;
    let form = use_form(Start {
        draft: &props.draft,
        // A form that the user has just filled in from a starting point begins with that.
        takes_up: !props.focus || props.on_cancel.is_some(),
        base: props.base,
        stored: given,
        after: Action { source: None, what: "".into(), expectation: "".into(), ..given.clone() },
        focus: props.focus,
        on_submit: &props.on_submit,
        on_cancel: props.on_cancel.as_ref(),
    });
    let action = &form.value;
    let setup = &props.setup;
    let text = |rows, label, limit, needed, value: &Rc<str>, node, change: Change| {
        let class = if label == Key::ActionWhoName { "ll-field" } else { WIDE };
        let on_input = form.on_input(change);
        labelled(&ui, class, label, needed, typed(rows, value, limit, needed, node, on_input))
    };
    let long = |label, value: &Rc<str>, change: Change| {
        text(Some("2"), label, FINDING_LIMIT, false, value, NodeRef::default(), change)
    };
    let mut fields = Vec::new();
    if props.asks != Asks::Review {
        fields.push(text(
            None,
            Key::ActionWhat,
            WHAT_LIMIT,
            true,
            &action.what,
            form.first.clone(),
            |action, value| {
                action.what = value.as_str().into();
            },
        ));
        let people = people_options(&ui, &setup.people, action.who_person.as_ref(), form.elsewhere);
        let who = select(setup.who_required, NodeRef::default(), form.on_owner(), people);
        fields.push(labelled(&ui, "ll-field", Key::ActionWho, setup.who_required, who));
        if form.elsewhere {
            let (node, needed) = (NodeRef::default(), setup.who_required);
            fields.push(text(None, Key::ActionWhoName, WHO_LIMIT, needed, &action.who_text, node, |action, value| {
                action.who_text = value.as_str().into();
            }));
        }
        let onchange = form.on_change(|action, value| action.when = Date::parse(&value));
        let when = html! { <input type="date" required={setup.when_required} value={action.when.map(|day| day.to_string())} {onchange} /> };
        fields.push(labelled(&ui, "ll-field", Key::ActionWhen, setup.when_required, when));
    }
    if props.asks != Asks::New {
        let node = if props.asks == Asks::Review { form.first.clone() } else { NodeRef::default() };
        let on_status = form.on_change(|action, value| action.status = status_of(&value));
        let status = select(false, node, on_status, choices(&ui, &STATUSES, action.status));
        fields.push(labelled(&ui, "ll-field", Key::ActionStatus, true, status));
    }
    if setup.expectation && props.asks != Asks::Review {
        fields.push(long(Key::ActionExpectation, &action.expectation, |action, value| {
            action.expectation = value.as_str().into();
        }));
    }
    if setup.expectation && props.asks != Asks::New {
        fields.push(long(Key::ActionOutcome, &action.outcome, |action, value| {
            action.outcome = value.as_str().into();
        }));
    }
    if props.asks != Asks::New {
        fields.push(long(Key::ActionFinding, &action.finding, |action, value| {
            action.finding = value.as_str().into();
        }));
    }
    if !setup.sources.is_empty() && props.asks != Asks::Review {
        let chosen = action.source.as_ref();
        let none = option("", ui.t(Key::ActionSourceNone), chosen.is_none());
        let one = |(id, text): &(Rc<str>, Rc<str>)| option(id, text.clone().into(), chosen == Some(id));
        let sources = [none].into_iter().chain(setup.sources.iter().map(one)).collect();
        let onchange =
            form.on_change(|action, value| action.source = (!value.is_empty()).then(|| value.as_str().into()));
        let source = select(false, NodeRef::default(), onchange, sources);
        fields.push(labelled(&ui, WIDE, Key::ActionSource, false, source));
    }
    fields.push(form.buttons(&ui, &props.submit, Tone::Primary, BUTTONS));
    form.element("ll-actionform").keydown(form.on_key()).children(fields)
}

impl Written for Action {
    fn draft(&self) -> String {
        let when = self.when.map(|day| day.to_string()).unwrap_or_default();
        let who = self.who_person.as_ref().map_or("", PersonId::as_str);
        let (status, source) = (code_of(&STATUSES, self.status), self.source.as_deref().unwrap_or_default());
        let (finding, expectation, outcome) = (&*self.finding, &*self.expectation, &*self.outcome);
        joined(&[&*self.what, who, &self.who_text, &when, status, source, finding, expectation, outcome])
    }

    fn of_draft(text: &str) -> Self {
        let mut fields = parted(text);
        let mut next = || fields.next().unwrap_or_default();
        Self {
            what: next().into(),
            who_person: person_of(next()),
            who_text: next().into(),
            when: Date::parse(next()),
            status: status_of(next()),
            source: Some(next()).filter(|id| !id.is_empty()).map(Rc::from),
            finding: next().into(),
            expectation: next().into(),
            outcome: next().into(),
        }
    }

    fn ready(&self) -> Option<Self> {
        let ready = Self {
            what: trimmed(&self.what),
            who_text: trimmed(&self.who_text),
            finding: trimmed(&self.finding),
            expectation: trimmed(&self.expectation),
            outcome: trimmed(&self.outcome),
            ..self.clone()
        };
        (!ready.what.is_empty()).then_some(ready)
    }

    fn owner(&self) -> Option<&str> {
        Some(&self.who_text)
    }

    fn set_owner(&mut self, person: Option<PersonId>, named: bool) {
        self.who_person = person;
        if !named {
            self.who_text = "".into();
        }
    }
}

/// What typing or choosing does to the action.
type Change = fn(&mut Action, AttrValue);

/// A field for the status.
pub fn select_status(ui: &Ui, chosen: ActionStatus, on_change: Callback<Event>) -> Html {
    select(false, NodeRef::default(), on_change, choices(ui, &STATUSES, chosen))
}

/// The status that an option stands for.
pub fn status_of(code: &str) -> ActionStatus {
    value_of(&STATUSES, code).unwrap_or_default()
}

/// What a status is called.
pub fn status_name(ui: &Ui, status: ActionStatus) -> AttrValue {
    name_of(ui, &STATUSES, status)
}
