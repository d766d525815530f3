//! Exercises: what a format file says, once it has been checked.

mod problem;
mod read;
mod reader;

use std::rc::Rc;

use super::ids::{ItemId, StepId};
use super::room::{Settings, Visibility};

pub use problem::{Fault, Problem};
pub use read::read;

/// A language of an exercise: its place among [`Exercise::languages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Language(pub(super) usize);

/// A text in every language of its exercise.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Localized(Vec<Rc<str>>);

impl Localized {
    /// The text in a language.
    pub fn get(&self, language: Language) -> Rc<str> {
        self.0.get(language.0).or_else(|| self.0.first()).cloned().unwrap_or_default()
    }
}

/// A checked exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// The format's identity.
    pub id: Rc<str>,
    /// Language codes; the first is the one to fall back to.
    pub languages: Vec<Rc<str>>,
    /// The title.
    pub title: Localized,
    /// What it is for.
    pub goal: Localized,
    /// When to choose it.
    pub when_to_use: Option<Localized>,
    /// What the group leaves with.
    pub leaves_with: Option<Localized>,
    /// What the gradebook shows; `{points}` stands for the points of the meeting.
    pub gradebook: Option<Localized>,
    /// How to go on from the outcome.
    pub handover: Option<Localized>,
    /// What an activity that uses it must keep to.
    pub requires: Requires,
    /// The parts of its series; a meeting runs one.
    pub parts: Vec<Part>,
    /// All steps.
    pub steps: Vec<Step>,
}

/// What a format asks of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requires {
    /// Answers must be hidden.
    pub hidden: bool,
    /// k may not be less.
    pub min_answers: u32,
}

/// A part of a series: the steps of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its identity.
    pub id: Rc<str>,
    /// Its title.
    pub title: Localized,
    /// How long it takes.
    pub minutes: Minutes,
    /// Its steps, in order.
    pub steps: Vec<StepId>,
}

/// Shortest and longest time, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Minutes {
    /// The shortest.
    pub min: u32,
    /// The longest.
    pub max: u32,
}

/// A timed part of an exercise, with one kind of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its identity.
    pub id: StepId,
    /// Its number, where it has one.
    pub number: Option<u8>,
    /// Its title.
    pub title: Localized,
    /// How long it takes.
    pub minutes: Minutes,
    /// What to do.
    pub instruction: Localized,
    /// Thinking questions.
    pub prompts: Vec<Localized>,
    /// A hint for the one who leads.
    pub hint: Option<Localized>,
    /// Whether the group may leave it out; then it gives no points.
    pub optional: bool,
    /// The work.
    pub block: Block,
}

/// A kind of work.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Voting on statements.
    Statements(Statements),
    /// Notes in columns.
    Notes(Notes),
    /// Follow-up actions.
    Actions(Actions),
    /// Scope and principles.
    Principles(Principles),
}

/// Voting on statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Statements {
    /// What is chosen from.
    pub scale: Scale,
    /// How many rounds there can be.
    pub rounds: u8,
    /// Whether a reason may be given.
    pub reasons: bool,
    /// In which order results stand.
    pub order: ResultOrder,
    /// k may not be less for this step.
    pub min_answers: u32,
    /// The statements.
    pub items: Vec<Statement>,
}

/// In which order results stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultOrder {
    /// As the exercise has them.
    AsListed,
    /// Divided first.
    MostDividedFirst,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its identity.
    pub id: ItemId,
    /// What it says.
    pub text: Localized,
    /// A hint for the one who leads.
    pub hint: Option<Localized>,
}

/// An ordered scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Its points, from the lowest; values are consecutive.
    pub points: Vec<Point>,
    /// The label of the opt-out, where there is one.
    pub opt_out: Option<Localized>,
}

/// A point of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its value.
    pub value: i32,
    /// What it says.
    pub label: Localized,
}

/// Notes in columns that everyone sees straight away.
#[derive(Clone, Debug, PartialEq)]
pub struct Notes {
    /// The columns.
    pub columns: Vec<Column>,
    /// An earlier step whose results stand beside the notes.
    pub show_results_of: Option<StepId>,
}

/// A column of notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its identity.
    pub id: Rc<str>,
    /// Its label.
    pub label: Localized,
}

/// Follow-up actions.
#[derive(Clone, Debug, PartialEq)]
pub struct Actions {
    /// Steps of the same list share their actions.
    pub list: Rc<str>,
    /// Whether an action must name who.
    pub who_required: bool,
    /// Whether an action must say when.
    pub when_required: bool,
    /// An earlier step whose statements an action can come from.
    pub source_items_from: Option<StepId>,
}

/// Scope and principles.
#[derive(Clone, Debug, PartialEq)]
pub struct Principles {
    /// Steps of the same list share their principles.
    pub list: Rc<str>,
    /// The label of the scope.
    pub scope_label: Localized,
    /// The label of a principle.
    pub principle_label: Localized,
}

impl Exercise {
    /// The language for a user: theirs, or the one of the same name without its region, or the first.
    pub fn language(&self, code: &str) -> Language {
        let base = code.split(['-', '_']).next().unwrap_or(code);
        let find = |wanted: &str| self.languages.iter().position(|language| **language == *wanted);
        Language(find(code).or_else(|| find(base)).unwrap_or(0))
    }

    /// An activity's rules, as far as the format lets it choose: answers hidden where it asks for that, and
    /// k never less than the format or a step asks for, nor than 3.
    pub fn tightened(&self, chosen: Settings) -> Settings {
        let steps = self.steps.iter().map(|step| match &step.block {
            Block::Statements(block) => block.min_answers,
            _ => 3,
        });
        Settings {
            visibility: if self.requires.hidden { Visibility::Hidden } else { chosen.visibility },
            min_answers: steps.fold(chosen.min_answers.max(self.requires.min_answers).max(3), u32::max),
            ..chosen
        }
    }

    /// A step by its identity.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// A part by its identity.
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| &*part.id == id)
    }

    /// The steps of a part, in order.
    pub fn steps_of<'a>(&'a self, part: &'a Part) -> impl DoubleEndedIterator<Item = &'a Step> {
        part.steps.iter().filter_map(|id| self.step(id))
    }

    /// The step with statements that holds an item.
    pub fn step_of_item(&self, item: &ItemId) -> Option<(&Step, &Statements)> {
        self.steps.iter().find_map(|step| match &step.block {
            Block::Statements(block) if block.items.iter().any(|it| it.id == *item) => Some((step, block)),
            _ => None,
        })
    }
}

impl Step {
    /// The items that are answered in it, in order.
    pub fn items(&self) -> impl Iterator<Item = &ItemId> {
        let items = match &self.block {
            Block::Statements(block) => block.items.as_slice(),
            _ => &[],
        };
        items.iter().map(|item| &item.id)
    }

    /// Whether taking part in it gives points.
    pub fn gives_points(&self) -> bool {
        !self.optional
    }
}
