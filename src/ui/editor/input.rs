//! One setting: a number, a choice, a scale, an earlier step.

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::pen::{Pen, id_of};
use super::text::{Size, text};
use crate::core::editor::pointer::{list, member, split, text as text_of};
use crate::core::editor::{Field, Input, values};
use crate::ui::browser::value_of;

/// Where a setting stands.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The object that has it.
    pub holder: &'a str,
    /// The step that it is of, by id and block; empty for the exercise.
    pub step: (&'a str, &'a str),
    /// Why it stays as it is.
    pub lock: Option<&'static str>,
}

/// The field of a setting.
pub fn setting(pen: &Pen, at: At, field: &Field) -> Html {
    let place = member(at.holder, field.name);
    let label = pen.of("field", field.name);
    match field.input {
        Input::Text => text(pen, &place, label, Size::Line, field.default.is_some()),
        Input::Number { min, max } => {
            let min = pen.used().least(at.step.0, field.name).unwrap_or(min).max(min);
            number(pen, &place, label, (min, max), field.default, at.lock)
        }
        Input::Flag => flag(pen, &place, label),
        Input::Choice(words) => {
            let options = words.iter().map(|word| ((*word).to_owned(), word_of(pen, field.name, word))).collect();
            select(pen, &place, label, options, words[0], at.lock)
        }
        Input::Several(words) => {
            let options = words.iter().map(|word| ((*word).to_owned(), word_of(pen, field.name, word))).collect();
            several(pen, &place, &label, options)
        }
        Input::Scale => select(pen, &place, label, scales(pen), "", at.lock),
        Input::Step(blocks) => {
            let mut options = vec![(String::new(), pen.t("none"))];
            options.extend(earlier(pen, at.step.0, blocks));
            select(pen, &place, label, options, "", at.lock)
        }
        Input::Steps(blocks) => several(pen, &place, &label, earlier(pen, at.step.0, blocks)),
        Input::List(block) => shared_list(pen, &place, label, block, field.default.is_some(), at.lock),
    }
}

/// A word of a choice; of nothing chosen, the word for that.
fn word_of(pen: &Pen, field: &str, word: &str) -> AttrValue {
    if word.is_empty() { pen.t("none") } else { pen.of(&["choice_", field].concat(), word) }
}

/// What is wrong with a field, and the attributes that say so.
fn wrong(pen: &Pen, place: &str) -> (Option<AttrValue>, String, Html) {
    let told_at = format!("{}--problem", id_of(place));
    let problem = pen.problem_at(place);
    let shown = problem
        .clone()
        .map(|problem| html! { <p class="ll-ed-problem" id={told_at.clone()}>{ problem }</p> })
        .unwrap_or_default();
    (problem, told_at, shown)
}

fn locked(pen: &Pen, lock: Option<&'static str>) -> Html {
    lock.map(|lock| html! { <p class="ll-ed-lock">{ pen.lock(lock) }</p> }).unwrap_or_default()
}

/// A whole number; empty, it is left out.
pub fn number(
    pen: &Pen,
    place: &str,
    label: AttrValue,
    (min, max): (i64, i64),
    default: Option<i64>,
    lock: Option<&'static str>,
) -> Html {
    let value = pen.at(place).as_i64().or(default).map(|number| number.to_string()).unwrap_or_default();
    let oninput = {
        let (pen, place) = (pen.clone(), place.to_owned());
        Callback::from(move |event: InputEvent| {
            let typed = value_of(&event);
            match typed.trim().parse::<i64>() {
                Ok(number) => pen.set(&place, Some(number.into())),
                Err(_) if typed.trim().is_empty() => pen.set(&place, None),
                Err(_) => {}
            }
        })
    };
    let onblur = {
        let pen = pen.clone();
        Callback::from(move |_: FocusEvent| pen.pause())
    };
    let (problem, told_at, shown) = wrong(pen, place);
    html! {
        <div class="ll-field ll-ed-number">
            <label class="ll-field__label" for={id_of(place)}>{ label }</label>
            <input type="number" id={id_of(place)} {value} min={min.to_string()} max={max.to_string()} step="1"
                disabled={lock.is_some()} aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then_some(told_at)} {oninput} {onblur} />
            { locked(pen, lock) }
            { shown }
        </div>
    }
}

/// Yes or no.
pub fn flag(pen: &Pen, place: &str, label: AttrValue) -> Html {
    let checked = pen.at(place).as_bool().unwrap_or(false);
    let onchange = {
        let (pen, place) = (pen.clone(), place.to_owned());
        Callback::from(move |_: Event| pen.set(&place, (!checked).then_some(true.into())))
    };
    html! {
        <div class="ll-checks">
            <label><input type="checkbox" id={id_of(place)} {checked} {onchange} /><span>{ label }</span></label>
        </div>
    }
}

/// One of several; the choice of an empty word leaves it out.
pub fn select(
    pen: &Pen,
    place: &str,
    label: AttrValue,
    options: Vec<(String, AttrValue)>,
    default: &str,
    lock: Option<&'static str>,
) -> Html {
    let (pen_then, at) = (pen.clone(), place.to_owned());
    let on = Callback::from(move |chosen: String| {
        super::special::choose(&pen_then, &at, &chosen);
    });
    select_with(pen, place, label, options, default, lock, on)
}

/// As [`select`], with something else to do than to set the member.
#[allow(clippy::needless_pass_by_value)] // Made for this field alone.
pub fn select_with(
    pen: &Pen,
    place: &str,
    label: AttrValue,
    options: Vec<(String, AttrValue)>,
    default: &str,
    lock: Option<&'static str>,
    on: Callback<String>,
) -> Html {
    let now = pen.at(place);
    let now = now.as_str().unwrap_or(default).to_owned();
    let onchange = Callback::from(move |event: Event| on.emit(value_of(&event).to_string()));
    let (problem, told_at, shown) = wrong(pen, place);
    // What is there and cannot be chosen is shown all the same, so that nothing seems to be chosen that is not.
    let known = options.iter().any(|(word, _)| *word == now);
    let option = |word: &str, name: AttrValue| {
        html! { <option key={word.to_owned()} value={word.to_owned()} selected={word == now}>{ name }</option> }
    };
    html! {
        <div class="ll-field">
            <label class="ll-field__label" for={id_of(place)}>{ label }</label>
            <select id={id_of(place)} disabled={lock.is_some()} aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then_some(told_at)} {onchange}>
                if !known { { option(&now, now.clone().into()) } }
                { for options.iter().map(|(word, name)| option(word, name.clone())) }
            </select>
            { locked(pen, lock) }
            { shown }
        </div>
    }
}

/// Any of several, kept in their order.
pub fn several(pen: &Pen, place: &str, label: &AttrValue, options: Vec<(String, AttrValue)>) -> Html {
    let name = split(place).map(|(_, name)| name).unwrap_or_default();
    // `fields` of a plan, left out, are all of them.
    let all = name == "fields" && pen.at(place).is_null();
    let chosen: Vec<String> =
        pen.at(place).as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let words: Vec<String> = options.iter().map(|(word, _)| word.clone()).collect();
    let boxes = options.into_iter().map(|(word, name)| {
        let checked = all || chosen.contains(&word);
        let onchange = {
            let (pen, place, words, chosen, word) =
                (pen.clone(), place.to_owned(), words.clone(), chosen.clone(), word.clone());
            Callback::from(move |_: Event| {
                let holds = |it: &&String| (all || chosen.contains(it)) != (**it == word);
                let next: Vec<Value> = words.iter().filter(holds).map(|it| it.clone().into()).collect();
                pen.set(&place, Some(next.into()));
            })
        };
        html! {
            <label key={word.clone()}>
                <input type="checkbox" id={id_of(&member(place, &word))} {checked} {onchange} /><span>{ name }</span>
            </label>
        }
    });
    let (_, _, shown) = wrong(pen, place);
    html! {
        <fieldset class="ll-checks ll-ed-several" id={id_of(place)} tabindex="-1">
            <legend class="ll-field__label">{ label.clone() }</legend>
            { for boxes }
            { shown }
        </fieldset>
    }
}

/// A list that steps share, by the titles of those that have it; or a new one.
fn shared_list(
    pen: &Pen,
    place: &str,
    label: AttrValue,
    block: &str,
    optional: bool,
    lock: Option<&'static str>,
) -> Html {
    const NEW: &str = "*new";
    let mut options: Vec<(String, AttrValue)> = Vec::new();
    if optional {
        options.push((String::new(), pen.t("none")));
    }
    {
        let sheet = pen.sheet.borrow();
        for step in list(sheet.json(), "/steps").iter().filter(|step| text_of(step, "block") == block) {
            let Some(name) = step.pointer("/settings/list").and_then(Value::as_str) else {
                continue;
            };
            let title = pen.read(step.get("title"));
            match options.iter_mut().find(|(word, _)| word == name) {
                Some((_, titles)) => *titles = [titles, ", ", &*title].concat().into(),
                None => options.push((name.to_owned(), title)),
            }
        }
    }
    if !optional {
        options.push((NEW.to_owned(), pen.t("list_new")));
    }
    let on = {
        let (pen, place) = (pen.clone(), place.to_owned());
        Callback::from(move |chosen: String| match chosen.as_str() {
            "" => pen.set(&place, None),
            NEW => {
                let name = pen.sheet.borrow_mut().new_list();
                pen.set(&place, Some(name.into()));
            }
            name => pen.set(&place, Some(name.into())),
        })
    };
    select_with(pen, place, label, options, "", lock, on)
}

/// The scales, by what they offer.
pub fn scales(pen: &Pen) -> Vec<(String, AttrValue)> {
    let sheet = pen.sheet.borrow();
    let scales = sheet.json().get("scales").and_then(Value::as_object);
    scales.into_iter().flatten().map(|(name, scale)| (name.clone(), scale_name(pen, name, scale))).collect()
}

/// A scale, by its first and last label, or its bounds.
pub fn scale_name(pen: &Pen, name: &str, scale: &Value) -> AttrValue {
    let points = list(scale, "/points");
    let values = values(scale);
    let ends = if let (Some(first), Some(last)) = (points.first(), points.last()) {
        (pen.read(first.get("label")), pen.read(last.get("label")))
    } else {
        let end = |value: Option<&i64>| AttrValue::from(value.map(ToString::to_string).unwrap_or_default());
        (end(values.first()), end(values.last()))
    };
    let count = values.len().to_string();
    pen.fill("scale_name", &[("name", name), ("count", &count), ("from", &ends.0), ("to", &ends.1)])
}

/// The steps before one that have one of these blocks.
pub fn earlier(pen: &Pen, step: &str, blocks: &[&str]) -> Vec<(String, AttrValue)> {
    let sheet = pen.sheet.borrow();
    let before = list(sheet.json(), "/steps").iter().take_while(|it| text_of(it, "id") != step);
    let fitting = before.filter(|it| blocks.contains(&text_of(it, "block")));
    fitting.map(|it| (text_of(it, "id").to_owned(), pen.read(it.get("title")))).collect()
}

/// Whether the box that an event comes from is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}
