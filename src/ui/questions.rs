//! The page with questions: answering and handing in, then what came of them.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line, list, none};
use super::hands::hands;
use super::icon::Icon;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::question_list::QuestionList;
use super::question_results::question_results;
use super::results::Detail;
use super::statements::empty;
use super::taking_part::{done, taking_part};
use crate::core::intent::Intent;
use crate::core::room::Phase;
use crate::core::view::{QuestionsView, Waiting};
use crate::i18n::Key;

/// The questions with what is to be said about them, or the results with what to think about.
pub fn questions(ui: &Ui, view: &QuestionsView) -> Html {
    let body = match (&view.results, view.waiting) {
        (Some(shown), _) if cfg!(feature = "whole") => {
            let title = el("h3", "").fixed("id", "ll-results-title").text(ui.t(Key::Results));
            let main = el("section", "ll-split__main")
                .fixed("aria-labelledby", "ll-results-title")
                .children(vec![title, question_results(ui, shown, Detail::Full)]);
            let prompts = &view.heading.prompts;
            if prompts.is_empty() {
                main
            } else {
                group("div", "ll-split", vec![main, thinking_questions(ui, prompts)])
            }
        }
        (_, Some(Waiting::Opening)) => empty(Icon::Group, ui.t(Key::QuestionsNotOpen)),
        _ => answering(ui, view),
    };
    let part = if view.results.is_some() {
        taking_part(ui, &view.heading.step, view.taking_part, Key::TookPartLate)
    } else {
        none()
    };
    list(vec![page_heading(ui, &view.heading), body, part, hands(ui, &view.hands)])
}

fn answering(ui: &Ui, view: &QuestionsView) -> Html {
    let open = view.phase == Some(Phase::Open);
    let told = match (open, view.light) {
        (false, _) => ui.t(Key::QuestionsClosed),
        (true, true) => AttrValue::default(),
        (true, false) => ui.t(Key::QuestionsSkip),
    };
    let class = if view.light { "ll-questions ll-questions--light" } else { "ll-questions" };
    group(
        "div",
        class,
        vec![
            if told.is_empty() { none() } else { line("p", "ll-muted", told) },
            html! {
                <QuestionList step={view.heading.step.clone()} sections={view.sections.clone()}
                    can_answer={view.can_answer} light={view.light} />
            },
            progress(ui, view, open),
        ],
    )
}

/// How far the user is, handing in, and what the results wait for.
fn progress(ui: &Ui, view: &QuestionsView, open: bool) -> Html {
    let (mine, all) = view.mine;
    let bar = el("progress", "")
        .attr("value", mine.to_string().into())
        .attr("max", all.to_string().into())
        .fixed("aria-hidden", "true");
    let class = if view.handed_in { "ll-progress ll-progress--ready" } else { "ll-progress" };
    let mut parts = vec![
        line("p", "ll-progress__mine", ui.of(Key::QuestionsMine, mine, all)),
        if view.light { none() } else { bar.done() },
        line("p", "ll-muted", ui.of(Key::QuestionsGroup, view.answered, view.present)),
    ];
    if view.can_hand_in {
        let hand_in = ui.click(Intent::TookPart { step: view.heading.step.clone() });
        parts.push(group(
            "div",
            "ll-progress__row",
            vec![
                button(ui.t(Key::QuestionsHandIn), Tone::Primary.icon(Icon::Check), hand_in),
                line("p", "ll-muted", ui.t(Key::QuestionsHandInHint)),
            ],
        ));
    }
    let mut told = Vec::new();
    if view.handed_in {
        told.push(done(ui.t(if open { Key::QuestionsHandedIn } else { Key::QuestionsHandedInClosed })));
    }
    told.extend(view.waiting.filter(|_| view.handed_in || !open).and_then(|waiting| wait(ui, waiting)));
    parts.push(el("div", "ll-progress__row").fixed("role", "status").children(told));
    group("div", class, parts)
}

fn wait(ui: &Ui, waiting: Waiting) -> Option<Html> {
    let key = match waiting {
        Waiting::Opening => return None,
        Waiting::Leader => Key::WaitLeader,
        Waiting::Everyone => Key::WaitEveryone,
        Waiting::End => Key::WaitEnd,
    };
    Some(line("p", "", ui.t(key)))
}
