//! What a picture of the table by group says beside the table: how many answers stand in a cell, and what letters and
//! signs mean.

use std::rc::Rc;

use yew::prelude::*;

use super::filter::{Filter, class_name};
use crate::core::consensus::Class;
use crate::core::report::chart::Picture;
use crate::core::report::{Cell, StatementsReport, class_of};
use crate::ui::report::told::from_to;
use crate::ui::report::{Ask, ReportFacts};

/// Takes what the reader wants of the host, and adds to pictures what their signs mean.
pub fn explained(
    page: &Rc<ReportFacts>,
    report: &Rc<StatementsReport>,
    shown: Filter,
    on: &Callback<Ask>,
) -> Callback<Ask> {
    let (page, report) = (page.clone(), report.clone());
    on.reform(move |ask| match ask {
        Ask::Picture(picture) => {
            let told = answers_told(&page, &report, shown).into_iter().collect();
            Ask::Picture(Rc::new(Picture { told, notes: vec![signs(&page)], ..(*picture).clone() }))
        }
        other => other,
    })
}

/// From how few to how many answers a cell comes; `None` where nothing is shown.
fn answers_told(page: &ReportFacts, report: &StatementsReport, shown: Filter) -> Option<Rc<str>> {
    let rows = report.sections.iter().flat_map(|section| &section.rows);
    let cells = rows.filter(|row| shown.keeps(class_of(&row.total))).flat_map(|row| &row.cells);
    let answers = cells.filter_map(Cell::shown).map(|tally| tally.counts.iter().sum::<u32>());
    let range = (answers.clone().min()?, answers.max()?);
    Some(page.words.with("n_cells", &from_to(page, range)).as_str().into())
}

fn signs(page: &ReportFacts) -> Rc<str> {
    let words = &page.words;
    let classes = [Class::Divided, Class::Lean, Class::Consensus].map(class_name);
    let classes = classes.map(|class| (words.of("letter", class), words.of("class", class)));
    let others = [
        ("→".into(), words.t("arrow_agree")),
        ("←".into(), words.t("arrow_disagree")),
        (words.t("dash"), words.t("dash_text")),
        ("≠".into(), words.t("other_text")),
    ];
    let signs = classes.into_iter().chain(others).map(|(sign, text)| [&*sign, " ", &*text].concat());
    signs.collect::<Vec<_>>().join(" · ").into()
}
