//! Statements one by one: what all groups come to, or the one that is looked at.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::filter::Filter;
use crate::core::ids::StepId;
use crate::core::report::chart::{Chart, Diverging, DivergingRow, Picture, Verdict};
use crate::core::report::{
    Cell, InRoom, Outcome, StatementRow, StatementSection, StatementsReport, Total, Turn, bars, class_of,
    statement_lines,
};
use crate::core::room::RevealedTally;
use crate::core::view::{Bar, ResultRow, ResultsView, ShownBar, shown_bar};
use crate::i18n::Key;
use crate::ui::bar::{Weight, diverging_bar};
use crate::ui::class_badge::{class_badge, name};
use crate::ui::el::{el, group, line, list, none};
use crate::ui::report::chart::{picture, save_picture};
use crate::ui::report::hands::hands;
use crate::ui::report::later::Later;
use crate::ui::report::lines::lines_of;
use crate::ui::report::source::{chosen, of_meeting};
use crate::ui::report::told::{groups_told, name_of, notes, of_groups};
use crate::ui::report::{Ask, ReportFacts};
use crate::ui::result_card::{disclosure, result_parts};
use crate::ui::results::{Detail, legend, numbers};

/// Whose statements are drawn.
pub enum Whose<'a> {
    /// Those of several groups, together.
    All,
    /// Those of one group.
    One {
        /// Its place among those of the report.
        group: usize,
        /// Which of its rounds.
        turn: Turn,
        /// What its rooms showed of each step.
        rooms: &'a [InRoom],
    },
}

impl Whose<'_> {
    /// The group, where it is one.
    fn group(&self) -> Option<usize> {
        match self {
            Self::All => None,
            Self::One { group, .. } => Some(*group),
        }
    }

    /// What the room of one group showed of a step.
    fn room(&self, step: &StepId) -> Option<&InRoom> {
        match self {
            Self::All => None,
            Self::One { rooms, .. } => rooms.iter().find(|room| room.step == *step),
        }
    }

    /// The bars of a statement, the one that counts first.
    fn bars(&self, page: &ReportFacts, section: &StatementSection, row: &StatementRow) -> Vec<Bar> {
        match self {
            Self::All => vec![bar_of(&row.total)],
            Self::One { turn, .. } => bars(&page.facts, section, row, *turn),
        }
    }
}

/// The statements of each step, as far as the filter has them.
pub fn each(
    page: &Rc<ReportFacts>,
    report: &StatementsReport,
    shown: Filter,
    whose: &Whose,
    on: &Callback<Ask>,
) -> Html {
    let sections: Vec<Html> =
        report.sections.iter().filter_map(|section| part(page, report, section, shown, whose, on)).collect();
    if sections.is_empty() {
        return notes(vec![page.words.t("nothing_shown")]);
    }
    group("div", "ll-rep-parts", sections)
}

/// A step; `None` where there is nothing of it to be shown.
fn part(
    page: &Rc<ReportFacts>,
    report: &StatementsReport,
    section: &StatementSection,
    shown: Filter,
    whose: &Whose,
    on: &Callback<Ask>,
) -> Option<Html> {
    let kept = |row: &&StatementRow| !row.cells.is_empty() && shown.keeps(class_of(&row.total));
    let rows: Vec<&StatementRow> = section.rows.iter().filter(kept).collect();
    let room = whose.room(&section.step).filter(|room| !room.tallied.hands.is_empty());
    if rows.is_empty() && room.is_none() {
        return None;
    }
    let title = if report.sections.len() > 1 { line("h4", "", section.title.clone().into()) } else { none() };
    let mut parts = vec![title];
    if !rows.is_empty() {
        let results = as_results(page, section, &rows, whose);
        let cards = rows.iter().zip(&results.rows);
        let cards = cards.map(|(row, drawn)| card(page, section, row, drawn, &results, whose.group(), on)).collect();
        let picture = Rc::new(picture_of(page, section, &rows, whose));
        parts.extend([
            legend(&page.ui, &section.scale),
            group("div", "ll-results", cards),
            disclosure("ll-more", page.ui.t(Key::AsTable), numbers(&page.ui, &results)),
            save_picture(page, &picture, on),
        ]);
    }
    parts.extend(room.map(|room| hands(page, room, on)));
    Some(el("section", "ll-rep-part").key(section.step.as_str()).children(parts))
}

/// The statements as the results of one group: that which is looked at, or a large one that all are.
fn as_results(page: &ReportFacts, section: &StatementSection, rows: &[&StatementRow], whose: &Whose) -> ResultsView {
    let row = |row: &&StatementRow| ResultRow {
        item: row.item.clone(),
        number: u32::try_from(row.place_in_step).unwrap_or(0) + 1,
        text: row.text.clone(),
        hint: None,
        bars: whose.bars(page, section, row),
    };
    ResultsView {
        round: 1,
        scale: section.scale.clone(),
        rows: rows.iter().map(row).collect(),
        min_answers: rows.iter().map(|row| row.total.least.1).max().unwrap_or(0),
    }
}

fn bar_of(total: &Total) -> Bar {
    Bar { round: 1, answered: total.answered, present: total.present, shown: total.tally.as_deref().map(shown_bar) }
}

fn card(
    page: &Rc<ReportFacts>,
    section: &StatementSection,
    row: &StatementRow,
    drawn: &ResultRow,
    results: &ResultsView,
    alone: Option<usize>,
    on: &Callback<Ask>,
) -> Html {
    let mut parts = match (&row.total.tally, alone) {
        (None, _) if row.total.hidden == 0 => vec![head_alone(page, drawn)],
        // Why nothing is shown stands below, by groups.
        (None, None) => {
            let without = ResultRow { bars: Vec::new(), ..drawn.clone() };
            result_parts(&page.ui, &without, results, Detail::Brief)
        }
        _ => result_parts(&page.ui, drawn, results, Detail::Brief),
    };
    match (alone, row.cells.first()) {
        (Some(_), Some(cell)) => parts.push(of_cell(page, cell)),
        _ => parts.push(of_groups(page, &row.total)),
    }
    if row.cells.len() > 1 {
        parts.push(by_group(page, section, row, on));
    }
    if !row.line.is_empty() {
        parts.push(by_meeting(page, row, alone, on));
    }
    el("article", "ll-card ll-result").key(row.item.as_str()).children(parts)
}

/// The statement without a class: it was answered on another scale, not by too few.
fn head_alone(page: &ReportFacts, drawn: &ResultRow) -> Html {
    let number = line("span", "ll-statement__number", page.ui.number(Key::StatementNumber, drawn.number));
    let title = group("h4", "", vec![number, line("span", "", drawn.text.clone().into())]);
    group("header", "ll-result__head", vec![title])
}

/// Which meeting of one group it is, where it had several; and that it is not drawn, where it had another scale.
fn of_cell(page: &ReportFacts, cell: &Cell) -> Html {
    let several = page
        .facts
        .report
        .groups
        .get(cell.group)
        .is_some_and(|of| page.facts.report.meetings_of(&of.id).nth(1).is_some());
    let mut facts = Vec::new();
    if several {
        facts.push(page.ui.number(Key::MeetingNumber, cell.meeting));
    }
    if let Outcome::Other(points) = cell.outcome {
        facts.push(page.words.with("on_other_scale", &points.to_string()));
    }
    if facts.is_empty() {
        return none();
    }
    group("p", "ll-result__facts", facts.into_iter().map(|fact| line("span", "", fact)).collect())
}

/// A slim bar for each group, drawn when it is asked for.
fn by_group(page: &Rc<ReportFacts>, section: &StatementSection, row: &StatementRow, on: &Callback<Ask>) -> Html {
    let draw = {
        let (page, section, row, on) = (page.clone(), section.clone(), row.clone(), on.clone());
        Callback::from(move |()| {
            let one = |cell: &Cell| {
                let shown = cell.shown().map(|tally| shown_bar(tally));
                let name = el("span", "ll-rep-group").fixed("dir", "auto").text(name_of(&page, cell.group));
                let facts = cell_told(&page, cell).into_iter().map(|fact| line("span", "", fact)).collect();
                let head = group("p", "ll-result__head", vec![name, class_badge_of(&page, cell, shown.as_ref())]);
                let bar = shown.as_ref().map(|bar| diverging_bar(&page.ui, bar, &section.scale, Weight::Slim));
                group(
                    "li",
                    "ll-result__bar",
                    vec![head, bar.unwrap_or_default(), group("p", "ll-result__facts", facts)],
                )
            };
            let groups = group("ul", "ll-results", row.cells.iter().map(one).collect());
            list(vec![groups, save_picture(&page, &Rc::new(groups_picture(&page, &section, &row)), &on)])
        })
    };
    let groups = u32::try_from(row.cells.len()).unwrap_or(u32::MAX);
    html! { <Later title={page.words.counted("each_group", groups)} {draw} /> }
}

/// How many of a group answered and how far they agree, or why that is not shown.
fn cell_told(page: &ReportFacts, cell: &Cell) -> Vec<AttrValue> {
    match &cell.outcome {
        Outcome::Shown(tally) => {
            let agreement = tally.agreement.map(|it| page.ui.number(Key::Agreement, it.into()));
            std::iter::once(page.ui.of(Key::AnsweredOf, cell.answered, cell.present)).chain(agreement).collect()
        }
        Outcome::Hidden => vec![page.words.with("under_k", &cell.least.to_string())],
        Outcome::Other(points) => vec![page.words.with("on_other_scale", &points.to_string())],
    }
}

fn class_badge_of(page: &ReportFacts, cell: &Cell, shown: Option<&ShownBar>) -> Html {
    match cell.outcome {
        Outcome::Other(_) => none(),
        _ => class_badge(&page.ui, shown),
    }
}

/// How agreement and position went over the meetings, drawn when it is asked for.
fn by_meeting(page: &Rc<ReportFacts>, row: &StatementRow, alone: Option<usize>, on: &Callback<Ask>) -> Html {
    let draw = {
        let (page, line, text, on) = (page.clone(), row.line.clone(), row.text.clone(), on.clone());
        Callback::from(move |()| {
            let Some((agreement, position)) = statement_lines(&line, alone) else { return none() };
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

/// The statements of a step as bars.
fn picture_of(page: &ReportFacts, section: &StatementSection, rows: &[&StatementRow], whose: &Whose) -> Picture {
    let meetings: BTreeSet<u32> = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.meeting).collect();
    let of_one = whose.group().is_some() && meetings.len() == 1;
    let told = |row: &StatementRow| match (whose, row.cells.first()) {
        (Whose::One { .. }, Some(cell)) => {
            let mut told = cell_told(page, cell);
            if !of_one {
                told.push(page.ui.number(Key::MeetingNumber, cell.meeting));
            }
            told
        }
        _ if row.total.tally.is_none() => groups_told(page, &row.total),
        _ => {
            let answered = page.ui.of(Key::AnsweredOf, row.total.answered, row.total.present);
            let agreement = row.total.tally.as_ref().and_then(|tally| tally.agreement);
            let agreement = agreement.map(|it| page.ui.number(Key::Agreement, it.into()));
            let groups = page.words.counted("groups", row.total.groups);
            std::iter::once(answered).chain(agreement).chain([groups]).collect()
        }
    };
    let row = |row: &&StatementRow| {
        let text = [&row.number, ". ", &row.text].concat();
        bar_row(page, text.into(), row.total.tally.as_deref(), &told(row))
    };
    let chart = diverging_of(section, section.title.clone(), rows.iter().map(row).collect());
    let source = match (of_one, meetings.first()) {
        (true, Some(meeting)) => of_meeting(page, *meeting),
        _ => chosen(page),
    };
    Picture { source, ..picture(page, chart, &section.title) }
}

/// The groups that a statement was put to, as bars.
fn groups_picture(page: &ReportFacts, section: &StatementSection, row: &StatementRow) -> Picture {
    let one = |cell: &Cell| {
        let tally = cell.shown().map(|tally| &**tally);
        bar_row(page, text_of(&name_of(page, cell.group)), tally, &cell_told(page, cell))
    };
    let title = [&*row.number, ". ", &row.text].concat();
    picture(page, diverging_of(section, title.as_str().into(), row.cells.iter().map(one).collect()), &title)
}

fn diverging_of(section: &StatementSection, about: Rc<str>, rows: Vec<DivergingRow>) -> Chart {
    let scale = section.scale.iter().map(|point| point.label.clone()).collect();
    Chart::Diverging(Diverging { about, scale, rows })
}

fn bar_row(page: &ReportFacts, text: Rc<str>, tally: Option<&RevealedTally>, told: &[AttrValue]) -> DivergingRow {
    let shown = tally.map(shown_bar);
    DivergingRow {
        text,
        counts: shown.as_ref().map(|bar| bar.counts.clone()),
        verdict: shown.as_ref().map(|bar| Verdict { class: bar.class, words: text_of(&name(&page.ui, Some(bar))) }),
        remark: told.join(" · ").into(),
    }
}

/// A text of the catalogue for a chart.
fn text_of(text: &AttrValue) -> Rc<str> {
    text.as_str().into()
}
