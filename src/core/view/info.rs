//! The step with something to read.

use super::Text;
use super::frame::{Frame, Heading, heading};
use crate::core::format::{Info, Step};

/// Something to read.
#[derive(Clone, Debug, PartialEq)]
pub struct InfoView {
    /// The heading.
    pub heading: Heading,
    /// What it says, in paragraphs.
    pub paragraphs: Vec<Text>,
}

pub(super) fn info(frame: &Frame, step: &Step, block: &Info) -> InfoView {
    InfoView {
        heading: heading(frame, step),
        paragraphs: block.items.iter().map(|item| frame.text(&item.text)).collect(),
    }
}
