//! What the user sees at once: the host's room with the user's own unconfirmed changes on top.
//!
//! What the one who leads does is not foretold: the group moves when the host says so. Only the choice of what the
//! meeting goes through is, because it stands in a field of the form that must not jump back.

use std::rc::Rc;

use super::Session;
use crate::core::command::Command;
use crate::core::format::{Block, Exercise, NoteVisibility};
use crate::core::ids::{ContributionId, StepId};
use crate::core::order::by_key;
use crate::core::room::{Answer, Body, Consent, Contribution, Kind, Me, Person, Phase, Room};

impl Session {
    /// Draws room and me anew from what the host said and what is not confirmed.
    pub(super) fn predict(&mut self) {
        self.room.clone_from(&self.confirmed_room);
        self.me = self.confirmed_me.clone();
        for command in self.outbox.iter() {
            match command {
                Command::Answer { .. } | Command::TookPart { .. } => {
                    foretell_own(Rc::make_mut(&mut self.me), command);
                }
                Command::Join { .. } | Command::Leave => {
                    if let Some(room) = &mut self.room {
                        foretell_presence(Rc::make_mut(room), &self.confirmed_me, command);
                    }
                }
                Command::Consent { asked, agrees } if cfg!(feature = "whole") => {
                    Rc::make_mut(&mut self.me).consent = Some(Consent { asked: *asked, agrees: *agrees });
                }
                Command::ChoosePart { to, .. } => {
                    if let Some(room) = &mut self.room {
                        Rc::make_mut(room).part = to.clone();
                    }
                }
                Command::Save { id, .. }
                | Command::Share { id, .. }
                | Command::Delete { id, .. }
                | Command::Move { id, .. }
                    // No page of the first stage shows any.
                    if cfg!(feature = "whole") =>
                {
                    let Some(room) = &mut self.room else { continue };
                    let is_own = self.me.contributions.iter().any(|it| it.id == *id);
                    let is_new = !is_own && !room.contributions.iter().any(|it| it.id == *id);
                    if let Command::Share { .. } = command {
                        if is_own {
                            foretell_sharing(&self.exercise, Rc::make_mut(room), Rc::make_mut(&mut self.me), id);
                        }
                    } else if is_own || (is_new && begins_as_own(&self.exercise, room, command)) {
                        foretell(&self.exercise, &mut Rc::make_mut(&mut self.me).contributions, command);
                    } else {
                        foretell(&self.exercise, &mut Rc::make_mut(room).contributions, command);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether what is made is its author's alone at first.
fn begins_as_own(exercise: &Exercise, room: &Room, command: &Command) -> bool {
    let Command::Save { step, .. } = command else {
        return false;
    };
    let Some(Block::Notes(block)) = exercise.step(step).map(|step| &step.block) else {
        return false;
    };
    match block.visibility {
        NoteVisibility::Shared => false,
        NoteVisibility::Private => true,
        NoteVisibility::HiddenUntilReveal => {
            room.rounds_of(step).next().is_none_or(|writing| writing.phase != Phase::Revealed)
        }
    }
}

fn foretell(exercise: &Exercise, contributions: &mut Vec<Contribution>, command: &Command) {
    match command {
        Command::Save { id, step, body, .. } => match contributions.iter_mut().find(|it| it.id == *id) {
            Some(it) => it.body = body.clone(),
            None => contributions.push(Contribution {
                id: id.clone(),
                step: step.clone(),
                revision: 0,
                position: next_position(exercise, contributions, step, body),
                author: None,
                from: None,
                body: body.clone(),
            }),
        },
        Command::Delete { id, .. } => contributions.retain(|it| it.id != *id),
        Command::Move { id, after } => reorder(exercise, contributions, id, after.as_ref()),
        _ => {}
    }
}

fn foretell_sharing(exercise: &Exercise, room: &mut Room, me: &mut Me, id: &ContributionId) {
    if let Some(at) = me.contributions.iter().position(|it| it.id == *id) {
        let shared = me.contributions.remove(at);
        let position = next_position(exercise, &room.contributions, &shared.step, &shared.body);
        room.contributions.push(Contribution { position, ..shared });
    }
}

fn foretell_presence(room: &mut Room, me: &Me, command: &Command) {
    let known = room.people.iter_mut().find(|it| it.id == me.person);
    match (command, known) {
        (Command::Join { .. }, Some(person)) => person.present = true,
        (Command::Join { name }, None) => {
            let name = if me.name.is_empty() { name.clone() } else { me.name.clone() };
            room.people.push(Person { id: me.person.clone(), name, present: true });
        }
        (Command::Leave, Some(person)) => person.present = false,
        _ => {}
    }
}

fn foretell_own(me: &mut Me, command: &Command) {
    match command {
        Command::Answer { item, round, given, reason, seq } => {
            let answer =
                Answer { item: item.clone(), round: *round, given: given.clone(), reason: reason.clone(), seq: *seq };
            match me.answers.iter_mut().find(|it| it.item == *item && it.round == *round) {
                Some(it) => *it = answer,
                None => me.answers.push(answer),
            }
        }
        Command::TookPart { step } if !me.done.contains(step) => me.done.push(step.clone()),
        _ => {}
    }
}

fn next_position(exercise: &Exercise, contributions: &[Contribution], step: &StepId, body: &Body) -> u32 {
    let order = exercise.order_of(step, body.kind());
    let alike = contributions.iter().filter(|it| stands_in(exercise, it, order, body.kind()));
    alike.map(|it| it.position + 1).max().unwrap_or(0)
}

fn stands_in(exercise: &Exercise, it: &Contribution, order: &StepId, kind: Kind) -> bool {
    it.body.kind() == kind && exercise.order_of(&it.step, kind) == order
}

fn reorder(
    exercise: &Exercise,
    contributions: &mut [Contribution],
    id: &ContributionId,
    after: Option<&ContributionId>,
) {
    let Some(moved) = contributions.iter().find(|it| it.id == *id) else {
        return;
    };
    let kind = moved.body.kind();
    let order = exercise.order_of(&moved.step, kind).clone();
    let alike = contributions.iter_mut().filter(|it| stands_in(exercise, it, &order, kind)).collect();
    let mut alike: Vec<&mut Contribution> = by_key(alike, |it| u64::from(it.position));
    let place = |alike: &[&mut Contribution], id: &ContributionId| alike.iter().position(|it| it.id == *id);
    let Some(from) = place(&alike, id) else {
        return;
    };
    let moved = alike.remove(from);
    let to = match after {
        None => 0,
        Some(after) => place(&alike, after).map_or(from, |at| at + 1),
    };
    alike.insert(to, moved);
    for (position, it) in (0..).zip(alike) {
        it.position = position;
    }
}
