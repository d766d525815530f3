//! How a meeting begins: the first one of a group, the next one with what goes on in it, and another run.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Actor, Changed, Shared, State};
use crate::core::format::{Block, Exercise, Step};
use crate::core::ids::StepId;
use crate::core::refusal::Refusal;
use crate::core::room::{ActionStatus, Body, Facilitation, Kind, Pace, Person, Place, Settings};

/// The most meetings of a group in a row.
pub const SERIES_LIMIT: u32 = 200;

impl State {
    /// A first meeting that goes through a run of an exercise, and that nobody has joined.
    ///
    /// # Errors
    /// [`Refusal::UnknownPart`] where the exercise has no such run.
    pub fn new(exercise: Rc<Exercise>, part: &str, settings: Settings, meeting: Rc<str>) -> Result<Self, Refusal> {
        let part = exercise.run(part).ok_or(Refusal::UnknownPart)?.id().clone();
        let settings = exercise.tightened(settings);
        let mut state = Self {
            exercise,
            part,
            settings,
            meeting,
            number: 1,
            before: None,
            began: 1,
            group: None,
            expected: None,
            revision: 1,
            closed: false,
            closed_at: 0,
            place: Place::Start,
            visited: Vec::new(),
            chair: None,
            timer: None,
            people: Vec::new(),
            rounds: Vec::new(),
            answers: BTreeMap::new(),
            contributions: Vec::new(),
            done: Vec::new(),
            sharing: None,
            objections: Vec::new(),
        };
        state.open_what_stands_open();
        Ok(state)
    }

    /// The group's next meeting; this one stays as it is.
    pub(super) fn start_next(&self, actor: &Actor, from: u32, part: &str) -> Result<Self, Refusal> {
        let by_members = self.settings.facilitation == Facilitation::Members && actor.rights.participate;
        if !by_members && !self.facilitates(actor) {
            return Err(Refusal::NotAllowed);
        }
        let id = self.exercise.run(part).ok_or(Refusal::UnknownPart)?.id().clone();
        let follows = self.exercise.series.next_runs(Some(&self.part)).iter().any(|run| *run.id() == id);
        if !self.closed || self.number != from || !follows {
            return Err(Refusal::WrongState);
        }
        if self.number >= SERIES_LIMIT {
            return Err(Refusal::TooMany);
        }
        let number = self.number + 1;
        let first = self.meeting.split('#').next().unwrap_or_default();
        let mut next = Self::new(self.exercise.clone(), &id, self.settings, format!("{first}#{number}").into())?;
        next.number = number;
        next.revision = self.revision + 1;
        next.began = next.revision;
        next.group.clone_from(&self.group);
        next.expected = self.expected;
        next.people = self.people.iter().map(|person| Person { present: false, ..person.clone() }).collect();
        next.contributions = self.carried_over(&next);
        next.before = Some(Rc::new(self.clone()));
        Ok(next)
    }

    pub(super) fn choose_part(&mut self, actor: &Actor, from: &str, to: &str) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        let id = self.exercise.run(to).ok_or(Refusal::UnknownPart)?.id().clone();
        let after = self.before.as_ref().map(|before| &*before.part);
        let follows = self.exercise.series.next_runs(after).iter().any(|run| *run.id() == id);
        let begun = self.place != Place::Start
            || !self.answers.is_empty()
            || !self.done.is_empty()
            || self.contributions.iter().any(|it| it.from.is_none() || it.revision >= self.began);
        if *self.part != *from || begun || !follows {
            return Err(Refusal::WrongState);
        }
        if self.part == id {
            return Ok(Changed::Nothing);
        }
        self.part = id;
        self.began = self.revision + 1;
        self.visited.clear();
        self.rounds.clear();
        self.contributions = self.before.as_ref().map(|before| before.carried_over(self)).unwrap_or_default();
        self.open_what_stands_open();
        Ok(Changed::Shared)
    }

    /// What nobody has to lead the group to: at their own pace every step, together those before the first that
    /// is done together.
    fn open_what_stands_open(&mut self) {
        let alone = self.settings.pace == Pace::Own;
        let open: Vec<StepId> =
            self.steps().take_while(|step| alone || step.own_pace).map(|step| step.id.clone()).collect();
        for step in open {
            self.visit(&step);
        }
    }

    /// What goes on in the next meeting, with its authors forgotten.
    fn carried_over(&self, next: &State) -> Vec<Shared> {
        let steps: Vec<&Step> = next.steps().collect();
        self.contributions
            .iter()
            .filter(|it| !it.deleted && !it.own && self.goes_on(it, &steps))
            .map(|it| Shared { author: None, from: it.from.or(Some(self.number)), ..it.clone() })
            .collect()
    }

    fn goes_on(&self, it: &Shared, next: &[&Step]) -> bool {
        let Some(made_in) = self.exercise.step(&it.step) else {
            return false;
        };
        let any = |goes_on: &dyn Fn(&Step) -> bool| next.iter().any(|step| goes_on(step));
        match (&made_in.block, it.body.kind()) {
            (Block::Actions(from), Kind::Action) => {
                let unfinished = matches!(
                    &it.body,
                    Body::Action(action) if matches!(action.status, ActionStatus::Open | ActionStatus::Busy)
                );
                unfinished
                    && any(
                        &|step| matches!(&step.block, Block::Actions(block) if block.carry_over && block.list == from.list),
                    )
            }
            (Block::Principles(from), Kind::Scope | Kind::Principle) => {
                any(&|step| matches!(&step.block, Block::Principles(block) if block.list == from.list))
            }
            (Block::Plan(_), Kind::Goal) => any(&|step| step.id == it.step),
            (Block::Notes(_), Kind::Note) => {
                let shows = |step: &Step| self.exercise.shown_in(step).iter().any(|from| from.id == it.step);
                any(&shows) && !any(&|step| step.id == it.step)
            }
            _ => false,
        }
    }
}
