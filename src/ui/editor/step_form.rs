//! The form of one step.

use serde_json::Value;
use yew::prelude::*;

use super::input::{At, flag, number, select, setting};
use super::parts::{stands_in, why_they_stay};
use super::pen::{Pen, id_of};
use super::rows::{List, rows};
use super::special::extras;
use super::text::{Size, text};
use crate::core::editor::pointer::{entry, find, list, member, text as text_of};
use crate::core::editor::{lists_of, settings_of};

/// Minutes, of a step, a part or a whole exercise.
pub fn minutes(pen: &Pen, at: &str) -> Html {
    let place = |name: &str| [at, "/minutes/", name].concat();
    html! {
        <div class="ll-ed-pair">
            { number(pen, &place("min"), pen.of("field", "minutes_min"), (0, 1440), None, None) }
            { number(pen, &place("max"), pen.of("field", "minutes_max"), (0, 1440), None, None) }
        </div>
    }
}

/// The form of the step with this id.
pub fn step_form(pen: &Pen, id: &str, open: Option<&str>, on_open: &Callback<Option<String>>) -> Html {
    let Some(index) = find(pen.sheet.borrow().json(), "/steps", id) else {
        return Html::default();
    };
    let at = entry("/steps", index);
    let block = text_of(&pen.at(&at), "block").to_owned();
    let settings = member(&at, "settings");
    let used = pen.used();
    let step = (id, block.as_str());
    let fields = settings_of(&block).iter().map(|field| {
        let lock = used.locks_setting(id, &block, field.name);
        // Private notes get no dots.
        let off = field.name == "dots" && pen.at(&member(&settings, "visibility")).as_str() == Some("private");
        if off { Html::default() } else { setting(pen, At { holder: &settings, step, lock }, field) }
    });
    let lists = lists_of(&block).iter().map(|(name, min, max)| {
        let of = List { at: [&at, "/", name].concat(), step: (id.to_owned(), block.clone()), bounds: (*min, *max) };
        let around = match *name {
            "items" => pen.at(&member(&settings, "dimensions")),
            "settings/views" => {
                Value::Array(vec![pen.at(&member(&settings, "dimensions")), pen.at(&member(&at, "items"))])
            }
            _ => Value::Null,
        };
        rows(pen, &of, &around, open, on_open)
    });
    let phases = List { at: member(&at, "phases"), step: (id.to_owned(), block.clone()), bounds: (0, 60) };
    let prompts = List { at: member(&at, "prompts"), step: (id.to_owned(), block.clone()), bounds: (0, 20) };
    let modes = ["together", "own_pace"].map(|mode| (mode.to_owned(), pen.of("choice_mode", mode))).to_vec();
    html! {
        <>
            <p class="ll-eyebrow"><span>{ pen.of("block", &block) }</span></p>
            { text(pen, &member(&at, "title"), pen.of("field", "title"), Size::Line, false) }
            { text(pen, &member(&at, "instruction"), pen.of("field", "instruction"), Size::Lines, false) }
            { for lists }
            <div class="ll-ed-settings">
                <h4>{ pen.t("settings") }</h4>
                { minutes(pen, &at) }
                { for fields }
                { extras(pen, &settings, step) }
                { select(pen, &member(&at, "mode"), pen.of("field", "step_mode"), modes, "together", None) }
                { flag(pen, &member(&at, "optional"), pen.of("field", "optional_step")) }
                { points(pen, &at, &block) }
                { membership(pen, id) }
            </div>
            { rows(pen, &prompts, &Value::Null, None, &Callback::noop()) }
            { rows(pen, &phases, &pen.at(&phases.at), None, &Callback::noop()) }
            { text(pen, &member(&at, "facilitator_hint"), pen.of("field", "facilitator_hint"), Size::Lines, true) }
        </>
    }
}

/// How many points the step gives, where it gives any.
fn points(pen: &Pen, at: &str, block: &str) -> Html {
    if block == "info" || pen.at(&member(at, "optional")).as_bool() == Some(true) {
        return Html::default();
    }
    number(pen, &member(at, "points"), pen.of("field", "step_points"), (0, 100), Some(1), None)
}

/// Which parts the step stands in, where there are several.
fn membership(pen: &Pen, id: &str) -> Html {
    let parts = pen.at("/series/parts");
    if list(&parts, "").len() < 2 {
        return Html::default();
    }
    let holder = format!("{id}--parts");
    let boxes = list(&parts, "").iter().enumerate().map(|(part, value)| {
        stands_in(pen, part, id, (format!("{holder}/{part}"), &holder), pen.read(value.get("title")))
    });
    html! {
        <fieldset class="ll-checks ll-ed-several" id={id_of(&holder)}>
            <legend class="ll-field__label">{ pen.t("in_parts") }</legend>
            { why_they_stay(pen, &holder) }
            { for boxes }
        </fieldset>
    }
}
