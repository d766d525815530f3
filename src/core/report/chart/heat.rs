//! A table of classes and agreement as a picture.

use std::rc::Rc;

use super::sheet::{PADDING, Sheet, Type};
use crate::core::consensus::Class;
use crate::core::drawing::{Anchor, Drawing, Paint, text_width, wrapped};

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatChart {
    /// What it shows, in words.
    pub about: Rc<str>,
    /// Titles of the columns.
    pub columns: Vec<Rc<str>>,
    /// The rows: a title, and a cell for each column.
    pub rows: Vec<(Rc<str>, Vec<HeatSpot>)>,
}

/// A cell: the class, where one is shown, and what it says.
pub type HeatSpot = (Option<Class>, Rc<str>);

const TEXT: f32 = 12.0;
const SMALL: f32 = 11.0;
/// The narrowest column.
const NARROWEST: f32 = 54.0;
/// The height of a row of one line.
const ROW: f32 = 24.0;
const LINES: usize = 3;

/// The table, at least as wide as asked for: as many columns as it has need their room.
pub fn heat_chart(chart: &HeatChart, width: f32) -> Drawing {
    let mut sheet = Sheet::default();
    let columns = f32::from(u16::try_from(chart.columns.len().max(1)).unwrap_or(u16::MAX));
    let titles = (width * 0.3).max(160.0);
    let cell = ((width - 2.0 * PADDING - titles) / columns).max(NARROWEST);
    let width = width.max(titles + cell * columns + 2.0 * PADDING);
    let left = |at: usize| PADDING + titles + cell * f32::from(u16::try_from(at).unwrap_or(u16::MAX));
    let head = Type::new(SMALL, Paint::Muted).bold().at(Anchor::Middle);
    let mut y = PADDING;
    for (at, title) in chart.columns.iter().enumerate() {
        let below = sheet.text(title, (left(at) + cell * 0.5, PADDING), cell - 4.0, LINES, head);
        y = y.max(below);
    }
    y += 4.0;
    for (title, cells) in &chart.rows {
        let kind = Type::new(TEXT, Paint::Ink);
        let lines = wrapped(title, TEXT, titles - 10.0, LINES);
        let height = ROW.max(kind.line() * f32::from(u8::try_from(lines.len()).unwrap_or(3)) + 6.0);
        sheet.lines(&lines, PADDING, y + 3.0, kind);
        for (at, (class, text)) in cells.iter().enumerate() {
            let paint = class.map_or(Paint::Track, Paint::Class);
            sheet.block((left(at) + 1.0, y + 1.0), (cell - 2.0, height - 2.0), 2.0, paint);
            let on = class.map_or(Paint::Muted, Paint::OnClass);
            let text = if text_width(text, SMALL) > cell {
                wrapped(text, SMALL, cell, 1).swap_remove(0)
            } else {
                text.clone()
            };
            sheet.words(
                text,
                left(at) + cell * 0.5,
                y + height * 0.5 + 4.0,
                Type::new(SMALL, on).bold().at(Anchor::Middle),
            );
        }
        y += height;
    }
    sheet.done(width, y, chart.about.clone())
}

#[cfg(test)]
mod tests {
    use super::{HeatChart, heat_chart};
    use crate::core::consensus::Class;
    use crate::core::drawing::{Paint, Shape};

    #[test]
    fn every_cell_has_its_room() {
        let chart = |columns: usize| HeatChart {
            about: "about".into(),
            columns: (0..columns).map(|at| format!("Group {at}").into()).collect(),
            rows: vec![("1. A statement".into(), vec![(Some(Class::Divided), "D 40%".into()); columns])],
        };
        for columns in [1, 5, 40] {
            let drawing = heat_chart(&chart(columns), 960.0);
            assert!(drawing.width >= 960.0);
            let cells: Vec<(f32, f32)> = drawing
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Block { x, width, paint: Paint::Class(_), .. } => Some((*x, *width)),
                    _ => None,
                })
                .collect();
            assert_eq!(cells.len(), columns);
            assert!(cells.iter().all(|(x, width)| *width >= 50.0 && x + width <= drawing.width), "{cells:?}");
        }
    }
}
