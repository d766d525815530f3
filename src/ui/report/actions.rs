//! Follow-up actions of all groups and meetings.

use std::rc::Rc;

use yew::prelude::*;

use super::choose::{Choice, choose};
use super::sorting::{CARDS, Sorted, sortable};
use super::trouble::told;
use super::when::day;
use super::{Ask, PageProps, ReportFacts};
use crate::core::report::actions::{ActionTable, Chosen, Column, Entry, Origin, Saving, Store, Which};
use crate::core::report::{Address, Page, Selection, Which as WhichMeeting};
use crate::core::room::ActionStatus;
use crate::i18n::Key;
use crate::ui::action_form::{select_status, status_name, status_of};
use crate::ui::browser::value_of;
use crate::ui::button::{Tone, button};
use crate::ui::el::{El, el, group, line, list, none, text};
use crate::ui::icon::Icon;

/// How many actions are drawn at once, and how many more at a press.
const AT_ONCE: usize = 100;

/// The columns to order by, with their names in texts and fields.
const COLUMNS: [(Column, &str); 6] = [
    (Column::What, "what"),
    (Column::Owner, "who"),
    (Column::Due, "when"),
    (Column::Group, "group"),
    (Column::Meeting, "meeting"),
    (Column::Status, "status"),
];

const STATUSES: [ActionStatus; 4] = [ActionStatus::Open, ActionStatus::Busy, ActionStatus::Done, ActionStatus::Dropped];

/// What every part of the page needs.
struct Work<'a> {
    page: &'a Rc<ReportFacts>,
    on: &'a Callback<Ask>,
    /// Has a status stored: the place of its action, and the status.
    set: Callback<(usize, ActionStatus)>,
    /// Whether there are several groups to tell apart.
    several: bool,
}

/// A table of all actions, with how each goes.
#[component]
pub fn Actions(props: &PageProps) -> Html {
    let page = &props.page;
    let redraw = use_force_update();
    let looked = use_state(|| page.actions.borrow().looked.clone());
    let most = use_state(|| AT_ONCE);
    let spoken = use_state(AttrValue::default);
    let selection = &props.address.selection;
    // What the host answers is for the page that is there by then, which need not be the one that asked.
    {
        let (page, spoken) = (page.clone(), spoken.setter());
        use_effect_with((), move |()| {
            let tell = Callback::from(move |words| {
                spoken.set(words);
                redraw.force_update();
            });
            page.tell_actions.replace(tell);
            move || drop(page.tell_actions.take())
        });
    }
    // Rows go where they belong as soon as the reader looks at others.
    use_memo(selection.clone(), |_| page.actions.borrow_mut().settle());
    let look = {
        let (page, looked, most) = (page.clone(), looked.clone(), most.setter());
        Callback::from(move |next: Chosen| {
            let mut book = page.actions.borrow_mut();
            book.settle();
            book.looked = next.clone();
            most.set(AT_ONCE);
            looked.set(next);
        })
    };
    let set = {
        let (page, on) = (page.clone(), props.on.clone());
        Callback::from(move |(at, status)| {
            let wanted = page.actions.borrow_mut().choose(at, status);
            send(&page, &on, wanted);
        })
    };
    let chosen = Chosen { group: selection.group.clone(), number: number_of(selection), ..(*looked).clone() };
    let book = page.actions.borrow();
    let table = book.table(&chosen, &page.facts.report.groups);
    let several = page.facts.report.groups.len() > 1;
    let work = Work { page, on: &props.on, set, several };
    let shown = &table.rows[..table.rows.len().min(*most)];
    let rows = shown.iter().map(|at| row(&work, *at, &book.entries[*at])).collect();
    let more = if table.rows.len() > shown.len() {
        let most = most.clone();
        let press = Callback::from(move |_| most.set(*most + AT_ONCE));
        button(page.words.counted("more", count(table.rows.len() - shown.len())), Tone::Secondary.plain(), press)
    } else {
        none()
    };
    let body = if table.rows.is_empty() {
        let none = if table.all == 0 { "actions_none" } else { "actions_nomatch" };
        line("p", "ll-rep-none", page.words.t(none))
    } else {
        drawn(&work, &chosen, &look, rows)
    };
    list(vec![
        counts(page, &table),
        filters(page, &chosen, &look),
        body,
        more,
        el("p", "ll-sr").fixed("role", "status").text((*spoken).clone()),
    ])
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The number of meetings that alone count; `None` where all do.
fn number_of(selection: &Selection) -> Option<u32> {
    match selection.which {
        WhichMeeting::Latest => None,
        WhichMeeting::Number(number) => Some(number),
    }
}

/// Has the host store a status, and after it the one that was chosen meanwhile.
fn send(page: &Rc<ReportFacts>, on: &Callback<Ask>, wanted: Option<Store>) {
    let Some(wanted) = wanted else {
        return tell(page, AttrValue::default());
    };
    let done = {
        let (page, on, at) = (page.clone(), on.clone(), wanted.at);
        Callback::from(move |answer| {
            let next = page.actions.borrow_mut().settled(at, answer);
            match next {
                None => tell(&page, outcome(&page, at)),
                next => send(&page, &on, next),
            }
        })
    };
    on.emit(Ask::SetStatus(wanted, done));
    tell(page, page.words.t("saving"));
}

/// Draws the page of actions anew, if it is there, and says something aloud.
fn tell(page: &ReportFacts, words: AttrValue) {
    let tell = page.tell_actions.borrow().clone();
    tell.emit(words);
}

/// What has become of storing a status, to be read aloud; what failed stands in its row, which is read aloud itself.
fn outcome(page: &ReportFacts, at: usize) -> AttrValue {
    let book = page.actions.borrow();
    match book.entries.get(at) {
        Some(entry) if entry.saving == Saving::Saved => {
            let status = status_name(&page.ui, entry.status());
            page.words.fill("status_saved", &[("what", &entry.row.action.what), ("status", &status)])
        }
        _ => AttrValue::default(),
    }
}

/// How many there are, which changes with what is looked at and is then read aloud.
fn counts(page: &ReportFacts, table: &ActionTable) -> Html {
    let pressing = page
        .words
        .fill("actions_counts", &[("overdue", &table.overdue.to_string()), ("open", &table.open.to_string())]);
    let shown = page.words.counted("actions_shown", count(table.rows.len()));
    let words = vec![line("strong", "", pressing), text(" ".into()), line("span", "ll-muted", shown)];
    el("p", "ll-rep-counts").fixed("role", "status").children(words)
}

fn filters(page: &ReportFacts, chosen: &Chosen, look: &Callback<Chosen>) -> Html {
    let with = |change: fn(&mut Chosen, AttrValue)| {
        let chosen = chosen.clone();
        look.reform(move |value: AttrValue| {
            let mut next = chosen.clone();
            change(&mut next, value);
            next
        })
    };
    let one = |value: &'static str, label: AttrValue, which: Which| Choice {
        value: value.into(),
        label,
        chosen: chosen.which == which,
    };
    let mut statuses = vec![one("todo", page.words.t("which_todo"), Which::ToDo)];
    let codes = ["open", "busy", "done", "dropped"];
    let each = codes.into_iter().zip(STATUSES);
    statuses.extend(each.map(|(code, status)| one(code, status_name(&page.ui, status), Which::Only(status))));
    statuses.push(one("all", page.words.t("which_all"), Which::All));
    let by_status = with(|next, value| {
        next.which = match value.as_str() {
            "todo" => Which::ToDo,
            "all" => Which::All,
            code => Which::Only(status_of(code)),
        }
    });
    let typed = with(|next, value| next.text = value.to_string());
    let search = el("input", "")
        .fixed("type", "search")
        .fixed("id", "ll-rep-search")
        .fixed("maxlength", "100")
        .attr("value", chosen.text.clone().into())
        .input(typed.reform(|event: InputEvent| value_of(&event)))
        .done();
    let label = el("label", "ll-field__label").fixed("for", "ll-rep-search").text(page.words.t("search_actions"));
    let turn = {
        let (chosen, look) = (chosen.clone(), look.clone());
        Callback::from(move |_: Event| look.emit(Chosen { overdue: !chosen.overdue, ..chosen.clone() }))
    };
    let overdue = html! {
        <label class="ll-rep-check">
            <input type="checkbox" checked={chosen.overdue} onchange={turn} />
            { page.words.t("only_overdue") }
        </label>
    };
    let fields = vec![
        choose("ll-rep-status", page.words.t("which_status"), statuses, &by_status),
        group("div", "ll-field", vec![label, search]),
        ordering(page, chosen, look),
        overdue,
    ];
    group("div", "ll-rep-choices ll-noprint", fields)
}

/// The order to choose where the table has no titles to press.
fn ordering(page: &ReportFacts, chosen: &Chosen, look: &Callback<Chosen>) -> Html {
    let several = page.facts.report.groups.len() > 1;
    let pressing = Choice { value: "".into(), label: page.words.t("order_pressing"), chosen: chosen.order.is_none() };
    let columns = COLUMNS.iter().filter(|(column, _)| several || *column != Column::Group);
    let ways = columns.flat_map(|(column, name)| [(*column, *name, false), (*column, *name, true)]);
    let one = |(column, name, down): (Column, &'static str, bool)| Choice {
        value: [name, if down { "-" } else { "" }].concat().into(),
        label: page.words.with(if down { "order_down" } else { "order_up" }, &title(page, name)),
        chosen: chosen.order == Some((column, down)),
    };
    let choices = std::iter::once(pressing).chain(ways.map(one)).collect();
    let by_value = {
        let (chosen, look) = (chosen.clone(), look.clone());
        Callback::from(move |value: AttrValue| {
            let (name, down) = value.strip_suffix('-').map_or((value.as_str(), false), |name| (name, true));
            let column = COLUMNS.iter().find(|(_, it)| *it == name).map(|(column, _)| *column);
            look.emit(Chosen { order: column.map(|column| (column, down)), ..chosen.clone() });
        })
    };
    group("div", "ll-rep-order", vec![choose("ll-rep-order", page.words.t("order"), choices, &by_value)])
}

/// The title of a column.
fn title(page: &ReportFacts, name: &str) -> AttrValue {
    match name {
        "group" => page.words.t("which_group"),
        "meeting" => page.words.t("which_meeting"),
        name => page.words.of("column", name),
    }
}

fn drawn(work: &Work, chosen: &Chosen, look: &Callback<Chosen>, rows: Vec<Html>) -> Html {
    let page = work.page;
    let head = COLUMNS.iter().filter(|(column, _)| work.several || *column != Column::Group).map(|(column, name)| {
        let press = {
            let (chosen, column) = (chosen.clone(), *column);
            look.reform(move |_: MouseEvent| Chosen { order: chosen.pressed(column), ..chosen.clone() })
        };
        sortable(title(page, name), Sorted::of(chosen.order.as_ref(), column), press)
    });
    let head = el("tr", "").fixed("role", "row").children(head.collect());
    let head = el("thead", "").fixed("role", "rowgroup").child(head);
    let body = el("tbody", "").fixed("role", "rowgroup").children(rows);
    // Named, since a stylesheet that lays rows out as cards makes some browsers forget that this is a table.
    el("table", CARDS)
        .fixed("role", "table")
        .attr("aria-label", page.words.t("page_actions"))
        .children(vec![head, body])
}

/// A cell that says which column it is of where rows are laid out as cards.
fn cell(title: AttrValue) -> El {
    el("td", "").fixed("role", "cell").attr("data-label", title)
}

fn row(work: &Work, at: usize, entry: &Entry) -> Html {
    let page = work.page;
    let row = &entry.row;
    let late = entry.is_overdue(page.facts.report.today);
    let mut cells = vec![what(page, entry)];
    let owner = if row.owner.is_empty() {
        line("span", "ll-muted", page.words.t("nobody"))
    } else {
        el("bdi", "").text(row.owner.clone().into())
    };
    cells.push(cell(title(page, "who")).child(owner));
    let due = match row.action.when {
        None => line("span", "ll-muted", page.words.t("no_date")),
        Some(date) => text(day(page, date)),
    };
    let mark = if late {
        group("span", "ll-tag ll-rep-late", vec![Icon::Warning.draw(), text(page.words.t("overdue"))])
    } else {
        none()
    };
    cells.push(cell(title(page, "when")).children(vec![due, text(" ".into()), mark]));
    if work.several {
        let name: AttrValue =
            if row.former { page.words.with("former", &row.group_name) } else { row.group_name.clone().into() };
        cells.push(cell(title(page, "group")).child(el("bdi", "").text(name)));
    }
    cells.push(cell(title(page, "meeting")).children(meeting(page, entry)));
    cells.push(cell(title(page, "status")).children(status(work, at, entry)));
    let key = [&*row.group_name, " ", row.id.as_str(), " ", &*row.meeting].concat();
    el("tr", if late { "ll-rep-row--late" } else { "" }).fixed("role", "row").key(&key).children(cells)
}

/// What is to be done, where it came from, and what came of it.
fn what(page: &ReportFacts, entry: &Entry) -> Html {
    let action = &entry.row.action;
    let mut parts = vec![el("p", "ll-action__what").fixed("dir", "auto").text(action.what.clone().into())];
    let source = entry.row.source.as_ref().map(|origin| match origin {
        Origin::Statement(text) | Origin::Note(Some(text)) => page.ui.with(Key::ActionFrom, text),
        Origin::Note(None) => page.words.t("from_note"),
        Origin::Removed => page.words.t("from_removed"),
    });
    parts.extend(source.map(|text| el("p", "ll-action__source").fixed("dir", "auto").text(text)));
    let told = [
        (Key::ActionExpectation, &action.expectation),
        (Key::ActionOutcome, &action.outcome),
        (Key::ActionFinding, &action.finding),
    ];
    let told: Vec<Html> = told
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| {
            let said = el("dd", "").fixed("dir", "auto").text(text.clone().into());
            group("div", "", vec![line("dt", "", page.ui.t(label)), said])
        })
        .collect();
    if !told.is_empty() {
        parts.push(group("dl", "ll-told", told));
    }
    el("th", "").fixed("scope", "row").fixed("role", "rowheader").children(parts)
}

/// The meeting that has it last, with the way to what came of it.
fn meeting(page: &ReportFacts, entry: &Entry) -> Vec<Html> {
    let row = &entry.row;
    let to = Address {
        page: Some(Page::Outcome),
        selection: Selection {
            group: row.group.and_then(|at| page.facts.report.groups.get(at)).map(|group| group.id.clone()),
            which: WhichMeeting::Number(row.number),
            ..Selection::default()
        },
        ..Address::default()
    };
    let link = el("a", "").attr("href", to.write().into()).text(page.ui.number(Key::MeetingNumber, row.number));
    let made = if row.made_in == row.number {
        none()
    } else {
        line("span", "ll-tag", page.ui.number(Key::FromMeeting, row.made_in))
    };
    vec![link, text(" ".into()), made]
}

fn status(work: &Work, at: usize, entry: &Entry) -> Vec<Html> {
    let page = work.page;
    let book = entry.status();
    if !page.facts.report.may_set_status {
        return vec![line("span", "ll-tag", status_name(&page.ui, book))];
    }
    let name = line("span", "ll-sr", page.ui.with(Key::StatusOf, &entry.row.action.what));
    let choose = work.set.reform(move |event: Event| (at, status_of(&value_of(&event))));
    let field = group("label", "ll-rep-set", vec![name, select_status(&page.ui, book, choose)]);
    let stands = match &entry.saving {
        Saving::Idle => none(),
        Saving::Sending => state(Icon::Sending, page.words.t("saving")),
        Saving::Saved => state(Icon::Check, page.words.t("saved")),
        Saving::Failed(trouble, wanted) => {
            let failed = page.words.with("status_kept", &status_name(&page.ui, *wanted));
            let (set, wanted) = (work.set.clone(), *wanted);
            told(page, failed, trouble, &Callback::from(move |()| set.emit((at, wanted))), work.on)
        }
    };
    vec![field, stands]
}

fn state(icon: Icon, words: AttrValue) -> Html {
    group("span", "ll-rep-saving", vec![icon.draw(), text(words)])
}
