//! Beginning the group's next meeting.

use yew::prelude::*;

use super::button::Tone;
use super::confirm::ConfirmButton;
use super::context::use_ui;
use super::el::{el, line, none};
use super::icon::Icon;
use super::runs::runs;
use crate::core::intent::Intent;
use crate::core::view::RunChoice;
use crate::i18n::Key;

/// What it offers.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the next meeting can go through, what is offered first at the front.
    pub runs: Vec<RunChoice>,
    /// The next meeting's number.
    pub number: u32,
}

/// A choice where there is one, and a button that asks before everyone lands in the next meeting.
#[component]
pub fn NextMeeting(props: &Props) -> Html {
    let ui = use_ui();
    let chosen = use_state(|| None::<RunChoice>);
    let Some(run) = (*chosen).clone().or_else(|| props.runs.first().cloned()) else {
        return none();
    };
    let choice = if props.runs.len() > 1 {
        let on = {
            let chosen = chosen.clone();
            Callback::from(move |run| chosen.set(Some(run)))
        };
        runs(&ui, "ll-next", ui.t(Key::RunsTitle), &props.runs, &run.part, &on)
    } else {
        line("p", "", run.title.clone().into())
    };
    let part = run.part.clone();
    let on_yes = ui.on.reform(move |()| Intent::StartNext(part.clone()));
    let start = html! {
        <ConfirmButton look={Tone::Primary.icon(Icon::Play)} label={ui.t(Key::NextStart)}
            title={ui.number(Key::NextTitle, props.number)} text={ui.t(Key::NextText)} yes={ui.t(Key::NextStart)} {on_yes} />
    };
    el("section", "ll-card ll-next ll-noprint").fixed("aria-labelledby", "ll-next-title").children(vec![
        el("h3", "").fixed("id", "ll-next-title").text(ui.number(Key::MeetingNumber, props.number)),
        line("p", "ll-muted", ui.t(Key::NextHint)),
        choice,
        start,
    ])
}
