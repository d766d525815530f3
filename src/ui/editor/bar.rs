//! The row above: how saving stands, and what can be done with the whole.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::page::EditorProps;
use super::pen::Pen;
use super::tool::{Sign, action, tool};
use super::{Ask, Question, Saving, Seat, Wanted};
use crate::core::editor::rehearse::PEOPLE;
use crate::ui::browser::{read_file, value_of};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What every part needs.
    pub pen: Pen,
    /// What the page was given.
    pub page: EditorProps,
    /// Whether there is something to take back, and to make again.
    pub turns: (bool, bool),
    /// Whether anything is not saved.
    pub changed: bool,
    /// Whether it is the format as shipped.
    pub shipped: bool,
    /// Takes the user's wish to take back (true) or make again.
    pub on_turn: Callback<bool>,
}

/// The bar.
#[component]
pub fn Bar(props: &Props) -> Html {
    let Props { pen, page, turns, changed, shipped, on_turn } = props;
    let file = use_node_ref();
    let people = use_state(|| 5_u32);
    let open = use_state(|| false);
    let ask = |ask: Ask| {
        let on = pen.on.clone();
        Callback::from(move |()| on.emit(ask.clone()))
    };
    let choose = {
        let file = file.clone();
        Callback::from(move |()| {
            if let Some(input) = file.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onfile = {
        let on = pen.on.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                read_file(&input, on.reform(|text| Ask::Import { text }));
            }
        })
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let nothing = |possible: bool| (!possible).then(|| pen.t("nowhere"));
    let turn = |back: bool| {
        let on_turn = on_turn.clone();
        Callback::from(move |()| on_turn.emit(back))
    };
    let onpeople = {
        let people = people.clone();
        Callback::from(move |event: Event| {
            if let Ok(number) = value_of(&event).parse::<u32>() {
                people.set(number.clamp(PEOPLE.0, PEOPLE.1));
            }
        })
    };
    let onpreset = {
        let on = pen.on.clone();
        Callback::from(move |event: Event| {
            if let Ok(id) = value_of(&event).parse() {
                on.emit(Ask::OpenPreset { id });
            }
        })
    };
    let (presets, may_keep) = {
        let sheet = pen.sheet.borrow();
        (sheet.opened().presets.clone(), sheet.opened().may_keep_presets)
    };
    let sending = page.saving == Saving::Sending;
    html! {
        <div class="ll-ed-bar">
            <div class="ll-ed-bar__title">
                <a class="ll-btn ll-btn--quiet" href={page.home.clone()}>{ pen.t("back") }</a>
                <h2 id="ll-heading" tabindex="-1">{ pen.t("heading") }</h2>
            </div>
            <div class="ll-ed-bar__state">
                <p class="ll-ed-saving" role="status">{ state(pen, page.saving, *changed, page.languages.is_empty()) }</p>
                { tool("ed-undo".to_owned(), Sign::Undo, &pen.t("undo"), nothing(turns.0), turn(true)) }
                { tool("ed-redo".to_owned(), Sign::Redo, &pen.t("redo"), nothing(turns.1), turn(false)) }
                { action("ed-preview", None, pen.t("preview"), "ll-btn", false, ask(preview(0, Seat::Participant))) }
                <button type="button" class="ll-btn" id="ed-more" aria-expanded={open.to_string()} onclick={toggle}>{ pen.t("more") }</button>
                { action("ed-save", None, pen.t("save"), "ll-btn ll-btn--primary", sending || !changed, ask(Ask::Save { force: false })) }
            </div>
            <input ref={file} type="file" accept="application/json,.json" hidden=true aria-label={pen.t("import")} onchange={onfile} />
            if *open {
                <div class="ll-ed-bar__more">
                    <div class="ll-field ll-ed-people">
                        <label class="ll-field__label" for="ed-people">{ pen.t("people") }</label>
                        <select id="ed-people" onchange={onpeople}>
                            { for (PEOPLE.0..=PEOPLE.1).map(|n| html! { <option value={n.to_string()} selected={n == *people}>{ n }</option> }) }
                        </select>
                        { action("ed-rehearse", None, pen.t("rehearse"), "ll-btn", false, ask(preview(*people, Seat::Leader))) }
                    </div>
                    <div class="ll-actions">
                        { action("ed-export", None, pen.t("export"), "ll-btn", false, ask(Ask::Export)) }
                        { action("ed-import", None, pen.t("import"), "ll-btn", false, choose) }
                        { action("ed-reset", None, pen.t("reset"), "ll-btn", *shipped, ask(Ask::Question(Question::Reset))) }
                        if may_keep {
                            { action("ed-preset", None, pen.t("preset_keep"), "ll-btn", false, ask(Ask::Question(Question::PresetName))) }
                        }
                    </div>
                    if !presets.is_empty() {
                        <div class="ll-field">
                            <label class="ll-field__label" for="ed-presets">{ pen.t("presets") }</label>
                            <select id="ed-presets" onchange={onpreset}>
                                <option value="" selected=true>{ pen.t("preset_choose") }</option>
                                { for presets.iter().map(|it| html! { <option value={it.id.to_string()}>{ it.name.clone() }</option> }) }
                            </select>
                        </div>
                        if may_keep {
                            { action("ed-preset-delete", None, pen.t("preset_delete"), "ll-btn", false, ask(Ask::Question(Question::PresetDelete))) }
                        }
                    }
                </div>
            }
        </div>
    }
}

/// To try the first meeting with so many simulated participants, from this seat.
fn preview(people: u32, seat: Seat) -> Ask {
    Ask::Preview(Wanted { people, run: String::new(), seat })
}

/// How saving stands. In Moodle the meetings that are open take what was saved too.
fn state(pen: &Pen, saving: Saving, changed: bool, in_moodle: bool) -> AttrValue {
    match saving {
        Saving::Sending => pen.t("saving"),
        Saving::Failed => pen.t("save_failed"),
        Saving::LoggedOut => pen.t("logged_out"),
        Saving::Refused if changed => pen.t("save_refused"),
        Saving::PresetKept => pen.t("preset_kept"),
        Saving::PresetGone => pen.t("preset_gone"),
        Saving::PresetsFull => pen.t("presets_full"),
        _ if changed => pen.t("unsaved"),
        Saving::Saved if in_moodle => pen.t("saved"),
        Saving::Saved => pen.t("saved_new"),
        _ => "".into(),
    }
}
