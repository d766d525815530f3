//! Charts of results, laid out at a width. Their words come from whoever knows the language of the reader.

mod counts;
mod diverging;
mod profile;
mod sheet;

pub use counts::{Measured, MeasuredRow, measured};
pub use diverging::{Diverging, DivergingRow, Verdict, diverging};
pub use profile::{Profile, ProfileChartRow, ProfileSpot, profile};
