//! The page with follow-up actions.

use yew::prelude::*;

use super::action_card::{ActionCard, described};
use super::action_form::{ActionForm, Asks};
use super::context::{Ui, use_ui};
use super::draft::new_key;
use super::el::{el, group, line, list, none, text};
use super::form::Written;
use super::held::lost_edits;
use super::icon::Icon;
use super::kept::use_kept;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::statements::empty;
use super::taking_part::taking_part;
use crate::core::intent::Intent;
use crate::core::room::{Action, Body};
use crate::core::view::{ActionView, ActionsView, Meta, Offered, StartingPoint};
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
    let setup = use_kept(&view.setup);
    // Each choice of a starting point makes a new form, filled in.
    let draft = use_state(|| (0_u32, Action::default()));
    let key = new_key(&view.heading.step, "");
    let on_choose = {
        let (ui, draft, key) = (ui.clone(), draft.clone(), key.clone());
        Callback::from(move |point: StartingPoint| {
            ui.drop_draft(&key);
            let what = ui.with(Key::ActionPrefill, &point.text).as_str().into();
            draft.set((draft.0 + 1, Action { what, source: Some(point.source), ..Action::default() }));
        })
    };
    let on_submit = {
        let (ui, step, draft) = (ui.clone(), view.heading.step.clone(), draft.clone());
        Callback::from(move |action| {
            ui.send(Intent::Create { step: step.clone(), body: Body::Action(action) });
            draft.set((draft.0 + 1, Action::default()));
        })
    };
    let card = |action: &ActionView| {
        html! {
            <ActionCard key={action.meta.id.as_str()} step={view.heading.step.clone()} setup={setup.clone()}
                action={action.clone()} can_write={view.can_write} review={view.review} />
        }
    };
    let earlier: Vec<Html> = view.earlier.iter().map(card).collect();
    let mut cards: Vec<Html> = view.actions.iter().map(card).collect();
    if view.can_write {
        let known: Vec<&Meta> = view.earlier.iter().chain(&view.actions).map(|action| &action.meta).collect();
        let shown = |text: &str| described(&ui, &Action::of_draft(text), &view.setup.people);
        let body = |text: &str| Body::Action(Action::of_draft(text));
        cards.extend(lost_edits(&ui, &view.heading.step, "", &known, &shown, &body));
    }
    let nothing_yet =
        if view.actions.is_empty() && !view.review { empty(Icon::Flag, ui.t(Key::ActionsEmpty)) } else { none() };
    let another = if view.can_write {
        let title = el("h3", "").fixed("id", "ll-new-action").text(ui.t(Key::ActionNew));
        let form = html! {
            <ActionForm key={draft.0} {setup} action={draft.1.clone()} asks={Asks::New} draft={key} submit={ui.t(Key::ActionAdd)}
                focus={draft.0 > 0} {on_submit} />
        };
        el("section", "ll-card ll-new").fixed("aria-labelledby", "ll-new-action").children(vec![title, form])
    } else {
        none()
    };
    let main = vec![
        look_back(&ui, view, earlier),
        nothing_yet,
        el("ul", "ll-list").attr("aria-label", ui.t(Key::ActionsList)).children(cards),
        another,
        taking_part(&ui, &view.heading.step, view.taking_part, Key::TookPartHint),
    ];
    let points = if view.can_write { &*view.starting_points } else { &[] };
    let side = vec![starting_points(&ui, points, &on_choose), thinking_questions(&ui, &view.heading.prompts)];
    let split = vec![group("div", "ll-split__main", main), group("div", "ll-split__side", side)];
    list(vec![page_heading(&ui, &view.heading), group("div", "ll-split", split)])
}

/// What was agreed in earlier meetings comes first: how did it go?
fn look_back(ui: &Ui, view: &ActionsView, cards: Vec<Html>) -> Html {
    if cards.is_empty() {
        return if view.review { empty(Icon::Check, ui.t(Key::ReviewNothing)) } else { none() };
    }
    let state = match view.to_review {
        0 => line("p", "ll-muted", ui.t(Key::ReviewDone)),
        open => line("p", "", ui.count(Key::ReviewOne, Key::ReviewOther, open)),
    };
    el("section", "ll-part-of ll-lookedback").fixed("aria-labelledby", "ll-earlier-actions").children(vec![
        el("h3", "").fixed("id", "ll-earlier-actions").text(ui.t(Key::ActionsEarlier)),
        el("div", "").fixed("role", "status").children(vec![state]),
        group("ul", "ll-list", cards),
    ])
}

/// One click fills the form in.
fn starting_points(ui: &Ui, points: &[StartingPoint], on_choose: &Callback<StartingPoint>) -> Html {
    if points.is_empty() {
        return none();
    }
    let one = |point: &StartingPoint| {
        let (icon, why) = match point.why {
            Offered::Divided => (Icon::Split, ui.t(Key::ClassDivided)),
            Offered::Note(Some(dots)) => (Icon::Together, ui.count(Key::DotsOne, Key::DotsOther, dots)),
            Offered::Note(None) => (Icon::Together, ui.t(Key::NoteText)),
        };
        let (look, state) =
            if point.used { ("ll-source ll-source--used", ui.t(Key::StartingPointUsed)) } else { ("ll-source", why) };
        let choose = {
            let point = point.clone();
            on_choose.reform(move |_| point.clone())
        };
        let inside = vec![
            group("span", "ll-source__class", vec![icon.draw(), text(state)]),
            line("span", "", point.text.clone().into()),
            group("span", "ll-source__do", vec![Icon::Plus.draw(), text(ui.t(Key::StartingPointDo))]),
        ];
        el("li", "").key(&point.source).child(el("button", look).fixed("type", "button").click(choose).children(inside))
    };
    let title = match points.first().map(|point| point.why) {
        Some(Offered::Note(_)) => Key::StartingPointsNotes,
        _ => Key::StartingPoints,
    };
    let title = el("h3", "").fixed("id", "ll-sources-title").text(ui.t(title));
    el("section", "ll-sources")
        .fixed("aria-labelledby", "ll-sources-title")
        .children(vec![title, group("ul", "", points.iter().map(one).collect())])
}
