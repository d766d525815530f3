//! Leading a round: open, close, show, and again.

use yew::prelude::*;

use super::again::Again;
use super::button::{Look, Tone, button};
use super::confirm::ConfirmButton;
use super::context::Ui;
use super::el::{list, none};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::{Asks, RoundAction, RoundControl};
use crate::i18n::Key;

/// The buttons for what can be done with the round.
pub fn round_control(ui: &Ui, round: &RoundControl, waiting: bool) -> Html {
    let words = words(round.asks);
    let plain = Tone::Secondary.plain().unless(waiting);
    let look = Tone::Primary.icon(Icon::Eye).unless(waiting);
    let open = if round.presses() { Tone::Primary } else { Tone::Secondary };
    let open = open.icon(Icon::Play).unless(waiting);
    let action = |action: &RoundAction| match action {
        RoundAction::Open => button(ui.t(words.open), open, ui.click_once(Intent::OpenRound { items: Vec::new() })),
        RoundAction::Reveal => reveal(ui, round, &words, look, ui.t(words.reveal)),
        RoundAction::RevealEarly => reveal(ui, round, &words, look, ui.t(Key::RevealTitle)),
        RoundAction::Close => button(ui.t(words.close), plain, ui.click_once(Intent::CloseRound)),
        RoundAction::Reopen => button(ui.t(Key::RoundReopen), plain, ui.click_once(Intent::ReopenRound)),
    };
    let mut parts: Vec<Html> = round.actions.iter().map(action).collect();
    parts.push(if round.again.is_empty() {
        none()
    } else {
        html! { <Again items={round.again.clone()} text={ui.t(words.again)} {waiting} /> }
    });
    list(parts)
}

/// How the round stands, in a few words.
pub fn standing(ui: &Ui, asks: Asks, (answered, present): (u32, u32)) -> AttrValue {
    ui.of(words(asks).standing, answered, present)
}

/// The words for a kind of round.
struct Words {
    open: Key,
    close: Key,
    reveal: Key,
    early: Key,
    standing: Key,
    again: Key,
}

const fn words(asks: Asks) -> Words {
    let votes = Words {
        open: Key::RoundOpen,
        close: Key::RoundClose,
        reveal: Key::Reveal,
        early: Key::RevealText,
        standing: Key::VoteGroup,
        again: Key::AgainText,
    };
    match asks {
        Asks::Statements => votes,
        Asks::Questions => {
            let (early, standing) = (Key::RevealEarlyText, Key::QuestionsGroup);
            Words { close: Key::QuestionsStop, early, standing, ..votes }
        }
        Asks::Notes => Words {
            close: Key::RoundWritingClose,
            reveal: Key::RevealNotes,
            early: Key::RevealNotesText,
            standing: Key::NotesWrote,
            ..votes
        },
        Asks::Dots => Words {
            open: Key::RoundDots,
            close: Key::RoundDotsClose,
            early: Key::RevealEarlyText,
            standing: Key::DotsGroup,
            ..votes
        },
        Asks::Support => Words { open: Key::RoundSupport, again: Key::AgainSupportText, ..votes },
        Asks::Summary => Words { open: Key::RoundSummary, again: Key::AgainSummaryText, ..votes },
    }
}

/// Showing the results is final, so it asks while people still answer. A question that is open when the last answer
/// comes stays, and says so.
fn reveal(ui: &Ui, round: &RoundControl, words: &Words, look: Look, title: AttrValue) -> Html {
    let (answered, present) = round.vote.unwrap_or_default();
    let label = ui.t(words.reveal);
    let at_once = round.actions.contains(&RoundAction::Reveal);
    html! {
        <ConfirmButton label={label.clone()} {look} {title} yes={label} {at_once}
            text={ui.of(words.early, answered, present)} on_yes={ui.on.reform(|()| Intent::Reveal)} />
    }
}
