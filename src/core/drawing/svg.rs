//! A drawing as a file of its own.

use std::fmt::Write;

use super::{Drawing, Paint, PointSide, Shape, outline};
use crate::core::text::has_xml;

/// The drawing as an SVG document that needs nothing from outside: colours of paper, type of the reader's machine.
pub fn svg(drawing: &Drawing) -> String {
    let (width, height) = (drawing.width.ceil(), drawing.height.ceil());
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif\"><title>"
    );
    escaped(&mut file, &drawing.about);
    file.push_str("</title>");
    file.push_str(HATCHES);
    let _ = write!(file, "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", Paint::Paper.colour());
    for shape in &drawing.shapes {
        add(&mut file, shape);
    }
    file.push_str("</svg>");
    file
}

/// The hatching of the points of a scale, as on a page.
const HATCHES: &str = "<defs>\
    <pattern id=\"n1\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <rect width=\"1.5\" height=\"9\" fill=\"#000\" fill-opacity=\".14\"/></pattern>\
    <pattern id=\"n2\" width=\"4.5\" height=\"4.5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <rect width=\"1.5\" height=\"4.5\" fill=\"#000\" fill-opacity=\".14\"/></pattern>\
    <pattern id=\"mid\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
    <circle cx=\"3\" cy=\"3\" r=\".9\" fill=\"#000\" fill-opacity=\".14\"/></pattern></defs>";

/// The hatching over a paint, where it has one.
pub(super) fn hatch(paint: Paint) -> Option<&'static str> {
    match paint {
        Paint::Point(PointSide::FarBelow) => Some("n2"),
        Paint::Point(PointSide::Below) => Some("n1"),
        Paint::Point(PointSide::Middle) => Some("mid"),
        _ => None,
    }
}

fn add(file: &mut String, shape: &Shape) {
    // Writing into a String cannot fail.
    let _ = match shape {
        Shape::Block { x, y, width, height, radius, paint } => {
            let block = format!(
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"{radius:.1}\" fill="
            );
            let _ = write!(file, "{block}\"{}\"/>", paint.colour());
            match hatch(*paint) {
                Some(hatch) => write!(file, "{block}\"url(#{hatch})\"/>"),
                None => Ok(()),
            }
        }
        Shape::Mark { at, radius, form, paint } => {
            let path = outline(*at, *radius, *form);
            write!(file, "<path d=\"{path}\" fill=\"{}\" stroke=\"#fff\"/>", paint.colour())
        }
        Shape::Line { from, to, thickness, dashed, paint } => {
            let dashes = if *dashed { " stroke-dasharray=\"5 4\"" } else { "" };
            write!(
                file,
                "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"{}\" stroke-width=\"{thickness}\"{dashes}/>",
                from.0,
                from.1,
                to.0,
                to.1,
                paint.colour()
            )
        }
        Shape::Words { x, y, size, anchor, bold, paint, text } => {
            let weight = if *bold { " font-weight=\"600\"" } else { "" };
            let _ = write!(
                file,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{}\" fill=\"{}\"{weight}>",
                anchor.name(),
                paint.colour()
            );
            escaped(file, text);
            write!(file, "</text>")
        }
    };
}

/// Text in XML. What XML 1.0 has no way to write is left out.
fn escaped(file: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => file.push_str("&amp;"),
            '<' => file.push_str("&lt;"),
            '>' => file.push_str("&gt;"),
            '"' => file.push_str("&quot;"),
            c if has_xml(c) => file.push(c),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::svg;
    use crate::core::drawing::{Anchor, Drawing, Paint, Shape};

    #[test]
    fn words_are_escaped() {
        let words = Shape::Words {
            x: 0.0,
            y: 10.0,
            size: 12.0,
            anchor: Anchor::Start,
            bold: false,
            paint: Paint::Ink,
            text: "<b> & \u{1}\u{b}\u{ffff}\"".into(),
        };
        let file = svg(&Drawing { width: 10.0, height: 10.0, about: "a < b".into(), shapes: vec![words] });
        assert!(file.contains("&lt;b&gt; &amp; &quot;</text>"), "{file}");
        assert!(file.contains("<title>a &lt; b</title>"));
    }
}
