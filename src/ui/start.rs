//! The page that tells what the exercise is for.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::context::{say, use_ui};
use super::icon::Icon;
use super::join::JoinForm;
use super::people::People;
use super::who_sees::WhoSees;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::{Screen, StartView};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page.
    pub view: StartView,
    /// The screen around it, for who takes part.
    pub screen: std::rc::Rc<Screen>,
}

/// Purpose and steps on one side; who sees what, who is there and Join on the other.
#[component]
pub fn Start(props: &Props) -> Html {
    let ui = use_ui();
    let (view, screen) = (&props.view, &props.screen);
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
                    { steps(&ui, view) }
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
                <Door view={view.clone()} screen={screen.clone()} />
            </div>
        </>
    }
}

fn steps(ui: &super::context::Ui, view: &StartView) -> Html {
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
#[component]
fn Door(props: &Props) -> Html {
    let ui = use_ui();
    let (view, screen) = (&props.view, &props.screen);
    html! {
        <section class="ll-card ll-door" aria-label={ui.t(Key::DoorLabel)}>
            <WhoSees settings={view.settings} />
            if view.missing > 0 {
                <p class="ll-warn">{ Icon::Warning.draw() }<span>{ ui.count(Key::MissingOne, Key::MissingOther, view.missing) }</span></p>
            }
            if screen.can_join && !screen.joined {
                <JoinForm />
            }
            if screen.joined {
                <p class="ll-part__done" role="status">{ Icon::Check.draw() }<span>{ ui.t(Key::Joined) }</span></p>
            }
            if view.can_start {
                if let Some(first) = view.steps.first() {
                    <Button label={ui.t(Key::StartGroup)} icon={Icon::Play}
                        tone={if screen.can_join && !screen.joined { Tone::Secondary } else { Tone::Primary }}
                        onclick={ui.click(Intent::GoTo(Place::Step(first.step.clone())))} />
                }
            } else if screen.joined {
                <p class="ll-muted">{ ui.t(Key::WaitForStart) }</p>
            }
            <div>
                <h3 class="ll-label">{ ui.count(Key::PeopleOne, Key::PeopleOther, screen.present) }</h3>
                <People people={screen.people.clone()} me={screen.me.clone()} />
            </div>
            if screen.joined {
                <Button label={ui.t(Key::Leave)} tone={Tone::Quiet} onclick={ui.click(Intent::Leave)} />
            }
        </section>
    }
}
