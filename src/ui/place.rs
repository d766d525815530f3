//! The names of places.

use yew::prelude::*;

use super::context::Ui;
use crate::core::room::Place;
use crate::core::view::Text;
use crate::i18n::Key;

/// What a place is called.
pub fn name(ui: &Ui, place: &Place, title: Option<&Text>) -> AttrValue {
    match (place, title) {
        (_, Some(title)) => title.clone().into(),
        (Place::Start, None) => ui.t(Key::PlaceStart),
        (Place::Closing, None) => ui.t(Key::PlaceClosing),
        (Place::Step(step), None) => step.as_str().to_owned().into(),
    }
}
