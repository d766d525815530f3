//! Who took part in what, and when; never what anybody answered.

use std::rc::Rc;

use yew::prelude::*;

use super::choose::{Choice, choose};
use super::outcome::waiting;
use super::sorting::{CARDS, plain};
use super::trouble::told;
use super::when::day_of;
use super::{Ask, PageProps, ReportFacts};
use crate::core::report::participation::{
    Attendance, PER_PAGE, Participant, People, PeopleAsked, PeopleOrder, StepTaken, moment,
};
use crate::core::report::{Trouble, Which};
use crate::i18n::Key;
use crate::ui::browser::value_of;
use crate::ui::button::{Tone, button, submit};
use crate::ui::el::{El, el, group, line, list, none, text};
use crate::ui::icon::Icon;
use crate::ui::table::table;

/// The orders to choose from, with their names in texts and fields.
const ORDERS: [(PeopleOrder, &str); 4] = [
    (PeopleOrder::Name, "name"),
    (PeopleOrder::NameDown, "namedown"),
    (PeopleOrder::Most, "most"),
    (PeopleOrder::Fewest, "fewest"),
];

/// The latest answer: which people were asked for, and those people.
type Loaded = Option<(PeopleAsked, Result<Rc<People>, Trouble>)>;

/// The steps, and the people a page at a time.
#[component]
pub fn Participation(props: &PageProps) -> Html {
    let (page, selection) = (&props.page, &props.address.selection);
    let loaded = use_state(|| None as Loaded);
    let asked = use_state(PeopleAsked::default);
    let typed = use_state(AttrValue::default);
    let tries = use_state(|| 0_u32);
    // The latest question alone counts, whichever answer comes last.
    let latest = use_mut_ref(|| 0_u32);
    let wanted = PeopleAsked {
        group: selection.group.clone().filter(|id| **id != *"0"),
        number: match selection.which {
            Which::Latest => None,
            Which::Number(number) => Some(number),
        },
        ..(*asked).clone()
    };
    // Other meetings have other people: they begin at the first page again.
    let wanted = if wanted == *asked { wanted } else { wanted.with(|_| ()) };
    let waiting_for = use_state(|| true);
    {
        let (on, loaded, latest, waits) = (props.on.clone(), loaded.setter(), latest.clone(), waiting_for.setter());
        use_effect_with((wanted.clone(), *tries), move |(wanted, _)| {
            *latest.borrow_mut() += 1;
            let mine = *latest.borrow();
            waits.set(true);
            let asked = wanted.clone();
            let done = Callback::from(move |answer: Result<People, Trouble>| {
                if *latest.borrow() == mine {
                    loaded.set(Some((asked.clone(), answer.map(Rc::new))));
                    waits.set(false);
                }
            });
            on.emit(Ask::People(wanted.clone(), done));
        });
    }
    let ask = {
        let asked = asked.clone();
        Callback::from(move |next: PeopleAsked| asked.set(next))
    };
    let retry = {
        let tries = tries.clone();
        Callback::from(move |()| tries.set(*tries + 1))
    };
    // What was there stays until the answer comes, and with it the button that was pressed.
    let shown = match &*loaded {
        None => waiting(page),
        Some((_, Err(trouble))) => told(page, page.words.t("people_failed"), trouble, &retry, &props.on),
        Some((of, Ok(people))) => drawn(page, of, people, &ask),
    };
    let state = match &*loaded {
        _ if *waiting_for => page.words.t("loading"),
        Some((of, Ok(people))) => standing(page, of, people),
        _ => AttrValue::default(),
    };
    let gradebook = page.gradebook.as_ref().map(|to| {
        let link = el("a", "ll-btn ll-btn--quiet").attr("href", to.clone());
        link.children(vec![Icon::External.draw(), line("span", "", page.words.t("gradebook"))])
    });
    list(vec![
        line("p", "ll-rep-none", page.words.t("people_about")),
        finding(page, &wanted, &typed, &ask),
        el("p", "ll-rep-counts").fixed("role", "status").text(state),
        shown,
        group("p", "ll-noprint", vec![gradebook.unwrap_or_default()]),
    ])
}

/// A field to search in, and the order.
fn finding(
    page: &ReportFacts,
    asked: &PeopleAsked,
    typed: &UseStateHandle<AttrValue>,
    ask: &Callback<PeopleAsked>,
) -> Html {
    let label = el("label", "ll-field__label").fixed("for", "ll-rep-people").text(page.words.t("search_people"));
    let on_input = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(value_of(&event)))
    };
    let field = el("input", "")
        .fixed("type", "search")
        .fixed("id", "ll-rep-people")
        .fixed("maxlength", "100")
        .attr("value", (**typed).clone())
        .input(on_input)
        .done();
    let on_submit = {
        let (asked, typed, ask) = (asked.clone(), typed.clone(), ask.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            ask.emit(asked.with(|next| typed.trim().clone_into(&mut next.search)));
        })
    };
    let press = submit(page.words.t("search"), Tone::Secondary.plain());
    let search = el("form", "ll-rep-search")
        .fixed("role", "search")
        .submit(on_submit)
        .children(vec![group("div", "ll-field", vec![label, field]), press]);
    let one = |(order, name): &(PeopleOrder, &'static str)| Choice {
        value: (*name).into(),
        label: page.words.of("people", name),
        chosen: asked.order == *order,
    };
    let by_order = {
        let (asked, ask) = (asked.clone(), ask.clone());
        Callback::from(move |value: AttrValue| {
            let order = ORDERS.iter().find(|(_, name)| *name == value.as_str()).map(|(order, _)| *order);
            ask.emit(asked.with(|next| next.order = order.unwrap_or_default()));
        })
    };
    let order = choose("ll-rep-people-order", page.words.t("order"), ORDERS.iter().map(one).collect(), &by_order);
    group("div", "ll-rep-choices ll-noprint", vec![search, order])
}

/// Which of how many are shown, read aloud as soon as they are there.
fn standing(page: &ReportFacts, asked: &PeopleAsked, people: &People) -> AttrValue {
    if people.people.is_empty() {
        return page.words.t(if asked.search.is_empty() { "people_none" } else { "people_nomatch" });
    }
    let from = asked.page * PER_PAGE + 1;
    let to = from - 1 + u32::try_from(people.people.len()).unwrap_or(PER_PAGE);
    let values = [from, to, people.total].map(|number| number.to_string());
    page.words.fill("people_shown", &[("from", &values[0]), ("to", &values[1]), ("total", &values[2])])
}

fn drawn(page: &ReportFacts, asked: &PeopleAsked, people: &People, ask: &Callback<PeopleAsked>) -> Html {
    let untold =
        if people.untold > 0 { line("p", "ll-rep-none", page.words.counted("untold", people.untold)) } else { none() };
    let rows = people.people.iter().map(|person| row(page, person)).collect();
    let titles = ["column_name", "column_points", "column_attended"];
    let titles = titles.into_iter().map(|title| plain(page.words.t(title))).collect();
    let head = el("tr", "").fixed("role", "row").children(titles);
    let all = el("table", CARDS).fixed("role", "table").attr("aria-label", page.words.t("page_participation"));
    let all = all.children(vec![
        el("thead", "").fixed("role", "rowgroup").child(head),
        el("tbody", "").fixed("role", "rowgroup").children(rows),
    ]);
    let all = if people.people.is_empty() { none() } else { all };
    list(vec![steps(page, &people.steps), untold, all, turning(page, asked, people, ask)])
}

/// How many took part in each step.
fn steps(page: &ReportFacts, steps: &[StepTaken]) -> Html {
    if steps.is_empty() {
        return none();
    }
    let titles = ["column_step", "column_taken"].map(|title| page.words.t(title)).to_vec();
    let row = |it: &StepTaken| vec![it.title.clone().into(), page.ui.of(Key::TableOf, it.taken, it.of)];
    let rows = steps.iter().map(row).collect();
    let title = line("h4", "", page.words.t("by_step"));
    group("div", "ll-rep-steps", vec![title, table(page.words.t("by_step"), titles, rows)])
}

fn cell(page: &ReportFacts, title: &str) -> El {
    el("td", "").fixed("role", "cell").attr("data-label", page.words.t(title))
}

fn row(page: &ReportFacts, person: &Participant) -> Html {
    let mut name = vec![el("bdi", "ll-rep-name").text(person.name.clone().into())];
    name.extend(
        person
            .identity
            .iter()
            .filter(|it| !it.is_empty())
            .map(|it| el("span", "ll-muted ll-rep-identity").fixed("dir", "auto").text(it.clone().into())),
    );
    let points = match person.points {
        Some((earned, of)) => text(page.ui.of(Key::TableOf, earned, of)),
        None => line("span", "ll-muted", page.words.t("not_told")),
    };
    let meetings = person.meetings.iter().map(|it| attended(page, it)).collect();
    el("tr", "").fixed("role", "row").key(&person.id).children(vec![
        el("th", "").fixed("scope", "row").fixed("role", "rowheader").children(name),
        cell(page, "column_points").child(points),
        cell(page, "column_attended").child(group("ul", "ll-rep-attended", meetings)),
    ])
}

/// A meeting, when somebody came to it, and the steps they took part in.
fn attended(page: &ReportFacts, it: &Attendance) -> Html {
    let on = |at: i64| day_of(page, moment(&page.facts.report, &it.meeting, at));
    let mut about = vec![line("span", "", page.ui.number(Key::MeetingNumber, it.number))];
    if !it.group.is_empty() {
        about.push(el("bdi", "").text(it.group.clone().into()));
    }
    let joined = it.joined.map(|at| page.words.with("joined_on", &on(at)));
    about.push(line("span", "ll-muted", joined.unwrap_or_else(|| page.words.t("not_joined"))));
    let done = match &it.steps {
        None => none(),
        Some(steps) if steps.is_empty() => line("p", "ll-muted", page.words.t("no_steps")),
        Some(steps) => {
            let step = |(_, title, at): &(_, Rc<str>, i64)| {
                let day = line("span", "ll-muted", on(*at));
                group("li", "", vec![Icon::Check.draw(), line("span", "", title.clone().into()), text(" ".into()), day])
            };
            group("ul", "ll-rep-done", steps.iter().map(step).collect())
        }
    };
    group("li", "", vec![group("p", "ll-rep-attended__meeting", about), done])
}

/// Back and forth between the pages.
fn turning(page: &ReportFacts, asked: &PeopleAsked, people: &People, ask: &Callback<PeopleAsked>) -> Html {
    let pages = people.pages();
    if pages < 2 {
        return none();
    }
    let turn = |to: u32| {
        let next = PeopleAsked { page: to, ..asked.clone() };
        ask.reform(move |_: MouseEvent| next.clone())
    };
    let first = asked.page == 0;
    let last = asked.page + 1 >= pages;
    let back = Tone::Secondary.icon(Icon::Left).unless(first);
    let forth = Tone::Secondary.icon(Icon::Right).unless(last);
    let at = page.words.fill("page_of", &[("k", &(asked.page + 1).to_string()), ("n", &pages.to_string())]);
    el("nav", "ll-actions ll-noprint").attr("aria-label", page.words.t("pages_of_people")).children(vec![
        button(page.words.t("previous"), back, turn(asked.page.saturating_sub(1))),
        line("span", "", at),
        button(page.words.t("next"), forth, turn(asked.page + 1)),
    ])
}
