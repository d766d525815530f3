//! Scales to choose from.

use std::rc::Rc;

use super::minutes::range;
use super::reader::Node;
use super::{Fault, Localized};
use crate::core::ids::is_slug;

/// The most scales of an exercise.
const SCALES_LIMIT: usize = 30;
/// The fewest and the most points of a scale.
const POINTS: (usize, usize) = (2, 11);
/// The lowest and the highest value of a point.
const VALUES: (i64, i64) = (-100, 100);

/// An ordered scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Its points, from the lowest; values are consecutive.
    pub points: Vec<Point>,
    /// Whether its points are numbers, of which only some are explained.
    pub numbers: bool,
    /// The label of the opt-out, where there is one.
    pub opt_out: Option<Localized>,
}

/// A point of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its value.
    pub value: i32,
    /// What it says; of a number that is not explained the number itself.
    pub label: Localized,
}

impl Scale {
    /// Whether it has a point of this value.
    pub fn has(&self, value: i32) -> bool {
        self.points.iter().any(|point| point.value == value)
    }
}

pub(super) fn scales(node: &Node) -> Vec<(Rc<str>, Option<Scale>)> {
    let members = node.members();
    let too_many = members.len() > SCALES_LIMIT;
    if too_many {
        node.fault(Fault::TooMany);
    }
    let scale = |(name, node): (String, Node)| {
        let scale = if too_many { None } else { scale(&name, &node) };
        (Rc::from(name), scale)
    };
    members.into_iter().map(scale).collect()
}

/// The scale here, where its values are sound.
fn scale(name: &str, node: &Node) -> Option<Scale> {
    if !is_slug(name) {
        node.fault(Fault::BadId);
    }
    if !node.is_object() {
        return None;
    }
    let by_range = node.member("range").is_there() && !node.member("points").is_there();
    node.object(if by_range { &["range", "anchors", "opt_out"] } else { &["points", "opt_out"] });
    let points = if by_range { numbers(node) } else { points(&node.member("points")) };
    let opt_out = node.member("opt_out").optional().map(|it| {
        it.object(&["label"]);
        it.member("label").text()
    });
    Some(Scale { points: points?, numbers: by_range, opt_out })
}

fn points(list: &Node) -> Option<Vec<Point>> {
    let mut points: Vec<Point> = Vec::new();
    let mut previous: Option<i32> = None;
    let entries = list.list(POINTS.0, POINTS.1);
    for entry in &entries {
        if !entry.object(&["value", "label"]) {
            continue;
        }
        let value = entry.member("value");
        let label = entry.member("label").text();
        let before = previous.take();
        let Some(number) = value.number(VALUES.0, VALUES.1).and_then(|it| i32::try_from(it).ok()) else {
            continue;
        };
        previous = Some(number);
        if before.is_some_and(|before| before + 1 != number) {
            value.fault(Fault::BadValue);
            continue;
        }
        points.push(Point { value: number, label });
    }
    (points.len() == entries.len() && points.len() >= POINTS.0).then_some(points)
}

/// The points of a range: a number each, and what explains it where there is an anchor.
fn numbers(node: &Node) -> Option<Vec<Point>> {
    let bounds = node.member("range");
    let range = if bounds.object(&["min", "max"]) { range(&bounds, VALUES.0, VALUES.1) } else { None };
    let fits =
        |min: i64, max: i64| usize::try_from(max - min + 1).is_ok_and(|count| (POINTS.0..=POINTS.1).contains(&count));
    if range.is_some_and(|(min, max)| min <= max && !fits(min, max)) {
        bounds.fault(Fault::BadRange);
    }
    let sound = range.filter(|(min, max)| fits(*min, *max));
    let (min, max) = sound.unwrap_or(VALUES);
    let mut anchors: Vec<(i64, Localized)> = Vec::new();
    let list = node.member("anchors").optional();
    for entry in list.map(|it| it.list(0, POINTS.1)).unwrap_or_default() {
        if !entry.object(&["value", "label"]) {
            continue;
        }
        let value = entry.member("value");
        let label = entry.member("label").text();
        let Some(number) = value.number(min, max) else { continue };
        if anchors.iter().any(|(it, _)| *it == number) {
            value.fault(Fault::DuplicateId);
        } else {
            anchors.push((number, label));
        }
    }
    let point = |number: i64| {
        let anchor = anchors.iter().find(|(it, _)| *it == number).map(|(_, label)| label.clone());
        let label = anchor.unwrap_or_else(|| Localized::everywhere(&number.to_string()));
        Some(Point { value: i32::try_from(number).ok()?, label })
    };
    sound.map(|(min, max)| (min..=max).filter_map(point).collect())
}
