//! How the answers to one question spread.

use std::rc::Rc;

use super::Text;
use super::frame::Frame;
use super::line::{Line, line};
use crate::core::format::{Question, QuestionKind, Scale};
use crate::core::ids::ItemId;
use crate::core::room::{Choice, ItemResult, RevealedTally, Round};
use crate::core::session::Session;

/// The answers to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The question.
    pub item: ItemId,
    /// Its number in the step, from 1.
    pub number: u32,
    /// What it asks.
    pub text: Text,
    /// How many answered it, opt-outs included.
    pub answered: u32,
    /// How many were present.
    pub present: u32,
    /// How the answers spread, or `None` where too few answered.
    pub spread: Option<Spread>,
    /// How it went in the meetings of the group, where it was asked before.
    pub line: Option<Line>,
}

/// How answers spread.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// Over points or options.
    Counts {
        /// One a point or option.
        bars: Vec<CountBar>,
        /// Opt-outs.
        opt_outs: u32,
        /// The mean of a scale of numbers, in tenths.
        mean: Option<i32>,
    },
    /// Over numbers.
    Numbers {
        /// One a number or, where they are far apart, a range of numbers; from the lowest.
        bars: Vec<CountBar>,
        /// The median, in tenths.
        median: i32,
        /// The lowest and the highest.
        range: (i32, i32),
    },
    /// What people wrote, without names.
    Texts(Vec<Text>),
}

/// A bar with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountBar {
    /// What it stands for.
    pub label: Text,
    /// How many.
    pub count: u32,
    /// Its length, in thousandths of the chart.
    pub width: u32,
    /// Who, in named activities.
    pub who: Vec<Text>,
}

/// More numbers than this, from the lowest to the highest, are put into ranges.
const BARS_LIMIT: i64 = 12;
/// Widths of such ranges; tenfold where the largest is too small.
const STEPS: [i64; 3] = [2, 5, 10];

pub(super) fn distribution(frame: &Frame, number: u32, question: &Question, round: &Round) -> Option<Distribution> {
    let result: &ItemResult = round.results.iter().find(|it| it.item == question.id)?;
    Some(Distribution {
        item: question.id.clone(),
        number,
        text: frame.text(&question.text),
        answered: result.answered,
        present: round.present,
        spread: result.tally.as_ref().map(|tally| spread(frame, &question.kind, result.answered, tally)),
        line: line(frame, question, round),
    })
}

/// How the answers to a question spread, in the words of a session's exercise; `None` without a room.
pub(crate) fn spread_of(
    session: &Session,
    kind: &QuestionKind,
    answered: u32,
    tally: &RevealedTally,
) -> Option<Spread> {
    session.room().map(|room| spread(&Frame::new(session, room), kind, answered, tally))
}

fn spread(frame: &Frame, kind: &QuestionKind, answered: u32, tally: &RevealedTally) -> Spread {
    let label_bars = |labels: Vec<Text>, who: &dyn Fn(usize) -> Vec<Text>| -> Vec<CountBar> {
        let bar = |(at, (label, count)): (usize, (Text, &u32))| CountBar {
            label,
            count: *count,
            width: thousandths(*count, answered),
            who: who(at),
        };
        labels.into_iter().zip(&tally.counts).enumerate().map(bar).collect()
    };
    match kind {
        QuestionKind::Scale { scale, .. } => {
            let labels = scale.points.iter().map(|point| frame.text(&point.label)).collect();
            let who = |at: usize| {
                let value = scale.points.get(at).map(|point| point.value);
                names(frame, tally, &|chosen| Some(chosen) == value)
            };
            Spread::Counts {
                bars: label_bars(numbered(scale, labels), &who),
                opt_outs: tally.opt_outs,
                mean: if scale.numbers { mean(scale, &tally.counts) } else { None },
            }
        }
        QuestionKind::Choice(choices) => {
            let labels = choices.options.iter().map(|option| frame.text(&option.label)).collect();
            Spread::Counts { bars: label_bars(labels, &|_| Vec::new()), opt_outs: tally.opt_outs, mean: None }
        }
        QuestionKind::Number { .. } => {
            let bounds = tally.values.first().zip(tally.values.last());
            let (lowest, highest) = bounds.map_or((0, 0), |(first, last)| (first.0, last.0));
            Spread::Numbers {
                bars: histogram(frame, tally, lowest, highest),
                median: median(&tally.values).unwrap_or(0),
                range: (lowest, highest),
            }
        }
        QuestionKind::Text { .. } => Spread::Texts(tally.texts.clone()),
    }
}

/// The explained points of a scale of numbers keep their number.
fn numbered(scale: &Scale, labels: Vec<Text>) -> Vec<Text> {
    if !scale.numbers {
        return labels;
    }
    let label = |(point, label): (&crate::core::format::Point, Text)| -> Text {
        let value = point.value.to_string();
        if *label == *value { label } else { [&value, " – ", &label].concat().into() }
    };
    scale.points.iter().zip(labels).map(label).collect()
}

/// The mean of a scale's points, in tenths, rounded half up.
pub(crate) fn mean(scale: &Scale, counts: &[u32]) -> Option<i32> {
    let n: i64 = counts.iter().map(|count| i64::from(*count)).sum();
    let sum: i64 =
        scale.points.iter().zip(counts).map(|(point, count)| i64::from(point.value) * i64::from(*count)).sum();
    tenths(sum, n)
}

/// `sum / n` in tenths, rounded half up; `None` where n is 0.
pub(super) fn tenths(sum: i64, n: i64) -> Option<i32> {
    if n == 0 {
        return None;
    }
    i32::try_from((20 * sum + n).div_euclid(2 * n)).ok()
}

/// The median of numbers that are in order, in tenths.
pub(crate) fn median(values: &[(i32, u32)]) -> Option<i32> {
    let n: u32 = values.iter().map(|(_, people)| people).sum();
    let at = |rank: u32| {
        let mut before = 0;
        values.iter().find(|(_, people)| {
            before += people;
            before > rank
        })
    };
    let (lower, upper) = (at(n.checked_sub(1)? / 2)?, at(n / 2)?);
    Some((lower.0 + upper.0) * 5)
}

fn histogram(frame: &Frame, tally: &RevealedTally, lowest: i32, highest: i32) -> Vec<CountBar> {
    let ranges = ranges(lowest, highest);
    let within = |(from, to): (i32, i32), value: i32| (from..=to).contains(&value);
    let counts: Vec<u32> = ranges
        .iter()
        .map(|range| tally.values.iter().filter(|(value, _)| within(*range, *value)).map(|(_, people)| people).sum())
        .collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let bar = |((from, to), count): (&(i32, i32), u32)| CountBar {
        label: if from == to { from.to_string() } else { [&from.to_string(), "–", &to.to_string()].concat() }.into(),
        count,
        width: thousandths(count, most),
        who: names(frame, tally, &|value| within((*from, *to), value)),
    };
    ranges.iter().zip(counts).map(bar).collect()
}

/// From the lowest to the highest number: each alone where they are few, else in ranges of a round width.
fn ranges(lowest: i32, highest: i32) -> Vec<(i32, i32)> {
    let (low, high) = (i64::from(lowest), i64::from(highest));
    let mut width = 1;
    let mut tenfold = 1;
    while (high.div_euclid(width) - low.div_euclid(width)) >= BARS_LIMIT {
        width = STEPS.iter().map(|step| step * tenfold).find(|step| *step > width).unwrap_or(width * 2);
        if width == STEPS[2] * tenfold {
            tenfold *= 10;
        }
    }
    let bounds = |at: i64| {
        let from = if width == 1 { at } else { at * width };
        Some((i32::try_from(from).ok()?, i32::try_from(from + width - 1).ok()?))
    };
    (low.div_euclid(width)..=high.div_euclid(width)).filter_map(bounds).collect()
}

/// Who gave such a value; empty where nobody is named.
fn names(frame: &Frame, tally: &RevealedTally, is: &dyn Fn(i32) -> bool) -> Vec<Rc<str>> {
    let chose = |choice: Choice| matches!(choice, Choice::Point(value) if is(value));
    tally.voices.iter().filter(|voice| chose(voice.choice)).filter_map(|voice| frame.name(&voice.person)).collect()
}

/// `part` of `whole` in thousandths.
pub(super) fn thousandths(part: u32, whole: u32) -> u32 {
    let share = (u64::from(part) * 1000).checked_div(u64::from(whole)).unwrap_or(0);
    u32::try_from(share).unwrap_or(1000).min(1000)
}

#[cfg(test)]
mod tests {
    use super::{median, ranges, tenths, thousandths};

    #[test]
    fn the_median_lies_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(4, 1)]), Some(40));
        assert_eq!(median(&[(1, 2), (4, 2)]), Some(25), "between the two in the middle");
        assert_eq!(median(&[(-3, 1), (0, 1), (9, 1)]), Some(0));
    }

    #[test]
    fn a_mean_is_rounded_half_up() {
        assert_eq!(tenths(7, 2), Some(35));
        assert_eq!(tenths(10, 3), Some(33));
        assert_eq!(tenths(1, 20), Some(1), "0.05");
        assert_eq!(tenths(-7, 2), Some(-35));
        assert_eq!(tenths(0, 0), None);
    }

    #[test]
    fn few_numbers_stand_alone_and_many_in_ranges() {
        assert_eq!(ranges(3, 5), [(3, 3), (4, 4), (5, 5)]);
        assert_eq!(ranges(0, 12), [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9), (10, 11), (12, 13)]);
        assert_eq!(ranges(0, 99).len(), 10, "tens");
        assert_eq!(ranges(-7, 40)[0], (-10, -6), "fives");
        assert!(ranges(-1_000_000, 1_000_000).len() <= 13);
    }

    #[test]
    fn nothing_is_longer_than_the_chart() {
        assert_eq!(thousandths(3, 4), 750);
        assert_eq!(thousandths(5, 4), 1000);
        assert_eq!(thousandths(1, 0), 0);
    }
}
