//! What the group of one meeting left with, for whoever reads reports: the closing page as everybody in the room sees
//! it, with nothing to do on it.

use std::rc::Rc;

use crate::core::format::{Exercise, Language};
use crate::core::room::{Contribution, Earlier, Kind, Me, Person, Room};
use crate::core::session::{Session, Update};
use crate::core::view::{ClosingView, Heading, PeriodView, PrinciplesPart, outcome_of};

use super::room::session;
use super::{Facts, Meeting, ReportGroup, Selection};

/// A meeting as it is told to readers of reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What everybody in it may see.
    pub room: Room,
    /// The meetings before it, as far as it goes on with them.
    pub earlier: Vec<Earlier>,
}

/// What the group of a meeting left with.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What stands on the closing page.
    pub view: Rc<ClosingView>,
    /// Who took part.
    pub people: Vec<Person>,
    /// Whether the exercise still has the part that the meeting went through; without it there is nothing to show.
    pub known: bool,
}

impl Outcome {
    /// Whether the group left with nothing at all.
    pub fn is_empty(&self) -> bool {
        let view = &self.view;
        view.answers.is_empty()
            && view.notes.is_empty()
            && view.summaries.is_empty()
            && view.actions.as_ref().is_none_or(Vec::is_empty)
            && view.principles.iter().all(|part| part.scope.is_empty() && part.principles.is_empty())
            && view.plan.is_empty()
    }
}

/// The outcome of a meeting, in the exercise's words of a language.
pub fn outcome(exercise: &Rc<Exercise>, language: Language, told: Told) -> Option<Outcome> {
    let people = told.room.people.clone();
    let known = exercise.run(&told.room.part).is_some();
    let first = Update {
        now: 0,
        revision: told.room.revision,
        room: Some(told.room),
        me: None,
        counts: Vec::new(),
        earlier: told.earlier,
    };
    let session = Session::new(exercise.clone(), language, first, Me::nobody(), 0);
    Some(Outcome { view: Rc::new(outcome_of(&session)?), people, known })
}

/// What a group put down for itself: its principles with what they are about, and its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PutDown {
    /// The group, by its place in the report.
    pub group: usize,
    /// The number of the meeting.
    pub meeting: u32,
    /// Scope and principles by list; lists without either are left out.
    pub principles: Vec<PrinciplesPart>,
    /// The plan, by step; periods without a goal are left out.
    pub plan: Vec<(Heading, Vec<PeriodView>)>,
}

/// What each of the selected groups put down, in its latest meeting that has anything of it or in the one that is
/// selected; groups without any are left out.
pub fn put_down(facts: &Facts, selection: &Selection) -> Vec<PutDown> {
    let groups = facts.report.groups.iter().enumerate().filter(|(_, group)| selection.takes(&group.id));
    let of_group = |(at, group): (usize, &ReportGroup)| {
        let takes = |meeting: &&Meeting| selection.takes_number(meeting.number);
        facts.report.meetings_of(&group.id).rev().filter(takes).find_map(|meeting| {
            let (principles, plan) = written(facts, meeting)?;
            Some(PutDown { group: at, meeting: meeting.number, principles, plan })
        })
    };
    groups.filter_map(of_group).collect()
}

type Written = (Vec<PrinciplesPart>, Vec<(Heading, Vec<PeriodView>)>);

fn written(facts: &Facts, meeting: &Meeting) -> Option<Written> {
    let has_any = |it: &Contribution| matches!(it.body.kind(), Kind::Scope | Kind::Principle | Kind::Goal);
    if !meeting.contributions.iter().any(has_any) {
        return None;
    }
    let ClosingView { mut principles, plan, .. } = outcome_of(&session(facts, meeting, std::iter::empty()))?;
    principles.retain(|part| !part.scope.trim().is_empty() || !part.principles.is_empty());
    (!principles.is_empty() || !plan.is_empty()).then_some((principles, plan))
}
