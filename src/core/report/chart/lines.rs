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
    /// What the axis of meetings is called, for where their numbers stand alone.
    pub axis: Rc<str>,
    /// The meetings, from the first.
    pub meetings: Vec<MeetingName>,
    /// The lines.
    pub series: Vec<LineOf>,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingName {
    /// Its number.
    pub number: u32,
    /// What it is called.
    pub name: Rc<str>,
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
/// The least room before the first point and behind the last.
const EDGE: f32 = 28.0;
/// Between two labels.
const APART: f32 = 6.0;
/// No series has so many meetings.
const MOST_POINTS: usize = 1000;

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
    let labels = Labels::of(&chart.meetings, width);
    let x = |at: usize| labels.from + labels.gap * share(at);
    let (low, high) = chart.range;
    let height = |value: i32| {
        let part = f64::from(value.clamp(low, high) - low) / f64::from((high - low).max(1));
        #[allow(clippy::cast_possible_truncation)] // Between 0 and 1.
        let part = part as f32;
        bottom - part * HEIGHT
    };
    for line in &chart.series {
        drawn(&mut sheet, line, x, height);
    }
    if let [line] = &*chart.series {
        values(&mut sheet, line, x, height, labels.gap);
    }
    let below = bottom + 6.0 + small.line();
    for (at, text) in labels.texts.iter().enumerate().step_by(labels.step) {
        sheet.words(text.clone(), x(at), bottom + 6.0 + SMALL, small.at(Anchor::Middle));
    }
    let mut room = width - 2.0 * PADDING;
    if labels.alone {
        sheet.words(chart.axis.clone(), width - PADDING, below + 2.0 + SMALL, small.at(Anchor::End));
        room -= text_width(&chart.axis, SMALL) + GAP;
    }
    let end = sheet.text(&chart.ends.0, (PADDING, below + 2.0), room, 1, small);
    sheet.done(width, end, chart.about.clone())
}

/// What stands below the points: the names of the meetings where there is room for each, else their numbers, and where
/// even these would run into one another only every second or third.
struct Labels {
    /// Where the first point stands.
    from: f32,
    /// How far the points are apart.
    gap: f32,
    /// What is written below each.
    texts: Vec<Rc<str>>,
    /// Every how many points are written.
    step: usize,
    /// Whether numbers stand alone.
    alone: bool,
}

impl Labels {
    fn of(meetings: &[MeetingName], width: f32) -> Self {
        let named = Self::with(meetings.iter().map(|it| it.name.clone()).collect(), width, false);
        if named.step == 1 {
            return named;
        }
        Self::with(meetings.iter().map(|it| it.number.to_string().into()).collect(), width, true)
    }

    fn with(texts: Vec<Rc<str>>, width: f32, alone: bool) -> Self {
        let widest = widest(texts.iter());
        // The first and the last are as wide as others, on both sides of their point.
        let inset = (widest * 0.5).max(EDGE);
        let (from, to) = (PADDING + inset, width - PADDING - inset);
        let (from, gap) = match texts.len() {
            0 | 1 => (f32::midpoint(from, to), to - from),
            points => (from, (to - from) / share(points - 1)),
        };
        let step = every(widest, gap);
        Self { from, gap, texts, step, alone }
    }
}

/// The width of the widest.
fn widest<'a>(texts: impl Iterator<Item = &'a Rc<str>>) -> f32 {
    texts.map(|text| text_width(text, SMALL)).fold(0.0, f32::max)
}

/// Every how many points there is room for something of this width.
fn every(widest: f32, gap: f32) -> usize {
    (1..MOST_POINTS).find(|step| widest + APART <= gap * share(*step)).unwrap_or(MOST_POINTS)
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

/// Where the points of a line stand.
fn spots(line: &LineOf, x: impl Fn(usize) -> f32, y: impl Fn(i32) -> f32) -> Vec<Option<(f32, f32)>> {
    let spot = |(at, value): (usize, &Option<(i32, Rc<str>)>)| value.as_ref().map(|(value, _)| (x(at), y(*value)));
    line.values.iter().enumerate().map(spot).collect()
}

/// A line from meeting to meeting; where nothing is shown it is interrupted.
fn drawn(sheet: &mut Sheet, line: &LineOf, x: impl Fn(usize) -> f32, y: impl Fn(i32) -> f32) {
    let paint = line.series.map_or(Paint::Ink, Paint::Series);
    let spots = spots(line, x, y);
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
    for spot in spots.into_iter().flatten() {
        mark(sheet, spot, line.series);
    }
}

/// The values above the points of a line that stands alone, as far as there is room.
fn values(sheet: &mut Sheet, line: &LineOf, x: impl Fn(usize) -> f32, y: impl Fn(i32) -> f32, gap: f32) {
    let step = every(widest(line.values.iter().flatten().map(|(_, words)| words)), gap);
    let kind = Type::new(SMALL, Paint::Ink).bold().at(Anchor::Middle);
    for (spot, value) in spots(line, x, y).into_iter().zip(&line.values).step_by(step) {
        let (Some(spot), Some((_, words))) = (spot, value) else { continue };
        sheet.words(words.clone(), spot.0, spot.1 - 9.0, kind);
    }
}

/// A place in a list as a length.
#[allow(clippy::cast_precision_loss)] // No series has so many meetings.
fn share(at: usize) -> f32 {
    at as f32
}

#[cfg(test)]
mod tests {
    use super::{LineOf, LinesChart, MeetingName, lines_chart};
    use crate::core::drawing::{Anchor, Drawing, Paint, Shape, text_width};

    fn meetings(numbers: impl Iterator<Item = u32>) -> Vec<MeetingName> {
        numbers.map(|number| MeetingName { number, name: format!("Bijeenkomst {number}").into() }).collect()
    }

    /// What is written around points: where it begins and ends, and what it says.
    fn written(drawing: &Drawing, heavy: bool) -> Vec<(f32, f32, String)> {
        let word = |shape: &Shape| match shape {
            Shape::Words { x, size, anchor: Anchor::Middle, bold, text, .. } if *bold == heavy => {
                let half = text_width(text, *size) * 0.5;
                Some((x - half, x + half, text.to_string()))
            }
            _ => None,
        };
        drawing.shapes.iter().filter_map(word).collect()
    }

    #[test]
    fn meetings_are_told_apart_at_every_width() {
        for points in [1, 2, 3, 4, 6, 9, 15, 40, 120] {
            let chart = LinesChart {
                about: "about".into(),
                ends: ("0%".into(), "100%".into()),
                range: (0, 1000),
                axis: "Bijeenkomst".into(),
                meetings: meetings(1..=points),
                series: vec![LineOf {
                    name: "Noord".into(),
                    series: Some(0),
                    values: (1..=points).map(|_| Some((500, "50,5".into()))).collect(),
                }],
            };
            for width in [240.0, 336.0, 640.0, 960.0] {
                let drawing = lines_chart(&chart, width);
                let labels = written(&drawing, false);
                for words in [&labels, &written(&drawing, true)] {
                    assert!(!words.is_empty(), "{points} at {width}");
                    assert!(words.windows(2).all(|pair| pair[0].1 < pair[1].0), "{points} at {width}: {words:?}");
                    assert!(words.iter().all(|it| it.0 >= 0.0 && it.1 <= width), "{points} at {width}: {words:?}");
                }
                for (_, _, label) in &labels {
                    assert!(label.ends_with(|c: char| c.is_ascii_digit()), "{label} has its number");
                }
                let axis = |shape: &Shape| matches!(shape, Shape::Words { text, .. } if **text == *"Bijeenkomst");
                let alone = labels.iter().all(|(_, _, label)| !label.starts_with("Bijeenkomst"));
                assert_eq!(drawing.shapes.iter().any(axis), alone, "numbers alone say of what");
                match (points, width) {
                    (2, _) | (6, 640.0..) => assert_eq!((labels.len(), alone), (points as usize, false)),
                    (6, ..400.0) => assert_eq!((labels.len(), alone), (6, true), "{labels:?}"),
                    (120, _) => assert!(alone && labels.len() < 60, "only some are written"),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn a_line_is_interrupted_where_nothing_is_shown() {
        let value = |value: i32| Some((value, value.to_string().into()));
        let chart = LinesChart {
            about: "about".into(),
            ends: ("0".into(), "100".into()),
            range: (0, 100),
            axis: "Bijeenkomst".into(),
            meetings: meetings(1..=4),
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
