//! The colours of drawings, by what they mean. On a page the stylesheet has the same by class (`ll-draw--…`).

use crate::core::consensus::Class;

/// What a shape is painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A point of a scale, hatched.
    Point(PointSide),
    /// Words on a point of a scale.
    OnPoint(PointSide),
    /// How far a group agrees.
    Class(Class),
    /// Words on the colour of a class.
    OnClass(Class),
    /// One of several series, from 0; they repeat after [`SERIES`].
    Series(usize),
    /// Words and strong lines.
    Ink,
    /// Words that explain.
    Muted,
    /// Axes and grids.
    Grid,
    /// Behind what is measured.
    Track,
    /// The page.
    Paper,
}

/// How many colours series have.
pub const SERIES: usize = 6;

/// Where a point of a scale stands: on which side of the middle, and how far out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointSide {
    /// Far on the lower side.
    FarBelow,
    /// On the lower side.
    Below,
    /// In the middle.
    Middle,
    /// On the upper side.
    Above,
    /// Far on the upper side.
    FarAbove,
}

/// The side of the point `at`, from 0, of a scale of so many.
pub fn point_side(at: usize, points: usize) -> PointSide {
    let (low, high) = (at + 1, points.saturating_sub(at));
    let outer = points < 4 || at.min(points.saturating_sub(1 + at)) < points / 4;
    match low.cmp(&high) {
        std::cmp::Ordering::Less if outer => PointSide::FarBelow,
        std::cmp::Ordering::Less => PointSide::Below,
        std::cmp::Ordering::Equal => PointSide::Middle,
        std::cmp::Ordering::Greater if outer => PointSide::FarAbove,
        std::cmp::Ordering::Greater => PointSide::Above,
    }
}

impl PointSide {
    /// The last part of class names.
    pub fn name(self) -> &'static str {
        match self {
            Self::FarBelow => "n2",
            Self::Below => "n1",
            Self::Middle => "0",
            Self::Above => "p1",
            Self::FarAbove => "p2",
        }
    }
}

impl Paint {
    /// The last part of its class on a page.
    pub fn class(self) -> String {
        match self {
            Self::Point(side) => ["point-", side.name()].concat(),
            Self::OnPoint(side) => ["on-point-", side.name()].concat(),
            Self::Class(class) => ["class-", class_name(class)].concat(),
            Self::OnClass(class) => ["on-class-", class_name(class)].concat(),
            Self::Series(at) => format!("series-{}", at % SERIES),
            Self::Ink => "ink".to_owned(),
            Self::Muted => "muted".to_owned(),
            Self::Grid => "grid".to_owned(),
            Self::Track => "track".to_owned(),
            Self::Paper => "paper".to_owned(),
        }
    }

    /// Its colour on paper, which is that of a light page (`static/css/10-tokens.css`).
    pub fn colour(self) -> &'static str {
        match self {
            Self::Point(PointSide::FarBelow) => "#b4500b",
            Self::Point(PointSide::Below) => "#f3bb8b",
            Self::Point(PointSide::Middle) => "#dfe2e6",
            Self::Point(PointSide::Above) => "#a5c8ec",
            Self::Point(PointSide::FarAbove) => "#1d5fae",
            Self::OnPoint(PointSide::FarBelow | PointSide::FarAbove) | Self::OnClass(Class::Divided) | Self::Paper => {
                "#fff"
            }
            Self::OnPoint(_) | Self::OnClass(_) | Self::Ink => "#1b2421",
            Self::Class(Class::Divided) => "#8a4b00",
            Self::Class(Class::Lean) => "#f6dfb8",
            Self::Class(Class::Consensus) => "#bfe0ca",
            Self::Class(Class::Empty) | Self::Track => "#eef0ee",
            Self::Series(at) => ["#17665a", "#b4500b", "#1d5fae", "#7a3b8f", "#6b6a12", "#9b2743"][at % SERIES],
            Self::Muted => "#55615c",
            Self::Grid => "#c3cac6",
        }
    }
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Consensus => "consensus",
        Class::Lean => "lean",
        Class::Divided => "divided",
        Class::Empty => "empty",
    }
}
