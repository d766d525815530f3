//! Why the page is as it is.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::join::JoinForm;
use super::place;
use crate::core::intent::Intent;
use crate::core::view::{Banner, Saved};
use crate::i18n::Key;

/// Somebody who was logged out is sent to log in: loading the page anew leads there, and back.
pub fn logged_out(ui: &Ui, saved: Saved) -> Html {
    let Saved::LoggedOut(changes) = saved else {
        return none();
    };
    let text = logged_out_text(ui, changes);
    let log_in = el("a", "ll-btn").fixed("href", "").text(ui.t(Key::LogIn));
    let reason = group("p", "", vec![Icon::Warning.draw(), line("span", "", text)]);
    el("section", "ll-banner ll-banner--alert").attr("aria-label", ui.t(Key::LogIn)).children(vec![reason, log_in])
}

/// Says that, and that nothing is lost.
pub fn logged_out_text(ui: &Ui, changes: usize) -> AttrValue {
    match changes {
        0 => ui.t(Key::LoggedOut),
        _ => ui.with(Key::LoggedOutChanges, &changes.to_string()),
    }
}

/// One line above the page, with what can be done about it.
pub fn banner(ui: &Ui, banner: &Banner, can_join: bool) -> Html {
    let (icon, text, action) = match banner {
        Banner::ReadOnly(notice) => (Icon::Info, ui.catalogue.notice(*notice).into(), none()),
        Banner::Closed => (Icon::Flag, ui.t(Key::BannerClosed), none()),
        Banner::Elsewhere { group, title } => (
            Icon::Group,
            ui.with(Key::BannerElsewhere, &place::name(ui, group, title.as_ref())),
            button(ui.t(Key::BannerFollow), Tone::Secondary.icon(Icon::Next), ui.click(Intent::Follow)),
        ),
        Banner::NewMeeting(number) => (Icon::Flag, ui.number(Key::MovedToMeeting, *number), none()),
        Banner::NotJoined if can_join => (Icon::Info, ui.t(Key::BannerNotJoined), html! { <JoinForm compact=true /> }),
        Banner::NotJoined => (Icon::Info, ui.t(Key::BannerNotJoined), none()),
    };
    let reason = group("p", "", vec![icon.draw(), line("span", "", text)]);
    el("section", "ll-banner").attr("aria-label", ui.t(Key::BannerLabel)).children(vec![reason, action])
}
