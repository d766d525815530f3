//! Statements as pictures: those of a step, and one of them in each group.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::each::Whose;
use crate::core::report::chart::{Chart, Diverging, DivergingRow, Picture, Verdict};
use crate::core::report::{Cell, Outcome, StatementRow, StatementSection};
use crate::core::room::RevealedTally;
use crate::core::view::{ScalePoint, shown_bar};
use crate::i18n::Key;
use crate::ui::class_badge::name;
use crate::ui::report::ReportFacts;
use crate::ui::report::chart::picture;
use crate::ui::report::source::{chosen, of_meeting};
use crate::ui::report::told::{groups_told, name_of};

/// How many of a group answered and how far they agree, or why that is not shown.
pub fn cell_told(page: &ReportFacts, cell: &Cell) -> Vec<AttrValue> {
    match &cell.outcome {
        Outcome::Shown(tally) => {
            let agreement = tally.agreement.map(|it| page.ui.number(Key::Agreement, it.into()));
            std::iter::once(page.ui.of(Key::AnsweredOf, cell.answered, cell.present)).chain(agreement).collect()
        }
        Outcome::Hidden => vec![page.words.with("under_k", &cell.least.to_string())],
        Outcome::Other(points) => vec![page.words.with("on_other_scale", &points.to_string())],
    }
}

/// The statements of a step as bars.
pub fn picture_of(page: &ReportFacts, section: &StatementSection, rows: &[&StatementRow], whose: &Whose) -> Picture {
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
    let chart = diverging_of(&section.scale, section.title.clone(), rows.iter().map(row).collect());
    let source = match (of_one, meetings.first()) {
        (true, Some(meeting)) => of_meeting(page, *meeting),
        _ => chosen(page),
    };
    Picture { source, ..picture(page, chart, &section.title) }
}

/// The groups that a statement was put to, as bars.
pub fn groups_picture(page: &ReportFacts, row: &StatementRow, scale: &[ScalePoint]) -> Picture {
    let one = |cell: &Cell| {
        let tally = cell.shown().map(|tally| &**tally);
        bar_row(page, text_of(&name_of(page, cell.group)), tally, &cell_told(page, cell))
    };
    let title = [&*row.number, ". ", &row.text].concat();
    picture(page, diverging_of(scale, title.as_str().into(), row.cells.iter().map(one).collect()), &title)
}

fn diverging_of(scale: &[ScalePoint], about: Rc<str>, rows: Vec<DivergingRow>) -> Chart {
    let scale = scale.iter().map(|point| point.label.clone()).collect();
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
