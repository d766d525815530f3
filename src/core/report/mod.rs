//! The meetings of an activity beside one another: what came of them, for whoever reads reports.
//!
//! A group under k is in no total: a total is the sum of what is shown of each group. So nothing can be computed back
//! from what is shown, whatever is taken from what.

pub mod actions;
mod address;
mod asked;
pub mod chart;
pub mod document;
pub mod files;
mod found;
mod heat;
mod map;
pub mod outcome;
mod over_time;
mod pages;
pub mod participation;
mod questions;
mod room;
mod rounds;
mod statements;
mod trouble;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::format::{Exercise, Language, Localized};
use super::ids::{ContributionId, PersonId, StepId};
use super::room::{Contribution, Date, Place, Round, Settings, Visibility};

pub use address::{Address, Selection, Turn, View, Which};
pub use asked::{Cell, Outcome, Total, position, total};
pub use found::Found;
pub use heat::{Heat, HeatCell, HeatRow, HeatTitle, Sort, heat};
pub use map::{MapPoint, map};
pub use over_time::{At, Lines, Series, statement_lines};
pub use pages::{Page, pages};
pub use questions::{
    DimensionRow, Kind, QuestionRow, QuestionSection, QuestionsReport, dimension_lines, question_lines, questions,
};
pub use room::{InRoom, groups_by_hand, in_room};
pub use rounds::{alone, bars};
pub use statements::{Removed, StatementRow, StatementSection, StatementsReport, class_of, statements};
pub use trouble::{Remedy, Trouble};

/// A report with the exercise that its meetings ran, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// What came of the meetings.
    pub report: Report,
    /// The exercise as it is now; a meeting may have run another edition of it.
    pub exercise: Rc<Exercise>,
    /// The reader's language.
    pub language: Language,
}

impl Facts {
    /// A text of the exercise.
    pub fn text(&self, text: &Localized) -> Rc<str> {
        text.get(self.language)
    }
}

/// What came of the meetings of an activity, as far as its reader may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What the activity is called.
    pub name: Rc<str>,
    /// The day where the reader is.
    pub today: Date,
    /// Whether the reader may say how an action goes.
    pub may_set_status: bool,
    /// The rooms that the reader may see, in the order of the course; one without a name where there are no groups.
    pub groups: Vec<ReportGroup>,
    /// Their meetings, by group and number.
    pub meetings: Vec<Meeting>,
    /// Names of those who are to do actions.
    pub owners: BTreeMap<PersonId, Rc<str>>,
    /// Texts of the notes that actions came from, as their groups have them.
    pub notes: BTreeMap<ContributionId, Rc<str>>,
}

/// A room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportGroup {
    /// Its identity; `0` where there are no groups.
    pub id: Rc<str>,
    /// Its name; empty where there are no groups.
    pub name: Rc<str>,
    /// Whether the activity has it no more.
    pub former: bool,
}

/// A meeting, with the numbers that came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Its identity.
    pub id: Rc<str>,
    /// The group.
    pub group: Rc<str>,
    /// Which meeting of the group it is, from 1.
    pub number: u32,
    /// The part of the exercise that it runs.
    pub part: Rc<str>,
    /// The rules it runs under.
    pub settings: Settings,
    /// When it began, in milliseconds since 1970; where answers are hidden the day.
    pub started: i64,
    /// When it was closed; `None` while it is open.
    pub closed: Option<i64>,
    /// Where the group is.
    pub place: Place,
    /// How many joined.
    pub joined: u32,
    /// How many of them are present.
    pub present: u32,
    /// Rounds that were revealed, with numbers only.
    pub rounds: Vec<Round>,
    /// Counted hands, actions, principles with their scope, and goals.
    pub contributions: Vec<Contribution>,
}

/// A moment, as exactly as it may be told; in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A day, by its first moment in UTC: answers are hidden, and so is when people gave them.
    Day(i64),
    /// The moment itself.
    At(i64),
}

impl Meeting {
    /// A moment of the meeting, as exactly as it may be told.
    pub fn moment(&self, at: i64) -> Moment {
        match self.settings.visibility {
            Visibility::Hidden => Moment::Day(at),
            Visibility::Named => Moment::At(at),
        }
    }

    /// The revealed rounds of a step, first to last.
    pub fn rounds_of<'a>(&'a self, step: &'a StepId) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.iter().filter(move |round| round.step == *step)
    }
}

impl Report {
    /// A room by its identity.
    pub fn group(&self, id: &str) -> Option<&ReportGroup> {
        self.groups.iter().find(|group| *group.id == *id)
    }

    /// The place of the group that is looked at, where it is one alone.
    pub fn alone(&self, selection: &Selection) -> Option<usize> {
        match &selection.group {
            Some(id) => self.groups.iter().position(|group| group.id == *id),
            None => (self.groups.len() == 1).then_some(0),
        }
    }

    /// The highest number that a meeting of these groups has; 0 without any.
    pub fn numbers(&self, selection: &Selection) -> u32 {
        let of = self.meetings.iter().filter(|meeting| selection.takes(&meeting.group));
        of.map(|meeting| meeting.number).max().unwrap_or(0)
    }

    /// The meetings of a group, first to last.
    pub fn meetings_of<'a>(&'a self, group: &'a str) -> impl DoubleEndedIterator<Item = &'a Meeting> {
        self.meetings.iter().filter(move |meeting| *meeting.group == *group)
    }
}
