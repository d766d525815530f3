//! Settings that bring others along.

use serde_json::{Value, json};
use yew::prelude::*;

use super::input::{At, flag, is_ticked, setting};
use super::pen::{Pen, id_of};
use super::text::{Size, text};
use crate::core::editor::pointer::{member, split};
use crate::core::editor::{Edit, Field, Input};

/// Makes a choice, with what goes along with it; an empty word leaves the member out.
pub fn choose(pen: &Pen, at: &str, chosen: &str) {
    let set = |at: String, value: Option<Value>| Edit::Set { at, value };
    let Some((holder, name)) = split(at) else {
        return;
    };
    let value = (!chosen.is_empty()).then(|| Value::from(chosen));
    let mut edits = vec![set(at.to_owned(), value)];
    match (&*name, chosen) {
        // Private notes are shared by their author, one by one, and so get no dots.
        ("visibility", "private") => {
            edits.push(set(member(holder, "share"), Some("by_author".into())));
            edits.push(set(member(holder, "dots"), None));
        }
        ("visibility", _) => edits.push(set(member(holder, "share"), None)),
        ("import_from", "") => edits.push(set(member(holder, "import_only"), None)),
        _ => {}
    }
    pen.edit_as_one(&edits);
}

/// What the settings of a block have besides the plain ones.
pub fn extras(pen: &Pen, settings: &str, step: (&str, &str)) -> Html {
    match step.1 {
        "notes" if pen.at(&member(settings, "import_from")).is_string() => import_only(pen, settings),
        "principles" => support(pen, settings, step),
        "confirm" => required_comments(pen, settings),
        _ => Html::default(),
    }
}

/// Whether only notes that are shared come along.
fn import_only(pen: &Pen, settings: &str) -> Html {
    let at = member(settings, "import_only");
    let checked = pen.at(&at).is_string();
    let onchange = {
        let (pen, at) = (pen.clone(), at.clone());
        Callback::from(move |_: Event| pen.set(&at, (!checked).then(|| "shared".into())))
    };
    html! {
        <div class="ll-checks"><label>
            <input type="checkbox" id={id_of(&at)} {checked} {onchange} /><span>{ pen.of("field", "import_only") }</span>
        </label></div>
    }
}

/// A vote on who supports each principle, or none.
fn support(pen: &Pen, settings: &str, step: (&str, &str)) -> Html {
    const SCALE: Field = Field { name: "scale", input: Input::Scale, default: None };
    let at = member(settings, "support_vote");
    let now = pen.at(&at);
    let onchange = {
        let (pen, at) = (pen.clone(), at.clone());
        Callback::from(move |event: Event| {
            let scales = pen.at("/scales");
            let scale = scales.as_object().and_then(|scales| scales.keys().next()).cloned().unwrap_or_default();
            let first = pen.languages.first().map(ToString::to_string).unwrap_or_default();
            let vote = json!({ "scale": scale, "optional": true, "question": { first: "" } });
            pen.set(&at, is_ticked(&event).then_some(vote));
        })
    };
    let rounds = pen.used().rounds(step.0) > 0;
    let lock = rounds.then_some("used_setting_changed");
    let scale_lock = rounds.then_some("answered_scale_changed");
    html! {
        <>
            <div class="ll-checks"><label>
                <input type="checkbox" id={id_of(&at)} checked={now.is_object()} disabled={lock.is_some()} {onchange} />
                <span>{ pen.of("field", "support_vote") }</span>
            </label></div>
            if now.is_object() {
                { text(pen, &member(&at, "question"), pen.of("field", "question"), Size::Line, false) }
                { setting(pen, At { holder: &at, step, lock: scale_lock }, &SCALE) }
                { flag(pen, &member(&at, "optional"), pen.of("field", "optional")) }
            }
        </>
    }
}

/// The points of a confirmation's scale that ask for a comment.
fn required_comments(pen: &Pen, settings: &str) -> Html {
    let at = member(settings, "comment_required_for");
    let scale = pen.at(&member("/scales", pen.at(&member(settings, "scale")).as_str().unwrap_or_default()));
    let chosen: Vec<i64> = pen.at(&at).as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let values = crate::core::editor::values(&scale);
    let boxes = values.iter().map(|value| {
        let checked = chosen.contains(value);
        let label = crate::core::editor::pointer::list(&scale, "/points")
            .iter()
            .find(|point| point["value"].as_i64() == Some(*value))
            .map_or_else(|| value.to_string().into(), |point| pen.read(point.get("label")));
        let onchange = {
            let (pen, at, values, chosen, value) = (pen.clone(), at.clone(), values.clone(), chosen.clone(), *value);
            Callback::from(move |_: Event| {
                let next: Vec<i64> =
                    values.iter().copied().filter(|it| chosen.contains(it) != (*it == value)).collect();
                pen.set(&at, (!next.is_empty()).then(|| next.into()));
            })
        };
        html! {
            <label key={value.to_string()}>
                <input type="checkbox" id={id_of(&member(&at, &value.to_string()))} {checked} {onchange} />
                <span>{ label }</span>
            </label>
        }
    });
    html! {
        <fieldset class="ll-checks ll-ed-several" id={id_of(&at)}>
            <legend class="ll-field__label">{ pen.of("field", "comment_required_for") }</legend>
            { for boxes }
        </fieldset>
    }
}
