//! No room: only the reason.

use yew::prelude::*;

use super::context::{Ui, say};
use super::icon::Icon;
use crate::core::room::Notice;
use crate::core::view::Text;

/// The title and why nothing can be done here.
pub fn unavailable(ui: &Ui, notice: Notice, title: &Text) -> Html {
    html! {
        <div class="ll-card ll-unavailable">
            <h2 id="ll-heading" tabindex="-1" ref={ui.heading.clone()}>{ say(title) }</h2>
            <p>{ Icon::Info.draw() }<span>{ ui.catalogue.notice(notice) }</span></p>
        </div>
    }
}
