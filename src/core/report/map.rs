//! Statements on a map: where the answers stand on average, and how far they agree.

use std::rc::Rc;

use super::asked::position;
use super::statements::{StatementsReport, class_of};
use crate::core::consensus::Class;
use crate::core::ids::ItemId;
use crate::core::order::by_key;
use crate::core::view::Text;

/// A statement on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// The item.
    pub item: ItemId,
    /// Its number.
    pub number: Rc<str>,
    /// What it says.
    pub text: Text,
    /// Where the answers stand on average ([`position`]) and how far they agree, in percent; `None` where that is not
    /// shown.
    pub at: Option<(i32, u8)>,
    /// How far they agree, in words.
    pub class: Class,
    /// How many counted answers, of how many groups.
    pub n: (u32, u32),
}

/// The statements of a report in the order of the exercise, as far as `keep` has their class.
pub fn map(report: &StatementsReport, keep: impl Fn(Class) -> bool) -> Vec<MapPoint> {
    let rows = report.sections.iter().flat_map(|section| &section.rows);
    let rows = rows.filter(|row| keep(class_of(&row.total))).collect();
    let point = |row: &super::StatementRow| {
        let tally = row.total.tally.as_ref();
        let at = tally.and_then(|tally| Some((position(&tally.counts)?, tally.agreement?)));
        MapPoint {
            item: row.item.clone(),
            number: row.number.clone(),
            text: row.text.clone(),
            at,
            class: class_of(&row.total),
            n: (tally.map_or(0, |tally| tally.counts.iter().sum()), row.total.groups),
        }
    };
    by_key(rows, |row| row.place as u64).into_iter().map(point).collect()
}
