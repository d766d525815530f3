//! Parts of forms: a labelled field, one to choose from, and who takes something on.

use std::rc::Rc;

use yew::html::onchange;
use yew::prelude::*;

use super::context::Ui;
use super::el::{el, field, group, line, text};
use crate::core::ids::PersonId;
use crate::core::room::Person;
use crate::i18n::Key;

/// Stands in the list of people for somebody who is not in it; no id of a person looks like this.
pub const SOMEONE_ELSE: &str = "+";

/// A field as wide as the form.
pub const WIDE: &str = "ll-field ll-field--wide";

/// The buttons of a form with several fields.
pub const BUTTONS: &str = "ll-actions ll-field--wide";

/// Something to choose: what it is, its value in a field and in a draft, and what it is called.
pub type Choice<T> = (T, &'static str, Key);

/// The options of a field.
pub fn choices<T: Copy + PartialEq>(ui: &Ui, all: &[Choice<T>], chosen: T) -> Vec<Html> {
    all.iter().map(|(value, code, key)| option(code, ui.t(*key), *value == chosen)).collect()
}

/// What an option stands for.
pub fn value_of<T: Copy>(all: &[Choice<T>], code: &str) -> Option<T> {
    all.iter().find(|(_, known, _)| *known == code).map(|(value, ..)| *value)
}

/// The value of its option.
pub fn code_of<T: Copy + PartialEq>(all: &[Choice<T>], value: T) -> &'static str {
    all.iter().find(|(known, ..)| *known == value).map_or("", |(_, code, _)| code)
}

/// What it is called.
pub fn name_of<T: Copy + PartialEq>(ui: &Ui, all: &[Choice<T>], value: T) -> AttrValue {
    all.iter().find(|(known, ..)| *known == value).map(|(.., key)| ui.t(*key)).unwrap_or_default()
}

/// A field with its label, and whether it may be left empty.
pub fn labelled(ui: &Ui, class: &'static str, label: Key, needed: bool, field: Html) -> Html {
    let mut words = vec![text(ui.t(label))];
    if !needed {
        words.push(text(" ".into()));
        words.push(line("span", "ll-muted", ui.t(Key::MayBeEmpty)));
    }
    // The key keeps a field the same element, and with it the focus, when another comes or goes beside it.
    el("label", class).key(label.identifier()).children(vec![group("span", "ll-field__label", words), field])
}

/// A field of one line or several.
pub fn typed(
    rows: Option<&'static str>,
    value: &Rc<str>,
    limit: usize,
    needed: bool,
    node: NodeRef,
    on_input: Callback<InputEvent>,
) -> Html {
    field(rows, value.clone().into(), limit).node(node).fixed_if(needed, "required", "required").input(on_input).done()
}

/// A field to choose from.
pub fn select(needed: bool, node: NodeRef, on_change: Callback<Event>, options: Vec<Html>) -> Html {
    el("select", "")
        .node(node)
        .fixed_if(needed, "required", "required")
        .listen(Rc::new(onchange::Wrapper::new(on_change)))
        .children(options)
}

/// One of its options.
pub fn option(value: &str, label: AttrValue, chosen: bool) -> Html {
    // As a property: once somebody has chosen, the attribute changes nothing any more.
    el("option", "").key(value).attr("value", value.to_owned().into()).property("selected", chosen).text(label)
}

/// The people to choose from, nobody first and somebody else last.
pub fn people_options(ui: &Ui, people: &[Person], chosen: Option<&PersonId>, elsewhere: bool) -> Vec<Html> {
    let one = |person: &Person| option(person.id.as_str(), person.name.clone().into(), chosen == Some(&person.id));
    [option("", ui.t(Key::ActionWhoChoose), chosen.is_none() && !elsewhere)]
        .into_iter()
        .chain(people.iter().map(one))
        .chain([option(SOMEONE_ELSE, ui.t(Key::ActionWhoElse), elsewhere)])
        .collect()
}

/// The person that an option stands for.
pub fn person_of(value: &str) -> Option<PersonId> {
    (!value.is_empty() && value != SOMEONE_ELSE).then(|| PersonId::from(value))
}
