//! Why the page is as it is.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::join::JoinForm;
use super::place;
use crate::core::intent::Intent;
use crate::core::view::Banner;
use crate::i18n::Key;

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
        Banner::NotJoined if can_join => (Icon::Info, ui.t(Key::BannerNotJoined), html! { <JoinForm compact=true /> }),
        Banner::NotJoined => (Icon::Info, ui.t(Key::BannerNotJoined), none()),
    };
    let reason = group("p", "", vec![icon.draw(), line("span", "", text)]);
    el("section", "ll-banner").attr("aria-label", ui.t(Key::BannerLabel)).children(vec![reason, action])
}
