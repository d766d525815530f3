//! What came of an item meeting by meeting.

use super::asked::{Asked, Cell, Meetings, Total, cells, position, total};
use super::{Facts, Found, Selection, Which};
use crate::core::room::RevealedTally;

/// What came of an item in the meetings of one number.
#[derive(Clone, Debug, PartialEq)]
pub struct At {
    /// The number of the meeting.
    pub meeting: u32,
    /// All groups that are looked at, together.
    pub total: Total,
}

/// Values over meetings, of groups beside one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The lowest and the highest value of the chart, in tenths.
    pub range: (i32, i32),
    /// The numbers of the meetings.
    pub meetings: Vec<u32>,
    /// The lines.
    pub series: Vec<Series>,
}

/// The values of a group, or of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The group: its place among those of the report; `None` for all.
    pub group: Option<usize>,
    /// One a meeting: the value in tenths, and how many counted answers it comes from.
    pub values: Vec<Found<(i32, u32)>>,
}

/// How far agreement goes, in tenths of a percent.
const AGREEMENT: (i32, i32) = (0, 1000);
/// How far positions go, in tenths.
const POSITION: (i32, i32) = (-1000, 1000);

/// Agreement over meetings, and the position over them, of all groups together or of the one that is looked at; `None`
/// for a single meeting.
pub fn statement_lines(line: &[At], group: Option<usize>) -> Option<(Lines, Lines)> {
    if line.len() < 2 {
        return None;
    }
    let lines = |range, value: fn(&RevealedTally) -> Option<i32>| {
        let at = |at: &At| Found::of(&at.total, |tally| Some((value(tally)? * 10, tally.counts.iter().sum())));
        let series = Series { group, values: line.iter().map(at).collect() };
        Lines { range, meetings: line.iter().map(|at| at.meeting).collect(), series: vec![series] }
    };
    Some((lines(AGREEMENT, |tally| tally.agreement.map(i32::from)), lines(POSITION, |tally| position(&tally.counts))))
}

/// Whose lines are drawn: those of the groups that are chosen, and of all where several are looked at.
pub(super) fn drawn_of<T>(
    facts: &Facts,
    selection: &Selection,
    chosen: &[usize],
    line: impl Fn(Option<usize>) -> T,
) -> Vec<T> {
    let several = facts.report.alone(selection).is_none();
    chosen.iter().map(|group| Some(*group)).chain(several.then_some(None)).map(line).collect()
}

/// The cells of something meeting by meeting, from the first in which it was asked.
pub(super) fn by_meeting(
    facts: &Facts,
    selection: &Selection,
    of: impl Fn(&Selection) -> Vec<Cell>,
) -> Vec<(u32, Vec<Cell>)> {
    let last = facts.report.numbers(selection);
    let at = |number: u32| {
        let selection = Selection { which: Which::Number(number), ..selection.clone() };
        let cells = of(&selection);
        (!cells.is_empty()).then_some((number, cells))
    };
    if last < 2 { Vec::new() } else { (1..=last).filter_map(at).collect() }
}

/// Meeting by meeting; empty where it was asked in one or none.
pub(super) fn over_time(meetings: &Meetings, facts: &Facts, selection: &Selection, asked: Asked) -> Vec<At> {
    let line = by_meeting(facts, selection, |selection| cells(meetings, facts, selection, asked));
    if line.len() < 2 {
        return Vec::new();
    }
    line.into_iter().map(|(meeting, cells)| At { meeting, total: total(&cells) }).collect()
}
