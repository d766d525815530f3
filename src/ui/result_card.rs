//! The result of one statement.

use yew::prelude::*;

use super::bar::{Weight, diverging_bar};
use super::class_badge::class_badge;
use super::context::{Ui, say};
use super::results::Detail;
use crate::core::view::{Bar, ResultRow, ResultsView, ScalePoint, ShownBar, Text};
use crate::i18n::Key;

/// A card: the statement, whether the group agrees, the bars of its rounds, and what they mean in words.
pub fn result_card(ui: &Ui, row: &ResultRow, results: &ResultsView, detail: Detail) -> Html {
    let latest = row.bars.first();
    let several = row.bars.len() > 1;
    html! {
        <article key={row.item.as_str()} class="ll-card ll-result">
            <header class="ll-result__head">
                <h4><span class="ll-statement__number">{ ui.number(Key::StatementNumber, row.number) }</span><span>{ say(&row.text) }</span></h4>
                { class_badge(ui, latest.and_then(|bar| bar.shown.as_ref())) }
            </header>
            for bar in &row.bars {
                <div key={bar.round} class="ll-result__bar">
                    if several {
                        <p class="ll-label">{ ui.number(Key::RoundNumber, bar.round.into()) }</p>
                    }
                    { drawn(ui, results, bar, if latest == Some(bar) { Weight::Full } else { Weight::Slim }) }
                </div>
            }
            if let Some(shown) = latest.and_then(|bar| bar.shown.as_ref()) {
                { remarks(ui, shown) }
                if detail == Detail::Full {
                    { reasons(ui, &shown.reasons) }
                    { names(ui, &results.scale, &shown.names) }
                }
            }
            if let Some(hint) = row.hint.as_ref().filter(|_| detail == Detail::Full) {
                <p class="ll-hint"><strong>{ ui.t(Key::HintForYou) }</strong>{ " " }{ hint }</p>
            }
        </article>
    }
}

fn drawn(ui: &Ui, results: &ResultsView, bar: &Bar, weight: Weight) -> Html {
    html! {
        <>
            if let Some(shown) = &bar.shown {
                { diverging_bar(ui, shown, &results.scale, weight) }
            } else {
                <p class="ll-result__none">{ ui.number(Key::SuppressedExplained, results.min_answers) }</p>
            }
            <p class="ll-result__facts">
                <span>{ ui.of(Key::AnsweredOf, bar.answered, bar.present) }</span>
                if let Some(shown) = &bar.shown {
                    if let Some(agreement) = shown.agreement {
                        <span>{ ui.number(Key::Agreement, agreement.into()) }</span>
                    }
                    if shown.opt_outs > 0 {
                        <span>{ ui.count(Key::OptOutsOne, Key::OptOutsOther, shown.opt_outs) }</span>
                    }
                }
            </p>
        </>
    }
}

fn remarks(ui: &Ui, shown: &ShownBar) -> Html {
    html! {
        if shown.shift.is_some() || shown.one_vote_decides || shown.indicative {
            <ul class="ll-remarks">
                if let Some(shift) = shown.shift {
                    <li class="ll-remarks__shift">{ moved(ui, shift.net, shift.both) }</li>
                }
                if shown.one_vote_decides {
                    <li>{ ui.t(Key::OneVote) }</li>
                }
                if shown.indicative {
                    <li>{ ui.t(Key::Indicative) }</li>
                }
            </ul>
        }
    }
}

/// How those who voted in both rounds moved, on average, in plain words.
fn moved(ui: &Ui, net: i32, both: u32) -> AttrValue {
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

fn reasons(ui: &Ui, reasons: &[Text]) -> Html {
    html! {
        if !reasons.is_empty() {
            <details class="ll-more">
                <summary>{ ui.count(Key::ReasonsOne, Key::ReasonsOther, u32::try_from(reasons.len()).unwrap_or(u32::MAX)) }</summary>
                <ul class="ll-quotes">
                    for reason in reasons {
                        <li>{ say(reason) }</li>
                    }
                </ul>
            </details>
        }
    }
}

/// In named activities: who chose what.
fn names(ui: &Ui, scale: &[ScalePoint], names: &[Vec<Text>]) -> Html {
    let opt_out = ui.t(Key::OptOutShort);
    html! {
        if !names.is_empty() {
            <details class="ll-more">
                <summary>{ ui.t(Key::WhoChoseWhat) }</summary>
                <dl class="ll-voices">
                    for (at, people) in names.iter().enumerate().filter(|(_, people)| !people.is_empty()) {
                        <div>
                            <dt>{ scale.get(at).map_or_else(|| opt_out.clone(), |point| point.label.clone().into()) }</dt>
                            <dd>{ people.join(", ") }</dd>
                        </div>
                    }
                </dl>
            </details>
        }
    }
}
