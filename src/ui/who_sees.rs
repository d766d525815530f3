//! Who will see what.

use yew::prelude::*;

use super::context::use_ui;
use super::icon::Icon;
use crate::core::room::{Settings, Visibility};
use crate::i18n::Key;

/// The rules it explains.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The activity's rules.
    pub settings: Settings,
}

/// One plain sentence on answers, one on what the group writes.
#[component]
pub fn WhoSees(props: &Props) -> Html {
    let ui = use_ui();
    let (icon, answers, writing) = match props.settings.visibility {
        Visibility::Hidden => (Icon::Hidden, Key::SeesHidden, Key::SeesWritingHidden),
        Visibility::Named => (Icon::Eye, Key::SeesNamed, Key::SeesWritingNamed),
    };
    html! {
        <div class="ll-sees">
            { icon.draw() }
            <div>
                <h3>{ ui.t(Key::SeesTitle) }</h3>
                <p>{ ui.number(answers, props.settings.min_answers) }</p>
                <p class="ll-muted">{ ui.t(writing) }</p>
            </div>
        </div>
    }
}
