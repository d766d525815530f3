//! How two questions go together in one group, with its picture.

use std::rc::Rc;

use yew::prelude::*;

use super::answers::answers;
use super::own::Own;
use crate::core::report::chart::{Chart, Measured, MeasuredRow, Picture};
use crate::core::view::{RelationSide, RelationView};
use crate::i18n::Key;
use crate::ui::el::group;
use crate::ui::relation::relation_parts;
use crate::ui::report::chart::{picture, save_picture};

/// A card; where either side is too small, both questions by themselves.
pub fn relation(own: &Own, view: &RelationView) -> Html {
    let mut parts = relation_parts(&own.page.ui, view);
    parts.extend(drawn(own, view).map(|picture| save_picture(own.page, &Rc::new(picture), own.on)));
    if !view.instead.is_empty() {
        let instead = view.instead.iter().map(|it| answers(own, it)).collect();
        parts.push(group("div", "ll-results", instead));
    }
    group("article", "ll-card ll-result", parts)
}

/// The medians of both sides; `None` where they are not told.
fn drawn(own: &Own, view: &RelationView) -> Option<Picture> {
    let (high, low) = view.sides.as_ref()?;
    let ui = &own.page.ui;
    let side = |key: Key, side: &RelationSide| {
        let people = ui.count(Key::PeopleCountOne, Key::PeopleCountOther, side.people);
        MeasuredRow {
            label: [&*ui.with(key, &view.split), " (", &people, ")"].concat().into(),
            value: ui.with(Key::MedianOf, &ui.tenths(side.median)).as_str().into(),
            width: side.width,
        }
    };
    let title = ui.t(Key::RelationTitle);
    let rows = vec![side(Key::RelationHigh, high), side(Key::RelationLow, low)];
    let chart = Chart::Measured(Measured { about: title.as_str().into(), rows });
    let told = [ui.with(Key::RelationX, &view.x), ui.with(Key::RelationY, &view.y)];
    Some(Picture {
        source: own.source(),
        told: told.iter().map(|line| line.as_str().into()).collect(),
        notes: vec![view.caveat.clone()],
        ..picture(own.page, chart, &title)
    })
}
