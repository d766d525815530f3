//! What came of statements: one by one, on a map, and by group.

mod each;
mod filter;
mod groups;
mod map;

use std::rc::Rc;

use yew::prelude::*;

use self::each::{each, pictures};
use self::filter::{Filter, filter};
use self::groups::Groups;
use self::map::map_of;
use super::removed::removed;
use super::room::in_the_room;
use super::told::notes;
use super::{PageProps, ReportFacts};
use crate::core::report::{Address, Page, StatementsReport, View, statements};
use crate::core::view::shown_bar;
use crate::ui::el::{el, group, list, none};

/// Everything about statements.
#[component]
pub fn Statements(props: &PageProps) -> Html {
    let (page, address) = (&props.page, &props.address);
    let report: Rc<StatementsReport> = {
        let page = page.clone();
        use_memo((Kept(page.clone()), address.selection.clone()), move |(_, selection)| {
            statements(&page.facts, selection)
        })
    };
    let shown = use_state_eq(Filter::default);
    let one_group = address.view == View::Each && one_group(props);
    let body = match address.view {
        View::Each if one_group => {
            list(vec![in_the_room(page, &address.selection, Page::Statements), pictures(page, &report, &props.on)])
        }
        View::Each => each(page, &report, *shown, &props.on),
        View::Map => map_of(page, &report, *shown, &props.on),
        View::Groups => html! {
            <Groups page={page.clone()} report={report.clone()} shown={*shown} selection={address.selection.clone()}
                on={props.on.clone()} />
        },
    };
    let filters = if one_group { none() } else { filter(page, &report, &shown) };
    let gone = removed(page, &report.removed, |it| it.total.tally.as_deref().map(shown_bar));
    list(vec![views(page, address), filters, unasked(page, &report, one_group), body, gone])
}

/// A report, compared by identity.
#[derive(Clone, PartialEq)]
struct Kept(Rc<ReportFacts>);

/// Whether one group alone is looked at.
fn one_group(props: &PageProps) -> bool {
    props.address.selection.group.is_some() || props.page.facts.report.groups.len() < 2
}

/// The ways to look at statements.
fn views(page: &ReportFacts, address: &Address) -> Html {
    let link = |view: View| {
        let there = Address { view, ..address.clone() };
        let link = el("a", "ll-btn").attr("href", there.write().into());
        let link = link.fixed_if(view == address.view, "aria-current", "true");
        group("li", "", vec![link.text(page.words.of("view", view.name()))])
    };
    let links = [View::Each, View::Map, View::Groups].map(link);
    let list = group("ul", "ll-actions", links.into());
    el("nav", "ll-rep-views ll-noprint").attr("aria-label", page.words.t("views")).child(list)
}

/// How many statements were not asked, or not shown to anybody yet.
fn unasked(page: &ReportFacts, report: &StatementsReport, one_group: bool) -> Html {
    let rows = report.sections.iter().flat_map(|section| &section.rows);
    let unasked = u32::try_from(rows.filter(|row| row.cells.is_empty()).count()).unwrap_or(u32::MAX);
    if unasked == 0 || one_group { none() } else { notes(vec![page.words.counted("unasked", unasked)]) }
}
