//! A section of a summary: what it says, what it sums up, what the user thinks of it, and what the group does.

use std::rc::Rc;

use yew::prelude::*;

use super::autosave::Autosave;
use super::bar::{Weight, bar_patterns, diverging_bar};
use super::context::Ui;
use super::draft::new_key;
use super::el::{el, group, line, none};
use super::held::held;
use super::icon::Icon;
use super::section_answer::SectionAnswer;
use super::section_source::section_source;
use crate::core::blocks::confirm::SUMMARY_LIMIT;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{ConfirmView, SectionResult, SectionView};
use crate::i18n::Key;

/// A card. The one who leads has the summary in a field beside what it sums up.
pub fn section_card(ui: &Ui, view: &ConfirmView, section: &SectionView) -> Html {
    let title = line("h3", "", section.title.clone().into());
    let text = if view.can_sum_up {
        writing(ui, view, section)
    } else if section.text.is_empty() {
        line("p", "ll-muted", ui.t(Key::SummaryEmpty))
    } else {
        line("p", "ll-note__text", section.text.clone().into())
    };
    let source = section_source(ui, &section.source, view.can_sum_up);
    // Who does not answer, and did not, has nothing to choose from.
    let answer = if section.asked && (view.can_answer || section.choice.is_some()) {
        html! {
            <SectionAnswer step={view.heading.step.clone()} round={view.round} scale={view.scale.clone()}
                wants_comment={view.wants_comment.clone()} item={section.item.clone()} title={section.title.clone()}
                choice={section.choice} comment={section.comment.clone()} can_answer={view.can_answer} />
        }
    } else {
        none()
    };
    let results = section.results.iter().map(|result| section_result(ui, view, result)).collect();
    let beside = group("div", "ll-section__text", vec![text, answer, group("div", "ll-results", results)]);
    let body = group("div", "ll-section__body", vec![beside, source]);
    el("article", "ll-card ll-section").key(section.item.as_str()).children(vec![title, bar_patterns(), body])
}

/// The field that saves by itself.
fn writing(ui: &Ui, view: &ConfirmView, section: &SectionView) -> Html {
    let meta = &section.meta;
    let on_save = ui.on.reform({
        let (id, step, of) = (meta.id.clone(), view.heading.step.clone(), section.step.clone());
        let is_new = id.as_str().is_empty();
        move |(base, text): (u64, Rc<str>)| {
            let body = Body::Summary { section: of.clone(), text };
            if is_new {
                Intent::Create { step: step.clone(), body }
            } else {
                Intent::Change { id: id.clone(), step: step.clone(), base, body }
            }
        }
    });
    let own = |body: &Body| match body {
        Body::Summary { text, .. } => Some(AttrValue::from(text.clone())),
        _ => None,
    };
    if let Some(card) = held(ui, meta, &own, section.text.clone().into()) {
        return card;
    }
    let draft = new_key(&view.heading.step, section.step.as_str());
    let field = html! {
        <Autosave stored={section.text.clone()} limit={SUMMARY_LIMIT} lines=true revision={meta.revision} {draft} {on_save} />
    };
    let label = line("span", "ll-field__label", ui.with(Key::SummaryOf, &section.title));
    let (icon, state) = if meta.pending {
        (none(), ui.t(Key::SavedSending))
    } else if meta.revision > 0 {
        (Icon::Check.draw(), ui.t(Key::Saved))
    } else {
        (none(), ui.t(Key::ScopeHint))
    };
    let saved = el("p", "ll-byline").fixed("role", "status").children(vec![icon, line("span", "", state)]);
    group("div", "ll-section__writing", vec![group("label", "ll-field", vec![label, field]), saved])
}

/// What came of a round: the numbers, and what people wrote with it.
pub fn section_result(ui: &Ui, view: &ConfirmView, result: &SectionResult) -> Html {
    let bar = &result.bar;
    let shown = match &bar.shown {
        Some(shown) => diverging_bar(ui, shown, &view.scale, Weight::Slim),
        None => line("p", "ll-result__none", ui.number(Key::SuppressedExplained, view.min_answers)),
    };
    let numbers = bar.shown.as_ref().map(|shown| {
        let each = view.scale.iter().zip(&shown.counts);
        let each =
            each.map(|(point, count)| line("span", "", [&*point.label, ": ", &count.to_string()].concat().into()));
        group("p", "ll-result__facts", each.collect())
    });
    let facts = vec![
        line("span", "", ui.number(Key::RoundNumber, bar.round.into())),
        line("span", "", ui.of(Key::AnsweredOf, bar.answered, bar.present)),
    ];
    let comments = if result.comments.is_empty() {
        none()
    } else {
        let quotes = result.comments.iter().map(|text| line("li", "", text.clone().into())).collect();
        group("div", "", vec![line("p", "ll-label", ui.t(Key::SummaryComments)), group("ul", "ll-quotes", quotes)])
    };
    let parts = vec![group("p", "ll-result__facts", facts), shown, numbers.unwrap_or_default(), comments];
    group("div", "ll-result__bar", parts)
}
