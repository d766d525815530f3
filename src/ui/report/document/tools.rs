//! The ways to take a document along: as a Word file, on paper or as a PDF, as Markdown.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use super::super::{Ask, ReportFacts};
use super::page::page;
use super::{DocumentFacts, document};
use crate::core::report::Meeting;
use crate::core::report::document::Document;
use crate::core::view::ClosingView;
use crate::ui::browser;
use crate::ui::button::{Tone, button};
use crate::ui::el::{el, group, line, none};
use crate::ui::icon::Icon;

/// What a document can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFile {
    /// A `.docx`.
    Word,
    /// A `.md`.
    Markdown,
}

/// Told whether a file was made and given to the user.
pub type Made = Callback<bool>;

/// What the tools are given.
#[derive(Clone, Properties, PartialEq)]
pub struct ToolsProps {
    /// The words, and what is known of the activity.
    pub page: Rc<ReportFacts>,
    /// The meeting.
    pub meeting: Meeting,
    /// What came of it.
    pub view: Rc<ClosingView>,
    /// Takes what the reader wants of the host.
    pub on: Callback<Ask>,
}

/// How it stands with a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// None was asked for.
    Idle,
    /// It is being made.
    Making,
    /// The user has it.
    Made,
    /// It could not be made.
    Failed,
}

/// Buttons, and how it stands with what they make.
#[component]
pub fn DocumentTools(props: &ToolsProps) -> Html {
    let words = &props.page.words;
    let state = use_state_eq(|| State::Idle);
    // Counted, so that each wish to print has a sheet of its own, also where the browser does not tell that printing is over.
    let paper = use_state(|| (0_u32, None::<Rc<Document>>));
    let make = {
        let (page, meeting, view) = (props.page.clone(), props.meeting.clone(), props.view.clone());
        move || Rc::new(document(&page.ui, &page.words, &DocumentFacts::of(&page, &meeting), &view))
    };
    let save = |file: DocumentFile| {
        let (on, state, make) = (props.on.clone(), state.clone(), make.clone());
        Callback::from(move |_: MouseEvent| {
            state.set(State::Making);
            let told = state.setter();
            let done = Callback::from(move |made| told.set(if made { State::Made } else { State::Failed }));
            on.emit(Ask::Document(make(), file, done));
        })
    };
    let print = {
        let (paper, state, make) = (paper.clone(), state.clone(), make.clone());
        Callback::from(move |_: MouseEvent| {
            state.set(State::Idle);
            paper.set((paper.0 + 1, Some(make())));
        })
    };
    let gone = {
        let (paper, count) = (paper.setter(), paper.0);
        Callback::from(move |()| paper.set((count, None)))
    };
    let tone = |icon| Tone::Secondary.icon(icon).unless(*state == State::Making);
    let mut buttons = Vec::new();
    if props.page.word {
        buttons.push(button(words.t("doc_word"), tone(Icon::Download), save(DocumentFile::Word)));
    }
    buttons.push(button(words.t("doc_print"), tone(Icon::Print), print));
    buttons.push(button(words.t("doc_markdown"), tone(Icon::Download), save(DocumentFile::Markdown)));
    let told = match *state {
        State::Idle => AttrValue::default(),
        State::Making => words.t("doc_making"),
        State::Made => words.t("doc_made"),
        State::Failed => words.t("doc_failed"),
    };
    let on_paper = paper.1.clone().map(|document| html! { <Paper key={paper.0} {document} {gone} /> });
    el("section", "ll-doc-tools ll-noprint").fixed("aria-labelledby", "ll-doc-tools").children(vec![
        el("h4", "").fixed("id", "ll-doc-tools").text(words.t("doc_tools")),
        line("p", "ll-muted", words.t("doc_tools_text")),
        group("div", "ll-actions", buttons),
        el("p", "ll-muted").fixed("role", "status").text(told),
        on_paper.unwrap_or_else(none),
    ])
}

#[derive(Properties, PartialEq)]
struct PaperProps {
    document: Rc<Document>,
    gone: Callback<()>,
}

/// The document beside everything else on the page, seen on paper only; asks the browser to print it, and goes when
/// that is over.
#[component]
fn Paper(props: &PaperProps) -> Html {
    let place = use_memo((), |()| place());
    {
        let (place, gone) = (place.clone(), props.gone.clone());
        use_effect_with((), move |()| {
            let over =
                web_sys::window().map(|window| EventListener::once(&window, "afterprint", move |_| gone.emit(())));
            browser::print();
            move || {
                drop(over);
                if let Some(place) = &*place {
                    place.remove();
                }
            }
        });
    }
    match &*place {
        Some(place) => create_portal(page(&props.document), place.clone()),
        None => none(),
    }
}

/// An element of its own at the end of the page.
fn place() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let place = document.create_element("div").ok()?;
    place.set_class_name("leerlandschap ll-paper");
    document.body()?.append_child(&place).ok()?;
    Some(place)
}
