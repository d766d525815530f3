//! The answers to one statement.

use yew::prelude::*;

use super::choices::{Asked, points};
use super::context::Ui;
use crate::core::drawing::point_side;
use crate::core::intent::Intent;
use crate::core::view::{Points, StatementItem, StatementsView};

/// Native radio buttons, drawn large; the opt-out belongs to them and stands apart.
pub fn scale(ui: &Ui, view: &StatementsView, item: &StatementItem) -> Html {
    let of = Points { points: view.scale.clone(), numbers: false, opt_out: view.opt_out.clone(), choice: item.choice };
    let id = item.item.clone();
    let on = ui.on.reform(move |choice| Intent::Answer { item: id.clone(), choice });
    points(&Asked { name: &["ll-answer-", item.item.as_str()].concat(), enabled: view.can_answer, on }, &of)
}

/// Which side of the scale a point is on, and how far out: the last part of class names.
pub fn side(at: usize, points: usize) -> &'static str {
    point_side(at, points).name()
}
