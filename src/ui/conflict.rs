//! Two people changed the same text.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::context::use_ui;
use super::icon::Icon;
use crate::core::ids::ContributionId;
use crate::core::intent::{Intent, Keep};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The contribution.
    pub id: ContributionId,
    /// The user's own text.
    pub mine: AttrValue,
    /// The text that came first.
    pub theirs: AttrValue,
}

/// Both texts side by side; the user says which one stays.
#[component]
pub fn Conflict(props: &Props) -> Html {
    let ui = use_ui();
    let settle = |keep| ui.click(Intent::Settle { id: props.id.clone(), keep });
    html! {
        <div class="ll-conflict" role="group" aria-label={ui.t(Key::ConflictTitle)}>
            <p class="ll-conflict__title">{ Icon::Split.draw() }<span>{ ui.t(Key::ConflictTitle) }</span></p>
            <div class="ll-conflict__texts">
                <div>
                    <p class="ll-label">{ ui.t(Key::ConflictMine) }</p>
                    <blockquote>{ &props.mine }</blockquote>
                    <Button label={ui.t(Key::KeepMine)} tone={Tone::Secondary} onclick={settle(Keep::Mine)} />
                </div>
                <div>
                    <p class="ll-label">{ ui.t(Key::ConflictTheirs) }</p>
                    <blockquote>{ &props.theirs }</blockquote>
                    <Button label={ui.t(Key::KeepTheirs)} tone={Tone::Secondary} onclick={settle(Keep::Theirs)} />
                </div>
            </div>
        </div>
    }
}
