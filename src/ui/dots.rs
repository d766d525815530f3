//! Dots on notes: how many the user has left, and on each note the buttons.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::room::{Choice, Phase};
use crate::core::view::{DotsView, NoteDots};
use crate::i18n::Key;

/// How the dots of the step stand: what is left is read aloud. Nothing before they are placed.
pub fn dots_status(ui: &Ui, view: &DotsView) -> Html {
    let told = match (view.phase, view.too_few) {
        (None, _) => return none(),
        (Some(Phase::Open), _) if view.can_place => match view.left {
            0 => ui.t(Key::DotsNone),
            left => ui.of(Key::DotsLeft, left, view.all),
        },
        (Some(Phase::Open), _) => ui.t(Key::DotsOthers),
        (Some(Phase::Closed), _) => ui.t(Key::DotsClosed),
        (Some(Phase::Revealed), Some(k)) => ui.number(Key::DotsTooFew, k),
        (Some(Phase::Revealed), None) => ui.t(Key::DotsShown),
    };
    let counted = if view.phase == Some(Phase::Revealed) {
        none()
    } else {
        line("span", "ll-muted", ui.of(Key::DotsGroup, view.answered, view.present))
    };
    group("div", "ll-dots-status", vec![el("p", "").fixed("role", "status").text(told), counted])
}

/// The user's dots on one note, with buttons for one less and one more. `note` is its text, for the names of the
/// buttons.
pub fn dots(ui: &Ui, on: &NoteDots, note: &str) -> Html {
    let drawn = "●".repeat(usize::try_from(on.mine).unwrap_or(0));
    let mine = group(
        "span",
        "ll-dots-place__mine",
        vec![
            el("span", "").fixed("aria-hidden", "true").text(drawn.into()),
            line("span", "ll-sr", ui.count(Key::DotsMineOne, Key::DotsMineOther, on.mine)),
        ],
    );
    if !on.can_place {
        return group("div", "ll-dots-place", vec![mine]);
    }
    let press = |to: u32| {
        let choice = Choice::Point(i32::try_from(to).unwrap_or(0));
        ui.click(Intent::Answer { item: on.item.clone(), choice })
    };
    // A button that cannot be pressed keeps the focus.
    let (fewer, more) = (Tone::Bare.icon(Icon::Minus), Tone::Bare.icon(Icon::Plus));
    let fewer = button(ui.with(Key::DotsLess, note), fewer.unless(!on.can_remove), press(on.mine.saturating_sub(1)));
    let more = button(ui.with(Key::DotsMore, note), more.unless(!on.can_add), press(on.mine + 1));
    group("div", "ll-dots-place", vec![fewer, mine, more])
}
