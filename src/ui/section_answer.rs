//! What the user thinks of a section: right, partly or not right, with a comment.

use yew::prelude::*;

use super::browser;
use super::button::{Tone, submit};
use super::choices::{Asked, points};
use super::context::use_ui;
use super::draft::new_key;
use super::el::{el, field, group, line, none};
use super::icon::Icon;
use crate::core::blocks::confirm::COMMENT_LIMIT;
use crate::core::ids::{ItemId, StepId};
use crate::core::intent::Intent;
use crate::core::room::Choice;
use crate::core::view::{Points, ScalePoint, Text};
use crate::i18n::Key;

/// What it asks.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// The round.
    pub round: u8,
    /// The points of the scale.
    pub scale: Vec<ScalePoint>,
    /// The points that want a comment.
    pub wants_comment: Vec<i32>,
    /// What is asked about.
    pub item: ItemId,
    /// What it is called.
    pub title: Text,
    /// What the user chose.
    pub choice: Option<Choice>,
    /// What the user wrote with it.
    pub comment: Text,
    /// Whether the user can answer now.
    pub can_answer: bool,
}

/// A choice that needs no comment counts at once; one that does counts with it, and both are sent together.
#[component]
pub fn SectionAnswer(props: &Props) -> Html {
    let ui = use_ui();
    let round = props.round.to_string();
    let draft = new_key(&props.step, &[&round, ":", props.item.as_str()].concat());
    let kept = use_state(|| ui.draft(&draft));
    // Of a draft the number before the text is the place of the point that was chosen with it, from 1.
    let place =
        |at: u64| props.scale.get(usize::try_from(at).ok()?.checked_sub(1)?).map(|point| Choice::Point(point.value));
    let chosen = use_state(|| kept.as_ref().and_then(|(at, _)| place(*at)));
    let typed = use_state(|| kept.as_ref().map(|(_, text)| text.clone()));
    let wrong = use_state(|| false);
    let choice = chosen.or(props.choice);
    let text = (*typed).clone().unwrap_or_else(|| props.comment.clone().into());
    let wants = matches!(choice, Some(Choice::Point(value)) if props.wants_comment.contains(&value));
    let at = |choice: Option<Choice>| {
        let at = props.scale.iter().position(|point| choice == Some(Choice::Point(point.value)));
        at.map_or(0, |at| at as u64 + 1)
    };
    let on = {
        let (ui, chosen, wrong, item, text) =
            (ui.clone(), chosen.clone(), wrong.clone(), props.item.clone(), text.clone());
        let wants_comment = props.wants_comment.clone();
        Callback::from(move |choice: Choice| {
            wrong.set(false);
            let waits =
                matches!(choice, Choice::Point(value) if wants_comment.contains(&value)) && text.trim().is_empty();
            if waits {
                chosen.set(Some(choice));
            } else {
                chosen.set(None);
                ui.send(Intent::Answer { item: item.clone(), choice });
            }
        })
    };
    let oninput = {
        let (ui, typed, draft, stored, at) =
            (ui.clone(), typed.clone(), draft.clone(), props.comment.clone(), at(choice));
        Callback::from(move |event: InputEvent| {
            let text = browser::value_of(&event);
            ui.keep_draft(&draft, at, &text, &stored);
            typed.set(Some(text));
        })
    };
    let onsubmit = {
        let (ui, chosen, typed, wrong) = (ui.clone(), chosen.clone(), typed.clone(), wrong.clone());
        let (item, draft, text) = (props.item.clone(), draft.clone(), text.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(choice) = choice else { return };
            let text = text.trim();
            if wants && text.is_empty() {
                wrong.set(true);
                return;
            }
            ui.send(Intent::Comment { item: item.clone(), choice, text: text.into() });
            ui.drop_draft(&draft);
            wrong.set(false);
            chosen.set(None);
            typed.set(None);
        })
    };
    let of = Points { points: props.scale.clone(), numbers: false, opt_out: None, choice };
    let name = ["ll-answer-", props.item.as_str()].concat();
    let legend = vec![line("span", "", ui.t(Key::SummaryRight)), line("span", "ll-sr", props.title.clone().into())];
    let choices = points(&Asked { name: &name, enabled: props.can_answer, on }, &of);
    let vote = group("fieldset", "ll-support__vote", vec![group("legend", "ll-field__label", legend), choices]);
    let changed = *text != *props.comment || chosen.is_some();
    let comment = if choice.is_some() && (props.can_answer || !text.is_empty()) {
        let label = ui.t(if wants { Key::SummaryCommentNeeded } else { Key::SummaryComment });
        let input = field(Some("2"), text, COMMENT_LIMIT)
            .fixed_if(wants, "required", "required")
            .fixed_if(*wrong, "aria-invalid", "true")
            .fixed_if(!props.can_answer, "readonly", "readonly")
            .input(oninput)
            .done();
        let label = group("label", "ll-field", vec![line("span", "ll-field__label", label), input]);
        let told = match (*wrong, chosen.is_some()) {
            (true, _) => ui.t(Key::SummaryCommentMissing),
            (false, true) => ui.t(Key::SummaryCommentFirst),
            (false, false) => AttrValue::default(),
        };
        let told = el("p", "ll-muted").fixed("role", "status").text(told);
        let send = if changed && props.can_answer {
            submit(ui.t(Key::SummarySend), Tone::Secondary.icon(Icon::Check))
        } else {
            none()
        };
        // What is missing is told in the app's own words.
        let form = el("form", "ll-section__comment").fixed("novalidate", "novalidate").submit(onsubmit);
        form.children(vec![label, told, group("div", "ll-actions", vec![send])])
    } else {
        none()
    };
    group("div", "ll-section__answer", vec![vote, comment])
}
