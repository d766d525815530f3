//! Results as they are written.

use std::rc::Rc;

use serde::Serialize;

use super::answer::value_of;
use super::names::Named;
use crate::core::room as core;

/// What was answered to one item, as it was when it was revealed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemResult {
    /// The item.
    pub item: String,
    /// Fewer than k gave a counted answer: nothing else is told but `answered`.
    pub suppressed: bool,
    /// How many answered it, opt-outs included.
    pub answered: u32,
    /// How often each point or option was chosen, in its order.
    pub counts: Vec<u32>,
    /// How many chose the opt-out.
    pub opt_outs: u32,
    /// Agreement in percent, where there is anything to agree on.
    pub agreement: Option<u8>,
    /// `consensus`, `lean`, `divided` or `empty`.
    pub class: String,
    /// `agree`, `disagree`, `middle` or `none`.
    pub direction: String,
    /// Whether the class would be another if one voter had chosen another point.
    pub one_vote_decides: bool,
    /// Reasons, sorted by their bytes, from k on.
    pub reasons: Vec<Rc<str>>,
    /// What changed since the round before, where that can be told.
    pub shift: Option<Shift>,
    /// Who gave which value, in named activities alone.
    pub voices: Vec<Voice>,
    /// Numbers and how many gave each, from the lowest.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<(i32, u32)>,
    /// Texts, sorted by their bytes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<Rc<str>>,
}

/// What changed between two rounds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shift {
    /// The sum of all changes, in points of the scale.
    pub net: i32,
    /// How many gave a counted answer in both.
    pub both: u32,
}

/// What one person answered, in a named activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voice {
    /// The person.
    pub person: String,
    /// The point; null for the opt-out.
    pub value: Option<i32>,
}

/// How two questions hang together, at the level of the group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relation {
    /// The question that parts the people.
    pub x: String,
    /// The question that is compared.
    pub y: String,
    /// Those at or above the point of the split; null where a side is too small.
    pub high: Option<Side>,
    /// The others; null where a side is too small.
    pub low: Option<Side>,
}

/// One side of a relation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// How many people.
    pub people: u32,
    /// Twice the median of y among them, so that it is whole.
    pub median_x2: i32,
}

impl From<&core::ItemResult> for ItemResult {
    fn from(result: &core::ItemResult) -> Self {
        let tally = result.tally.as_ref();
        Self {
            item: result.item.to_string(),
            suppressed: tally.is_none(),
            answered: result.answered,
            counts: tally.map(|it| it.counts.clone()).unwrap_or_default(),
            opt_outs: tally.map_or(0, |it| it.opt_outs),
            agreement: tally.and_then(|it| it.agreement),
            class: tally.map_or("empty", |it| it.class.name()).to_owned(),
            direction: tally.map_or("none", |it| it.direction.name()).to_owned(),
            one_vote_decides: tally.is_some_and(|it| it.one_vote_decides),
            reasons: result.reasons.clone(),
            shift: tally.and_then(|it| it.shift).map(|it| Shift { net: it.net, both: it.both }),
            voices: tally
                .map(|it| {
                    let voice =
                        |voice: &core::Voice| Voice { person: voice.person.to_string(), value: value_of(voice.choice) };
                    it.voices.iter().map(voice).collect()
                })
                .unwrap_or_default(),
            values: tally.map(|it| it.values.clone()).unwrap_or_default(),
            texts: tally.map(|it| it.texts.clone()).unwrap_or_default(),
        }
    }
}

impl From<&core::Relation> for Relation {
    fn from(it: &core::Relation) -> Self {
        let side = |side: core::Side| Side { people: side.people, median_x2: side.median_x2 };
        let (high, low) = it.sides.map(|(high, low)| (side(high), side(low))).unzip();
        Self { x: it.x.to_string(), y: it.y.to_string(), high, low }
    }
}
