//! What came of one question: all groups together, each group, and how it went over the meetings.

use std::rc::Rc;

use yew::prelude::*;

use super::bars::{bars_of, bars_picture, facts_of};
use crate::core::report::{Cell, Kind, Outcome, QuestionRow, QuestionSection, Selection, question_lines};
use crate::core::view::Middle;
use crate::i18n::Key;
use crate::ui::count_bars::count_bars;
use crate::ui::el::{el, group, line, none};
use crate::ui::report::chart::save_picture;
use crate::ui::report::later::Later;
use crate::ui::report::lines::lines_of;
use crate::ui::report::source::chosen as chosen_source;
use crate::ui::report::told::{groups_told, name_of, of_groups};
use crate::ui::report::{Ask, ReportFacts};
use crate::ui::table::table;

/// A card for a question.
pub fn card(
    page: &Rc<ReportFacts>,
    section: &QuestionSection,
    row: &QuestionRow,
    selection: &Selection,
    chosen: &[usize],
    on: &Callback<Ask>,
) -> Html {
    let ui = &page.ui;
    let title = vec![
        line("span", "ll-statement__number", ui.number(Key::QuestionNumber, row.number)),
        line("span", "", row.text.clone().into()),
    ];
    let spread = row.spread.as_ref();
    let bars = bars_of(spread);
    let mut facts = facts_of(page, spread);
    if row.total.groups > 0 {
        facts.insert(0, ui.of(Key::AnsweredOf, row.total.answered, row.total.present));
    }
    let name = [&row.number.to_string(), ". ", &*row.text].concat();
    let told = [facts.clone(), groups_told(page, &row.total)];
    let picture = bars_picture(page, &name, spread, chosen_source(page), &told);
    let facts = facts.into_iter().map(|fact| line("span", "", fact)).collect();
    el("article", "ll-card ll-result").key(row.item.as_str()).children(vec![
        group("header", "ll-result__head", vec![group("h5", "", title)]),
        if bars.is_empty() { none() } else { count_bars(bars) },
        group("p", "ll-result__facts", facts),
        of_groups(page, &row.total),
        picture.map(|picture| save_picture(page, &Rc::new(picture), on)).unwrap_or_default(),
        by_group(page, row),
        over_meetings(page, section, row, selection, chosen, on),
    ])
}

/// The same for each group in a table, drawn when it is asked for.
fn by_group(page: &Rc<ReportFacts>, row: &QuestionRow) -> Html {
    let draw = {
        let (page, row) = (page.clone(), row.clone());
        Callback::from(move |()| numbers(&page, &row))
    };
    let groups = u32::try_from(row.cells.len()).unwrap_or(u32::MAX);
    html! { <Later title={page.words.counted("each_group", groups)} {draw} /> }
}

fn numbers(page: &ReportFacts, row: &QuestionRow) -> Html {
    let columns = if row.kind == Kind::Number { 1 } else { row.labels.len() };
    let cell = |cell: &Cell| {
        let values = match &cell.outcome {
            Outcome::Hidden => vec![page.words.t("dash"); columns],
            Outcome::Other(_) => vec!["≠".into(); columns],
            Outcome::Shown(tally) if row.kind == Kind::Number => {
                let values = tally.values.iter().map(|(value, people)| format!("{value} ({people})"));
                vec![values.collect::<Vec<_>>().join(", ").into()]
            }
            Outcome::Shown(tally) => tally.counts.iter().map(|count| count.to_string().into()).collect(),
        };
        let answered = match cell.outcome {
            Outcome::Shown(_) => page.ui.of(Key::TableOf, cell.answered, cell.present),
            Outcome::Hidden => page.words.with("under_k", &cell.least.to_string()),
            Outcome::Other(points) => page.words.with("on_other_scale", &points.to_string()),
        };
        std::iter::once(name_of(page, cell.group)).chain(values).chain([answered]).collect()
    };
    let labels: Vec<AttrValue> = match row.kind {
        Kind::Number => vec![page.words.t("column_values")],
        Kind::Scale | Kind::Choice => row.labels.iter().map(|label| label.clone().into()).collect(),
    };
    let titles = std::iter::once(page.words.t("column_group")).chain(labels).chain([page.ui.t(Key::TableAnswered)]);
    table(row.text.clone().into(), titles.collect(), row.cells.iter().map(cell).collect())
}

/// How it went, drawn when it is asked for; nothing where there was one meeting or it has no middle.
pub fn over_meetings(
    page: &Rc<ReportFacts>,
    section: &QuestionSection,
    row: &QuestionRow,
    selection: &Selection,
    chosen: &[usize],
    on: &Callback<Ask>,
) -> Html {
    let Some(middle) = row.kind.middle() else { return none() };
    if page.facts.report.numbers(selection) < 2 {
        return none();
    }
    let draw = {
        let (page, selection, chosen, on) = (page.clone(), selection.clone(), chosen.to_vec(), on.clone());
        let (step, item, text) = (section.step.clone(), row.item.clone(), row.text.clone());
        Callback::from(move |()| {
            let Some(lines) = question_lines(&page.facts, &selection, &step, &item, &chosen) else {
                return line("p", "ll-rep-none", page.words.t("one_meeting"));
            };
            let title = page.ui.t(match middle {
                Middle::Mean => Key::LineMean,
                Middle::Median => Key::LineMedian,
            });
            let ends = [lines.range.0, lines.range.1].map(|end| page.ui.tenths(end));
            lines_of(&page, &lines, &title, [&*title, ": ", &text].concat().into(), ends, &on)
        })
    };
    html! { <Later title={page.words.t("over_meetings")} {draw} /> }
}
