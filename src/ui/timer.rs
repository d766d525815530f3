//! The soft timer of a step.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::browser;
use super::context::use_ui;
use crate::core::view::TimerView;
use crate::i18n::Key;

const MINUTE_MS: i64 = 60_000;

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
    let left = if timer.running { timer.left_ms - (browser::now() - timer.at) } else { timer.left_ms };
    let over = left <= 0;
    let soon = !over && left <= MINUTE_MS;
    let spoken = match (over, soon) {
        (true, _) => ui.t(Key::TimerOver),
        (_, true) => ui.t(Key::TimerMinute),
        _ => AttrValue::default(),
    };
    let class = classes!(
        "ll-timer",
        soon.then_some("ll-timer--soon"),
        over.then_some("ll-timer--over"),
        (!timer.running).then_some("ll-timer--paused"),
    );
    html! {
        <div {class}>
            <svg class="ll-timer__ring" viewBox="0 0 36 36" width="28" height="28" aria-hidden="true">
                <circle cx="18" cy="18" r="15" pathLength="100" />
                <circle class="ll-timer__left" cx="18" cy="18" r="15" pathLength="100" stroke-dasharray={dashes(left, timer.seconds)} />
            </svg>
            <span role="timer" aria-label={ui.t(Key::TimerLabel)}>{ clock(left) }</span>
            if !timer.running {
                <span class="ll-timer__note">{ ui.t(Key::TimerPaused) }</span>
            } else if over {
                <span class="ll-timer__note">{ ui.t(Key::TimerExtra) }</span>
            }
            <span class="ll-sr" role="status">{ spoken }</span>
        </div>
    }
}

/// Minutes and seconds left, or with a plus the time beyond.
fn clock(left_ms: i64) -> String {
    // Rounded up while it counts down, so that 0:00 and the end are the same moment.
    let seconds = if left_ms > 0 { (left_ms + 999) / 1000 } else { -left_ms / 1000 };
    let mut text = String::new();
    if left_ms < 0 {
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
