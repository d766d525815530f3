//! "I took part".

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::icon::Icon;
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::view::TakingPart;
use crate::i18n::Key;

/// Says that the step counts as done, or lets somebody who only talked say so.
pub fn taking_part(ui: &Ui, step: &StepId, state: TakingPart) -> Html {
    html! {
        <div class="ll-part" role="status">
            if state.done {
                <p class="ll-part__done">{ Icon::Check.draw() }<span>{ ui.t(Key::TookPartDone) }</span></p>
            } else if state.can_confirm {
                <p>{ ui.t(Key::TookPartHint) }</p>
                { button(ui.t(Key::TookPart), Tone::Secondary.icon(Icon::Check), ui.click(Intent::TookPart { step: step.clone() })) }
            }
        </div>
    }
}
