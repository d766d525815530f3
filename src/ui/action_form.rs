//! A follow-up action being written or changed.

use yew::prelude::*;

use super::browser;
use super::button::{Tone, button, submit};
use super::context::{Ui, say, use_ui};
use super::icon::Icon;
use crate::core::ids::{ItemId, PersonId};
use crate::core::room::{Action, ActionStatus, Date};
use crate::core::view::ActionsView;
use crate::i18n::Key;

const WHAT_LIMIT: &str = "300";
const WHO_LIMIT: &str = "100";
/// Stands in the list of people for somebody who is not in it; no id of a person looks like this.
const SOMEONE_ELSE: &str = "+";

/// The statuses, in the order they are offered.
pub const STATUSES: [(ActionStatus, &str, Key); 4] = [
    (ActionStatus::Open, "open", Key::StatusOpen),
    (ActionStatus::Busy, "busy", Key::StatusBusy),
    (ActionStatus::Done, "done", Key::StatusDone),
    (ActionStatus::Dropped, "dropped", Key::StatusDropped),
];

/// What it starts from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// People, statements and what is required.
    pub view: ActionsView,
    /// What is in the form at first.
    pub action: Action,
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

/// What, who, when, status, and the statement it came from.
#[component]
pub fn ActionForm(props: &Props) -> Html {
    let ui = use_ui();
    let action = use_state(|| props.action.clone());
    let elsewhere = use_state(|| !props.action.who_text.is_empty());
    let what = use_node_ref();
    {
        let (what, focus) = (what.clone(), props.focus);
        use_effect_with((), move |()| {
            if focus {
                browser::focus(&what);
            }
        });
    }
    let set = {
        let action = action.clone();
        move |change: fn(&mut Action, AttrValue)| {
            let action = action.clone();
            Callback::from(move |event: Event| {
                let mut next = (*action).clone();
                change(&mut next, browser::value_of(&event));
                action.set(next);
            })
        }
    };
    let on_who = {
        let (action, elsewhere) = (action.clone(), elsewhere.clone());
        Callback::from(move |event: Event| {
            let value = browser::value_of(&event);
            elsewhere.set(value == SOMEONE_ELSE);
            let mut next = (*action).clone();
            next.who_person = (!value.is_empty() && value != SOMEONE_ELSE).then(|| PersonId::from(value.as_str()));
            if value != SOMEONE_ELSE {
                next.who_text = "".into();
            }
            action.set(next);
        })
    };
    let onsubmit = {
        let (action, what, on_submit, empty) = (action.clone(), what.clone(), props.on_submit.clone(), props.action.clone());
        let (elsewhere, again) = (elsewhere.clone(), props.on_cancel.is_none());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut done = (*action).clone();
            done.what = done.what.trim().into();
            done.who_text = done.who_text.trim().into();
            if !done.what.is_empty() {
                on_submit.emit(done);
                if again {
                    action.set(Action { source_item: None, what: "".into(), ..empty.clone() });
                    elsewhere.set(false);
                }
            }
            browser::focus(&what);
        })
    };
    let onkeydown = {
        let cancel = props.on_cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let (true, Some(cancel)) = (event.key() == "Escape", &cancel) {
                cancel.emit(());
            }
        })
    };
    let required = |needed: bool| html! { if !needed { <span class="ll-muted">{ " " }{ ui.t(Key::MayBeEmpty) }</span> } };
    let view = &props.view;
    html! {
        <form class="ll-actionform" {onsubmit} {onkeydown}>
            <label class="ll-field ll-field--wide">
                <span class="ll-field__label">{ ui.t(Key::ActionWhat) }</span>
                <input ref={what} type="text" required=true maxlength={WHAT_LIMIT} value={action.what.clone()}
                    oninput={set(|action, value| action.what = value.as_str().into()).reform(|event: InputEvent| event.into())} />
            </label>
            <label class="ll-field">
                <span class="ll-field__label">{ ui.t(Key::ActionWho) }{ required(view.who_required) }</span>
                <select required={view.who_required} onchange={on_who}>
                    <option value="" selected={action.who_person.is_none() && !*elsewhere}>{ ui.t(Key::ActionWhoChoose) }</option>
                    for person in &view.people {
                        <option key={person.id.as_str()} value={person.id.as_str().to_owned()}
                            selected={action.who_person.as_ref() == Some(&person.id)}>{ say(&person.name) }</option>
                    }
                    <option value={SOMEONE_ELSE} selected={*elsewhere}>{ ui.t(Key::ActionWhoElse) }</option>
                </select>
            </label>
            if *elsewhere {
                <label class="ll-field">
                    <span class="ll-field__label">{ ui.t(Key::ActionWhoName) }</span>
                    <input type="text" required={view.who_required} maxlength={WHO_LIMIT} value={action.who_text.clone()}
                        oninput={set(|action, value| action.who_text = value.as_str().into()).reform(|event: InputEvent| event.into())} />
                </label>
            }
            <label class="ll-field">
                <span class="ll-field__label">{ ui.t(Key::ActionWhen) }{ required(view.when_required) }</span>
                <input type="date" required={view.when_required} value={action.when.map(|day| day.to_string())}
                    onchange={set(|action, value| action.when = Date::parse(&value))} />
            </label>
            <label class="ll-field">
                <span class="ll-field__label">{ ui.t(Key::ActionStatus) }</span>
                <select onchange={set(|action, value| action.status = status_of(&value))}>
                    { status_options(&ui, action.status) }
                </select>
            </label>
            if !view.sources.is_empty() {
                <label class="ll-field ll-field--wide">
                    <span class="ll-field__label">{ ui.t(Key::ActionSource) }{ required(false) }</span>
                    <select onchange={set(|action, value| action.source_item = (!value.is_empty()).then(|| ItemId::from(value.as_str())))}>
                        <option value="" selected={action.source_item.is_none()}>{ ui.t(Key::ActionSourceNone) }</option>
                        for (item, text) in &view.sources {
                            <option key={item.as_str()} value={item.as_str().to_owned()} selected={action.source_item.as_ref() == Some(item)}>{ say(text) }</option>
                        }
                    </select>
                </label>
            }
            <div class="ll-actions ll-field--wide">
                { submit(props.submit.clone(), Tone::Primary.icon(if props.on_cancel.is_some() { Icon::Check } else { Icon::Plus })) }
                if let Some(cancel) = &props.on_cancel {
                    { button(ui.t(Key::Cancel), Tone::Quiet.plain(), cancel.reform(|_| ())) }
                }
            </div>
        </form>
    }
}

/// The options of a field for the status.
pub fn status_options(ui: &Ui, chosen: ActionStatus) -> Html {
    STATUSES
        .iter()
        .map(|(status, code, key)| html! { <option key={*code} value={*code} selected={*status == chosen}>{ ui.t(*key) }</option> })
        .collect()
}

/// The status that an option stands for.
pub fn status_of(code: &str) -> ActionStatus {
    STATUSES.iter().find(|(_, known, _)| *known == code).map_or(ActionStatus::Open, |(status, ..)| *status)
}

/// What a status is called.
pub fn status_name(ui: &Ui, status: ActionStatus) -> AttrValue {
    STATUSES.iter().find(|(known, ..)| *known == status).map(|(.., key)| ui.t(*key)).unwrap_or_default()
}
