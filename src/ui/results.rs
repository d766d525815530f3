//! The results of a step.

use yew::prelude::*;

use super::bar::bar_patterns;
use super::class_badge;
use super::context::{Ui, say};
use super::result_card::result_card;
use super::scale::side;
use crate::core::view::{ResultRow, ResultsView, ScalePoint};
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
    html! {
        <div class="ll-results">
            { bar_patterns() }
            { legend(ui, &results.scale) }
            for row in &results.rows {
                { result_card(ui, row, results, detail) }
            }
            if detail == Detail::Full {
                <details class="ll-more ll-table">
                    <summary>{ ui.t(Key::AsTable) }</summary>
                    <div class="ll-table__scroll" tabindex="0" role="region" aria-label={ui.t(Key::AsTable)}>
                        { table(ui, results) }
                    </div>
                </details>
            }
        </div>
    }
}

fn legend(ui: &Ui, scale: &[ScalePoint]) -> Html {
    html! {
        <ul class="ll-legend" aria-label={ui.t(Key::Legend)}>
            for (at, point) in scale.iter().enumerate() {
                <li>
                    <svg width="16" height="16" aria-hidden="true" focusable="false">
                        <rect class={["ll-seg ll-seg--", side(at, scale.len())].concat()} width="16" height="16" rx="3" />
                        <rect class={["ll-hatch ll-hatch--", side(at, scale.len())].concat()} width="16" height="16" rx="3" />
                    </svg>
                    <span>{ say(&point.label) }</span>
                </li>
            }
        </ul>
    }
}

fn table(ui: &Ui, results: &ResultsView) -> Html {
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ ui.t(Key::TableStatement) }</th>
                    <th scope="col">{ ui.t(Key::TableRound) }</th>
                    for point in &results.scale {
                        <th scope="col">{ say(&point.label) }</th>
                    }
                    <th scope="col">{ ui.t(Key::OptOutShort) }</th>
                    <th scope="col">{ ui.t(Key::TableAnswered) }</th>
                    <th scope="col">{ ui.t(Key::TableAgreement) }</th>
                    <th scope="col">{ ui.t(Key::TableClass) }</th>
                </tr>
            </thead>
            <tbody>
                for row in &results.rows {
                    { lines(ui, row, results.scale.len()) }
                }
            </tbody>
        </table>
    }
}

fn lines(ui: &Ui, row: &ResultRow, points: usize) -> Html {
    let one = |bar: &crate::core::view::Bar| {
        let shown = bar.shown.as_ref();
        html! {
            <tr>
                <th scope="row">{ row.number }{ ". " }{ &row.text }</th>
                <td>{ bar.round }</td>
                for at in 0..points {
                    <td>{ shown.and_then(|shown| shown.counts.get(at).copied()) }</td>
                }
                <td>{ shown.map(|shown| shown.opt_outs) }</td>
                <td>{ ui.of(Key::TableOf, bar.answered, bar.present) }</td>
                <td>{ shown.and_then(|shown| shown.agreement).map(|percent| ui.number(Key::Percent, percent.into())) }</td>
                <td>{ class_badge::name(ui, shown) }</td>
            </tr>
        }
    };
    row.bars.iter().map(one).collect()
}
