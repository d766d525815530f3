//! What came of questions.

use yew::prelude::*;

use super::bar::bar_patterns;
use super::context::Ui;
use super::count_bars::count_bars;
use super::el::{el, group, line};
use super::line::lines;
use super::profile::profile;
use super::relation::relation;
use super::result_card::disclosure;
use super::results::Detail;
use crate::core::view::{Distribution, QuestionResults, ResultPart, Spread};
use crate::i18n::Key;

/// A card for each part, and behind a button the questions that none of these shows by themselves.
pub fn question_results(ui: &Ui, results: &QuestionResults, detail: Detail) -> Html {
    let k = results.min_answers;
    let mut parts = vec![
        bar_patterns(),
        line("p", "ll-muted", ui.of(Key::QuestionsGroup, results.answered, results.present)),
        group("div", "ll-results", results.parts.iter().map(|part| result_part(ui, part, k)).collect()),
    ];
    if detail == Detail::Full && !results.others.is_empty() {
        let others = results.others.iter().map(|it| distribution(ui, it, k)).collect();
        parts.push(disclosure("ll-more", ui.t(Key::QuestionsEach), group("div", "ll-results", others)));
    }
    group("div", "ll-results", parts)
}

/// One part of the results.
pub fn result_part(ui: &Ui, part: &ResultPart, k: u32) -> Html {
    match part {
        ResultPart::Distribution(it) => distribution(ui, it, k),
        ResultPart::Profile(it) => profile(ui, it),
        ResultPart::Relation(it) => relation(ui, it, k),
    }
}

/// A card: the question, how answers spread, and how it went in earlier meetings.
pub fn distribution(ui: &Ui, it: &Distribution, k: u32) -> Html {
    let mut parts = distribution_parts(ui, it, k);
    parts.extend(it.line.as_ref().map(|line| lines(ui, line)));
    el("article", "ll-card ll-result").key(it.item.as_str()).children(parts)
}

/// What stands on the card about this meeting.
pub fn distribution_parts(ui: &Ui, it: &Distribution, k: u32) -> Vec<Html> {
    let title = vec![
        line("span", "ll-statement__number", ui.number(Key::QuestionNumber, it.number)),
        line("span", "", it.text.clone().into()),
    ];
    let mut facts = vec![line("span", "", ui.of(Key::AnsweredOf, it.answered, it.present))];
    let shown = match &it.spread {
        None => line("p", "ll-result__none", ui.number(Key::QuestionSuppressed, k)),
        Some(Spread::Counts { bars, opt_outs, mean }) => {
            if let Some(mean) = mean {
                facts.push(line("span", "", ui.with(Key::MeanOf, &ui.tenths(*mean))));
            }
            if *opt_outs > 0 {
                facts.push(line("span", "", ui.count(Key::OptOutsOne, Key::OptOutsOther, *opt_outs)));
            }
            count_bars(bars)
        }
        Some(Spread::Numbers { bars, median, range: (low, high) }) => {
            facts.push(line("span", "", ui.with(Key::MedianOf, &ui.tenths(*median))));
            let bounds = [("low", &*low.to_string()), ("high", &*high.to_string())];
            facts.push(line("span", "", ui.fill(Key::NumberRange, &bounds)));
            count_bars(bars)
        }
        Some(Spread::Texts(texts)) => {
            group("ul", "ll-quotes", texts.iter().map(|text| line("li", "", text.clone().into())).collect())
        }
    };
    vec![group("header", "ll-result__head", vec![group("h4", "", title)]), shown, group("p", "ll-result__facts", facts)]
}
