//! Asking the group whether other groups may see what came of its meeting, and showing it to them.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Tone, button};
use super::choices::{labelled, tick};
use super::confirm::ConfirmButton;
use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::text_form::TextForm;
use crate::core::intent::Intent;
use crate::core::room::{LESSON_LIMIT, SharingQuestion};
use crate::core::view::SharingView;
use crate::i18n::Key;

/// The question with what would be shown, how the group answers, and what the one who leads can do about it.
pub fn sharing(ui: &Ui, view: &SharingView) -> Html {
    if ui.shared.is_empty() {
        return none();
    }
    let mut parts = vec![el("h3", "").fixed("id", "ll-sharing-title").text(ui.t(Key::OthersTitle))];
    match &view.on {
        Some(on) if on.published => parts.extend(published(ui, view, on)),
        Some(on) => parts.extend(asked(ui, view, on)),
        None if view.can_ask => parts.extend(ask(ui)),
        None => {}
    }
    parts.push(line_of(link(ui.shared.clone(), ui.t(Key::OthersSee))));
    el("section", "ll-card ll-sharing ll-noprint").fixed("aria-labelledby", "ll-sharing-title").children(parts)
}

fn ask(ui: &Ui) -> Vec<Html> {
    let on_submit = ui.on.reform(|lesson| Intent::AskSharing(Some(lesson)));
    vec![
        line("p", "ll-muted", ui.t(Key::OthersHint)),
        line_of(button(
            ui.t(Key::OthersAskOutcome),
            Tone::Secondary.icon(Icon::Group),
            ui.click_once(Intent::AskSharing(None)),
        )),
        html! {
            <TextForm label={ui.t(Key::OthersLesson)} submit={ui.t(Key::OthersAskLesson)} limit={LESSON_LIMIT}
                draft={Rc::<str>::from("sharing")} lines=true {on_submit} />
        },
    ]
}

fn asked(ui: &Ui, view: &SharingView, on: &SharingQuestion) -> Vec<Html> {
    let question = if on.lesson.is_some() { Key::OthersQuestionLesson } else { Key::OthersQuestionOutcome };
    let preview = [&*ui.shared, "&preview=", &view.group].concat().into();
    let mut parts = what(ui, on);
    parts.push(line_of(link(preview, ui.t(Key::OthersPreview))));
    if view.can_answer {
        let choice = |agrees: bool, label: Key| {
            let onchange = ui.on.reform(move |_: Event| Intent::Consent(agrees));
            let radio = tick("radio", "ll-consent".into(), view.own == Some(agrees), true, onchange, None);
            labelled("ll-choice".into(), radio, ui.t(label))
        };
        let choices = vec![choice(true, Key::OthersYes), choice(false, Key::OthersNo)];
        let legend = line("legend", "ll-field__label", ui.t(question));
        parts.push(group("fieldset", "ll-consent", vec![legend, group("div", "ll-consent__choices", choices)]));
    } else {
        parts.insert(0, line("p", "ll-label", ui.t(question)));
    }
    let counted = standing(ui, view, on).into_iter().map(|text| line("span", "", text)).collect();
    parts.push(el("p", "ll-sharing__count").fixed("role", "status").children(counted));
    parts.push(line("p", "ll-muted", ui.t(Key::OthersRule)));
    if view.leads {
        let publish = Tone::Primary.icon(Icon::Group).unless(!on.is_agreed());
        let buttons = vec![
            button(ui.t(Key::OthersPublish), publish, ui.click_once(Intent::Publish)),
            button(ui.t(Key::OthersDrop), Tone::Secondary.plain(), ui.click_once(Intent::Withdraw)),
        ];
        parts.push(group("div", "ll-actions", buttons));
    }
    parts
}

/// How many have answered, and what is missing.
fn standing(ui: &Ui, view: &SharingView, on: &SharingQuestion) -> Vec<AttrValue> {
    let mut texts = vec![ui.of(Key::OthersAnswered, on.answered, on.of)];
    match on.agreed {
        None => texts.push(ui.number(Key::OthersFew, view.fewest)),
        Some(agreed) => {
            texts.push(ui.of(Key::OthersCount, agreed, on.of));
            if on.objected {
                texts.push(ui.t(Key::OthersObjected));
            } else if !on.is_agreed() {
                texts.push(ui.number(Key::OthersMissing, on.missing()));
            }
        }
    }
    texts
}

fn published(ui: &Ui, view: &SharingView, on: &SharingQuestion) -> Vec<Html> {
    let mut parts = vec![el("p", "ll-label").fixed("role", "status").text(ui.t(Key::OthersPublished))];
    if on.lesson.is_some() {
        parts.extend(what(ui, on));
    }
    if view.leads {
        let on_yes = ui.on.reform(|()| Intent::Withdraw);
        let withdraw = html! {
            <ConfirmButton look={Tone::Secondary.plain()} label={ui.t(Key::OthersWithdraw)} title={ui.t(Key::OthersWithdrawTitle)}
                text={ui.t(Key::OthersWithdrawText)} yes={ui.t(Key::OthersWithdraw)} {on_yes} />
        };
        parts.push(line_of(withdraw));
    }
    parts
}

/// What would be shown, and what never is.
fn what(ui: &Ui, on: &SharingQuestion) -> Vec<Html> {
    match &on.lesson {
        Some(lesson) => vec![
            line("p", "ll-note__text ll-sharing__lesson", lesson.clone().into()),
            line("p", "ll-muted", ui.t(Key::OthersLessonWhat)),
        ],
        None => vec![line("p", "ll-muted", ui.t(Key::OthersOutcomeWhat))],
    }
}

/// In a tab of its own, as the meeting goes on.
fn link(to: AttrValue, label: AttrValue) -> Html {
    el("a", "").attr("href", to).fixed("target", "_blank").text(label)
}

fn line_of(inside: Html) -> Html {
    el("div", "").child(inside)
}
