//! The way in for who sits in the room: a code to scan, and the address under it.

use qrcode::{Color, EcLevel, QrCode};
use yew::prelude::*;

use crate::i18n::Key;
use crate::ui::context::Ui;
use crate::ui::el::{el, group, line, none};

/// The empty edge that readers need around a code, in modules (ISO/IEC 18004, "quiet zone").
const QUIET_ZONE: usize = 4;

/// The code and the address; only the address where it is too long for a code.
pub fn join(ui: &Ui, address: &AttrValue) -> Html {
    let words = vec![
        line("h2", "", ui.t(Key::PresentJoin)),
        line("p", "", ui.t(Key::PresentJoinHow)),
        line("p", "ll-big__address", address.clone()),
    ];
    group("div", "ll-big__join", vec![code(ui, address), group("div", "", words)])
}

fn code(ui: &Ui, address: &str) -> Html {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else {
        return none();
    };
    let width = code.width();
    let size = (width + 2 * QUIET_ZONE).to_string();
    let dark = code.to_colors();
    let mut path = String::new();
    for (at, _) in dark.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
        let (x, y) = (at % width + QUIET_ZONE, at / width + QUIET_ZONE);
        path.push_str(&["M", &x.to_string(), " ", &y.to_string(), "h1v1h-1z"].concat());
    }
    // Dark on light in every look: many readers know no other.
    el("svg", "ll-big__code")
        .attr("viewBox", ["0 0 ", &size, " ", &size].concat().into())
        .fixed("role", "img")
        .attr("aria-label", ui.t(Key::PresentCode))
        .fixed("shape-rendering", "crispEdges")
        .children(vec![
            el("rect", "").fixed("width", "100%").fixed("height", "100%").fixed("fill", "#fff").done(),
            el("path", "").attr("d", path.into()).fixed("fill", "#000").done(),
        ])
}
