//! Results as diverging stacked bars around the midpoint (R. M. Heiberger and N. B. Robbins, "Design of
//! diverging stacked bar charts for Likert scales", Journal of Statistical Software 57, 2014).

use super::shared::Frame;
use super::statements::scale;
use super::{Bar, ResultRow, ResultsView, ShownBar, Text};
use crate::core::consensus::Class;
use crate::core::format::{ResultOrder, Scale, Statements, Step};
use crate::core::order::by_key;
use crate::core::room::{Choice, ItemResult, Phase, RevealedTally, Round, Voice};

/// Fewer counted answers than this are only indicative.
const INDICATIVE_BELOW: u32 = 8;
/// Fewer counted answers than this are shown as counts, not as shares.
const COUNTS_BELOW: u32 = 20;
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

fn bar(frame: &Frame, scale: &Scale, round: &Round, result: &ItemResult) -> Bar {
    Bar {
        round: round.number,
        answered: result.answered,
        present: round.present,
        shown: result.tally.as_ref().map(|tally| shown(frame, scale, tally)),
    }
}

fn shown(frame: &Frame, scale: &Scale, tally: &RevealedTally) -> ShownBar {
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
        counts_only: n < COUNTS_BELOW,
        widths,
        offset,
        reasons: tally.reasons.clone(),
        shift: tally.shift,
        names: names(frame, scale, &tally.voices),
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
