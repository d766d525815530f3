//! The results of a step.

use yew::prelude::*;

use super::bar::{bar_patterns, swatch};
use super::class_badge;
use super::context::Ui;
use super::el::{el, group, line};
use super::result_card::{disclosure, result_card};
use super::scale::side;
use super::table::table;
use crate::core::view::{Bar, ResultRow, ResultsView, ScalePoint};
use crate::i18n::Key;

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    Full,
    /// Without reasons, names, hints and the table: what goes on paper.
    Brief,
}

/// A legend, a card for each statement, and the same numbers as a table.
pub fn results(ui: &Ui, results: &ResultsView, detail: Detail) -> Html {
    let cards = results.rows.iter().map(|row| result_card(ui, row, results, detail)).collect();
    let mut parts = vec![bar_patterns(), legend(ui, &results.scale), group("div", "ll-results", cards)];
    if detail == Detail::Full {
        parts.push(disclosure("ll-more", ui.t(Key::AsTable), numbers(ui, results)));
    }
    group("div", "ll-results", parts)
}

/// What the colours mean.
pub fn legend(ui: &Ui, scale: &[ScalePoint]) -> Html {
    let entry = |(at, point): (usize, &ScalePoint)| {
        group("li", "", vec![swatch(side(at, scale.len())), line("span", "", point.label.clone().into())])
    };
    let entries = scale.iter().enumerate().map(entry).collect();
    el("ul", "ll-legend").attr("aria-label", ui.t(Key::Legend)).children(entries)
}

/// The same numbers as a table.
pub fn numbers(ui: &Ui, results: &ResultsView) -> Html {
    let labels = results.scale.iter().map(|point| point.label.clone().into());
    let after = [Key::OptOutShort, Key::TableAnswered, Key::TableAgreement, Key::TableClass].map(|key| ui.t(key));
    let titles = [Key::TableStatement, Key::TableRound].map(|key| ui.t(key)).into_iter().chain(labels).chain(after);
    let points = results.scale.len();
    let rows = results.rows.iter().flat_map(|row| row.bars.iter().map(move |bar| cells(ui, row, bar, points)));
    table(ui.t(Key::AsTable), titles.collect(), rows.collect())
}

/// What a round came to for a statement.
fn cells(ui: &Ui, row: &ResultRow, bar: &Bar, points: usize) -> Vec<AttrValue> {
    let shown = bar.shown.as_ref();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default().into();
    let statement = [&row.number.to_string(), ". ", &*row.text].concat();
    let agreement = shown.and_then(|shown| shown.agreement);
    let mut cells = vec![statement.into(), number(Some(bar.round.into()))];
    cells.extend((0..points).map(|at| number(shown.and_then(|shown| shown.counts.get(at).copied()))));
    cells.extend([
        number(shown.map(|shown| shown.opt_outs)),
        ui.of(Key::TableOf, bar.answered, bar.present),
        agreement.map(|percent| ui.number(Key::Percent, percent.into())).unwrap_or_default(),
        class_badge::name(ui, shown),
    ]);
    cells
}
