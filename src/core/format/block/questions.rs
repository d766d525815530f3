//! Questions that everyone answers for themself.

use std::rc::Rc;

use super::super::known::Known;
use super::super::minutes::range;
use super::super::reader::Node;
use super::outline::Outline;
use super::statements::REVEALS;
use super::views::{ResultView, views};
use super::{Block, Reveal, min_answers};
use crate::core::format::{Localized, Scale};
use crate::core::ids::ItemId;

/// Questions that everyone answers for themself, and hands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// What they are for in the meeting.
    pub position: Position,
    /// When results are shown.
    pub reveal: Reveal,
    /// k may not be less for this step.
    pub min_answers: u32,
    /// What items are grouped by.
    pub dimensions: Vec<Dimension>,
    /// How results are shown; without one every item shows its distribution.
    pub views: Vec<ResultView>,
    /// The questions.
    pub items: Vec<Question>,
}

/// What questions are for in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// To find out something.
    Questionnaire,
    /// To begin with.
    CheckIn,
    /// To end with.
    CheckOut,
}

/// What items are grouped by.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Its identity.
    pub id: Rc<str>,
    /// Its label.
    pub label: Localized,
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its identity.
    pub id: ItemId,
    /// What it asks.
    pub text: Localized,
    /// One of the step's dimensions.
    pub dimension: Option<Rc<str>>,
    /// How it is answered.
    pub kind: QuestionKind,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionKind {
    /// By a point of a scale.
    Scale {
        /// The scale.
        scale: Scale,
        /// Whether agreeing points the other way than with its neighbours.
        reversed: bool,
    },
    /// By an option, or by several.
    Choice(Choices),
    /// By a whole number.
    Number {
        /// The lowest.
        min: i32,
        /// The highest.
        max: i32,
    },
    /// By one line of text.
    Text {
        /// The most characters.
        max_chars: usize,
    },
}

/// What is chosen from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// The options.
    pub options: Vec<ChoiceOption>,
    /// Whether more than one can be chosen.
    pub several: bool,
}

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// Its identity.
    pub id: Rc<str>,
    /// What it says.
    pub label: Localized,
    /// Whether it cannot be combined with others.
    pub exclusive: bool,
}

/// The most options of a question.
const OPTIONS_LIMIT: usize = 20;
/// The numbers that can be asked for go from minus this to this.
const NUMBER_LIMIT: i64 = 1_000_000;
/// The most characters of a text answer.
const CHARS_LIMIT: i64 = 1000;

pub(super) fn read(step: &Node, settings: &Node, known: &mut Known) -> Option<Block> {
    const POSITIONS: &[(&str, Position)] = &[
        ("questionnaire", Position::Questionnaire),
        ("check_in", Position::CheckIn),
        ("check_out", Position::CheckOut),
    ];
    let sound = settings.object(&["position", "reveal", "min_answers", "dimensions", "views"]);
    let outline = Outline::of(step, settings);
    let dimensions = if sound { dimensions(&settings.member("dimensions")) } else { Vec::new() };
    let items = step.member("items").list(1, 100);
    let items = items.iter().filter_map(|node| question(node, &outline.dimensions, known)).collect();
    if !sound {
        return None;
    }
    let position = settings.member("position").optional().and_then(|it| it.choice(POSITIONS));
    let reveal = settings.member("reveal").optional().and_then(|it| it.choice(REVEALS));
    Some(Block::Questions(Questions {
        position: position.unwrap_or(Position::Questionnaire),
        reveal: reveal.unwrap_or(Reveal::Facilitator),
        min_answers: min_answers(&settings.member("min_answers")),
        // Results of questions are a page that only the whole app has.
        views: if cfg!(feature = "whole") { views(&settings.member("views"), &outline, known) } else { Vec::new() },
        dimensions,
        items,
    }))
}

fn dimensions(node: &Node) -> Vec<Dimension> {
    let mut seen = Vec::new();
    let list = node.clone().optional().map(|it| it.list(0, 12)).unwrap_or_default();
    list.iter()
        .filter_map(|node| {
            if !node.object(&["id", "label"]) {
                return None;
            }
            let id = node.member("id").new_id(&mut seen);
            let label = node.member("label").text();
            Some(Dimension { id: id?, label })
        })
        .collect()
}

/// The kinds as they stand in a file.
#[derive(Clone, Copy)]
enum Kind {
    Scale,
    Choice,
    MultiChoice,
    Number,
    Text,
}

fn question(node: &Node, dimensions: &[Rc<str>], known: &mut Known) -> Option<Question> {
    const KINDS: &[(&str, Kind)] = &[
        ("scale", Kind::Scale),
        ("choice", Kind::Choice),
        ("multichoice", Kind::MultiChoice),
        ("number", Kind::Number),
        ("text", Kind::Text),
    ];
    if !node.is_object() {
        return None;
    }
    let kind = node.member("kind").choice(KINDS);
    // Which members there may be follows from the kind.
    if let Some(kind) = kind {
        node.object(match kind {
            Kind::Scale => &["id", "kind", "text", "dimension", "scale", "direction"],
            Kind::Choice | Kind::MultiChoice => &["id", "kind", "text", "dimension", "options"],
            Kind::Number => &["id", "kind", "text", "dimension", "min", "max"],
            Kind::Text => &["id", "kind", "text", "dimension", "max_chars"],
        });
    }
    let id = node.member("id").new_id(&mut known.items);
    let text = node.member("text").text();
    let dimension = node.member("dimension").optional().and_then(|it| it.reference(dimensions));
    let kind = match kind? {
        Kind::Scale => {
            let direction = node.member("direction").optional().and_then(|it| it.choice(&[("reversed", true)]));
            let scale = known.scale(&node.member("scale"));
            QuestionKind::Scale { scale: scale?, reversed: direction.unwrap_or(false) }
        }
        Kind::Choice => QuestionKind::Choice(choices(&node.member("options"), false)),
        Kind::MultiChoice => QuestionKind::Choice(choices(&node.member("options"), true)),
        Kind::Number => {
            let (min, max) = range(node, -NUMBER_LIMIT, NUMBER_LIMIT)?;
            QuestionKind::Number { min: i32::try_from(min).ok()?, max: i32::try_from(max).ok()? }
        }
        Kind::Text => {
            let chars = node.member("max_chars").number(1, CHARS_LIMIT)?;
            QuestionKind::Text { max_chars: usize::try_from(chars).ok()? }
        }
    };
    Some(Question { id: id?.as_ref().into(), text, dimension, kind })
}

fn choices(node: &Node, several: bool) -> Choices {
    let members: &[&str] = if several { &["id", "label", "exclusive"] } else { &["id", "label"] };
    let mut seen = Vec::new();
    let options = node
        .list(2, OPTIONS_LIMIT)
        .iter()
        .filter_map(|node| {
            if !node.object(members) {
                return None;
            }
            let id = node.member("id").new_id(&mut seen);
            let label = node.member("label").text();
            let exclusive = several && node.member("exclusive").flag();
            Some(ChoiceOption { id: id?, label, exclusive })
        })
        .collect();
    Choices { options, several }
}
