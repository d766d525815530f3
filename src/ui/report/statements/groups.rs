//! How far each group agrees on each statement: a table that can be sorted by each of its columns.

use std::rc::Rc;

use yew::prelude::*;

use super::filter::{Filter, class_name};
use crate::core::consensus::{Class, Direction};
use crate::core::report::chart::{Chart, HeatChart};
use crate::core::report::{Heat, HeatCell, HeatRow, HeatTitle, Selection, Sort, StatementsReport, heat};
use crate::i18n::Key;
use crate::ui::el::{El, el, group, line, none};
use crate::ui::report::chart::save;
use crate::ui::report::told::{name_of, notes};
use crate::ui::report::{Ask, ReportFacts};

/// What the table is made of.
#[derive(Clone, Properties, PartialEq)]
pub struct GroupsProps {
    /// The words.
    pub page: Rc<ReportFacts>,
    /// What came of the statements.
    pub report: Rc<StatementsReport>,
    /// Which are shown.
    pub shown: Filter,
    /// Which meetings are looked at.
    pub selection: Selection,
    /// Takes what the reader wants of the host.
    pub on: Callback<Ask>,
}

/// The table, what its signs mean, and how to save it as a picture.
#[component]
pub fn Groups(props: &GroupsProps) -> Html {
    let sort = use_state_eq(Sort::default);
    let (page, shown) = (&props.page, props.shown);
    let words = &page.words;
    let heat = heat(&page.facts, &props.selection, &props.report, |class| shown.keeps(class), &sort);
    if heat.rows.is_empty() || heat.columns.is_empty() {
        return notes(vec![words.t("nothing_shown")]);
    }
    let name = words.t("heat_title");
    let head = |column: Option<&HeatTitle>, title: AttrValue, full: Option<AttrValue>| {
        let next = sort.pressed(column.cloned());
        let onclick = {
            let sort = sort.setter();
            Callback::from(move |_: MouseEvent| sort.set(next.clone()))
        };
        let state = match (sort.column.as_ref() == column, sort.reversed) {
            (true, false) => Some("ascending"),
            (true, true) => Some("descending"),
            (false, _) => None,
        };
        let sign =
            line("span", "ll-rep-arrow", state.map_or("", |it| if it == "ascending" { "▲" } else { "▼" }).into());
        let button = el("button", "").fixed("type", "button").fixed("dir", "auto").click(onclick);
        let button = button.attr("title", full.clone().unwrap_or_else(|| title.clone()));
        let button = if let Some(full) = full { button.attr("aria-label", full) } else { button };
        let cell = el("th", "").fixed("scope", "col");
        let cell = if let Some(state) = state { cell.fixed("aria-sort", state) } else { cell };
        cell.child(button.children(vec![line("span", "ll-rep-column", title), sign]))
    };
    let first = words.t(if heat.by_group { "column_group" } else { "column_statement" });
    let columns = heat.columns.iter().map(|title| {
        let (brief, full) = title_of(page, title);
        head(Some(title), brief, full)
    });
    let heads = std::iter::once(head(None, first, None)).chain(columns).collect();
    let rows = heat.rows.iter().map(|it| row(page, it)).collect();
    let foot = heat.total.as_ref().map_or_else(none, |it| group("tfoot", "", vec![row(page, it)]));
    let table = group(
        "table",
        "ll-rep-heat",
        vec![group("thead", "", vec![group("tr", "", heads)]), group("tbody", "", rows), foot],
    );
    let scroll = el("div", "ll-table ll-table__scroll ll-rep-scroll").fixed("tabindex", "0").fixed("role", "group");
    let sorted = sorted_text(page, &heat, &sort);
    let status = el("p", "ll-sr").fixed("role", "status").text(sorted);
    let picture = Rc::new(Chart::Heat(picture(page, &heat, &name)));
    group(
        "div",
        "ll-rep-part",
        vec![
            line("p", "ll-rep-none", words.t("heat_text")),
            signs(page),
            status,
            scroll.attr("aria-label", name.clone()).child(table),
            save(page, &picture, &name, &props.on),
        ],
    )
}

fn sorted_text(page: &ReportFacts, heat: &Heat, sort: &Sort) -> AttrValue {
    let Some(title) = sort.column.as_ref().filter(|column| heat.columns.contains(column)) else {
        return AttrValue::default();
    };
    let (brief, full) = title_of(page, title);
    page.words.with(if sort.reversed { "sorted_high" } else { "sorted_low" }, &full.unwrap_or(brief))
}

/// What the letters, arrows and the dash mean.
fn signs(page: &ReportFacts) -> Html {
    let words = &page.words;
    let class = |class: Class| {
        let shown = HeatCell::Shown { agreement: 0, class, direction: Direction::None };
        let sign = painted(shown, "span", "ll-rep-sign").text(words.of("letter", class_name(class)));
        group("li", "", vec![sign, line("span", "", words.of("class", class_name(class)))])
    };
    let sign = |sign: AttrValue, text: AttrValue| {
        group("li", "", vec![line("span", "ll-rep-sign", sign), line("span", "", text)])
    };
    let mut signs: Vec<Html> = [Class::Divided, Class::Lean, Class::Consensus].into_iter().map(class).collect();
    signs.push(sign("→".into(), words.t("arrow_agree")));
    signs.push(sign("←".into(), words.t("arrow_disagree")));
    signs.push(sign(words.t("dash"), words.t("dash_text")));
    signs.push(sign("≠".into(), words.t("other_text")));
    el("ul", "ll-legend").attr("aria-label", page.ui.t(Key::Legend)).children(signs)
}

/// A brief title and, where that is not the whole, the whole.
fn title_of(page: &ReportFacts, title: &HeatTitle) -> (AttrValue, Option<AttrValue>) {
    match title {
        HeatTitle::Statement(_, number, text) => (number.clone().into(), Some([number, ". ", text].concat().into())),
        HeatTitle::Group(at) => (name_of(page, *at), None),
        HeatTitle::All => (page.words.t("all_groups"), None),
    }
}

fn row(page: &ReportFacts, it: &HeatRow) -> Html {
    let (brief, full) = title_of(page, &it.title);
    let title = el("th", "").fixed("scope", "row").fixed("dir", "auto").text(full.unwrap_or(brief));
    let cell = |cell: &HeatCell| painted(*cell, "td", "").text(said(page, *cell));
    group("tr", "", std::iter::once(title).chain(it.cells.iter().map(cell)).collect())
}

/// An element in the colour of a cell.
fn painted(cell: HeatCell, name: &'static str, class: &'static str) -> El {
    let paint = match cell {
        HeatCell::Shown { class: Class::Consensus, .. } => "ll-rep-c",
        HeatCell::Shown { class: Class::Lean, .. } => "ll-rep-l",
        HeatCell::Shown { class: Class::Divided, .. } => "ll-rep-d",
        _ => "ll-rep-x",
    };
    if class.is_empty() { el(name, paint) } else { el(name, "").attr("class", [class, " ", paint].concat().into()) }
}

/// A letter for the class, the agreement, and an arrow for which way.
fn said(page: &ReportFacts, cell: HeatCell) -> AttrValue {
    match cell {
        HeatCell::NotAsked => AttrValue::default(),
        HeatCell::Hidden => page.words.t("dash"),
        HeatCell::Other => "≠".into(),
        HeatCell::Shown { agreement, class, direction } => {
            let letter = page.words.of("letter", class_name(class));
            let arrow = match direction {
                Direction::Agree => " →",
                Direction::Disagree => " ←",
                Direction::Middle | Direction::None => "",
            };
            [&*letter, " ", &agreement.to_string(), "%", arrow].concat().into()
        }
    }
}

fn picture(page: &ReportFacts, heat: &Heat, name: &AttrValue) -> HeatChart {
    let title = |title: &HeatTitle| {
        let (brief, full) = title_of(page, title);
        (Rc::from(brief.as_str()), Rc::from(full.unwrap_or(brief).as_str()))
    };
    let class = |cell: &HeatCell| match cell {
        HeatCell::Shown { class, .. } => Some(*class),
        _ => None,
    };
    let row = |row: &HeatRow| {
        let cells = row.cells.iter().map(|cell| (class(cell), Rc::from(said(page, *cell).as_str()))).collect();
        (title(&row.title).1, cells)
    };
    HeatChart {
        about: name.as_str().into(),
        columns: heat.columns.iter().map(|it| title(it).0).collect(),
        rows: heat.rows.iter().chain(&heat.total).map(row).collect(),
    }
}
