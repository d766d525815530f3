//! One statement to answer.

use std::rc::Rc;

use yew::prelude::*;

use super::autosave::Autosave;
use super::context::{Ui, say};
use super::scale::scale;
use crate::core::intent::Intent;
use crate::core::view::{StatementItem, StatementsView};
use crate::i18n::Key;

const REASON_LIMIT: u32 = 200;
const REASON_IDLE_MS: u32 = 900;

/// A card with the statement, its answers, and after answering a line for the reason.
pub fn statement(ui: &Ui, view: &StatementsView, item: &StatementItem) -> Html {
    let on_save = {
        let id = item.item.clone();
        ui.on.reform(move |text: Rc<str>| Intent::Reason { item: id.clone(), text })
    };
    html! {
        <fieldset key={item.item.as_str()} class={classes!("ll-card", "ll-statement", item.choice.is_some().then_some("ll-statement--answered"))}>
            <legend>
                <span class="ll-statement__number">{ ui.number(Key::StatementNumber, item.number) }</span>
                <span class="ll-statement__text">{ say(&item.text) }</span>
            </legend>
            if let Some(hint) = &item.hint {
                <p class="ll-hint"><strong>{ ui.t(Key::HintForYou) }</strong>{ " " }{ hint }</p>
            }
            { scale(ui, view, item) }
            if view.reasons && item.choice.is_some() && (view.can_answer || !item.reason.is_empty()) {
                <label class="ll-field ll-reason">
                    <span class="ll-field__label">{ ui.t(Key::Reason) }{ " " }<span class="ll-muted">{ ui.t(Key::ReasonHint) }</span></span>
                    <Autosave stored={item.reason.clone()} limit={REASON_LIMIT} idle_ms={REASON_IDLE_MS} readonly={!view.can_answer} {on_save} />
                </label>
            }
        </fieldset>
    }
}
