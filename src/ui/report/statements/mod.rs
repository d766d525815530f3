//! What came of statements: one by one, on a map, and by group.

mod each;
mod filter;
mod groups;
mod map;
mod pictures;
mod signs;

use std::rc::Rc;

use yew::prelude::*;

use self::each::{Whose, each};
use self::filter::{Filter, filter};
use self::groups::Groups;
use self::map::map_of;
use self::signs::explained;
use super::hands::hands_by_group;
use super::removed::removed;
use super::source::signed;
use super::told::notes;
use super::{PageProps, ReportFacts};
use crate::core::report::{Address, Page, StatementsReport, View, alone, statements};
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
    let on = signed(page, &address.selection, Page::Statements, &props.on);
    let one_by_one = address.view == View::Each;
    let own = page.facts.report.alone(&address.selection).filter(|_| one_by_one);
    let own = own.map(|group| (group, alone(&page.facts, &address.selection, &report)));
    let looked_at = own.as_ref().map_or(&*report, |(_, (report, _))| report);
    let body = match (address.view, &own) {
        (View::Each, Some((group, (report, rooms)))) => {
            let whose = Whose::One { group: *group, turn: address.selection.turn, rooms };
            each(page, report, *shown, &whose, &on)
        }
        (View::Each, None) => list(vec![
            each(page, &report, *shown, &Whose::All, &on),
            hands_by_group(page, &address.selection, Page::Statements, &on),
        ]),
        (View::Map, _) => map_of(page, &report, *shown, &on),
        (View::Groups, _) => html! {
            <Groups page={page.clone()} report={report.clone()} shown={*shown} selection={address.selection.clone()}
                on={explained(page, &report, *shown, &on)} />
        },
    };
    let gone = removed(page, &report.removed, |it| it.total.tally.as_deref().map(shown_bar));
    list(vec![views(page, address), filter(page, looked_at, &shown), unasked(page, looked_at), body, gone])
}

/// A report, compared by identity.
#[derive(Clone, PartialEq)]
struct Kept(Rc<ReportFacts>);

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
fn unasked(page: &ReportFacts, report: &StatementsReport) -> Html {
    let rows = report.sections.iter().flat_map(|section| &section.rows);
    let unasked = u32::try_from(rows.filter(|row| row.cells.is_empty()).count()).unwrap_or(u32::MAX);
    if unasked == 0 { none() } else { notes(vec![page.words.counted("unasked", unasked)]) }
}
