//! The rounds in which one group voted on a statement, as its members saw them.

use super::in_room;
use super::{Facts, InRoom, Page, Selection, StatementRow, StatementSection, StatementsReport, Turn};
use crate::core::room::{ItemResult, Phase, Round};
use crate::core::view::{Bar, shown_bar};

/// The bars of a statement in the meeting that is told of its first group: with the last round those before it too, the
/// latest first; of the first round that one alone. None where the group answered on another scale than that of now.
pub fn bars(facts: &Facts, section: &StatementSection, row: &StatementRow, turn: Turn) -> Vec<Bar> {
    let Some(cell) = row.cells.first() else { return Vec::new() };
    let Some(group) = facts.report.groups.get(cell.group) else { return Vec::new() };
    let Some(meeting) = facts.report.meetings_of(&group.id).find(|it| it.number == cell.meeting) else {
        return Vec::new();
    };
    let revealed = meeting.rounds_of(&section.step).filter(|round| round.phase == Phase::Revealed);
    let bar = |round: &Round| {
        let result = round.results.iter().find(|it| it.item == row.item)?;
        of_now(result, section.scale.len()).then(|| Bar {
            round: round.number,
            answered: result.answered,
            present: round.present,
            shown: result.tally.as_ref().map(shown_bar),
        })
    };
    let mut bars = revealed.filter_map(bar);
    match turn {
        Turn::First => bars.next().into_iter().collect(),
        Turn::Last => {
            let mut all: Vec<Bar> = bars.collect();
            all.reverse();
            all
        }
    }
}

/// Whether a result fits a scale of so many points.
fn of_now(result: &ItemResult, points: usize) -> bool {
    result.tally.as_ref().is_none_or(|tally| tally.counts.len() == points)
}

/// What one group came to, and what its rooms showed of it. A group that only raised its hands for the statements of a
/// step is not told that too few have answered them: nobody was asked to.
pub fn alone(facts: &Facts, selection: &Selection, report: &StatementsReport) -> (StatementsReport, Vec<InRoom>) {
    let rooms = in_room(facts, selection, Page::Statements);
    let mut report = report.clone();
    for section in &mut report.sections {
        let by_hand = |room: &InRoom| room.step == section.step && room.tallied.answers.is_none();
        if rooms.iter().any(by_hand) {
            section.rows.iter_mut().for_each(|row| row.cells.retain(|cell| cell.answered > 0));
        }
    }
    (report, rooms)
}
