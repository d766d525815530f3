//! The page that tells what the exercise is for.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::{Ui, say};
use super::icon::Icon;
use super::join::JoinForm;
use super::people::people;
use super::who_sees::who_sees;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::{Screen, StartView};
use crate::i18n::Key;

/// Purpose and steps on one side; who sees what, who is there and Join on the other.
pub fn start(ui: &Ui, view: &StartView, screen: &Screen) -> Html {
    html! {
        <>
            <header class="ll-hero">
                <p class="ll-eyebrow">
                    <span>{ ui.minutes(view.minutes) }</span>
                    if let Some(group) = &screen.group {
                        <span>{ say(group) }</span>
                    }
                </p>
                <h2 id="ll-heading" tabindex="-1" ref={ui.heading.clone()}>{ say(&screen.title) }</h2>
                <p class="ll-lead">{ say(&view.goal) }</p>
            </header>
            <div class="ll-split">
                <div class="ll-split__main">
                    { steps(ui, view) }
                    if let Some(text) = &view.leaves_with {
                        <section aria-labelledby="ll-leaves">
                            <h3 id="ll-leaves">{ ui.t(Key::LeavesWith) }</h3>
                            <p>{ say(text) }</p>
                        </section>
                    }
                    if let Some(text) = &view.gradebook {
                        <section aria-labelledby="ll-points">
                            <h3 id="ll-points">{ ui.count(Key::PointsOne, Key::PointsOther, view.points) }</h3>
                            <p class="ll-muted">{ say(text) }</p>
                        </section>
                    }
                    if let Some(text) = &view.when_to_use {
                        <p class="ll-muted">{ say(text) }</p>
                    }
                </div>
                { door(ui, view, screen) }
            </div>
        </>
    }
}

fn steps(ui: &Ui, view: &StartView) -> Html {
    html! {
        <section aria-labelledby="ll-way">
            <h3 id="ll-way">{ ui.t(Key::StepsTitle) }</h3>
            <ol class="ll-way">
                for step in &view.steps {
                    <li key={step.step.as_str()} class={classes!(step.optional.then_some("ll-way__optional"))}>
                        <span class="ll-way__mark" aria-hidden="true">{ step.number }</span>
                        <span class="ll-way__title">{ say(&step.title) }</span>
                        if step.optional {
                            <span class="ll-tag">{ ui.t(Key::Optional) }</span>
                        }
                        <span class="ll-muted">{ ui.minutes(step.minutes) }</span>
                    </li>
                }
            </ol>
        </section>
    }
}

/// Who sees what, who is there, and the way in.
fn door(ui: &Ui, view: &StartView, screen: &Screen) -> Html {
    let joining = screen.can_join && !screen.joined;
    html! {
        <section class="ll-card ll-door" aria-label={ui.t(Key::DoorLabel)}>
            { who_sees(ui, view.settings) }
            if view.missing > 0 {
                <p class="ll-warn">{ Icon::Warning.draw() }<span>{ ui.count(Key::MissingOne, Key::MissingOther, view.missing) }</span></p>
            }
            if joining {
                <JoinForm />
            }
            if screen.joined {
                <p class="ll-part__done" role="status">{ Icon::Check.draw() }<span>{ ui.t(Key::Joined) }</span></p>
            }
            if view.can_start {
                if let Some(first) = view.steps.first() {
                    { button(ui.t(Key::StartGroup), if joining { Tone::Secondary } else { Tone::Primary }.icon(Icon::Play),
                        ui.click(Intent::GoTo(Place::Step(first.step.clone())))) }
                }
            } else if screen.joined {
                <p class="ll-muted">{ ui.t(Key::WaitForStart) }</p>
            }
            <div>
                <h3 class="ll-label">{ ui.count(Key::PeopleOne, Key::PeopleOther, screen.present) }</h3>
                { people(ui, &screen.people, &screen.me) }
            </div>
            if screen.joined {
                { button(ui.t(Key::Leave), Tone::Quiet.plain(), ui.click(Intent::Leave)) }
            }
        </section>
    }
}
