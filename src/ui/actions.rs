//! The page with follow-up actions.

use yew::prelude::*;

use super::action_card::ActionCard;
use super::action_form::ActionForm;
use super::context::{Ui, say, use_ui};
use super::icon::Icon;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::taking_part::taking_part;
use crate::core::consensus::Class;
use crate::core::intent::Intent;
use crate::core::room::{Action, Body};
use crate::core::view::{ActionsView, StartingPoint};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub view: ActionsView,
}

/// The actions, a form for another, and statements to start one from.
#[component]
pub fn Actions(props: &Props) -> Html {
    let ui = use_ui();
    let view = &props.view;
    // Each choice of a starting point makes a new form, filled in.
    let draft = use_state(|| (0_u32, Action::default()));
    let on_choose = {
        let (ui, draft) = (ui.clone(), draft.clone());
        Callback::from(move |point: StartingPoint| {
            let what = ui.with(Key::ActionPrefill, &point.text).as_str().into();
            draft.set((draft.0 + 1, Action { what, source_item: Some(point.item), ..Action::default() }));
        })
    };
    let on_submit = {
        let (ui, step, draft) = (ui.clone(), view.heading.step.clone(), draft.clone());
        Callback::from(move |action| {
            ui.send(Intent::Create { step: step.clone(), body: Body::Action(action) });
            draft.set((draft.0 + 1, Action::default()));
        })
    };
    html! {
        <>
            { page_heading(&ui, &view.heading) }
            <div class="ll-split">
                <div class="ll-split__main">
                    if view.actions.is_empty() {
                        <p class="ll-empty">{ Icon::Flag.draw() }<span>{ ui.t(Key::ActionsEmpty) }</span></p>
                    }
                    <ul class="ll-list" aria-label={ui.t(Key::ActionsList)}>
                        for action in &view.actions {
                            <ActionCard key={action.meta.id.as_str()} view={view.clone()} action={action.clone()} />
                        }
                    </ul>
                    if view.can_write {
                        <section class="ll-card ll-new" aria-labelledby="ll-new-action">
                            <h3 id="ll-new-action">{ ui.t(Key::ActionNew) }</h3>
                            <ActionForm key={draft.0} view={view.clone()} action={draft.1.clone()} submit={ui.t(Key::ActionAdd)}
                                focus={draft.0 > 0} {on_submit} />
                        </section>
                    }
                    { taking_part(&ui, &view.heading.step, view.taking_part) }
                </div>
                <div class="ll-split__side">
                    if view.can_write && !view.starting_points.is_empty() {
                        { starting_points(&ui, &view.starting_points, &on_choose) }
                    }
                    { thinking_questions(&ui, &view.heading.prompts) }
                </div>
            </div>
        </>
    }
}

/// One click fills the form in.
fn starting_points(ui: &Ui, points: &[StartingPoint], on_choose: &Callback<StartingPoint>) -> Html {
    html! {
        <section class="ll-sources" aria-labelledby="ll-sources-title">
            <h3 id="ll-sources-title">{ ui.t(Key::StartingPoints) }</h3>
            <ul>
                for point in points {
                    <li key={point.item.as_str()}>
                        <button type="button" class={classes!("ll-source", point.used.then_some("ll-source--used"))}
                            onclick={on_choose.reform({ let point = point.clone(); move |_| point.clone() })}>
                            <span class="ll-source__class">
                                { if point.class == Class::Divided { Icon::Split.draw() } else { Icon::Both.draw() } }
                                { ui.t(if point.used { Key::StartingPointUsed } else if point.class == Class::Divided { Key::ClassDivided } else { Key::StartingPointOpen }) }
                            </span>
                            <span>{ say(&point.text) }</span>
                            <span class="ll-source__do">{ Icon::Plus.draw() }{ ui.t(Key::StartingPointDo) }</span>
                        </button>
                    </li>
                }
            </ul>
        </section>
    }
}
