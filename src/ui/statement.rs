//! One statement to answer.

use std::rc::Rc;

use yew::prelude::*;

use super::autosave::Autosave;
use super::context::{say, use_ui};
use super::scale::Scale;
use crate::core::intent::Intent;
use crate::core::view::{ScalePoint, StatementItem, Text};
use crate::i18n::Key;

const REASON_LIMIT: u32 = 200;
const REASON_IDLE_MS: u32 = 900;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The statement.
    pub item: StatementItem,
    /// The points of the scale, from the lowest.
    pub scale: Vec<ScalePoint>,
    /// The opt-out.
    pub opt_out: Option<Text>,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// Whether a reason may be given.
    pub reasons: bool,
}

/// A card with the statement, its answers, and after answering a line for the reason.
#[component]
pub fn Statement(props: &Props) -> Html {
    let ui = use_ui();
    let item = &props.item;
    let on_save = {
        let id = item.item.clone();
        ui.on.reform(move |text: Rc<str>| Intent::Reason { item: id.clone(), text })
    };
    html! {
        <fieldset class={classes!("ll-card", "ll-statement", item.choice.is_some().then_some("ll-statement--answered"))}>
            <legend>
                <span class="ll-statement__number">{ ui.number(Key::StatementNumber, item.number) }</span>
                <span class="ll-statement__text">{ say(&item.text) }</span>
            </legend>
            if let Some(hint) = &item.hint {
                <p class="ll-hint"><strong>{ ui.t(Key::HintForYou) }</strong>{ " " }{ hint }</p>
            }
            <Scale item={item.item.clone()} points={props.scale.clone()} opt_out={props.opt_out.clone()} choice={item.choice}
                disabled={!props.can_answer} />
            if props.reasons && item.choice.is_some() && (props.can_answer || !item.reason.is_empty()) {
                <label class="ll-field ll-reason">
                    <span class="ll-field__label">{ ui.t(Key::Reason) }{ " " }<span class="ll-muted">{ ui.t(Key::ReasonHint) }</span></span>
                    <Autosave stored={item.reason.clone()} limit={REASON_LIMIT} idle_ms={REASON_IDLE_MS} readonly={!props.can_answer} {on_save} />
                </label>
            }
        </fieldset>
    }
}
