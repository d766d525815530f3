//! The profile of a group: for each dimension a mark where the mean stands, on a band for the middle half of the answers.

use std::rc::Rc;

use super::sheet::{Columns, PADDING, Sheet, Type, length};
use crate::core::drawing::{Anchor, Drawing, Paint, PointSide, Shape};
use crate::core::view::ProfileMean;

/// Dimensions, one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What the chart shows, in words.
    pub about: Rc<str>,
    /// One a dimension.
    pub rows: Vec<ProfileChartRow>,
}

/// A dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileChartRow {
    /// What it is called.
    pub label: Rc<str>,
    /// What the lowest and the highest point of its scale say.
    pub ends: (Rc<str>, Rc<str>),
    /// The mean in words, or why there is none.
    pub value: Rc<str>,
    /// Where it stands.
    pub spot: Option<ProfileSpot>,
}

/// Where a mean and the middle half stand, in thousandths of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileSpot {
    /// The mean.
    pub mean: u32,
    /// The middle half of the answers.
    pub middle: (u32, u32),
}

impl From<&ProfileMean> for ProfileSpot {
    fn from(shown: &ProfileMean) -> Self {
        Self { mean: shown.mean_at, middle: shown.middle_at }
    }
}

const TEXT: f32 = 13.0;
const SMALL: f32 = 11.5;
/// The share of the width that labels have.
const SHARE: f32 = 0.34;
/// Room for the mean, at the right.
const VALUE: f32 = 56.0;
const BAND: f32 = 12.0;
/// The radius of the mark.
const MARK: f32 = 7.0;

/// The chart at a width.
pub fn profile(chart: &Profile, width: f32) -> Drawing {
    let mut sheet = Sheet::default();
    let columns = Columns::of(width, SHARE);
    let mut y = PADDING;
    for (at, row) in chart.rows.iter().enumerate() {
        if at > 0 {
            sheet.line((PADDING, y), (width - PADDING, y), 1.0, Paint::Grid);
        }
        y = drawn(&mut sheet, row, &columns, y + 8.0) + 8.0;
    }
    sheet.done(width, y, chart.about.clone())
}

/// A dimension; the edge below it.
fn drawn(sheet: &mut Sheet, row: &ProfileChartRow, columns: &Columns, y: f32) -> f32 {
    let words = if columns.beside { columns.words } else { columns.words - VALUE };
    let below = sheet.text(&row.label, (PADDING, y), words, 3, Type::new(TEXT, Paint::Ink).bold());
    let top = if columns.beside { y } else { below + 4.0 };
    let right = columns.x + columns.width;
    let Some(spot) = row.spot else {
        let why = sheet.text(&row.value, (columns.x, top), columns.width, 2, Type::new(SMALL, Paint::Muted));
        return below.max(why);
    };
    let value = Type::new(TEXT, Paint::Ink).bold().at(Anchor::End);
    sheet.words(row.value.clone(), right, if columns.beside { top + TEXT } else { y + TEXT }, value);
    let (from, width) = (columns.x + MARK, columns.width - 2.0 * MARK - if columns.beside { VALUE } else { 0.0 });
    let x = |thousandths: u32| from + width * length(thousandths.min(1000)) / 1000.0;
    let axis = top + MARK + 2.0;
    sheet.line((x(0), axis), (x(1000), axis), 2.0, Paint::Grid);
    for end in [0, 1000] {
        sheet.line((x(end), axis - 5.0), (x(end), axis + 5.0), 1.5, Paint::Muted);
    }
    let (low, high) = (x(spot.middle.0) - BAND * 0.5, x(spot.middle.1) + BAND * 0.5);
    sheet.block((low, axis - BAND * 0.5), (high - low, BAND), BAND * 0.5, Paint::Point(PointSide::Above));
    sheet.shapes.push(Shape::Mark { at: (x(spot.mean), axis), radius: MARK, form: 0, paint: Paint::Series(0) });
    let ends = Type::new(SMALL, Paint::Muted);
    let half = width * 0.48;
    let left = sheet.text(&row.ends.0, (x(0), axis + MARK + 4.0), half, 2, ends);
    let right = sheet.text(&row.ends.1, (x(1000), axis + MARK + 4.0), half, 2, ends.at(Anchor::End));
    below.max(left).max(right)
}

#[cfg(test)]
mod tests {
    use super::{MARK, Profile, ProfileChartRow, ProfileSpot, profile};
    use crate::core::drawing::{Drawing, Shape};

    fn drawn(spot: ProfileSpot, width: f32) -> Drawing {
        let row = ProfileChartRow {
            label: "Samen leren".into(),
            ends: ("Nooit".into(), "Altijd".into()),
            value: "3,4".into(),
            spot: Some(spot),
        };
        profile(&Profile { about: "".into(), rows: vec![row] }, width)
    }

    #[test]
    fn the_mark_stands_on_the_axis_and_the_band_about_the_middle_half() {
        for width in [300.0, 640.0, 960.0] {
            let drawing = drawn(ProfileSpot { mean: 500, middle: (250, 1000) }, width);
            let axis = drawing.shapes.iter().find_map(|it| match it {
                Shape::Line { from, to, .. } => Some((from.0, to.0)),
                _ => None,
            });
            let mark = drawing.shapes.iter().find_map(|it| match it {
                Shape::Mark { at, .. } => Some(at.0),
                _ => None,
            });
            let band = drawing.shapes.iter().find_map(|it| match it {
                Shape::Block { x, width, .. } => Some((*x, x + width)),
                _ => None,
            });
            let ((from, to), mark, (low, high)) = (axis.unwrap(), mark.unwrap(), band.unwrap());
            assert!((mark - f32::midpoint(from, to)).abs() < 0.1, "{mark} between {from} and {to}");
            assert!(low < from + (to - from) * 0.25 && high > to && high < to + MARK, "{low} {high}");
            assert!(from >= 0.0 && to <= width);
        }
    }
}
