//! The page with scope and principles.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Ui, use_ui};
use super::draft::new_key;
use super::el::{el, group, line, list as all, none};
use super::held::lost_edits;
use super::kept::use_kept;
use super::page_heading::page_heading;
use super::principle_row::{PrincipleRow, Spot};
use super::prompts::thinking_questions;
use super::result_card::disclosure;
use super::scope::Scope;
use super::support::support_status;
use super::taking_part::taking_part;
use super::text_form::TextForm;
use crate::core::blocks::principles::PRINCIPLE_LIMIT;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{Before, Finding, Meta, PrincipleView, PrinciplesView};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub view: PrinciplesView,
}

/// The scope, then the principles in the group's order, with the thinking questions beside them.
#[component]
pub fn Principles(props: &Props) -> Html {
    let ui = use_ui();
    let view = &props.view;
    let list = &view.principles;
    let findings = use_kept(&Rc::new(view.findings.clone()));
    let spoken = use_state(AttrValue::default);
    let on_moved = {
        let (ui, spoken, all) = (ui.clone(), spoken.clone(), u32::try_from(list.len()).unwrap_or(u32::MAX));
        Callback::from(move |at: usize| spoken.set(ui.of(Key::Moved, u32::try_from(at).unwrap_or(u32::MAX), all)))
    };
    let on_submit = ui.on.reform({
        let step = view.heading.step.clone();
        move |text: Rc<str>| Intent::Create { step: step.clone(), body: Body::Principle { text, action: None } }
    });
    let row = |(at, principle): (usize, &PrincipleView)| {
        html! {
            <PrincipleRow key={principle.meta.id.as_str()} step={view.heading.step.clone()} principle={principle.clone()}
                label={view.principle_label.clone()} findings={findings.clone()} {at} up={above(list, at)} down={behind(list, at + 1)}
                can_write={view.can_write} on_moved={on_moved.clone()} />
        }
    };
    let empty = if list.is_empty() { line("p", "ll-muted", ui.t(Key::PrinciplesEmpty)) } else { none() };
    let another = if view.can_write {
        html! {
            <TextForm label={ui.t(Key::PrincipleNew)} submit={ui.t(Key::Add)} limit={PRINCIPLE_LIMIT}
                draft={new_key(&view.heading.step, "")} {on_submit} />
        }
    } else {
        none()
    };
    let mut rows: Vec<Html> = list.iter().enumerate().map(row).collect();
    if view.can_write {
        let known: Vec<&Meta> = list.iter().map(|principle| &principle.meta).collect();
        let body = |text: &str| Body::Principle { text: text.trim().into(), action: None };
        rows.extend(lost_edits(&ui, &view.heading.step, "", &known, &|text| text.to_owned().into(), &body));
    }
    let work = vec![
        line("h3", "", ui.t(Key::PrinciplesTitle)),
        found(&ui, view),
        empty,
        view.support.as_ref().map(|vote| support_status(&ui, vote)).unwrap_or_default(),
        group("ol", "ll-list", rows),
        el("p", "ll-sr").fixed("role", "status").text((*spoken).clone()),
        another,
    ];
    let scope = html! {
        <Scope step={view.heading.step.clone()} label={view.scope_label.clone()} scope={view.scope.clone()} can_write={view.can_write} />
    };
    let main = vec![
        scope,
        group("div", "ll-part-of", work),
        taking_part(&ui, &view.heading.step, view.taking_part, Key::TookPartHint),
    ];
    let split = vec![group("div", "ll-split__main", main), thinking_questions(&ui, &view.heading.prompts)];
    all(vec![page_heading(&ui, &view.heading), group("div", "ll-split", split)])
}

/// What actions brought to light: the reason to complete the principles.
fn found(ui: &Ui, view: &PrinciplesView) -> Html {
    if !view.complete {
        return none();
    }
    if view.findings.is_empty() {
        return line("p", "ll-muted", ui.t(Key::FindingsNone));
    }
    let one = |found: &Finding| {
        el("li", "ll-note").key(found.action.as_str()).children(vec![
            line("p", "ll-note__text", found.finding.clone().into()),
            line("p", "ll-byline", found.what.clone().into()),
        ])
    };
    el("section", "ll-findings").fixed("aria-labelledby", "ll-findings-title").children(vec![
        el("h4", "").fixed("id", "ll-findings-title").text(ui.t(Key::FindingsTitle)),
        line("p", "ll-muted", ui.t(Key::FindingsHint)),
        group("ul", "ll-notes", view.findings.iter().map(one).collect()),
    ])
}

/// How something read in earlier meetings, to open.
pub fn before(ui: &Ui, before: &[Before]) -> Html {
    if before.is_empty() {
        return none();
    }
    let one = |before: &Before| {
        let meeting = line("dt", "", ui.number(Key::MeetingNumber, before.number));
        group("div", "", vec![meeting, line("dd", "", before.text.clone().into())])
    };
    disclosure("ll-more", ui.t(Key::BeforeTitle), group("dl", "ll-told", before.iter().map(one).collect()))
}

/// Behind the principle at a place, where the group has one there.
fn behind(list: &[PrincipleView], at: usize) -> Option<Spot> {
    let there = list.get(at).filter(|principle| principle.meta.held.is_none())?;
    Some(Spot::Behind(there.meta.id.clone()))
}

/// Where a principle comes when it moves up: behind the one two above it, or first.
fn above(list: &[PrincipleView], at: usize) -> Option<Spot> {
    let one_above = at.checked_sub(1).and_then(|above| behind(list, above));
    let two_above = at.checked_sub(2).and_then(|above| behind(list, above));
    one_above.map(|_| two_above.unwrap_or(Spot::First))
}
