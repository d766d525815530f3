//! What the questions of a step name, as the file says it: what refers to them is judged by that, whatever
//! else is wrong with them.

use std::rc::Rc;

use super::super::known::Known;
use super::super::reader::{CHECKS, Node};
use crate::core::format::Scale;

/// What the questions of a step name.
pub(super) struct Outline {
    /// The ids of the dimensions.
    pub dimensions: Vec<Rc<str>>,
    items: Vec<Item>,
}

struct Item {
    id: Rc<str>,
    kind: Option<Rc<str>>,
    dimension: Option<Rc<str>>,
    scale: Option<Rc<str>>,
}

impl Outline {
    /// Nobody asks for it where nothing is checked.
    pub fn of(step: &Node, settings: &Node) -> Self {
        if !CHECKS {
            return Self { dimensions: Vec::new(), items: Vec::new() };
        }
        let dimensions = settings.member("dimensions").entries();
        let mut items: Vec<Item> = Vec::new();
        for node in step.member("items").entries() {
            let read = |name: &str| node.member(name).text_here();
            if let Some(id) = read("id").filter(|id| items.iter().all(|it| it.id != *id)) {
                items.push(Item { id, kind: read("kind"), dimension: read("dimension"), scale: read("scale") });
            }
        }
        Self { dimensions: dimensions.iter().filter_map(|node| node.member("id").text_here()).collect(), items }
    }

    /// The ids of the items.
    pub fn items(&self) -> Vec<Rc<str>> {
        self.items.iter().map(|it| it.id.clone()).collect()
    }

    /// The ids of the items of some kinds.
    pub fn items_of(&self, kinds: &[&str]) -> Vec<Rc<str>> {
        self.items.iter().filter(|it| it.is_any_of(kinds)).map(|it| it.id.clone()).collect()
    }

    /// The dimensions with an item that has a scale.
    pub fn measured(&self) -> Vec<Rc<str>> {
        let measures = |dimension: &Rc<str>| {
            self.items.iter().any(|it| it.is_any_of(&["scale"]) && it.dimension.as_ref() == Some(dimension))
        };
        self.dimensions.iter().filter(|it| measures(it)).cloned().collect()
    }

    /// The scale of an item, where its values are sound.
    pub fn scale<'a>(&self, item: &str, known: &'a Known) -> Option<&'a Scale> {
        let item = self.items.iter().find(|it| *it.id == *item && it.is_any_of(&["scale"]))?;
        known.sound_scale(item.scale.as_ref()?)
    }

    /// Whether the scales of these dimensions' items have the same number of points, as far as they are sound.
    pub fn of_one_length(&self, dimensions: &[Rc<str>], known: &Known) -> bool {
        let of = |it: &&Item| it.dimension.as_ref().is_some_and(|it| dimensions.contains(it));
        let mut lengths =
            self.items.iter().filter(of).filter_map(|it| self.scale(&it.id, known)).map(|scale| scale.points.len());
        let first = lengths.next();
        lengths.all(|length| Some(length) == first)
    }
}

impl Item {
    fn is_any_of(&self, kinds: &[&str]) -> bool {
        self.kind.as_ref().is_some_and(|kind| kinds.contains(&&**kind))
    }
}
