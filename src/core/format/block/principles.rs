//! Scope and principles.

use std::rc::Rc;

use super::super::known::Known;
use super::super::reader::Node;
use super::Block;
use crate::core::format::{Localized, Scale};

/// Scope and principles.
#[derive(Clone, Debug, PartialEq)]
pub struct Principles {
    /// Steps of the same list share their principles.
    pub list: Rc<str>,
    /// The label of the scope.
    pub scope_label: Localized,
    /// The label of a principle.
    pub principle_label: Localized,
    /// Whether principles of an earlier meeting are completed here.
    pub complete: bool,
    /// How everyone says whether they support a principle.
    pub support_vote: Option<SupportVote>,
    /// The list of actions whose findings a principle can refer to.
    pub link_findings_of: Option<Rc<str>>,
}

/// How everyone says whether they support a principle.
#[derive(Clone, Debug, PartialEq)]
pub struct SupportVote {
    /// What is chosen from.
    pub scale: Scale,
    /// Whether the group may leave it out.
    pub optional: bool,
    /// What is asked of each principle.
    pub question: Localized,
}

pub(super) fn read(_: &Node, settings: &Node, known: &mut Known) -> Option<Block> {
    let members = ["list", "purpose", "scope_label", "principle_label", "support_vote", "link_findings_of"];
    if !settings.object(&members) {
        return None;
    }
    let list = settings.member("list").id();
    let complete = settings.member("purpose").optional();
    let complete = complete.and_then(|it| it.choice(&[("collect", false), ("complete", true)]));
    let support_vote = settings.member("support_vote").optional().and_then(|vote| {
        if !vote.object(&["scale", "optional", "question"]) {
            return None;
        }
        let scale = known.scale(&vote.member("scale"));
        let optional = vote.member("optional").flag();
        let question = vote.member("question").text();
        Some(SupportVote { scale: scale?, optional, question })
    });
    let scope_label = settings.member("scope_label").text();
    let principle_label = settings.member("principle_label").text();
    Some(Block::Principles(Principles {
        list: list?,
        scope_label,
        principle_label,
        complete: complete.unwrap_or(false),
        support_vote,
        // Whether there is such a list is known once every step was read: it may be that of a later one.
        link_findings_of: settings.member("link_findings_of").text_here(),
    }))
}
