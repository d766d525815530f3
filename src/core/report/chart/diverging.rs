//! Diverging stacked bars around the midpoint of a scale (R. M. Heiberger and N. B. Robbins, Journal of Statistical
//! Software 57, 2014): who disagrees to the left of the midline, who agrees to the right.

use std::rc::Rc;

use super::sheet::{Columns, GAP, PADDING, Sheet, Type, length};
use crate::core::consensus::Class;
use crate::core::drawing::{Anchor, Drawing, Paint, PointSide, point_side, text_width, wrapped};

/// Bars with their scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diverging {
    /// What the chart shows, in words.
    pub about: Rc<str>,
    /// The points of the scale, from the lowest.
    pub scale: Vec<Rc<str>>,
    /// The bars, from above.
    pub rows: Vec<DivergingRow>,
}

/// A statement with its bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivergingRow {
    /// The statement.
    pub text: Rc<str>,
    /// Answers for each point, from the lowest; `None` where they are not shown.
    pub counts: Option<Vec<u32>>,
    /// Whether the group agrees.
    pub verdict: Option<Verdict>,
    /// What else there is to say: how many answered, or why nothing is shown.
    pub remark: Rc<str>,
}

/// Whether a group agrees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The class.
    pub class: Class,
    /// The same in words.
    pub words: Rc<str>,
}

const TEXT: f32 = 13.0;
const SMALL: f32 = 11.5;
const BAR: f32 = 22.0;
/// A square of the legend.
const SWATCH: f32 = 13.0;
/// The most lines of a statement.
const LINES: usize = 5;
/// The share of the width that statements have.
const SHARE: f32 = 0.42;
/// How far the midline reaches beyond its bar.
const OVERHANG: f32 = 4.0;

/// The chart at a width.
pub fn diverging(chart: &Diverging, width: f32) -> Drawing {
    let mut sheet = Sheet::default();
    let columns = Columns::of(width, SHARE);
    let mut y = legend(&mut sheet, &chart.scale, width, PADDING) + GAP * 0.5;
    for (at, row) in chart.rows.iter().enumerate() {
        if at > 0 {
            sheet.line((PADDING, y), (width - PADDING, y), 1.0, Paint::Grid);
        }
        y = drawn(&mut sheet, row, &columns, y + 8.0) + 8.0;
    }
    sheet.done(width, y, chart.about.clone())
}

/// What the colours mean, in as many lines as that takes; the edge below.
fn legend(sheet: &mut Sheet, scale: &[Rc<str>], width: f32, top: f32) -> f32 {
    let kind = Type::new(SMALL, Paint::Ink);
    let (mut x, mut y) = (PADDING, top);
    let most = width - 2.0 * PADDING - SWATCH - 6.0;
    for (at, label) in scale.iter().enumerate() {
        let label = wrapped(label, SMALL, most, 1).swap_remove(0);
        let entry = SWATCH + 6.0 + text_width(&label, SMALL);
        if x > PADDING && x + entry > width - PADDING {
            (x, y) = (PADDING, y + SWATCH + 7.0);
        }
        sheet.block((x, y), (SWATCH, SWATCH), 2.0, Paint::Point(point_side(at, scale.len())));
        sheet.words(label, x + SWATCH + 6.0, y + SWATCH - 2.0, kind);
        x += entry + 14.0;
    }
    y + SWATCH
}

/// A statement and its bar; the edge below both.
fn drawn(sheet: &mut Sheet, row: &DivergingRow, columns: &Columns, y: f32) -> f32 {
    let below = sheet.text(&row.text, (PADDING, y), columns.words, LINES, Type::new(TEXT, Paint::Ink));
    let top = if columns.beside { y } else { below + 6.0 };
    let Some(counts) = &row.counts else {
        let why = sheet.text(&row.remark, (columns.x, top), columns.width, 3, Type::new(SMALL, Paint::Muted));
        return below.max(why);
    };
    bar(sheet, counts, (columns.x, top), columns.width);
    below.max(remarks(sheet, row, columns, top + BAR + 7.0))
}

/// A bar with its counts and the midline.
fn bar(sheet: &mut Sheet, counts: &[u32], (x, y): (f32, f32), width: f32) {
    sheet.block((x, y), (width, BAR), 3.0, Paint::Track);
    // Behind the segments, so that it crosses out no number; it is seen above and below them.
    let middle = x + width * 0.5;
    sheet.line((middle, y - OVERHANG), (middle, y + BAR + OVERHANG), 1.5, Paint::Ink);
    for (at, (from, to)) in segments(counts).into_iter().enumerate() {
        if counts[at] == 0 {
            continue;
        }
        let (from, to) = (x + from * width, x + to * width);
        let side: PointSide = point_side(at, counts.len());
        sheet.block((from, y), (to - from, BAR), 0.0, Paint::Point(side));
        let count: Rc<str> = counts[at].to_string().into();
        if text_width(&count, 12.0) + 4.0 <= to - from {
            let kind = Type::new(12.0, Paint::OnPoint(side)).bold().at(Anchor::Middle);
            sheet.words(count, f32::midpoint(from, to), y + BAR * 0.5 + 4.0, kind);
        }
    }
}

/// Where each segment begins and ends, in shares of the chart: the midpoint of the scale stands in the middle, and each
/// half has room for all answers.
fn segments(counts: &[u32]) -> Vec<(f32, f32)> {
    let n = counts.iter().sum::<u32>().max(1);
    let lower = &counts[..counts.len() / 2];
    let middle = if counts.len() % 2 == 1 { counts[counts.len() / 2] } else { 0 };
    let unit = 0.5 / length(n);
    let mut from = 0.5 - (length(lower.iter().sum()) + length(middle) * 0.5) * unit;
    let segment = |count: &u32| {
        let to = from + length(*count) * unit;
        (std::mem::replace(&mut from, to), to)
    };
    counts.iter().map(segment).collect()
}

/// The class on its colour, and the remark beside it; the edge below.
fn remarks(sheet: &mut Sheet, row: &DivergingRow, columns: &Columns, y: f32) -> f32 {
    let mut x = columns.x;
    let mut below = y;
    if let Some(Verdict { class, words }) = &row.verdict {
        let words = wrapped(words, SMALL, columns.width - 12.0, 1).swap_remove(0);
        let width = text_width(&words, SMALL) + 12.0;
        sheet.block((x, y), (width, 17.0), 4.0, Paint::Class(*class));
        let kind = Type::new(SMALL, Paint::OnClass(*class)).at(Anchor::Middle);
        sheet.words(words, x + width * 0.5, y + 12.5, kind);
        x += width + 8.0;
        below = y + 17.0;
    }
    if row.remark.is_empty() {
        return below;
    }
    let kind = Type::new(SMALL, Paint::Muted);
    // Beside the class where there is room, else below it.
    let room = columns.x + columns.width - x;
    if text_width(&row.remark, SMALL) <= room {
        sheet.words(row.remark.clone(), x, y + 12.5, kind);
        return below.max(y + 17.0);
    }
    sheet.text(&row.remark, (columns.x, below + 3.0), columns.width, 3, kind)
}

#[cfg(test)]
mod tests {
    use super::{Diverging, DivergingRow, Verdict, diverging, segments};
    use crate::core::consensus::Class;
    use crate::core::drawing::{Drawing, Paint, Shape};

    fn row(text: &str, counts: Option<Vec<u32>>) -> DivergingRow {
        let verdict = counts.as_ref().map(|_| Verdict { class: Class::Divided, words: "Divided".into() });
        DivergingRow { text: text.into(), counts, verdict, remark: "7 of 9 answered".into() }
    }

    fn chart(rows: Vec<DivergingRow>) -> Diverging {
        let scale = ["Strongly disagree", "Disagree", "In between", "Agree", "Strongly agree"];
        Diverging { about: "about".into(), scale: scale.map(Into::into).into(), rows }
    }

    /// The segments of a drawing, without the legend's squares: left edge and width.
    fn bars(drawing: &Drawing) -> Vec<(f32, f32)> {
        let segment = |shape: &Shape| match shape {
            Shape::Block { x, width, height, paint: Paint::Point(_), .. } if *height > 20.0 => Some((*x, *width)),
            _ => None,
        };
        drawing.shapes.iter().filter_map(segment).collect()
    }

    fn close(a: f32, b: f32) -> bool {
        (a - b).abs() < 0.01
    }

    #[test]
    fn segments_join_and_sum_to_half_the_chart() {
        for counts in [vec![1, 1, 2, 3, 1], vec![4, 0], vec![0, 9, 0], vec![3, 1, 1, 2]] {
            let segments = segments(&counts);
            assert!(segments.windows(2).all(|pair| close(pair[0].1, pair[1].0)), "{counts:?}: {segments:?}");
            let (first, last) = (segments[0].0, segments[segments.len() - 1].1);
            assert!(close(last - first, 0.5), "{counts:?}: {first} {last}");
        }
        assert!(segments(&[0, 0, 0]).iter().all(|(from, to)| close(*from, 0.5) && close(*to, 0.5)));
    }

    #[test]
    fn the_midpoint_stands_in_the_middle() {
        let odd = segments(&[1, 1, 2, 3, 1]);
        assert!(close(f32::midpoint(odd[2].0, odd[2].1), 0.5), "half of the middle on either side: {odd:?}");
        let even = segments(&[1, 2, 3, 0]);
        assert!(close(even[1].1, 0.5) && close(even[2].0, 0.5), "{even:?}");
    }

    #[test]
    fn everything_stays_inside_at_every_width() {
        let long = "Een heel lange stelling die over verschillende regels loopt en dan nog wat verder gaat. ".repeat(9);
        let rows = vec![row("Kort", Some(vec![3, 1, 0, 2, 1])), row(&long, Some(vec![0, 0, 0, 0, 7])), row("x", None)];
        for width in [280.0, 360.0, 640.0, 960.0] {
            let drawing = diverging(&chart(rows.clone()), width);
            for (x, segment) in bars(&drawing) {
                assert!(x >= 0.0 && x + segment <= width, "{width}: {x} + {segment}");
            }
            for shape in &drawing.shapes {
                if let Shape::Words { y, .. } = shape {
                    assert!(*y > 0.0 && *y < drawing.height, "{width}: {shape:?}");
                }
            }
        }
    }

    #[test]
    fn a_bar_has_a_segment_for_each_point_that_was_chosen() {
        let drawing = diverging(&chart(vec![row("a", Some(vec![3, 0, 0, 2, 2])), row("b", None)]), 640.0);
        assert_eq!(bars(&drawing).len(), 3);
        let said = |it: &Shape| match it {
            Shape::Words { text, .. } => Some(text.to_string()),
            _ => None,
        };
        let texts: Vec<String> = drawing.shapes.iter().filter_map(said).collect();
        for expected in ["3", "2", "Divided", "7 of 9 answered", "Strongly agree", "b"] {
            assert!(texts.iter().any(|it| it == expected), "{expected} is not in {texts:?}");
        }
    }
}
