//! A diverging stacked bar (R. M. Heiberger and N. B. Robbins, Journal of Statistical Software 57, 2014):
//! who disagrees to the left of the midline, who agrees to the right.
//!
//! It is drawn as SVG with percentages, so that it needs no inline style and prints with its colours;
//! hatching and lightness say the same as the colour.

use yew::prelude::*;

use super::context::Ui;
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
    let points = bar.widths.len();
    let mut left = bar.offset;
    let segments = bar.widths.iter().zip(&bar.counts).enumerate().map(|(at, (width, count))| {
        let from = left;
        left += width;
        (at, from, *width, *count)
    });
    html! {
        <svg class={classes!("ll-bar", (weight == Weight::Slim).then_some("ll-bar--slim"))} role="img" aria-label={spoken(ui, bar, scale)}>
            <rect class="ll-bar__track" y="10%" width="100%" height="80%" />
            <line class="ll-bar__mid" x1="50%" x2="50%" y1="0" y2="100%" />
            for (at, from, width, count) in segments {
                if width > 0 {
                    <rect class={["ll-seg ll-seg--", side(at, points)].concat()} x={percent(from)} y="10%" width={percent(width)} height="80%" />
                    <rect class={["ll-hatch ll-hatch--", side(at, points)].concat()} x={percent(from)} y="10%" width={percent(width)} height="80%" />
                    if width >= ROOM_FOR_COUNT {
                        <text class={["ll-seg__count ll-seg__count--", side(at, points)].concat()} x={percent(from + width / 2)} y="50%"
                            dy="0.35em" text-anchor="middle" aria-hidden="true">{ count }</text>
                    }
                }
            }
        </svg>
    }
}

/// The hatching that all bars of a page use.
pub fn bar_patterns() -> Html {
    html! {
        <svg class="ll-patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="ll-hatch-n1" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="1.5" height="9" />
                </pattern>
                <pattern id="ll-hatch-n2" width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="1.5" height="4.5" />
                </pattern>
                <pattern id="ll-hatch-0" width="6" height="6" patternUnits="userSpaceOnUse">
                    <circle cx="3" cy="3" r="0.9" />
                </pattern>
            </defs>
        </svg>
    }
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

/// Thousandths as a percentage.
fn percent(thousandths: u32) -> String {
    let mut text = (thousandths / 10).to_string();
    text.push('.');
    text.push_str(&(thousandths % 10).to_string());
    text.push('%');
    text
}
