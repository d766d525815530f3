//! The whole screen.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::Actions;
use super::announce::announcement;
use super::banner::{banner, logged_out};
use super::browser;
use super::chair::chair;
use super::closing::closing;
use super::context::Ui;
use super::el::{el, group, line, list};
use super::facilitator::FacilitatorPanel;
use super::messages::messages;
use super::notes::notes;
use super::principles::Principles;
use super::saved::saved_status;
use super::standalone::{StandaloneControls, page_tools};
use super::start::start;
use super::statements::statements;
use super::step_nav::step_nav;
use super::timer::Timer;
use super::unavailable::unavailable;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::{Page, Screen};
use crate::i18n::{Catalogue, Key};

/// What it shows, and whom it tells what the user wants.
#[derive(Properties, PartialEq)]
pub struct ExerciseProps {
    /// Everything there is to draw.
    pub screen: Rc<Screen>,
    /// Takes what the user wants.
    pub on: Callback<Intent>,
    /// The words of the interface.
    pub catalogue: Rc<Catalogue>,
    /// What the standalone page offers besides; `None` inside Moodle.
    #[prop_or_default]
    pub controls: Option<StandaloneControls>,
    /// Whether joining asks for a name.
    #[prop_or_default]
    pub ask_name: bool,
}

/// Header, page, and what is docked at the bottom. The focus goes to the page's heading when the user went there;
/// when the group moves on, that is read aloud instead.
#[component]
pub fn Exercise(props: &ExerciseProps) -> Html {
    let heading = use_node_ref();
    let going = use_mut_ref(|| None::<Place>);
    let screen = &props.screen;
    let on = {
        let (on, going, screen) = (props.on.clone(), going.clone(), screen.clone());
        Callback::from(move |intent: Intent| {
            if let Some(place) = destination(&intent, &screen) {
                *going.borrow_mut() = Some(place);
            }
            on.emit(intent);
        })
    };
    let ui = Ui {
        catalogue: props.catalogue.clone(),
        on,
        heading: heading.clone(),
        ask_name: props.ask_name,
        drafts: screen.drafts.clone(),
    };
    {
        let shown = screen.nav.iter().find(|entry| entry.shown).map(|entry| entry.place.clone());
        use_effect_with(shown, move |shown| {
            if shown.is_some() && *going.borrow() == *shown {
                *going.borrow_mut() = None;
                browser::focus(&heading);
            }
        });
    }
    let spoken = use_spoken(&ui, screen);

    // Each part has its place, empty or not, so that one that comes or goes leaves the others as they are.
    let place_parts = vec![
        logged_out(&ui, screen.saved),
        screen.banner.as_ref().map(|shown| banner(&ui, shown, screen.can_join)).unwrap_or_default(),
        screen.chair.as_ref().map(|held| chair(&ui, held)).unwrap_or_default(),
        page(&ui, screen),
    ];
    let panel = screen.facilitation.as_ref().map(|facilitation| {
        html! {
            <FacilitatorPanel facilitation={facilitation.clone()} timer={screen.timer} people={screen.people.clone()}
                present={screen.present} at_start={matches!(&screen.page, Page::Start(view) if view.can_start)} />
        }
    });
    let app = group(
        "div",
        "ll-app",
        vec![
            top(&ui, props),
            group("div", "ll-page", place_parts),
            group("div", "ll-dock", vec![messages(&ui, &screen.messages), panel.unwrap_or_default()]),
            el("p", "ll-sr").fixed("role", "status").text(spoken),
        ],
    );
    html! { <ContextProvider<Ui> context={ui}>{ app }</ContextProvider<Ui>> }
}

/// Title and tools of the standalone page, the way through, the timer, and whether everything is stored.
fn top(ui: &Ui, props: &ExerciseProps) -> Html {
    let screen = &props.screen;
    let mut parts = Vec::new();
    if let Some(controls) = &props.controls {
        parts.push(group("div", "ll-brand", vec![line("h1", "", ui.t(Key::Brand)), page_tools(ui, controls)]));
    }
    if !screen.nav.is_empty() {
        let timer = screen.timer.map(|timer| html! { <Timer {timer} /> });
        let state = vec![timer.unwrap_or_default(), saved_status(ui, screen.saved)];
        parts.push(group(
            "div",
            "ll-top ll-noprint",
            vec![step_nav(ui, &screen.nav), group("div", "ll-top__state", state)],
        ));
    }
    list(parts)
}

/// The page; its key lets nothing that was typed or opened on one step show up on another.
fn page(ui: &Ui, screen: &Screen) -> Html {
    let (key, body) = match &screen.page {
        Page::Unavailable(notice) => ("", unavailable(ui, *notice, &screen.title)),
        Page::Start(view) => ("", start(ui, view, screen)),
        Page::Statements(view) => (view.heading.step.as_str(), statements(ui, view)),
        Page::Notes(view) => (view.heading.step.as_str(), notes(ui, view)),
        Page::Actions(view) => (view.heading.step.as_str(), html! { <Actions view={view.clone()} /> }),
        Page::Principles(view) => (view.heading.step.as_str(), html! { <Principles view={view.clone()} /> }),
        Page::Closing(view) => ("@closing", closing(ui, view, &screen.title, screen.group.as_ref())),
    };
    el("section", "ll-work").key(key).fixed("aria-labelledby", "ll-heading").child(body)
}

/// Where an intent takes the user, if anywhere.
fn destination(intent: &Intent, screen: &Screen) -> Option<Place> {
    match intent {
        Intent::LookAt(place) | Intent::GoTo(place) => Some(place.clone()),
        Intent::Follow => screen.nav.iter().find(|entry| entry.current).map(|entry| entry.place.clone()),
        _ => None,
    }
}

/// What the live region says: the last thing that happened to the group.
#[hook]
fn use_spoken(ui: &Ui, screen: &Rc<Screen>) -> AttrValue {
    let last = use_mut_ref(|| screen.clone());
    let spoken = use_mut_ref(AttrValue::default);
    let before = last.replace(screen.clone());
    if !Rc::ptr_eq(&before, screen)
        && let Some(text) = announcement(ui, &before, screen)
    {
        *spoken.borrow_mut() = text;
    }
    spoken.borrow().clone()
}
