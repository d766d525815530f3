//! Who takes part.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::{Ui, say};
use super::icon::Icon;
use crate::core::ids::PersonId;
use crate::core::intent::Intent;
use crate::core::room::Person;
use crate::i18n::Key;

/// The people as a list of names.
pub fn people(ui: &Ui, people: &[Person], me: &PersonId) -> Html {
    let note = |person: &Person| {
        html! {
            if *me == person.id {
                <span class="ll-person__note">{ ui.t(Key::You) }</span>
            }
        }
    };
    list(ui, people, &note)
}

/// The people, each to be marked absent or present.
pub fn people_to_mark(ui: &Ui, people: &[Person]) -> Html {
    let mark = |person: &Person| {
        let (key, icon) = if person.present { (Key::MarkAbsent, Icon::Cross) } else { (Key::MarkPresent, Icon::Plus) };
        let intent = Intent::Mark { person: person.id.clone(), present: !person.present };
        button(ui.with(key, &person.name), Tone::Bare.icon(icon), ui.click(intent))
    };
    list(ui, people, &mark)
}

fn list(ui: &Ui, people: &[Person], beside: &dyn Fn(&Person) -> Html) -> Html {
    html! {
        <ul class="ll-people">
            for person in people {
                <li key={person.id.as_str()} class={if person.present { "ll-person" } else { "ll-person ll-person--away" }}>
                    { face(&person.name) }
                    <span>{ say(&person.name) }</span>
                    if !person.present {
                        <span class="ll-person__note">{ ui.t(Key::Absent) }</span>
                    }
                    { beside(person) }
                </li>
            }
        </ul>
    }
}

/// The first letter of a name, in a circle.
pub fn face(name: &str) -> Html {
    let initial = name.chars().find(|c| c.is_alphanumeric()).map(String::from).unwrap_or_default();
    html! { <span class="ll-person__face" aria-hidden="true">{ initial }</span> }
}
