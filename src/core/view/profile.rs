//! The profile of a group: the mean of each dimension, over the answers to its scale questions.
//!
//! Everything is reckoned from the counts that are shown anyway; a question that too few answered is left out,
//! and the view says so. What is reversed is turned.

use super::Text;
use super::frame::Frame;
use super::questions::count;
use super::spread::{tenths, thousandths};
use crate::core::format::{Dimension, QuestionKind, Questions, Scale};
use crate::core::room::Round;

/// The profile of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileView {
    /// One a dimension.
    pub rows: Vec<ProfileRow>,
    /// The lowest and the highest value of the scales.
    pub range: (i32, i32),
}

/// A dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// What it is called.
    pub label: Text,
    /// What the lowest and the highest point of its scale say.
    pub ends: (Text, Text),
    /// How many scale questions it has.
    pub questions: u32,
    /// How many of these enough people answered.
    pub counted: u32,
    /// What their answers come to; `None` where no question has enough.
    pub shown: Option<ProfileMean>,
}

/// What the answers of a dimension come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileMean {
    /// The mean, in tenths.
    pub mean: i32,
    /// Where it stands, in thousandths of the scale.
    pub mean_at: u32,
    /// From where to where at least the middle half of the answers lies.
    pub middle: (i32, i32),
    /// Where that is, in thousandths of the scale.
    pub middle_at: (u32, u32),
    /// The fewest and the most counted answers to one of its questions.
    pub answers: (u32, u32),
}

pub(super) fn profile(frame: &Frame, block: &Questions, ids: &[Text], round: &Round) -> ProfileView {
    let dimensions = ids.iter().filter_map(|id| block.dimensions.iter().find(|it| it.id == *id));
    let rows: Vec<(ProfileRow, (i32, i32))> = dimensions.filter_map(|it| row(frame, block, it, round)).collect();
    let range = rows.first().map_or((0, 0), |(_, range)| *range);
    ProfileView { rows: rows.into_iter().map(|(row, _)| row).collect(), range }
}

/// A dimension and the range of its scale; `None` where it has no question with a scale.
fn row(frame: &Frame, block: &Questions, dimension: &Dimension, round: &Round) -> Option<(ProfileRow, (i32, i32))> {
    let mut first: Option<&Scale> = None;
    let (mut questions, mut tallies) = (0, Vec::new());
    for question in block.items.iter().filter(|it| it.dimension.as_ref() == Some(&dimension.id)) {
        let QuestionKind::Scale { scale, reversed } = &question.kind else { continue };
        first = first.or(Some(scale));
        questions += 1;
        let tally = round.results.iter().find(|it| it.item == question.id).and_then(|it| it.tally.as_ref());
        if let Some(tally) = tally {
            let mut counts = tally.counts.clone();
            if *reversed {
                counts.reverse();
            }
            tallies.push(counts);
        }
    }
    let (low, high) = (first?.points.first()?, first?.points.last()?);
    let row = ProfileRow {
        label: frame.text(&dimension.label),
        ends: (frame.text(&low.label), frame.text(&high.label)),
        questions,
        counted: count(tallies.len()),
        shown: pooled(&tallies, low.value),
    };
    Some((row, (low.value, high.value)))
}

/// What the counts of several questions come to together; their scales begin at `low` or are read as if they did.
pub(crate) fn pooled(tallies: &[Vec<u32>], low: i32) -> Option<ProfileMean> {
    let points = tallies.first()?.len();
    let at = |point: usize| tallies.iter().filter_map(|counts| counts.get(point)).sum::<u32>();
    let counts: Vec<u32> = (0..points).map(at).collect();
    let n: u32 = counts.iter().sum();
    let sum: u32 = (0..).zip(&counts).map(|(point, count): (u32, &u32)| point * count).sum();
    let last = count(points).saturating_sub(1);
    // The lowest point up to which at least so many quarters of the answers lie.
    let up_to = |quarters: u32| {
        let mut before = 0;
        let reached = |count: &u32| {
            before += count;
            4 * before >= quarters * n
        };
        count(counts.iter().position(reached).unwrap_or(0))
    };
    let (from, to) = (up_to(1), up_to(3));
    let value = |point: u32| low + i32::try_from(point).unwrap_or(0);
    let answers = tallies.iter().map(|counts| counts.iter().sum::<u32>());
    Some(ProfileMean {
        mean: low * 10 + tenths(sum.into(), n.into())?,
        mean_at: thousandths(sum, n * last),
        middle: (value(from), value(to)),
        middle_at: (thousandths(from, last), thousandths(to, last)),
        answers: (answers.clone().min()?, answers.max()?),
    })
}

#[cfg(test)]
mod tests {
    use super::{ProfileMean, pooled};

    #[test]
    fn questions_are_pooled() {
        let mean = pooled(&[vec![0, 2, 2, 0, 0], vec![0, 0, 4, 2, 0]], 1);
        let expected = ProfileMean { mean: 30, mean_at: 500, middle: (3, 3), middle_at: (500, 500), answers: (4, 6) };
        assert_eq!(mean, Some(expected), "2·2 + 6·3 + 2·4 over ten answers");
    }

    #[test]
    fn the_middle_half_holds_half_or_more() {
        let mean = pooled(&[vec![3, 1, 0, 1, 3]], 1).unwrap();
        assert_eq!((mean.mean, mean.middle), (30, (1, 5)));
        let mean = pooled(&[vec![0, 0, 5]], -1).unwrap();
        assert_eq!((mean.mean, mean.mean_at, mean.middle), (10, 1000, (1, 1)));
    }

    #[test]
    fn without_answers_there_is_none() {
        assert_eq!(pooled(&[], 1), None);
        assert_eq!(pooled(&[vec![0, 0]], 1), None);
    }
}
