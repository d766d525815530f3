//! Who is there, and what they may do.

use std::rc::Rc;

use super::{Changed, NAME_LIMIT, State};
use crate::core::ids::PersonId;
use crate::core::refusal::Refusal;
use crate::core::room::{Facilitation, Notice, Person, Rights};
use crate::core::text::{Lines, required};

/// Somebody who does something, as the host knows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// The name, where the host knows it.
    pub name: Option<Rc<str>>,
    /// What they may do.
    pub rights: Rights,
    /// Why they may not now.
    pub notice: Option<Notice>,
}

impl State {
    /// Whether somebody leads: by right, or from the chair.
    pub fn facilitates(&self, actor: &Actor) -> bool {
        actor.rights.facilitate
            || (self.settings.facilitation == Facilitation::Members && self.chair.as_ref() == Some(&actor.person))
    }

    pub(super) fn join(&mut self, actor: &Actor, name: &str) -> Result<Changed, Refusal> {
        if !actor.rights.participate {
            return Err(Refusal::NotAllowed);
        }
        let name = match &actor.name {
            Some(known) => known.clone(),
            None => required(name, NAME_LIMIT, Lines::One)?,
        };
        match self.people.iter_mut().find(|person| person.id == actor.person) {
            Some(person) if person.present && person.name == name => return Ok(Changed::Nothing),
            Some(person) => {
                person.present = true;
                person.name = name;
            }
            None => self.people.push(Person { id: actor.person.clone(), name, present: true }),
        }
        Ok(Changed::Shared)
    }

    pub(super) fn leave(&mut self, actor: &Actor) -> Result<Changed, Refusal> {
        self.must_contribute(actor)?;
        Ok(self.set_presence(&actor.person, false))
    }

    /// Who is no longer there gives the chair free, so that somebody else can lead.
    pub(super) fn set_presence(&mut self, id: &PersonId, present: bool) -> Changed {
        match self.people.iter_mut().find(|person| person.id == *id) {
            Some(person) if person.present != present => {
                person.present = present;
                if !present && self.chair.as_ref() == Some(id) {
                    self.chair = None;
                }
                Changed::Shared
            }
            _ => Changed::Nothing,
        }
    }

    /// Marks everybody absent, and the chair free.
    pub fn everybody_left(&mut self) {
        for person in &mut self.people {
            person.present = false;
        }
        self.chair = None;
    }

    pub(super) fn is_present(&self, id: &PersonId) -> bool {
        self.people.iter().any(|person| person.id == *id && person.present)
    }

    pub(super) fn must_take_part(&self, actor: &Actor) -> Result<(), Refusal> {
        if !actor.rights.participate {
            Err(Refusal::NotAllowed)
        } else if !self.is_present(&actor.person) {
            Err(Refusal::NotPresent)
        } else {
            Ok(())
        }
    }

    pub(super) fn must_contribute(&self, actor: &Actor) -> Result<(), Refusal> {
        if self.facilitates(actor) { Ok(()) } else { self.must_take_part(actor) }
    }

    pub(super) fn must_lead(&self, actor: &Actor) -> Result<(), Refusal> {
        if self.facilitates(actor) { Ok(()) } else { Err(Refusal::NotAllowed) }
    }
}
