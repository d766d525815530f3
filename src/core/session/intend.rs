//! From what the user wants to commands: with identities, sequence numbers and the states to compare.

use std::rc::Rc;

use super::Session;
use crate::core::blocks::principles::scope_id;
use crate::core::command::{Command, TimerSetting};
use crate::core::format::Block;
use crate::core::ids::{ContributionId, ItemId, StepId};
use crate::core::intent::{Intent, Keep};
use crate::core::room::{Answer, Body, Choice, Phase, Place, Round};

impl Session {
    /// Puts what comes of an intent into the outbox, or changes where the user looks. An intent that makes
    /// no sense where the meeting is now (a click on a button that has just gone) does nothing.
    pub(super) fn intend(&mut self, intent: Intent, new_id: ContributionId, at: i64) {
        match intent {
            Intent::LookAt(place) => {
                let group = self.confirmed_room.as_ref().map(|room| &room.place);
                self.looking_at = Some(place).filter(|place| Some(place) != group);
            }
            Intent::Follow => self.looking_at = None,
            Intent::Dismiss(id) => self.notes.retain(|note| note.id != id),
            Intent::Draft { key, text } => self.draft(key, text),
            Intent::ExtendTimer { seconds } => self.give(|session| session.extend_timer(seconds, at)),
            Intent::Settle { id, keep } => self.settle(&id, keep, new_id),
            Intent::Answer { item, choice } => self.answer(item, Some(choice), None),
            Intent::Reason { item, text } => self.answer(item, None, Some(&text)),
            Intent::GoTo(to) => {
                self.looking_at = None;
                self.give(|session| session.go_to(to));
            }
            other => self.give(|session| session.command(other, new_id)),
        }
    }

    fn give(&mut self, command: impl FnOnce(&Self) -> Option<Command>) {
        if let Some(command) = command(self) {
            self.outbox.push(command);
        }
    }

    fn command(&self, intent: Intent, new_id: ContributionId) -> Option<Command> {
        let me = || self.me.person.clone();
        Some(match intent {
            Intent::Join { name } => Command::Join { name },
            Intent::Leave => Command::Leave,
            Intent::TakeChair => Command::SetChair { from: self.room()?.chair.clone(), to: Some(me()) },
            Intent::ReleaseChair => Command::SetChair { from: Some(me()), to: None },
            Intent::Mark { person, present } => Command::Mark { person, present },
            Intent::TookPart { step } => Command::TookPart { step },
            Intent::Create { step, body } => {
                let id = self.id_for(&step, &body).unwrap_or(new_id);
                Command::Save { id, step, base: None, body }
            }
            Intent::Change { id, step, base, body } => {
                Command::Save { id, step, base: (base > 0).then_some(base), body }
            }
            Intent::Remove { id } => {
                let base = self.room()?.contributions.iter().find(|it| it.id == id)?.revision;
                Command::Delete { id, base }
            }
            Intent::Move { id, after } => Command::Move { id, after },
            Intent::OpenRound { items } => self.open_round(items)?,
            Intent::CloseRound => self.set_phase(Phase::Closed)?,
            Intent::ReopenRound => self.set_phase(Phase::Open)?,
            Intent::Reveal => self.set_phase(Phase::Revealed)?,
            Intent::PauseTimer => self.set_timer(|now| TimerSetting { running: false, ..now })?,
            Intent::ResumeTimer => self.set_timer(|now| TimerSetting { running: true, ..now })?,
            Intent::CloseMeeting => Command::Close { from: self.room()?.place.clone() },
            _ => return None,
        })
    }

    fn go_to(&self, to: Place) -> Option<Command> {
        let from = self.room()?.place.clone();
        Some(Command::GoTo { from, to })
    }

    /// A scope has one identity; everything else a new one.
    fn id_for(&self, step: &StepId, body: &Body) -> Option<ContributionId> {
        match (&self.exercise.step(step)?.block, body) {
            (Block::Principles(block), Body::Scope { .. }) => Some(scope_id(&block.list)),
            _ => None,
        }
    }

    /// The latest round of the step that the group is at.
    fn round_in_play(&self) -> Option<&Round> {
        let room = self.room()?;
        let Place::Step(step) = &room.place else {
            return None;
        };
        room.rounds.iter().rfind(|round| round.step == *step)
    }

    fn set_phase(&self, to: Phase) -> Option<Command> {
        let round = self.round_in_play()?;
        Some(Command::SetRound {
            step: round.step.clone(),
            round: round.number,
            from: Some(round.phase),
            to,
            items: Vec::new(),
        })
    }

    fn open_round(&self, items: Vec<ItemId>) -> Option<Command> {
        let Place::Step(step) = &self.room()?.place else {
            return None;
        };
        let round = self.round_in_play().map_or(1, |round| round.number + 1);
        Some(Command::SetRound { step: step.clone(), round, from: None, to: Phase::Open, items })
    }

    /// More time from now on: past its end a timer gets that much again, not a little less overtime.
    fn extend_timer(&self, seconds: u32, at: i64) -> Option<Command> {
        let timer = self.room()?.timer?;
        let over = -timer.left_ms(at + self.clock_offset());
        let over = u32::try_from((over.max(0) + 999) / 1000).unwrap_or(0);
        let from = timer.setting();
        let to = TimerSetting { seconds: from.seconds.saturating_add(over).saturating_add(seconds), ..from };
        Some(Command::SetTimer { from, to })
    }

    fn draft(&mut self, key: Rc<str>, text: Rc<str>) {
        let drafts = Rc::make_mut(&mut self.drafts);
        drafts.retain(|(known, _)| *known != key);
        if !text.is_empty() {
            drafts.push((key, text));
        }
    }

    fn set_timer(&self, change: impl FnOnce(TimerSetting) -> TimerSetting) -> Option<Command> {
        let from = self.room()?.timer?.setting();
        Some(Command::SetTimer { from, to: change(from) })
    }

    /// An answer in the latest round of the item's step; what is not given stays as it was.
    fn answer(&mut self, item: ItemId, choice: Option<Choice>, reason: Option<&str>) {
        let Some(number) = self.open_round_of(&item) else {
            return;
        };
        let before: Option<&Answer> = self.me.answers.iter().find(|it| it.item == item && it.round == number);
        let Some(choice) = choice.or_else(|| before.map(|it| it.choice)) else {
            return;
        };
        let reason = match (reason, before) {
            (Some(text), _) => text.into(),
            (None, Some(answer)) => answer.reason.clone(),
            (None, None) => "".into(),
        };
        if before.is_some_and(|it| it.choice == choice && it.reason == reason) {
            return;
        }
        let seq = before.map_or(1, |it| it.seq + 1);
        self.outbox.push(Command::Answer { item, round: number, choice, reason, seq });
    }

    fn open_round_of(&self, item: &ItemId) -> Option<u8> {
        let (step, _) = self.exercise.step_of_item(item)?;
        let room = self.room()?;
        let open = |round: &&Round| round.step == step.id && round.phase == Phase::Open && round.items.contains(item);
        room.rounds.iter().filter(open).map(|round| round.number).next_back()
    }

    /// The own text is saved over theirs, or anew where theirs is gone; or it is dropped.
    fn settle(&mut self, id: &ContributionId, keep: Keep, new_id: ContributionId) {
        let Some(at) = self.unsettled.iter().position(|it| it.id == *id) else {
            return;
        };
        let own = self.unsettled.remove(at);
        if keep == Keep::Theirs {
            return;
        }
        let theirs = self
            .confirmed_room
            .as_ref()
            .and_then(|room| room.contributions.iter().find(|it| it.id == *id).map(|it| it.revision));
        let id = match theirs {
            Some(_) => own.id,
            None => self.id_for(&own.step, &own.body).unwrap_or(new_id),
        };
        self.outbox.push(Command::Save { id, step: own.step, base: theirs, body: own.body });
    }
}
