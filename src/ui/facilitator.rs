//! What the one who leads can do, docked at the bottom of the page.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::confirm::ConfirmButton;
use super::context::{Ui, use_ui};
use super::icon::Icon;
use super::people::People;
use super::place;
use super::round_control::RoundControl;
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
                        <Button label={ui.with(Key::SkipTo, &place::name(&ui, place, title.as_ref()))} icon={Icon::Next} waiting={lead.busy}
                            onclick={ui.click(Intent::GoTo(place.clone()))} />
                    }
                    <div>
                        <p class="ll-label">{ ui.count(Key::PeopleOne, Key::PeopleOther, props.present) }</p>
                        <People people={props.people.clone()} marking=true />
                    </div>
                </div>
            }
            <div class="ll-lead-panel__row">
                <p class="ll-lead-panel__state">
                    <strong>{ ui.t(Key::LeadTitle) }</strong>
                    <span>{ standing(&ui, props) }</span>
                </p>
                <div class="ll-actions">
                    <Button label={ui.t(if *open { Key::LeadLess } else { Key::LeadMore })} tone={Tone::Quiet} icon={Icon::More} expanded={*open}
                        onclick={toggle} />
                    if let Some(round) = &lead.round {
                        <RoundControl round={round.clone()} waiting={lead.busy} />
                    }
                    if let Some(next) = lead.next.as_ref().filter(|_| !props.at_start) {
                        { go_on(&ui, lead, next) }
                    }
                    if lead.can_close {
                        <ConfirmButton label={ui.t(Key::CloseMeeting)} icon={Icon::Flag} tone={Tone::Primary} waiting={lead.busy}
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
    html! {
        <Button label={ui.with(Key::GoTo, &place::name(ui, place, title.as_ref()))} icon={Icon::Next} waiting={lead.busy}
            tone={if settled { Tone::Primary } else { Tone::Secondary }} onclick={ui.click(Intent::GoTo(place.clone()))} />
    }
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
            <Button label={ui.t(key)} {icon} {waiting} onclick={ui.click(intent)} />
            <Button label={ui.t(Key::TimerExtend)} icon={Icon::Plus} {waiting} onclick={ui.click(Intent::ExtendTimer { seconds: MORE_TIME_S })} />
        </div>
    }
}
