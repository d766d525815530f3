//! Who leads, where members may.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::context::use_ui;
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view;
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The chair.
    pub chair: view::Chair,
}

/// Who has the chair, and taking it or giving it back.
#[component]
pub fn Chair(props: &Props) -> Html {
    let ui = use_ui();
    let chair = &props.chair;
    let text = match &chair.holder {
        _ if chair.mine => ui.t(Key::ChairMine),
        Some(person) => ui.with(Key::ChairHeld, &person.name),
        None => ui.t(Key::ChairFree),
    };
    html! {
        <div class="ll-chair">
            <p>{ Icon::Chair.draw() }<span>{ text }</span></p>
            if chair.mine {
                <Button label={ui.t(Key::ChairRelease)} tone={Tone::Quiet} onclick={ui.click(Intent::ReleaseChair)} />
            } else if chair.can_take {
                <Button label={ui.t(Key::ChairTake)} onclick={ui.click(Intent::TakeChair)} />
            }
        </div>
    }
}
