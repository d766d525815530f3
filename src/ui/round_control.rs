//! Leading a round: open, close, show, and again.

use yew::prelude::*;

use super::again::Again;
use super::button::{Button, Tone};
use super::confirm::ConfirmButton;
use super::context::use_ui;
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::room::Phase;
use crate::core::view;
use crate::i18n::Key;

/// What it leads.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The round in play.
    pub round: view::RoundControl,
    /// A command is on its way.
    pub waiting: bool,
}

/// The buttons that fit how far the round is. Showing the results is final, so it asks while people still answer.
#[component]
pub fn RoundControl(props: &Props) -> Html {
    let ui = use_ui();
    let (round, waiting) = (&props.round, props.waiting);
    let reveal = html! {
        if round.answered < round.present {
            <ConfirmButton label={ui.t(Key::Reveal)} icon={Icon::Eye} tone={Tone::Primary} {waiting} title={ui.t(Key::RevealTitle)}
                text={ui.of(Key::RevealText, round.answered, round.present)} yes={ui.t(Key::Reveal)} on_yes={ui.on.reform(|()| Intent::Reveal)} />
        } else {
            <Button label={ui.t(Key::Reveal)} icon={Icon::Eye} tone={Tone::Primary} {waiting} onclick={ui.click(Intent::Reveal)} />
        }
    };
    match round.phase {
        None => html! {
            <Button label={ui.t(Key::RoundOpen)} icon={Icon::Play} tone={Tone::Primary} {waiting} onclick={ui.click(Intent::OpenRound { items: Vec::new() })} />
        },
        Some(Phase::Open) => html! {
            <>
                { reveal }
                <Button label={ui.t(Key::RoundClose)} {waiting} onclick={ui.click(Intent::CloseRound)} />
            </>
        },
        Some(Phase::Closed) => html! {
            <>
                { reveal }
                <Button label={ui.t(Key::RoundReopen)} {waiting} onclick={ui.click(Intent::ReopenRound)} />
            </>
        },
        Some(Phase::Revealed) => html! {
            if !round.again.is_empty() {
                <Again items={round.again.clone()} {waiting} />
            }
        },
    }
}
