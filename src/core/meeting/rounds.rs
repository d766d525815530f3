//! Rounds of a meeting: what each asks now, who counts as having answered, and how far it is.

use super::{Actor, Changed, RoundState, Shared, Snapshot, State};
use crate::core::blocks::confirm::sections;
use crate::core::blocks::item_of;
use crate::core::blocks::rounds::{self, Asks};
use crate::core::format::{Block, Notes, Step};
use crate::core::ids::{ItemId, PersonId, StepId};
use crate::core::order::{by_key, place_in};
use crate::core::refusal::Refusal;
use crate::core::room::{Body, Kind, Pace, Phase, Visibility};

impl State {
    /// Notes that the group has been at a step. The first time, what is answered or written alone is opened, so
    /// that nobody has to press twice to begin.
    pub(super) fn visit(&mut self, id: &StepId) {
        if self.visited.contains(id) {
            return;
        }
        self.visited.push(id.clone());
        let order: Vec<StepId> = self.order().into_iter().cloned().collect();
        self.visited = by_key(std::mem::take(&mut self.visited), |step| place_in(&order, step));
        let Some(step) = self.exercise.step(id) else {
            return;
        };
        let opens = match &step.block {
            Block::Statements(_) | Block::Questions(_) => true,
            Block::Notes(block) => block.begins_with_writing(),
            _ => false,
        };
        if opens {
            let items = self.asked(step, 1);
            self.open_round(id, 1, items);
        }
    }

    /// All that a round of a step can ask now, in order.
    fn asked(&self, step: &Step, number: u8) -> Vec<ItemId> {
        match (&step.block, rounds::asks(&step.block, number)) {
            (Block::Confirm(block), _) => sections(step, block),
            (_, Some(Asks::Dots)) => self.asked_of(step, Kind::Note),
            (_, Some(Asks::Support)) => self.asked_of(step, Kind::Principle),
            (_, Some(Asks::Notes)) => Vec::new(),
            _ => step.items().into_iter().cloned().collect(),
        }
    }

    /// What a step shows of a kind, its own first, as the room lists it.
    fn asked_of(&self, step: &Step, kind: Kind) -> Vec<ItemId> {
        let shown = self.exercise.shown_in(step);
        shown
            .iter()
            .flat_map(|from| self.seen_by_all().filter(|it| it.step == from.id && it.body.kind() == kind))
            .map(|it| item_of(&step.id, it.id.as_str()))
            .collect()
    }

    /// What the group sees.
    pub(super) fn seen_by_all(&self) -> impl Iterator<Item = &Shared> {
        self.contributions.iter().filter(|it| !it.deleted && !it.own)
    }

    fn open_round(&mut self, step: &StepId, number: u8, items: Vec<ItemId>) {
        self.rounds.push(RoundState { step: step.clone(), number, phase: Phase::Open, items, snapshot: None });
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
        let step = self.step(step)?;
        let most = rounds::most(&step.block);
        if most == 0 {
            return Err(Refusal::WrongBlock);
        }
        if number == 0 || number > most {
            return Err(Refusal::UnknownRound);
        }
        let asks = rounds::asks(&step.block, number);
        let opens = (from, to) == (None, Phase::Open);
        // Only a later round of the same kind of asking is one of chosen items.
        let chooses = opens && number > 1 && asks != Some(Asks::Dots);
        let all = if opens { self.asked(step, number) } else { Vec::new() };
        if chooses && items.iter().any(|item| !all.contains(item)) {
            return Err(Refusal::UnknownItem);
        }
        let takes_all = !chooses || (asks == Some(Asks::Support) && items.is_empty());
        let chosen: Vec<ItemId> = all.into_iter().filter(|item| takes_all || items.contains(item)).collect();
        let id = step.id.clone();
        self.must_have_visited(&id)?;
        if self.phase(&id, number) != from {
            return Err(Refusal::WrongState);
        }
        match (from, to) {
            (None, Phase::Open) => {
                if number > 1 && self.phase(&id, number - 1) != Some(Phase::Revealed) {
                    return Err(Refusal::WrongState);
                }
                if chosen.is_empty() && takes_all && matches!(asks, Some(Asks::Dots | Asks::Support)) {
                    return Err(Refusal::WrongState);
                }
                if chosen.is_empty() && asks != Some(Asks::Notes) {
                    return Err(Refusal::BadValue);
                }
                self.open_round(&id, number, chosen);
            }
            (Some(Phase::Open), Phase::Closed) | (Some(Phase::Closed), Phase::Open) => {
                if let Some(round) = self.round_mut(&id, number) {
                    round.phase = to;
                }
            }
            (Some(Phase::Open | Phase::Closed), Phase::Revealed) => self.reveal(&id, number),
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

    fn round_mut(&mut self, step: &StepId, number: u8) -> Option<&mut RoundState> {
        self.rounds.iter_mut().find(|round| round.step == *step && round.number == number)
    }

    /// Takes the snapshot of a round; the caller raises the revision by one.
    fn reveal(&mut self, step: &StepId, number: u8) {
        let snapshot = self.round(step, number).map(|round| self.snapshot(round));
        if let Some(round) = self.round_mut(step, number) {
            round.phase = Phase::Revealed;
            round.snapshot = snapshot;
        }
        let exercise = self.exercise.clone();
        if let Some(Block::Notes(block)) = exercise.step(step).map(|step| &step.block)
            && block.begins_with_writing()
            && number == 1
        {
            self.show_what_was_written(step, block);
        }
    }

    /// All notes of a step at once, in an order that tells nothing about who wrote them or when.
    fn show_what_was_written(&mut self, step: &StepId, block: &Notes) {
        let revision = self.revision + 1;
        let is_one = |it: &Shared| it.own && !it.deleted && it.step == *step;
        let (mut written, others): (Vec<Shared>, Vec<Shared>) =
            std::mem::take(&mut self.contributions).into_iter().partition(is_one);
        let place = |it: &Shared| match &it.body {
            Body::Note { column, .. } => block.columns.iter().position(|known| known.id == *column),
            _ => None,
        };
        let text = |it: &Shared| match &it.body {
            Body::Note { text, .. } => text.clone(),
            _ => "".into(),
        };
        written.sort_by(|one, other| (place(one), text(one), &one.id).cmp(&(place(other), text(other), &other.id)));
        self.contributions = others;
        self.contributions.extend(written.into_iter().map(|it| Shared { own: false, revision, ..it }));
    }

    /// Reveals every open round whose step wants that once everyone has answered, with a revision of its own.
    pub(super) fn reveal_what_is_complete(&mut self) {
        if self.closed {
            return;
        }
        while let Some((step, number)) = self.complete_round() {
            self.reveal(&step, number);
            self.revision += 1;
        }
    }

    fn complete_round(&self) -> Option<(StepId, u8)> {
        let complete = |round: &&RoundState| {
            let Some(step) = self.exercise.step(&round.step) else {
                return false;
            };
            let mut present = self.people.iter().filter(|person| person.present).peekable();
            round.phase == Phase::Open
                && rounds::reveals_itself(&step.block, round.number, self.settings.pace)
                && present.peek().is_some()
                && present.all(|person| self.has_answered(round, &person.id))
                && (self.settings.pace == Pace::Together || self.answered(round) >= self.present())
        };
        self.rounds.iter().find(complete).map(|round| (round.step.clone(), round.number))
    }

    /// Whether somebody counts as having answered a round.
    pub(super) fn has_answered(&self, round: &RoundState, person: &PersonId) -> bool {
        // Whose answers cannot be told apart any more are not counted either.
        if self.closed && self.settings.visibility == Visibility::Hidden {
            return false;
        }
        let Some(step) = self.exercise.step(&round.step) else {
            return false;
        };
        let given = |item: &ItemId| self.answers.get(&(person.clone(), item.clone(), round.number));
        match (&step.block, rounds::asks(&step.block, round.number)) {
            (Block::Questions(_), _) => self.is_done(person, &step.id),
            (_, Some(Asks::Dots)) => {
                round.items.iter().filter_map(given).any(|it| it.given.value().is_some_and(|dots| dots > 0))
            }
            (_, Some(Asks::Notes)) => self
                .contributions
                .iter()
                .any(|it| !it.deleted && it.step == step.id && it.author.as_ref() == Some(person)),
            _ => round.items.iter().all(|item| given(item).is_some()),
        }
    }

    /// How many count as having answered a round.
    pub(super) fn answered(&self, round: &RoundState) -> u32 {
        count(self.people.iter().filter(|person| self.has_answered(round, &person.id)))
    }

    /// How many are present, or can take part where everyone does so at their own pace.
    pub(super) fn present(&self) -> u32 {
        match self.settings.pace {
            Pace::Own => self.expected.unwrap_or_else(|| count(self.people.iter())),
            Pace::Together => count(self.people.iter().filter(|person| person.present)),
        }
    }

    /// What a reveal of `round` finds now.
    fn snapshot(&self, round: &RoundState) -> Snapshot {
        Snapshot {
            answered: self.answered(round),
            present: self.present(),
            results: self.results(round),
            relations: self.relations(round),
        }
    }
}

pub(super) fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
