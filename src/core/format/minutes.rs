//! How long something takes, and other pairs of a smallest and a largest number.

use super::Fault;
use super::reader::Node;

/// Shortest and longest time, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Minutes {
    /// The shortest.
    pub min: u32,
    /// The longest.
    pub max: u32,
}

/// The longest time, in minutes: a day.
const MINUTES_LIMIT: i64 = 1440;

pub(super) fn minutes(node: &Node) -> Minutes {
    if node.object(&["min", "max"]) { minutes_here(node) } else { Minutes::default() }
}

/// The `min` and `max` of an object that may have other members.
pub(super) fn minutes_here(node: &Node) -> Minutes {
    let read = |number: i64| u32::try_from(number).unwrap_or_default();
    range(node, 0, MINUTES_LIMIT).map(|(min, max)| Minutes { min: read(min), max: read(max) }).unwrap_or_default()
}

/// A smallest and a largest number.
pub(super) fn range(node: &Node, lowest: i64, highest: i64) -> Option<(i64, i64)> {
    let read = |name: &str| node.member(name).number(lowest, highest);
    let (min, max) = (read("min"), read("max"));
    let range = (min?, max?);
    if range.0 > range.1 {
        node.fault(Fault::BadRange);
    }
    Some(range)
}
