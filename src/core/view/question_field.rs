//! How a question is answered, and what the user has answered so far.

use std::rc::Rc;

use super::Text;
use super::frame::Frame;
use super::statements::{ScalePoint, scale};
use crate::core::format::{Choices, QuestionKind, Scale};
use crate::core::room::{Choice, Given};

/// How a question is answered, with the user's answer in it.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionField {
    /// By a point of a scale.
    Points(Points),
    /// By an option, or by several.
    Options(Options),
    /// By a whole number.
    Number {
        /// The lowest.
        min: i32,
        /// The highest.
        max: i32,
        /// What the user gave.
        value: Option<i32>,
    },
    /// By one line of text.
    Line {
        /// The most characters.
        limit: usize,
        /// What the user wrote; may be empty.
        text: Text,
    },
}

/// A scale to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    /// Its points, from the lowest.
    pub points: Vec<ScalePoint>,
    /// Whether they are numbers, of which only some are explained.
    pub numbers: bool,
    /// The label of the opt-out, where there is one.
    pub opt_out: Option<Text>,
    /// What the user chose.
    pub choice: Option<Choice>,
}

/// Options to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The options.
    pub options: Vec<OptionEntry>,
    /// Whether more than one can be chosen.
    pub several: bool,
}

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionEntry {
    /// Its identity.
    pub id: Rc<str>,
    /// What it says.
    pub label: Text,
    /// Whether it cannot be combined with others.
    pub exclusive: bool,
    /// Whether the user chose it.
    pub chosen: bool,
}

impl Points {
    /// The points that words explain, where the others are bare numbers.
    pub fn anchors(&self) -> impl Iterator<Item = &ScalePoint> {
        self.points.iter().filter(|point| self.numbers && *point.label != *point.value.to_string())
    }
}

impl Options {
    /// Whether the user chose anything.
    pub fn any(&self) -> bool {
        self.options.iter().any(|option| option.chosen)
    }

    /// The identities that are chosen after a click on one: it alone where only one can be chosen or where it
    /// cannot be combined, else it comes or goes, and what cannot be combined goes.
    pub fn toggled(&self, id: &str) -> Vec<Rc<str>> {
        let Some(clicked) = self.options.iter().find(|option| *option.id == *id) else {
            return self.options.iter().filter(|option| option.chosen).map(|option| option.id.clone()).collect();
        };
        let alone = !self.several || clicked.exclusive;
        let stays = |option: &&OptionEntry| {
            if option.id == clicked.id {
                !self.several || !option.chosen
            } else {
                option.chosen && !alone && !option.exclusive
            }
        };
        self.options.iter().filter(stays).map(|option| option.id.clone()).collect()
    }
}

impl QuestionField {
    /// Whether the user has answered.
    pub fn answered(&self) -> bool {
        match self {
            Self::Points(points) => points.choice.is_some(),
            Self::Options(options) => options.any(),
            Self::Number { value, .. } => value.is_some(),
            Self::Line { text, .. } => !text.is_empty(),
        }
    }
}

pub(super) fn field(frame: &Frame, kind: &QuestionKind, given: Option<&Given>) -> QuestionField {
    match kind {
        QuestionKind::Scale { scale, .. } => {
            QuestionField::Points(points(frame, scale, given.map(|given| given.choice)))
        }
        QuestionKind::Choice(choices) => QuestionField::Options(options(frame, choices, given)),
        QuestionKind::Number { min, max } => {
            QuestionField::Number { min: *min, max: *max, value: given.and_then(Given::value) }
        }
        QuestionKind::Text { max_chars } => {
            QuestionField::Line { limit: *max_chars, text: given.map(|given| given.text.clone()).unwrap_or_default() }
        }
    }
}

pub(super) fn points(frame: &Frame, of: &Scale, choice: Option<Choice>) -> Points {
    Points { points: scale(frame, of), numbers: of.numbers, opt_out: frame.optional_text(of.opt_out.as_ref()), choice }
}

fn options(frame: &Frame, choices: &Choices, given: Option<&Given>) -> Options {
    let entry = |option: &crate::core::format::ChoiceOption| OptionEntry {
        id: option.id.clone(),
        label: frame.text(&option.label),
        exclusive: option.exclusive,
        chosen: given.is_some_and(|given| given.options.contains(&option.id)),
    };
    Options { options: choices.options.iter().map(entry).collect(), several: choices.several }
}

#[cfg(test)]
mod tests {
    use super::{OptionEntry, Options};

    fn options(several: bool, chosen: &str) -> Options {
        let entry = |id: &str| OptionEntry {
            id: id.into(),
            label: id.into(),
            exclusive: id == "x",
            chosen: chosen.contains(id),
        };
        Options { options: ["a", "b", "x"].map(entry).into(), several }
    }

    fn after(several: bool, chosen: &str, click: &str) -> String {
        options(several, chosen).toggled(click).concat()
    }

    #[test]
    fn several_come_and_go() {
        assert_eq!(after(true, "", "b"), "b");
        assert_eq!(after(true, "b", "a"), "ab", "in the exercise's order");
        assert_eq!(after(true, "ab", "a"), "b");
        assert_eq!(after(true, "b", "b"), "");
    }

    #[test]
    fn what_cannot_be_combined_stands_alone() {
        assert_eq!(after(true, "ab", "x"), "x");
        assert_eq!(after(true, "x", "a"), "a");
        assert_eq!(after(true, "x", "x"), "");
    }

    #[test]
    fn one_takes_the_place_of_another() {
        assert_eq!(after(false, "a", "b"), "b");
        assert_eq!(after(false, "a", "a"), "a");
        assert_eq!(after(false, "a", "unknown"), "a");
    }
}
