//! Bars with their numbers, one below the other.

use yew::prelude::*;

use super::el::{el, group, line, none};
use crate::core::view::CountBar;

/// A list: a label, a bar, and the number as text. Drawn as SVG with percentages, so that it needs no inline style and
/// prints with its colours.
pub fn count_bars(bars: &[CountBar]) -> Html {
    let entry = |it: &CountBar| {
        let who = if it.who.is_empty() { none() } else { line("span", "ll-bars__who", it.who.join(", ").into()) };
        let number = line("strong", "ll-bars__count", it.count.to_string().into());
        group("li", "", vec![line("span", "ll-bars__label", it.label.clone().into()), bar(it.width), number, who])
    };
    group("ul", "ll-bars", bars.iter().map(entry).collect())
}

/// One bar on its track; what it says stands beside it.
pub fn bar(width: u32) -> Html {
    let rect = |class: &'static str, width: u32| {
        el("rect", class).attr("width", percent(width)).fixed("height", "100%").done()
    };
    let parts = vec![rect("ll-bars__track", 1000), rect("ll-bars__fill", width)];
    el("svg", "ll-bars__bar").fixed("aria-hidden", "true").children(parts)
}

/// Thousandths as a percentage.
pub fn percent(thousandths: u32) -> AttrValue {
    let mut text = (thousandths / 10).to_string();
    text.push('.');
    text.push_str(&(thousandths % 10).to_string());
    text.push('%');
    text.into()
}
