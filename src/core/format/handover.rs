//! What the group takes along to what comes after the exercise.

use super::Localized;
use super::reader::{CHECKS, Node};

/// What the group takes along.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// What to do with it.
    pub text: Localized,
    /// What it is made of, in order.
    pub sections: Vec<HandoverSection>,
}

/// A part of what the group takes along.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoverSection {
    /// What it gathers.
    pub gathers: Gathers,
    /// What it is called.
    pub label: Localized,
}

/// What a section gathers of everything that the group has made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gathers {
    /// The scopes.
    Scope,
    /// The principles.
    Principles,
    /// What actions brought to light.
    Findings,
    /// Actions that are not done and not dropped.
    OpenActions,
}

/// The ids of sections.
const SECTIONS: &[(&str, Gathers)] = &[
    ("scope", Gathers::Scope),
    ("principles", Gathers::Principles),
    ("findings", Gathers::Findings),
    ("open-actions", Gathers::OpenActions),
];

pub(super) fn handover(node: &Node) -> Handover {
    if CHECKS {
        node.object(&["to", "text", "sections"]);
        node.member("to").string();
    }
    let mut seen = Vec::new();
    let section = |node: Node| {
        if CHECKS && !node.object(&["id", "label"]) {
            return None;
        }
        let id = node.member("id");
        let gathers = id.new_id(&mut seen).and_then(|_| id.choice(SECTIONS));
        let label = node.member("label").text();
        Some(HandoverSection { gathers: gathers?, label })
    };
    let sections = node.member("sections").optional_list().into_iter().filter_map(section).collect();
    Handover { text: node.member("text").text(), sections }
}
