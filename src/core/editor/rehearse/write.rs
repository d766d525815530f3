//! What a simulated participant writes at the steps where the group has been.

use std::rc::Rc;

use super::{Company, Text};
use crate::core::blocks::principles::scope_id;
use crate::core::command::Command;
use crate::core::format::{Actions, Block, NoteVisibility, Notes, Plan, Principles, Step};
use crate::core::ids::{ContributionId, PersonId};
use crate::core::meeting::{Shared, State};
use crate::core::room::{Action, ActionStatus, Body, Goal, GoalStatus, Kind};

/// How many people add an action, and a principle.
const WRITERS: u32 = 2;
/// How many people add a goal.
const PLANNERS: u32 = 3;

/// What is still to be written, by this person.
pub(super) fn of(company: &Company, state: &State, person: &PersonId, number: u32) -> Vec<Command> {
    let writer = Writer { company, state, person, number };
    reached(state)
        .flat_map(|(at, step)| match &step.block {
            Block::Notes(block) => writer.note(at, step, block),
            Block::Actions(block) if block.review => writer.look_back(step),
            Block::Actions(block) => [writer.look_back(step), writer.action(at, step, block)].concat(),
            Block::Principles(block) => writer.principle(at, step, block),
            Block::Plan(block) => writer.goal(at, step, block),
            Block::Info(_) | Block::Statements(_) | Block::Questions(_) | Block::Confirm(_) => Vec::new(),
        })
        .collect()
}

/// Private notes that their author shows the group: every other person does.
pub(super) fn shared(state: &State, person: &PersonId, number: u32) -> Vec<Command> {
    let private = |it: &&Shared| {
        let step = state.exercise.step(&it.step).map(|step| &step.block);
        matches!(step, Some(Block::Notes(block)) if block.visibility == NoteVisibility::Private)
    };
    let own = |it: &&Shared| number.is_multiple_of(2) && it.own && !it.deleted && it.author.as_ref() == Some(person);
    let notes = state.contributions.iter().filter(own).filter(private);
    notes.map(|it| Command::Share { id: it.id.clone(), base: it.revision }).collect()
}

/// The steps of this meeting where the group has been, each with its place.
fn reached(state: &State) -> impl Iterator<Item = (usize, &Step)> {
    let steps = state.exercise.run(&state.part).map(|run| state.exercise.steps_of(run).collect::<Vec<_>>());
    steps.unwrap_or_default().into_iter().enumerate().filter(|(_, step)| state.visited.contains(&step.id))
}

struct Writer<'a> {
    company: &'a Company,
    state: &'a State,
    person: &'a PersonId,
    number: u32,
}

impl Writer<'_> {
    fn says(&self, text: Text) -> Rc<str> {
        (self.company.says)(text)
    }

    /// One of these texts: each person begins with another.
    fn one_of(&self, texts: &[Text]) -> Rc<str> {
        let text = (self.number as usize).checked_rem(texts.len()).and_then(|at| texts.get(at));
        text.map(|text| self.says(*text)).unwrap_or_default()
    }

    /// Something new at the step of this place; nothing where it was written before, even if it was deleted since.
    fn write(&self, at: usize, step: &Step, body: Body) -> Vec<Command> {
        let id = ["00000000", &format!("{:04x}", self.state.number), &format!("{at:04x}"), "8000"].join("-");
        let id = format!("{id}-{:012x}", self.number);
        self.save(id.into(), step, body)
    }

    fn save(&self, id: ContributionId, step: &Step, body: Body) -> Vec<Command> {
        if self.state.contributions.iter().any(|it| it.id == id) {
            return Vec::new();
        }
        vec![Command::Save { id, step: step.id.clone(), base: None, at: None, body }]
    }

    fn note(&self, at: usize, step: &Step, block: &Notes) -> Vec<Command> {
        let column = (self.number as usize).checked_rem(block.columns.len()).and_then(|at| block.columns.get(at));
        let Some(column) = column else {
            return Vec::new();
        };
        let text = self.one_of(&[Text::NoteOne, Text::NoteTwo, Text::NoteThree]);
        self.write(at, step, Body::Note { column: column.id.clone(), text, group: "".into() })
    }

    fn action(&self, at: usize, step: &Step, block: &Actions) -> Vec<Command> {
        if self.number >= WRITERS {
            return Vec::new();
        }
        let from = block.source_items_from.as_ref().and_then(|id| self.state.exercise.step(id));
        let source = from.and_then(|from| from.items().get(self.number as usize).map(|item| Rc::from(item.as_str())));
        let expects = block.expectation_outcome;
        let action = Action {
            what: self.one_of(&[Text::ActionOne, Text::ActionTwo]),
            who_person: Some(self.person.clone()),
            when: self.company.day,
            source,
            expectation: if expects { self.says(Text::Expectation) } else { "".into() },
            ..Action::default()
        };
        self.write(at, step, Body::Action(action))
    }

    /// The first one tells what came of the actions of earlier meetings.
    fn look_back(&self, at: &Step) -> Vec<Command> {
        if self.number > 0 {
            return Vec::new();
        }
        let shown = self.state.exercise.shown_in(at);
        let earlier = |it: &&Shared| it.from.is_some() && !it.deleted && shown.iter().any(|step| step.id == it.step);
        let carried = self.state.contributions.iter().filter(earlier);
        let expects = matches!(&at.block, Block::Actions(block) if block.expectation_outcome);
        carried
            .enumerate()
            .filter_map(|(nth, it)| match &it.body {
                Body::Action(action) if action.finding.is_empty() => {
                    let status = if nth == 0 { ActionStatus::Done } else { ActionStatus::Busy };
                    let outcome = if expects { self.says(Text::Outcome) } else { action.outcome.clone() };
                    let action = Action { status, finding: self.says(Text::Finding), outcome, ..action.clone() };
                    Some(Command::Save {
                        id: it.id.clone(),
                        step: it.step.clone(),
                        base: Some(it.revision),
                        at: Some(at.id.clone()),
                        body: Body::Action(action),
                    })
                }
                _ => None,
            })
            .collect()
    }

    fn principle(&self, at: usize, step: &Step, block: &Principles) -> Vec<Command> {
        let mut all = Vec::new();
        if self.number == 0 {
            all.extend(self.save(scope_id(&block.list), step, Body::Scope { text: self.says(Text::Scope) }));
        }
        if self.number < WRITERS {
            let text = self.one_of(&[Text::PrincipleOne, Text::PrincipleTwo]);
            let action = block.link_findings_of.as_ref().and_then(|list| self.finding(list));
            all.extend(self.write(at, step, Body::Principle { text, action }));
        }
        all
    }

    /// An action of a list from which something was found out.
    fn finding(&self, list: &str) -> Option<ContributionId> {
        let of_list = |it: &&Shared| match self.state.exercise.step(&it.step).map(|step| &step.block) {
            Some(Block::Actions(block)) => *block.list == *list,
            _ => false,
        };
        let found = |it: &&Shared| matches!(&it.body, Body::Action(action) if !action.finding.is_empty());
        let mut actions = self.state.contributions.iter().filter(|it| !it.deleted && it.body.kind() == Kind::Action);
        actions.find(|it| of_list(it) && found(it)).map(|it| it.id.clone())
    }

    fn goal(&self, at: usize, step: &Step, block: &Plan) -> Vec<Command> {
        let period = (self.number as usize).checked_rem(block.periods.len()).and_then(|at| block.periods.get(at));
        let Some(period) = period.filter(|_| self.number < PLANNERS) else {
            return Vec::new();
        };
        let goal = Goal {
            period: period.id.clone(),
            goal: self.one_of(&[Text::GoalOne, Text::GoalTwo]),
            owner_person: block.fields.owner.then(|| self.person.clone()),
            owner_text: "".into(),
            measure: if block.fields.measure { self.says(Text::Measure) } else { "".into() },
            status: GoalStatus::Planned,
        };
        self.write(at, step, Body::Goal(goal))
    }
}
