//! Two people changed the same text.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::icon::Icon;
use crate::core::ids::ContributionId;
use crate::core::intent::{Intent, Keep};
use crate::i18n::Key;

/// Both texts side by side; the user says which one stays.
pub fn conflict(ui: &Ui, id: &ContributionId, mine: AttrValue, theirs: AttrValue) -> Html {
    let settle = |keep| ui.click(Intent::Settle { id: id.clone(), keep });
    html! {
        <div class="ll-conflict" role="group" aria-label={ui.t(Key::ConflictTitle)}>
            <p class="ll-conflict__title">{ Icon::Split.draw() }<span>{ ui.t(Key::ConflictTitle) }</span></p>
            <div class="ll-conflict__texts">
                <div>
                    <p class="ll-label">{ ui.t(Key::ConflictMine) }</p>
                    <blockquote>{ mine }</blockquote>
                    { button(ui.t(Key::KeepMine), Tone::Secondary.plain(), settle(Keep::Mine)) }
                </div>
                <div>
                    <p class="ll-label">{ ui.t(Key::ConflictTheirs) }</p>
                    <blockquote>{ theirs }</blockquote>
                    { button(ui.t(Key::KeepTheirs), Tone::Secondary.plain(), settle(Keep::Theirs)) }
                </div>
            </div>
        </div>
    }
}
