//! What the one who leads does: people, chair, places, timer, rounds, closing.

use super::{Actor, Changed, RoundState, State};
use crate::core::command::TimerSetting;
use crate::core::format::Block;
use crate::core::ids::{ItemId, PersonId, StepId};
use crate::core::order::{by_key, place_in};
use crate::core::refusal::Refusal;
use crate::core::room::{Facilitation, Phase, Place, Timer};
use crate::core::timing::MAX_SECONDS;

impl State {
    pub(super) fn mark(&mut self, actor: &Actor, person: &PersonId, present: bool) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        if !self.people.iter().any(|it| it.id == *person) {
            return Err(Refusal::UnknownPerson);
        }
        Ok(self.set_presence(person, present))
    }

    pub(super) fn set_chair(
        &mut self,
        actor: &Actor,
        from: Option<&PersonId>,
        to: Option<&PersonId>,
    ) -> Result<Changed, Refusal> {
        // Anyone may take it over: a holder whose laptop fell shut must not keep the meeting from going on.
        let takes_it = to == Some(&actor.person);
        if self.settings.facilitation != Facilitation::Members || !(takes_it || self.facilitates(actor)) {
            return Err(Refusal::NotAllowed);
        }
        self.must_contribute(actor)?;
        if let Some(to) = to {
            let person = self.people.iter().find(|it| it.id == *to).ok_or(Refusal::UnknownPerson)?;
            if !person.present {
                return Err(Refusal::WrongState);
            }
        }
        if self.chair.as_ref() != from {
            return Err(Refusal::WrongState);
        }
        if from == to {
            return Ok(Changed::Nothing);
        }
        self.chair = to.cloned();
        Ok(Changed::Shared)
    }

    pub(super) fn go_to(&mut self, actor: &Actor, from: &Place, to: &Place, now: i64) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        let timer = match to {
            Place::Step(id) => Some(Timer::started(self.step(id)?.minutes.max * 60, now)),
            Place::Start | Place::Closing => None,
        };
        if self.place != *from {
            return Err(Refusal::WrongState);
        }
        if from == to {
            return Ok(Changed::Nothing);
        }
        self.timer = timer;
        self.place = to.clone();
        if let Place::Step(id) = to {
            self.visit(id);
        }
        Ok(Changed::Shared)
    }

    /// Notes that the group has been at a step; the first time, statements open their first round, so that
    /// nobody has to press twice to begin.
    fn visit(&mut self, id: &StepId) {
        if self.visited.contains(id) {
            return;
        }
        self.visited.push(id.clone());
        let order: Vec<StepId> = self.running_part().map(|part| part.steps.clone()).unwrap_or_default();
        self.visited = by_key(std::mem::take(&mut self.visited), |step| place_in(&order, step));
        if let Some(Block::Statements(block)) = self.exercise.step(id).map(|step| &step.block) {
            let items = block.items.iter().map(|item| item.id.clone()).collect();
            self.open_round(id, 1, items);
        }
    }

    fn open_round(&mut self, step: &StepId, number: u8, items: Vec<ItemId>) {
        self.rounds.push(RoundState { step: step.clone(), number, phase: Phase::Open, items, snapshot: None });
    }

    pub(super) fn set_timer(
        &mut self,
        actor: &Actor,
        from: TimerSetting,
        to: TimerSetting,
        now: i64,
    ) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        let timer = self.timer.filter(|timer| timer.setting() == from).ok_or(Refusal::WrongState)?;
        if to.seconds > MAX_SECONDS {
            return Err(Refusal::BadValue);
        }
        if from == to {
            return Ok(Changed::Nothing);
        }
        self.timer = Some(timer.set(to, now));
        Ok(Changed::Shared)
    }

    pub(super) fn set_round(
        &mut self,
        actor: &Actor,
        step: &StepId,
        number: u8,
        (from, to): (Option<Phase>, Phase),
        items: &[ItemId],
    ) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        let Block::Statements(block) = &self.step(step)?.block else {
            return Err(Refusal::WrongBlock);
        };
        if number == 0 || number > block.rounds {
            return Err(Refusal::UnknownRound);
        }
        let opens_again = number > 1 && (from, to) == (None, Phase::Open);
        if opens_again && items.iter().any(|item| !block.items.iter().any(|it| it.id == *item)) {
            return Err(Refusal::UnknownItem);
        }
        let chosen: Vec<ItemId> =
            block.items.iter().map(|item| &item.id).filter(|id| number == 1 || items.contains(id)).cloned().collect();
        self.must_have_visited(step)?;
        if self.phase(step, number) != from {
            return Err(Refusal::WrongState);
        }
        match (from, to) {
            (None, Phase::Open) => {
                if number > 1 && self.phase(step, number - 1) != Some(Phase::Revealed) {
                    return Err(Refusal::WrongState);
                }
                if chosen.is_empty() {
                    return Err(Refusal::BadValue);
                }
                self.open_round(step, number, chosen);
            }
            (Some(Phase::Open), Phase::Closed) | (Some(Phase::Closed), Phase::Open) => {
                self.set_phase(step, number, to);
            }
            (Some(Phase::Open | Phase::Closed), Phase::Revealed) => self.reveal(step, number),
            _ => return Err(Refusal::WrongState),
        }
        Ok(Changed::Shared)
    }

    fn phase(&self, step: &StepId, number: u8) -> Option<Phase> {
        self.round(step, number).map(|round| round.phase)
    }

    pub(super) fn round(&self, step: &StepId, number: u8) -> Option<&RoundState> {
        self.rounds.iter().find(|round| round.step == *step && round.number == number)
    }

    fn set_phase(&mut self, step: &StepId, number: u8, phase: Phase) {
        if let Some(round) = self.rounds.iter_mut().find(|it| it.step == *step && it.number == number) {
            round.phase = phase;
        }
    }

    fn reveal(&mut self, step: &StepId, number: u8) {
        let snapshot = self.round(step, number).map(|round| self.snapshot(round));
        if let Some(round) = self.rounds.iter_mut().find(|it| it.step == *step && it.number == number) {
            round.phase = Phase::Revealed;
            round.snapshot = snapshot;
        }
    }

    pub(super) fn close(&mut self, actor: &Actor, from: &Place) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        if self.place != *from {
            return Err(Refusal::WrongState);
        }
        self.closed = true;
        self.timer = None;
        for shared in &mut self.contributions {
            shared.author = None;
        }
        self.forget_hidden_answers();
        Ok(Changed::Shared)
    }
}
