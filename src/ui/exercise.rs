//! The whole screen.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::Actions;
use super::alone::alone;
use super::announce::{announcement, group_at};
use super::arrival::{Arrival, use_arrival};
use super::banner::{banner, logged_out};
use super::browser;
use super::chair::chair;
use super::closing::closing;
use super::context::{DraftBook, Ui};
use super::el::{el, group, list};
use super::facilitator::FacilitatorPanel;
use super::info::info;
use super::messages::messages;
use super::notes::Notes;
use super::plan::Plan;
use super::principles::Principles;
use super::questions::questions;
use super::saved::saved_status;
use super::standalone::{StandaloneControls, page_head};
use super::start::start;
use super::statements::statements;
use super::step_nav::step_nav;
use super::summary::summary;
use super::timer::Timer;
use super::unavailable::unavailable;
use super::waiting::{Waiting, waiting};
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::{Begin, Page, Screen};
use crate::i18n::Catalogue;

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
    /// Where other groups' outcomes are shown; empty where they are not.
    #[prop_or_default]
    pub shared: AttrValue,
    /// How it stands with the pages that the first stage leaves to the whole app.
    #[prop_or_default]
    pub waiting: Waiting,
    /// How the user comes here from the first stage.
    #[prop_or_default]
    pub arrival: Arrival,
}

/// Header, page, and what is docked at the bottom. The focus goes to the page's heading when the user went there;
/// when the group moves on, that is read aloud instead.
#[component]
pub fn Exercise(props: &ExerciseProps) -> Html {
    let heading = use_node_ref();
    let going = use_mut_ref(|| None::<Place>);
    let screen = &props.screen;
    let drafts = use_state(DraftBook::default);
    (*drafts).set(screen.drafts.clone());
    let latest = use_mut_ref(|| screen.clone());
    latest.replace(screen.clone());
    // Always the same callback: what the cards are told stays equal, and only those are drawn anew that changed.
    let on = {
        let (going, heading) = (going.clone(), heading.clone());
        use_callback(props.on.clone(), move |intent: Intent, on| {
            let here = latest.borrow().nav.iter().find(|entry| entry.shown).map(|entry| entry.place.clone());
            match destination(&intent, &latest.borrow()) {
                Some(place) if here.as_ref() != Some(&place) => *going.borrow_mut() = Some(place),
                // The group comes to where the user is, or somebody else leads: what was pressed is going to be gone.
                Some(_) => browser::focus(&heading),
                None if matches!(intent, Intent::HandChair(_)) => browser::focus(&heading),
                None => {}
            }
            on.emit(intent);
        })
    };
    let ui = Ui {
        catalogue: props.catalogue.clone(),
        on,
        heading: heading.clone(),
        ask_name: props.ask_name,
        shared: props.shared.clone(),
        drafts: (*drafts).clone(),
    };
    {
        let shown = screen.nav.iter().find(|entry| entry.shown).map(|entry| entry.place.clone());
        use_effect_with(shown, move |shown| {
            // Whoever came elsewhere meanwhile is not going there any more.
            let wanted = going.take();
            if shown.is_some() && wanted == *shown {
                browser::focus(&heading);
            }
        });
    }
    let settled = use_arrival(props.arrival, &ui.heading);
    let spoken = use_spoken(&ui, screen, settled);

    // Each part has its place, empty or not, so that one that comes or goes leaves the others as they are.
    let place_parts = vec![
        logged_out(&ui, screen.saved),
        screen.banner.as_ref().map(|shown| banner(&ui, shown, screen.can_join)).unwrap_or_default(),
        screen.chair.as_ref().map(|held| chair(&ui, held)).unwrap_or_default(),
        page(&ui, props),
        screen.alone.as_ref().map(|way| alone(&ui, way)).unwrap_or_default(),
    ];
    let panel = screen.facilitation.as_ref().map(|facilitation| {
        html! {
            <FacilitatorPanel facilitation={facilitation.clone()} timer={screen.timer} people={screen.people.clone()}
                present={screen.present} at_start={matches!(&screen.page, Page::Start(view) if matches!(view.begin, Begin::Lead { .. }))} />
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
    // The first stage runs in Moodle alone.
    #[cfg(feature = "whole")]
    if let Some(controls) = &props.controls {
        parts.push(page_head(ui, controls));
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
fn page(ui: &Ui, props: &ExerciseProps) -> Html {
    let screen = &props.screen;
    let (key, body) = match &screen.page {
        Page::Further(heading) => ("@further", waiting(ui, heading.as_ref(), &props.waiting)),
        page => (page.heading().map_or("", |heading| heading.step.as_str()), page_body(ui, page, screen)),
    };
    el("section", "ll-work").key(key).fixed("aria-labelledby", "ll-heading").child(body)
}

/// What stands on a page.
pub fn page_body(ui: &Ui, page: &Page, screen: &Screen) -> Html {
    match page {
        Page::Unavailable(notice) => unavailable(ui, *notice, &screen.title),
        Page::Start(view) => start(ui, view, screen),
        Page::Info(view) => info(ui, view),
        Page::Questions(view) => questions(ui, view),
        #[cfg(feature = "whole")]
        Page::Confirm(view) => summary(ui, view),
        Page::Statements(view) => statements(ui, view),
        #[cfg(feature = "whole")]
        Page::Notes(view) => html! { <Notes view={view.clone()} /> },
        #[cfg(feature = "whole")]
        Page::Actions(view) => html! { <Actions view={view.clone()} /> },
        #[cfg(feature = "whole")]
        Page::Plan(view) => html! { <Plan view={view.clone()} /> },
        #[cfg(feature = "whole")]
        Page::Principles(view) => html! { <Principles view={view.clone()} /> },
        #[cfg(feature = "whole")]
        Page::Closing(view) => closing(ui, view, &screen.title, screen.group.as_ref()),
        Page::Further(_) => Html::default(),
    }
}

/// Where an intent takes the user, if anywhere.
fn destination(intent: &Intent, screen: &Screen) -> Option<Place> {
    match intent {
        Intent::LookAt(place) | Intent::GoTo(place) => Some(place.clone()),
        Intent::Follow => screen.nav.iter().find(|entry| entry.current).map(|entry| entry.place.clone()),
        _ => None,
    }
}

/// What the live region says: the last thing that happened to the group; once it is `settled` where the group is,
/// if nothing else was said.
#[hook]
fn use_spoken(ui: &Ui, screen: &Rc<Screen>, settled: bool) -> AttrValue {
    let last = use_mut_ref(|| screen.clone());
    let spoken = use_mut_ref(AttrValue::default);
    let before = last.replace(screen.clone());
    if !Rc::ptr_eq(&before, screen)
        && let Some(text) = announcement(ui, &before, screen)
    {
        *spoken.borrow_mut() = text;
    }
    if settled && spoken.borrow().is_empty() {
        *spoken.borrow_mut() = group_at(ui, screen).unwrap_or_default();
    }
    spoken.borrow().clone()
}
