//! What a file has named so far, and what may be referred to.

use std::rc::Rc;

use super::Scale;
use super::reader::{CHECKS, Node};
use crate::core::ids::StepId;

/// What a file has named so far.
#[derive(Default)]
pub(super) struct Known {
    /// The scales, by their ids; those whose values are not sound are named all the same.
    pub scales: Vec<(Rc<str>, Option<Scale>)>,
    /// The ids of steps.
    pub steps: Vec<Rc<str>>,
    /// The ids of items.
    pub items: Vec<Rc<str>>,
    /// The steps that came before, with their kind of work.
    pub earlier: Vec<(Rc<str>, &'static str)>,
    /// The lists of actions.
    pub action_lists: Vec<Rc<str>>,
}

impl Known {
    /// The scale that a node names.
    pub fn scale(&self, node: &Node) -> Option<Scale> {
        let name = node.reference(&self.scale_names())?;
        self.sound_scale(&name).cloned()
    }

    /// What may be named as a scale; nobody asks where nothing is checked.
    fn scale_names(&self) -> Vec<Rc<str>> {
        if CHECKS { self.scales.iter().map(|(name, _)| name.clone()).collect() } else { Vec::new() }
    }

    /// The scale of this id, if its values are sound.
    pub fn sound_scale(&self, name: &str) -> Option<&Scale> {
        self.scales.iter().find(|(it, _)| **it == *name).and_then(|(_, scale)| scale.as_ref())
    }

    /// The earlier step with one of these kinds of work that a node names, where there is one.
    pub fn earlier_step(&self, node: &Node, kinds: &[&str]) -> Option<StepId> {
        let node = node.clone().optional()?;
        Some(StepId::from(&*node.reference(&self.earlier_with(|kind| kinds.contains(&kind)))?))
    }

    /// The steps that came before, of the kinds of work that are wanted; nobody asks where nothing is checked.
    pub fn earlier_with(&self, wanted: impl Fn(&str) -> bool) -> Vec<Rc<str>> {
        let steps = self.earlier.iter().filter(|(_, kind)| CHECKS && wanted(kind));
        steps.map(|(id, _)| id.clone()).collect()
    }
}
