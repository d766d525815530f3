//! What is wrong, as a list that leads to each field.

use yew::prelude::*;

use super::outline::Selected;
use super::pen::Pen;
use super::rows::key_of;
use crate::core::editor::Remark;
use crate::core::editor::pointer::{entry, find, list, text};

/// Where a remark leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The form.
    pub selected: Selected,
    /// The entry that has to be opened.
    pub open: Option<String>,
    /// The place itself.
    pub at: String,
}

/// Where a place is edited.
pub fn target(pen: &Pen, at: &str) -> Target {
    let parts: Vec<&str> = at.split('/').skip(1).collect();
    let sheet = pen.sheet.borrow();
    let step = match parts.as_slice() {
        ["steps", index, ..] => index.parse::<usize>().ok().and_then(|index| {
            let step = list(sheet.json(), "/steps").get(index)?;
            Some((index, text(step, "id").to_owned()))
        }),
        _ => None,
    };
    let selected = match (&step, parts.first()) {
        (Some((_, id)), _) => Selected::Step(id.clone()),
        (None, Some(&"scales")) => Selected::Scales,
        _ => Selected::Exercise,
    };
    let open = step.and_then(|(index, _)| {
        let step = entry("/steps", index);
        let (at, place) = match parts.get(2..)? {
            ["items", place, ..] => ([&step, "/items"].concat(), place),
            ["settings", "views", place, ..] => ([&step, "/settings/views"].concat(), place),
            _ => return None,
        };
        let place = place.parse::<usize>().ok()?;
        Some(key_of(&at, place, list(sheet.json(), &at).get(place)?))
    });
    Target { selected, open, at: at.to_owned() }
}

/// What is not right yet; nothing where all is.
pub fn problems(pen: &Pen, on: &Callback<Target>) -> Html {
    leading(pen, &pen.problems, pen.counted("problems", pen.problems.len()), "ll-more ll-ed-problems", on)
}

/// What is allowed, and changes what groups have done already; nothing where nothing does.
pub fn warnings(pen: &Pen, warnings: &[Remark], on: &Callback<Target>) -> Html {
    leading(pen, warnings, pen.counted("effects", warnings.len()), "ll-more ll-ed-effects", on)
}

fn leading(pen: &Pen, remarks: &[Remark], heading: AttrValue, class: &'static str, on: &Callback<Target>) -> Html {
    if remarks.is_empty() {
        return Html::default();
    }
    let entry = |(index, remark): (usize, &Remark)| {
        let target = target(pen, &remark.at);
        let place = match &target.selected {
            Selected::Step(id) => step_name(pen, id),
            Selected::Scales => pen.t("scales"),
            Selected::Exercise => pen.t("exercise"),
        };
        let field = field_name(pen, &remark.at);
        let onclick = {
            let on = on.clone();
            Callback::from(move |_: MouseEvent| on.emit(target.clone()))
        };
        html! {
            <li key={index}><button type="button" class="ll-ed-jump" {onclick}>
                <strong>{ place }{ field }</strong><span>{ pen.of("code", &remark.code) }</span>
            </button></li>
        }
    };
    html! {
        <details {class}>
            <summary>{ heading }</summary>
            <ul>{ for remarks.iter().take(100).enumerate().map(entry) }</ul>
        </details>
    }
}

/// A step by its title, or by its kind of work while it has none.
fn step_name(pen: &Pen, id: &str) -> AttrValue {
    let title = pen.step_title(id);
    if title != pen.t("untitled") {
        return title;
    }
    let sheet = pen.sheet.borrow();
    let step = find(sheet.json(), "/steps", id).map(|index| &list(sheet.json(), "/steps")[index]);
    pen.of("block", step.map_or("", |step| text(step, "block")))
}

/// The field of a place, with what stands between it and the name before it; empty where it has no name.
fn field_name(pen: &Pen, at: &str) -> String {
    let named = |part: &&str| pen.words.has(&["edit:field_", part].concat());
    at.rsplit('/').find(named).map(|part| [": ", &pen.of("field", part)].concat()).unwrap_or_default()
}
