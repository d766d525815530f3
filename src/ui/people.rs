//! Who takes part.

use yew::prelude::*;

use super::button::{Tone, button};
use super::confirm::ConfirmButton;
use super::context::Ui;
use super::el::{el, group, line, list as parts, none};
use super::icon::Icon;
use crate::core::ids::PersonId;
use crate::core::intent::Intent;
use crate::core::room::Person;
use crate::core::view::{Answered, Asks, Facilitation};
use crate::i18n::Key;

/// The people as a list of names.
pub fn people(ui: &Ui, people: &[Person], me: &PersonId) -> Html {
    list(ui, people, &|person| {
        if *me == person.id { line("span", "ll-person__note", ui.t(Key::You)) } else { none() }
    })
}

/// The people, each to be marked absent or present, and to be handed the lead; while a round is answered each with whether
/// they have. They keep their places, so that nobody slips from under the pointer when somebody answers.
pub fn people_to_lead(ui: &Ui, people: &[Person], lead: &Facilitation, answered: Option<(Asks, &Answered)>) -> Html {
    let state = |person: &Person| match answered {
        Some((asks, answered)) if person.present => state(ui, asks, answered, &person.id),
        _ => none(),
    };
    let mark = |person: &Person| {
        let (key, icon) = if person.present { (Key::MarkAbsent, Icon::Cross) } else { (Key::MarkPresent, Icon::Plus) };
        let intent = Intent::Mark { person: person.id.clone(), present: !person.present };
        button(ui.with(key, &person.name), Tone::Bare.icon(icon), ui.click_once(intent))
    };
    let hand = |person: &Person| {
        if lead.successors.contains(&person.id) { hand_to(ui, person, lead.chair.as_ref()) } else { none() }
    };
    list(ui, people, &|person| parts(vec![state(person), hand(person), mark(person)]))
}

/// Whoever hands the lead over has it no more: so it asks. The question is about the one who has it now: where somebody
/// else takes it meanwhile, it is gone.
fn hand_to(ui: &Ui, person: &Person, chair: Option<&PersonId>) -> Html {
    let label = ui.with(Key::ChairHand, &person.name);
    let id = person.id.clone();
    html! {
        <ConfirmButton key={chair.map_or("", PersonId::as_str)} label={label.clone()} look={Tone::Bare.icon(Icon::Chair)} title={label}
            text={ui.with(Key::ChairHandText, &person.name)} yes={ui.t(Key::ChairHandYes)}
            on_yes={ui.on.reform(move |()| Intent::HandChair(id.clone()))} />
    }
}

/// Whether somebody has answered: a sign and words.
fn state(ui: &Ui, asks: Asks, answered: &Answered, person: &PersonId) -> Html {
    let done = if asks == Asks::Notes { Key::PartDone } else { Key::StateDone };
    let (class, icon, key) = if answered.who.people().contains(person) {
        ("ll-person__note", Icon::Check, done)
    } else {
        ("ll-person__note ll-person__note--waits", Icon::More, Key::WhoNotYet)
    };
    group("span", class, vec![icon.draw(), line("span", "", ui.t(key))])
}

/// Who has not answered, by name, once somebody has: in a large group they are found there sooner. Not a live region:
/// nobody wants to hear of each.
pub fn missing(ui: &Ui, answered: &Answered) -> Html {
    let text = match &answered.missing[..] {
        _ if answered.who.people().is_empty() => return none(),
        [] => ui.t(Key::WhoAll),
        names => ui.with(Key::WhoMissing, &names.join(", ")),
    };
    line("p", "ll-missing", text)
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
