//! An exercise being tried: the app's own screens, in a meeting that is nowhere kept, below a bar that says whose screen
//! this is, and lets one choose that, the meeting, how many simulated participants there are, and the step.

use std::rc::Rc;

use yew::prelude::*;

use super::tool::{Sign, tool};
use crate::core::editor::rehearse::PEOPLE;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::{NavEntry, Screen};
use crate::i18n::{Catalogue, Key};
use crate::ui::browser::value_of;
use crate::ui::exercise::Exercise;

/// Whose screen it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Somebody who takes part.
    Participant,
    /// The same person, leading.
    Leader,
}

impl Seat {
    const ALL: [Self; 2] = [Self::Participant, Self::Leader];

    const fn name(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Leader => "leader",
        }
    }
}

/// A meeting that is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// Which one on this page: each begins with fresh screens.
    pub number: u32,
    /// Whose screen it is.
    pub seat: Seat,
    /// That screen.
    pub screen: Rc<Screen>,
    /// How many simulated participants there are.
    pub people: u32,
    /// What can be gone through: identity and title.
    pub runs: Rc<Vec<(AttrValue, AttrValue)>>,
    /// What it goes through.
    pub run: AttrValue,
    /// Whether somebody takes the group from step to step.
    pub led: bool,
}

/// A meeting to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How many simulated participants it has.
    pub people: u32,
    /// What it goes through, by its identity; the first where that is empty.
    pub run: String,
    /// Whose screen to show.
    pub seat: Seat,
}

/// What the user wants of the trial.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialIntent {
    /// Another meeting.
    Begin(Wanted),
    /// The screen of somebody else.
    Sit(Seat),
    /// To have the group taken to a place.
    GoTo(Place),
    /// Something of the meeting, as whoever's screen it is.
    Meeting(Intent),
}

/// What is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The words of the interface.
    pub words: Rc<Catalogue>,
    /// The meeting.
    pub trial: Trial,
    /// Whether it can be tried without others.
    #[prop_or_default]
    pub alone: bool,
    /// Takes what the user wants.
    pub on: Callback<TrialIntent>,
    /// The way out.
    pub children: Html,
}

/// A bar that says what this is, and the screens.
#[component]
pub fn Preview(props: &Props) -> Html {
    let Props { words, trial, on, .. } = props;
    let on_intent = use_callback(on.clone(), |intent: Intent, on| on.emit(TrialIntent::Meeting(intent)));
    let begin = |change: fn(&mut Wanted, String)| {
        let (on, wanted) = (on.clone(), wanted(trial));
        Callback::from(move |event: Event| {
            let mut wanted = wanted.clone();
            change(&mut wanted, value_of(&event).to_string());
            on.emit(TrialIntent::Begin(wanted));
        })
    };
    let on_people = begin(|wanted, value| wanted.people = value.parse().unwrap_or(wanted.people));
    let on_run = begin(|wanted, value| wanted.run = value);
    let on_seat = {
        let on = on.clone();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event);
            if let Some(seat) = Seat::ALL.into_iter().find(|seat| *seat.name() == *chosen) {
                on.emit(TrialIntent::Sit(seat));
            }
        })
    };
    let again = {
        let (on, wanted) = (on.clone(), wanted(trial));
        Callback::from(move |_: MouseEvent| on.emit(TrialIntent::Begin(wanted.clone())))
    };
    let numbers = props.alone.then_some(0).into_iter().chain(PEOPLE.0..=PEOPLE.1);
    let named = |number: u32| if number == 0 { word(words, "rehearsal_nobody") } else { number.to_string().into() };
    let seats = Seat::ALL.into_iter().map(|seat| {
        let name = match seat {
            Seat::Participant => word(words, "seat_participant"),
            Seat::Leader => word(words, "seat_leader"),
        };
        (seat.name().into(), name, seat == trial.seat)
    });
    let runs = trial.runs.iter().map(|(id, title)| (id.clone(), title.clone(), *id == trial.run));
    let people = numbers.map(|number| (number.to_string().into(), named(number), number == trial.people));
    let key = [&*trial.number.to_string(), trial.seat.name()].concat();
    html! {
        <div class="ll-ed-preview">
            <div class="ll-ed-preview__bar" role="region" aria-label={word(words, "preview")}>
                <p>{ about(words, trial) }</p>
                { choice("ed-preview-seat", word(words, "seat"), seats.collect(), on_seat) }
                if trial.runs.len() > 1 {
                    { choice("ed-preview-run", word(words, "rehearsal_run"), runs.collect(), on_run) }
                }
                { choice("ed-preview-people", word(words, "people"), people.collect(), on_people) }
                if trial.led && trial.seat == Seat::Participant {
                    { way(words, &trial.screen.nav, on) }
                }
                <div class="ll-actions">
                    <button type="button" id="ed-preview-again" class="ll-btn" onclick={again}>{ word(words, "rehearsal_again") }</button>
                    { props.children.clone() }
                </div>
            </div>
            <Exercise {key} screen={trial.screen.clone()} on={on_intent} catalogue={words.clone()} />
        </div>
    }
}

/// The same once more.
fn wanted(trial: &Trial) -> Wanted {
    Wanted { people: trial.people, run: trial.run.to_string(), seat: trial.seat }
}

/// Whose screen this is, who the others are, and that nothing is kept.
fn about(words: &Catalogue, trial: &Trial) -> String {
    let whose = match trial.seat {
        Seat::Participant => word(words, "preview_about"),
        Seat::Leader => word(words, "preview_leader"),
    };
    let others = (trial.people > 0).then(|| word(words, "rehearsal_about"));
    let sentences = [Some(whose), others, Some(word(words, "preview_kept"))];
    sentences.into_iter().flatten().map(|it| it.to_string()).collect::<Vec<_>>().join(" ")
}

/// A choice from a list: of each entry its value, its name, and whether it is chosen.
fn choice(
    id: &'static str,
    label: AttrValue,
    options: Vec<(AttrValue, AttrValue, bool)>,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <div class="ll-field">
            <label class="ll-field__label" for={id}>{ label }</label>
            <select {id} {onchange}>
                { for options.into_iter().map(|(value, name, selected)| html! { <option {value} {selected}>{ name }</option> }) }
            </select>
        </div>
    }
}

/// Where the group is: a participant cannot take it further, so the bar does.
fn way(words: &Catalogue, nav: &[NavEntry], on: &Callback<TrialIntent>) -> Html {
    let at = nav.iter().position(|entry| entry.current).unwrap_or_default();
    let title = |entry: &NavEntry| match &entry.place {
        Place::Start => words.text(Key::PlaceStart),
        Place::Closing => words.text(Key::PlaceClosing),
        Place::Step(_) => entry.title.clone().unwrap_or_default(),
    };
    let places: Vec<Place> = nav.iter().map(|entry| entry.place.clone()).collect();
    let onchange = {
        let (on, places) = (on.clone(), places.clone());
        Callback::from(move |event: Event| {
            if let Some(place) = value_of(&event).parse().ok().and_then(|at: usize| places.get(at)) {
                on.emit(TrialIntent::GoTo(place.clone()));
            }
        })
    };
    let go = |to: Option<usize>| {
        let (on, place) = (on.clone(), to.and_then(|to| places.get(to)).cloned());
        let why_not = place.is_none().then(|| word(words, "nowhere"));
        let go = Callback::from(move |()| {
            if let Some(place) = place.clone() {
                on.emit(TrialIntent::GoTo(place));
            }
        });
        (why_not, go)
    };
    let ((not_back, back), (not_on, further)) = (go(at.checked_sub(1)), go(Some(at + 1)));
    let options = nav.iter().enumerate().map(|(place, it)| (place.to_string().into(), title(it).into(), place == at));
    html! {
        <div class="ll-ed-preview__way">
            { choice("ed-preview-place", word(words, "preview_place"), options.collect(), onchange) }
            { tool("ed-preview-back".to_owned(), Sign::Back, &word(words, "preview_back"), not_back, back) }
            { tool("ed-preview-on".to_owned(), Sign::Forth, &word(words, "preview_on"), not_on, further) }
        </div>
    }
}

fn word(words: &Catalogue, name: &str) -> AttrValue {
    words.find(&["edit:", name].concat()).into()
}
