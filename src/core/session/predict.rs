//! What the user sees at once: the host's room with the user's own unconfirmed changes on top.
//!
//! What the one who leads does is not foretold: the group moves when the host says so.

use std::rc::Rc;

use super::Session;
use crate::core::command::Command;
use crate::core::ids::ContributionId;
use crate::core::room::{Answer, Body, Contribution, Me, Person, Room};

impl Session {
    /// Draws room and me anew from what the host said and what is not confirmed.
    pub(super) fn predict(&mut self) {
        self.room.clone_from(&self.confirmed_room);
        self.me = self.confirmed_me.clone();
        for command in self.outbox.iter() {
            if let Some(room) = &mut self.room
                && touches_room(command)
            {
                foretell(Rc::make_mut(room), &self.confirmed_me, command);
            }
            if matches!(command, Command::Answer { .. } | Command::TookPart { .. }) {
                foretell_own(Rc::make_mut(&mut self.me), command);
            }
        }
    }
}

fn touches_room(command: &Command) -> bool {
    matches!(
        command,
        Command::Save { .. } | Command::Delete { .. } | Command::Move { .. } | Command::Join { .. } | Command::Leave
    )
}

fn foretell(room: &mut Room, me: &Me, command: &Command) {
    match command {
        Command::Save { id, step, body, .. } => match room.contributions.iter_mut().find(|it| it.id == *id) {
            Some(it) => it.body = body.clone(),
            None => room.contributions.push(Contribution {
                id: id.clone(),
                step: step.clone(),
                revision: 0,
                position: next_position(room, body),
                author: None,
                body: body.clone(),
            }),
        },
        Command::Delete { id, .. } => room.contributions.retain(|it| it.id != *id),
        Command::Move { id, after } => reorder(room, id, after.as_ref()),
        Command::Join { name } => {
            if let Some(person) = room.people.iter_mut().find(|it| it.id == me.person) {
                person.present = true;
            } else {
                let name = if me.name.is_empty() { name.clone() } else { me.name.clone() };
                room.people.push(Person { id: me.person.clone(), name, present: true });
            }
        }
        Command::Leave => {
            if let Some(person) = room.people.iter_mut().find(|it| it.id == me.person) {
                person.present = false;
            }
        }
        _ => {}
    }
}

fn foretell_own(me: &mut Me, command: &Command) {
    match command {
        Command::Answer { item, round, choice, reason, seq } => {
            let answer =
                Answer { item: item.clone(), round: *round, choice: *choice, reason: reason.clone(), seq: *seq };
            match me.answers.iter_mut().find(|it| it.item == *item && it.round == *round) {
                Some(it) => *it = answer,
                None => me.answers.push(answer),
            }
        }
        Command::TookPart { step } if !me.done.contains(step) => me.done.push(step.clone()),
        _ => {}
    }
}

fn next_position(room: &Room, body: &Body) -> u32 {
    let alike = room.contributions.iter().filter(|it| it.body.kind() == body.kind());
    alike.map(|it| it.position + 1).max().unwrap_or(0)
}

fn reorder(room: &mut Room, id: &ContributionId, after: Option<&ContributionId>) {
    let Some(from) = room.contributions.iter().position(|it| it.id == *id) else {
        return;
    };
    let moved = room.contributions.remove(from);
    let alike = |it: &Contribution| it.step == moved.step && it.body.kind() == moved.body.kind();
    let to = match after {
        None => room.contributions.iter().position(alike),
        Some(after) => room.contributions.iter().position(|it| it.id == *after).map(|at| at + 1),
    };
    let (step, kind) = (moved.step.clone(), moved.body.kind());
    room.contributions.insert(to.unwrap_or(from), moved);
    let same = room.contributions.iter_mut().filter(|it| it.step == step && it.body.kind() == kind);
    for (position, it) in (0..).zip(same) {
        it.position = position;
    }
}
