//! Charts of results, laid out at a width. Their words come from whoever knows the language of the reader.

mod counts;
mod diverging;
mod groups;
mod heat;
mod lines;
mod map;
mod picture;
mod profile;
mod sheet;

use crate::core::drawing::Drawing;

pub use counts::{Measured, MeasuredRow, measured};
pub use diverging::{Diverging, DivergingRow, Verdict, diverging};
pub use groups::{GroupsChart, GroupsRow, groups_chart};
pub use heat::{HeatChart, HeatSpot, heat_chart};
pub use lines::{LineOf, LinesChart, MeetingName, lines_chart};
pub use map::{MapChart, MapMark, map_chart};
pub use picture::{Picture, Source};
pub use profile::{Profile, ProfileChartRow, ProfileSpot, profile};

/// A chart before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Diverging bars.
    Diverging(Diverging),
    /// The profile of several groups.
    Groups(GroupsChart),
    /// A table of classes.
    Heat(HeatChart),
    /// Lines over meetings.
    Lines(LinesChart),
    /// A map of statements.
    Map(MapChart),
    /// Bars with their numbers.
    Measured(Measured),
    /// The profile of one group.
    Profile(Profile),
}

impl Chart {
    /// The chart at a width.
    pub fn drawing(&self, width: f32) -> Drawing {
        match self {
            Self::Diverging(chart) => diverging(chart, width),
            Self::Groups(chart) => groups_chart(chart, width),
            Self::Heat(chart) => heat_chart(chart, width),
            Self::Lines(chart) => lines_chart(chart, width),
            Self::Map(chart) => map_chart(chart, width),
            Self::Measured(chart) => measured(chart, width),
            Self::Profile(chart) => profile(chart, width),
        }
    }
}
