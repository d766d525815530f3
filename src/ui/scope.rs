//! What the principles are about.

use std::rc::Rc;

use yew::prelude::*;

use super::autosave::Autosave;
use super::context::use_ui;
use super::draft::new_key;
use super::el::{el, group, line, none};
use super::held::held;
use super::icon::Icon;
use super::principles::before;
use crate::core::blocks::principles::SCOPE_LIMIT;
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::room::Body;
use crate::core::view::{ScopeView, Text};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// The field's label.
    pub label: Text,
    /// The scope.
    pub scope: ScopeView,
    /// Whether the user can write now.
    pub can_write: bool,
}

/// One field that saves by itself, and says so.
#[component]
pub fn Scope(props: &Props) -> Html {
    let ui = use_ui();
    let meta = &props.scope.meta;
    let on_save = ui.on.reform({
        let (id, step) = (meta.id.clone(), meta.step.clone());
        move |(base, text): (u64, Rc<str>)| Intent::Change {
            id: id.clone(),
            step: step.clone(),
            base,
            body: Body::Scope { text },
        }
    });
    let own = |body: &Body| match body {
        Body::Scope { text } => Some(AttrValue::from(text.clone())),
        _ => None,
    };
    let state = if meta.pending {
        ui.t(Key::SavedSending)
    } else if meta.revision > 0 {
        ui.t(Key::Saved)
    } else {
        ui.t(Key::ScopeHint)
    };
    let inside = if let Some(card) = held(&ui, meta, &own, props.scope.text.clone().into()) {
        vec![card]
    } else {
        let draft = new_key(&props.step, "scope");
        let field = html! {
            <Autosave stored={props.scope.text.clone()} limit={SCOPE_LIMIT} lines=true readonly={!props.can_write}
                revision={meta.revision} {draft} describedby="ll-scope-state" {on_save} />
        };
        let label = line("span", "ll-field__label ll-scope__label", props.label.clone().into());
        let icon = if !meta.pending && meta.revision > 0 { Icon::Check.draw() } else { none() };
        let saved = el("p", "ll-byline").fixed("id", "ll-scope-state").fixed("role", "status");
        vec![
            group("label", "ll-field", vec![label, field]),
            saved.children(vec![icon, line("span", "", state)]),
            before(&ui, &props.scope.before),
        ]
    };
    group("div", "ll-card ll-scope", inside)
}
