//! What the group takes along to what comes after the exercise.

use yew::prelude::*;

use super::context::Ui;
use super::el::{group, line};
use super::outcome_text::action;
use crate::core::view::{Entries, HandoverPart, HandoverView, Text};
use crate::i18n::Key;

/// What to do with it, and its sections.
pub fn handover(ui: &Ui, view: &HandoverView) -> Html {
    let mut parts = vec![line("h3", "", ui.t(Key::Handover)), line("p", "", view.text.clone().into())];
    parts.extend(view.sections.iter().map(|part| section(ui, part)));
    group("div", "ll-part-of ll-handover", parts)
}

fn section(ui: &Ui, part: &HandoverPart) -> Html {
    let texts = |texts: &[Text]| texts.iter().map(|text| line("li", "ll-note__text", text.clone().into())).collect();
    let inside = match &part.entries {
        entries if entries.is_empty() => line("p", "ll-muted", ui.t(Key::HandoverNothing)),
        Entries::Texts(all) => {
            group("div", "", all.iter().map(|text| line("p", "ll-note__text", text.clone().into())).collect())
        }
        Entries::Numbered(all) => group("ol", "", texts(all)),
        Entries::Findings(all) => {
            let one = |(what, finding): &(Text, Text)| {
                let words = vec![
                    line("span", "ll-note__text", finding.clone().into()),
                    line("p", "ll-muted", what.clone().into()),
                ];
                group("li", "", words)
            };
            group("ul", "", all.iter().map(one).collect())
        }
        Entries::Actions(all) => group("ul", "", all.iter().map(|it| line("li", "", action(ui, it).into())).collect()),
    };
    group("div", "ll-handover__part", vec![line("h4", "", part.label.clone().into()), inside])
}
