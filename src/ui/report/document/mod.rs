//! The outcome of a meeting as a document that reads like the beginning of a policy, and the ways to take it along.

mod answers;
mod made;
mod page;
mod questions;
mod tools;

use std::rc::Rc;

use crate::core::report::Meeting;
use crate::core::report::document::{Block, Document, Entry, Level, Marks};
use crate::core::room::{Date, Settings, Visibility};
use crate::core::view::{Answers, ClosingView, Text};
use crate::i18n::Key;
use crate::ui::context::Ui;

use super::text::Words;
use super::when::date_of;
use super::{Facts, ReportFacts};

pub use tools::{DocumentFile, DocumentTools, Made};

/// What a document says besides the outcome itself.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentFacts {
    /// The code of its language.
    pub language: Rc<str>,
    /// What the activity is called.
    pub activity: Rc<str>,
    /// The group; empty where there are none.
    pub group: Rc<str>,
    /// The title of the exercise.
    pub exercise: Rc<str>,
    /// What it is for.
    pub goal: Rc<str>,
    /// Today.
    pub today: Date,
    /// The day of the meeting, where it is known.
    pub held: Option<Date>,
    /// How many joined, and how many of them were there at the end.
    pub people: (u32, u32),
    /// The rules of the meeting.
    pub settings: Settings,
}

impl DocumentFacts {
    /// What is to be said of a meeting of the report.
    pub fn of(page: &ReportFacts, meeting: &Meeting) -> Self {
        let Facts { report, exercise, .. } = &*page.facts;
        let group = report.groups.iter().find(|group| group.id == meeting.group);
        Self {
            language: page.language.to_string().into(),
            activity: report.name.clone(),
            group: group.map(|group| group.name.clone()).unwrap_or_default(),
            exercise: page.facts.text(&exercise.title),
            goal: page.facts.text(&exercise.goal),
            today: report.today,
            held: date_of(meeting.moment(meeting.closed.unwrap_or(meeting.started))),
            people: (meeting.joined, meeting.present),
            settings: meeting.settings,
        }
    }
}

/// The document of an outcome.
pub fn document(ui: &Ui, words: &Words, facts: &DocumentFacts, view: &ClosingView) -> Document {
    let mut maker = Maker { ui, words, blocks: Vec::new() };
    maker.occasion(facts, view);
    maker.scope(view);
    maker.principles(view);
    maker.stand(view);
    maker.actions(view);
    maker.plan(view);
    maker.handover(view);
    maker.origin(facts, view);
    let held = facts.held.unwrap_or(facts.today);
    let mut subtitle: Vec<Rc<str>> = vec![facts.activity.clone(), facts.group.clone(), ui.catalogue.date(held)];
    subtitle.retain(|line| !line.is_empty());
    subtitle.dedup();
    Document {
        language: facts.language.clone(),
        title: rc(words.t("doc_title")),
        subtitle,
        day: facts.today,
        blocks: maker.blocks,
    }
}

/// A document in the making.
struct Maker<'a> {
    ui: &'a Ui,
    words: &'a Words,
    blocks: Vec<Block>,
}

/// A text of the interface as one of a document.
fn rc(text: impl AsRef<str>) -> Rc<str> {
    text.as_ref().into()
}

impl Maker<'_> {
    fn t(&self, name: &str) -> Rc<str> {
        rc(self.words.t(name))
    }

    fn with(&self, name: &str, value: &str) -> Rc<str> {
        rc(self.words.with(name, value))
    }

    fn key(&self, key: Key) -> Rc<str> {
        rc(self.ui.t(key))
    }

    fn counted(&self, name: &str, number: usize) -> Rc<str> {
        rc(self.words.counted(name, u32::try_from(number).unwrap_or(u32::MAX)))
    }

    fn heading(&mut self, level: Level, text: impl Into<Rc<str>>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    /// A paragraph, where it says something.
    fn say(&mut self, text: impl Into<Rc<str>>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    fn note(&mut self, text: impl Into<Rc<str>>) {
        self.blocks.push(Block::Note(text.into()));
    }

    fn bullets(&mut self, entries: Vec<Entry>) {
        self.blocks.push(Block::List(Marks::Bullets, entries));
    }

    fn quotes(&mut self, texts: &[Text]) {
        if !texts.is_empty() {
            self.blocks.push(Block::Quotes(texts.to_vec()));
        }
    }

    /// Why there is a document, and what the group met for.
    fn occasion(&mut self, facts: &DocumentFacts, view: &ClosingView) {
        self.note(self.t("doc_draft"));
        if !view.closed {
            self.note(self.with("doc_open", &self.ui.catalogue.date(facts.today)));
        }
        self.heading(Level::Chapter, self.t("doc_occasion"));
        let held = facts.held.unwrap_or(facts.today);
        let values =
            [("day", &*self.ui.catalogue.date(held)), ("exercise", &*facts.exercise), ("group", &*facts.group)];
        let name = if facts.group.is_empty() { "doc_occasion_alone" } else { "doc_occasion_group" };
        self.say(rc(self.words.fill(name, &values)));
        self.say(facts.goal.clone());
        if let Some(leads) = &view.leaves_with {
            self.note(leads.clone());
        }
    }

    /// What the principles are about.
    fn scope(&mut self, view: &ClosingView) {
        let scopes: Vec<(Text, Text)> = view
            .principles
            .iter()
            .filter(|list| !list.scope.trim().is_empty())
            .map(|list| (list.scope_label.clone(), list.scope.clone()))
            .collect();
        if scopes.is_empty() {
            return;
        }
        self.heading(Level::Chapter, self.t("doc_scope"));
        let several = scopes.len() > 1;
        for (label, scope) in scopes {
            if several {
                self.heading(Level::Section, label);
            }
            self.say(scope);
        }
    }

    /// When, who, by which rules.
    fn origin(&mut self, facts: &DocumentFacts, view: &ClosingView) {
        self.heading(Level::Chapter, self.t("doc_origin"));
        let held = facts.held.unwrap_or(facts.today);
        let mut told = vec![
            self.with("doc_fact_exercise", &facts.exercise),
            self.with("doc_fact_day", &self.ui.catalogue.date(held)),
        ];
        if !facts.group.is_empty() {
            told.push(self.with("doc_fact_group", &facts.group));
        }
        if let Some(meeting) = &view.meeting {
            let number = self.ui.number(Key::MeetingNumber, meeting.number);
            told.push([&*number, ": ", &*meeting.run].concat().into());
        }
        let (joined, present) = facts.people;
        if joined > 0 {
            // Who is there "at the end" is known at the end only.
            told.push(if joined == present || !view.closed {
                rc(self.words.counted("doc_fact_people", joined))
            } else {
                rc(self.words.fill("doc_fact_present", &[("k", &present.to_string()), ("n", &joined.to_string())]))
            });
        }
        self.bullets(told.into_iter().map(Entry::from).collect());
        let k = facts.settings.min_answers.to_string();
        let seen = match facts.settings.visibility {
            Visibility::Hidden => "doc_hidden",
            Visibility::Named => "doc_named",
        };
        self.say(self.with(seen, &k));
        if view.answers.iter().any(|(_, of)| matches!(of.answers, Some(Answers::Statements(_)))) {
            self.note(self.t("doc_measure"));
        }
    }
}
