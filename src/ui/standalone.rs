//! What the standalone page has beside the exercise: language, other participants, the meeting as a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::browser;
use super::button::{Tone, button};
use super::context::{Ui, use_ui};
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::start_over::{Required, Rules, StartOver};
use crate::i18n::Key;

/// What the standalone host offers.
#[derive(Clone, Debug, PartialEq)]
pub struct StandaloneControls {
    /// The languages there are: code and own name.
    pub languages: Vec<(AttrValue, AttrValue)>,
    /// The code of the current one.
    pub language: AttrValue,
    /// The address of this page, where a new tab is a new participant.
    pub address: AttrValue,
    /// The formats to choose from: address of the page that runs it, and title.
    pub formats: Vec<(AttrValue, AttrValue)>,
    /// The place of the one that runs.
    pub format: usize,
    /// The address of the page that edits it.
    pub editor: AttrValue,
    /// What the exercise requires of a meeting.
    pub required: Required,
    /// Takes what the user wants of the page.
    pub on: Callback<ControlIntent>,
}

/// What the user wants of the standalone page.
#[derive(Clone, Debug, PartialEq)]
pub enum ControlIntent {
    /// Another language, by its code.
    Language(String),
    /// Forget the meeting and begin anew by these rules; asked before.
    StartOver(Rules),
    /// The meeting as a file.
    Export,
    /// The text of a file to read a meeting from; empty where the file cannot be read.
    Import(String),
}

/// What the menu offers.
#[derive(Properties, PartialEq)]
struct Props {
    controls: StandaloneControls,
}

/// The page's title and tools. Modules for Moodle leave them out (feature `page`).
pub fn page_head(ui: &Ui, controls: &StandaloneControls) -> Html {
    if !cfg!(feature = "page") {
        return none();
    }
    group("div", "ll-brand", vec![line("h1", "", ui.t(Key::Brand)), page_tools(ui, controls)])
}

/// A slim row above the exercise.
fn page_tools(ui: &Ui, controls: &StandaloneControls) -> Html {
    let language = |(code, name): &(AttrValue, AttrValue)| {
        let choose = controls.on.reform({
            let code = code.to_string();
            move |_| ControlIntent::Language(code.clone())
        });
        el("button", "")
            .key(code)
            .fixed("type", "button")
            .attr("lang", code.clone())
            .fixed("aria-pressed", if *code == controls.language { "true" } else { "false" })
            .click(choose)
            .text(name.clone())
    };
    let languages = controls.languages.iter().map(language).collect();
    let link = el("a", "ll-btn ll-btn--quiet")
        .attr("href", controls.address.clone())
        .fixed("target", "_blank")
        .fixed("rel", "noopener")
        .children(vec![Icon::External.draw(), line("span", "", ui.t(Key::AnotherParticipant))]);
    group(
        "div",
        "ll-page-tools ll-noprint",
        vec![
            el("div", "ll-languages")
                .fixed("role", "group")
                .attr("aria-label", ui.t(Key::Language))
                .children(languages),
            link,
            formats(ui, controls),
            html! { <MeetingMenu controls={controls.clone()} /> },
        ],
    )
}

/// Every format has a meeting of its own in this browser, so another one is another page.
fn formats(ui: &Ui, controls: &StandaloneControls) -> Html {
    let entry = |(place, (address, title)): (usize, &(AttrValue, AttrValue))| {
        let link = el("a", "ll-btn ll-btn--quiet").key(address).attr("href", address.clone());
        let link = if place == controls.format { link.fixed("aria-current", "page") } else { link };
        link.text(title.clone())
    };
    let entries = controls.formats.iter().enumerate().map(entry).collect();
    let summary = vec![Icon::More.draw(), line("span", "", ui.t(Key::ChooseFormat))];
    let summary = group("summary", "ll-btn ll-btn--quiet", summary);
    group("details", "ll-menu", vec![summary, group("div", "ll-menu__list", entries)])
}

/// The meeting as a whole: keep it, bring one back, begin anew.
#[component]
fn MeetingMenu(props: &Props) -> Html {
    let ui = use_ui();
    let file = use_node_ref();
    let on = &props.controls.on;
    let choose = {
        let file = file.clone();
        Callback::from(move |_| {
            if let Some(input) = file.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = {
        let on = on.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                browser::read_file(&input, on.reform(ControlIntent::Import));
            }
        })
    };
    let summary = vec![Icon::More.draw(), line("span", "", ui.t(Key::MeetingMenu))];
    let edit =
        el("a", "ll-btn ll-btn--quiet").attr("href", props.controls.editor.clone()).text(ui.t(Key::EditExercise));
    let entries = vec![
        edit,
        button(ui.t(Key::Export), Tone::Quiet.plain(), on.reform(|_| ControlIntent::Export)),
        button(ui.t(Key::Import), Tone::Quiet.plain(), choose),
        html! { <input ref={file} type="file" accept="application/json,.json" hidden=true aria-label={ui.t(Key::Import)} {onchange} /> },
        html! { <StartOver required={props.controls.required} on={on.reform(ControlIntent::StartOver)} /> },
    ];
    let summary = group("summary", "ll-btn ll-btn--quiet", summary);
    group("details", "ll-menu", vec![summary, group("div", "ll-menu__list", entries)])
}
