//! What a meeting shows: the room to everybody, and to one person what is theirs.

use std::collections::BTreeMap;

use super::{Actor, RoundState, State};
use crate::core::format::Step;
use crate::core::ids::{ItemId, StepId};
use crate::core::order::{by_key, place_in};
use crate::core::room::{Answer, Contribution, Kind, Me, Notice, Room, Round, Visibility};
use crate::core::session::{Count, Update};

/// Whether an answer of the host tells what is one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// After a command: always.
    Always,
    /// On a read: where the room is told too.
    WithRoom,
}

impl State {
    /// What everybody in the meeting may see now.
    pub fn room(&self) -> Room {
        Room {
            meeting: self.meeting.clone(),
            number: self.number,
            revision: self.revision,
            group: self.group.clone(),
            part: self.part.clone(),
            settings: self.settings,
            closed: self.closed,
            place: self.place.clone(),
            visited: self.visited.clone(),
            chair: self.chair.clone(),
            timer: self.timer,
            people: self.people.clone(),
            rounds: self.rounds.iter().map(|round| self.shown_round(round)).collect(),
            contributions: self.shown_contributions(),
        }
    }

    /// What only this person gets to see.
    pub fn me(&self, actor: &Actor) -> Me {
        let person = self.people.iter().find(|person| person.id == actor.person);
        let name = actor.name.clone().or_else(|| person.map(|it| it.name.clone())).unwrap_or_default();
        let kept_from_others = self.settings.visibility == Visibility::Hidden && actor.notice == Some(Notice::LoginAs);
        let answers =
            self.answers.iter().filter(|((person, _, _), _)| *person == actor.person && !kept_from_others).map(
                |((_, item, round), stored)| Answer {
                    item: item.clone(),
                    round: *round,
                    choice: stored.choice,
                    reason: stored.reason.clone(),
                    seq: stored.seq,
                },
            );
        let order: Vec<&ItemId> = self.steps().flat_map(Step::items).collect();
        let answers = by_key(answers.collect(), |answer: &Answer| place_in(&order, &&answer.item));
        let done = self
            .steps()
            .map(|step| &step.id)
            .filter(|id| self.done.iter().any(|(person, step)| *person == actor.person && step == *id))
            .cloned()
            .collect();
        Me { person: actor.person.clone(), name, rights: actor.rights, notice: actor.notice, answers, done }
    }

    /// What a host answers somebody who knows the room at revision `since`; one's own comes along where the
    /// room does, or where `own` asks for it.
    pub fn update_for(&self, actor: &Actor, since: u64, own: Own, now: i64) -> Update {
        let room = (since != self.revision).then(|| self.room());
        Update {
            now,
            revision: self.revision,
            me: (room.is_some() || own == Own::Always).then(|| self.me(actor)),
            room,
            counts: self
                .rounds
                .iter()
                .filter(|round| round.snapshot.is_none())
                .map(|round| Count {
                    step: round.step.clone(),
                    round: round.number,
                    answered: self.answered(round),
                    present: self.present(),
                })
                .collect(),
        }
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.running_part().into_iter().flat_map(|part| self.exercise.steps_of(part))
    }

    fn shown_round(&self, round: &RoundState) -> Round {
        let (answered, present, results) = match &round.snapshot {
            Some(snapshot) => (snapshot.answered, snapshot.present, snapshot.results.clone()),
            None => (self.answered(round), self.present(), Vec::new()),
        };
        Round {
            step: round.step.clone(),
            number: round.number,
            phase: round.phase,
            items: round.items.clone(),
            answered,
            present,
            results,
        }
    }

    fn shown_contributions(&self) -> Vec<Contribution> {
        let mut positions: BTreeMap<(&StepId, Kind), u32> = BTreeMap::new();
        let shown: Vec<Contribution> = self
            .contributions
            .iter()
            .filter(|shared| !shared.deleted)
            .map(|shared| {
                let next = positions.entry((&shared.step, shared.body.kind())).or_default();
                let position = *next;
                *next += 1;
                Contribution {
                    id: shared.id.clone(),
                    step: shared.step.clone(),
                    revision: shared.revision,
                    position,
                    author: shared.author.clone().filter(|_| self.settings.visibility == Visibility::Named),
                    body: shared.body.clone(),
                }
            })
            .collect();
        let order: Vec<&StepId> = self.steps().map(|step| &step.id).collect();
        let rank = |it: &Contribution| {
            let step = place_in(&order, &&it.step).min(u64::from(u16::MAX));
            (step << 40) | ((it.body.kind() as u64) << 32) | u64::from(it.position)
        };
        by_key(shown, rank)
    }
}
