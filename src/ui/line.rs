//! How the answers to a question went over the meetings of a group: a small chart, and the same in a table.

use yew::prelude::*;

use super::context::Ui;
use super::count_bars::percent;
use super::el::{el, group, line};
use super::table::table;
use crate::core::view::{Line, LinePoint, Middle};
use crate::i18n::Key;

/// The line, and its numbers.
pub fn lines(ui: &Ui, view: &Line) -> Html {
    let title = match view.of {
        Middle::Mean => Key::LineMean,
        Middle::Median => Key::LineMedian,
    };
    let row = |point: &LinePoint| {
        let value = match point.value {
            Some((value, _)) => ui.tenths(value),
            None => ui.t(Key::ProfileNone),
        };
        vec![ui.number(Key::MeetingNumber, point.meeting), value, point.answered.to_string().into()]
    };
    let titles = vec![ui.t(Key::LineMeeting), ui.t(title), ui.t(Key::TableAnswered)];
    let numbers = table(ui.t(Key::LineTitle), titles, view.points.iter().map(row).collect());
    let ends = [&view.range.1, &view.range.0].map(|end| line("span", "", end.clone().into()));
    let chart = vec![el("p", "ll-line__ends").fixed("aria-hidden", "true").children(ends.into()), drawn(view)];
    let inside = group("div", "ll-line__parts", vec![group("div", "ll-line__chart", chart), numbers]);
    group("div", "ll-line", vec![line("h5", "ll-label", ui.t(Key::LineTitle)), inside])
}

/// The meetings from left to right; the numbers stand in the table.
fn drawn(view: &Line) -> Html {
    let last = u32::try_from(view.points.len()).unwrap_or(1).saturating_sub(1).max(1);
    // Room for the dots at both ends.
    let x = |at: u32| percent(30 + 940 * at / last);
    let y = |height: u32| percent(950 - 900 * height / 1000);
    let shown: Vec<(u32, u32)> = (0..).zip(&view.points).filter_map(|(at, it)| Some((at, it.value?.1))).collect();
    let between = |pair: &[(u32, u32)]| {
        el("line", "ll-line__line")
            .attr("x1", x(pair[0].0))
            .attr("y1", y(pair[0].1))
            .attr("x2", x(pair[1].0))
            .attr("y2", y(pair[1].1))
            .done()
    };
    let dot = |(at, height): &(u32, u32)| {
        el("circle", "ll-line__dot").attr("cx", x(*at)).attr("cy", y(*height)).fixed("r", "5").done()
    };
    let parts = shown.windows(2).map(between).chain(shown.iter().map(dot)).collect();
    el("svg", "ll-line__drawing").fixed("aria-hidden", "true").children(parts)
}
