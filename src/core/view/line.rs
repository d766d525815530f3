//! How the answers to a question went in the meetings of a group, this one last.

use super::Text;
use super::frame::Frame;
use super::spread::{mean, median};
use crate::core::format::{Question, QuestionKind};
use crate::core::room::{ItemResult, Phase, Round};

/// The answers to a question over the meetings of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What is followed.
    pub of: Middle,
    /// One a meeting in which it was asked and shown, from the first; this one last.
    pub points: Vec<LinePoint>,
    /// What the lower and the upper end of the chart stand for.
    pub range: (Text, Text),
}

/// What stands for all answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Middle {
    /// The mean of a scale.
    Mean,
    /// The median of numbers.
    Median,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinePoint {
    /// The number of the meeting.
    pub meeting: u32,
    /// How many answered.
    pub answered: u32,
    /// The value in tenths, and how high it stands in thousandths of the chart; `None` where too few answered.
    pub value: Option<(i32, u32)>,
}

/// `None` where it was not asked before, or has no middle.
pub(super) fn line(frame: &Frame, question: &Question, round: &Round) -> Option<Line> {
    let of = match question.kind {
        QuestionKind::Scale { .. } => Middle::Mean,
        QuestionKind::Number { .. } => Middle::Median,
        QuestionKind::Choice(_) | QuestionKind::Text { .. } => return None,
    };
    let of_round = |round: &Round| round.results.iter().find(|it| it.item == question.id).cloned();
    let mut asked: Vec<(u32, ItemResult)> = Vec::new();
    for meeting in frame.session.earlier() {
        let revealed = meeting.rounds.iter().rfind(|it| it.phase == Phase::Revealed && of_round(it).is_some());
        asked.extend(revealed.and_then(of_round).map(|result| (meeting.number, result)));
    }
    if asked.is_empty() {
        return None;
    }
    asked.push((frame.room.number, of_round(round)?));
    let values: Vec<Option<i32>> = asked.iter().map(|(_, result)| middle(&question.kind, result)).collect();
    let (low, high) = range(&question.kind, &values)?;
    let points = asked.iter().zip(&values).map(|((meeting, result), value)| LinePoint {
        meeting: *meeting,
        answered: result.answered,
        value: value.map(|value| (value, height(value, low * 10, high * 10))),
    });
    Some(Line { of, points: points.collect(), range: (low.to_string().into(), high.to_string().into()) })
}

fn middle(kind: &QuestionKind, result: &ItemResult) -> Option<i32> {
    let tally = result.tally.as_ref()?;
    match kind {
        QuestionKind::Scale { scale, .. } => mean(scale, &tally.counts),
        QuestionKind::Number { .. } => median(&tally.values),
        QuestionKind::Choice(_) | QuestionKind::Text { .. } => None,
    }
}

/// The ends of the chart: those of the scale, or whole numbers about the values; `None` without any.
fn range(kind: &QuestionKind, values: &[Option<i32>]) -> Option<(i32, i32)> {
    if let QuestionKind::Scale { scale, .. } = kind {
        return Some((scale.points.first()?.value, scale.points.last()?.value));
    }
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().min()?.div_euclid(10), (known().max()? + 9).div_euclid(10));
    Some(if low == high { (low - 1, high + 1) } else { (low, high) })
}

fn height(value: i32, low: i32, high: i32) -> u32 {
    let share = i64::from(value - low) * 1000 / i64::from((high - low).max(1));
    u32::try_from(share.clamp(0, 1000)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{height, range};
    use crate::core::format::QuestionKind;

    #[test]
    fn numbers_fill_the_chart() {
        let kind = QuestionKind::Number { min: 0, max: 99 };
        assert_eq!(range(&kind, &[Some(40), None, Some(125)]), Some((4, 13)));
        assert_eq!(range(&kind, &[Some(40)]), Some((3, 5)), "one value stands in the middle");
        assert_eq!(range(&kind, &[None]), None);
        assert_eq!(height(40, 40, 130), 0);
        assert_eq!(height(85, 40, 130), 500);
    }
}
