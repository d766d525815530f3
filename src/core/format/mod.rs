//! Exercises: what a format file says, once it has been checked.

mod at;
mod block;
mod handover;
mod known;
mod minutes;
mod problem;
mod read;
mod reader;
mod scale;
mod series;
mod step;

use std::rc::Rc;

use super::ids::{ItemId, StepId};
use super::room::{Kind, Settings, Visibility};

pub use block::{
    Actions, Block, ChoiceOption, Choices, Column, Confirm, Dimension, GoalFields, Info, InfoItem, NoteVisibility,
    Notes, Period, Plan, PlanReview, Position, Principles, Question, QuestionKind, Questions, Relation, ResultOrder,
    ResultView, Reveal, Statement, Statements, SupportVote,
};
pub use handover::{Gathers, Handover, HandoverSection};
pub use minutes::Minutes;
pub use problem::{Fault, Problem};
pub use read::{SIZE_LIMIT, read, read_text, series_of};
pub use reader::is_language;
pub use scale::{Point, Scale};
pub use series::{Part, Run, Series};
pub use step::Step;

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

    /// A text that is the same in every language.
    fn everywhere(text: &str) -> Self {
        Self(vec![text.into()])
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
    /// What the group takes along to what comes after.
    pub handover: Option<Handover>,
    /// What an activity that uses it must keep to.
    pub requires: Requires,
    /// How long it takes.
    pub minutes: Minutes,
    /// How much of that the group spends together, where that is not all.
    pub minutes_together: Option<Minutes>,
    /// For how many people it is.
    pub group_size: Option<GroupSize>,
    /// How it is spread over meetings.
    pub series: Series,
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

/// For how many people an exercise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupSize {
    /// The fewest.
    pub min: u32,
    /// The most.
    pub max: u32,
    /// As many as there mostly are.
    pub typical: Option<u32>,
}

impl Exercise {
    /// The code of a language.
    pub fn code(&self, language: Language) -> Rc<str> {
        self.languages.get(language.0).cloned().unwrap_or_default()
    }

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
            Block::Questions(block) => block.min_answers,
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

    /// What its meetings can go through, in order.
    pub fn runs(&self) -> Vec<Run<'_>> {
        self.series.runs()
    }

    /// What a meeting goes through, by the identity of its first part.
    pub fn run(&self, id: &str) -> Option<Run<'_>> {
        self.runs().into_iter().find(|run| **run.id() == *id)
    }

    /// The steps of a run, in order.
    pub fn steps_of<'a>(&'a self, run: Run<'a>) -> impl DoubleEndedIterator<Item = &'a Step> {
        run.steps().into_iter().filter_map(|id| self.step(id))
    }

    /// The step that asks an item: one of its statements or questions, or `<step>:…` where what is asked comes
    /// from the meeting (a section, a note, a principle).
    pub fn step_of_item(&self, item: &ItemId) -> Option<&Step> {
        match item.as_str().split_once(':') {
            Some((step, _)) => self.step(&StepId::from(step)),
            None => self.steps.iter().find(|step| step.items().contains(&item)),
        }
    }

    /// The steps whose notes, actions or principles a step shows: its own first, the others in their order. What a
    /// step imports from may itself import, and then its notes are shown along.
    pub fn shown_in<'a>(&'a self, at: &'a Step) -> Vec<&'a Step> {
        if matches!(at.block, Block::Notes(_)) {
            return std::iter::once(at).chain(self.imported_in(at)).collect();
        }
        let also = |step: &&Step| match (&at.block, &step.block) {
            (Block::Actions(at), Block::Actions(it)) => at.list == it.list,
            (Block::Principles(at), Block::Principles(it)) => at.list == it.list,
            _ => false,
        };
        let others = self.steps.iter().filter(|step| step.id != at.id).filter(also);
        std::iter::once(at).chain(others).collect()
    }

    /// The step in whose order contributions of a kind stand: their own, but principles of a list have one order,
    /// whichever of its steps they were made in.
    pub fn order_of<'a>(&'a self, step: &'a StepId, kind: Kind) -> &'a StepId {
        let list = |step: &'a Step| match &step.block {
            Block::Principles(block) if kind == Kind::Principle => Some(&block.list),
            _ => None,
        };
        let of = self.step(step).and_then(list);
        let first = of.and_then(|_| self.steps.iter().find(|step| list(step) == of));
        first.map_or(step, |first| &first.id)
    }

    /// The steps that a step imports from, directly or by way of another. Each names an earlier one, so once
    /// backwards through the exercise finds them all.
    fn imported_in<'a>(&'a self, at: &'a Step) -> Vec<&'a Step> {
        let mut from = import_of(at);
        let mut imported = Vec::new();
        for step in self.steps.iter().rev().filter(|step| step.id != at.id) {
            if from == Some(&step.id) {
                imported.push(step);
                from = import_of(step);
            }
        }
        imported.reverse();
        imported
    }
}

fn import_of(step: &Step) -> Option<&StepId> {
    match &step.block {
        Block::Notes(block) => block.import_from.as_ref(),
        _ => None,
    }
}
