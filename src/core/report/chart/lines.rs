//! Values over meetings: a line for each group, told apart by its mark too.

use std::rc::Rc;

use super::sheet::{GAP, PADDING, Sheet, Type};
use crate::core::drawing::{Anchor, Drawing, Paint, SERIES, Shape, text_width, wrapped};

/// Lines over meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinesChart {
    /// What it shows, in words.
    pub about: Rc<str>,
    /// What the lower and the upper end stand for.
    pub ends: (Rc<str>, Rc<str>),
    /// The lowest and the highest value.
    pub range: (i32, i32),
    /// What the meetings are called, from the first.
    pub meetings: Vec<Rc<str>>,
    /// The lines.
    pub series: Vec<LineOf>,
}

/// The line of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineOf {
    /// What it is called.
    pub name: Rc<str>,
    /// Its colour and its mark, from 0; `None` for all groups together, which are drawn as a broken line.
    pub series: Option<usize>,
    /// One a meeting, where it is shown: where it stands, and the value in words.
    pub values: Vec<Option<(i32, Rc<str>)>>,
}

const SMALL: f32 = 11.5;
const HEIGHT: f32 = 150.0;
const MARK: f32 = 5.5;

/// The chart at a width.
pub fn lines_chart(chart: &LinesChart, width: f32) -> Drawing {
    let mut sheet = Sheet::default();
    let small = Type::new(SMALL, Paint::Muted);
    let mut y = PADDING;
    if chart.series.len() > 1 {
        y = names(&mut sheet, chart.series.iter().map(|it| (&it.name, it.series)), width, y) + 8.0;
    }
    let top = sheet.text(&chart.ends.1, (PADDING, y), width - 2.0 * PADDING, 1, small) + 8.0;
    let bottom = top + HEIGHT;
    for share in [0.0, 0.5, 1.0] {
        let at = top + HEIGHT * share;
        sheet.line((PADDING, at), (width - PADDING, at), 1.0, Paint::Grid);
    }
    let x = |at: usize| {
        let last = share(chart.meetings.len().saturating_sub(1)).max(1.0);
        let (from, to) = (PADDING + 28.0, width - PADDING - 28.0);
        if chart.meetings.len() < 2 { f32::midpoint(from, to) } else { from + share(at) / last * (to - from) }
    };
    let (low, high) = chart.range;
    let height = |value: i32| {
        let part = f64::from(value.clamp(low, high) - low) / f64::from((high - low).max(1));
        #[allow(clippy::cast_possible_truncation)] // Between 0 and 1.
        let part = part as f32;
        bottom - part * HEIGHT
    };
    for line in &chart.series {
        drawn(&mut sheet, line, x, height, chart.series.len() == 1);
    }
    let room = (x(1) - x(0)).abs().max(60.0) - 6.0;
    let mut below = bottom;
    for (at, name) in chart.meetings.iter().enumerate() {
        let text = wrapped(name, SMALL, room, 1);
        below = sheet.lines(&text, x(at), bottom + 6.0, small.at(Anchor::Middle));
    }
    let end = sheet.text(&chart.ends.0, (PADDING, below + 2.0), width - 2.0 * PADDING, 1, small);
    sheet.done(width, end, chart.about.clone())
}

/// Names with their marks, in as many lines as that takes; the edge below.
pub(super) fn names<'a>(
    sheet: &mut Sheet,
    names: impl Iterator<Item = (&'a Rc<str>, Option<usize>)>,
    width: f32,
    top: f32,
) -> f32 {
    let kind = Type::new(SMALL, Paint::Ink);
    let (mut x, mut y) = (PADDING, top);
    for (name, series) in names {
        let name = wrapped(name, SMALL, width - 2.0 * PADDING - 24.0, 1).swap_remove(0);
        let entry = 20.0 + text_width(&name, SMALL);
        if x > PADDING && x + entry > width - PADDING {
            (x, y) = (PADDING, y + 20.0);
        }
        mark(sheet, (x + 7.0, y + 7.0), series);
        sheet.words(name, x + 20.0, y + 11.0, kind);
        x += entry + GAP;
    }
    y + 16.0
}

/// The mark of a group, or that of all.
pub(super) fn mark(sheet: &mut Sheet, at: (f32, f32), series: Option<usize>) {
    match series {
        Some(series) => {
            sheet.shapes.push(Shape::Mark { at, radius: MARK, form: series % SERIES, paint: Paint::Series(series) });
        }
        None => sheet.block((at.0 - 7.0, at.1 - 2.0), (14.0, 4.0), 2.0, Paint::Ink),
    }
}

/// A line from meeting to meeting; where nothing is shown it is interrupted.
fn drawn(sheet: &mut Sheet, line: &LineOf, x: impl Fn(usize) -> f32, y: impl Fn(i32) -> f32, with_values: bool) {
    let paint = line.series.map_or(Paint::Ink, Paint::Series);
    let spots: Vec<Option<(f32, f32)>> = (0..)
        .zip(&line.values)
        .map(|(at, value): (usize, _)| value.as_ref().map(|(value, _)| (x(at), y(*value))))
        .collect();
    for pair in spots.windows(2) {
        if let [Some(from), Some(to)] = pair {
            sheet.shapes.push(Shape::Line {
                from: *from,
                to: *to,
                thickness: 2.0,
                dashed: line.series.is_none(),
                paint,
            });
        }
    }
    for (spot, value) in spots.iter().zip(&line.values) {
        let (Some(spot), Some((_, words))) = (spot, value) else { continue };
        mark(sheet, *spot, line.series);
        if with_values {
            let kind = Type::new(SMALL, Paint::Ink).bold().at(Anchor::Middle);
            sheet.words(words.clone(), spot.0, spot.1 - 9.0, kind);
        }
    }
}

/// A place in a list as a length.
#[allow(clippy::cast_precision_loss)] // No series has so many meetings.
fn share(at: usize) -> f32 {
    at as f32
}

#[cfg(test)]
mod tests {
    use super::{LineOf, LinesChart, lines_chart};
    use crate::core::drawing::{Paint, Shape};

    #[test]
    fn a_line_is_interrupted_where_nothing_is_shown() {
        let value = |value: i32| Some((value, value.to_string().into()));
        let chart = LinesChart {
            about: "about".into(),
            ends: ("0".into(), "100".into()),
            range: (0, 100),
            meetings: ["1", "2", "3", "4"].map(Into::into).into(),
            series: vec![LineOf {
                name: "Noord".into(),
                series: Some(0),
                values: vec![value(0), value(100), None, value(50)],
            }],
        };
        let drawing = lines_chart(&chart, 400.0);
        let lines: Vec<_> = drawing
            .shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Line { paint: Paint::Series(0), .. }))
            .collect();
        assert_eq!(lines.len(), 1, "from the first to the second only");
        let marks: Vec<(f32, f32)> = drawing
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Mark { at, .. } => Some(*at),
                _ => None,
            })
            .collect();
        assert_eq!(marks.len(), 3);
        assert!((marks[0].1 - marks[1].1 - 150.0).abs() < 0.1, "lowest to highest");
        assert!((marks[2].1 - f32::midpoint(marks[0].1, marks[1].1)).abs() < 0.1);
    }
}
