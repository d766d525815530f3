//! Who took part in which step, and when; never what anybody answered.

use std::rc::Rc;

use super::{Moment, Report};
use crate::core::ids::StepId;

/// How many people are asked for at once.
pub const PER_PAGE: u32 = 100;

/// In what order people are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PeopleOrder {
    /// By name, upwards.
    #[default]
    Name,
    /// By name, downwards.
    NameDown,
    /// Those who took part in the most steps first.
    Most,
    /// Those who took part in the fewest steps first.
    Fewest,
}

impl PeopleOrder {
    /// What it is called on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NameDown => "namedown",
            Self::Most => "most",
            Self::Fewest => "fewest",
        }
    }
}

/// Which people are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PeopleAsked {
    /// Of a group alone, by its identity.
    pub group: Option<Rc<str>>,
    /// Of meetings with this number alone.
    pub number: Option<u32>,
    /// Those whose name has this in it; empty for all.
    pub search: String,
    /// In what order.
    pub order: PeopleOrder,
    /// Which page, from 0.
    pub page: u32,
}

impl PeopleAsked {
    /// The same people from the first page on, with `change` made.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut asked = Self { page: 0, ..self.clone() };
        change(&mut asked);
        asked
    }
}

/// Some of the people, and the steps over all of them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct People {
    /// How many there are on all pages.
    pub total: u32,
    /// Those of this page.
    pub people: Vec<Participant>,
    /// How many took part in each step, whatever the page and the search.
    pub steps: Vec<StepTaken>,
    /// How many people of the page the gradebook tells the reader nothing about.
    pub untold: u32,
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The user's identity.
    pub id: Rc<str>,
    /// Their name.
    pub name: Rc<str>,
    /// What else the site shows of their identity.
    pub identity: Vec<Rc<str>>,
    /// Points earned and attainable, where the gradebook tells them to the reader.
    pub points: Option<(u32, u32)>,
    /// The meetings, by group and number.
    pub meetings: Vec<Attendance>,
}

/// How somebody took part in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The meeting.
    pub meeting: Rc<str>,
    /// Its number.
    pub number: u32,
    /// What the group is called; empty without groups.
    pub group: Rc<str>,
    /// When they joined, in milliseconds since 1970; `None` where they led or wrote along without.
    pub joined: Option<i64>,
    /// The steps they took part in, with when that was noted; `None` where the gradebook does not tell.
    pub steps: Option<Vec<(StepId, Rc<str>, i64)>>,
}

/// How many took part in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTaken {
    /// Its title.
    pub title: Rc<str>,
    /// How many took part in it.
    pub taken: u32,
    /// Of how many who were in a meeting that has it.
    pub of: u32,
}

impl People {
    /// How many pages there are; at least one.
    pub fn pages(&self) -> u32 {
        self.total.div_ceil(PER_PAGE).max(1)
    }
}

/// A moment in a meeting: a day where its answers are hidden, or where the report does not have it.
pub fn moment(report: &Report, meeting: &str, at: i64) -> Moment {
    let found = report.meetings.iter().find(|it| *it.id == *meeting);
    found.map_or(Moment::Day(at), |it| it.moment(at))
}
