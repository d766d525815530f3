//! Why the page is as it is.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::icon::Icon;
use super::join::JoinForm;
use super::place;
use crate::core::intent::Intent;
use crate::core::view::Banner;
use crate::i18n::Key;

/// One line above the page, with what can be done about it.
pub fn banner(ui: &Ui, banner: &Banner, can_join: bool) -> Html {
    let (icon, text, action) = match banner {
        Banner::ReadOnly(notice) => (Icon::Info, ui.catalogue.notice(*notice).into(), Html::default()),
        Banner::Closed => (Icon::Flag, ui.t(Key::BannerClosed), Html::default()),
        Banner::Elsewhere { group, title } => (
            Icon::Group,
            ui.with(Key::BannerElsewhere, &place::name(ui, group, title.as_ref())),
            button(ui.t(Key::BannerFollow), Tone::Secondary.icon(Icon::Next), ui.click(Intent::Follow)),
        ),
        Banner::NotJoined => (
            Icon::Info,
            ui.t(Key::BannerNotJoined),
            html! { if can_join { <JoinForm compact=true /> } },
        ),
    };
    html! {
        <section class="ll-banner" aria-label={ui.t(Key::BannerLabel)}>
            <p>{ icon.draw() }<span>{ text }</span></p>
            { action }
        </section>
    }
}
