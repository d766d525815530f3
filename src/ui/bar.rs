//! A diverging stacked bar (R. M. Heiberger and N. B. Robbins, Journal of Statistical Software 57, 2014):
//! who disagrees to the left of the midline, who agrees to the right.
//!
//! It is drawn as SVG with percentages, so that it needs no inline style and prints with its colours;
//! hatching and lightness say the same as the colour.

use yew::prelude::*;

use super::context::Ui;
use super::count_bars::percent;
use super::el::{El, el, group};
use super::scale::side;
use crate::core::view::{ScalePoint, ShownBar};
use crate::i18n::Key;

/// Narrower segments, in thousandths of the chart, have no room for their count.
const ROOM_FOR_COUNT: u32 = 35;

/// How heavy a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The latest round.
    Full,
    /// A round before.
    Slim,
}

/// One bar, with its counts in it and as its text alternative.
pub fn diverging_bar(ui: &Ui, bar: &ShownBar, scale: &[ScalePoint], weight: Weight) -> Html {
    let class = match weight {
        Weight::Full => "ll-bar",
        Weight::Slim => "ll-bar ll-bar--slim",
    };
    let middle = el("line", "ll-bar__mid").fixed("x1", "50%").fixed("x2", "50%").fixed("y1", "0").fixed("y2", "100%");
    let mut drawn = vec![block("ll-bar__track".into(), 0, 1000).done(), middle.done()];
    let mut from = bar.offset;
    for (at, (width, count)) in bar.widths.iter().zip(&bar.counts).enumerate() {
        if *width > 0 {
            let side = side(at, bar.widths.len());
            drawn.push(block(["ll-seg ll-seg--", side].concat(), from, *width).done());
            drawn.push(block(["ll-hatch ll-hatch--", side].concat(), from, *width).done());
            if *width >= ROOM_FOR_COUNT {
                drawn.push(number(["ll-seg__count ll-seg__count--", side].concat(), from + width / 2, *count));
            }
        }
        from += width;
    }
    el("svg", class).fixed("role", "img").attr("aria-label", spoken(ui, bar, scale)).children(drawn)
}

/// A rectangle of the bar's height, as wide as so many thousandths of the chart.
fn block(class: String, from: u32, width: u32) -> El {
    el("rect", "")
        .attr("class", class.into())
        .attr("x", percent(from))
        .attr("width", percent(width))
        .fixed("y", "10%")
        .fixed("height", "80%")
}

fn number(class: String, at: u32, count: u32) -> Html {
    el("text", "")
        .attr("class", class.into())
        .attr("x", percent(at))
        .fixed("y", "50%")
        .fixed("dy", "0.35em")
        .fixed("text-anchor", "middle")
        .fixed("aria-hidden", "true")
        .text(count.to_string().into())
}

/// A small square in the colour and hatching of one side, for the legend.
pub fn swatch(side: &str) -> Html {
    let square = |class: &str| {
        el("rect", "")
            .attr("class", [class, side].concat().into())
            .fixed("width", "16")
            .fixed("height", "16")
            .fixed("rx", "3")
            .done()
    };
    el("svg", "")
        .fixed("width", "16")
        .fixed("height", "16")
        .fixed("aria-hidden", "true")
        .children(vec![square("ll-seg ll-seg--"), square("ll-hatch ll-hatch--")])
}

/// The hatching that all bars of a page use.
pub fn bar_patterns() -> Html {
    let pattern = |id: &'static str, size: &'static str| {
        el("pattern", "")
            .fixed("id", id)
            .fixed("width", size)
            .fixed("height", size)
            .fixed("patternUnits", "userSpaceOnUse")
    };
    let lines = |id: &'static str, size: &'static str| {
        let stroke = el("rect", "").fixed("width", "1.5").fixed("height", size).done();
        pattern(id, size).fixed("patternTransform", "rotate(45)").child(stroke)
    };
    let dot = el("circle", "").fixed("cx", "3").fixed("cy", "3").fixed("r", "0.9").done();
    let patterns = vec![lines("ll-hatch-n1", "9"), lines("ll-hatch-n2", "4.5"), pattern("ll-hatch-0", "6").child(dot)];
    el("svg", "ll-patterns")
        .fixed("width", "0")
        .fixed("height", "0")
        .fixed("aria-hidden", "true")
        .child(group("defs", "", patterns))
}

fn spoken(ui: &Ui, bar: &ShownBar, scale: &[ScalePoint]) -> AttrValue {
    let mut text = String::new();
    for (point, count) in scale.iter().zip(&bar.counts) {
        text.push_str(&point.label);
        text.push_str(": ");
        text.push_str(&count.to_string());
        text.push_str(". ");
    }
    text.push_str(&ui.count(Key::OptOutsOne, Key::OptOutsOther, bar.opt_outs));
    text.into()
}
