//! A drawing in the making: what all charts are put together from.

use std::rc::Rc;

use crate::core::drawing::{Anchor, Drawing, Paint, Shape, wrapped};

/// Around a chart.
pub(super) const PADDING: f32 = 12.0;
/// From this width on, words stand beside what is drawn; below it they stand above.
pub(super) const WIDE: f32 = 560.0;
/// How much wider heavy type is.
pub(super) const HEAVY: f32 = 1.14;
/// Between words and what is drawn beside them.
pub(super) const GAP: f32 = 16.0;

/// Type of a size, with the distance of its lines.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub size: f32,
    pub bold: bool,
    pub paint: Paint,
    pub anchor: Anchor,
}

impl Type {
    /// Type that begins at its place.
    pub fn new(size: f32, paint: Paint) -> Self {
        Self { size, bold: false, paint, anchor: Anchor::Start }
    }

    /// The same, heavy.
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, with another part of the words at their place.
    pub fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The height of a line.
    pub fn line(self) -> f32 {
        (self.size * 1.32).round()
    }
}

/// Where the words of a row stand and where what is drawn, side by side or one above the other.
pub(super) struct Columns {
    /// Whether they stand side by side.
    pub beside: bool,
    /// The width for words.
    pub words: f32,
    /// The left edge of what is drawn.
    pub x: f32,
    /// The width of what is drawn.
    pub width: f32,
}

impl Columns {
    /// Columns of a chart of this width, of which words have a share where they stand beside.
    pub fn of(width: f32, share: f32) -> Self {
        let inner = (width - 2.0 * PADDING).max(1.0);
        if width < WIDE {
            return Self { beside: false, words: inner, x: PADDING, width: inner };
        }
        let words = (inner * share).round();
        Self { beside: true, words, x: PADDING + words + GAP, width: inner - words - GAP }
    }
}

/// Shapes of a chart, from back to front.
#[derive(Default)]
pub(super) struct Sheet {
    pub shapes: Vec<Shape>,
}

impl Sheet {
    /// Lines of words from the upper edge `y`; the edge below them.
    pub fn lines(&mut self, lines: &[Rc<str>], x: f32, y: f32, kind: Type) -> f32 {
        let mut below = y;
        for line in lines {
            self.words(line.clone(), x, below + kind.size, kind);
            below += kind.line();
        }
        below
    }

    /// Words in lines of at most this width, at most so many; the edge below them.
    pub fn text(&mut self, text: &str, (x, y): (f32, f32), width: f32, most: usize, kind: Type) -> f32 {
        let width = if kind.bold { width / HEAVY } else { width };
        self.lines(&wrapped(text, kind.size, width, most), x, y, kind)
    }

    /// Words on the base line `y`.
    pub fn words(&mut self, text: Rc<str>, x: f32, y: f32, kind: Type) {
        let Type { size, bold, paint, anchor } = kind;
        self.shapes.push(Shape::Words { x, y, size, anchor, bold, paint, text });
    }

    /// A filled rectangle.
    pub fn block(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), radius: f32, paint: Paint) {
        self.shapes.push(Shape::Block { x, y, width, height, radius, paint });
    }

    /// A straight line.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32, paint: Paint) {
        self.shapes.push(Shape::Line { from, to, thickness, dashed: false, paint });
    }

    /// What was drawn, down to the edge `y`.
    pub fn done(self, width: f32, y: f32, about: Rc<str>) -> Drawing {
        Drawing { width, height: (y + PADDING).ceil(), about, shapes: self.shapes }
    }
}

/// A number of people as a length.
#[allow(clippy::cast_precision_loss)] // No activity has more people than f32 counts exactly.
pub(super) fn length(count: u32) -> f32 {
    count as f32
}
