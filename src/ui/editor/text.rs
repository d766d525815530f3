//! A text in its languages: side by side where there is room, else in the one that is written in.

use yew::prelude::*;

use super::pen::{Pen, id_of};
use crate::core::editor::Edit;
use crate::core::editor::pointer::member;
use crate::ui::browser::value_of;

/// The most characters of a text.
const LIMIT: &str = "2000";

/// How a text is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// One line.
    Line,
    /// Several.
    Lines,
}

/// The fields of the text at `at`.
#[allow(clippy::needless_pass_by_value)] // A label is made for its field alone.
pub fn text(pen: &Pen, at: &str, label: AttrValue, size: Size, optional: bool) -> Html {
    let shown = pen.shown();
    let several = pen.languages.len() > 1;
    let cells = shown.iter().map(|(language, chosen)| {
        let place = member(at, language);
        let id = id_of(&place);
        let value = pen.written(at, language);
        let missing = value.trim().is_empty() && (!optional || anything(pen, at));
        let problem = pen.problem_at(&place).or_else(|| {
            let first = pen.languages.first() == Some(language);
            if first { pen.problem_at(at) } else { None }
        });
        let name: AttrValue = if several { [&*label, ", ", language].concat().into() } else { label.clone() };
        let class = if *chosen { "ll-ed-cell" } else { "ll-ed-cell ll-ed-cell--beside" };
        let told_at = format!("{id}--problem");
        html! {
            <div key={language.to_string()} {class}>
                if several {
                    <span class="ll-ed-lang" aria-hidden="true">
                        { language.clone() }
                        if missing { <span class="ll-ed-missing">{ pen.t("missing") }</span> }
                    </span>
                }
                { cell(pen, at, language, &id, value, &name, size, optional, problem.is_some(), missing && several) }
                if let Some(problem) = problem { <p class="ll-ed-problem" id={told_at}>{ problem }</p> }
            </div>
        }
    });
    html! {
        <div class="ll-ed-text" role="group" aria-label={label.clone()}>
            <span class="ll-field__label" aria-hidden="true">
                { label.clone() }
                if optional { <span class="ll-muted">{ " " }{ pen.t("optional") }</span> }
            </span>
            <div class="ll-ed-cells">{ for cells }</div>
        </div>
    }
}

/// Whether an optional text says anything in any language, so that it lacks the others.
fn anything(pen: &Pen, at: &str) -> bool {
    pen.languages.iter().any(|language| !pen.written(at, language).trim().is_empty())
}

#[allow(clippy::too_many_arguments)] // What a field shows; all of it is used once, here.
fn cell(
    pen: &Pen,
    at: &str,
    language: &AttrValue,
    id: &str,
    value: AttrValue,
    name: &AttrValue,
    size: Size,
    optional: bool,
    bad: bool,
    missing: bool,
) -> Html {
    let oninput = {
        let (pen, at, language) = (pen.clone(), at.to_owned(), language.to_string());
        Callback::from(move |event: InputEvent| {
            let text = value_of(&event).to_string();
            pen.edit(&Edit::Text { at: at.clone(), language: language.clone(), text, optional });
        })
    };
    let onblur = {
        let pen = pen.clone();
        Callback::from(move |_: FocusEvent| pen.pause())
    };
    let invalid = bad.then_some("true");
    let described = bad.then(|| format!("{id}--problem"));
    let label = if missing { format!("{name} ({})", pen.t("missing")) } else { name.to_string() };
    match size {
        Size::Line => html! {
            <input type="text" id={id.to_owned()} lang={language.clone()} {value} maxlength={LIMIT} aria-label={label}
                aria-invalid={invalid} aria-describedby={described} {oninput} {onblur} />
        },
        Size::Lines => html! {
            <textarea id={id.to_owned()} lang={language.clone()} {value} maxlength={LIMIT} rows="2" aria-label={label}
                aria-invalid={invalid} aria-describedby={described} {oninput} {onblur} />
        },
    }
}
