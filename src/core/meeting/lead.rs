//! What the one who leads does: people, chair, places, timer, closing.

use super::{Actor, Changed, State};
use crate::core::command::TimerSetting;
use crate::core::ids::{PersonId, StepId};
use crate::core::refusal::Refusal;
use crate::core::room::{Facilitation, Place, Timer};
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

    pub(super) fn set_timer(
        &mut self,
        actor: &Actor,
        step: &StepId,
        (from, to): (TimerSetting, TimerSetting),
        now: i64,
    ) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        let here = matches!(&self.place, Place::Step(place) if place == step);
        let timer = self.timer.filter(|timer| here && timer.setting() == from).ok_or(Refusal::WrongState)?;
        if to.seconds > MAX_SECONDS {
            return Err(Refusal::BadValue);
        }
        if from == to {
            return Ok(Changed::Nothing);
        }
        self.timer = Some(timer.set(to, now));
        Ok(Changed::Shared)
    }

    pub(super) fn close(&mut self, actor: &Actor, from: &Place, now: i64) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        if self.place != *from {
            return Err(Refusal::WrongState);
        }
        self.closed = true;
        self.closed_at = now;
        self.timer = None;
        // What only its author sees stays theirs.
        for shared in self.contributions.iter_mut().filter(|it| !it.own) {
            shared.author = None;
        }
        self.close_sharing();
        self.forget_hidden_answers();
        Ok(Changed::Shared)
    }
}
