//! Answers: taken while a round is open, and counted at its reveal.

use super::{Actor, Changed, RoundState, Snapshot, State, StoredAnswer};
use crate::core::blocks::statements::{Given, REASON_LIMIT, tally};
use crate::core::format::{Block, Scale};
use crate::core::ids::{ItemId, PersonId, StepId};
use crate::core::refusal::Refusal;
use crate::core::room::{Choice, ItemResult, Phase, Visibility};
use crate::core::text::{Lines, clean};

/// The most times an answer can be corrected; what a database keeps in four bytes.
const SEQ_LIMIT: u32 = i32::MAX as u32;

impl State {
    pub(super) fn answer(
        &mut self,
        actor: &Actor,
        item: &ItemId,
        number: u8,
        choice: Choice,
        reason: &str,
        seq: u32,
    ) -> Result<Changed, Refusal> {
        self.must_take_part(actor)?;
        let (step, block) = self.exercise.step_of_item(item).ok_or(Refusal::UnknownItem)?;
        self.step(&step.id).map_err(|_| Refusal::UnknownItem)?;
        if number == 0 || number > block.rounds {
            return Err(Refusal::UnknownRound);
        }
        self.must_have_visited(&step.id)?;
        let round =
            self.round(&step.id, number).filter(|round| round.phase == Phase::Open).ok_or(Refusal::RoundNotOpen)?;
        if !round.items.contains(item) {
            return Err(Refusal::UnknownItem);
        }
        check_choice(&block.scale, choice)?;
        let reason = clean(reason, REASON_LIMIT, Lines::One)?;
        if (!block.reasons && !reason.is_empty()) || !(1..=SEQ_LIMIT).contains(&seq) {
            return Err(Refusal::BadValue);
        }
        let step = step.id.clone();
        let items = round.items.clone();
        let key = (actor.person.clone(), item.clone(), number);
        if self.answers.get(&key).is_some_and(|stored| stored.seq >= seq) {
            return Ok(Changed::Nothing);
        }
        self.answers.insert(key, StoredAnswer { choice, reason, seq });
        if self.answered_all(&actor.person, &items, number) {
            self.mark_done(&actor.person, &step);
        }
        Ok(Changed::Own)
    }

    pub(super) fn took_part(&mut self, actor: &Actor, step: &StepId) -> Result<Changed, Refusal> {
        self.must_take_part(actor)?;
        let votes = matches!(self.step(step)?.block, Block::Statements(_));
        self.must_have_visited(step)?;
        // Who comes after the reveal talks along: that is taking part too. Before it there is an answer to give.
        let latest = self.rounds.iter().rfind(|round| round.step == *step);
        if votes && latest.is_none_or(|round| round.phase != Phase::Revealed) {
            return Err(Refusal::WrongState);
        }
        self.mark_done(&actor.person, step);
        Ok(Changed::Own)
    }

    /// How many answered every item of a round.
    pub(super) fn answered(&self, round: &RoundState) -> u32 {
        let complete = self.people.iter().filter(|person| self.answered_all(&person.id, &round.items, round.number));
        u32::try_from(complete.count()).unwrap_or(u32::MAX)
    }

    pub(super) fn present(&self) -> u32 {
        u32::try_from(self.people.iter().filter(|person| person.present).count()).unwrap_or(u32::MAX)
    }

    /// What a hidden meeting leaves behind are the tallies it has shown, and no single answer.
    pub fn forget_hidden_answers(&mut self) {
        if self.settings.visibility == Visibility::Hidden {
            self.answers.clear();
        }
    }

    fn answered_all(&self, person: &PersonId, items: &[ItemId], round: u8) -> bool {
        items.iter().all(|item| self.answers.contains_key(&(person.clone(), item.clone(), round)))
    }

    /// What a reveal of `round` finds now.
    pub(super) fn snapshot(&self, round: &RoundState) -> Snapshot {
        Snapshot {
            answered: self.answered(round),
            present: self.present(),
            results: round.items.iter().map(|item| self.result(round, item)).collect(),
        }
    }

    fn result(&self, round: &RoundState, item: &ItemId) -> ItemResult {
        let now = self.given(item, round.number);
        let before = self.given(item, round.number - 1);
        let tally =
            self.exercise.step_of_item(item).and_then(|(_, block)| tally(&block.scale, self.settings, &now, &before));
        ItemResult { item: item.clone(), answered: u32::try_from(now.len()).unwrap_or(u32::MAX), tally }
    }

    fn given(&self, item: &ItemId, round: u8) -> Vec<Given> {
        self.people
            .iter()
            .filter_map(|person| {
                let stored = self.answers.get(&(person.id.clone(), item.clone(), round))?;
                Some(Given { person: person.id.clone(), choice: stored.choice, reason: stored.reason.clone() })
            })
            .collect()
    }
}

fn check_choice(scale: &Scale, choice: Choice) -> Result<(), Refusal> {
    match choice {
        Choice::Point(value) if scale.points.iter().any(|point| point.value == value) => Ok(()),
        Choice::Point(_) => Err(Refusal::OffScale),
        Choice::OptOut if scale.opt_out.is_some() => Ok(()),
        Choice::OptOut => Err(Refusal::OptOutNotOffered),
    }
}
