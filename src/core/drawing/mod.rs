//! A chart as plain shapes: laid out once, then drawn on a page, saved as a picture or put into a document.
//!
//! Lengths are in pixels of a screen at its usual size; y grows downwards. Everything that colour says is said by
//! lightness, hatching, shape or words too.

mod paint;
mod svg;
mod words;

use std::fmt::Write;
use std::rc::Rc;

pub use paint::{Paint, PointSide, SERIES, point_side};
pub use svg::svg;
pub use words::{text_width, wrapped};

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What it shows, in words: its accessible name.
    pub about: Rc<str>,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

/// A part of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Block {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Radius of its corners.
        radius: f32,
        /// Its colour and hatching.
        paint: Paint,
    },
    /// A mark of a series, told apart by its shape too.
    Mark {
        /// Its middle.
        at: (f32, f32),
        /// Half its width.
        radius: f32,
        /// Which shape it has: a number of the series, from 0.
        form: usize,
        /// Its colour.
        paint: Paint,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f32, f32),
        /// Where it ends.
        to: (f32, f32),
        /// How thick it is.
        thickness: f32,
        /// Whether it is broken.
        dashed: bool,
        /// Its colour.
        paint: Paint,
    },
    /// Words on one line.
    Words {
        /// Where they stand, by their `anchor`.
        x: f32,
        /// Their base line.
        y: f32,
        /// Size of the type.
        size: f32,
        /// Which part of them stands at `x`.
        anchor: Anchor,
        /// Whether they are heavy.
        bold: bool,
        /// Their colour.
        paint: Paint,
        /// The words.
        text: Rc<str>,
    },
}

impl Shape {
    /// The same, so much lower.
    #[must_use]
    pub fn lower(mut self, by: f32) -> Self {
        match &mut self {
            Self::Block { y, .. } | Self::Words { y, .. } => *y += by,
            Self::Mark { at, .. } => at.1 += by,
            Self::Line { from, to, .. } => {
                from.1 += by;
                to.1 += by;
            }
        }
        self
    }
}

/// Which part of words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// The outline of a mark as the data of an SVG path: a disc, a square, a diamond, a triangle, one on its tip, a cross.
pub fn outline((x, y): (f32, f32), radius: f32, form: usize) -> String {
    let polygon = |points: &[(f32, f32)]| -> String {
        let mut path = String::new();
        for (at, (dx, dy)) in points.iter().enumerate() {
            path.push(if at == 0 { 'M' } else { 'L' });
            // Writing into a String cannot fail.
            let _ = write!(path, "{:.1} {:.1}", x + dx * radius, y + dy * radius);
        }
        path.push('Z');
        path
    };
    match form % FORMS {
        0 => format!(
            "M{:.1} {y:.1}a{radius:.1} {radius:.1} 0 1 0 {:.1} 0a{radius:.1} {radius:.1} 0 1 0 {:.1} 0Z",
            x - radius,
            2.0 * radius,
            -2.0 * radius
        ),
        1 => polygon(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        2 => polygon(&[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]),
        3 => polygon(&[(0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)]),
        4 => polygon(&[(0.0, 1.1), (1.1, -0.9), (-1.1, -0.9)]),
        _ => polygon(&[
            (-0.4, -1.1),
            (0.4, -1.1),
            (0.4, -0.4),
            (1.1, -0.4),
            (1.1, 0.4),
            (0.4, 0.4),
            (0.4, 1.1),
            (-0.4, 1.1),
            (-0.4, 0.4),
            (-1.1, 0.4),
            (-1.1, -0.4),
            (-0.4, -0.4),
        ]),
    }
}

/// How many shapes marks have.
const FORMS: usize = 6;
