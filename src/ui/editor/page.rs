//! The whole editor.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::bar::Bar;
use super::exercise_form::exercise_form;
use super::outline::{Selected, outline};
use super::pen::{Pen, id_of};
use super::preview::{Preview, Trial, TrialIntent};
use super::problems::{Target, problems, warnings};
use super::questions::question;
use super::scales_form::scales_form;
use super::step_form::step_form;
use super::{Ask, Question, Saving};
use crate::core::editor::pointer::find;
use crate::core::editor::{Act, Editor, Remark};
use crate::i18n::{Catalogue, Key};

/// The document, compared by identity: what it holds shows by the revision beside it.
#[derive(Clone)]
pub struct Sheet(pub Rc<RefCell<Editor>>);

impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The heading, which gets the focus where what had it is gone.
const HEADING: &str = "ll-heading";

/// What the editor is given.
#[derive(Clone, Properties, PartialEq)]
pub struct EditorProps {
    /// The document.
    pub sheet: Sheet,
    /// Raised by every change of it.
    pub revision: u32,
    /// The words of the interface.
    pub words: Rc<Catalogue>,
    /// The language of the interface.
    pub language: AttrValue,
    /// The languages of the interface to choose from: code and own name; none inside Moodle.
    pub languages: Rc<Vec<(AttrValue, AttrValue)>>,
    /// What is wrong, as far as it has been looked at.
    pub problems: Rc<Vec<Remark>>,
    /// What the changes do to what groups have done, where that is allowed.
    pub warnings: Rc<Vec<Remark>>,
    /// How saving stands.
    pub saving: Saving,
    /// What the user is asked.
    pub question: Option<Question>,
    /// The meeting that is tried.
    pub preview: Option<Trial>,
    /// Where to go back to.
    pub home: AttrValue,
    /// Takes what the user wants of the host.
    pub on: Callback<Ask>,
    /// Takes what the user wants of the meeting that is tried.
    pub on_trial: Callback<TrialIntent>,
}

/// The editor, or the preview in its place.
#[component]
pub fn EditorPage(props: &EditorProps) -> Html {
    let selected = use_state(|| Selected::Exercise);
    let open = use_state(|| None::<String>);
    let spoken = use_state(AttrValue::default);
    let language = use_state(|| None::<AttrValue>);
    let focus = use_memo((), |()| RefCell::new(None::<String>));
    let dragged = use_memo((), |()| RefCell::new(None));
    let languages = Rc::new(Pen::codes(&props.sheet.0));
    let written = language
        .as_ref()
        .filter(|code| languages.contains(code))
        .or_else(|| languages.iter().find(|code| **code == props.language))
        .or_else(|| languages.first())
        .cloned()
        .unwrap_or_default();
    let pen = Pen {
        words: props.words.clone(),
        sheet: props.sheet.0.clone(),
        on: props.on.clone(),
        languages: languages.clone(),
        language: written,
        problems: props.problems.clone(),
        say: {
            let spoken = spoken.setter();
            Callback::from(move |text| spoken.set(text))
        },
        focus: focus.clone(),
        dragged,
    };
    {
        let focus = focus.clone();
        use_effect(move || {
            if let Some(id) = focus.borrow_mut().take() {
                focus_element(&id);
            }
        });
    }
    let on_select = {
        let (selected, open) = (selected.clone(), open.clone());
        Callback::from(move |next: Selected| {
            selected.set(next);
            open.set(None);
        })
    };
    let on_open = {
        let open = open.clone();
        Callback::from(move |next| open.set(next))
    };
    let on_jump = {
        let (selected, open, pen) = (selected.clone(), open.clone(), pen.clone());
        Callback::from(move |target: Target| {
            selected.set(target.selected);
            open.set(target.open);
            pen.focus_on(id_of(&target.at));
            // Where nothing else is drawn anew the focus moves at once.
            pen.on.emit(Ask::Dismiss);
        })
    };
    let on_turn = {
        let pen = pen.clone();
        Callback::from(move |back: bool| turn(&pen, back))
    };
    let onkeydown = {
        let on_turn = on_turn.clone();
        Callback::from(move |event: KeyboardEvent| {
            if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
                return;
            }
            let back = match (event.key().to_lowercase().as_str(), event.shift_key()) {
                ("z", false) => true,
                ("z", true) | ("y", false) => false,
                _ => return,
            };
            event.prevent_default();
            on_turn.emit(back);
        })
    };
    if let Some(trial) = &props.preview {
        let end = pen.on.reform(|_: MouseEvent| Ask::EndPreview);
        return html! {
            <>
                { brand(&pen, props, Html::default()) }
                <Preview words={props.words.clone()} trial={trial.clone()} alone=true on={props.on_trial.clone()}>
                    <button type="button" id="ed-preview-end" class="ll-btn ll-btn--primary" onclick={end}>{ pen.t("preview_end") }</button>
                </Preview>
            </>
        };
    }
    let (turns, changed, shipped, changes) = {
        let sheet = props.sheet.0.borrow();
        (sheet.can_turn(), sheet.is_changed(), sheet.is_shipped(), sheet.changes())
    };
    // A step that an undo took away is no longer there to be shown.
    let shown = match &*selected {
        Selected::Step(id) if find(props.sheet.0.borrow().json(), "/steps", id).is_none() => Selected::Exercise,
        selected => selected.clone(),
    };
    let (title, form) = match &shown {
        Selected::Exercise => (pen.t("exercise"), exercise_form(&pen)),
        Selected::Scales => (pen.t("scales"), scales_form(&pen)),
        Selected::Step(id) => (pen.step_title(id), step_form(&pen, id, open.as_deref(), &on_open)),
    };
    let key = format!("{shown:?}");
    html! {
        <div class="ll-ed" {onkeydown}>
            { brand(&pen, props, interface_languages(&pen, props)) }
            <Bar pen={pen.clone()} page={props.clone()} {turns} {changed} {shipped} {on_turn} />
            { problems(&pen, &on_jump) }
            { warnings(&pen, &props.warnings, &on_jump) }
            <div class="ll-ed-split">
                { outline(&pen, &changes, &shown, &on_select) }
                <section class="ll-ed-form ll-card" {key} aria-labelledby="ed-form-title">
                    <div class="ll-ed-form__head">
                        <h3 id="ed-form-title">{ title }</h3>
                        { written_languages(&pen, &language) }
                    </div>
                    { form }
                </section>
            </div>
            { props.question.as_ref().map(|asked| question(&pen, asked)).unwrap_or_default() }
            <p class="ll-sr" role="status" id="ed-spoken">{ (*spoken).clone() }</p>
        </div>
    }
}

/// Takes back or makes again, and says what.
fn turn(pen: &Pen, back: bool) {
    // What has the focus keeps it, also where it is drawn elsewhere; what goes gives it to the heading.
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|it| it.active_element());
    pen.focus_on(focused.map(|element| element.id()).filter(|id| !id.is_empty()).unwrap_or_else(|| HEADING.to_owned()));
    let done = pen.change(|editor| if back { editor.undo() } else { editor.redo() });
    let Some((act, _)) = done else {
        pen.say.emit(pen.t("nowhere"));
        return;
    };
    let what = pen.t(match act {
        Act::Write => "act_write",
        Act::Set => "act_set",
        Act::Add => "act_add",
        Act::Remove => "act_remove",
        Act::Move => "act_move",
        Act::Replace => "act_replace",
    });
    pen.say.emit(pen.with(if back { "said_undone" } else { "said_redone" }, &what));
}

/// The language that texts are written in.
fn written_languages(pen: &Pen, chosen: &UseStateHandle<Option<AttrValue>>) -> Html {
    if pen.languages.len() < 2 {
        return Html::default();
    }
    let button = |code: &AttrValue| {
        let onclick = {
            let (chosen, code) = (chosen.clone(), code.clone());
            Callback::from(move |_: MouseEvent| chosen.set(Some(code.clone())))
        };
        html! {
            <button key={code.to_string()} type="button" aria-pressed={(*code == pen.language).to_string()} {onclick}>{ code.clone() }</button>
        }
    };
    html! {
        <div class="ll-languages" role="group" aria-label={pen.t("write_in")}>{ for pen.languages.iter().map(button) }</div>
    }
}

/// The page's own title, with what stands beside it; inside Moodle the page has one.
fn brand(pen: &Pen, props: &EditorProps, beside: Html) -> Html {
    if props.languages.is_empty() {
        return Html::default();
    }
    html! { <div class="ll-brand"><h1>{ pen.words.text(Key::Brand) }</h1>{ beside }</div> }
}

/// The language of the interface, where this page has that choice.
fn interface_languages(pen: &Pen, props: &EditorProps) -> Html {
    let button = |(code, name): &(AttrValue, AttrValue)| {
        let onclick = {
            let (on, code) = (pen.on.clone(), code.to_string());
            Callback::from(move |_: MouseEvent| on.emit(Ask::Speak(code.clone())))
        };
        html! {
            <button key={code.to_string()} type="button" lang={code.clone()} aria-pressed={(*code == props.language).to_string()} {onclick}>{ name.clone() }</button>
        }
    };
    html! {
        <div class="ll-languages" role="group" aria-label={pen.words.text(Key::Language)}>
            { for props.languages.iter().map(button) }
        </div>
    }
}

/// Puts the focus on the element with this identity, or on the one that is nearest to it: the first field
/// within, else what is around.
fn focus_element(id: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let within = |id: &str| {
        let quoted = id.replace(['\\', '"'], "");
        document.query_selector(&format!("[id^=\"{quoted}/\"]:is(input, textarea, select)")).ok().flatten()
    };
    let mut place = id;
    loop {
        let found = document.get_element_by_id(place).or_else(|| within(place));
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
            return;
        }
        match place.rsplit_once('/') {
            Some((around, _)) if !around.is_empty() => place = around,
            _ if place == HEADING => return,
            _ => place = HEADING,
        }
    }
}
