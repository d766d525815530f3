//! "I took part".

use yew::prelude::*;

use super::button::Button;
use super::context::use_ui;
use super::icon::Icon;
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::view;
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// Whether it is done, or can be.
    pub state: view::TakingPart,
}

/// Says that the step counts as done, or lets somebody who only talked say so.
#[component]
pub fn TakingPart(props: &Props) -> Html {
    let ui = use_ui();
    html! {
        <div class="ll-part" role="status">
            if props.state.done {
                <p class="ll-part__done">{ Icon::Check.draw() }<span>{ ui.t(Key::TookPartDone) }</span></p>
            } else if props.state.can_confirm {
                <p>{ ui.t(Key::TookPartHint) }</p>
                <Button label={ui.t(Key::TookPart)} icon={Icon::Check}
                    onclick={ui.click(Intent::TookPart { step: props.step.clone() })} />
            }
        </div>
    }
}
