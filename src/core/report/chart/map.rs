//! Statements on a map: where the answers stand on average from left to right, how far they agree from below to above.

use std::rc::Rc;

use super::sheet::{PADDING, Sheet, Type};
use crate::core::consensus::Class;
use crate::core::drawing::{Anchor, Drawing, Paint, text_width, wrapped};

/// A map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapChart {
    /// What it shows, in words.
    pub about: Rc<str>,
    /// What the quarters mean: above left, above right, below left, below right.
    pub quarters: [Rc<str>; 4],
    /// What the ends of both axes mean: left, right, below, above.
    pub ends: [Rc<str>; 4],
    /// What is on it.
    pub marks: Vec<MapMark>,
}

/// A statement on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapMark {
    /// Its number.
    pub number: Rc<str>,
    /// From -100 to +100.
    pub position: i32,
    /// From 0 to 100.
    pub agreement: u8,
    /// Its class, which its colour and its shape say.
    pub class: Class,
}

const SMALL: f32 = 11.5;
const NUMBER: f32 = 11.0;
/// The radius of a mark with one sign; one more for each further.
const MARK: f32 = 10.5;
/// The tallest map.
const TALLEST: f32 = 460.0;
/// How far a mark is moved at a time, and how often at most.
const NUDGE: f32 = 4.0;
const NUDGES: u16 = 2000;

/// The map at a width. Marks that would cover one another are moved apart, with a line to where they belong.
pub fn map_chart(chart: &MapChart, width: f32) -> Drawing {
    let mut sheet = Sheet::default();
    let small = Type::new(SMALL, Paint::Muted);
    let (left, right) = (PADDING, width - PADDING);
    let top = sheet.text(&chart.ends[3], (PADDING, PADDING), right - left, 2, small) + 4.0;
    let height = TALLEST.min((right - left) * 0.8);
    let bottom = top + height;
    let inner = Area { left, top, right, bottom };
    ground(&mut sheet, chart, &inner);
    marks(&mut sheet, &chart.marks, &inner);
    let mut y = sheet.text(&chart.ends[2], (PADDING, bottom + 6.0), right - left, 2, small) + 2.0;
    let half = (right - left) * 0.5 - 4.0;
    let below = sheet.text(&chart.ends[0], (left, y), half, 2, small.bold());
    let end = sheet.text(&chart.ends[1], (right, y), half, 2, small.bold().at(Anchor::End));
    y = below.max(end);
    sheet.done(width, y, chart.about.clone())
}

struct Area {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

/// The frame, the cross in its middle, and what the quarters mean.
fn ground(sheet: &mut Sheet, chart: &MapChart, area: &Area) {
    let Area { left, top, right, bottom } = *area;
    sheet.block((left, top), (right - left, bottom - top), 4.0, Paint::Track);
    let (middle, centre) = (f32::midpoint(left, right), f32::midpoint(top, bottom));
    sheet.line((middle, top), (middle, bottom), 1.5, Paint::Grid);
    sheet.line((left, centre), (right, centre), 1.5, Paint::Grid);
    let kind = Type::new(SMALL, Paint::Muted);
    let room = (right - left) * 0.5 - 16.0;
    let lines = chart.quarters.each_ref().map(|text| wrapped(text, SMALL, room, 3));
    let height = |at: usize| kind.line() * f32::from(u8::try_from(lines[at].len()).unwrap_or(3));
    sheet.lines(&lines[0], left + 8.0, top + 6.0, kind);
    sheet.lines(&lines[1], right - 8.0, top + 6.0, kind.at(Anchor::End));
    sheet.lines(&lines[2], left + 8.0, bottom - 6.0 - height(2), kind);
    sheet.lines(&lines[3], right - 8.0, bottom - 6.0 - height(3), kind.at(Anchor::End));
}

fn marks(sheet: &mut Sheet, marks: &[MapMark], area: &Area) {
    let radius = |mark: &MapMark| (text_width(&mark.number, NUMBER) * 0.5 + 4.5).max(MARK);
    let mut placed: Vec<((f32, f32), f32)> = Vec::new();
    for mark in marks {
        placed.push((free(&placed, spot(mark, area), radius(mark), area), radius(mark)));
    }
    for (mark, (at, _)) in marks.iter().zip(&placed) {
        let home = spot(mark, area);
        if (home.0 - at.0).hypot(home.1 - at.1) > 1.0 {
            sheet.line(home, *at, 1.0, Paint::Ink);
            sheet.block((home.0 - 2.0, home.1 - 2.0), (4.0, 4.0), 2.0, Paint::Ink);
        }
    }
    for (mark, (at, radius)) in marks.iter().zip(placed) {
        drawn(sheet, mark, at, radius);
    }
}

/// A disc for a consensus, a rounded square for a lean, a square for what is divided, each with its number.
fn drawn(sheet: &mut Sheet, mark: &MapMark, (x, y): (f32, f32), radius: f32) {
    let corner = match mark.class {
        Class::Consensus => radius,
        Class::Lean => 5.0,
        Class::Divided | Class::Empty => 0.0,
    };
    sheet.block(
        (x - radius - 1.0, y - radius - 1.0),
        (2.0 * radius + 2.0, 2.0 * radius + 2.0),
        corner + 1.0,
        Paint::Ink,
    );
    sheet.block((x - radius, y - radius), (2.0 * radius, 2.0 * radius), corner, Paint::Class(mark.class));
    let kind = Type::new(NUMBER, Paint::OnClass(mark.class)).bold().at(Anchor::Middle);
    sheet.words(mark.number.clone(), x, y + NUMBER * 0.36, kind);
}

/// Where a mark belongs.
fn spot(mark: &MapMark, area: &Area) -> (f32, f32) {
    let edge = MARK + 2.0;
    let (left, right) = (area.left + edge, area.right - edge);
    let (top, bottom) = (area.top + edge, area.bottom - edge);
    let x = f32::from(i16::try_from(mark.position.clamp(-100, 100)).unwrap_or(0));
    let y = f32::from(mark.agreement.min(100));
    (left + (x + 100.0) / 200.0 * (right - left), bottom - y / 100.0 * (bottom - top))
}

/// The nearest place that is not taken, on a spiral about where the mark belongs, inside the map.
fn free(placed: &[((f32, f32), f32)], home: (f32, f32), radius: f32, area: &Area) -> (f32, f32) {
    let inside = |(x, y): (f32, f32)| {
        let edge = radius + 1.0;
        (
            x.clamp(area.left + edge, (area.right - edge).max(area.left + edge)),
            y.clamp(area.top + edge, (area.bottom - edge).max(area.top + edge)),
        )
    };
    let taken = |(x, y): (f32, f32)| {
        placed.iter().any(|((px, py), other)| {
            let apart = radius + other + 3.0;
            (x - px).abs() < apart && (y - py).abs() < apart
        })
    };
    let mut best = inside(home);
    for turn in 0..NUDGES {
        let (angle, far) = (f32::from(turn) * 2.4, NUDGE * f32::from(turn).sqrt() * 1.6);
        best = inside((home.0 + angle.cos() * far, home.1 + angle.sin() * far));
        if !taken(best) {
            return best;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{MapChart, MapMark, map_chart};
    use crate::core::consensus::Class;
    use crate::core::drawing::{Drawing, Paint, Shape};

    fn chart(marks: &[(i32, u8)]) -> MapChart {
        let mark = |(at, (position, agreement)): (usize, &(i32, u8))| MapMark {
            number: (at + 1).to_string().into(),
            position: *position,
            agreement: *agreement,
            class: Class::Lean,
        };
        let word = |text: &str| std::rc::Rc::from(text);
        MapChart {
            about: word("about"),
            quarters: ["one mind, against", "one mind, for", "apart, against", "apart, for"].map(word),
            ends: ["disagree", "agree", "little agreement", "much agreement"].map(word),
            marks: marks.iter().enumerate().map(mark).collect(),
        }
    }

    /// The marks: left, top, width.
    fn drawn(drawing: &Drawing) -> Vec<(f32, f32, f32)> {
        let mark = |shape: &Shape| match shape {
            Shape::Block { x, y, width, paint: Paint::Class(_), .. } => Some((*x, *y, *width)),
            _ => None,
        };
        drawing.shapes.iter().filter_map(mark).collect()
    }

    #[test]
    fn marks_stand_where_they_belong() {
        let drawing = map_chart(&chart(&[(-100, 0), (0, 50), (100, 100)]), 400.0);
        let marks = drawn(&drawing);
        let middle = |(x, _, width): (f32, f32, f32)| x + width / 2.0;
        assert!((middle(marks[1]) - 200.0).abs() < 0.1, "{marks:?}");
        assert!(marks[0].0 < 20.0 && marks[2].0 > 360.0, "{marks:?}");
        assert!(marks[0].1 > marks[1].1 && marks[1].1 > marks[2].1, "more agreement is higher: {marks:?}");
    }

    #[test]
    fn marks_cover_neither_each_other_nor_the_edge() {
        let many: Vec<(i32, u8)> = (0..50).map(|at| ((at % 5) * 10, 60 + u8::try_from(at % 3).unwrap())).collect();
        for width in [320.0, 360.0, 960.0] {
            let marks = drawn(&map_chart(&chart(&many), width));
            assert_eq!(marks.len(), 50);
            for (at, one) in marks.iter().enumerate() {
                assert!(one.0 >= 0.0 && one.0 + one.2 <= width);
                for other in &marks[at + 1..] {
                    let apart = (one.0 - other.0).abs().max((one.1 - other.1).abs());
                    assert!(apart >= one.2.min(other.2), "{width}: {one:?} {other:?}");
                }
            }
        }
    }
}
