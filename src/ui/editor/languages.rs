//! The languages of an exercise.

use yew::prelude::*;

use super::pen::Pen;
use super::tool::{Sign, action, tool};
use crate::core::editor::Edit;
use crate::core::editor::languages::{is_language, lacking};
use crate::ui::browser::value_of;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What every part needs.
    pub pen: Pen,
}

/// The languages, with what each of them lacks.
#[component]
pub fn Languages(props: &Props) -> Html {
    let pen = &props.pen;
    let code = use_state(String::new);
    let lock = pen.used().locks_languages();
    let languages = pen.languages.iter().enumerate().map(|(index, language)| {
        let missing = lacking(pen.sheet.borrow().json(), language).len();
        let why_not = lock.map(|lock| pen.lock(lock)).or_else(|| (index == 0).then(|| pen.t("first_language")));
        let remove = {
            let (pen, code) = (pen.clone(), language.to_string());
            Callback::from(move |()| {
                if pen.edit(&Edit::RemoveLanguage { code: code.clone() }) {
                    pen.say.emit(pen.with("said_removed", &code));
                    pen.focus_on("ed/languages--code".to_owned());
                }
            })
        };
        html! {
            <li key={language.to_string()} class="ll-ed-row">
                <div class="ll-ed-row__head">
                    <strong>{ language.clone() }</strong>
                    <span class="ll-muted ll-ed-row__text">
                        { if missing == 0 { pen.t("complete") } else { pen.counted("lacking", missing) } }
                    </span>
                    { tool(format!("ed/languages/{language}--remove"), Sign::Bin, &pen.with("remove", language), why_not, remove) }
                </div>
            </li>
        }
    });
    let valid = is_language(&code) && !pen.languages.iter().any(|it| **it == **code);
    let add = {
        let (pen, code) = (pen.clone(), code.clone());
        Callback::from(move |()| {
            if pen.edit(&Edit::AddLanguage { code: (*code).clone() }) {
                pen.say.emit(pen.with("said_added", &code));
                code.set(String::new());
            }
        })
    };
    let oninput = {
        let code = code.clone();
        Callback::from(move |event: InputEvent| code.set(value_of(&event).trim().to_lowercase()))
    };
    html! {
        <section class="ll-ed-list" id="ed/languages" aria-label={pen.of("list", "languages")}>
            <h4>{ pen.of("list", "languages") }</h4>
            <ul class="ll-ed-rows">{ for languages }</ul>
            <div class="ll-textform--line ll-textform">
                <div class="ll-field">
                    <label class="ll-field__label" for="ed/languages--code">{ pen.t("language_code") }</label>
                    <input type="text" id="ed/languages--code" maxlength="20" autocapitalize="none" value={(*code).clone()} {oninput} />
                </div>
                { action("ed/languages--add", Some(Sign::Plus), pen.of("add", "languages"), "ll-btn", !valid, add) }
            </div>
        </section>
    }
}
