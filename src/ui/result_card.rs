//! The result of one statement.

use yew::prelude::*;

use super::bar::{Weight, diverging_bar};
use super::class_badge::class_badge;
use super::context::Ui;
use super::el::{el, group, line, list, none};
use super::results::Detail;
use super::statement::hint_for_you;
use crate::core::view::{Bar, ResultRow, ResultsView, ScalePoint, ShownBar, Text};
use crate::i18n::Key;

/// A card: the statement, whether the group agrees, the bars of its rounds, and what they mean in words.
pub fn result_card(ui: &Ui, row: &ResultRow, results: &ResultsView, detail: Detail) -> Html {
    el("article", "ll-card ll-result").key(row.item.as_str()).children(result_parts(ui, row, results, detail))
}

/// What stands on the card.
pub fn result_parts(ui: &Ui, row: &ResultRow, results: &ResultsView, detail: Detail) -> Vec<Html> {
    let shown = row.bars.first().and_then(|bar| bar.shown.as_ref());
    let statement = group(
        "h4",
        "",
        vec![
            line("span", "ll-statement__number", ui.number(Key::StatementNumber, row.number)),
            line("span", "", row.text.clone().into()),
        ],
    );
    let mut parts = vec![group("header", "ll-result__head", vec![statement, class_badge(ui, shown)])];
    for (at, bar) in row.bars.iter().enumerate() {
        let round = if row.bars.len() > 1 {
            line("p", "ll-label", ui.number(Key::RoundNumber, bar.round.into()))
        } else {
            none()
        };
        let weight = if at == 0 { Weight::Full } else { Weight::Slim };
        parts.push(group("div", "ll-result__bar", vec![round, drawn(ui, results, bar, weight), facts(ui, bar)]));
    }
    if let Some(shown) = shown {
        parts.push(remarks(ui, shown));
        if detail == Detail::Full {
            parts.push(reasons(ui, &shown.reasons));
            parts.push(names(ui, &results.scale, &shown.names));
        }
    }
    if detail == Detail::Full {
        parts.push(hint_for_you(ui, row.hint.as_ref()));
    }
    parts
}

fn drawn(ui: &Ui, results: &ResultsView, bar: &Bar, weight: Weight) -> Html {
    match &bar.shown {
        Some(shown) => diverging_bar(ui, shown, &results.scale, weight),
        None => line("p", "ll-result__none", ui.number(Key::SuppressedExplained, results.min_answers)),
    }
}

fn facts(ui: &Ui, bar: &Bar) -> Html {
    let mut facts = vec![line("span", "", ui.of(Key::AnsweredOf, bar.answered, bar.present))];
    if let Some(shown) = &bar.shown {
        if let Some(agreement) = shown.agreement {
            facts.push(line("span", "", ui.number(Key::Agreement, agreement.into())));
        }
        if shown.opt_outs > 0 {
            facts.push(line("span", "", ui.count(Key::OptOutsOne, Key::OptOutsOther, shown.opt_outs)));
        }
    }
    group("p", "ll-result__facts", facts)
}

fn remarks(ui: &Ui, shown: &ShownBar) -> Html {
    let mut remarks = Vec::new();
    if let Some(shift) = shown.shift {
        remarks.push(line("li", "ll-remarks__shift", moved(ui, shift.net, shift.both)));
    }
    if shown.one_vote_decides {
        remarks.push(line("li", "", ui.t(Key::OneVote)));
    }
    if shown.indicative {
        remarks.push(line("li", "", ui.t(Key::Indicative)));
    }
    if remarks.is_empty() { none() } else { group("ul", "ll-remarks", remarks) }
}

/// How those who voted in both rounds moved, on average, in plain words.
pub fn moved(ui: &Ui, net: i32, both: u32) -> AttrValue {
    let tenths = ui.catalogue.tenths(net.unsigned_abs(), both);
    let both = both.to_string();
    let key = match (net, tenths.is_some()) {
        (0, _) => Key::ShiftNone,
        (_, false) => Key::ShiftHardly,
        (1.., true) => Key::ShiftAgree,
        (_, true) => Key::ShiftDisagree,
    };
    ui.fill(key, &[("points", tenths.as_deref().unwrap_or("")), ("both", &both)])
}

/// Something to open, with a line that says what it is.
pub fn disclosure(class: &'static str, title: AttrValue, inside: Html) -> Html {
    group("details", class, vec![line("summary", "", title), inside])
}

fn reasons(ui: &Ui, reasons: &[Text]) -> Html {
    if reasons.is_empty() {
        return none();
    }
    let title = ui.count(Key::ReasonsOne, Key::ReasonsOther, u32::try_from(reasons.len()).unwrap_or(u32::MAX));
    let quotes = reasons.iter().map(|reason| line("li", "", reason.clone().into())).collect();
    disclosure("ll-more", title, group("ul", "ll-quotes", quotes))
}

/// In named activities: who chose what.
fn names(ui: &Ui, scale: &[ScalePoint], names: &[Vec<Text>]) -> Html {
    if names.is_empty() {
        return none();
    }
    let opt_out = ui.t(Key::OptOutShort);
    let labels = scale.iter().map(|point| point.label.clone().into()).chain([opt_out]);
    let choices = labels
        .zip(names)
        .filter(|(_, people)| !people.is_empty())
        .map(|(label, people)| group("div", "", vec![line("dt", "", label), line("dd", "", people.join(", ").into())]));
    disclosure("ll-more", ui.t(Key::WhoChoseWhat), list(vec![group("dl", "ll-voices", choices.collect())]))
}
