//! Back and forth at one's own pace.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, none};
use super::icon::Icon;
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::Alone;
use crate::i18n::Key;

/// Two buttons below the step: to the one before, and on; after the last, to the list of what is done.
pub fn alone(ui: &Ui, way: &Alone) -> Html {
    let to = |step: &StepId| ui.click(Intent::LookAt(Place::Step(step.clone())));
    let back = match &way.back {
        Some((step, title)) => button(ui.with(Key::AloneBack, title), Tone::Quiet.icon(Icon::Left), to(step)),
        None => none(),
    };
    let tone = if way.done { Tone::Primary } else { Tone::Secondary };
    let next = match &way.next {
        Some((step, title)) => on(ui.with(Key::AloneNext, title), tone, to(step)),
        None => on(ui.t(Key::AloneList), tone, ui.click(Intent::LookAt(Place::Start))),
    };
    el("nav", "ll-alone ll-noprint").attr("aria-label", ui.t(Key::AloneLabel)).children(vec![back, next])
}

fn on(label: AttrValue, tone: Tone, click: Callback<MouseEvent>) -> Html {
    button(label, tone.icon(Icon::Next), click)
}
