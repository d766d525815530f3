//! How results of questions are shown.

use std::rc::Rc;

use super::super::known::Known;
use super::super::reader::{CHECKS, Node};
use super::min_answers;
use super::outline::Outline;
use crate::core::format::{Fault, Localized};
use crate::core::ids::ItemId;

/// How results of questions are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ResultView {
    /// How answers spread, item by item.
    Distribution(Vec<ItemId>),
    /// The mean of each dimension's scale items, reversed ones turned.
    Profile(Vec<Rc<str>>),
    /// How two items go together, in the group as a whole.
    Relation(Relation),
}

/// How two items go together: the median of `y` for those who chose at least `split` at `x`, and for the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// A scale item.
    pub x: ItemId,
    /// A number or scale item.
    pub y: ItemId,
    /// The lowest value of the upper side.
    pub split: i32,
    /// The fewest people of a side.
    pub min_per_side: u32,
    /// What it does not mean.
    pub caveat: Localized,
}

/// The most views of a step.
const VIEWS_LIMIT: usize = 12;

#[derive(Clone, Copy)]
enum Kind {
    Distribution,
    Profile,
    Relation,
}

pub(super) fn views(node: &Node, outline: &Outline, known: &Known) -> Vec<ResultView> {
    const KINDS: &[(&str, Kind)] =
        &[("distribution", Kind::Distribution), ("profile", Kind::Profile), ("relation", Kind::Relation)];
    let list = node.clone().optional().map(|it| it.list(0, VIEWS_LIMIT)).unwrap_or_default();
    list.iter()
        .filter_map(|view| {
            if !view.is_object() {
                return None;
            }
            match view.member("kind").choice(KINDS)? {
                Kind::Distribution => {
                    view.object(&["kind", "items"]);
                    let chosen = references(&view.member("items"), &outline.items(), 100);
                    Some(ResultView::Distribution(chosen.iter().map(|id| ItemId::from(&**id)).collect()))
                }
                Kind::Profile => {
                    view.object(&["kind", "dimensions"]);
                    let chosen = references(&view.member("dimensions"), &outline.measured(), 12);
                    if CHECKS && !outline.of_one_length(&chosen, known) {
                        view.fault(Fault::MixedScales);
                    }
                    Some(ResultView::Profile(chosen))
                }
                Kind::Relation => relation(view, outline, known).map(ResultView::Relation),
            }
        })
        .collect()
}

fn relation(view: &Node, outline: &Outline, known: &Known) -> Option<Relation> {
    const MEMBERS: &[&str] =
        &["kind", "x", "y", "level", "split_x_at", "statistic", "min_per_side", "fallback", "caveat"];
    view.object(MEMBERS);
    let x = view.member("x").reference(&outline.items_of(&["scale"]));
    let other = view.member("y");
    let y = other.reference(&outline.items_of(&["scale", "number"]));
    if y.is_some() && y == view.member("x").text_here() {
        other.fault(Fault::DuplicateId);
    }
    view.member("level").choice(&[("group", ())]);
    view.member("statistic").choice(&[("median", ())]);
    view.member("fallback").choice(&[("distribution", ())]);
    // At the lowest point everybody would be on one side.
    let points = view.member("x").text_here().and_then(|x| outline.scale(&x, known)).map(|scale| &scale.points);
    let (lowest, highest) = points
        .and_then(|points| Some((points.get(1)?.value.into(), points.last()?.value.into())))
        .unwrap_or((i64::MIN, i64::MAX));
    let split = view.member("split_x_at").number(lowest, highest).and_then(|it| i32::try_from(it).ok());
    let min_per_side = min_answers(&view.member("min_per_side"));
    let caveat = view.member("caveat").text();
    Some(Relation { x: x?.as_ref().into(), y: y?.as_ref().into(), split: split?, min_per_side, caveat })
}

/// The identities of a list that must be among `known`, none twice.
fn references(node: &Node, known: &[Rc<str>], max: usize) -> Vec<Rc<str>> {
    let mut seen: Vec<Rc<str>> = Vec::new();
    for entry in node.list(1, max) {
        entry.new_reference(known, &mut seen);
    }
    seen
}
