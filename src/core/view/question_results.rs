//! What came of questions: the views that the exercise asks for, then what these leave out.

use super::frame::Frame;
use super::profile::{ProfileView, profile};
use super::relation::{RelationView, relation};
use super::spread::{Distribution, distribution};
use crate::core::format::{Question, QuestionKind, Questions, ResultView, Step};
use crate::core::ids::ItemId;
use crate::core::room::Phase;

/// What came of questions.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionResults {
    /// What to look at, in the exercise's order.
    pub parts: Vec<ResultPart>,
    /// Questions that none of these shows by themselves.
    pub others: Vec<Distribution>,
    /// How many handed in.
    pub answered: u32,
    /// How many were present.
    pub present: u32,
    /// k, for the sentence that explains a result that is not shown.
    pub min_answers: u32,
}

/// A part of the results.
#[derive(Clone, Debug, PartialEq)]
pub enum ResultPart {
    /// How the answers to one question spread.
    Distribution(Distribution),
    /// The mean of each dimension.
    Profile(ProfileView),
    /// How two questions go together.
    Relation(RelationView),
}

/// `None` before the reveal.
pub(super) fn question_results(frame: &Frame, step: &Step, block: &Questions) -> Option<QuestionResults> {
    let round = frame.room.rounds_of(&step.id).rfind(|round| round.phase == Phase::Revealed)?;
    let numbered: Vec<(u32, &Question)> = (1..).zip(&block.items).collect();
    let spread = |(number, it): &(u32, &Question)| distribution(frame, *number, it, round);
    let mut parts = Vec::new();
    let mut shown: Vec<&ItemId> = Vec::new();
    for view in &block.views {
        match view {
            ResultView::Distribution(ids) => {
                let of = numbered.iter().filter(|(_, it)| ids.contains(&it.id));
                parts.extend(of.filter_map(spread).map(ResultPart::Distribution));
                shown.extend(ids);
            }
            ResultView::Profile(ids) => parts.push(ResultPart::Profile(profile(frame, block, ids, round))),
            ResultView::Relation(view) => {
                parts.extend(relation(frame, block, view, round).map(ResultPart::Relation));
            }
        }
    }
    // What people wrote is always there to read; without any view so are all.
    let is_read = |it: &Question| block.views.is_empty() || matches!(it.kind, QuestionKind::Text { .. });
    let left: Vec<(u32, &Question)> = numbered.iter().filter(|(_, it)| !shown.contains(&&it.id)).copied().collect();
    let read = left.iter().filter(|(_, it)| is_read(it));
    parts.extend(read.filter_map(spread).map(ResultPart::Distribution));
    Some(QuestionResults {
        parts,
        others: left.iter().filter(|(_, it)| !is_read(it)).filter_map(spread).collect(),
        answered: round.answered,
        present: round.present,
        min_answers: frame.room.settings.min_answers,
    })
}
