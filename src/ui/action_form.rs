//! A follow-up action being written or changed.

use std::rc::Rc;

use yew::html::{onchange, onkeydown};
use yew::prelude::*;

use super::browser;
use super::button::{Tone, button, submit};
use super::context::{Ui, use_ui};
use super::el::{el, field, group, line, text};
use super::icon::Icon;
use crate::core::blocks::actions::{WHAT_LIMIT, WHO_LIMIT};
use crate::core::ids::{ItemId, PersonId};
use crate::core::room::{Action, ActionStatus, Date};
use crate::core::view::ActionsView;
use crate::i18n::Key;

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

/// What, who, when, status, and the statement it came from.
#[component]
pub fn ActionForm(props: &Props) -> Html {
    let ui = use_ui();
    // A form that the user has just filled in from a starting point begins with that.
    let draft = use_state(|| {
        let taken_up = !props.focus || props.on_cancel.is_some();
        ui.draft(&props.draft).filter(|_| taken_up).map(|(_, text)| action_of(&text))
    });
    let action = use_state(|| (*draft).clone().unwrap_or_else(|| props.action.clone()));
    let elsewhere = use_state(|| !action.who_text.is_empty());
    let what = use_node_ref();
    {
        // An edit taken up again leaves the focus where it is.
        let (what, focus) = (what.clone(), props.focus && draft.is_none());
        use_effect_with((), move |()| {
            if focus {
                browser::focus(&what);
            }
        });
    }
    let take = {
        let (ui, action, key, base) = (ui.clone(), action.clone(), props.draft.clone(), props.base);
        let stored = text_of(&props.action);
        Callback::from(move |next: Action| {
            ui.keep_draft(&key, base, &text_of(&next), &stored);
            action.set(next);
        })
    };
    let set = {
        let (action, take) = (action.clone(), take.clone());
        move |change: Change| {
            let (action, take) = (action.clone(), take.clone());
            Callback::from(move |event: Event| {
                let mut next = (*action).clone();
                change(&mut next, browser::value_of(&event));
                take.emit(next);
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
            take.emit(next);
        })
    };
    let onsubmit = {
        let (action, what, on_submit, empty) =
            (action.clone(), what.clone(), props.on_submit.clone(), props.action.clone());
        let (elsewhere, again) = (elsewhere.clone(), props.on_cancel.is_none());
        let (ui, key) = (ui.clone(), props.draft.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut done = (*action).clone();
            done.what = done.what.trim().into();
            done.who_text = done.who_text.trim().into();
            if !done.what.is_empty() {
                on_submit.emit(done);
                ui.drop_draft(&key);
                if again {
                    action.set(Action { source_item: None, what: "".into(), ..empty.clone() });
                    elsewhere.set(false);
                }
            }
            browser::focus(&what);
        })
    };
    let on_cancel = props.on_cancel.as_ref().map(|cancel| {
        let (ui, key) = (ui.clone(), props.draft.clone());
        cancel.reform(move |()| ui.drop_draft(&key))
    });
    let escape = {
        let cancel = on_cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let (true, Some(cancel)) = (event.key() == "Escape", &cancel) {
                cancel.emit(());
            }
        })
    };
    let view = &props.view;
    let wide = "ll-field ll-field--wide";
    let elsewhere_at = *elsewhere;
    let people = view.people.iter().map(|person| {
        option(person.id.as_str(), person.name.clone().into(), action.who_person.as_ref() == Some(&person.id))
    });
    let people = [option("", ui.t(Key::ActionWhoChoose), action.who_person.is_none() && !elsewhere_at)]
        .into_iter()
        .chain(people)
        .chain([option(SOMEONE_ELSE, ui.t(Key::ActionWhoElse), elsewhere_at)]);
    let text_field = |class, label, needed, limit: usize, value: &Rc<str>, node: NodeRef, change: Change| {
        let oninput = set(change).reform(|event: InputEvent| event.into());
        let field = field(None, value.clone().into(), limit)
            .node(node)
            .fixed_if(needed, "required", "required")
            .input(oninput)
            .done();
        labelled(&ui, class, label, needed, field)
    };
    let mut fields = vec![
        text_field(wide, Key::ActionWhat, true, WHAT_LIMIT, &action.what, what.clone(), |action, value| {
            action.what = value.as_str().into();
        }),
        labelled(
            &ui,
            "ll-field",
            Key::ActionWho,
            view.who_required,
            select(view.who_required, on_who, people.collect()),
        ),
    ];
    if elsewhere_at {
        let node = NodeRef::default();
        fields.push(text_field(
            "ll-field",
            Key::ActionWhoName,
            view.who_required,
            WHO_LIMIT,
            &action.who_text,
            node,
            |action, value| {
                action.who_text = value.as_str().into();
            },
        ));
    }
    let when = {
        let onchange = set(|action, value| action.when = Date::parse(&value));
        html! { <input type="date" required={view.when_required} value={action.when.map(|day| day.to_string())} {onchange} /> }
    };
    fields.push(labelled(&ui, "ll-field", Key::ActionWhen, view.when_required, when));
    let statuses =
        select(false, set(|action, value| action.status = status_of(&value)), status_options(&ui, action.status));
    fields.push(labelled(&ui, "ll-field", Key::ActionStatus, true, statuses));
    if !view.sources.is_empty() {
        let sources = view
            .sources
            .iter()
            .map(|(item, text)| option(item.as_str(), text.clone().into(), action.source_item.as_ref() == Some(item)));
        let sources =
            [option("", ui.t(Key::ActionSourceNone), action.source_item.is_none())].into_iter().chain(sources);
        let onchange =
            set(|action, value| action.source_item = (!value.is_empty()).then(|| ItemId::from(value.as_str())));
        fields.push(labelled(&ui, wide, Key::ActionSource, false, select(false, onchange, sources.collect())));
    }
    let icon = if props.on_cancel.is_some() { Icon::Check } else { Icon::Plus };
    let mut actions = vec![submit(props.submit.clone(), Tone::Primary.icon(icon))];
    if let Some(cancel) = &on_cancel {
        actions.push(button(ui.t(Key::Cancel), Tone::Quiet.plain(), cancel.reform(|_| ())));
    }
    fields.push(el("div", "ll-actions ll-field--wide").key("actions").children(actions));
    el("form", "ll-actionform").submit(onsubmit).listen(Rc::new(onkeydown::Wrapper::new(escape))).children(fields)
}

/// An action as the text of its draft: a line for each field.
fn text_of(action: &Action) -> String {
    let when = action.when.map(|day| day.to_string()).unwrap_or_default();
    let who = action.who_person.as_ref().map_or("", PersonId::as_str);
    let source = action.source_item.as_ref().map_or("", ItemId::as_str);
    let status = STATUSES.iter().find(|(known, ..)| *known == action.status).map_or("", |(_, code, _)| code);
    [&*action.what, who, &action.who_text, &when, status, source].join("\n")
}

/// The action of a draft.
pub fn action_of(text: &str) -> Action {
    let mut lines = text.split('\n');
    let mut line = || lines.next().unwrap_or("");
    Action {
        what: line().into(),
        who_person: Some(line()).filter(|id| !id.is_empty()).map(PersonId::from),
        who_text: line().into(),
        when: Date::parse(line()),
        status: status_of(line()),
        source_item: Some(line()).filter(|id| !id.is_empty()).map(ItemId::from),
    }
}

/// What typing or choosing does to the action.
type Change = fn(&mut Action, AttrValue);

fn labelled(ui: &Ui, class: &'static str, label: Key, needed: bool, field: Html) -> Html {
    let mut words = vec![text(ui.t(label))];
    if !needed {
        words.push(text(" ".into()));
        words.push(line("span", "ll-muted", ui.t(Key::MayBeEmpty)));
    }
    // The key keeps a field the same element, and with it the focus, when another comes or goes beside it.
    el("label", class).key(label.identifier()).children(vec![group("span", "ll-field__label", words), field])
}

/// A field to choose from.
pub fn select(needed: bool, on_change: Callback<Event>, options: Vec<Html>) -> Html {
    el("select", "")
        .fixed_if(needed, "required", "required")
        .listen(Rc::new(onchange::Wrapper::new(on_change)))
        .children(options)
}

fn option(value: &str, label: AttrValue, chosen: bool) -> Html {
    // As a property: once somebody has chosen, the attribute changes nothing any more.
    el("option", "").key(value).attr("value", value.to_owned().into()).property("selected", chosen).text(label)
}

/// The options of a field for the status.
pub fn status_options(ui: &Ui, chosen: ActionStatus) -> Vec<Html> {
    STATUSES.iter().map(|(status, code, key)| option(code, ui.t(*key), *status == chosen)).collect()
}

/// The status that an option stands for.
pub fn status_of(code: &str) -> ActionStatus {
    STATUSES.iter().find(|(_, known, _)| *known == code).map_or(ActionStatus::Open, |(status, ..)| *status)
}

/// What a status is called.
pub fn status_name(ui: &Ui, status: ActionStatus) -> AttrValue {
    STATUSES.iter().find(|(known, ..)| *known == status).map(|(.., key)| ui.t(*key)).unwrap_or_default()
}
