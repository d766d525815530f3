//! A drawing on the page, in the colours of the page.

use yew::prelude::*;

use crate::core::drawing::{Anchor, Drawing, Paint, PointSide, Shape, outline};
use crate::ui::el::{El, el};

/// A drawing as SVG, at its own size and never wider than its place. Its colours come from the stylesheet; the
/// hatching is that of [`bar_patterns`](crate::ui::bar::bar_patterns), which the page draws once.
pub fn drawing(it: &Drawing) -> Html {
    let (width, height) = (it.width.ceil().to_string(), it.height.ceil().to_string());
    el("svg", "ll-draw")
        .fixed("role", "img")
        .attr("aria-label", it.about.clone().into())
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat().into())
        .attr("width", width.into())
        .attr("height", height.into())
        .children(it.shapes.iter().map(shape).collect())
}

fn shape(it: &Shape) -> Html {
    match it {
        Shape::Block { x, y, width, height, radius, paint } => {
            let block = |class: String| {
                let rect = painted("rect", &class).attr("x", number(*x)).attr("y", number(*y));
                let rect = rect.attr("width", number(*width)).attr("height", number(*height));
                rect.attr("rx", number(*radius)).done()
            };
            let filled = block(paint.class());
            match hatch(*paint) {
                Some(side) => el("g", "").children(vec![filled, block(["hatch-", side].concat())]),
                None => filled,
            }
        }
        Shape::Mark { at, radius, form, paint } => {
            let path = painted("path", &["mark ll-draw--", &paint.class()].concat());
            path.attr("d", outline(*at, *radius, *form).into()).done()
        }
        Shape::Line { from, to, thickness, dashed, paint } => {
            let line = painted("line", &["line-", &paint.class()].concat());
            let line = line.attr("x1", number(from.0)).attr("y1", number(from.1));
            let line = line.attr("x2", number(to.0)).attr("y2", number(to.1));
            line.attr("stroke-width", number(*thickness)).fixed_if(*dashed, "stroke-dasharray", "5 4").done()
        }
        Shape::Words { x, y, size, anchor, bold, paint, text } => {
            let words = painted("text", &paint.class()).attr("x", number(*x)).attr("y", number(*y));
            let words = words.attr("font-size", number(*size)).attr("text-anchor", anchor_of(*anchor));
            let words = words.fixed("aria-hidden", "true").fixed_if(*bold, "font-weight", "600");
            words.text(text.clone().into())
        }
    }
}

fn painted(name: &'static str, class: &str) -> El {
    el(name, "").attr("class", ["ll-draw--", class].concat().into())
}

fn anchor_of(anchor: Anchor) -> AttrValue {
    AttrValue::Static(anchor.name())
}

/// A length with one decimal.
fn number(length: f32) -> AttrValue {
    format!("{length:.1}").into()
}

/// The side whose hatching lies over a paint.
fn hatch(paint: Paint) -> Option<&'static str> {
    match paint {
        Paint::Point(side @ (PointSide::FarBelow | PointSide::Below | PointSide::Middle)) => Some(side.name()),
        _ => None,
    }
}
