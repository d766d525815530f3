//! The form of the exercise as a whole: its texts and rules, its parts and its languages.

use serde_json::Value;
use yew::prelude::*;

use super::input::{is_ticked, number, select};
use super::languages::Languages;
use super::parts::parts;
use super::pen::Pen;
use super::step_form::minutes;
use super::text::{Size, text};
use crate::ui::browser::value_of;

/// Texts and rules.
pub fn exercise_form(pen: &Pen) -> Html {
    let lines =
        |name: &str, optional: bool| text(pen, &["/", name].concat(), pen.of("field", name), Size::Lines, optional);
    let modes = ["", "together", "alone", "mixed"]
        .map(|mode| {
            (mode.to_owned(), if mode.is_empty() { pen.t("none") } else { pen.of("choice_exercise_mode", mode) })
        })
        .to_vec();
    html! {
        <>
            { text(pen, "/title", pen.of("field", "exercise_title"), Size::Line, false) }
            { lines("goal", false) }
            { lines("when_to_use", true) }
            { lines("leaves_with", true) }
            { lines("gradebook", true) }
            if pen.at("/handover").is_object() {
                { text(pen, "/handover/text", pen.of("field", "handover"), Size::Lines, false) }
            }
            <div class="ll-ed-settings">
                <h4>{ pen.t("settings") }</h4>
                { minutes(pen, "") }
                if pen.at("/group_size").is_object() {
                    <div class="ll-ed-pair">
                        { number(pen, "/group_size/min", pen.of("field", "group_min"), (1, 1000), None, None) }
                        { number(pen, "/group_size/max", pen.of("field", "group_max"), (1, 1000), None, None) }
                    </div>
                }
                { select(pen, "/mode", pen.of("field", "exercise_mode"), modes, "", None) }
                { rules(pen) }
            </div>
            { parts(pen) }
            { html! { <Languages pen={pen.clone()} /> } }
        </>
    }
}

/// What every activity with this exercise must keep to; only ever stricter once there are answers.
fn rules(pen: &Pen) -> Html {
    let hidden = pen.at("/requires/visibility").is_string();
    let least = pen.at("/requires/min_answers").as_i64();
    let lock = if pen.used().is_empty() { None } else { Some("rules_loosened") };
    let set = |hidden: bool, least: Option<i64>| {
        let mut requires = serde_json::Map::new();
        if hidden {
            requires.insert("visibility".to_owned(), "hidden".into());
        }
        if let Some(least) = least {
            requires.insert("min_answers".to_owned(), least.into());
        }
        (!requires.is_empty()).then(|| Value::from(requires))
    };
    let onchange = {
        let pen = pen.clone();
        Callback::from(move |event: Event| pen.set("/requires", set(is_ticked(&event), least)))
    };
    let oninput = {
        let pen = pen.clone();
        Callback::from(move |event: InputEvent| {
            let typed = value_of(&event);
            let least = typed.trim().parse::<i64>().ok();
            if least.is_some() || typed.trim().is_empty() {
                pen.set("/requires", set(hidden, least));
            }
        })
    };
    let problem = pen.problem_at("/requires/min_answers");
    html! {
        <>
            <div class="ll-checks"><label>
                <input type="checkbox" id="ed/requires/visibility" checked={hidden} disabled={hidden && lock.is_some()} {onchange} />
                <span>{ pen.of("field", "requires_hidden") }</span>
            </label></div>
            <div class="ll-field ll-ed-number">
                <label class="ll-field__label" for="ed/requires/min_answers">{ pen.of("field", "requires_min_answers") }</label>
                <input type="number" id="ed/requires/min_answers" min="3" max="99"
                    value={least.map(|it| it.to_string()).unwrap_or_default()} {oninput}
                    aria-invalid={problem.is_some().then_some("true")} />
                if let Some(problem) = problem { <p class="ll-ed-problem">{ problem }</p> }
            </div>
        </>
    }
}
