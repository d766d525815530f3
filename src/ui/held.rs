//! The user's own text that the group does not have.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::draft::edit_keys;
use super::el::{el, group, line, none};
use super::icon::Icon;
use crate::core::ids::StepId;
use crate::core::intent::{Intent, Keep};
use crate::core::refusal::Refusal;
use crate::core::room::Body;
use crate::core::view::Meta;
use crate::i18n::Key;

/// A text that the host did not take, until the user settles it: beside the other one where somebody was first,
/// else alone, with the reason. `None` where there is none.
pub fn held(ui: &Ui, meta: &Meta, own: &dyn Fn(&Body) -> Option<AttrValue>, theirs: AttrValue) -> Option<Html> {
    let held = meta.held.as_ref()?;
    let mine = own(&held.mine)?;
    let settle = |keep| ui.click(Intent::Settle { id: meta.id.clone(), keep });
    let (yes, no) = (settle(Keep::Mine), settle(Keep::Theirs));
    Some(match held.refusal {
        Refusal::Conflict if !held.gone => {
            let texts = vec![
                side(ui, Key::ConflictMine, mine, Key::KeepMine, yes),
                side(ui, Key::ConflictTheirs, theirs, Key::KeepTheirs, no),
            ];
            card(ui.t(Key::ConflictTitle), group("div", "ll-conflict__texts", texts), none())
        }
        Refusal::Conflict | Refusal::Deleted | Refusal::UnknownContribution => deleted(ui, mine, yes, no),
        refusal => alone(ui, ui.catalogue.refusal(refusal).into(), mine, Key::TryAgain, yes, no),
    })
}

/// Drafts of edits of which the contribution is not there any more: `known` are the ones that are.
pub fn lost_edits(
    ui: &Ui,
    step: &StepId,
    column: &str,
    known: &[&Meta],
    shown: &dyn Fn(&str) -> AttrValue,
    body: &dyn Fn(&str) -> Body,
) -> Vec<Html> {
    let mut cards = Vec::new();
    for (key, id, text) in ui.drafts_of(&edit_keys(step, column)) {
        if known.iter().any(|meta| meta.id.as_str() == id) {
            continue;
        }
        let again = {
            let (ui, key, create) = (ui.clone(), key.clone(), Intent::Create { step: step.clone(), body: body(&text) });
            Callback::from(move |_| {
                ui.send(create.clone());
                ui.drop_draft(&key);
            })
        };
        let drop = ui.click(Intent::Draft { key, text: "".into() });
        cards.push(el("li", "ll-note").key(&id).child(deleted(ui, shown(&text), again, drop)));
    }
    cards
}

fn deleted(ui: &Ui, mine: AttrValue, again: Callback<MouseEvent>, drop: Callback<MouseEvent>) -> Html {
    alone(ui, ui.t(Key::GoneTitle), mine, Key::AddAgain, again, drop)
}

fn alone(
    ui: &Ui,
    title: AttrValue,
    mine: AttrValue,
    again: Key,
    yes: Callback<MouseEvent>,
    no: Callback<MouseEvent>,
) -> Html {
    let texts = vec![line("p", "ll-label", ui.t(Key::ConflictMine)), line("blockquote", "", mine)];
    let buttons =
        vec![button(ui.t(again), Tone::Secondary.plain(), yes), button(ui.t(Key::DropMine), Tone::Quiet.plain(), no)];
    card(title, group("div", "ll-conflict__texts", vec![group("div", "", texts)]), group("div", "ll-actions", buttons))
}

fn side(ui: &Ui, label: Key, text: AttrValue, choose: Key, settle: Callback<MouseEvent>) -> Html {
    group(
        "div",
        "",
        vec![
            line("p", "ll-label", ui.t(label)),
            line("blockquote", "", text),
            button(ui.t(choose), Tone::Secondary.plain(), settle),
        ],
    )
}

fn card(title: AttrValue, texts: Html, buttons: Html) -> Html {
    el("div", "ll-conflict").fixed("role", "group").attr("aria-label", title.clone()).children(vec![
        group("p", "ll-conflict__title", vec![Icon::Split.draw(), line("span", "", title)]),
        texts,
        buttons,
    ])
}
