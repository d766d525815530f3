//! Bars with what they stand for at one side and their number at the other.

use std::rc::Rc;

use super::sheet::{Columns, HEAVY, PADDING, Sheet, Type, length};
use crate::core::drawing::{Anchor, Drawing, Paint, text_width, wrapped};
use crate::core::view::CountBar;

/// Bars, one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// What the chart shows, in words.
    pub about: Rc<str>,
    /// The bars, from above.
    pub rows: Vec<MeasuredRow>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasuredRow {
    /// What it stands for.
    pub label: Rc<str>,
    /// Its number, in words.
    pub value: Rc<str>,
    /// Its length, in thousandths of the chart.
    pub width: u32,
}

impl From<&CountBar> for MeasuredRow {
    fn from(bar: &CountBar) -> Self {
        Self { label: bar.label.clone(), value: bar.count.to_string().into(), width: bar.width }
    }
}

const TEXT: f32 = 13.0;
const BAR: f32 = 16.0;
/// The share of the width that labels have.
const SHARE: f32 = 0.36;

/// The chart at a width.
pub fn measured(chart: &Measured, width: f32) -> Drawing {
    let mut sheet = Sheet::default();
    let columns = Columns::of(width, SHARE);
    let widest = chart.rows.iter().map(|row| text_width(&row.value, TEXT) * HEAVY).fold(0.0, f32::max);
    // What does not fit beside the bars is cut.
    let room = (widest + 10.0).min(columns.width * 0.5);
    let mut y = PADDING;
    for row in &chart.rows {
        y = drawn(&mut sheet, row, &columns, room, y) + 9.0;
    }
    sheet.done(width, y - 9.0, chart.about.clone())
}

/// A bar; the edge below it.
fn drawn(sheet: &mut Sheet, row: &MeasuredRow, columns: &Columns, room: f32, y: f32) -> f32 {
    let below = sheet.text(&row.label, (PADDING, y), columns.words, 3, Type::new(TEXT, Paint::Ink));
    let top = if columns.beside { y } else { below + 2.0 };
    let width = columns.width - room;
    sheet.block((columns.x, top), (width, BAR), 3.0, Paint::Track);
    if row.width > 0 {
        let filled = width * length(row.width.min(1000)) / 1000.0;
        sheet.block((columns.x, top), (filled, BAR), 3.0, Paint::Series(0));
    }
    let value = wrapped(&row.value, TEXT, room / HEAVY, 1).swap_remove(0);
    let kind = Type::new(TEXT, Paint::Ink).bold().at(Anchor::End);
    sheet.words(value, columns.x + columns.width, top + BAR - 3.0, kind);
    below.max(top + BAR)
}

#[cfg(test)]
mod tests {
    use super::{Measured, MeasuredRow, measured};
    use crate::core::drawing::{Paint, Shape, text_width};

    #[test]
    fn a_bar_ends_before_its_number() {
        for value in ["4", "middle answer: 12,5"] {
            let row = MeasuredRow { label: "a".into(), value: value.into(), width: 1000 };
            let drawing = measured(&Measured { about: "".into(), rows: vec![row] }, 960.0);
            let end = drawing.shapes.iter().find_map(|it| match it {
                Shape::Block { x, width, .. } => Some(x + width),
                _ => None,
            });
            let from = drawing.shapes.iter().find_map(|it| match it {
                Shape::Words { x, size, bold: true, text, .. } => Some(x - text_width(text, *size) * 1.12),
                _ => None,
            });
            assert!(end.unwrap() < from.unwrap(), "{value}: {end:?} {from:?}");
        }
    }

    #[test]
    fn bars_are_as_long_as_their_numbers_say() {
        let row = |width| MeasuredRow { label: "a".into(), value: "4".into(), width };
        for width in [300.0, 640.0] {
            let drawing = measured(&Measured { about: "".into(), rows: vec![row(500), row(1000), row(0)] }, width);
            let of = |wanted: Paint| -> Vec<f32> {
                let length = |it: &Shape| match it {
                    Shape::Block { width, paint, .. } if *paint == wanted => Some(*width),
                    _ => None,
                };
                drawing.shapes.iter().filter_map(length).collect()
            };
            let (tracks, bars) = (of(Paint::Track), of(Paint::Series(0)));
            assert_eq!((tracks.len(), bars.len()), (3, 2));
            assert!((bars[0] * 2.0 - tracks[0]).abs() < 0.1 && (bars[1] - tracks[1]).abs() < 0.1);
        }
    }
}
