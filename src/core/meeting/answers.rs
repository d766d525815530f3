//! Answers: taken while a round is open.

use std::rc::Rc;

use super::{Actor, Changed, State, StoredAnswer};
use crate::core::blocks::confirm::COMMENT_LIMIT;
use crate::core::blocks::questions;
use crate::core::blocks::rounds::{self, Asks};
use crate::core::blocks::statements::{REASON_LIMIT, check_choice};
use crate::core::format::{Block, Step};
use crate::core::ids::{ItemId, PersonId, StepId};
use crate::core::refusal::Refusal;
use crate::core::room::{Given, Phase, Visibility};
use crate::core::text::{Lines, clean};

/// The most times an answer can be corrected; what a database keeps in four bytes.
pub(super) const SEQ_LIMIT: u32 = i32::MAX as u32;

impl State {
    pub(super) fn answer(
        &mut self,
        actor: &Actor,
        item: &ItemId,
        number: u8,
        given: &Given,
        reason: &str,
        seq: u32,
    ) -> Result<Changed, Refusal> {
        self.must_take_part(actor)?;
        let step = self.exercise.step_of_item(item).ok_or(Refusal::UnknownItem)?;
        let step = self.step(&step.id).map_err(|_| Refusal::UnknownItem)?;
        if number == 0 || number > rounds::most(&step.block) {
            return Err(Refusal::UnknownRound);
        }
        self.must_have_visited(&step.id)?;
        let round =
            self.round(&step.id, number).filter(|round| round.phase == Phase::Open).ok_or(Refusal::RoundNotOpen)?;
        if !round.items.contains(item) {
            return Err(Refusal::UnknownItem);
        }
        let stored = StoredAnswer { seq, ..checked(step, item, number, given, reason)? };
        if !(1..=SEQ_LIMIT).contains(&seq) {
            return Err(Refusal::BadValue);
        }
        let key = (actor.person.clone(), item.clone(), number);
        if self.answers.get(&key).is_some_and(|before| before.seq >= seq) {
            return Ok(Changed::Nothing);
        }
        let asks = rounds::asks(&step.block, number);
        if let (Some(Asks::Dots), Block::Notes(block)) = (asks, &step.block)
            && self.dots_elsewhere(&key) + given.value().unwrap_or(0) > i32::try_from(block.dots).unwrap_or(0)
        {
            return Err(Refusal::DotsSpent);
        }
        let done = match asks {
            Some(Asks::Dots) => given.value().is_some_and(|dots| dots > 0),
            Some(Asks::Support) => true,
            _ => false,
        };
        let handed_in_apart = matches!(step.block, Block::Questions(_));
        let (step, round) = (step.id.clone(), round.clone());
        self.answers.insert(key, stored);
        if done || (!handed_in_apart && asks != Some(Asks::Dots) && self.has_answered(&round, &actor.person)) {
            self.mark_done(&actor.person, &step);
        }
        Ok(Changed::Own)
    }

    /// How many dots somebody placed in a round on other notes.
    fn dots_elsewhere(&self, (person, item, number): &(PersonId, ItemId, u8)) -> i32 {
        let step = item.as_str().split_once(':').map(|(step, _)| step);
        let same = |(who, what, round): &(PersonId, ItemId, u8)| {
            who == person && round == number && what != item && what.as_str().split_once(':').map(|it| it.0) == step
        };
        self.answers.iter().filter(|(key, _)| same(key)).filter_map(|(_, it)| it.given.value()).sum()
    }

    pub(super) fn took_part(&mut self, actor: &Actor, step: &StepId) -> Result<Changed, Refusal> {
        self.must_take_part(actor)?;
        let block = &self.step(step)?.block;
        if matches!(block, Block::Info(_)) {
            return Err(Refusal::WrongBlock);
        }
        let votes = matches!(block, Block::Statements(_) | Block::Confirm(_));
        self.must_have_visited(step)?;
        // Who comes after the reveal talks along: that is taking part too. Before it there is an answer to give.
        let latest = self.rounds.iter().rfind(|round| round.step == *step);
        if votes && latest.is_none_or(|round| round.phase != Phase::Revealed) {
            return Err(Refusal::WrongState);
        }
        self.mark_done(&actor.person, step);
        Ok(Changed::Own)
    }

    /// The meeting as a file may hold it: nobody sees there what another chose, nor what only its author sees; of
    /// this meeting and those before it.
    #[must_use]
    pub fn without_secrets(&self) -> Self {
        let mut state = self.clone();
        state.before = self.before.as_ref().map(|before| Rc::new(before.without_secrets()));
        state.contributions.retain(|it| !it.own);
        state.forget_hidden_answers();
        state
    }

    /// What a hidden meeting leaves behind are the tallies it has shown, and no single answer.
    pub(super) fn forget_hidden_answers(&mut self) {
        if self.settings.visibility == Visibility::Hidden {
            self.answers.clear();
        }
    }
}

/// The answer as it is kept; its counter is the caller's.
pub(super) fn checked(
    step: &Step,
    item: &ItemId,
    number: u8,
    given: &Given,
    reason: &str,
) -> Result<StoredAnswer, Refusal> {
    let unused = !given.options.is_empty() || !given.text.is_empty();
    let mut given = given.clone();
    let mut limit = 0;
    match &step.block {
        Block::Questions(block) => {
            let question = block.items.iter().find(|it| it.id == *item).ok_or(Refusal::UnknownItem)?;
            given = questions::checked(question, &given)?;
        }
        _ if unused => return Err(Refusal::BadValue),
        Block::Statements(block) => {
            check_choice(&block.scale, given.choice)?;
            limit = if block.reasons { REASON_LIMIT } else { 0 };
        }
        Block::Confirm(block) => {
            check_choice(&block.scale, given.choice)?;
            limit = COMMENT_LIMIT;
        }
        Block::Principles(block) => {
            let vote = block.support_vote.as_ref().ok_or(Refusal::UnknownRound)?;
            check_choice(&vote.scale, given.choice)?;
        }
        Block::Notes(block) if rounds::asks(&step.block, number) == Some(Asks::Dots) => match given.value() {
            None => return Err(Refusal::BadValue),
            Some(dots) if dots < 0 => return Err(Refusal::OffScale),
            Some(dots) if dots > i32::try_from(block.dots).unwrap_or(0) => return Err(Refusal::DotsSpent),
            Some(_) => {}
        },
        _ => return Err(Refusal::UnknownItem),
    }
    if limit == 0 {
        return if reason.is_empty() {
            Ok(StoredAnswer { given, reason: "".into(), seq: 0 })
        } else {
            Err(Refusal::BadValue)
        };
    }
    let reason = clean(reason, limit, Lines::One)?;
    if let Block::Confirm(block) = &step.block
        && reason.is_empty()
        && given.value().is_some_and(|value| block.comment_required_for.contains(&value))
    {
        return Err(Refusal::RequiredField);
    }
    Ok(StoredAnswer { given, reason, seq: 0 })
}
