//! What the one who leads can do, docked at the bottom of the page.

use yew::prelude::*;

use super::button::{Look, Tone, button};
use super::confirm::ConfirmButton;
use super::context::{Ui, use_ui};
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::people::{missing, people_to_lead};
use super::place;
use super::round_control::{round_control, standing as round_standing};
use super::statement::hint_for_you;
use crate::core::intent::Intent;
use crate::core::room::{Person, Place};
use crate::core::view::{Asks, Facilitation, Text, TimerView};
use crate::i18n::Key;

const MORE_TIME_S: u32 = 60;

/// What it offers.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What can be done now.
    pub facilitation: Facilitation,
    /// The timer.
    pub timer: Option<TimerView>,
    /// Who joined.
    pub people: Vec<Person>,
    /// How many are present.
    pub present: u32,
    /// The page itself offers to start.
    pub at_start: bool,
}

/// One row: how the group is doing, the next thing to do, and behind a button the rest.
#[component]
pub fn FacilitatorPanel(props: &Props) -> Html {
    let ui = use_ui();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let lead = &props.facilitation;
    let label = ui.t(if *open { Key::LeadLess } else { Key::LeadMore });
    let round = lead.round.as_ref().map(|round| round_control(&ui, round, lead.busy));
    let here = lead.here.as_ref().map(|(place, _)| leave(&ui, lead, ui.t(Key::GoHere), Tone::Secondary, place));
    let next = lead.next.as_ref().filter(|_| !props.at_start).map(|next| go_on(&ui, lead, next));
    let close = if lead.can_close {
        let mut text = String::new();
        if lead.unrevealed {
            text.push_str(&ui.t(Key::CloseUnrevealed));
            text.push(' ');
        }
        text.push_str(&ui.t(Key::CloseText));
        html! {
            <ConfirmButton label={ui.t(Key::CloseMeeting)} look={Tone::Primary.icon(Icon::Flag).unless(lead.busy)}
                title={ui.t(Key::CloseTitle)} {text} yes={ui.t(Key::CloseMeeting)}
                on_yes={ui.on.reform(|()| Intent::CloseMeeting)} />
        }
    } else {
        none()
    };
    let actions = vec![
        button(label, Look { expanded: Some(*open), ..Tone::Quiet.icon(Icon::More) }, toggle),
        round.unwrap_or_default(),
        here.unwrap_or_default(),
        next.unwrap_or_default(),
        close,
    ];
    let by_itself = lead.round.as_ref().is_some_and(|round| round.by_itself && round.vote.is_some());
    let by_itself = if by_itself { line("span", "ll-muted", ui.t(Key::RoundItself)) } else { none() };
    let state = vec![line("strong", "", ui.t(Key::LeadTitle)), line("span", "", standing(&ui, props)), by_itself];
    let row = vec![group("p", "ll-lead-panel__state", state), group("div", "ll-actions", actions)];
    let (class, more) = if *open {
        ("ll-lead-panel ll-noprint", more(&ui, props))
    } else {
        ("ll-lead-panel ll-lead-panel--folded ll-noprint", none())
    };
    el("section", class)
        .attr("aria-label", ui.t(Key::LeadLabel))
        .children(vec![more, group("div", "ll-lead-panel__row", row)])
}

/// What is not needed at every moment: the hint, the timer, leaving a step out, and who is there.
fn more(ui: &Ui, props: &Props) -> Html {
    let lead = &props.facilitation;
    let mut parts = vec![hint_for_you(ui, lead.hint.as_ref())];
    if let Some(timer) = props.timer {
        parts.push(clock(ui, timer, lead.busy));
    }
    if let Some((place, title)) = &lead.skip_to {
        let label = ui.with(Key::SkipTo, &place::name(ui, place, title.as_ref()));
        parts.push(leave(ui, lead, label, Tone::Secondary, place));
    }
    let present = line("p", "ll-label", ui.count(Key::PeopleOne, Key::PeopleOther, props.present));
    let answered = lead.round.as_ref().map(|round| round.asks).zip(lead.answered.as_ref());
    let named = lead.answered.as_ref().map(|answered| missing(ui, answered));
    parts.push(group(
        "div",
        "",
        vec![present, named.unwrap_or_default(), people_to_lead(ui, &props.people, lead, answered)],
    ));
    group("div", "ll-lead-panel__more", parts)
}

/// The way on asks for attention once nothing else does.
fn go_on(ui: &Ui, lead: &Facilitation, (place, title): &(Place, Option<Text>)) -> Html {
    let tone = if lead.settled { Tone::Primary } else { Tone::Secondary };
    leave(ui, lead, ui.with(Key::GoTo, &place::name(ui, place, title.as_ref())), tone, place)
}

/// A button that leads the group to another place. It asks first where people have voted and not seen the results.
fn leave(ui: &Ui, lead: &Facilitation, label: AttrValue, tone: Tone, place: &Place) -> Html {
    let look = tone.icon(Icon::Next).unless(lead.busy);
    let Some(round) = lead.unshown else {
        return button(label, look, ui.click_once(Intent::GoTo(place.clone())));
    };
    let place = place.clone();
    let (title, text) = match lead.round.as_ref().map(|round| round.asks) {
        Some(Asks::Notes) => (Key::UnshownNotesTitle, Key::UnshownNotesText),
        _ => (Key::UnshownTitle, Key::UnshownText),
    };
    html! {
        <ConfirmButton label={label.clone()} {look} title={ui.t(title)} yes={label}
            text={ui.number(text, round.into())}
            on_yes={ui.on.reform(move |()| Intent::GoTo(place.clone()))} />
    }
}

fn standing(ui: &Ui, props: &Props) -> AttrValue {
    match props.facilitation.round.as_ref().and_then(|round| Some((round.asks, round.vote?))) {
        Some((asks, vote)) => round_standing(ui, asks, vote),
        None => ui.count(Key::PeopleOne, Key::PeopleOther, props.present),
    }
}

fn clock(ui: &Ui, timer: TimerView, waiting: bool) -> Html {
    let (key, icon, intent) = if timer.running {
        (Key::TimerPause, Icon::Pause, Intent::PauseTimer)
    } else {
        (Key::TimerResume, Icon::Play, Intent::ResumeTimer)
    };
    let look = |icon: Icon| Tone::Secondary.icon(icon).unless(waiting);
    let extend = ui.click(Intent::ExtendTimer { seconds: MORE_TIME_S });
    // Once it was ended there is nothing left of it; the button stays where the focus may be.
    let ended = !timer.running && timer.left_ms <= 0;
    let end = button(
        ui.t(Key::TimerEnd),
        Tone::Secondary.icon(Icon::Flag).unless(waiting || ended),
        ui.click(Intent::EndTimer),
    );
    let more = button(ui.t(Key::TimerExtend), look(Icon::Plus), extend);
    group("div", "ll-actions", vec![button(ui.t(key), look(icon), ui.click_once(intent)), more, end])
}
