//! What came of something that was asked: in a group, and in several together.
//!
//! What is not shown of a group is in no total. What was asked on another scale than that of now is in none either,
//! because its points do not mean the same.

use std::rc::Rc;

use super::{Facts, Meeting, Selection, Turn, Which};
use crate::core::consensus::{Agreement, Tally};
use crate::core::ids::{ItemId, StepId};
use crate::core::room::{ItemResult, Phase, RevealedTally, Round, Shift};

/// What came of an item in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The group: its place among those of the report.
    pub group: usize,
    /// The number of the meeting.
    pub meeting: u32,
    /// k in that meeting.
    pub least: u32,
    /// How many answered, opt-outs included.
    pub answered: u32,
    /// How many were present.
    pub present: u32,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of an item, as far as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Too few gave a counted answer.
    Hidden,
    /// It had so many points or options then, which is another number than it has now.
    Other(usize),
    /// Its numbers.
    Shown(Rc<RevealedTally>),
}

impl Cell {
    /// Its numbers, where they are shown.
    pub fn shown(&self) -> Option<&Rc<RevealedTally>> {
        match &self.outcome {
            Outcome::Shown(tally) => Some(tally),
            Outcome::Hidden | Outcome::Other(_) => None,
        }
    }
}

/// What came of an item in several groups together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The sums of what is shown of each group; `None` where nothing is.
    pub tally: Option<Rc<RevealedTally>>,
    /// How many answered, in the groups that are shown.
    pub answered: u32,
    /// How many were present in them.
    pub present: u32,
    /// How many groups are shown.
    pub groups: u32,
    /// How many are not, because too few answered.
    pub hidden: u32,
    /// How many are not, because they answered on another scale.
    pub other: u32,
    /// The lowest and the highest k of those that are not shown.
    pub least: (u32, u32),
}

/// Everything of several groups together: sums of what is shown of each, and the measures of these sums.
pub fn total<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Total {
    let mut total = Total::default();
    let mut sum: Option<RevealedTally> = None;
    for cell in cells {
        match &cell.outcome {
            Outcome::Hidden => {
                total.least = match total.hidden {
                    0 => (cell.least, cell.least),
                    _ => (total.least.0.min(cell.least), total.least.1.max(cell.least)),
                };
                total.hidden += 1;
            }
            Outcome::Other(_) => total.other += 1,
            Outcome::Shown(tally) => {
                add(sum.get_or_insert_default(), tally);
                total.groups += 1;
                total.answered += cell.answered;
                total.present += cell.present;
            }
        }
    }
    total.tally = sum.map(|sum| Rc::new(measured(sum)));
    total
}

fn add(sum: &mut RevealedTally, tally: &RevealedTally) {
    if sum.counts.len() < tally.counts.len() {
        sum.counts.resize(tally.counts.len(), 0);
    }
    for (sum, count) in sum.counts.iter_mut().zip(&tally.counts) {
        *sum += count;
    }
    sum.opt_outs += tally.opt_outs;
    if let Some(shift) = tally.shift {
        let before = sum.shift.unwrap_or(Shift { net: 0, both: 0 });
        sum.shift = Some(Shift { net: before.net + shift.net, both: before.both + shift.both });
    }
    for (value, people) in &tally.values {
        match sum.values.binary_search_by_key(value, |(value, _)| *value) {
            Ok(at) => sum.values[at].1 += people,
            Err(at) => sum.values.insert(at, (*value, *people)),
        }
    }
    // Whether it is a scale that agreement is told of.
    sum.agreement = sum.agreement.or(tally.agreement);
}

/// The measures of a sum, where those it is made of have them.
fn measured(sum: RevealedTally) -> RevealedTally {
    let tally = sum.agreement.and_then(|_| Tally::new(sum.counts.clone()));
    let Some(tally) = tally else { return RevealedTally { agreement: None, ..sum } };
    RevealedTally {
        agreement: tally.agreement().map(Agreement::percent),
        class: tally.class(),
        direction: tally.direction(),
        one_vote_decides: tally.one_vote_decides(),
        ..sum
    }
}

/// Where the answers stand on average, from -100, all at the lowest point, to +100, all at the highest; 0 is the
/// midpoint. With K points and counts `c_0 … c_{K-1}`, n in all: `Σ c_i · (200·i/(K−1) − 100) / n`, rounded to the
/// nearest whole number, halves away from 0. `None` without answers, or with one point.
pub fn position(counts: &[u32]) -> Option<i32> {
    let n: i64 = counts.iter().copied().map(i64::from).sum();
    let last = i64::try_from(counts.len()).ok()? - 1;
    if n == 0 || last < 1 {
        return None;
    }
    let sum: i64 = (0..).zip(counts).map(|(point, count): (i64, &u32)| point * i64::from(*count)).sum();
    // 100·(2·sum − n·last) over n·last.
    let (top, bottom) = (100 * (2 * sum - n * last), n * last);
    let rounded = (2 * top.abs() + bottom) / (2 * bottom);
    i32::try_from(rounded * top.signum()).ok()
}

/// The meetings of each group of a report, first to last.
pub(super) struct Meetings<'a>(Vec<Vec<&'a Meeting>>);

impl<'a> Meetings<'a> {
    pub fn of(facts: &'a Facts) -> Self {
        let report = &facts.report;
        let mut groups: Vec<Vec<&Meeting>> = vec![Vec::new(); report.groups.len()];
        let mut at = 0;
        for meeting in &report.meetings {
            // They come by group, so the next is mostly of the same.
            if report.groups.get(at).is_none_or(|group| group.id != meeting.group) {
                let Some(found) = report.groups.iter().position(|group| group.id == meeting.group) else { continue };
                at = found;
            }
            groups[at].push(meeting);
        }
        Self(groups)
    }

    /// The meetings of the groups that are selected, with the places of these groups.
    pub fn selected(&self, facts: &Facts, selection: &Selection) -> impl Iterator<Item = (usize, &[&'a Meeting])> {
        let takes: Vec<bool> = facts.report.groups.iter().map(|group| selection.takes(&group.id)).collect();
        self.0.iter().map(Vec::as_slice).enumerate().filter(move |(at, _)| takes[*at])
    }
}

/// Something that is asked: an item of a step, and how many points or options it has now; `None` where it has none
/// or where that is not known any more.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub step: &'a StepId,
    pub item: &'a ItemId,
    pub points: Option<usize>,
}

/// What came of it in each selected group in which it was asked and revealed.
pub(super) fn cells(meetings: &Meetings, facts: &Facts, selection: &Selection, asked: Asked) -> Vec<Cell> {
    let of = |(group, meetings): (usize, &[&Meeting])| {
        let right = |meeting: &&&Meeting| match selection.which {
            Which::Latest => true,
            Which::Number(number) => meeting.number == number,
        };
        meetings.iter().rev().filter(right).find_map(|meeting| {
            let (round, result) = result(meeting, selection.turn, asked)?;
            Some(cell(group, meeting, round, result, asked.points))
        })
    };
    meetings.selected(facts, selection).filter_map(of).collect()
}

fn result<'a>(meeting: &'a Meeting, turn: Turn, asked: Asked<'a>) -> Option<(&'a Round, &'a ItemResult)> {
    let mut rounds = meeting.rounds_of(asked.step).filter(|round| round.phase == Phase::Revealed);
    let of = |round: &'a Round| Some((round, round.results.iter().find(|it| it.item == *asked.item)?));
    match turn {
        Turn::First => rounds.find_map(of),
        Turn::Last => rounds.rev().find_map(of),
    }
}

fn cell(group: usize, meeting: &Meeting, round: &Round, result: &ItemResult, points: Option<usize>) -> Cell {
    let outcome = match &result.tally {
        None => Outcome::Hidden,
        Some(tally) if points.is_some_and(|points| points != tally.counts.len()) => Outcome::Other(tally.counts.len()),
        Some(tally) => Outcome::Shown(Rc::new(tally.clone())),
    };
    Cell {
        group,
        meeting: meeting.number,
        least: meeting.settings.min_answers,
        answered: result.answered,
        present: round.present,
        outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn a_position_is_the_mean_about_the_midpoint() {
        assert_eq!(position(&[4, 0, 0, 0, 0]), Some(-100));
        assert_eq!(position(&[0, 0, 3, 0, 0]), Some(0));
        assert_eq!(position(&[1, 0, 0, 0, 1]), Some(0));
        assert_eq!(position(&[0, 1, 1, 2, 0]), Some(13), "(−50 + 0 + 50 + 50) / 4 = 12.5");
        assert_eq!(position(&[0, 2, 1, 1, 0]), Some(-13));
        assert_eq!(position(&[1, 3]), Some(50), "(−100 + 3·100) / 4");
        assert_eq!(position(&[0, 0]), None);
        assert_eq!(position(&[7]), None);
        assert_eq!(position(&[]), None);
    }
}
