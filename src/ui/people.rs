//! Who takes part.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use crate::core::ids::PersonId;
use crate::core::intent::Intent;
use crate::core::room::Person;
use crate::i18n::Key;

/// The people as a list of names.
pub fn people(ui: &Ui, people: &[Person], me: &PersonId) -> Html {
    list(ui, people, &|person| {
        if *me == person.id { line("span", "ll-person__note", ui.t(Key::You)) } else { none() }
    })
}

/// The people, each to be marked absent or present.
pub fn people_to_mark(ui: &Ui, people: &[Person]) -> Html {
    list(ui, people, &|person| {
        let (key, icon) = if person.present { (Key::MarkAbsent, Icon::Cross) } else { (Key::MarkPresent, Icon::Plus) };
        let intent = Intent::Mark { person: person.id.clone(), present: !person.present };
        button(ui.with(key, &person.name), Tone::Bare.icon(icon), ui.click(intent))
    })
}

fn list(ui: &Ui, people: &[Person], beside: &dyn Fn(&Person) -> Html) -> Html {
    let one = |person: &Person| {
        let (class, absent) = if person.present {
            ("ll-person", none())
        } else {
            ("ll-person ll-person--away", line("span", "ll-person__note", ui.t(Key::Absent)))
        };
        let name = line("span", "", person.name.clone().into());
        el("li", class).key(person.id.as_str()).children(vec![face(&person.name), name, absent, beside(person)])
    };
    group("ul", "ll-people", people.iter().map(one).collect())
}

/// The first letter of a name, in a circle.
pub fn face(name: &str) -> Html {
    let initial = name.chars().find(|c| c.is_alphanumeric()).map(String::from).unwrap_or_default();
    el("span", "ll-person__face").fixed("aria-hidden", "true").text(initial.into())
}
