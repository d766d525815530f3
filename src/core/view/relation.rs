//! How two questions go together in the group: the median of one for those who chose much at the other, and for
//! those who did not. Where either side is too small, both distributions instead.

use super::Text;
use super::frame::Frame;
use super::spread::{Distribution, distribution, thousandths};
use crate::core::format::{Question, QuestionKind, Questions, Relation};
use crate::core::ids::ItemId;
use crate::core::room::{Round, Side};

/// How two questions go together.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationView {
    /// The question that makes the two sides.
    pub x: Text,
    /// What the upper side chose at least.
    pub split: Text,
    /// The question whose median is told.
    pub y: Text,
    /// What this does not mean.
    pub caveat: Text,
    /// The fewest people that either side must have.
    pub fewest: u32,
    /// Those who chose at least that, and the others; `None` where either side is too small.
    pub sides: Option<(RelationSide, RelationSide)>,
    /// In place of the sides: how both questions were answered.
    pub instead: Vec<Distribution>,
}

/// One side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationSide {
    /// How many people.
    pub people: u32,
    /// Their median, in tenths.
    pub median: i32,
    /// The length of its bar, in thousandths of the chart.
    pub width: u32,
}

/// `None` where the exercise has no such questions.
pub(super) fn relation(frame: &Frame, block: &Questions, view: &Relation, round: &Round) -> Option<RelationView> {
    let find = |id: &ItemId| (1..).zip(&block.items).find(|(_, it)| it.id == *id);
    let (x, y) = (find(&view.x)?, find(&view.y)?);
    let QuestionKind::Scale { scale, .. } = &x.1.kind else {
        return None;
    };
    let split = scale.points.iter().find(|point| point.value == view.split)?;
    let known = round.relations.iter().find(|it| it.x == view.x && it.y == view.y);
    let sides = known.and_then(|it| it.sides).map(|(high, low)| drawn(y.1, high, low));
    let instead = match sides {
        Some(_) => Vec::new(),
        None => [x, y].iter().filter_map(|(number, it)| distribution(frame, *number, it, round)).collect(),
    };
    Some(RelationView {
        x: frame.text(&x.1.text),
        split: frame.text(&split.label),
        y: frame.text(&y.1.text),
        caveat: frame.text(&view.caveat),
        fewest: frame.room.settings.min_answers.max(view.min_per_side),
        sides,
        instead,
    })
}

/// Bars from the lowest point of a scale, or from 0.
fn drawn(y: &Question, high: Side, low: Side) -> (RelationSide, RelationSide) {
    let (from, to) = match &y.kind {
        // One below the lowest, so that its bar has a length.
        QuestionKind::Scale { scale, .. } => {
            let ends = scale.points.first().zip(scale.points.last());
            ends.map_or((0, 0), |(first, last)| (2 * first.value - 2, 2 * last.value))
        }
        _ => (high.median_x2.min(low.median_x2).min(0), high.median_x2.max(low.median_x2).max(0)),
    };
    let length = |value: i32| u32::try_from(value - from).unwrap_or(0);
    let side = |side: Side| RelationSide {
        people: side.people,
        median: side.median_x2 * 5,
        width: thousandths(length(side.median_x2), length(to)),
    };
    (side(high), side(low))
}
