//! What one meeting came to.

use std::rc::Rc;

use yew::prelude::*;

use super::document::DocumentTools;
use super::page::group_name;
use super::put_down::put_down_by_group;
use super::sorting::{CARDS, plain};
use super::trouble::told;
use super::when::day_of;
use super::{Ask, PageProps, ReportFacts};
use crate::core::report::outcome::{Outcome as CameOfIt, outcome};
use crate::core::report::{Address, Meeting, Page, ReportGroup, Selection, Trouble, Which};
use crate::core::room::Person;
use crate::i18n::Key;
use crate::ui::browser;
use crate::ui::button::{Tone, button};
use crate::ui::closing::came_of_it;
use crate::ui::context::Ui;
use crate::ui::el::{el, group, line, list, none, text};
use crate::ui::icon::Icon;
use crate::ui::results::Detail;

/// How it stands with what is asked for.
enum Loaded {
    /// It is on its way.
    Waiting,
    /// It is there, or there is nothing to show.
    There(Option<CameOfIt>),
    /// It did not come.
    Failed(Trouble),
}

/// The meeting that is chosen; where several groups can be meant, all their meetings to choose from.
#[component]
pub fn Outcome(props: &PageProps) -> Html {
    let (page, selection) = (&props.page, &props.address.selection);
    let report = &page.facts.report;
    let one = match &selection.group {
        Some(id) => report.group(id),
        None if report.groups.len() == 1 => report.groups.first(),
        None => None,
    };
    let Some(of) = one else { return meetings(page, selection, &props.on) };
    let mut held = report.meetings_of(&of.id);
    let meeting = match selection.which {
        Which::Latest => held.next_back(),
        Which::Number(number) => held.find(|meeting| meeting.number == number),
    };
    match meeting {
        None => line("p", "ll-rep-none", page.words.t("not_met")),
        Some(meeting) => {
            html! { <OneMeeting key={&*meeting.id} page={page.clone()} meeting={meeting.id.clone()} alone=true on={props.on.clone()} /> }
        }
    }
}

/// All meetings that can be looked at, what their groups put down, and their outcomes one after another.
fn meetings(page: &Rc<ReportFacts>, selection: &Selection, on: &Callback<Ask>) -> Html {
    let report = &page.facts.report;
    let row = |of: &ReportGroup, meeting: &Meeting| {
        let to = Address {
            page: Some(Page::Outcome),
            selection: Selection {
                group: Some(of.id.clone()),
                which: Which::Number(meeting.number),
                ..selection.clone()
            },
            ..Address::default()
        };
        let name = [&*group_name(page, of), ", ", &page.ui.number(Key::MeetingNumber, meeting.number)].concat();
        let link = el("a", "").attr("href", to.write().into()).fixed("dir", "auto").text(name.into());
        let cell = |title: &str, text: AttrValue| {
            el("td", "").fixed("role", "cell").attr("data-label", page.words.t(title)).text(text)
        };
        el("tr", "").fixed("role", "row").key(&meeting.id).children(vec![
            el("th", "").fixed("scope", "row").fixed("role", "rowheader").child(link),
            cell("column_held", held(page, meeting)),
            cell("column_joined", joined(page, meeting)),
        ])
    };
    let takes = |meeting: &&Meeting| selection.takes_number(meeting.number);
    let groups = report.groups.iter();
    let held_by: Vec<(&ReportGroup, &Meeting)> =
        groups.flat_map(|of| report.meetings_of(&of.id).filter(takes).map(move |meeting| (of, meeting))).collect();
    let rows: Vec<Html> = held_by.iter().map(|(of, meeting)| row(of, meeting)).collect();
    let all: Rc<[Rc<str>]> = held_by.iter().map(|(_, meeting)| meeting.id.clone()).collect();
    let titles = ["which_meeting", "column_held", "column_joined"];
    let titles = titles.into_iter().map(|title| plain(page.words.t(title))).collect();
    let head = el("tr", "").fixed("role", "row").children(titles);
    let table = el("table", CARDS).fixed("role", "table").attr("aria-label", page.words.t("choose_outcome"));
    let table = table.children(vec![
        el("thead", "").fixed("role", "rowgroup").child(head),
        el("tbody", "").fixed("role", "rowgroup").children(rows),
    ]);
    let in_turn = html! { <InTurn page={page.clone()} meetings={all} on={on.clone()} /> };
    list(vec![line("p", "ll-lead", page.words.t("choose_outcome")), table, put_down_by_group(page, selection), in_turn])
}

/// How many outcomes are drawn at a press.
const AT_ONCE: usize = 10;

#[derive(Properties, PartialEq)]
struct InTurnProps {
    page: Rc<ReportFacts>,
    meetings: Rc<[Rc<str>]>,
    on: Callback<Ask>,
}

/// The outcomes of all these meetings on one page, some at a time: the host tells of each once it is drawn.
#[component]
fn InTurn(props: &InTurnProps) -> Html {
    let drawn = use_state_eq(|| 0_usize);
    let place = use_node_ref();
    use_effect_with(props.meetings.clone(), {
        let drawn = drawn.setter();
        move |_| drawn.set(0)
    });
    use_effect_with(*drawn, {
        let place = place.clone();
        move |drawn| {
            // The button is gone with the last.
            if *drawn > 0 && browser::is_unfocused() {
                browser::focus(&place);
            }
        }
    });
    let next = AT_ONCE.min(props.meetings.len().saturating_sub(*drawn));
    let more = if next == 0 {
        none()
    } else {
        let onclick = {
            let drawn = drawn.clone();
            Callback::from(move |_: MouseEvent| drawn.set(*drawn + next))
        };
        let label = props.page.words.counted("outcomes_more", u32::try_from(next).unwrap_or(u32::MAX));
        button(label, Tone::Secondary.icon(Icon::Down), onclick)
    };
    let one = |meeting: &Rc<str>| {
        html! {
            <OneMeeting key={&**meeting} page={props.page.clone()} meeting={meeting.clone()} alone=false on={props.on.clone()} />
        }
    };
    let outcomes = props.meetings.iter().take(*drawn).map(one).collect();
    let outcomes = el("div", "ll-rep-parts").fixed("tabindex", "-1").node(place).children(outcomes);
    group("div", "ll-rep-part", vec![outcomes, group("p", "ll-noprint", vec![more])])
}

/// When it was held, and whether it goes on.
fn held(page: &ReportFacts, meeting: &Meeting) -> AttrValue {
    match meeting.closed {
        Some(at) => page.words.with("closed_on", &day_of(page, meeting.moment(at))),
        None => page.words.with("going_on_since", &day_of(page, meeting.moment(meeting.started))),
    }
}

fn joined(page: &ReportFacts, meeting: &Meeting) -> AttrValue {
    page.words.counted("joined", meeting.joined)
}

#[derive(Properties, PartialEq)]
struct OneProps {
    page: Rc<ReportFacts>,
    meeting: Rc<str>,
    /// Whether the page is about this meeting alone, which can be taken along then.
    alone: bool,
    on: Callback<Ask>,
}

/// A meeting, which the host tells of once it is looked at.
#[component]
fn OneMeeting(props: &OneProps) -> Html {
    let page = &props.page;
    let loaded = use_state(|| Loaded::Waiting);
    let tries = use_state(|| 0_u32);
    {
        let (page, on, loaded) = (page.clone(), props.on.clone(), loaded.setter());
        use_effect_with((props.meeting.clone(), *tries), move |(meeting, _)| {
            loaded.set(Loaded::Waiting);
            let done = Callback::from(move |answer| {
                loaded.set(match answer {
                    Ok(told) => Loaded::There(outcome(&page.facts.exercise, page.facts.language, told)),
                    Err(trouble) => Loaded::Failed(trouble),
                });
            });
            on.emit(Ask::Outcome(meeting.clone(), done));
        });
    }
    let Some(meeting) = page.facts.report.meetings.iter().find(|it| it.id == props.meeting) else { return none() };
    let retry = {
        let tries = tries.clone();
        Callback::from(move |()| tries.set(*tries + 1))
    };
    let (state, shown) = match &*loaded {
        Loaded::Waiting => (page.words.t("loading"), waiting(page)),
        Loaded::There(Some(came)) => {
            (page.words.t("loaded"), drawn(page, meeting, came, props.alone.then_some(&props.on)))
        }
        Loaded::There(None) => (AttrValue::default(), line("p", "ll-rep-none", page.words.t("outcome_none"))),
        Loaded::Failed(trouble) => {
            (AttrValue::default(), told(page, page.words.t("outcome_failed"), trouble, &retry, &props.on))
        }
    };
    group(
        "div",
        "ll-rep-part",
        vec![
            about(page, meeting),
            // What is loading is seen where it will stand; this is for those who hear the page.
            el("p", "ll-sr").fixed("role", "status").text(state),
            html! { <ContextProvider<Ui> context={page.ui.clone()}>{ shown }</ContextProvider<Ui>> },
        ],
    )
}

/// Something is on its way.
pub fn waiting(page: &ReportFacts) -> Html {
    let words = vec![Icon::Sending.draw(), text(page.words.t("loading"))];
    el("p", "ll-rep-waiting").fixed("aria-hidden", "true").children(words)
}

/// Which group and meeting, when, and how many joined.
fn about(page: &ReportFacts, meeting: &Meeting) -> Html {
    let of = page.facts.report.group(&meeting.group);
    let name = of.map(|of| el("bdi", "").text(group_name(page, of))).unwrap_or_default();
    let number = page.ui.number(Key::MeetingNumber, meeting.number);
    let part = page.facts.exercise.run(&meeting.part).map(|run| page.facts.text(&run.first().title));
    let several = page.facts.exercise.runs().len() > 1;
    let facts = [
        Some(number),
        part.filter(|_| several).map(AttrValue::from),
        Some(held(page, meeting)),
        Some(joined(page, meeting)),
    ];
    let facts = facts.into_iter().flatten().map(|fact| line("li", "", fact)).collect();
    group(
        "div",
        "ll-rep-about",
        vec![group("p", "ll-rep-about__group", vec![name]), group("ul", "ll-rep-facts", facts)],
    )
}

fn drawn(page: &Rc<ReportFacts>, meeting: &Meeting, came: &CameOfIt, tools: Option<&Callback<Ask>>) -> Html {
    let mut parts = Vec::new();
    if !came.known {
        parts.push(line("p", "ll-rep-none", page.words.t("part_removed")));
    } else if came.is_empty() {
        parts.push(line("p", "ll-rep-none", page.words.t("outcome_empty")));
    }
    parts.extend(came_of_it(&page.ui, &came.view, Detail::Full));
    parts.push(people(page, &came.people));
    if let Some(on) = tools.filter(|_| came.known && !came.is_empty()) {
        let (page, meeting, view, on) = (page.clone(), meeting.clone(), came.view.clone(), on.clone());
        parts.push(html! { <DocumentTools {page} {meeting} {view} {on} /> });
    }
    group("div", "ll-outcome", parts)
}

fn people(page: &ReportFacts, people: &[Person]) -> Html {
    if people.is_empty() {
        return none();
    }
    let name = |person: &Person| group("li", "", vec![el("bdi", "").text(person.name.clone().into())]);
    let names = group("ul", "ll-rep-people", people.iter().map(name).collect());
    group("div", "ll-part-of", vec![line("h3", "", page.words.t("who_took_part")), names])
}
