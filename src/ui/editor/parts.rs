//! The parts of an exercise: what belongs together, and which of them make up a meeting (`docs/formats.md`).

use serde_json::Value;
use yew::prelude::*;

use super::input::{flag, select};
use super::pen::{Pen, id_of};
use super::rows::key_of;
use super::step_form::minutes;
use super::text::{Size, text};
use super::tool::{Sign, action, tool};
use crate::core::editor::pointer::{entry, list, member, text as text_of};
use crate::core::editor::{Edit, parts_of, steps_of, steps_only_in};

const PARTS: &str = "/series/parts";

/// The most parts of an exercise.
const LIMIT: usize = 20;

/// How the parts follow one another, and each of them.
pub fn parts(pen: &Pen) -> Html {
    let all = pen.at(PARTS);
    let count = list(&all, "").len();
    let choices = |name: &str, words: [&str; 2]| {
        let family = ["choice_", name].concat();
        words.map(|word| (word.to_owned(), pen.of(&family, word))).to_vec()
    };
    let forms = list(&all, "").iter().enumerate().map(|(index, part)| form(pen, part, index, count));
    let add = {
        let pen = pen.clone();
        Callback::from(move |()| {
            if let Some(index) = pen.change(crate::core::editor::Editor::add_part) {
                pen.focus_on(id_of(&[&entry(PARTS, index), "/title/", &*pen.language].concat()));
                pen.say.emit(pen.with("said_added", &pen.of("entry", "parts")));
            }
        })
    };
    let heading = pen.fill("list_count", &[("list", &pen.of("list", "parts")), ("n", &count.to_string())]);
    let wrong = pen.problem_at(PARTS);
    html! {
        <section class="ll-ed-list" id={id_of(PARTS)} tabindex="-1" aria-label={pen.of("list", "parts")}>
            <h4>{ heading }</h4>
            <p class="ll-muted">{ pen.t("parts_about") }</p>
            if let Some(wrong) = wrong { <p class="ll-ed-problem">{ wrong }</p> }
            { select(pen, "/series/kind", pen.of("field", "series_kind"), choices("series_kind", ["single", "repeated"]), "", None) }
            { select(pen, "/series/order", pen.of("field", "series_order"), choices("series_order", ["sequence", "choose_one"]), "", None) }
            { text(pen, "/series/rhythm", pen.of("field", "rhythm"), Size::Line, true) }
            <ol class="ll-ed-rows">{ for forms }</ol>
            { action("ed/series/parts--add", Some(Sign::Plus), pen.of("add", "parts"), "ll-btn", count >= LIMIT, add) }
        </section>
    }
}

fn form(pen: &Pen, part: &Value, index: usize, count: usize) -> Html {
    let at = entry(PARTS, index);
    let key = key_of(PARTS, index, part);
    let title = pen.read(part.get("title"));
    html! {
        <li key={key.clone()} class="ll-ed-part">
            <div class="ll-ed-row__head">
                <h5>{ title.clone() }</h5>
                <div class="ll-tools">{ tools(pen, part, &key, &title, (index, count)) }</div>
            </div>
            { text(pen, &member(&at, "title"), pen.of("field", "title"), Size::Line, false) }
            { minutes(pen, &at) }
            { counted(pen, part, index) }
            { steps(pen, index) }
            { flag(pen, &member(&at, "new_meeting"), pen.of("field", "new_meeting")) }
            { flag(pen, &member(&at, "repeat"), pen.of("field", "repeat")) }
        </li>
    }
}

/// Whether the minutes of a part count in those of the exercise.
fn counted(pen: &Pen, part: &Value, index: usize) -> Html {
    let id = text_of(part, "id");
    let checked = list(&pen.at("/minutes/covers"), "").iter().any(|it| it.as_str() == Some(id));
    let onchange = {
        let pen = pen.clone();
        Callback::from(move |_: Event| {
            pen.edit(&Edit::Covers { part: index, within: !checked });
        })
    };
    html! {
        <div class="ll-checks"><label>
            <input type="checkbox" id={id_of(&member(&entry(PARTS, index), "covers"))} {checked} {onchange} />
            <span>{ pen.of("field", "covers") }</span>
        </label></div>
    }
}

/// Which steps stand in a part; their order is that of the outline.
fn steps(pen: &Pen, part: usize) -> Html {
    let at = steps_of(part);
    let boxes = list(&pen.at("/steps"), "")
        .iter()
        .map(|step| {
            let id = text_of(step, "id");
            stands_in(pen, part, id, ([&at, "/", id].concat(), &at), pen.read(step.get("title")))
        })
        .collect::<Vec<_>>();
    let wrong = pen.problem_at(&at);
    html! {
        <fieldset class="ll-checks ll-ed-several" id={id_of(&at)} tabindex="-1">
            <legend class="ll-field__label">{ pen.of("field", "part_steps") }</legend>
            { why_they_stay(pen, &at) }
            { for boxes }
            if let Some(wrong) = wrong { <p class="ll-ed-problem">{ wrong }</p> }
        </fieldset>
    }
}

/// A box to let a step stand in a part or not; `at` gives it an identity. What `group` says holds for one that has to
/// stay; one that the group has worked in says so itself.
#[allow(clippy::needless_pass_by_value)] // A name is made for its box alone.
pub fn stands_in(pen: &Pen, part: usize, step: &str, (at, group): (String, &str), name: AttrValue) -> Html {
    let (checked, only) = {
        let sheet = pen.sheet.borrow();
        let within = parts_of(sheet.json(), step);
        (within.contains(&part), within.len() == 1 || list(sheet.json(), &steps_of(part)).len() == 1)
    };
    let lock = pen.used().locks_step(step).filter(|_| checked).map(|lock| pen.lock(lock));
    let id = id_of(&at);
    let told_at = match &lock {
        Some(_) => Some(format!("{id}--why")),
        None => (checked && only).then(|| why_id(group)),
    };
    let onchange = {
        let (pen, step) = (pen.clone(), step.to_owned());
        Callback::from(move |_: Event| {
            pen.edit(&Edit::Member { part, step: step.clone(), within: !checked });
        })
    };
    html! {
        <label key={at}>
            <input type="checkbox" {id} {checked} disabled={told_at.is_some()} {onchange} aria-describedby={told_at.clone()} />
            <span>
                { name }
                if let Some(lock) = lock { <span class="ll-ed-why" id={told_at}>{ lock }</span> }
            </span>
        </label>
    }
}

/// Why some boxes of a group cannot be cleared.
pub fn why_they_stay(pen: &Pen, group: &str) -> Html {
    html! { <p class="ll-ed-why" id={why_id(group)}>{ pen.t("only_here") }</p> }
}

fn why_id(group: &str) -> String {
    format!("{}--why", id_of(group))
}

fn tools(pen: &Pen, part: &Value, key: &str, title: &AttrValue, (index, count): (usize, usize)) -> Html {
    let moved = |to: Option<usize>, what: &str| {
        let (pen, focus) = (pen.clone(), format!("{key}--{what}"));
        Callback::from(move |()| {
            let Some(to) = to else { return };
            if pen.edit(&Edit::MovePart { from: index, to }) {
                pen.focus_on(focus.clone());
                pen.say.emit(pen.fill("said_moved", &[("k", &(to + 1).to_string()), ("n", &count.to_string())]));
            }
        })
    };
    let remove = {
        let (pen, title) = (pen.clone(), title.clone());
        Callback::from(move |()| {
            if pen.edit(&Edit::RemovePart { index }) {
                let left = pen.at(PARTS);
                let next = index.min(list(&left, "").len().saturating_sub(1));
                let key = list(&left, "").get(next).map(|part| key_of(PARTS, next, part)).unwrap_or_default();
                pen.focus_on(format!("{key}--remove"));
                pen.say.emit(pen.with("said_removed", &title));
            }
        })
    };
    let used = pen.used();
    let steps = list(part, "/steps").iter().filter_map(Value::as_str);
    let lock = used.locks_part(text_of(part, "id")).or_else(|| steps.clone().find_map(|id| used.locks_step(id)));
    let last = {
        let sheet = pen.sheet.borrow();
        count == 1 || steps_only_in(sheet.json(), index).len() == list(sheet.json(), "/steps").len()
    };
    let why_not = lock.map(|lock| pen.lock(lock)).or_else(|| last.then(|| pen.t("needs_one")));
    let nowhere = |to: Option<usize>| to.is_none().then(|| pen.t("nowhere"));
    let (up, down) = (index.checked_sub(1), Some(index + 1).filter(|to| *to < count));
    html! {
        <>
            { tool(format!("{key}--up"), Sign::Up, &pen.with("up", title), nowhere(up), moved(up, "up")) }
            { tool(format!("{key}--down"), Sign::Down, &pen.with("down", title), nowhere(down), moved(down, "down")) }
            { tool(format!("{key}--remove"), Sign::Bin, &pen.with("remove_part", title), why_not, remove) }
        </>
    }
}
