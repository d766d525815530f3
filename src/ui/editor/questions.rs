//! What the editor asks, and the answers there are.

use yew::prelude::*;

use super::dialog::Dialog;
use super::pen::Pen;
use super::{Ask, Question};
use crate::core::editor::Remark;
use crate::ui::browser::value_of;

/// The dialog of a question.
pub fn question(pen: &Pen, asked: &Question) -> Html {
    let answer = |ask: Ask| {
        let on = pen.on.clone();
        Callback::from(move |()| on.emit(ask.clone()))
    };
    let cancel = || (pen.t("cancel"), false, answer(Ask::Dismiss));
    let (title, about, answers) = match asked {
        Question::Reset => {
            (pen.t("reset_title"), line(pen, "reset_about"), vec![cancel(), (pen.t("reset"), true, answer(Ask::Reset))])
        }
        Question::Conflict => (
            pen.t("conflict_title"),
            line(pen, "conflict_about"),
            vec![
                (pen.t("export_mine"), false, answer(Ask::Export)),
                (pen.t("take_theirs"), false, answer(Ask::TakeTheirs)),
                (pen.t("keep_mine"), true, answer(Ask::KeepMine)),
            ],
        ),
        Question::Warnings(warnings) => (
            pen.t("warnings_title"),
            remarks(pen, warnings),
            vec![cancel(), (pen.t("save_anyway"), true, answer(Ask::Save { force: true }))],
        ),
        Question::Unusable(problems) => (
            pen.t("import_wrong"),
            html! { <>{ line(pen, "import_wrong_about") }{ remarks(pen, problems) }</> },
            vec![(pen.t("close"), true, answer(Ask::Dismiss))],
        ),
        Question::Draft => (
            pen.t("draft_title"),
            line(pen, "draft_about"),
            vec![
                (pen.t("draft_drop"), false, answer(Ask::DropDraft)),
                (pen.t("draft_resume"), true, answer(Ask::ResumeDraft)),
            ],
        ),
        Question::PresetReplace(known) => {
            let replace = Ask::SavePreset { name: known.name.clone(), replaces: Some(known.version) };
            let about = html! { <p>{ pen.with("preset_replace_about", &known.name) }</p> };
            (pen.t("preset_replace_title"), about, vec![cancel(), (pen.t("preset_replace"), true, answer(replace))])
        }
        Question::PresetName => return html! { <PresetName pen={pen.clone()} /> },
        Question::PresetDelete => return html! { <PresetDelete pen={pen.clone()} /> },
    };
    html! { <Dialog {title} {answers} on_cancel={answer(Ask::Dismiss)}>{ about }</Dialog> }
}

fn line(pen: &Pen, name: &str) -> Html {
    html! { <p>{ pen.t(name) }</p> }
}

/// Each remark with its place.
pub fn remarks(pen: &Pen, remarks: &[Remark]) -> Html {
    let entry = |(index, remark): (usize, &Remark)| {
        html! {
            <li key={index}>
                <strong>{ pen.of("code", &remark.code) }</strong>{ " " }<code>{ place(pen, &remark.at) }</code>
            </li>
        }
    };
    html! { <ul class="ll-ed-remarks" tabindex="0">{ for remarks.iter().enumerate().map(entry) }</ul> }
}

/// A place as a designer reads it: the file itself, or its pointer.
fn place(pen: &Pen, at: &str) -> AttrValue {
    if at.is_empty() { pen.t("whole_file") } else { at.to_owned().into() }
}

#[derive(Properties, PartialEq)]
struct Props {
    pen: Pen,
}

/// The name of a preset to keep.
#[component]
fn PresetName(props: &Props) -> Html {
    let pen = &props.pen;
    let name = use_state(String::new);
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(value_of(&event).to_string()))
    };
    let keep = {
        let (on, name) = (pen.on.clone(), name.clone());
        Callback::from(move |()| {
            if !name.trim().is_empty() {
                on.emit(Ask::SavePreset { name: name.trim().to_owned(), replaces: None });
            }
        })
    };
    let cancel = {
        let on = pen.on.clone();
        Callback::from(move |()| on.emit(Ask::Dismiss))
    };
    let answers = vec![(pen.t("cancel"), false, cancel.clone()), (pen.t("preset_keep"), true, keep)];
    html! {
        <Dialog title={pen.t("preset_title")} {answers} on_cancel={cancel}>
            <div class="ll-field">
                <label class="ll-field__label" for="ed-preset-name">{ pen.t("preset_name") }</label>
                <input type="text" id="ed-preset-name" maxlength="100" value={(*name).clone()} {oninput} />
            </div>
        </Dialog>
    }
}

/// The preset to delete: none is chosen at first, so that nothing goes by a press too much.
#[component]
fn PresetDelete(props: &Props) -> Html {
    let pen = &props.pen;
    let chosen = use_state(|| None::<u64>);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| chosen.set(value_of(&event).parse().ok()))
    };
    let delete = {
        let (on, chosen) = (pen.on.clone(), *chosen);
        Callback::from(move |()| {
            if let Some(id) = chosen {
                on.emit(Ask::DeletePreset { id });
            }
        })
    };
    let cancel = pen.on.reform(|()| Ask::Dismiss);
    let answers = vec![(pen.t("cancel"), false, cancel.clone()), (pen.t("preset_delete"), true, delete)];
    let presets = pen.sheet.borrow().opened().presets.clone();
    html! {
        <Dialog title={pen.t("preset_delete_title")} {answers} on_cancel={cancel}>
            <p>{ pen.t("preset_delete_about") }</p>
            <div class="ll-field">
                <label class="ll-field__label" for="ed-preset-gone">{ pen.t("preset_which") }</label>
                <select id="ed-preset-gone" {onchange}>
                    <option value="" selected=true>{ pen.t("preset_choose") }</option>
                    { for presets.iter().map(|it| html! { <option value={it.id.to_string()}>{ it.name.clone() }</option> }) }
                </select>
            </div>
        </Dialog>
    }
}
