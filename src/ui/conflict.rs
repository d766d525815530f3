//! Two people changed the same text.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line};
use super::icon::Icon;
use crate::core::ids::ContributionId;
use crate::core::intent::{Intent, Keep};
use crate::i18n::Key;

/// Both texts side by side; the user says which one stays.
pub fn conflict(ui: &Ui, id: &ContributionId, mine: AttrValue, theirs: AttrValue) -> Html {
    let side = |label: Key, text: AttrValue, choose: Key, keep: Keep| {
        let settle = ui.click(Intent::Settle { id: id.clone(), keep });
        group(
            "div",
            "",
            vec![
                line("p", "ll-label", ui.t(label)),
                line("blockquote", "", text),
                button(ui.t(choose), Tone::Secondary.plain(), settle),
            ],
        )
    };
    let title = ui.t(Key::ConflictTitle);
    el("div", "ll-conflict").fixed("role", "group").attr("aria-label", title.clone()).children(vec![
        group("p", "ll-conflict__title", vec![Icon::Split.draw(), line("span", "", title)]),
        group(
            "div",
            "ll-conflict__texts",
            vec![
                side(Key::ConflictMine, mine, Key::KeepMine, Keep::Mine),
                side(Key::ConflictTheirs, theirs, Key::KeepTheirs, Keep::Theirs),
            ],
        ),
    ])
}
