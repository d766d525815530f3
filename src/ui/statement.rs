//! One statement to answer.

use std::rc::Rc;

use yew::prelude::*;

use super::autosave::Autosave;
use super::context::Ui;
use super::draft::new_key;
use super::el::{el, group, line, none, text};
use super::scale::scale;
use crate::core::blocks::statements::REASON_LIMIT;
use crate::core::intent::Intent;
use crate::core::view::{StatementItem, StatementsView, Text};
use crate::i18n::Key;

/// A card with the statement, its answers, and after answering a line for the reason.
pub fn statement(ui: &Ui, view: &StatementsView, item: &StatementItem) -> Html {
    let legend = group(
        "legend",
        "",
        vec![
            line("span", "ll-statement__number", ui.number(Key::StatementNumber, item.number)),
            line("span", "ll-statement__text", item.text.clone().into()),
        ],
    );
    let wanted = view.reasons && item.choice.is_some() && (view.can_answer || !item.reason.is_empty());
    let reason = if wanted { reason(ui, view, item) } else { none() };
    el("fieldset", "ll-card ll-statement").key(item.item.as_str()).children(vec![
        legend,
        hint_for_you(ui, item.hint.as_ref()),
        scale(ui, view, item),
        reason,
    ])
}

fn reason(ui: &Ui, view: &StatementsView, item: &StatementItem) -> Html {
    let on_save = {
        let id = item.item.clone();
        ui.on.reform(move |(_, text): (u64, Rc<str>)| Intent::Reason { item: id.clone(), text })
    };
    let label = vec![text(ui.t(Key::Reason)), text(" ".into()), line("span", "ll-muted", ui.t(Key::ReasonHint))];
    // Another round asks for another reason.
    let draft = new_key(&view.heading.step, &[&view.round.to_string(), ":", item.item.as_str()].concat());
    let field = html! {
        <Autosave stored={item.reason.clone()} limit={REASON_LIMIT} {draft} readonly={!view.can_answer} {on_save} />
    };
    group("label", "ll-field ll-reason", vec![group("span", "ll-field__label", label), field])
}

/// A hint for the one who leads, where there is one.
pub fn hint_for_you(ui: &Ui, hint: Option<&Text>) -> Html {
    match hint {
        Some(hint) => {
            let words = vec![line("strong", "", ui.t(Key::HintForYou)), text(" ".into()), text(hint.clone().into())];
            group("p", "ll-hint", words)
        }
        None => none(),
    }
}
