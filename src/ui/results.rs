//! The results of a step.

use yew::prelude::*;

use super::bar::BarPatterns;
use super::class_badge;
use super::context::{Ui, say, use_ui};
use super::result_card::ResultCard;
use super::scale::side;
use crate::core::view::{ResultRow, ResultsView, ScalePoint};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The results.
    pub results: ResultsView,
    /// Without reasons, names, hints and the table: for the closing page.
    #[prop_or_default]
    pub brief: bool,
}

/// A legend, a card for each statement, and the same numbers as a table.
#[component]
pub fn Results(props: &Props) -> Html {
    let ui = use_ui();
    let results = &props.results;
    html! {
        <div class="ll-results">
            <BarPatterns />
            { legend(&ui, &results.scale) }
            for row in &results.rows {
                <ResultCard key={row.item.as_str()} row={row.clone()} scale={results.scale.clone()}
                    min_answers={results.min_answers} brief={props.brief} />
            }
            if !props.brief {
                <details class="ll-more ll-table">
                    <summary>{ ui.t(Key::AsTable) }</summary>
                    <div class="ll-table__scroll" tabindex="0" role="region" aria-label={ui.t(Key::AsTable)}>
                        { table(&ui, results) }
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
