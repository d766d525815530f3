//! Leading a round: open, close, show, and again.

use yew::prelude::*;

use super::again::Again;
use super::button::{Tone, button};
use super::confirm::ConfirmButton;
use super::context::Ui;
use super::el::{list, none};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::room::Phase;
use crate::core::view::RoundControl;
use crate::i18n::Key;

/// The buttons that fit how far the round is. Showing the results is final, so it asks while people still answer.
pub fn round_control(ui: &Ui, round: &RoundControl, waiting: bool) -> Html {
    let plain = Tone::Secondary.plain().unless(waiting);
    let look = Tone::Primary.icon(Icon::Eye).unless(waiting);
    let reveal = if round.answered < round.present {
        html! {
            <ConfirmButton label={ui.t(Key::Reveal)} {look} title={ui.t(Key::RevealTitle)} yes={ui.t(Key::Reveal)}
                text={ui.of(Key::RevealText, round.answered, round.present)} on_yes={ui.on.reform(|()| Intent::Reveal)} />
        }
    } else {
        button(ui.t(Key::Reveal), look, ui.click(Intent::Reveal))
    };
    match round.phase {
        None => {
            let look = Tone::Primary.icon(Icon::Play).unless(waiting);
            button(ui.t(Key::RoundOpen), look, ui.click(Intent::OpenRound { items: Vec::new() }))
        }
        Some(Phase::Open) => list(vec![reveal, button(ui.t(Key::RoundClose), plain, ui.click(Intent::CloseRound))]),
        Some(Phase::Closed) => list(vec![reveal, button(ui.t(Key::RoundReopen), plain, ui.click(Intent::ReopenRound))]),
        Some(Phase::Revealed) if round.again.is_empty() => none(),
        Some(Phase::Revealed) => html! { <Again items={round.again.clone()} {waiting} /> },
    }
}
