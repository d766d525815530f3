//! The parts of an exercise, and which of them make up a meeting.

use std::rc::Rc;

use super::minutes::minutes;
use super::reader::{LIST_LIMIT, Node};
use super::{Localized, Minutes};
use crate::core::ids::StepId;

/// How an exercise is spread over meetings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Whether every part is a meeting that can come back.
    pub repeated: bool,
    /// Whether a run is chosen for every meeting; else they follow one another.
    pub choose_one: bool,
    /// How often to meet.
    pub rhythm: Option<Localized>,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// A part of an exercise; a meeting goes through one or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its identity.
    pub id: Rc<str>,
    /// Its number, where it has one.
    pub number: Option<u8>,
    /// Its title.
    pub title: Localized,
    /// How long it takes.
    pub minutes: Minutes,
    /// Whether it comes back, in a meeting of its own each time.
    pub repeat: bool,
    /// Whether it begins a meeting of its own.
    pub new_meeting: bool,
    /// Its steps, in order.
    pub steps: Vec<StepId>,
}

/// What one meeting goes through: one part, or several that follow one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run<'a> {
    parts: &'a [Part],
}

impl<'a> Run<'a> {
    /// Its identity: that of its first part.
    pub fn id(self) -> &'a Rc<str> {
        &self.first().id
    }

    /// Its parts, in order.
    pub fn parts(self) -> &'a [Part] {
        self.parts
    }

    /// What it is called: its first part.
    pub fn first(self) -> &'a Part {
        &self.parts[0]
    }

    /// Its steps, in order, each once.
    pub fn steps(self) -> Vec<&'a StepId> {
        let mut steps: Vec<&StepId> = Vec::new();
        for step in self.parts.iter().flat_map(|part| &part.steps) {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
        steps
    }

    /// How long it takes.
    pub fn minutes(self) -> Minutes {
        let sum =
            |sum: Minutes, part: &Part| Minutes { min: sum.min + part.minutes.min, max: sum.max + part.minutes.max };
        self.parts.iter().fold(Minutes::default(), sum)
    }
}

impl Series {
    /// What its meetings can go through, in order.
    pub fn runs(&self) -> Vec<Run<'_>> {
        self.parts
            .chunk_by(|part, next| !(self.repeated || part.repeat || next.new_meeting || next.repeat))
            .map(|parts| Run { parts })
            .collect()
    }

    /// What a meeting can go through: the first of a group where `after` is `None`, else the one that comes
    /// after a meeting of that run. What is offered first stands first.
    pub fn next_runs(&self, after: Option<&str>) -> Vec<Run<'_>> {
        let runs = self.runs();
        if self.choose_one {
            return runs;
        }
        let Some(after) = after else {
            return runs.into_iter().take(1).collect();
        };
        let Some(at) = runs.iter().position(|run| **run.id() == *after) else {
            return Vec::new();
        };
        match runs.get(at + 1) {
            Some(next) if runs[at].first().repeat => vec![runs[at], *next],
            Some(next) => vec![*next],
            None if at == 0 => runs,
            // A group may do its exercise anew.
            None => vec![runs[at], runs[0]],
        }
    }
}

/// The most parts of an exercise.
const PARTS_LIMIT: usize = 20;
/// The most points that a part tells of.
const POINTS_LIMIT: i64 = 999;

/// `steps` are the ids of the exercise's steps.
pub(super) fn series(node: &Node, steps: &[Rc<str>]) -> Series {
    if !node.object(&["kind", "order", "rhythm", "parts"]) {
        return Series::default();
    }
    let repeated = node.member("kind").choice(&[("single", false), ("repeated", true)]);
    let choose_one = node.member("order").choice(&[("sequence", false), ("choose_one", true)]);
    let rhythm = node.member("rhythm").optional_text();
    let parts = node.member("parts").list(1, PARTS_LIMIT);
    let mut seen = Vec::new();
    Series {
        repeated: repeated.unwrap_or(false),
        choose_one: choose_one.unwrap_or(false),
        rhythm,
        parts: parts.iter().filter_map(|node| part(node, steps, &mut seen)).collect(),
    }
}

fn part(node: &Node, steps: &[Rc<str>], seen: &mut Vec<Rc<str>>) -> Option<Part> {
    if !node.object(&["id", "number", "title", "minutes", "points", "repeat", "new_meeting", "steps"]) {
        return None;
    }
    let id = node.member("id").new_id(seen);
    let number = node.member("number").optional().and_then(|it| it.number(1, 99));
    let title = node.member("title").text();
    let minutes = minutes(&node.member("minutes"));
    node.member("points").optional().map(|it| it.number(0, POINTS_LIMIT));
    let repeat = node.member("repeat").flag();
    let new_meeting = node.member("new_meeting").flag();
    let mut listed = Vec::new();
    for entry in node.member("steps").list(1, LIST_LIMIT) {
        entry.new_reference(steps, &mut listed);
    }
    Some(Part {
        id: id?,
        number: number.and_then(|it| u8::try_from(it).ok()),
        title,
        minutes,
        repeat,
        new_meeting,
        steps: listed.iter().map(|id| StepId::from(&**id)).collect(),
    })
}
