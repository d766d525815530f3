//! Simulated participants: they join, answer what is asked and write what there is to write, each in their own way
//! and always the same. They act through commands like anybody else, and what they write says that it is a rehearsal.

mod answers;
mod texts;
mod write;

use std::rc::Rc;

use crate::core::command::Command;
use crate::core::format::Exercise;
use crate::core::ids::PersonId;
use crate::core::meeting::{Actor, State};
use crate::core::refusal::Refusal;
use crate::core::room::{Date, Phase, Place, Rights, Settings};

pub use texts::{TEXTS, Text};

/// The fewest and the most simulated participants.
pub const PEOPLE: (u32, u32) = (3, 12);

/// Names of simulated participants, short and of no one language.
const NAMES: [&str; 12] = ["Ada", "Bo", "Chris", "Dani", "Eli", "Finn", "Gwen", "Ha", "Imre", "Jo", "Kim", "Lou"];

/// The simulated participants of a meeting.
#[derive(Clone)]
pub struct Company {
    /// How many; none for a look at the exercise alone.
    pub people: u32,
    /// What they write.
    pub says: Rc<dyn Fn(Text) -> Rc<str>>,
    /// The day by which they do what they take on.
    pub day: Option<Date>,
}

impl Company {
    /// The meeting after everyone has done what there is to do for them now. What is refused is left out.
    #[must_use]
    pub fn act(&self, mut state: State, now: i64) -> State {
        // Whoever the leader marks absent stays away; all of them are only before they came.
        let joins = (0..self.people).all(|number| !is_present(&state, &actor(number).person));
        for number in 0..self.people {
            let actor = actor(number);
            if joins {
                let name = actor.name.clone().unwrap_or_default();
                state = carry_out(state, &actor, &Command::Join { name }, now);
            }
            if !is_present(&state, &actor.person) {
                continue;
            }
            for command in answers::of(self, &state, &actor.person, number) {
                state = carry_out(state, &actor, &command, now);
            }
            for command in write::of(self, &state, &actor.person, number) {
                state = carry_out(state, &actor, &command, now);
            }
            for command in write::shared(&state, &actor.person, number) {
                state = carry_out(state, &actor, &command, now);
            }
        }
        state
    }

    /// A meeting that goes through a run, with everyone there. Where it follows other runs, the meetings before it
    /// have been held by the same people, so that it begins with what came of those.
    ///
    /// # Errors
    /// [`Refusal::UnknownPart`] where the exercise has no such run.
    pub fn begin(
        &self,
        exercise: &Rc<Exercise>,
        part: &str,
        settings: Settings,
        leader: &Actor,
        now: i64,
    ) -> Result<State, Refusal> {
        let runs: Vec<Rc<str>> = exercise.runs().iter().map(|run| run.id().clone()).collect();
        let at = runs.iter().position(|run| **run == *part).ok_or(Refusal::UnknownPart)?;
        let first = if exercise.series.choose_one || self.people == 0 { at } else { 0 };
        let mut state = State::new(exercise.clone(), &runs[first], settings, Rc::from("rehearsal"))?;
        let join = Command::Join { name: leader.name.clone().unwrap_or_default() };
        for next in runs.iter().take(at + 1).skip(first + 1) {
            state = self.hold(carry_out(state, leader, &join, now), leader, now);
            state = carry_out(state.clone(), leader, &Command::Close { from: state.place.clone() }, now);
            state = state.apply(leader, &Command::StartNext { from: state.number, part: next.clone() }, now)?;
        }
        Ok(self.act(carry_out(state, leader, &join, now), now))
    }

    /// A meeting after its leader has gone through every step and shown what was answered.
    fn hold(&self, mut state: State, leader: &Actor, now: i64) -> State {
        let exercise = state.exercise.clone();
        let steps = exercise.run(&state.part).map(|run| exercise.steps_of(run).collect::<Vec<_>>()).unwrap_or_default();
        for step in steps {
            let (from, to) = (state.place.clone(), Place::Step(step.id.clone()));
            state = self.act(carry_out(state, leader, &Command::GoTo { from, to }, now), now);
            let open = state.rounds.iter().find(|round| round.step == step.id && round.phase == Phase::Open);
            if let Some(number) = open.map(|round| round.number) {
                let (from, to) = (Some(Phase::Open), Phase::Revealed);
                let reveal = Command::SetRound { step: step.id.clone(), round: number, from, to, items: Vec::new() };
                state = self.act(carry_out(state, leader, &reveal, now), now);
            }
        }
        state
    }
}

/// The simulated participant of this number.
pub fn actor(number: u32) -> Actor {
    let name = NAMES.get(number as usize).copied().unwrap_or("N");
    Actor {
        person: PersonId::from(["sim-", &number.to_string()].concat()),
        name: Some(Rc::from(name)),
        rights: Rights { participate: true, facilitate: false, report: false },
        notice: None,
    }
}

fn is_present(state: &State, person: &PersonId) -> bool {
    state.people.iter().any(|it| it.id == *person && it.present)
}

fn carry_out(state: State, actor: &Actor, command: &Command, now: i64) -> State {
    match state.apply(actor, command, now) {
        Ok(next) => next,
        Err(_) => state,
    }
}
