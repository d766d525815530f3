//! The entries of a list: each can be moved, by button or by dragging, and taken away; a new one comes last.

use serde_json::Value;
use yew::prelude::*;

use super::body::{add_view, body};
use super::pen::{Pen, id_of};
use super::tool::{Sign, action, tool};
use crate::core::editor::pointer::{entry, list, split, text};
use crate::core::editor::{Edit, PHASES};

/// A list and what it belongs to.
#[derive(Clone, PartialEq)]
pub struct List {
    /// Where it stands.
    pub at: String,
    /// The step, by id and block.
    pub step: (String, String),
    /// The fewest and the most entries.
    pub bounds: (usize, usize),
}

impl List {
    /// The list's name.
    pub fn name(&self) -> String {
        split(&self.at).map(|(_, name)| name).unwrap_or_default()
    }

    /// Whether its entries are folded until they are opened.
    pub fn folds(&self) -> bool {
        matches!(self.name().as_str(), "items" | "views")
    }
}

/// What tells an entry from the others.
pub fn key_of(list: &str, index: usize, value: &Value) -> String {
    let id = text(value, "id");
    if id.is_empty() { entry(list, index) } else { [list, "/", id].concat() }
}

/// The list with its heading. `around` is what its entries show besides themselves; where it changes, they are drawn anew.
pub fn rows(pen: &Pen, of: &List, around: &Value, open: Option<&str>, on_open: &Callback<Option<String>>) -> Html {
    let name = of.name();
    let values: Vec<Value> = pen.at(&of.at).as_array().cloned().unwrap_or_default();
    let count = values.len();
    let rows = values.into_iter().enumerate().map(|(index, value)| {
        let key = key_of(&of.at, index, &value);
        let is_open = !of.folds() || open == Some(key.as_str());
        let bad = pen.is_bad(&entry(&of.at, index));
        html! {
            <Row key={key} pen={pen.clone()} of={of.clone()} {index} {count} {value} {is_open} {bad}
                around={if is_open { around.clone() } else { Value::Null }} on_open={on_open.clone()} />
        }
    });
    let add = {
        let (pen, of, on_open) = (pen.clone(), of.clone(), on_open.clone());
        Callback::from(move |()| {
            let Some(index) = pen.change(|editor| editor.add_entry(&of.at, &of.step.1)) else {
                return;
            };
            let place = entry(&of.at, index);
            let value = pen.at(&place);
            if of.folds() {
                on_open.emit(Some(key_of(&of.at, index, &value)));
            }
            let field = if value.get("label").is_some() {
                "/label"
            } else if value.get("text").is_some() {
                "/text"
            } else {
                ""
            };
            pen.focus_on(id_of(&[&place, field, "/", &pen.language].concat()));
            pen.say.emit(pen.with("said_added", &pen.of("entry", &of.name())));
        })
    };
    let full = count >= of.bounds.1;
    let heading = pen.fill("list_count", &[("list", &pen.of("list", &name)), ("n", &count.to_string())]);
    let wrong = pen.problem_at(&of.at);
    html! {
        <section class="ll-ed-list" id={id_of(&of.at)} tabindex="-1" aria-label={pen.of("list", &name)}>
            <h4>{ heading }</h4>
            if let Some(wrong) = wrong { <p class="ll-ed-problem">{ wrong }</p> }
            <ol class="ll-ed-rows">{ for rows }</ol>
            if name == "views" {
                { add_view(pen, of.at.trim_end_matches("/settings/views"), on_open) }
            } else {
                { action(&format!("{}--add", id_of(&of.at)), Some(Sign::Plus), pen.of("add", &name), "ll-btn", full, add) }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    pen: Pen,
    of: List,
    index: usize,
    count: usize,
    value: Value,
    is_open: bool,
    bad: bool,
    around: Value,
    on_open: Callback<Option<String>>,
}

/// One entry. It is drawn anew only where something of it changed.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { pen, of, index, count, value, is_open, bad, .. } = props;
    let (index, count) = (*index, *count);
    let key = key_of(&of.at, index, value);
    let place = entry(&of.at, index);
    let folds = of.folds();
    let said = said(pen, of, value, index);
    let number = (index + 1).to_string();
    let toggle = {
        let (on_open, key, open) = (props.on_open.clone(), key.clone(), *is_open);
        Callback::from(move |_: MouseEvent| on_open.emit((!open).then(|| key.clone())))
    };
    let title = if folds {
        html! {
            <button type="button" class="ll-ed-row__open" id={format!("{key}--open")} aria-expanded={is_open.to_string()} onclick={toggle}>
                <span class="ll-ed-row__number" aria-hidden="true">{ number }</span>
                <span class="ll-ed-row__text">{ said.clone() }</span>
                { kind(pen, of, value) }
                if *bad { <span class="ll-ed-bad">{ pen.t("has_problem") }</span> }
                { if *is_open { Sign::Shut.draw() } else { Sign::Open.draw() } }
            </button>
        }
    } else {
        html! { <span class="ll-ed-row__number" aria-hidden="true">{ number }</span> }
    };
    let inside = if *is_open { body(pen, of, &place, value, index) } else { Html::default() };
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let drop = {
        let (pen, at) = (pen.clone(), of.at.clone());
        Callback::from(move |event: DragEvent| {
            let dragged = pen.dragged.borrow_mut().take();
            if let Some((list, from)) = dragged.filter(|(list, _)| *list == at) {
                event.prevent_default();
                put(&pen, &list, from, index, None);
            }
        })
    };
    let class = if *is_open && folds { "ll-ed-row ll-ed-row--open" } else { "ll-ed-row" };
    html! {
        <li {class} ondragover={over} ondrop={drop}>
            <div class="ll-ed-row__head">
                { grip(pen, &of.at, index) }
                { if folds { title.clone() } else { Html::default() } }
                { if folds { Html::default() } else { html! { <>{ title }<div class="ll-ed-row__flat">{ inside.clone() }</div></> } } }
                <div class="ll-tools">{ tools(props, &key, &said, count) }</div>
            </div>
            if folds && *is_open { <div class="ll-ed-row__body">{ inside }</div> }
        </li>
    }
}

/// To take an entry by the mouse; the buttons do the same by keyboard.
pub fn grip(pen: &Pen, at: &str, index: usize) -> Html {
    let start = {
        let (pen, at) = (pen.clone(), at.to_owned());
        Callback::from(move |event: DragEvent| {
            if let Some(transfer) = event.data_transfer() {
                // Firefox drags nothing without data.
                let _ = transfer.set_data("text/plain", "");
            }
            *pen.dragged.borrow_mut() = Some((at.clone(), index));
        })
    };
    html! { <span class="ll-ed-grip" draggable="true" aria-hidden="true" ondragstart={start}>{ Sign::Grip.draw() }</span> }
}

fn tools(props: &RowProps, key: &str, said: &AttrValue, count: usize) -> Html {
    let RowProps { pen, of, index, value, .. } = props;
    let index = *index;
    let name = of.name();
    let lock = pen.used().locks_entry(&of.step.0, &name, text(value, "id"));
    let few = count <= of.bounds.0;
    let bound = few.then(|| pen.t("needs_one"));
    let moved = |to: Option<usize>, id: &str| {
        let (pen, at, id) = (pen.clone(), of.at.clone(), format!("{key}--{id}"));
        Callback::from(move |()| {
            if let Some(to) = to {
                put(&pen, &at, index, to, Some(id.clone()));
            }
        })
    };
    let up = index.checked_sub(1);
    let down = Some(index + 1).filter(|to| *to < count);
    let remove = {
        let (pen, at, said, on_open) = (pen.clone(), of.at.clone(), said.clone(), props.on_open.clone());
        let folds = of.folds();
        Callback::from(move |()| {
            if !pen.edit(&Edit::Remove { list: at.clone(), index }) {
                return;
            }
            if folds {
                on_open.emit(None);
            }
            pen.say.emit(pen.with("said_removed", &said));
            let left = pen.at(&at).as_array().cloned().unwrap_or_default();
            let next = index.min(left.len().saturating_sub(1));
            pen.focus_on(match left.get(next) {
                Some(value) if folds => format!("{}--open", key_of(&at, next, value)),
                Some(value) => format!("{}--remove", key_of(&at, next, value)),
                None => format!("{}--add", id_of(&at)),
            });
        })
    };
    let why_not = lock.map(|lock| pen.lock(lock)).or(bound);
    let nowhere = |to: Option<usize>| to.is_none().then(|| pen.t("nowhere"));
    html! {
        <>
            { tool(format!("{key}--up"), Sign::Up, &pen.with("up", said), nowhere(up), moved(up, "up")) }
            { tool(format!("{key}--down"), Sign::Down, &pen.with("down", said), nowhere(down), moved(down, "down")) }
            { tool(format!("{key}--remove"), Sign::Bin, &pen.with("remove", said), why_not, remove) }
        </>
    }
}

/// Puts an entry elsewhere; the focus stays where it was, also where the element was drawn elsewhere.
fn put(pen: &Pen, at: &str, from: usize, to: usize, focus: Option<String>) {
    if pen.edit(&Edit::Move { list: at.to_owned(), from, to }) {
        if let Some(id) = focus {
            pen.focus_on(id);
        }
        let count = list(pen.sheet.borrow().json(), at).len();
        pen.say.emit(pen.fill("said_moved", &[("k", &(to + 1).to_string()), ("n", &count.to_string())]));
    }
}

/// What an entry is called in lists and buttons.
fn said(pen: &Pen, of: &List, value: &Value, index: usize) -> AttrValue {
    match of.name().as_str() {
        "views" => pen.of("view", text(value, "kind")),
        "phases" if PHASES.contains(&text(value, "id")) => pen.of("phase", text(value, "id")),
        "phases" => text(value, "id").to_owned().into(),
        "prompts" => {
            let said = pen.read(Some(value));
            if said == pen.t("untitled") { (index + 1).to_string().into() } else { said }
        }
        _ => pen.read(value.get("text").or_else(|| value.get("label"))),
    }
}

fn kind(pen: &Pen, of: &List, value: &Value) -> Html {
    if of.step.1 == "questions" && of.name() == "items" {
        html! { <span class="ll-tag">{ pen.of("kind", text(value, "kind")) }</span> }
    } else {
        Html::default()
    }
}
