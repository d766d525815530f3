//! No room: only the reason.

use yew::prelude::*;

use super::context::{say, use_ui};
use super::icon::Icon;
use crate::core::room::Notice;
use crate::core::view::Text;

/// What it says.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The reason.
    pub notice: Notice,
    /// The exercise's title.
    pub title: Text,
}

/// The title and why nothing can be done here.
#[component]
pub fn Unavailable(props: &Props) -> Html {
    let ui = use_ui();
    html! {
        <div class="ll-card ll-unavailable">
            <h2 id="ll-heading" tabindex="-1" ref={ui.heading.clone()}>{ say(&props.title) }</h2>
            <p>{ Icon::Info.draw() }<span>{ ui.catalogue.notice(props.notice) }</span></p>
        </div>
    }
}
