//! Who leads, where members may.

use yew::prelude::*;

use super::button::{Tone, button};
use super::confirm::ConfirmButton;
use super::context::Ui;
use super::el::{group, line, none};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::view::Chair;
use crate::i18n::Key;

/// Who has the chair, and taking it or giving it back.
pub fn chair(ui: &Ui, chair: &Chair) -> Html {
    let action = if chair.mine {
        button(ui.t(Key::ChairRelease), Tone::Quiet.plain(), ui.click_once(Intent::ReleaseChair))
    } else if let (true, Some(holder)) = (chair.can_take, &chair.holder) {
        html! {
            // The question is about this holder: where somebody else takes the chair meanwhile, it is gone.
            <ConfirmButton key={holder.id.as_str()} label={ui.t(Key::ChairOver)} look={Tone::Quiet.plain()} title={ui.with(Key::ChairOverTitle, &holder.name)}
                text={ui.t(Key::ChairOverText)} yes={ui.t(Key::ChairOver)} on_yes={ui.on.reform(|()| Intent::TakeChair)} />
        }
    } else if chair.can_take {
        button(ui.t(Key::ChairTake), Tone::Secondary.plain(), ui.click_once(Intent::TakeChair))
    } else {
        none()
    };
    group(
        "div",
        "ll-chair",
        vec![group("p", "", vec![Icon::Chair.draw(), line("span", "", held_by(ui, chair))]), action],
    )
}

/// Who leads, in a sentence.
pub fn held_by(ui: &Ui, chair: &Chair) -> AttrValue {
    match &chair.holder {
        _ if chair.mine => ui.t(Key::ChairMine),
        Some(person) => ui.with(Key::ChairHeld, &person.name),
        None => ui.t(Key::ChairFree),
    }
}
