//! Rounds of answering, what a reveal shows of them, and one's own answers.

use std::rc::Rc;

use crate::core::consensus::{Class, Direction};
use crate::core::ids::{ItemId, PersonId, StepId};

/// How far a round of answering is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Answers are taken and may be corrected.
    Open,
    /// No answers are taken; nothing is shown yet.
    Closed,
    /// The results stand, for good.
    Revealed,
}

/// One round of answers to some items of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The step.
    pub step: StepId,
    /// 1 for the first.
    pub number: u8,
    /// How far it is.
    pub phase: Phase,
    /// What is asked, in the order of the exercise.
    pub items: Vec<ItemId>,
    /// How many answered every item.
    pub answered: u32,
    /// How many are, or at the reveal were, present.
    pub present: u32,
    /// One an item after the reveal, empty before.
    pub results: Vec<ItemResult>,
    /// How two questions go together, one a relation view after the reveal.
    pub relations: Vec<Relation>,
}

/// How two questions go together in the group: two medians, or none where a side has too few people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The question whose answers make the sides.
    pub x: ItemId,
    /// The question whose median is told.
    pub y: ItemId,
    /// Those who chose much at `x`, and the others.
    pub sides: Option<(Side, Side)>,
}

/// One side of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// How many people.
    pub people: u32,
    /// Twice the median of `y`, so that it is whole.
    pub median_x2: i32,
}

/// What became of one item in one round: a snapshot taken at the reveal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemResult {
    /// The item.
    pub item: ItemId,
    /// How many answered it, opt-outs included.
    pub answered: u32,
    /// Reasons without their authors, in an order that tells nothing; empty with fewer than k. Of a confirmation
    /// the comments, however few.
    pub reasons: Vec<Rc<str>>,
    /// The result, or `None` where fewer than k gave a counted answer.
    pub tally: Option<RevealedTally>,
}

/// The counts of one item that k or more people answered, and what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevealedTally {
    /// Answers per scale point, from the lowest.
    pub counts: Vec<u32>,
    /// How many answered without choosing a point.
    pub opt_outs: u32,
    /// Agreement C in percent; `None` without counted answers.
    pub agreement: Option<u8>,
    /// Consensus, lean or divided.
    pub class: Class,
    /// Which way the group leans.
    pub direction: Direction,
    /// Whether one changed vote would change the class.
    pub one_vote_decides: bool,
    /// How the group moved since the round before, where that may be shown.
    pub shift: Option<Shift>,
    /// Who answered what, in named activities only.
    pub voices: Vec<Voice>,
    /// Numbers and how many gave each, from the lowest; only of questions for a number.
    pub values: Vec<(i32, u32)>,
    /// Texts without their authors, in an order that tells nothing; only of questions for a text.
    pub texts: Vec<Rc<str>>,
}

/// How those who answered in two rounds moved, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The sum of all moves, in scale points; positive is toward agreeing.
    pub net: i32,
    /// How many answered in both rounds.
    pub both: u32,
}

/// One person's answer in a named activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub person: PersonId,
    /// What they chose.
    pub choice: Choice,
}

/// What somebody chooses on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// A point of the scale, by its value.
    Point(i32),
    /// "I don't know or would rather not say": an answer, never counted in a tally.
    OptOut,
}

/// One's own answer to one item in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The item.
    pub item: ItemId,
    /// The round.
    pub round: u8,
    /// What was answered.
    pub given: Given,
    /// One line of reason, may be empty.
    pub reason: Rc<str>,
    /// Counts up with every correction, so that a late delivery changes nothing.
    pub seq: u32,
}

/// What somebody answers; what its kind does not use is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// A point, a number or a count of dots; the opt-out also stands for no number.
    pub choice: Choice,
    /// Options, by their ids.
    pub options: Vec<Rc<str>>,
    /// One line.
    pub text: Rc<str>,
}

impl Given {
    /// The value that was chosen, if any.
    pub fn value(&self) -> Option<i32> {
        match self.choice {
            Choice::Point(value) => Some(value),
            Choice::OptOut => None,
        }
    }
}

impl From<Choice> for Given {
    fn from(choice: Choice) -> Self {
        Self { choice, options: Vec::new(), text: "".into() }
    }
}
