//! The form of the scales.

use serde_json::{Value, json};
use yew::prelude::*;

use super::input::{is_ticked, number};
use super::pen::{Pen, id_of};
use super::text::{Size, text};
use super::tool::{Sign, action, tool};
use crate::core::editor::Edit;
use crate::core::editor::pointer::{entry, list, member};

/// The scales: what statements and questions are answered with.
pub fn scales_form(pen: &Pen) -> Html {
    let scales = pen.at("/scales");
    let used_by = |name: &str| {
        let sheet = pen.sheet.borrow();
        let steps = list(sheet.json(), "/steps").to_vec();
        steps.iter().any(|step| names_scale(step, name))
    };
    let answered = |name: &str| {
        let used = pen.used();
        let sheet = pen.sheet.borrow();
        list(sheet.json(), "/steps")
            .iter()
            .any(|step| used.step(crate::core::editor::pointer::text(step, "id")) && names_scale(step, name))
    };
    let forms = scales.as_object().into_iter().flatten().map(|(name, scale)| {
        let at = member("/scales", name);
        let lock = answered(name).then_some("answered_scale_changed");
        let why_not = lock.map(|lock| pen.lock(lock)).or_else(|| used_by(name).then(|| pen.t("scale_in_use")));
        let remove = {
            let (pen, at, name) = (pen.clone(), at.clone(), name.clone());
            Callback::from(move |()| {
                pen.set(&at, None);
                pen.say.emit(pen.with("said_removed", &name));
                pen.focus_on("ed/scales--add".to_owned());
            })
        };
        let title = super::input::scale_name(pen, name, scale);
        html! {
            <li key={name.clone()} class="ll-ed-part" id={id_of(&at)} tabindex="-1">
                <div class="ll-ed-row__head">
                    <h4>{ title.clone() }</h4>
                    { tool(format!("{}--remove", id_of(&at)), Sign::Bin, &pen.with("remove", &title), why_not, remove) }
                </div>
                { points(pen, &at, scale, lock) }
                { opt_out(pen, &at, scale, lock) }
            </li>
        }
    });
    let add = {
        let pen = pen.clone();
        Callback::from(move |()| {
            let name = pen.change(crate::core::editor::Editor::add_scale);
            pen.focus_on(id_of(&member("/scales", &name)));
            pen.say.emit(pen.with("said_added", &pen.t("scale")));
        })
    };
    html! {
        <>
            <p class="ll-muted">{ pen.t("scales_about") }</p>
            <ol class="ll-ed-rows">{ for forms }</ol>
            { action("ed/scales--add", Some(Sign::Plus), pen.of("add", "scales"), "ll-btn", false, add) }
        </>
    }
}

/// Whether a step is answered on the scale of this name, or any of its questions.
fn names_scale(step: &Value, name: &str) -> bool {
    let is = |at: &str| step.pointer(at).and_then(Value::as_str) == Some(name);
    is("/settings/scale")
        || is("/settings/support_vote/scale")
        || list(step, "/items").iter().any(|item| item.get("scale").and_then(Value::as_str) == Some(name))
}

fn points(pen: &Pen, at: &str, scale: &Value, lock: Option<&'static str>) -> Html {
    if scale.get("range").is_some() {
        let bound = |name: &str| {
            number(
                pen,
                &[at, "/range/", name].concat(),
                pen.of("field", &["range_", name].concat()),
                (-100, 100),
                None,
                lock,
            )
        };
        let to_labels = {
            let (pen, at, scale) = (pen.clone(), at.to_owned(), scale.clone());
            Callback::from(move |()| {
                let first = pen.languages.first().map(ToString::to_string).unwrap_or_default();
                let label = |value: &i64| json!({ "value": value, "label": { &first: value.to_string() } });
                let mut next = scale.as_object().cloned().unwrap_or_default();
                next.remove("range");
                next.remove("anchors");
                let points: Vec<Value> = crate::core::editor::values(&scale).iter().map(label).collect();
                next.insert("points".to_owned(), points.into());
                pen.set(&at, Some(next.into()));
            })
        };
        return html! {
            <>
                <div class="ll-ed-pair">{ bound("min") }{ bound("max") }</div>
                if lock.is_none() { { action(&format!("{}--label", id_of(at)), None, pen.t("label_points"), "ll-btn", false, to_labels) } }
            </>
        };
    }
    let points = list(scale, "/points");
    let rows = points.iter().enumerate().map(|(index, point)| {
        let value = point["value"].as_i64().unwrap_or_default();
        let label = pen.with("point", &value.to_string());
        html! { <li key={index}>{ text(pen, &[&entry(&member(at, "points"), index), "/label"].concat(), label, Size::Line, false) }</li> }
    });
    let last = points.last().and_then(|point| point["value"].as_i64()).unwrap_or_default();
    let more = {
        let (pen, all) = (pen.clone(), member(at, "points"));
        let index = points.len();
        Callback::from(move |()| {
            let first = pen.languages.first().map(ToString::to_string).unwrap_or_default();
            let value = json!({ "value": last + 1, "label": { first: "" } });
            pen.edit(&Edit::Add { list: all.clone(), index, value });
            pen.focus_on(id_of(&format!("{all}/{index}/label/{}", pen.language)));
        })
    };
    let fewer = {
        let (pen, all) = (pen.clone(), member(at, "points"));
        let index = points.len().saturating_sub(1);
        Callback::from(move |()| {
            pen.edit(&Edit::Remove { list: all.clone(), index });
        })
    };
    html! {
        <>
            if let Some(lock) = lock { <p class="ll-ed-lock">{ pen.lock(lock) }</p> }
            <ol class="ll-ed-points">{ for rows }</ol>
            <div class="ll-actions">
                { action(&format!("{}--more", id_of(at)), Some(Sign::Plus), pen.t("point_more"), "ll-btn", lock.is_some() || points.len() >= 11, more) }
                { action(&format!("{}--fewer", id_of(at)), None, pen.t("point_fewer"), "ll-btn", lock.is_some() || points.len() <= 2, fewer) }
            </div>
        </>
    }
}

fn opt_out(pen: &Pen, at: &str, scale: &Value, lock: Option<&'static str>) -> Html {
    let place = member(at, "opt_out");
    let has = scale.get("opt_out").is_some();
    let onchange = {
        let (pen, place) = (pen.clone(), place.clone());
        Callback::from(move |event: Event| {
            let first = pen.languages.first().map(ToString::to_string).unwrap_or_default();
            pen.set(&place, is_ticked(&event).then(|| json!({ "label": { first: "" } })));
        })
    };
    html! {
        <>
            <div class="ll-checks"><label>
                <input type="checkbox" id={id_of(&place)} checked={has} disabled={has && lock.is_some()} {onchange} />
                <span>{ pen.of("field", "opt_out") }</span>
            </label></div>
            if has { { text(pen, &member(&place, "label"), pen.of("field", "opt_out_label"), Size::Line, false) } }
        </>
    }
}
