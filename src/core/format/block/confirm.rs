//! A summary of earlier steps that the group confirms, section by section.

use std::rc::Rc;

use super::super::known::Known;
use super::super::reader::Node;
use super::Block;
use crate::core::format::{Fault, Scale};
use crate::core::ids::StepId;

/// A summary of earlier steps that the group confirms, section by section.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirm {
    /// The steps that are summed up: a section each.
    pub summary_of: Vec<StepId>,
    /// What is chosen from.
    pub scale: Scale,
    /// Values of the scale that want a comment.
    pub comment_required_for: Vec<i32>,
    /// How many rounds there can be.
    pub max_rounds: u8,
}

/// The most sections of a summary.
const SECTIONS_LIMIT: usize = 10;

pub(super) fn read(_: &Node, settings: &Node, known: &mut Known) -> Option<Block> {
    if !settings.object(&["summary_of", "scale", "comment_required_for", "max_rounds"]) {
        return None;
    }
    let earlier = known.earlier_with(|kind| kind != "info");
    let mut sections: Vec<Rc<str>> = Vec::new();
    for entry in settings.member("summary_of").list(1, SECTIONS_LIMIT) {
        entry.new_reference(&earlier, &mut sections);
    }
    let scale = known.scale(&settings.member("scale"));
    let mut values: Vec<i32> = Vec::new();
    for entry in settings.member("comment_required_for").optional_list() {
        let Some(value) = entry.number(-100, 100).and_then(|it| i32::try_from(it).ok()) else { continue };
        if scale.as_ref().is_some_and(|scale| !scale.has(value)) {
            entry.fault(Fault::BadValue);
        } else if values.contains(&value) {
            entry.fault(Fault::DuplicateId);
        } else {
            values.push(value);
        }
    }
    let rounds = settings.member("max_rounds").optional().and_then(|it| it.number(1, 9));
    Some(Block::Confirm(Confirm {
        summary_of: sections.iter().map(|id| StepId::from(&**id)).collect(),
        scale: scale?,
        comment_required_for: values,
        max_rounds: rounds.and_then(|it| u8::try_from(it).ok()).unwrap_or(1),
    }))
}
