//! Why the page is as it is.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::context::use_ui;
use super::icon::Icon;
use super::join::JoinForm;
use super::place;
use crate::core::intent::Intent;
use crate::core::view;
use crate::i18n::Key;

/// What it says.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The reason.
    pub banner: view::Banner,
    /// Whether the user can join from here.
    pub can_join: bool,
}

/// One line above the page, with what can be done about it.
#[component]
pub fn Banner(props: &Props) -> Html {
    let ui = use_ui();
    let (icon, text, action) = match &props.banner {
        view::Banner::ReadOnly(notice) => (Icon::Info, ui.catalogue.notice(*notice).into(), Html::default()),
        view::Banner::Closed => (Icon::Flag, ui.t(Key::BannerClosed), Html::default()),
        view::Banner::Elsewhere { group, title } => (
            Icon::Group,
            ui.with(Key::BannerElsewhere, &place::name(&ui, group, title.as_ref())),
            html! { <Button label={ui.t(Key::BannerFollow)} icon={Icon::Next} onclick={ui.click(Intent::Follow)} tone={Tone::Secondary} /> },
        ),
        view::Banner::NotJoined => (
            Icon::Info,
            ui.t(Key::BannerNotJoined),
            html! { if props.can_join { <JoinForm compact=true /> } },
        ),
    };
    html! {
        <section class="ll-banner" aria-label={ui.t(Key::BannerLabel)}>
            <p>{ icon.draw() }<span>{ text }</span></p>
            { action }
        </section>
    }
}
