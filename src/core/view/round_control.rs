//! What the one who leads can do with the round of the step that they lead.

use super::Text;
use super::frame::Frame;
use super::principles::principle_list;
use crate::core::blocks::item_of;
use crate::core::blocks::rounds::{self, Asks};
use crate::core::consensus::Class;
use crate::core::format::{Block, Confirm, Statements, Step};
use crate::core::ids::ItemId;
use crate::core::room::{Kind, Phase, Round};

/// What can be done with a round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundControl {
    /// The round in play: the latest opened, or the one that can be opened.
    pub round: u8,
    /// What it asks.
    pub asks: Asks,
    /// While it is answered and not shown: how many answered it, and how many are present.
    pub vote: Option<(u32, u32)>,
    /// The group may go on without it.
    pub may_wait: bool,
    /// It is shown by itself as well, once everyone has answered.
    pub by_itself: bool,
    /// What can be done with it, the next thing first.
    pub actions: Vec<RoundAction>,
    /// Items that may be put to the vote again; empty while no further round of them can be opened.
    pub again: Vec<AgainItem>,
}

/// Something that can be done with a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundAction {
    /// Open it: people can answer.
    Open,
    /// Show the results.
    Reveal,
    /// Show the results while some have not answered everything: final, so ask first.
    RevealEarly,
    /// Take no more answers, and show nothing yet.
    Close,
    /// Take answers again.
    Reopen,
}

/// An item that may be put to the vote again.
#[derive(Clone, Debug, PartialEq)]
pub struct AgainItem {
    /// The item.
    pub item: ItemId,
    /// Its text.
    pub text: Text,
    /// Whether it is proposed: what divides the group is.
    pub proposed: bool,
}

impl RoundControl {
    /// Whether it asks for attention before the way on does: not where nothing is to be done, nor where the
    /// group may go on without a round that was not opened.
    pub fn presses(&self) -> bool {
        !self.actions.is_empty() && (self.vote.is_some() || !self.may_wait)
    }
}

/// `None` where nothing is asked in rounds.
pub(super) fn round_control(frame: &Frame) -> Option<RoundControl> {
    let step = frame.step(&frame.session.stage()?)?;
    let latest = frame.room.rounds_of(&step.id).next_back();
    let revealed = latest.filter(|round| round.phase == Phase::Revealed);
    // Another kind of asking follows by itself; more of the same only where the one who leads chooses it.
    let follows = match (&step.block, revealed) {
        (Block::Notes(block), Some(round)) => block.dots_round().filter(|number| *number == round.number + 1),
        _ => None,
    };
    let number = follows.or(latest.map(|round| round.number)).unwrap_or(1);
    let asks = rounds::asks(&step.block, number)?;
    let round = latest.filter(|_| follows.is_none());
    let too_early = !frame.room.visited.contains(&step.id) || !anything_to_ask(frame, step, asks);
    Some(RoundControl {
        round: number,
        asks,
        vote: round.filter(|round| round.phase != Phase::Revealed).map(|round| (round.answered, round.present)),
        may_wait: may_wait(&step.block, asks),
        by_itself: rounds::reveals_itself(&step.block, number, frame.room.settings.pace),
        actions: if round.is_none() && too_early { Vec::new() } else { actions(round) },
        again: revealed.filter(|_| follows.is_none()).map(|round| again(frame, step, round)).unwrap_or_default(),
    })
}

/// Whether the group may go on without such a round.
fn may_wait(block: &Block, asks: Asks) -> bool {
    match block {
        Block::Principles(block) => block.support_vote.as_ref().is_some_and(|vote| vote.optional),
        _ => asks == Asks::Dots,
    }
}

/// Whether the group has something that such a round asks about.
fn anything_to_ask(frame: &Frame, step: &Step, asks: Asks) -> bool {
    let kind = match asks {
        Asks::Dots => Kind::Note,
        Asks::Support => Kind::Principle,
        _ => return true,
    };
    let shown = frame.exercise.shown_in(step);
    frame.room.contributions.iter().any(|it| it.body.kind() == kind && shown.iter().any(|step| step.id == it.step))
}

fn actions(round: Option<&Round>) -> Vec<RoundAction> {
    let Some(round) = round else {
        return vec![RoundAction::Open];
    };
    let reveal = if round.answered < round.present { RoundAction::RevealEarly } else { RoundAction::Reveal };
    match round.phase {
        Phase::Open => vec![reveal, RoundAction::Close],
        Phase::Closed => vec![reveal, RoundAction::Reopen],
        Phase::Revealed => Vec::new(),
    }
}

/// What may be put to the vote again, after a round that was revealed.
fn again(frame: &Frame, step: &Step, round: &Round) -> Vec<AgainItem> {
    if round.number >= rounds::most(&step.block) {
        return Vec::new();
    }
    match &step.block {
        Block::Statements(block) => statements_again(frame, block, round),
        Block::Confirm(block) => sections_again(frame, step, block, round),
        Block::Principles(_) => principles_again(frame, step, round),
        _ => Vec::new(),
    }
}

fn statements_again(frame: &Frame, block: &Statements, round: &Round) -> Vec<AgainItem> {
    let item = |it: &crate::core::format::Statement| AgainItem {
        item: it.id.clone(),
        text: frame.text(&it.text),
        proposed: class(round, &it.id) == Some(Class::Divided),
    };
    block.items.iter().map(item).collect()
}

/// What not everybody finds right is proposed.
fn sections_again(frame: &Frame, step: &Step, block: &Confirm, round: &Round) -> Vec<AgainItem> {
    let all_right = |item: &ItemId| {
        let result = round.results.iter().find(|it| it.item == *item);
        let tally = result.and_then(|it| it.tally.as_ref());
        tally.is_some_and(|tally| tally.counts.split_last().is_some_and(|(_, others)| others.iter().all(|it| *it == 0)))
    };
    let sections = block.summary_of.iter().filter_map(|id| frame.exercise.step(id));
    let again = sections.map(|source| {
        let item = item_of(&step.id, source.id.as_str());
        AgainItem { text: frame.text(&source.title), proposed: !all_right(&item), item }
    });
    again.collect()
}

/// What not everybody supports, or was not asked about, is proposed.
fn principles_again(frame: &Frame, step: &Step, round: &Round) -> Vec<AgainItem> {
    let again = principle_list(frame, step).into_iter().filter(|it| it.meta.revision > 0).map(|principle| {
        let item = item_of(&step.id, principle.meta.id.as_str());
        AgainItem { text: principle.text, proposed: class(round, &item) != Some(Class::Consensus), item }
    });
    again.collect()
}

fn class(round: &Round, item: &ItemId) -> Option<Class> {
    let result = round.results.iter().find(|it| it.item == *item)?;
    Some(result.tally.as_ref()?.class)
}
