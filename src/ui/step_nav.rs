//! The way through the exercise.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line, none, text};
use super::icon::Icon;
use super::place;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::NavEntry;
use crate::i18n::Key;

/// The steps as a row; those that the group has reached can be opened.
pub fn step_nav(ui: &Ui, nav: &[NavEntry]) -> Html {
    let entries = nav.iter().map(|entry| item(ui, entry)).collect();
    el("nav", "ll-steps").attr("aria-label", ui.t(Key::NavLabel)).child(group("ol", "", entries))
}

fn item(ui: &Ui, entry: &NavEntry) -> Html {
    let name = place::name(ui, &entry.place, entry.title.as_ref());
    let inner = vec![
        el("span", "ll-steps__mark").fixed("aria-hidden", "true").child(mark(entry)),
        line("span", "ll-steps__name", name.clone()),
        aloud(ui, entry.done, Key::NavDone),
        aloud(ui, entry.current, Key::NavGroupHere),
    ];
    let link = if entry.open {
        el("button", "")
            .fixed("type", "button")
            .fixed_if(entry.shown, "aria-current", "step")
            .click(ui.click(Intent::LookAt(entry.place.clone())))
    } else {
        el("span", "ll-steps__closed")
    };
    el("li", "").attr("class", class(entry).into()).child(link.attr("title", name).children(inner))
}

fn class(entry: &NavEntry) -> String {
    let mut class = String::from("ll-steps__item");
    let states = [(entry.shown, "shown"), (entry.current, "group"), (entry.done, "done"), (entry.optional, "optional")];
    for (_, state) in states.into_iter().filter(|(holds, _)| *holds) {
        class.push_str(" ll-steps__item--");
        class.push_str(state);
    }
    class
}

fn aloud(ui: &Ui, holds: bool, key: Key) -> Html {
    if holds { line("span", "ll-sr", ui.t(key)) } else { none() }
}

fn mark(entry: &NavEntry) -> Html {
    match (&entry.place, entry.number) {
        (Place::Start, _) => Icon::Home.draw(),
        (Place::Closing, _) => Icon::Flag.draw(),
        _ if entry.done => Icon::Check.draw(),
        (_, Some(number)) => text(number.to_string().into()),
        (_, None) => none(),
    }
}
