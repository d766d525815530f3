//! What the group leaves with.

use yew::prelude::*;

use super::action_card::facts;
use super::action_form::status_name;
use super::browser;
use super::button::{Tone, button};
use super::context::{Ui, say, use_ui};
use super::icon::Icon;
use super::outcome_text::outcome_text;
use super::results::{Detail, results};
use crate::core::view::{ClosingView, NotesColumn, Text};
use crate::i18n::Key;

/// The outcome, to read, print and copy.
pub fn closing(ui: &Ui, view: &ClosingView, title: &Text, group: Option<&Text>) -> Html {
    html! {
        <div class="ll-outcome">
            <header class="ll-hero">
                <p class="ll-eyebrow">
                    <span>{ say(title) }</span>
                    if let Some(group) = group {
                        <span>{ say(group) }</span>
                    }
                    if view.closed {
                        <span>{ ui.t(Key::Closed) }</span>
                    }
                </p>
                <h2 id="ll-heading" tabindex="-1" ref={ui.heading.clone()}>{ ui.t(Key::PlaceClosing) }</h2>
                if let Some(text) = &view.leaves_with {
                    <p class="ll-lead">{ say(text) }</p>
                }
                <Share view={view.clone()} title={title.clone()} />
            </header>
            for (heading, shown) in &view.results {
                <section key={heading.step.as_str()} class="ll-part-of">
                    <h3>{ say(&heading.title) }</h3>
                    { results(ui, shown, Detail::Brief) }
                </section>
            }
            for (heading, columns) in &view.notes {
                if columns.iter().any(|column| !column.notes.is_empty()) {
                    <section key={heading.step.as_str()} class="ll-part-of">
                        <h3>{ say(&heading.title) }</h3>
                        { notes(columns) }
                    </section>
                }
            }
            { actions(ui, view) }
            { principles(ui, view) }
            if let Some(text) = &view.handover {
                <section class="ll-part-of ll-handover">
                    <h3>{ ui.t(Key::Handover) }</h3>
                    <p>{ say(text) }</p>
                </section>
            }
            { participation(ui, view) }
        </div>
    }
}

fn notes(columns: &[NotesColumn]) -> Html {
    html! {
        <div class="ll-columns">
            for column in columns {
                if !column.notes.is_empty() {
                    <div class="ll-column">
                        <h4>{ say(&column.label) }</h4>
                        <ul class="ll-notes">
                            for note in &column.notes {
                                <li class="ll-note"><p class="ll-note__text">{ say(&note.text) }</p></li>
                            }
                        </ul>
                    </div>
                }
            }
        </div>
    }
}

fn actions(ui: &Ui, view: &ClosingView) -> Html {
    html! {
        <section class="ll-part-of">
            <h3>{ ui.t(Key::ActionsList) }</h3>
            if view.actions.is_empty() {
                <p class="ll-muted">{ ui.t(Key::ClosingNoActions) }</p>
            }
            <ul class="ll-list">
                for action in &view.actions {
                    <li key={action.meta.id.as_str()} class="ll-card ll-action">
                        <div class="ll-action__body">
                            <p class="ll-action__what">{ say(&action.what) }</p>
                            { facts(ui, &action.who, action.when) }
                            if let Some((_, text)) = &action.source {
                                <p class="ll-action__source">{ ui.with(Key::ActionFrom, text) }</p>
                            }
                        </div>
                        <span class="ll-tag">{ status_name(ui, action.status) }</span>
                    </li>
                }
            </ul>
        </section>
    }
}

fn principles(ui: &Ui, view: &ClosingView) -> Html {
    html! {
        <>
            if let Some((label, text)) = &view.scope {
                if !text.is_empty() {
                    <section class="ll-part-of">
                        <h3>{ say(label) }</h3>
                        <p class="ll-card ll-note__text">{ say(text) }</p>
                    </section>
                }
            }
            <section class="ll-part-of">
                <h3>{ ui.t(Key::PrinciplesTitle) }</h3>
                if view.principles.is_empty() {
                    <p class="ll-muted">{ ui.t(Key::ClosingNoPrinciples) }</p>
                }
                <ol class="ll-list">
                    for (at, text) in view.principles.iter().enumerate() {
                        <li class="ll-card ll-principle">
                            <span class="ll-principle__number" aria-hidden="true">{ at + 1 }</span>
                            <p class="ll-principle__body">{ say(text) }</p>
                        </li>
                    }
                </ol>
            </section>
        </>
    }
}

fn participation(ui: &Ui, view: &ClosingView) -> Html {
    html! {
        if !view.done.is_empty() {
            <section class="ll-part-of ll-noprint">
                <h3>{ ui.t(Key::YourPart) }</h3>
                <ul class="ll-done">
                    for (title, done) in &view.done {
                        <li class={classes!(done.then_some("ll-done--yes"))}>
                            { if *done { Icon::Check.draw() } else { Icon::More.draw() } }
                            <span>{ say(title) }</span>
                            <span class="ll-muted">{ ui.t(if *done { Key::PartDone } else { Key::PartOpen }) }</span>
                        </li>
                    }
                </ul>
            </section>
        }
    }
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
    html! {
        <div class="ll-share ll-noprint">
            <div class="ll-actions">
                { button(ui.t(Key::Print), Tone::Secondary.icon(Icon::Print), Callback::from(|_| browser::print())) }
                { button(ui.t(Key::CopyText), Tone::Secondary.icon(Icon::Copy), on_copy) }
            </div>
            <p role="status" class="ll-muted">
                { match *copied { Some(true) => ui.t(Key::Copied), Some(false) => ui.t(Key::CopyByHand), None => AttrValue::default() } }
            </p>
            if *copied == Some(false) {
                <textarea readonly=true rows="8" aria-label={ui.t(Key::CopyText)} value={text()} />
            }
        </div>
    }
}
