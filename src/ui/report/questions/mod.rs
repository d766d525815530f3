//! What came of questions: the profile of the groups, each question, and how two go together.

mod answers;
mod bars;
mod card;
mod chosen;
mod own;
mod profile;
mod relation;
mod relations;

use std::rc::Rc;

use yew::prelude::*;

use self::card::card;
use self::chosen::{chosen_groups, groups_of};
use self::own::own;
use self::profile::profile;
use self::relations::relations;
use super::hands::hands_by_group;
use super::removed::removed;
use super::source::signed;
use super::told::notes;
use super::{Ask, PageProps, ReportFacts};
use crate::core::report::{Page, QuestionSection, QuestionsReport, Selection, questions};
use crate::ui::el::{el, group, line, list, none};

/// Everything about questions.
#[component]
pub fn Questions(props: &PageProps) -> Html {
    let (page, address) = (&props.page, &props.address);
    let report: Rc<QuestionsReport> = {
        let page = page.clone();
        use_memo((Kept(page.clone()), address.selection.clone()), move |(_, selection)| {
            questions(&page.facts, selection)
        })
    };
    let asked = asked_groups(&report);
    let chosen = use_state_eq(|| None::<Vec<usize>>);
    let gone = removed(page, &report.removed, |_| None);
    let on = signed(page, &address.selection, Page::Questions, &props.on);
    if let Some(group) = page.facts.report.alone(&address.selection) {
        let words = report.sections.iter().any(|section| section.words);
        let body = own(page, &report, &address.selection, group, &on);
        return list(vec![if words { notes(vec![page.words.t("words_elsewhere")]) } else { none() }, body, gone]);
    }
    let by_hand = hands_by_group(page, &address.selection, Page::Questions, &on);
    if asked.is_empty() {
        return list(vec![notes(vec![page.words.t("nothing_shown")]), by_hand, gone]);
    }
    let shown = groups_of(&asked, chosen.as_deref());
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |next| chosen.set(Some(next)))
    };
    let sections = report.sections.iter().filter(|it| it.questions.iter().any(|row| !row.cells.is_empty()) || it.words);
    let several = report.sections.len() > 1;
    let parts = sections.map(|it| part(page, it, &address.selection, &shown, several, &on)).collect();
    list(vec![chosen_groups(page, &asked, &shown, &choose), group("div", "ll-rep-parts", parts), by_hand, gone])
}

/// A report, compared by identity.
#[derive(Clone, PartialEq)]
struct Kept(Rc<ReportFacts>);

/// The groups in which anything was asked, by their places among those of the report.
fn asked_groups(report: &QuestionsReport) -> Vec<usize> {
    let cells = report.sections.iter().flat_map(|it| &it.questions).flat_map(|row| &row.cells);
    let mut groups: Vec<usize> = Vec::new();
    for cell in cells {
        if let Err(at) = groups.binary_search(&cell.group) {
            groups.insert(at, cell.group);
        }
    }
    groups
}

fn part(
    page: &Rc<ReportFacts>,
    it: &QuestionSection,
    selection: &Selection,
    chosen: &[usize],
    several: bool,
    on: &Callback<Ask>,
) -> Html {
    let title = if several { line("h4", "", it.title.clone().into()) } else { none() };
    let asked = it.questions.iter().filter(|row| !row.cells.is_empty());
    let cards = asked.map(|row| card(page, it, row, selection, chosen, on)).collect();
    el("section", "ll-rep-part").key(it.step.as_str()).children(vec![
        title,
        profile(page, it, selection, chosen, on),
        relations(page, it, selection, chosen, on),
        group("div", "ll-results", cards),
        if it.words { notes(vec![page.words.t("words_elsewhere")]) } else { none() },
    ])
}
