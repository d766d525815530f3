//! The frame of the report: what it is about, which meetings, the way to its pages, and the page.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::Actions;
use super::choose::{Choice, choose};
use super::files::Files;
use super::outcome::Outcome;
use super::participation::Participation;
use super::questions::Questions;
use super::statements::Statements;
use super::{Ask, PageProps, ReportFacts};
use crate::core::report::{Address, Page, ReportGroup, Selection, Turn, Which, pages};
use crate::i18n::Key;
use crate::ui::bar::bar_patterns;
use crate::ui::browser;
use crate::ui::el::{el, group, line, none};

/// What the report is given.
#[derive(Clone, Properties, PartialEq)]
pub struct ReportProps {
    /// What it draws from.
    pub page: Rc<ReportFacts>,
    /// Where the reader is.
    pub address: Address,
    /// Whether the latest picture was saved; `None` before the first.
    #[prop_or_default]
    pub saved: Option<bool>,
    /// Takes what the reader wants of the host.
    pub on: Callback<Ask>,
}

/// The report. The focus goes to a page's heading when the reader goes there; what else is chosen is read aloud.
#[component]
pub fn ReportPage(props: &ReportProps) -> Html {
    let (page, address) = (&props.page, &props.address);
    let there = pages(&page.facts);
    let here = address.page.filter(|page| there.contains(page)).or_else(|| there.first().copied());
    let heading = use_node_ref();
    let spoken = use_state(AttrValue::default);
    {
        let (heading, first) = (heading.clone(), use_mut_ref(|| true));
        use_effect_with(here, move |_| {
            if !first.replace(false) {
                browser::focus(&heading);
            }
        });
    }
    {
        let told = here.map(|here| chosen_text(page, here, &address.selection)).unwrap_or_default();
        let (spoken, first, heading) = (spoken.setter(), use_mut_ref(|| true), heading.clone());
        use_effect_with(address.selection.clone(), move |_| {
            if !first.replace(false) {
                spoken.set(told);
                // The link that led here may be gone.
                if browser::is_unfocused() {
                    browser::focus(&heading);
                }
            }
        });
    }
    let Some(here) = here else { return none() };
    let given = PageProps { page: page.clone(), address: address.on(here), on: props.on.clone() };
    let shown = match here {
        Page::Statements => html! { <Statements ..given /> },
        Page::Questions => html! { <Questions ..given /> },
        Page::Actions => html! { <Actions ..given /> },
        Page::Outcome => html! { <Outcome ..given /> },
        Page::Participation => html! { <Participation ..given /> },
        Page::Files => html! { <Files ..given /> },
    };
    let title = line("h2", "ll-rep-title", page.facts.report.name.clone().into());
    let head = group("div", "ll-heading", vec![line("p", "ll-eyebrow", page.words.t("eyebrow")), title]);
    let name = el("h3", "").fixed("tabindex", "-1").fixed("id", "ll-heading").node(heading);
    let name = name.text(page.words.of("page", here.name()));
    let section = el("section", "ll-rep-page ll-outcome").fixed("aria-labelledby", "ll-heading").key(here.name());
    let status = el("p", "ll-sr").fixed("role", "status").text((*spoken).clone());
    let saved = props.saved.map(|saved| page.words.t(if saved { "picture_saved" } else { "picture_failed" }));
    let saved = el("p", "ll-rep-saved ll-noprint").fixed("role", "status").text(saved.unwrap_or_default());
    let body = if page.facts.report.meetings.is_empty() && here != Page::Files {
        line("p", "ll-rep-none", page.words.t("no_meetings"))
    } else {
        shown
    };
    let parts = vec![
        bar_patterns(),
        head,
        choices(props, here),
        nav(page, &there, address, here),
        status,
        saved,
        section.children(vec![name, body]),
    ];
    group("div", "ll-app ll-rep", parts)
}

/// What a group is called.
pub fn group_name(page: &ReportFacts, it: &ReportGroup) -> AttrValue {
    let name: AttrValue = if it.name.is_empty() { page.words.t("no_groups") } else { it.name.clone().into() };
    if it.former { page.words.with("former", &name) } else { name }
}

/// What a page takes where no meeting is chosen: the latest of each group, or all of them.
fn without_number(page: &ReportFacts, here: Page, selection: &Selection) -> AttrValue {
    let all = match here {
        Page::Statements | Page::Questions => false,
        Page::Outcome => selection.group.is_none() && page.facts.report.groups.len() > 1,
        Page::Actions | Page::Participation | Page::Files => true,
    };
    page.words.t(if all { "all_meetings" } else { "meeting_latest" })
}

/// Whether a page tells of one round of a vote.
fn tells_a_round(page: &ReportFacts, here: Page) -> bool {
    let was_repeated = || page.facts.report.meetings.iter().flat_map(|meeting| &meeting.rounds).any(|it| it.number > 1);
    matches!(here, Page::Statements | Page::Questions) && was_repeated()
}

/// Which meetings a page looks at, in words.
fn chosen_text(page: &ReportFacts, here: Page, selection: &Selection) -> AttrValue {
    let group = selection.group.as_ref().and_then(|id| page.facts.report.group(id));
    let group = group.map_or_else(|| page.words.t("all_groups"), |it| group_name(page, it));
    let meeting = match selection.which {
        Which::Latest => without_number(page, here, selection),
        Which::Number(number) => page.ui.number(Key::MeetingNumber, number),
    };
    let turn = tells_a_round(page, here).then(|| match selection.turn {
        Turn::Last => page.words.t("round_last"),
        Turn::First => page.words.t("round_first"),
    });
    [group, meeting].into_iter().chain(turn).collect::<Vec<_>>().join(" · ").into()
}

/// Which group, which meeting, which round; each only where there is something to choose.
fn choices(props: &ReportProps, here: Page) -> Html {
    let (page, address) = (&props.page, &props.address);
    let (report, words) = (&page.facts.report, &page.words);
    let take = |change: fn(&mut Selection, AttrValue)| {
        let address = address.clone();
        props.on.reform(move |value: AttrValue| {
            let mut next = address.clone();
            change(&mut next.selection, value);
            Ask::Go(next)
        })
    };
    let mut fields = Vec::new();
    if report.groups.len() > 1 {
        let one = |it: &ReportGroup| Choice {
            value: it.id.clone().into(),
            label: group_name(page, it),
            chosen: address.selection.group.as_ref() == Some(&it.id),
        };
        let all = Choice { value: "".into(), label: words.t("all_groups"), chosen: address.selection.group.is_none() };
        let groups = std::iter::once(all).chain(report.groups.iter().map(one)).collect();
        let on = take(|selection, value| {
            selection.group = (!value.is_empty()).then(|| value.as_str().into());
            selection.which = Which::Latest;
        });
        fields.push(choose("ll-rep-group", words.t("which_group"), groups, &on));
    }
    let numbers = report.numbers(&address.selection);
    if numbers > 1 {
        let one = |number: u32| Choice {
            value: number.to_string().into(),
            label: page.ui.number(Key::MeetingNumber, number),
            chosen: address.selection.which == Which::Number(number),
        };
        let latest = Choice {
            value: "".into(),
            label: without_number(page, here, &address.selection),
            chosen: address.selection.which == Which::Latest,
        };
        let meetings = std::iter::once(latest).chain((1..=numbers).map(one)).collect();
        let on = take(|selection, value| selection.which = value.parse().map_or(Which::Latest, Which::Number));
        fields.push(choose("ll-rep-meeting", words.t("which_meeting"), meetings, &on));
    }
    if tells_a_round(page, here) {
        let turn = |value: &'static str, name: &str, turn: Turn| Choice {
            value: value.into(),
            label: words.t(name),
            chosen: address.selection.turn == turn,
        };
        let turns = vec![turn("last", "round_last", Turn::Last), turn("first", "round_first", Turn::First)];
        let on = take(|selection, value| selection.turn = if value == "first" { Turn::First } else { Turn::Last });
        fields.push(choose("ll-rep-round", words.t("which_round"), turns, &on));
    }
    // On paper too: they say what is looked at.
    if fields.is_empty() { none() } else { group("div", "ll-rep-choices", fields) }
}

fn nav(page: &ReportFacts, there: &[Page], address: &Address, here: Page) -> Html {
    let link = |it: &Page| {
        let link = el("a", "").attr("href", address.on(*it).write().into());
        let link = link.fixed_if(*it == here, "aria-current", "page").text(page.words.of("page", it.name()));
        group("li", "", vec![link])
    };
    let links = group("ul", "", there.iter().map(link).collect());
    el("nav", "ll-rep-nav ll-noprint").attr("aria-label", page.words.t("nav")).child(links)
}
