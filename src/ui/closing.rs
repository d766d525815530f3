//! What the group leaves with.

use yew::prelude::*;

use super::action_card::body;
use super::action_form::status_name;
use super::browser;
use super::button::{Tone, button};
use super::context::{Ui, use_ui};
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::outcome_text::outcome_text;
use super::page_heading::title;
use super::principle_row::number;
use super::results::{Detail, results};
use crate::core::view::{ActionView, ClosingView, NotesColumn, Text};
use crate::i18n::Key;

/// The outcome, to read, print and copy.
pub fn closing(ui: &Ui, view: &ClosingView, name: &Text, team: Option<&Text>) -> Html {
    let mut eyebrow = vec![line("span", "", name.clone().into())];
    if let Some(team) = team {
        eyebrow.push(line("span", "", team.clone().into()));
    }
    if view.closed {
        eyebrow.push(line("span", "", ui.t(Key::Closed)));
    }
    let lead = view.leaves_with.as_ref().map(|text| line("p", "ll-lead", text.clone().into()));
    let mut parts = vec![group(
        "header",
        "ll-hero",
        vec![
            group("p", "ll-eyebrow", eyebrow),
            title(ui, ui.t(Key::PlaceClosing)),
            lead.unwrap_or_default(),
            html! { <Share view={view.clone()} title={name.clone()} /> },
        ],
    )];
    for (heading, shown) in &view.results {
        parts.push(part(heading.title.clone().into(), vec![results(ui, shown, Detail::Brief)]));
    }
    for (heading, columns) in
        view.notes.iter().filter(|(_, columns)| columns.iter().any(|column| !column.notes.is_empty()))
    {
        parts.push(part(heading.title.clone().into(), vec![notes(columns)]));
    }
    parts.push(actions(ui, view));
    if let Some((label, text)) = view.scope.as_ref().filter(|(_, text)| !text.is_empty()) {
        parts.push(part(label.clone().into(), vec![line("p", "ll-card ll-note__text", text.clone().into())]));
    }
    parts.push(principles(ui, view));
    if let Some(text) = &view.handover {
        let words = vec![line("h3", "", ui.t(Key::Handover)), line("p", "", text.clone().into())];
        parts.push(group("div", "ll-part-of ll-handover", words));
    }
    parts.push(participation(ui, view));
    group("div", "ll-outcome", parts)
}

fn part(title: AttrValue, mut inside: Vec<Html>) -> Html {
    inside.insert(0, line("h3", "", title));
    group("div", "ll-part-of", inside)
}

fn notes(columns: &[NotesColumn]) -> Html {
    let column = |column: &NotesColumn| {
        let notes = column
            .notes
            .iter()
            .map(|note| group("li", "ll-note", vec![line("p", "ll-note__text", note.text.clone().into())]));
        let notes = group("ul", "ll-notes", notes.collect());
        group("div", "ll-column", vec![line("h4", "", column.label.clone().into()), notes])
    };
    let filled = columns.iter().filter(|column| !column.notes.is_empty());
    group("div", "ll-columns", filled.map(column).collect())
}

fn actions(ui: &Ui, view: &ClosingView) -> Html {
    let card = |action: &ActionView| {
        let status = line("span", "ll-tag", status_name(ui, action.status));
        group("li", "ll-card ll-action", vec![body(ui, action), status])
    };
    let inside = if view.actions.is_empty() {
        line("p", "ll-muted", ui.t(Key::ClosingNoActions))
    } else {
        group("ul", "ll-list", view.actions.iter().map(card).collect())
    };
    part(ui.t(Key::ActionsList), vec![inside])
}

fn principles(ui: &Ui, view: &ClosingView) -> Html {
    let row = |(at, text): (usize, &Text)| {
        group("li", "ll-card ll-principle", vec![number(at), line("p", "ll-principle__body", text.clone().into())])
    };
    let inside = if view.principles.is_empty() {
        line("p", "ll-muted", ui.t(Key::ClosingNoPrinciples))
    } else {
        group("ol", "ll-list", view.principles.iter().enumerate().map(row).collect())
    };
    part(ui.t(Key::PrinciplesTitle), vec![inside])
}

fn participation(ui: &Ui, view: &ClosingView) -> Html {
    if view.done.is_empty() {
        return none();
    }
    let step = |(title, done): &(Text, bool)| {
        let (class, icon, state) =
            if *done { ("ll-done--yes", Icon::Check, Key::PartDone) } else { ("", Icon::More, Key::PartOpen) };
        group(
            "li",
            class,
            vec![icon.draw(), line("span", "", title.clone().into()), line("span", "ll-muted", ui.t(state))],
        )
    };
    let steps = group("ul", "ll-done", view.done.iter().map(step).collect());
    group("div", "ll-part-of ll-noprint", vec![line("h3", "", ui.t(Key::YourPart)), steps])
}

#[derive(Properties, PartialEq)]
struct Props {
    view: ClosingView,
    title: Text,
}

/// Print, and copy; where the browser refuses to copy, the text itself to copy by hand.
#[component]
fn Share(props: &Props) -> Html {
    let ui = use_ui();
    let copied = use_state(|| None::<bool>);
    let text = || outcome_text(&ui, &props.title, &props.view);
    let on_copy = {
        let (text, copied) = (text(), copied.clone());
        Callback::from(move |_| {
            let copied = copied.clone();
            browser::copy(text.clone(), Callback::from(move |done| copied.set(Some(done))));
        })
    };
    let told = match *copied {
        Some(true) => ui.t(Key::Copied),
        Some(false) => ui.t(Key::CopyByHand),
        None => AttrValue::default(),
    };
    let by_hand = if *copied == Some(false) {
        html! { <textarea readonly=true rows="8" aria-label={ui.t(Key::CopyText)} value={text()} /> }
    } else {
        none()
    };
    let print = button(ui.t(Key::Print), Tone::Secondary.icon(Icon::Print), Callback::from(|_| browser::print()));
    let copy = button(ui.t(Key::CopyText), Tone::Secondary.icon(Icon::Copy), on_copy);
    group(
        "div",
        "ll-share ll-noprint",
        vec![
            group("div", "ll-actions", vec![print, copy]),
            el("p", "ll-muted").fixed("role", "status").text(told),
            by_hand,
        ],
    )
}
