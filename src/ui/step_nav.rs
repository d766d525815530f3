//! The way through the exercise.

use yew::prelude::*;

use super::context::Ui;
use super::icon::Icon;
use super::place;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::NavEntry;
use crate::i18n::Key;

/// The steps as a row; those that the group has reached can be opened.
pub fn step_nav(ui: &Ui, nav: &[NavEntry]) -> Html {
    html! {
        <nav class="ll-steps" aria-label={ui.t(Key::NavLabel)}>
            <ol>
                for entry in nav {
                    { item(ui, entry) }
                }
            </ol>
        </nav>
    }
}

fn item(ui: &Ui, entry: &NavEntry) -> Html {
    let name = place::name(ui, &entry.place, entry.title.as_ref());
    let inner = html! {
        <>
            <span class="ll-steps__mark" aria-hidden="true">{ mark(entry) }</span>
            <span class="ll-steps__name">{ &name }</span>
            if entry.done {
                <span class="ll-sr">{ ui.t(Key::NavDone) }</span>
            }
            if entry.current {
                <span class="ll-sr">{ ui.t(Key::NavGroupHere) }</span>
            }
        </>
    };
    let class = classes!(
        "ll-steps__item",
        entry.shown.then_some("ll-steps__item--shown"),
        entry.current.then_some("ll-steps__item--group"),
        entry.done.then_some("ll-steps__item--done"),
        entry.optional.then_some("ll-steps__item--optional"),
    );
    html! {
        <li {class}>
            if entry.open {
                <button type="button" title={name.clone()} aria-current={entry.shown.then_some("step")}
                    onclick={ui.click(Intent::LookAt(entry.place.clone()))}>
                    { inner }
                </button>
            } else {
                <span class="ll-steps__closed" title={name.clone()}>{ inner }</span>
            }
        </li>
    }
}

fn mark(entry: &NavEntry) -> Html {
    match (&entry.place, entry.number) {
        (Place::Start, _) => Icon::Home.draw(),
        (Place::Closing, _) => Icon::Flag.draw(),
        _ if entry.done => Icon::Check.draw(),
        (_, Some(number)) => html! { { number } },
        (_, None) => Html::default(),
    }
}
