//! The way through the exercise: its parts and steps, to open, move, copy, take away and add.

use serde_json::Value;
use yew::prelude::*;

use super::pen::Pen;
use super::rows::grip;
use super::tool::{Sign, tool};
use crate::core::editor::pointer::{find, list, text};
use crate::core::editor::{BLOCKS, Changes, Edit, parts_of, steps_of};
use crate::ui::browser::value_of;

/// What is open in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selected {
    /// The exercise as a whole.
    Exercise,
    /// Its scales.
    Scales,
    /// A step, by its id.
    Step(String),
}

impl Selected {
    /// Its name in a field to choose from.
    fn word(&self) -> String {
        match self {
            Self::Exercise => "*exercise".to_owned(),
            Self::Scales => "*scales".to_owned(),
            Self::Step(id) => id.clone(),
        }
    }

    fn of(word: &str) -> Self {
        match word {
            "*exercise" => Self::Exercise,
            "*scales" => Self::Scales,
            id => Self::Step(id.to_owned()),
        }
    }
}

/// The outline; where the window is narrow a field to choose from takes the place of the list.
pub fn outline(pen: &Pen, changes: &Changes, selected: &Selected, on: &Callback<Selected>) -> Html {
    let (parts, steps) = {
        let sheet = pen.sheet.borrow();
        (list(sheet.json(), "/series/parts").to_vec(), list(sheet.json(), "/steps").to_vec())
    };
    let besides = |which: Selected, name: AttrValue, bad: bool, changed: bool| {
        let is = *selected == which;
        let onclick = {
            let (on, which) = (on.clone(), which.clone());
            Callback::from(move |_: MouseEvent| on.emit(which.clone()))
        };
        html! {
            <button type="button" class="ll-ed-step" id={format!("step-{}", which.word())} aria-current={is.then_some("true")} {onclick}>
                <span class="ll-ed-step__title">{ name }</span>{ marks(pen, bad, changed) }
            </button>
        }
    };
    let bad_besides = pen.problems.iter().any(|it| !it.at.starts_with("/steps/") && !it.at.starts_with("/scales/"));
    let groups = parts.iter().enumerate().map(|(part, value)| {
        let entries = list(value, "/steps").iter().filter_map(Value::as_str).collect::<Vec<_>>();
        let count = entries.len();
        let rows = entries.iter().enumerate().map(|(index, id)| {
            let place = steps.iter().position(|step| text(step, "id") == *id);
            let step = place.map(|place| &steps[place]);
            let differs = changes.steps.iter().any(|it| it == id);
            let bad = place.is_some_and(|place| pen.is_bad(&["/steps/", &place.to_string()].concat()));
            let is = *selected == Selected::Step((*id).to_owned());
            // A step can stand in several parts; its identity on the page is that of the first.
            let first = parts_of(pen.sheet.borrow().json(), id).first() == Some(&part);
            let name = if first { format!("step-{id}") } else { format!("step-{id}--in-{part}") };
            row(pen, (part, index, count), (id, &name), step, is, (bad, differs), on)
        });
        html! {
            <section key={part} class="ll-ed-outline__part">
                <h3 class="ll-label">{ pen.read(value.get("title")) }</h3>
                <ol>{ for rows }</ol>
                <AddStep pen={pen.clone()} {part} index={count} on={on.clone()} />
            </section>
        }
    });
    html! {
        <nav class="ll-ed-outline" aria-label={pen.t("outline")}>
            { chooser(pen, &parts, selected, on) }
            <div class="ll-ed-outline__list">
                { besides(Selected::Exercise, pen.t("exercise"), bad_besides, changes.exercise) }
                { besides(Selected::Scales, pen.t("scales"), pen.is_bad("/scales"), false) }
                { for groups }
            </div>
        </nav>
    }
}

fn marks(pen: &Pen, bad: bool, changed: bool) -> Html {
    html! {
        <>
            if changed { <span class="ll-ed-changed" title={pen.t("changed")}><span class="ll-sr">{ pen.t("changed") }</span></span> }
            if bad { <span class="ll-ed-bad">{ pen.t("has_problem") }</span> }
        </>
    }
}

fn row(
    pen: &Pen,
    (part, index, count): (usize, usize, usize),
    (id, name): (&str, &str),
    step: Option<&Value>,
    is: bool,
    (bad, changed): (bool, bool),
    on: &Callback<Selected>,
) -> Html {
    let title = pen.read(step.and_then(|step| step.get("title")));
    let number = step.and_then(|step| step.get("number")).map(ToString::to_string).unwrap_or_default();
    let block = step.map(|step| pen.of("block", text(step, "block"))).unwrap_or_default();
    let open = {
        let (on, id) = (on.clone(), id.to_owned());
        Callback::from(move |_: MouseEvent| on.emit(Selected::Step(id.clone())))
    };
    let list_at = steps_of(part);
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let drop = {
        let (pen, list_at) = (pen.clone(), list_at.clone());
        Callback::from(move |event: DragEvent| {
            let dragged = pen.dragged.borrow_mut().take();
            if let Some((_, from)) = dragged.filter(|(list, _)| *list == list_at) {
                event.prevent_default();
                put(&pen, part, from, index, None);
            }
        })
    };
    html! {
        <li key={id.to_owned()} class="ll-ed-outline__row" ondragover={over} ondrop={drop}>
            { grip(pen, &list_at, index) }
            <button type="button" class="ll-ed-step" id={name.to_owned()} aria-current={is.then_some("true")} onclick={open}>
                <span class="ll-ed-step__number" aria-hidden="true">{ number }</span>
                <span class="ll-ed-step__title">{ title.clone() }<span class="ll-muted">{ block }</span></span>
                { marks(pen, bad, changed) }
            </button>
            if is { <div class="ll-tools">{ tools(pen, (part, index, count), (id, name), &title, on) }</div> }
        </li>
    }
}

fn tools(
    pen: &Pen,
    (part, index, count): (usize, usize, usize),
    (id, name): (&str, &str),
    title: &AttrValue,
    on: &Callback<Selected>,
) -> Html {
    let name = |what: &str| format!("{name}--{what}");
    let moved = |to: Option<usize>, what: &str| {
        let (pen, focus) = (pen.clone(), name(what));
        Callback::from(move |()| {
            if let Some(to) = to {
                put(&pen, part, index, to, Some(focus.clone()));
            }
        })
    };
    let up = index.checked_sub(1);
    let down = Some(index + 1).filter(|to| *to < count);
    let copy = {
        let (pen, id, on) = (pen.clone(), id.to_owned(), on.clone());
        Callback::from(move |()| {
            if let Some(copy) = pen.change(|editor| editor.copy_step(&id, part)) {
                pen.focus_on(format!("step-{copy}"));
                pen.say.emit(pen.with("said_added", &pen.step_title(&copy)));
                on.emit(Selected::Step(copy));
            }
        })
    };
    let remove = {
        let (pen, id, on, title) = (pen.clone(), id.to_owned(), on.clone(), title.clone());
        Callback::from(move |()| {
            let next = neighbour(&pen, part, &id);
            if pen.edit(&Edit::RemoveStep { id: id.clone() }) {
                pen.say.emit(pen.with("said_removed", &title));
                let next = next.map_or(Selected::Exercise, Selected::Step);
                pen.focus_on(format!("step-{}", next.word()));
                on.emit(next);
            }
        })
    };
    let lock = pen.used().locks_step(id).map(|lock| pen.lock(lock));
    let only = (list(pen.sheet.borrow().json(), "/steps").len() == 1).then(|| pen.t("needs_one"));
    let nowhere = |to: Option<usize>| to.is_none().then(|| pen.t("nowhere"));
    html! {
        <>
            { tool(name("up"), Sign::Up, &pen.with("up", title), nowhere(up), moved(up, "up")) }
            { tool(name("down"), Sign::Down, &pen.with("down", title), nowhere(down), moved(down, "down")) }
            { tool(name("copy"), Sign::Copy, &pen.with("copy", title), None, copy) }
            { tool(name("remove"), Sign::Bin, &pen.with("remove", title), lock.or(only), remove) }
        </>
    }
}

/// The step that is shown once this one is gone.
fn neighbour(pen: &Pen, part: usize, id: &str) -> Option<String> {
    let sheet = pen.sheet.borrow();
    let steps: Vec<&str> = list(sheet.json(), &steps_of(part)).iter().filter_map(Value::as_str).collect();
    let index = steps.iter().position(|it| *it == id)?;
    let next = steps.get(index + 1).or_else(|| index.checked_sub(1).and_then(|index| steps.get(index)));
    next.map(|id| (*id).to_owned())
}

fn put(pen: &Pen, part: usize, from: usize, to: usize, focus: Option<String>) {
    if pen.edit(&Edit::MoveStep { part, from, to }) {
        if let Some(id) = focus {
            pen.focus_on(id);
        }
        let count = list(pen.sheet.borrow().json(), &steps_of(part)).len();
        pen.say.emit(pen.fill("said_moved", &[("k", &(to + 1).to_string()), ("n", &count.to_string())]));
    }
}

#[derive(Properties, PartialEq)]
struct AddProps {
    pen: Pen,
    part: usize,
    index: usize,
    on: Callback<Selected>,
}

/// The kinds of work to choose from for one more step.
#[component]
fn AddStep(props: &AddProps) -> Html {
    let AddProps { pen, part, index, on } = props;
    let (part, index) = (*part, *index);
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let choices = BLOCKS.iter().map(|block| {
        let onclick = {
            let (pen, on, open) = (pen.clone(), on.clone(), open.clone());
            Callback::from(move |_: MouseEvent| {
                open.set(false);
                let Some(id) = pen.change(|editor| editor.add_step(block, part, index)) else { return };
                let place = find(pen.sheet.borrow().json(), "/steps", &id);
                if let Some(place) = place {
                    pen.focus_on(format!("ed/steps/{place}/title/{}", pen.language));
                }
                pen.say.emit(pen.with("said_added", &pen.of("block", block)));
                on.emit(Selected::Step(id));
            })
        };
        html! {
            <li key={*block}>
                <button type="button" class="ll-ed-block" id={format!("add-step-{part}-{block}")} {onclick}>
                    <strong>{ pen.of("block", block) }</strong><span class="ll-muted">{ pen.of("about", block) }</span>
                </button>
            </li>
        }
    });
    let sign = if *open { Sign::Shut } else { Sign::Plus };
    let onclick = toggle.reform(|_: MouseEvent| ());
    html! {
        <>
            <button type="button" class="ll-btn ll-btn--quiet" id={format!("add-step-{part}")} aria-expanded={open.to_string()} {onclick}>
                { sign.draw() }<span>{ pen.t("add_step") }</span>
            </button>
            if *open { <ul class="ll-ed-blocks">{ for choices }</ul> }
        </>
    }
}

/// For narrow windows.
fn chooser(pen: &Pen, parts: &[Value], selected: &Selected, on: &Callback<Selected>) -> Html {
    let onchange = on.reform(|event: Event| Selected::of(&value_of(&event)));
    let word = selected.word();
    let option = |value: String, name: AttrValue| {
        let selected = value == word;
        html! { <option {value} {selected}>{ name }</option> }
    };
    html! {
        <label class="ll-field ll-ed-outline__chooser">
            <span class="ll-field__label">{ pen.t("outline") }</span>
            <select id="ed-chooser" {onchange}>
                { option("*exercise".to_owned(), pen.t("exercise")) }
                { option("*scales".to_owned(), pen.t("scales")) }
                { for parts.iter().map(|part| html! {
                    <optgroup label={pen.read(part.get("title"))}>
                        { for list(part, "/steps").iter().filter_map(Value::as_str).map(|id| option(id.to_owned(), pen.step_title(id))) }
                    </optgroup>
                }) }
            </select>
        </label>
    }
}
