//! At one's own pace: what is done, what is still to do, and what waits for the group.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::{Progress, ProgressStep, StepState};
use crate::i18n::Key;

/// The list of steps with how far each is, and one button to go on.
pub fn progress(ui: &Ui, progress: &Progress) -> Html {
    let (title, text) =
        if progress.whole { (Key::ProgressTitle, Key::ProgressText) } else { (Key::PrepareTitle, Key::PrepareText) };
    let count = el("p", "ll-own-pace__count").fixed("role", "status");
    let count = count.text(ui.of(Key::ProgressCount, progress.done, progress.all));
    let go_on = match &progress.next {
        Some(step) => {
            let key = if progress.done == 0 { Key::ProgressBegin } else { Key::ProgressGoOn };
            let go = ui.click(Intent::LookAt(Place::Step(step.clone())));
            button(ui.t(key), Tone::Primary.icon(Icon::Next), go)
        }
        None if progress.all > 0 => line("p", "", ui.t(Key::ProgressAll)),
        None => none(),
    };
    let steps = progress.steps.iter().map(|step| one(ui, step)).collect();
    el("section", "ll-part-of ll-own-pace").fixed("aria-labelledby", "ll-own-pace-title").children(vec![
        el("h3", "").fixed("id", "ll-own-pace-title").text(ui.t(title)),
        line("p", "ll-muted", ui.t(text)),
        count,
        group("ol", "ll-todo", steps),
        go_on,
    ])
}

fn one(ui: &Ui, step: &ProgressStep) -> Html {
    let (class, icon, state) = match step.state {
        StepState::Read => ("ll-todo__step", Icon::Info, Key::StateRead),
        StepState::ToDo => ("ll-todo__step", Icon::More, Key::StateToDo),
        StepState::Done => ("ll-todo__step ll-todo__step--done", Icon::Check, Key::StateDone),
        StepState::Waits => ("ll-todo__step ll-todo__step--done", Icon::Check, Key::StateWaits),
        StepState::Later => ("ll-todo__step ll-todo__step--later", Icon::Group, Key::StateLater),
    };
    let name = if step.state == StepState::Later {
        line("span", "ll-todo__name", step.title.clone().into())
    } else {
        el("button", "ll-todo__name")
            .fixed("type", "button")
            .click(ui.click(Intent::LookAt(Place::Step(step.step.clone()))))
            .text(step.title.clone().into())
    };
    let answered = match step.answered {
        Some((answered, all)) => line("span", "", ui.of(Key::AnsweredOf, answered, all)),
        None => none(),
    };
    let optional = if step.optional { line("span", "", ui.t(Key::Optional)) } else { none() };
    let facts = vec![line("span", "", ui.t(state)), optional, line("span", "", ui.minutes(step.minutes)), answered];
    el("li", class).key(step.step.as_str()).children(vec![icon.draw(), name, group("span", "ll-todo__facts", facts)])
}
