//! What the group takes along to what comes after the exercise: the sections that the exercise names, filled from
//! everything that the group has made.

use super::closing::PrinciplesPart;
use super::frame::Frame;
use super::{ActionView, Text};
use crate::core::format::{Gathers, HandoverSection};
use crate::core::room::ActionStatus;

/// What the group takes along.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoverView {
    /// What to do with it.
    pub text: Text,
    /// What it is made of, in order.
    pub sections: Vec<HandoverPart>,
}

/// A section of it.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoverPart {
    /// What it is called.
    pub label: Text,
    /// What it holds; may be empty.
    pub entries: Entries,
}

/// What a section holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Entries {
    /// Texts, each a paragraph.
    Texts(Vec<Text>),
    /// Texts in the group's order.
    Numbered(Vec<Text>),
    /// What was to be done, and what that brought to light.
    Findings(Vec<(Text, Text)>),
    /// Actions.
    Actions(Vec<ActionView>),
}

impl Entries {
    /// Whether the group has nothing of it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Texts(texts) | Self::Numbered(texts) => texts.is_empty(),
            Self::Findings(findings) => findings.is_empty(),
            Self::Actions(actions) => actions.is_empty(),
        }
    }
}

/// `None` where the exercise leads to nothing else.
pub(super) fn handover(frame: &Frame, lists: &[PrinciplesPart], actions: &[ActionView]) -> Option<HandoverView> {
    let handover = frame.exercise.handover.as_ref()?;
    let gathered = |gathers: Gathers| match gathers {
        Gathers::Scope => {
            let scopes = lists.iter().map(|list| &list.scope).filter(|scope| !scope.is_empty());
            Entries::Texts(scopes.cloned().collect())
        }
        Gathers::Principles => {
            Entries::Numbered(lists.iter().flat_map(|list| &list.principles).map(|it| it.text.clone()).collect())
        }
        Gathers::Findings => {
            let found = actions.iter().map(|it| (it.action.what.clone(), it.action.finding.clone()));
            Entries::Findings(found.filter(|(_, finding)| !finding.is_empty()).collect())
        }
        Gathers::OpenActions => {
            let open = |it: &&ActionView| matches!(it.action.status, ActionStatus::Open | ActionStatus::Busy);
            Entries::Actions(actions.iter().filter(open).cloned().collect())
        }
    };
    let part = |section: &HandoverSection| HandoverPart {
        label: frame.text(&section.label),
        entries: gathered(section.gathers),
    };
    Some(HandoverView { text: frame.text(&handover.text), sections: handover.sections.iter().map(part).collect() })
}
