//! Whether everyone supports the principles.

use yew::prelude::*;

use super::bar::{Weight, diverging_bar};
use super::choices::{Asked, points};
use super::class_badge::class_badge;
use super::context::Ui;
use super::el::{el, group, line, none};
use crate::core::intent::Intent;
use crate::core::room::Phase;
use crate::core::view::{PrincipleSupport, SupportView};
use crate::i18n::Key;

/// How the vote stands; nothing before it is opened.
pub fn support_status(ui: &Ui, view: &SupportView) -> Html {
    let (mine, all) = view.mine;
    let told = match view.phase {
        None => return none(),
        Some(Phase::Open) if view.can_answer && mine == all => ui.t(Key::VoteReady),
        Some(Phase::Open) if view.can_answer => ui.of(Key::SupportMine, mine, all),
        Some(Phase::Open) => ui.t(Key::SupportOthers),
        Some(Phase::Closed) => ui.t(Key::VoteClosed),
        Some(Phase::Revealed) => ui.t(Key::SupportShown),
    };
    let counted = if view.phase == Some(Phase::Revealed) {
        none()
    } else {
        line("span", "ll-muted", ui.of(Key::VoteGroup, view.answered, view.present))
    };
    let told = el("p", "").fixed("role", "status").text(told);
    group("div", "ll-dots-status", vec![told, counted])
}

/// The vote on one principle and its latest result. `principle` is its text, for who cannot see what it stands under.
pub fn support(ui: &Ui, on: &PrincipleSupport, principle: &str) -> Html {
    // Who does not answer, and did not, has nothing to choose from.
    let has_part = on.can_answer || on.scale.choice.is_some();
    let vote = if on.asked && has_part { vote(ui, on, principle) } else { none() };
    group("div", "ll-support", vec![vote, support_result(ui, on)])
}

/// What came of the latest vote that was shown.
pub fn support_result(ui: &Ui, on: &PrincipleSupport) -> Html {
    let result = on.result.as_ref().map(|bar| match &bar.shown {
        Some(shown) => {
            let facts = ui.of(Key::AnsweredOf, bar.answered, bar.present);
            let head = vec![class_badge(ui, Some(shown)), line("span", "ll-muted", facts)];
            let drawn = diverging_bar(ui, shown, &on.scale.points, Weight::Slim);
            group("div", "ll-support__result", vec![group("div", "ll-support__head", head), drawn])
        }
        None => line("p", "ll-result__none", ui.number(Key::SuppressedExplained, on.min_answers)),
    });
    result.unwrap_or_default()
}

fn vote(ui: &Ui, on: &PrincipleSupport, principle: &str) -> Html {
    let id = on.item.clone();
    let said = ui.on.reform(move |choice| Intent::Answer { item: id.clone(), choice });
    let name = ["ll-answer-", on.item.as_str()].concat();
    let choices = points(&Asked { name: &name, enabled: on.can_answer, on: said }, &on.scale);
    let (asked, of) = (on.question.clone().into(), [" ", principle].concat().into());
    let legend = group("legend", "ll-field__label", vec![line("span", "", asked), line("span", "ll-sr", of)]);
    group("fieldset", "ll-support__vote", vec![legend, choices])
}
