//! No room: only the reason.

use yew::prelude::*;

use super::context::Ui;
use super::el::{group, line};
use super::icon::Icon;
use super::page_heading::title;
use crate::core::room::Notice;
use crate::core::view::Text;

/// The title and why nothing can be done here.
pub fn unavailable(ui: &Ui, notice: Notice, name: &Text) -> Html {
    let reason = line("span", "", ui.catalogue.notice(notice).into());
    group(
        "div",
        "ll-card ll-unavailable",
        vec![title(ui, name.clone().into()), group("p", "", vec![Icon::Info.draw(), reason])],
    )
}
