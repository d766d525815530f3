//! The soft timer of a step.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::browser;
use super::context::use_ui;
use super::el::{el, group, line, none};
use crate::core::view::{TimeLeft, TimerView};
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How the timer stood at some moment.
    pub timer: TimerView,
}

/// Counts down; past zero it counts on, because it only reminds.
#[component]
pub fn Timer(props: &Props) -> Html {
    let ui = use_ui();
    let tick = use_force_update();
    use_effect_with(props.timer.running, move |running| {
        let interval = running.then(|| Interval::new(1000, move || tick.force_update()));
        move || drop(interval)
    });

    let timer = &props.timer;
    let now = timer.at(browser::now());
    let spoken = match now.left {
        TimeLeft::Over => ui.t(Key::TimerOver),
        TimeLeft::Soon => ui.t(Key::TimerMinute),
        TimeLeft::Enough => AttrValue::default(),
    };
    let class = match (timer.running, now.left) {
        (_, TimeLeft::Over) => "ll-timer ll-timer--over",
        (false, _) => "ll-timer ll-timer--paused",
        (_, TimeLeft::Soon) => "ll-timer ll-timer--soon",
        _ => "ll-timer",
    };
    let note = match (timer.running, now.left) {
        (false, TimeLeft::Over) => line("span", "ll-timer__note", ui.t(Key::TimerUp)),
        (false, _) => line("span", "ll-timer__note", ui.t(Key::TimerPaused)),
        (true, TimeLeft::Over) => line("span", "ll-timer__note", ui.t(Key::TimerExtra)),
        (true, _) => none(),
    };
    group(
        "div",
        class,
        vec![
            ring(dashes(now.left_ms, timer.seconds)),
            el("span", "")
                .fixed("role", "timer")
                .attr("aria-label", ui.t(Key::TimerLabel))
                .text(clock(now.left_ms).into()),
            note,
            el("span", "ll-sr").fixed("role", "status").text(spoken),
        ],
    )
}

fn ring(dashes: String) -> Html {
    let circle =
        |class| el("circle", class).fixed("cx", "18").fixed("cy", "18").fixed("r", "15").fixed("pathLength", "100");
    el("svg", "ll-timer__ring")
        .fixed("viewBox", "0 0 36 36")
        .fixed("width", "28")
        .fixed("height", "28")
        .fixed("aria-hidden", "true")
        .children(vec![circle("").done(), circle("ll-timer__left").attr("stroke-dasharray", dashes.into()).done()])
}

/// Minutes and seconds left, or with a plus the time beyond.
fn clock(left_ms: i64) -> String {
    // Rounded up while it counts down, so that 0:00 and the end are the same moment.
    let seconds = if left_ms > 0 { (left_ms + 999) / 1000 } else { -left_ms / 1000 };
    let mut text = String::new();
    if left_ms <= -1000 {
        text.push('+');
    }
    text.push_str(&(seconds / 60).to_string());
    text.push(':');
    if seconds % 60 < 10 {
        text.push('0');
    }
    text.push_str(&(seconds % 60).to_string());
    text
}

/// The part of the ring that is drawn, of a length of 100.
fn dashes(left_ms: i64, seconds: u32) -> String {
    let share = if seconds == 0 { 0 } else { (left_ms / 10 / i64::from(seconds)).clamp(0, 100) };
    let mut text = share.to_string();
    text.push_str(" 100");
    text
}
