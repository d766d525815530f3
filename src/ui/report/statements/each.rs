//! Statements one by one: what all groups come to, and each group.

use std::rc::Rc;

use yew::prelude::*;

use super::filter::Filter;
use crate::core::report::chart::{Chart, Diverging, DivergingRow, Verdict};
use crate::core::report::{
    Cell, Outcome, StatementRow, StatementSection, StatementsReport, Total, class_of, statement_lines,
};
use crate::core::view::{Bar, ResultRow, ResultsView, ScalePoint, ShownBar, shown_bar};
use crate::i18n::Key;
use crate::ui::bar::{Weight, diverging_bar};
use crate::ui::class_badge::{class_badge, name};
use crate::ui::el::{el, group, line, list, none};
use crate::ui::report::chart::save;
use crate::ui::report::later::Later;
use crate::ui::report::lines::lines_of;
use crate::ui::report::told::{name_of, notes, of_groups};
use crate::ui::report::{Ask, ReportFacts};
use crate::ui::result_card::{disclosure, result_parts};
use crate::ui::results::{Detail, legend, numbers};

/// The statements of each step, as far as the filter has them.
pub fn each(page: &Rc<ReportFacts>, report: &StatementsReport, shown: Filter, on: &Callback<Ask>) -> Html {
    let sections: Vec<Html> =
        report.sections.iter().filter_map(|section| part(page, report, section, shown, on)).collect();
    if sections.is_empty() {
        return notes(vec![page.words.t("nothing_shown")]);
    }
    group("div", "ll-rep-parts", sections)
}

/// The buttons that save what one group came to as pictures.
pub fn pictures(page: &ReportFacts, report: &StatementsReport, on: &Callback<Ask>) -> Html {
    let one = |section: &StatementSection| {
        let rows: Vec<&StatementRow> = section.rows.iter().filter(|row| !row.cells.is_empty()).collect();
        let chart = Rc::new(Chart::Diverging(picture(page, section, &rows)));
        (!rows.is_empty()).then(|| save(page, &chart, &section.title.clone().into(), on))
    };
    list(report.sections.iter().filter_map(one).collect())
}

/// A step; `None` where none of its statements is to be shown.
fn part(
    page: &Rc<ReportFacts>,
    report: &StatementsReport,
    section: &StatementSection,
    shown: Filter,
    on: &Callback<Ask>,
) -> Option<Html> {
    let kept = |row: &&StatementRow| !row.cells.is_empty() && shown.keeps(class_of(&row.total));
    let rows: Vec<&StatementRow> = section.rows.iter().filter(kept).collect();
    if rows.is_empty() {
        return None;
    }
    let results = as_results(section, &rows);
    let title = if report.sections.len() > 1 { line("h4", "", section.title.clone().into()) } else { none() };
    let cards = rows.iter().zip(&results.rows).map(|(row, drawn)| card(page, row, drawn, &results, on)).collect();
    let picture = Rc::new(Chart::Diverging(picture(page, section, &rows)));
    Some(el("section", "ll-rep-part").key(section.step.as_str()).children(vec![
        title,
        legend(&page.ui, &section.scale),
        group("div", "ll-results", cards),
        disclosure("ll-more", page.ui.t(Key::AsTable), numbers(&page.ui, &results)),
        save(page, &picture, &section.title.clone().into(), on),
    ]))
}

/// The totals as the results of one large group.
fn as_results(section: &StatementSection, rows: &[&StatementRow]) -> ResultsView {
    let row = |(number, row): (u32, &&StatementRow)| ResultRow {
        item: row.item.clone(),
        number,
        text: row.text.clone(),
        hint: None,
        bars: vec![bar_of(&row.total)],
    };
    let least = rows.iter().map(|row| row.total.least.1).max().unwrap_or(0);
    let numbered = rows.iter().map(|row| u32::try_from(row.place_in_step).unwrap_or(0) + 1);
    ResultsView {
        round: 1,
        scale: section.scale.clone(),
        rows: numbered.zip(rows).map(row).collect(),
        min_answers: least,
    }
}

fn bar_of(total: &Total) -> Bar {
    Bar { round: 1, answered: total.answered, present: total.present, shown: total.tally.as_deref().map(shown_bar) }
}

fn card(
    page: &Rc<ReportFacts>,
    row: &StatementRow,
    drawn: &ResultRow,
    results: &ResultsView,
    on: &Callback<Ask>,
) -> Html {
    let mut parts = if row.total.tally.is_some() {
        result_parts(&page.ui, drawn, results, Detail::Brief)
    } else {
        // Why nothing is shown stands below, by groups.
        result_parts(&page.ui, &ResultRow { bars: Vec::new(), ..drawn.clone() }, results, Detail::Brief)
    };
    parts.push(of_groups(page, &row.total));
    if row.cells.len() > 1 {
        parts.push(by_group(page, row, &results.scale));
    }
    if !row.line.is_empty() {
        parts.push(by_meeting(page, row, on));
    }
    el("article", "ll-card ll-result").key(row.item.as_str()).children(parts)
}

/// A slim bar for each group, drawn when it is asked for.
fn by_group(page: &Rc<ReportFacts>, row: &StatementRow, scale: &[ScalePoint]) -> Html {
    let draw = {
        let (page, cells, scale) = (page.clone(), row.cells.clone(), scale.to_vec());
        Callback::from(move |()| {
            let one = |cell: &Cell| {
                let shown = cell.shown().map(|tally| shown_bar(tally));
                let name = el("span", "ll-rep-group").fixed("dir", "auto").text(name_of(&page, cell.group));
                let facts = match &cell.outcome {
                    Outcome::Shown(_) => {
                        let mut facts =
                            vec![line("span", "", page.ui.of(Key::AnsweredOf, cell.answered, cell.present))];
                        let agreement = shown.as_ref().and_then(|bar| bar.agreement);
                        facts.extend(agreement.map(|it| line("span", "", page.ui.number(Key::Agreement, it.into()))));
                        facts
                    }
                    Outcome::Hidden => {
                        vec![line("span", "", page.words.with("under_k", &cell.least.to_string()))]
                    }
                    Outcome::Other(points) => {
                        vec![line("span", "", page.words.with("on_other_scale", &points.to_string()))]
                    }
                };
                let head = group("p", "ll-result__head", vec![name, class_badge_of(&page, cell, shown.as_ref())]);
                let bar = shown.as_ref().map(|bar| diverging_bar(&page.ui, bar, &scale, Weight::Slim));
                group(
                    "li",
                    "ll-result__bar",
                    vec![head, bar.unwrap_or_default(), group("p", "ll-result__facts", facts)],
                )
            };
            group("ul", "ll-results", cells.iter().map(one).collect())
        })
    };
    let groups = u32::try_from(row.cells.len()).unwrap_or(u32::MAX);
    html! { <Later title={page.words.counted("each_group", groups)} {draw} /> }
}

fn class_badge_of(page: &ReportFacts, cell: &Cell, shown: Option<&ShownBar>) -> Html {
    match cell.outcome {
        Outcome::Other(_) => none(),
        _ => class_badge(&page.ui, shown),
    }
}

/// How agreement and position went over the meetings, drawn when it is asked for.
fn by_meeting(page: &Rc<ReportFacts>, row: &StatementRow, on: &Callback<Ask>) -> Html {
    let draw = {
        let (page, line, text, on) = (page.clone(), row.line.clone(), row.text.clone(), on.clone());
        Callback::from(move |()| {
            let Some((agreement, position)) = statement_lines(&line) else { return none() };
            let words = &page.words;
            let name = |what: AttrValue| -> AttrValue { [&*what, ": ", &text].concat().into() };
            let percent = ["0%", "100%"].map(AttrValue::Static);
            let ends = [words.t("end_disagree"), words.t("end_agree")];
            list(vec![
                lines_of(&page, &agreement, &words.t("line_agreement"), name(words.t("line_agreement")), percent, &on),
                lines_of(&page, &position, &words.t("line_position"), name(words.t("line_position")), ends, &on),
            ])
        })
    };
    html! { <Later title={page.words.t("over_meetings")} {draw} /> }
}

fn picture(page: &ReportFacts, section: &StatementSection, rows: &[&StatementRow]) -> Diverging {
    let row = |row: &&StatementRow| {
        let shown = row.total.tally.as_deref().map(shown_bar);
        let agreement = shown.as_ref().and_then(|bar| bar.agreement);
        let agreement = agreement.map(|it| page.ui.number(Key::Agreement, it.into()));
        let groups = page.words.counted("groups", row.total.groups);
        let answered = page.ui.of(Key::AnsweredOf, row.total.answered, row.total.present);
        let remark = match agreement {
            Some(agreement) => [&*answered, &agreement, &groups].join(" · "),
            None => page.words.t("nothing_shown").to_string(),
        };
        DivergingRow {
            text: [&row.number, ". ", &row.text].concat().into(),
            counts: shown.as_ref().map(|bar| bar.counts.clone()),
            verdict: shown.as_ref().map(|bar| Verdict { class: bar.class, words: text_of(&name(&page.ui, Some(bar))) }),
            remark: remark.into(),
        }
    };
    Diverging {
        about: section.title.clone(),
        scale: section.scale.iter().map(|point| point.label.clone()).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

/// A text of the catalogue for a chart.
fn text_of(text: &AttrValue) -> Rc<str> {
    text.as_str().into()
}
