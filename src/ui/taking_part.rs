//! "I took part".

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line};
use super::icon::Icon;
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::view::TakingPart;
use crate::i18n::Key;

/// Says that the step counts as done, or lets somebody who only talked say so, after a hint who that is.
pub fn taking_part(ui: &Ui, step: &StepId, state: TakingPart, hint: Key) -> Html {
    let inside = if state.done {
        vec![done(ui.t(Key::TookPartDone))]
    } else if state.can_confirm {
        let took_part = ui.click(Intent::TookPart { step: step.clone() });
        vec![line("p", "", ui.t(hint)), button(ui.t(Key::TookPart), Tone::Secondary.icon(Icon::Check), took_part)]
    } else {
        Vec::new()
    };
    el("div", "ll-part").fixed("role", "status").children(inside)
}

/// A good end, with a check mark.
pub fn done(text: AttrValue) -> Html {
    group("p", "ll-part__done", vec![Icon::Check.draw(), line("span", "", text)])
}
