//! From what the user wants to commands: with identities, sequence numbers and the states to compare.

use std::rc::Rc;

use super::Session;
use crate::core::blocks::principles::scope_id;
use crate::core::command::{Command, TimerSetting};
use crate::core::format::Block;
use crate::core::ids::{ContributionId, ItemId, StepId};
use crate::core::intent::{Intent, Keep};
use crate::core::room::{Answer, Body, Choice, Contribution, Given, Pace, Phase, Place, Round, Timer};
use crate::core::timing::MAX_SECONDS;

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
            Intent::EndTimer => self.give(|session| session.end_timer(at)),
            Intent::Settle { id, keep } => self.settle(&id, keep, new_id),
            Intent::Answer { item, choice } => self.answer(item, Some(choice.into()), None),
            Intent::AnswerOptions { item, options } => {
                self.answer(item, Some(Given { options, ..Choice::OptOut.into() }), None);
            }
            Intent::AnswerText { item, text } => {
                self.answer(item, Some(Given { text, ..Choice::OptOut.into() }), None);
            }
            Intent::Comment { item, choice, text } => self.answer(item, Some(choice.into()), Some(&text)),
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
            Intent::HandChair(to) => Command::SetChair { from: self.room()?.chair.clone(), to: Some(to) },
            Intent::Mark { person, present } => Command::Mark { person, present },
            Intent::TookPart { step } => Command::TookPart { step },
            Intent::Create { step, body } => {
                let id = self.id_for(&step, &body).unwrap_or(new_id);
                let at = self.place_beside(&step);
                Command::Save { id, step, base: None, at, body }
            }
            Intent::Change { id, step, base, body } => {
                let at = self.place_beside(&step);
                Command::Save { id, step, base: (base > 0).then_some(base), at, body }
            }
            Intent::Remove { id } => {
                let base = self.contribution(&id)?.revision;
                Command::Delete { id, base }
            }
            Intent::Share { id } => {
                let base = self.contribution(&id)?.revision;
                Command::Share { id, base }
            }
            Intent::Move { id, after } => Command::Move { id, after },
            Intent::OpenRound { items } => self.open_round(items)?,
            Intent::CloseRound => self.set_phase(Phase::Closed)?,
            Intent::ReopenRound => self.set_phase(Phase::Open)?,
            Intent::Reveal => self.set_phase(Phase::Revealed)?,
            Intent::PauseTimer => self.set_timer(|now| TimerSetting { running: false, ..now })?,
            Intent::ResumeTimer => self.set_timer(|now| TimerSetting { running: true, ..now })?,
            Intent::ChoosePart(to) => Command::ChoosePart { from: self.room()?.part.clone(), to },
            Intent::StartNext(part) => Command::StartNext { from: self.room()?.number, part },
            Intent::AskSharing(lesson) => Command::AskSharing { asked: self.asked(), lesson },
            Intent::Consent(agrees) => Command::Consent { asked: self.asked()?, agrees },
            Intent::Publish => Command::Publish { asked: self.asked()? },
            Intent::Withdraw => Command::Withdraw { asked: self.asked()? },
            Intent::CloseMeeting => Command::Close { from: self.room()?.place.clone() },
            _ => return None,
        })
    }

    fn go_to(&self, to: Place) -> Option<Command> {
        let from = self.room()?.place.clone();
        Some(Command::GoTo { from, to })
    }

    /// The question that stands, whether other groups may see something.
    fn asked(&self) -> Option<u64> {
        Some(self.room()?.sharing.as_ref()?.asked)
    }

    /// A scope has one identity; everything else a new one.
    fn id_for(&self, step: &StepId, body: &Body) -> Option<ContributionId> {
        match (&self.exercise.step(step)?.block, body) {
            (Block::Principles(block), Body::Scope { .. }) => Some(scope_id(&block.list)),
            _ => None,
        }
    }

    /// Where the user is, where that is another step than a contribution's own, which is shown there too.
    fn place_beside(&self, step: &StepId) -> Option<StepId> {
        match self.place() {
            Place::Step(place) if place != *step => {
                let shown = self.exercise.step(&place).map(|at| self.exercise.shown_in(at)).unwrap_or_default();
                shown.iter().any(|it| it.id == *step).then_some(place)
            }
            _ => None,
        }
    }

    /// A contribution that the user sees.
    fn contribution(&self, id: &ContributionId) -> Option<&Contribution> {
        let room = self.room.iter().flat_map(|room| &room.contributions);
        room.chain(&self.me.contributions).find(|it| it.id == *id)
    }

    /// The step whose rounds the user opens and closes: where the group is, or, where everyone goes at their own
    /// pace, where the user looks.
    pub fn stage(&self) -> Option<StepId> {
        let room = self.room()?;
        let place = if room.settings.pace == Pace::Own { self.place() } else { room.place.clone() };
        match place {
            Place::Step(step) => Some(step),
            Place::Start | Place::Closing => None,
        }
    }

    /// The latest round of the step on stage.
    pub(super) fn round_in_play(&self) -> Option<&Round> {
        let step = self.stage()?;
        self.room()?.rounds.iter().rfind(|round| round.step == step)
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
        let step = self.stage()?;
        let round = self.round_in_play().map_or(1, |round| round.number + 1);
        Some(Command::SetRound { step, round, from: None, to: Phase::Open, items })
    }

    /// The step that the group is at, and its timer.
    fn timer_here(&self) -> Option<(StepId, Timer)> {
        let room = self.room()?;
        match &room.place {
            Place::Step(step) => Some((step.clone(), room.timer?)),
            Place::Start | Place::Closing => None,
        }
    }

    /// More time from now on: past its end a timer gets that much again, not a little less overtime, and runs.
    fn extend_timer(&self, seconds: u32, at: i64) -> Option<Command> {
        let (step, timer) = self.timer_here()?;
        let over = -timer.left_ms(at + self.clock_offset());
        let more = u32::try_from((over.max(0) + 999) / 1000).unwrap_or(0);
        let from = timer.setting();
        let seconds = from.seconds.saturating_add(more).saturating_add(seconds).min(MAX_SECONDS);
        Some(Command::SetTimer { step, from, to: TimerSetting { seconds, running: from.running || over >= 0 } })
    }

    /// What has run is all there was, and nothing runs on.
    fn end_timer(&self, at: i64) -> Option<Command> {
        let (step, timer) = self.timer_here()?;
        let from = timer.setting();
        let run_ms = i64::from(from.seconds) * 1000 - timer.left_ms(at + self.clock_offset());
        let seconds = u32::try_from((run_ms / 1000).clamp(0, MAX_SECONDS.into())).unwrap_or(0);
        Some(Command::SetTimer { step, from, to: TimerSetting { seconds, running: false } })
    }

    fn draft(&mut self, key: Rc<str>, text: Rc<str>) {
        let drafts = Rc::make_mut(&mut self.drafts);
        drafts.retain(|(known, _)| *known != key);
        if !text.is_empty() {
            drafts.push((key, text));
        }
    }

    fn set_timer(&self, change: impl FnOnce(TimerSetting) -> TimerSetting) -> Option<Command> {
        let (step, timer) = self.timer_here()?;
        let from = timer.setting();
        Some(Command::SetTimer { step, from, to: change(from) })
    }

    /// An answer in the latest round of the item's step; what is not given stays as it was.
    fn answer(&mut self, item: ItemId, given: Option<Given>, reason: Option<&str>) {
        let Some(number) = self.open_round_of(&item) else {
            return;
        };
        let before: Option<&Answer> = self.me.answers.iter().find(|it| it.item == item && it.round == number);
        let Some(given) = given.or_else(|| before.map(|it| it.given.clone())) else {
            return;
        };
        let reason = match (reason, before) {
            (Some(text), _) => text.into(),
            (None, Some(answer)) => answer.reason.clone(),
            (None, None) => "".into(),
        };
        if before.is_some_and(|it| it.given == given && it.reason == reason) {
            return;
        }
        let seq = before.map_or(1, |it| it.seq + 1);
        self.gives(&item, number);
        self.outbox.push(Command::Answer { item, round: number, given, reason, seq });
    }

    fn open_round_of(&self, item: &ItemId) -> Option<u8> {
        let step = self.exercise.step_of_item(item)?;
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
            .and_then(|room| room.contributions.iter().find(|it| it.id == *id))
            .or_else(|| self.confirmed_me.contributions.iter().find(|it| it.id == *id))
            .map(|it| it.revision);
        let id = match theirs {
            Some(_) => own.id,
            None => self.id_for(&own.step, &own.body).unwrap_or(new_id),
        };
        let at = self.place_beside(&own.step);
        self.outbox.push(Command::Save { id, step: own.step, base: theirs, at, body: own.body });
    }
}
