//! What can be changed about one entry of a list.

use serde_json::{Value, json};
use yew::prelude::*;

use super::input::{At, flag, number, select, select_with, setting, several};
use super::pen::{Pen, id_of};
use super::rows::{List, rows};
use super::step_form::minutes;
use super::text::{Size, text};
use crate::core::editor::pointer::{list, member, text as text_of};
use crate::core::editor::{Edit, Field, Input, KINDS, PHASES, question};

/// The fields of an entry.
pub fn body(pen: &Pen, of: &List, at: &str, value: &Value, index: usize) -> Html {
    let label = |name: &str, optional: bool| text(pen, &member(at, name), pen.of("field", name), Size::Line, optional);
    match of.name().as_str() {
        "items" => item(pen, of, at, value),
        "views" => view(pen, of, at, value),
        "prompts" => text(pen, at, pen.with("prompt", &(index + 1).to_string()), Size::Line, false),
        "columns" => html! { <>{ label("label", false) }{ label("hint", true) }</> },
        "options" => option(pen, of, at, value),
        "phases" => phase(pen, of, at, value),
        _ => label("label", false),
    }
}

fn item(pen: &Pen, of: &List, at: &str, value: &Value) -> Html {
    let wording = text(pen, &member(at, "text"), pen.of("field", "text"), Size::Lines, false);
    match of.step.1.as_str() {
        "statements" => html! {
            <>
                { wording }
                { text(pen, &member(at, "facilitator_hint"), pen.of("field", "facilitator_hint"), Size::Line, true) }
            </>
        },
        "questions" => html! { <>{ kind(pen, of, at, value) }{ wording }{ details(pen, of, at, value) }</> },
        _ => wording,
    }
}

fn direction(pen: &Pen, at: &str) -> Html {
    let options = vec![
        (String::new(), pen.of("choice_direction", "as_written")),
        ("reversed".to_owned(), pen.of("choice_direction", "reversed")),
    ];
    select(pen, &member(at, "direction"), pen.of("field", "direction"), options, "", None)
}

/// Another kind keeps the identity, the text and the dimension.
fn kind(pen: &Pen, of: &List, at: &str, value: &Value) -> Html {
    let options = KINDS.iter().map(|kind| ((*kind).to_owned(), pen.of("kind", kind))).collect();
    let lock = pen.used().locks_answers(&of.step.0, text_of(value, "id"));
    let on = {
        let (pen, at, value) = (pen.clone(), at.to_owned(), value.clone());
        Callback::from(move |kind: String| {
            let mut next = {
                let sheet = pen.sheet.borrow();
                question(sheet.json(), &kind, text_of(&value, "id"), &value["text"])
            };
            if let (Some(next), Some(dimension)) = (next.as_object_mut(), value.get("dimension")) {
                next.insert("dimension".to_owned(), dimension.clone());
            }
            pen.edit(&Edit::Set { at: at.clone(), value: Some(next) });
        })
    };
    select_with(pen, &member(at, "kind"), pen.of("field", "kind"), options, "", lock, on)
}

/// What a kind of question needs.
fn details(pen: &Pen, of: &List, at: &str, value: &Value) -> Html {
    const SCALE: Field = Field { name: "scale", input: Input::Scale, default: None };
    let lock = pen.used().locks_answers(&of.step.0, text_of(value, "id"));
    let step = (of.step.0.as_str(), of.step.1.as_str());
    let bound = |name: &str, bounds: (i64, i64), lock| {
        number(pen, &member(at, name), pen.of("field", name), bounds, None, lock)
    };
    let kind = text_of(value, "kind");
    let needs = match kind {
        "scale" => html! { <>{ setting(pen, At { holder: at, step, lock }, &SCALE) }{ direction(pen, at) }</> },
        "choice" | "multichoice" => {
            let bounds = if lock.is_some() {
                let n = list(value, "/options").len();
                (n, n)
            } else {
                (2, 20)
            };
            let options = List { at: member(at, "options"), step: of.step.clone(), bounds };
            let about = lock.map(|lock| html! { <p class="ll-ed-lock">{ pen.lock(lock) }</p> });
            html! { <>{ about }{ rows(pen, &options, value, None, &Callback::noop()) }</> }
        }
        "number" => {
            const BOUNDS: (i64, i64) = (-1_000_000, 1_000_000);
            html! { <div class="ll-ed-pair">{ bound("min", BOUNDS, lock) }{ bound("max", BOUNDS, lock) }</div> }
        }
        _ => bound("max_chars", (1, 1000), None),
    };
    html! { <>{ needs }{ dimension(pen, of, at) }</> }
}

/// The dimension that a question belongs to, where its step has any.
fn dimension(pen: &Pen, of: &List, at: &str) -> Html {
    let settings = of.at.trim_end_matches("/items");
    let dimensions = pen.at(&[settings, "/settings/dimensions"].concat());
    let all = list(&dimensions, "");
    if all.is_empty() {
        return Html::default();
    }
    let mut options = vec![(String::new(), pen.t("none"))];
    options.extend(all.iter().map(|it| (text_of(it, "id").to_owned(), pen.read(it.get("label")))));
    select(pen, &member(at, "dimension"), pen.of("field", "dimension"), options, "", None)
}

fn option(pen: &Pen, of: &List, at: &str, _: &Value) -> Html {
    let label = text(pen, &member(at, "label"), pen.of("field", "label"), Size::Line, false);
    let item = of.at.trim_end_matches("/options");
    if pen.at(&member(item, "kind")).as_str() == Some("multichoice") {
        html! { <>{ label }{ flag(pen, &member(at, "exclusive"), pen.of("field", "exclusive")) }</> }
    } else {
        label
    }
}

/// A phase: one of those that have a word and that the step does not have yet, and how long it takes.
fn phase(pen: &Pen, of: &List, at: &str, value: &Value) -> Html {
    let all = pen.at(&of.at);
    let taken = |name: &&&str| list(&all, "").iter().any(|it| text_of(it, "id") == **name);
    let own = text_of(value, "id");
    let names = PHASES.iter().filter(|name| **name == own || !taken(name));
    let options = names.map(|name| ((*name).to_owned(), pen.of("phase", name))).collect();
    html! {
        <>
            { select(pen, &member(at, "id"), pen.of("field", "phase"), options, "", None) }
            { minutes(pen, at) }
            { flag(pen, &member(at, "optional"), pen.of("field", "optional")) }
        </>
    }
}

/// The items of the step that a view stands in, that `fit`.
fn items(pen: &Pen, step: &str, fit: impl Fn(&Value) -> bool) -> Vec<(String, AttrValue)> {
    let items = pen.at(&member(step, "items"));
    let named = |item: &Value| (text_of(item, "id").to_owned(), pen.read(item.get("text")));
    list(&items, "").iter().filter(|item| fit(item)).map(named).collect()
}

fn view(pen: &Pen, of: &List, at: &str, value: &Value) -> Html {
    let step = of.at.trim_end_matches("/settings/views");
    let kind_is = |item: &Value, kinds: &[&str]| kinds.contains(&text_of(item, "kind"));
    match text_of(value, "kind") {
        "profile" => {
            let dimensions = pen.at(&[step, "/settings/dimensions"].concat());
            let all = list(&dimensions, "").iter();
            let options = all.map(|it| (text_of(it, "id").to_owned(), pen.read(it.get("label")))).collect();
            several(pen, &member(at, "dimensions"), &pen.of("list", "dimensions"), options)
        }
        "relation" => {
            let place = |name: &str| member(at, name);
            html! {
                <>
                    { select(pen, &place("x"), pen.of("field", "x"), items(pen, step, |it| kind_is(it, &["scale"])), "", None) }
                    { number(pen, &place("split_x_at"), pen.of("field", "split_x_at"), (-100, 100), None, None) }
                    { select(pen, &place("y"), pen.of("field", "y"), items(pen, step, |it| kind_is(it, &["scale", "number"])), "", None) }
                    { number(pen, &place("min_per_side"), pen.of("field", "min_per_side"), (3, 99), Some(3), None) }
                    { text(pen, &place("caveat"), pen.of("field", "caveat"), Size::Lines, false) }
                </>
            }
        }
        _ => several(pen, &member(at, "items"), &pen.of("list", "items"), items(pen, step, |_| true)),
    }
}

/// A field to choose the kind of a view to add.
pub fn add_view(pen: &Pen, step: &str, on_open: &Callback<Option<String>>) -> Html {
    let at = [step, "/settings/views"].concat();
    let add = |kind: &'static str| {
        let (pen, at, step, on_open) = (pen.clone(), at.clone(), step.to_owned(), on_open.clone());
        Callback::from(move |()| {
            let ids = |kinds: &[&str]| -> Vec<String> {
                items(&pen, &step, |it| kinds.contains(&text_of(it, "kind"))).into_iter().map(|(id, _)| id).collect()
            };
            let first = pen.languages.first().map(ToString::to_string).unwrap_or_default();
            let view = match kind {
                "profile" => {
                    let dimensions = pen.at(&[&step, "/settings/dimensions"].concat());
                    let all: Vec<&str> = list(&dimensions, "").iter().map(|it| text_of(it, "id")).collect();
                    json!({ "kind": kind, "dimensions": all })
                }
                "relation" => json!({
                    "kind": kind, "x": ids(&["scale"]).first(), "y": ids(&["number", "scale"]).first(), "level": "group",
                    "split_x_at": 4, "statistic": "median", "fallback": "distribution", "caveat": { first: "" },
                }),
                _ => json!({ "kind": kind, "items": ids(KINDS) }),
            };
            let index = list(pen.sheet.borrow().json(), &at).len();
            if pen.edit(&Edit::Add { list: at.clone(), index, value: view }) {
                on_open.emit(Some(crate::core::editor::pointer::entry(&at, index)));
                pen.focus_on(format!("{at}/{index}--open"));
                pen.say.emit(pen.with("said_added", &pen.of("view", kind)));
            }
        })
    };
    let buttons = ["distribution", "profile", "relation"].into_iter().map(|kind| {
        let id = format!("{}--add-{kind}", id_of(&at));
        super::tool::action(&id, Some(super::tool::Sign::Plus), pen.of("view", kind), "ll-btn", false, add(kind))
    });
    html! { <div class="ll-actions" role="group" aria-label={pen.of("add", "views")}>{ for buttons }</div> }
}
