//! What a round comes to, as its reveal finds it.

use super::rounds::count;
use super::{RoundState, State};
use crate::core::blocks::rounds::{self, Asks};
use crate::core::blocks::statements::Voted;
use crate::core::blocks::{notes, questions, statements};
use crate::core::format::{Block, ResultView};
use crate::core::ids::ItemId;
use crate::core::room::{ItemResult, Relation};

impl State {
    /// One result an item of a round.
    pub(super) fn results(&self, round: &RoundState) -> Vec<ItemResult> {
        let Some(step) = self.exercise.step(&round.step) else {
            return Vec::new();
        };
        if rounds::asks(&step.block, round.number) == Some(Asks::Dots) {
            return self.dots(round);
        }
        let k = self.settings.min_answers;
        round
            .items
            .iter()
            .filter_map(|item| {
                let now = self.voted(item, round.number);
                let before = self.voted(item, round.number - 1);
                let on = |scale, reasons| {
                    let votes = (&*now, &*before);
                    Some(statements::result(item.clone(), scale, self.settings, votes, reasons))
                };
                match &step.block {
                    Block::Statements(block) => on(&block.scale, k),
                    // Comments are written for the group: it reads each of them.
                    Block::Confirm(block) => on(&block.scale, 0),
                    Block::Principles(block) => on(&block.support_vote.as_ref()?.scale, k),
                    Block::Questions(block) => {
                        let question = block.items.iter().find(|it| it.id == *item)?;
                        Some(questions::result(question, self.settings, &now))
                    }
                    _ => None,
                }
            })
            .collect()
    }

    /// One a relation view of a round.
    pub(super) fn relations(&self, round: &RoundState) -> Vec<Relation> {
        let views = match self.exercise.step(&round.step).map(|step| &step.block) {
            Some(Block::Questions(block)) => block.views.as_slice(),
            _ => &[],
        };
        let views = views.iter().filter_map(|view| match view {
            ResultView::Relation(view) => Some(view),
            _ => None,
        });
        questions::relations(views, self.settings.min_answers, |item| self.voted(item, round.number))
    }

    fn dots(&self, round: &RoundState) -> Vec<ItemResult> {
        let enough = count(self.people.iter().filter(|person| self.has_answered(round, &person.id)));
        let placed = |item: &ItemId| -> u32 {
            let dots = |it: &Voted| it.given.value().and_then(|dots| u32::try_from(dots).ok());
            self.voted(item, round.number).iter().filter_map(dots).sum()
        };
        let result = |item: &ItemId| notes::dots(item.clone(), placed(item), enough >= self.settings.min_answers);
        round.items.iter().map(result).collect()
    }

    /// The answers to an item, by person in the order of joining.
    fn voted(&self, item: &ItemId, round: u8) -> Vec<Voted> {
        self.people
            .iter()
            .filter_map(|person| {
                let stored = self.answers.get(&(person.id.clone(), item.clone(), round))?;
                Some(Voted { person: person.id.clone(), given: stored.given.clone(), reason: stored.reason.clone() })
            })
            .collect()
    }
}
