//! Who will see what.

use yew::prelude::*;

use super::context::Ui;
use super::el::{group, line};
use super::icon::Icon;
use crate::core::room::{Pace, Settings, Visibility};
use crate::i18n::Key;

/// One plain sentence on answers, one on what the group writes.
pub fn who_sees(ui: &Ui, settings: Settings) -> Html {
    let (icon, writing) = match settings.visibility {
        Visibility::Hidden => (Icon::Hidden, Key::SeesWritingHidden),
        Visibility::Named => (Icon::Eye, Key::SeesWritingNamed),
    };
    // Only of a group that goes together is the one who leads told who has answered.
    let answers = match (settings.visibility, settings.pace) {
        (Visibility::Hidden, Pace::Together) => Key::SeesHidden,
        (Visibility::Hidden, Pace::Own) => Key::SeesHiddenAlone,
        (Visibility::Named, Pace::Together) => Key::SeesNamed,
        (Visibility::Named, Pace::Own) => Key::SeesNamedAlone,
    };
    let words = vec![
        line("h3", "", ui.t(Key::SeesTitle)),
        line("p", "", ui.number(answers, settings.min_answers)),
        line("p", "ll-muted", ui.t(writing)),
    ];
    group("div", "ll-sees", vec![icon.draw(), group("div", "", words)])
}
