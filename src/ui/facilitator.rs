//! What the one who leads can do, docked at the bottom of the page.

use yew::prelude::*;

use super::button::{Look, Tone, button};
use super::confirm::ConfirmButton;
use super::context::{Ui, use_ui};
use super::icon::Icon;
use super::people::people_to_mark;
use super::place;
use super::round_control::round_control;
use crate::core::intent::Intent;
use crate::core::room::{Person, Phase, Place};
use crate::core::view::{Facilitation, Text, TimerView};
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
    html! {
        <section class={classes!("ll-lead-panel", "ll-noprint", (!*open).then_some("ll-lead-panel--folded"))} aria-label={ui.t(Key::LeadLabel)}>
            if *open {
                <div class="ll-lead-panel__more">
                    if let Some(hint) = &lead.hint {
                        <p class="ll-hint"><strong>{ ui.t(Key::HintForYou) }</strong>{ " " }{ hint }</p>
                    }
                    if let Some(timer) = props.timer {
                        { clock(&ui, timer, lead.busy) }
                    }
                    if let Some((place, title)) = &lead.skip_to {
                        { button(ui.with(Key::SkipTo, &place::name(&ui, place, title.as_ref())), Tone::Secondary.icon(Icon::Next).unless(lead.busy),
                            ui.click(Intent::GoTo(place.clone()))) }
                    }
                    <div>
                        <p class="ll-label">{ ui.count(Key::PeopleOne, Key::PeopleOther, props.present) }</p>
                        { people_to_mark(&ui, &props.people) }
                    </div>
                </div>
            }
            <div class="ll-lead-panel__row">
                <p class="ll-lead-panel__state">
                    <strong>{ ui.t(Key::LeadTitle) }</strong>
                    <span>{ standing(&ui, props) }</span>
                </p>
                <div class="ll-actions">
                    { button(ui.t(if *open { Key::LeadLess } else { Key::LeadMore }), Look { expanded: Some(*open), ..Tone::Quiet.icon(Icon::More) }, toggle) }
                    if let Some(round) = &lead.round {
                        { round_control(&ui, round, lead.busy) }
                    }
                    if let Some(next) = lead.next.as_ref().filter(|_| !props.at_start) {
                        { go_on(&ui, lead, next) }
                    }
                    if lead.can_close {
                        <ConfirmButton label={ui.t(Key::CloseMeeting)} look={Tone::Primary.icon(Icon::Flag).unless(lead.busy)}
                            title={ui.t(Key::CloseTitle)} text={ui.t(Key::CloseText)} yes={ui.t(Key::CloseMeeting)}
                            on_yes={ui.on.reform(|()| Intent::CloseMeeting)} />
                    }
                </div>
            </div>
        </section>
    }
}

/// The way on asks for attention once nothing else does.
fn go_on(ui: &Ui, lead: &Facilitation, (place, title): &(Place, Option<Text>)) -> Html {
    let settled = lead.round.as_ref().is_none_or(|round| round.phase == Some(Phase::Revealed));
    let tone = if settled { Tone::Primary } else { Tone::Secondary };
    let label = ui.with(Key::GoTo, &place::name(ui, place, title.as_ref()));
    button(label, tone.icon(Icon::Next).unless(lead.busy), ui.click(Intent::GoTo(place.clone())))
}

fn standing(ui: &Ui, props: &Props) -> AttrValue {
    match &props.facilitation.round {
        Some(round) if round.phase.is_some() && round.phase != Some(Phase::Revealed) => {
            ui.of(Key::VoteGroup, round.answered, round.present)
        }
        _ => ui.count(Key::PeopleOne, Key::PeopleOther, props.present),
    }
}

fn clock(ui: &Ui, timer: TimerView, waiting: bool) -> Html {
    let (key, icon, intent) = if timer.running {
        (Key::TimerPause, Icon::Pause, Intent::PauseTimer)
    } else {
        (Key::TimerResume, Icon::Play, Intent::ResumeTimer)
    };
    html! {
        <div class="ll-actions ll-actions--start">
            { button(ui.t(key), Tone::Secondary.icon(icon).unless(waiting), ui.click(intent)) }
            { button(ui.t(Key::TimerExtend), Tone::Secondary.icon(Icon::Plus).unless(waiting), ui.click(Intent::ExtendTimer { seconds: MORE_TIME_S })) }
        </div>
    }
}
