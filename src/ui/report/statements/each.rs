//! Statements one by one: what all groups come to, or the one that is looked at.

use std::rc::Rc;

use yew::prelude::*;

use super::filter::Filter;
use super::pictures::{cell_told, groups_picture, picture_of};
use crate::core::ids::StepId;
use crate::core::report::{
    Cell, InRoom, Outcome, StatementRow, StatementSection, StatementsReport, Total, Turn, bars, class_of,
    statement_lines,
};
use crate::core::view::{Bar, ResultRow, ResultsView, ScalePoint, ShownBar, shown_bar};
use crate::i18n::Key;
use crate::ui::bar::{Weight, diverging_bar};
use crate::ui::class_badge::class_badge;
use crate::ui::el::{el, group, line, list, none};
use crate::ui::report::chart::save_picture;
use crate::ui::report::hands::hands;
use crate::ui::report::later::Later;
use crate::ui::report::lines::lines_of;
use crate::ui::report::told::{name_of, notes, of_groups};
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
    pub fn group(&self) -> Option<usize> {
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
        let cards = cards.map(|(row, drawn)| card(page, row, drawn, &results, whose.group(), on)).collect();
        let picture = Rc::new(picture_of(page, section, &rows, whose));
        parts.extend([
            legend(&page.ui, &section.scale),
            group("div", "ll-results", cards),
            disclosure("ll-more", page.ui.t(Key::AsTable), numbers(&page.ui, &results)),
            save_picture(page, &picture, on),
        ]);
    }
    if let (Some(room), Some(group)) = (room, whose.group()) {
        if met_again(page, group) {
            parts.push(line("p", "ll-label", page.ui.number(Key::MeetingNumber, room.meeting)));
        }
        parts.push(hands(page, room, on));
    }
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
        parts.push(by_group(page, row, &results.scale, on));
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
    let mut facts = Vec::new();
    if met_again(page, cell.group) {
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

/// Whether a group had several meetings.
fn met_again(page: &ReportFacts, group: usize) -> bool {
    let report = &page.facts.report;
    report.groups.get(group).is_some_and(|of| report.meetings_of(&of.id).nth(1).is_some())
}

/// A slim bar for each group, drawn when it is asked for.
fn by_group(page: &Rc<ReportFacts>, row: &StatementRow, scale: &[ScalePoint], on: &Callback<Ask>) -> Html {
    let draw = {
        let (page, row, scale, on) = (page.clone(), row.clone(), scale.to_vec(), on.clone());
        Callback::from(move |()| {
            let one = |cell: &Cell| {
                let shown = cell.shown().map(|tally| shown_bar(tally));
                let name = el("span", "ll-rep-group").fixed("dir", "auto").text(name_of(&page, cell.group));
                let facts = cell_told(&page, cell).into_iter().map(|fact| line("span", "", fact)).collect();
                let head = group("p", "ll-result__head", vec![name, class_badge_of(&page, cell, shown.as_ref())]);
                let bar = shown.as_ref().map(|bar| diverging_bar(&page.ui, bar, &scale, Weight::Slim));
                group(
                    "li",
                    "ll-result__bar",
                    vec![head, bar.unwrap_or_default(), group("p", "ll-result__facts", facts)],
                )
            };
            let groups = group("ul", "ll-results", row.cells.iter().map(one).collect());
            list(vec![groups, save_picture(&page, &Rc::new(groups_picture(&page, &row, &scale)), &on)])
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
