//! Results as diverging stacked bars around the midpoint (R. M. Heiberger and N. B. Robbins, "Design of
//! diverging stacked bar charts for Likert scales", Journal of Statistical Software 57, 2014).

use super::Text;
use super::frame::Frame;
use super::statements::{ScalePoint, scale};
use crate::core::consensus::{Class, Direction};
use crate::core::format::{ResultOrder, Scale, Statements, Step};
use crate::core::ids::ItemId;
use crate::core::order::by_key;
use crate::core::room::{Choice, ItemResult, Phase, RevealedTally, Round, Shift, Voice};

/// The results of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    /// The latest revealed round.
    pub round: u8,
    /// The points of the scale, from the lowest.
    pub scale: Vec<ScalePoint>,
    /// One a statement, divided first, then lean, then consensus; lowest agreement first within a class.
    pub rows: Vec<ResultRow>,
    /// k, for the sentence that explains a result that is not shown.
    pub min_answers: u32,
}

/// The results of one statement.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultRow {
    /// The item.
    pub item: ItemId,
    /// Its number in the exercise, from 1.
    pub number: u32,
    /// Its text.
    pub text: Text,
    /// A hint for the one who leads.
    pub hint: Option<Text>,
    /// One bar a round in which the statement was put to the vote, the latest first.
    pub bars: Vec<Bar>,
}

/// One diverging stacked bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The round.
    pub round: u8,
    /// How many answered, opt-outs included.
    pub answered: u32,
    /// How many were present.
    pub present: u32,
    /// The result, or `None` where too few answered.
    pub shown: Option<ShownBar>,
}

/// A result that may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownBar {
    /// Answers per scale point, from the lowest. Bars show these and never shares, which would claim too much of
    /// a group below twenty.
    pub counts: Vec<u32>,
    /// How many counted answers.
    pub n: u32,
    /// Opt-outs.
    pub opt_outs: u32,
    /// Agreement C in percent.
    pub agreement: Option<u8>,
    /// Consensus, lean or divided.
    pub class: Class,
    /// Which way.
    pub direction: Direction,
    /// Fewer than 8 answers: only indicative.
    pub indicative: bool,
    /// One changed vote would change the class.
    pub one_vote_decides: bool,
    /// Width of each segment, in thousandths of the chart.
    pub widths: Vec<u32>,
    /// Where the bar begins, in thousandths of the chart, so that the midpoint is in the middle.
    pub offset: u32,
    /// Reasons, without names.
    pub reasons: Vec<Text>,
    /// How the group moved since the round before.
    pub shift: Option<Shift>,
    /// Names of those who chose each point, and last of those who opted out; empty in hidden activities.
    pub names: Vec<Vec<Text>>,
}

/// Fewer counted answers than this are only indicative.
const INDICATIVE_BELOW: u32 = 8;
/// The width of the chart.
const CHART: u32 = 1000;

pub(super) fn results(frame: &Frame, step: &Step, block: &Statements) -> Option<ResultsView> {
    let revealed: Vec<&Round> = frame.room.rounds_of(&step.id).filter(|round| round.phase == Phase::Revealed).collect();
    let latest = revealed.last()?;
    let mut rows: Vec<ResultRow> = (1..)
        .zip(&block.items)
        .map(|(number, item)| ResultRow {
            item: item.id.clone(),
            number,
            text: frame.text(&item.text),
            hint: frame.hint(item.hint.as_ref()),
            bars: revealed
                .iter()
                .rev()
                .filter_map(|round| {
                    let result = round.results.iter().find(|it| it.item == item.id)?;
                    Some(bar(frame, &block.scale, round, result))
                })
                .collect(),
        })
        .collect();
    if block.order == ResultOrder::MostDividedFirst {
        rows = by_key(rows, rank);
    }
    Some(ResultsView {
        round: latest.number,
        scale: scale(frame, &block.scale),
        rows,
        min_answers: frame.room.settings.min_answers,
    })
}

/// Divided first, then lean, then consensus, lowest agreement first; what is not shown comes last.
fn rank(row: &ResultRow) -> u64 {
    let Some(shown) = row.bars.first().and_then(|bar| bar.shown.as_ref()) else {
        return 4 << 8;
    };
    let class: u64 = match shown.class {
        Class::Divided => 0,
        Class::Lean => 1,
        Class::Consensus => 2,
        Class::Empty => 3,
    };
    (class << 8) | u64::from(shown.agreement.unwrap_or(0))
}

pub(super) fn bar(frame: &Frame, scale: &Scale, round: &Round, result: &ItemResult) -> Bar {
    Bar {
        round: round.number,
        answered: result.answered,
        present: round.present,
        shown: result.tally.as_ref().map(|tally| shown(frame, scale, result, tally)),
    }
}

fn shown(frame: &Frame, scale: &Scale, result: &ItemResult, tally: &RevealedTally) -> ShownBar {
    ShownBar { reasons: result.reasons.clone(), names: names(frame, scale, &tally.voices), ..shown_bar(tally) }
}

/// The bar of a tally, without reasons and names.
pub fn shown_bar(tally: &RevealedTally) -> ShownBar {
    let n: u32 = tally.counts.iter().sum();
    let (widths, offset) = geometry(&tally.counts);
    ShownBar {
        counts: tally.counts.clone(),
        n,
        opt_outs: tally.opt_outs,
        agreement: tally.agreement,
        class: tally.class,
        direction: tally.direction,
        indicative: n < INDICATIVE_BELOW,
        one_vote_decides: tally.one_vote_decides,
        widths,
        offset,
        reasons: Vec::new(),
        shift: tally.shift,
        names: Vec::new(),
    }
}

/// Widths of the segments and where the first begins, so that the midpoint of the scale stands in the middle
/// of the chart, whose halves each have room for all answers.
fn geometry(counts: &[u32]) -> (Vec<u32>, u32) {
    let n: u32 = counts.iter().sum();
    if n == 0 {
        return (vec![0; counts.len()], CHART / 2);
    }
    let half = CHART / 2;
    let below: u32 = counts[..counts.len() / 2].iter().sum();
    let middle = if counts.len() % 2 == 1 { counts[counts.len() / 2] } else { 0 };
    let widths = counts.iter().map(|count| count * half / n).collect();
    (widths, half - (2 * below + middle) * half / (2 * n))
}

/// Who chose each point, and last who opted out; empty where nobody is named.
fn names(frame: &Frame, scale: &Scale, voices: &[Voice]) -> Vec<Vec<Text>> {
    if voices.is_empty() {
        return Vec::new();
    }
    let who = |choice: Choice| -> Vec<Text> {
        voices.iter().filter(|voice| voice.choice == choice).filter_map(|voice| frame.name(&voice.person)).collect()
    };
    let choices = scale.points.iter().map(|point| Choice::Point(point.value)).chain([Choice::OptOut]);
    choices.map(who).collect()
}

#[cfg(test)]
mod tests {
    use super::geometry;

    #[test]
    fn the_midpoint_stands_in_the_middle() {
        let (widths, offset) = geometry(&[1, 1, 2, 3, 1]);
        assert_eq!(widths, [62, 62, 125, 187, 62]);
        assert_eq!(offset, 500 - 187);
        assert_eq!(geometry(&[4, 0]), (vec![500, 0], 0));
        assert_eq!(geometry(&[0, 0, 0]), (vec![0, 0, 0], 500));
    }
}
