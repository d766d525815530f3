//! The profile of several groups on one chart: for each dimension the middle half of all answers as a band, and the
//! mean of each group that is chosen as a mark.

use std::rc::Rc;

use super::lines::{mark, names};
use super::sheet::{Columns, PADDING, Sheet, Type};
use crate::core::drawing::{Anchor, Drawing, Paint};
use crate::core::view::ProfileMean;

/// Dimensions, one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupsChart {
    /// What it shows, in words.
    pub about: Rc<str>,
    /// What the band and the thick line of all groups are called.
    pub all: Rc<str>,
    /// The groups: what they are called.
    pub groups: Vec<Rc<str>>,
    /// The dimensions.
    pub rows: Vec<GroupsRow>,
}

/// A dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupsRow {
    /// What it is called.
    pub label: Rc<str>,
    /// What the lowest and the highest point of its scale say.
    pub ends: (Rc<str>, Rc<str>),
    /// All groups together.
    pub all: Option<ProfileMean>,
    /// One a group.
    pub groups: Vec<Option<ProfileMean>>,
    /// Why there is nothing of all; empty where there is something.
    pub why: Rc<str>,
}

const TEXT: f32 = 13.0;
const SMALL: f32 = 11.5;
const SHARE: f32 = 0.32;
/// The height of a group's line.
const LANE: f32 = 15.0;

/// The chart at a width.
pub fn groups_chart(chart: &GroupsChart, width: f32) -> Drawing {
    let mut sheet = Sheet::default();
    let columns = Columns::of(width, SHARE);
    let groups = chart.groups.iter().enumerate().map(|(at, name)| (name, Some(at)));
    let mut y = names(&mut sheet, groups.chain([(&chart.all, None)]), width, PADDING) + 8.0;
    for row in &chart.rows {
        y = drawn(&mut sheet, row, &columns, y) + 14.0;
    }
    sheet.done(width, y - 14.0, chart.about.clone())
}

fn drawn(sheet: &mut Sheet, row: &GroupsRow, columns: &Columns, y: f32) -> f32 {
    let below = sheet.text(&row.label, (PADDING, y), columns.words, 3, Type::new(TEXT, Paint::Ink));
    let top = if columns.beside { y } else { below + 4.0 };
    let inset = 9.0;
    let (left, inner) = (columns.x + inset, columns.width - 2.0 * inset);
    let x = |thousandths: u32| left + f32::from(u16::try_from(thousandths.min(1000)).unwrap_or(1000)) / 1000.0 * inner;
    let lanes = f32::from(u8::try_from(row.groups.len().max(1)).unwrap_or(u8::MAX));
    let height = lanes * LANE + 8.0;
    sheet.block((columns.x, top), (columns.width, height), 4.0, Paint::Track);
    if let Some(all) = &row.all {
        let (from, to) = (x(all.middle_at.0) - 6.0, x(all.middle_at.1) + 6.0);
        sheet.block((from, top), (to - from, height), 4.0, Paint::Grid);
        sheet.line((x(all.mean_at), top), (x(all.mean_at), top + height), 3.0, Paint::Ink);
    }
    let why = Type::new(SMALL, Paint::Muted);
    sheet.text(&row.why, (left, top + 5.0), inner, 1, why);
    let mut lane = top + 4.0 + LANE * 0.5;
    for (at, group) in row.groups.iter().enumerate() {
        if let Some(mean) = group {
            sheet.line((x(mean.middle_at.0), lane), (x(mean.middle_at.1), lane), 2.0, Paint::Series(at));
            mark(sheet, (x(mean.mean_at), lane), Some(at));
        }
        lane += LANE;
    }
    let half = columns.width * 0.5 - 4.0;
    let kind = Type::new(SMALL, Paint::Muted);
    let under = top + height + 3.0;
    let low = sheet.text(&row.ends.0, (columns.x, under), half, 2, kind);
    let high = sheet.text(&row.ends.1, (columns.x + columns.width, under), half, 2, kind.at(Anchor::End));
    below.max(low).max(high)
}

#[cfg(test)]
mod tests {
    use super::{GroupsChart, GroupsRow, groups_chart};
    use crate::core::drawing::Shape;
    use crate::core::view::ProfileMean;

    #[test]
    fn every_group_has_a_mark_of_its_own_shape() {
        let mean = |mean_at: u32| {
            Some(ProfileMean { mean: 30, mean_at, middle: (2, 4), middle_at: (250, 750), answers: (4, 4) })
        };
        let chart = GroupsChart {
            about: "about".into(),
            all: "all".into(),
            groups: vec!["Noord".into(), "Zuid".into(), "Oost".into()],
            rows: vec![GroupsRow {
                label: "Praten".into(),
                ends: ("nooit".into(), "altijd".into()),
                all: mean(500),
                groups: vec![mean(0), None, mean(1000)],
                why: "".into(),
            }],
        };
        for width in [320.0, 960.0] {
            let drawing = groups_chart(&chart, width);
            let marks: Vec<(f32, usize)> = drawing
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Mark { at, form, .. } => Some((at.0, *form)),
                    _ => None,
                })
                .collect();
            // Three in the legend, two on the scale.
            assert_eq!(marks.iter().map(|(_, form)| *form).collect::<Vec<_>>(), [0, 1, 2, 0, 2]);
            assert!(marks[3].0 < marks[4].0 && marks[4].0 < width);
        }
    }
}
