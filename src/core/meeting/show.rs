//! What a meeting shows: the room to everybody, and to one person what is theirs.

use std::collections::BTreeMap;

use super::{Actor, RoundState, Shared, State};
use crate::core::blocks::rounds;
use crate::core::format::Step;
use crate::core::ids::{ItemId, StepId};
use crate::core::order::{by_key, place_in};
use crate::core::room::{
    Answer, Contribution, Earlier, ItemResult, Kind, Me, Notice, Pace, Place, RevealedTally, Room, Round, Visibility,
};
use crate::core::session::{Count, Update, Who};

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
            contributions: self.shown(|it| !it.own),
            sharing: self.shown_sharing(),
        }
    }

    /// What only this person gets to see.
    pub fn me(&self, actor: &Actor) -> Me {
        let person = self.people.iter().find(|person| person.id == actor.person);
        let name = actor.name.clone().or_else(|| person.map(|it| it.name.clone())).unwrap_or_default();
        let acted_for = actor.notice == Some(Notice::LoginAs);
        let kept_from_others = self.settings.visibility == Visibility::Hidden && acted_for;
        let answers =
            self.answers.iter().filter(|((person, _, _), _)| *person == actor.person && !kept_from_others).map(
                |((_, item, round), stored)| Answer {
                    item: item.clone(),
                    round: *round,
                    given: stored.given.clone(),
                    reason: stored.reason.clone(),
                    seq: stored.seq,
                },
            );
        let order = self.asked_order();
        let answers = by_key(answers.collect(), |answer: &Answer| place_in(&order, &answer.item));
        let done = self.order().into_iter().filter(|step| self.is_done(&actor.person, step)).cloned().collect();
        let contributions =
            if acted_for { Vec::new() } else { self.shown(|it| it.own && it.author.as_ref() == Some(&actor.person)) };
        Me {
            person: actor.person.clone(),
            name,
            rights: actor.rights,
            notice: actor.notice,
            answers,
            contributions,
            // Only Moodle restores backups.
            locked: Vec::new(),
            done,
            consent: if kept_from_others { None } else { self.own_consent(&actor.person) },
        }
    }

    /// Everything that can be answered, in the order of the exercise; within a step as its rounds list it.
    fn asked_order(&self) -> Vec<ItemId> {
        let mut order: Vec<ItemId> = Vec::new();
        for step in &self.exercise.steps {
            order.extend(step.items().into_iter().cloned());
            for round in self.rounds.iter().filter(|round| round.step == step.id) {
                let new: Vec<ItemId> = round.items.iter().filter(|item| !order.contains(item)).cloned().collect();
                order.extend(new);
            }
        }
        order
    }

    /// What a host answers somebody who knows the room at revision `since`; one's own comes along where the
    /// room does, or where `own` asks for it.
    pub fn update_for(&self, actor: &Actor, since: u64, own: Own, now: i64) -> Update {
        let room = (since != self.revision).then(|| self.room());
        let leads = actor.notice.is_none() && self.facilitates(actor);
        Update {
            now,
            revision: self.revision,
            me: (room.is_some() || own == Own::Always).then(|| self.me(actor)),
            earlier: if room.is_some() && since < self.began { self.earlier() } else { Vec::new() },
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
                    who: if leads { self.who_answered(round) } else { None },
                })
                .collect(),
        }
    }

    /// Who of those present has answered a round, in the order of joining, which tells nothing about when. The one who
    /// leads is told that of the round that the group is at, and only where nothing follows from it about what.
    fn who_answered(&self, round: &RoundState) -> Option<Who> {
        let asks = rounds::asks(&self.exercise.step(&round.step)?.block, round.number)?;
        let from = rounds::tells_who_from(asks, self.settings.min_answers)?;
        // Whoever is at it alone would be known by it as the author of a text that appears at that moment.
        let together =
            self.settings.pace == Pace::Together && matches!(&self.place, Place::Step(step) if *step == round.step);
        if self.closed || !together || self.answered(round) < from {
            return None;
        }
        let answered = self.people.iter().filter(|it| it.present && self.has_answered(round, &it.id));
        Who::told(answered.map(|it| it.id.clone()).collect())
    }

    fn shown_round(&self, round: &RoundState) -> Round {
        let shown = round.snapshot.clone();
        let (answered, present, results, relations) = match shown {
            Some(snapshot) => (snapshot.answered, snapshot.present, snapshot.results, snapshot.relations),
            None => (self.answered(round), self.present(), Vec::new(), Vec::new()),
        };
        Round {
            step: round.step.clone(),
            number: round.number,
            phase: round.phase,
            items: round.items.clone(),
            answered,
            present,
            results,
            relations,
        }
    }

    /// What stands there of some contributions, by step in the order of the exercise, kind and position.
    fn shown(&self, wanted: impl Fn(&Shared) -> bool) -> Vec<Contribution> {
        let mut positions: BTreeMap<(&StepId, Kind), u32> = BTreeMap::new();
        let shown: Vec<Contribution> = self
            .contributions
            .iter()
            .filter(|shared| !shared.deleted && wanted(shared))
            .map(|shared| {
                let kind = shared.body.kind();
                let next = positions.entry((self.exercise.order_of(&shared.step, kind), kind)).or_default();
                let position = *next;
                *next += 1;
                Contribution {
                    id: shared.id.clone(),
                    step: shared.step.clone(),
                    revision: shared.revision,
                    position,
                    author: shared.author.clone().filter(|_| self.settings.visibility == Visibility::Named),
                    from: shared.from,
                    body: shared.body.clone(),
                }
            })
            .collect();
        let order = self.order();
        let rank = |it: &Contribution| {
            let step = place_in(&order, &&it.step).min(u64::from(u16::MAX));
            (step << 40) | ((it.body.kind() as u64) << 32) | u64::from(it.position)
        };
        by_key(shown, rank)
    }

    /// When it was closed: where answers are hidden the day, by its first moment in UTC.
    fn told_closed(&self) -> i64 {
        match self.settings.visibility {
            Visibility::Hidden => self.closed_at - self.closed_at.rem_euclid(24 * 60 * 60 * 1000),
            Visibility::Named => self.closed_at,
        }
    }

    /// The meetings before this one, from the first, as far as they go on in it.
    pub fn earlier(&self) -> Vec<Earlier> {
        let asked: Vec<&ItemId> = self.steps().flat_map(Step::items).collect();
        let here = |it: &Contribution| self.contributions.iter().any(|now| now.id == it.id && now.from.is_some());
        let mut earlier = Vec::new();
        let mut before = self.before.as_deref();
        while let Some(meeting) = before {
            let rounds = meeting.rounds.iter().filter(|round| round.snapshot.is_some());
            earlier.push(Earlier {
                number: meeting.number,
                part: meeting.part.clone(),
                closed: meeting.told_closed(),
                rounds: rounds
                    .map(|round| of_items(meeting.shown_round(round), &asked))
                    .filter(|round| !round.results.is_empty())
                    .collect(),
                contributions: meeting.shown(|it| !it.own).into_iter().filter(here).collect(),
            });
            before = meeting.before.as_deref();
        }
        earlier.reverse();
        earlier
    }
}

/// A round of an earlier meeting, with the numbers alone of some items.
fn of_items(round: Round, asked: &[&ItemId]) -> Round {
    let numbers = |result: ItemResult| ItemResult {
        reasons: Vec::new(),
        tally: result.tally.map(|tally| RevealedTally { texts: Vec::new(), voices: Vec::new(), ..tally }),
        ..result
    };
    Round {
        items: round.items.into_iter().filter(|item| asked.contains(&item)).collect(),
        results: round.results.into_iter().filter(|it| asked.contains(&&it.item)).map(numbers).collect(),
        relations: Vec::new(),
        ..round
    }
}
