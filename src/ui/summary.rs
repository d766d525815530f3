//! The page with a summary that the group confirms, section by section.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line, list, none};
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::section_card::section_card;
use super::taking_part::{done, taking_part};
use crate::core::room::Phase;
use crate::core::view::ConfirmView;
use crate::i18n::Key;

/// A card for each section, and how the group stands.
pub fn summary(ui: &Ui, view: &ConfirmView) -> Html {
    let told = match view.phase {
        None | Some(Phase::Revealed) if view.can_sum_up => Some(Key::SummaryWrite),
        None => Some(Key::SummaryWaits),
        Some(Phase::Open) if view.can_answer => Some(Key::SummaryAnswer),
        Some(Phase::Open) => Some(Key::SummaryOthers),
        Some(Phase::Closed) => Some(Key::QuestionsClosed),
        Some(Phase::Revealed) => None,
    };
    let round = if view.round > 1 { line("h3", "", ui.number(Key::RoundNumber, view.round.into())) } else { none() };
    let part = if view.phase == Some(Phase::Revealed) {
        taking_part(ui, &view.heading.step, view.taking_part, Key::TookPartLate)
    } else {
        none()
    };
    let cards = view.sections.iter().map(|section| section_card(ui, view, section)).collect();
    list(vec![
        page_heading(ui, &view.heading),
        round,
        told.map(|key| line("p", "ll-muted", ui.t(key))).unwrap_or_default(),
        group("div", "ll-sections", cards),
        standing(ui, view),
        part,
        thinking_questions(ui, &view.heading.prompts),
    ])
}

/// While it is asked: how far the user is, and how far the group.
fn standing(ui: &Ui, view: &ConfirmView) -> Html {
    if !matches!(view.phase, Some(Phase::Open | Phase::Closed)) {
        return none();
    }
    let (mine, all) = view.mine;
    let (class, told) = if mine == all {
        ("ll-progress ll-progress--ready", done(ui.t(Key::VoteReady)))
    } else {
        ("ll-progress", line("span", "", ui.of(Key::VoteMine, mine, all)))
    };
    let told = el("div", "ll-progress__mine").fixed("role", "status").child(told);
    group("div", class, vec![told, line("p", "ll-muted", ui.of(Key::VoteGroup, view.answered, view.present))])
}
