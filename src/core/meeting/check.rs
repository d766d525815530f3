//! Whether a meeting that was read from a file or from storage could have come about by commands: what the
//! commands check is checked here too, so that a file made by hand brings in nothing that nobody could do.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{SEQ_LIMIT, checked as checked_answer};
use super::begin::SERIES_LIMIT;
use super::contributions::{COUNT_LIMIT, EVER_LIMIT, OWN_EVER_LIMIT, OWN_LIMIT, TOTAL_LIMIT};
use super::{NAME_LIMIT, RoundState, Shared, State, StoredAnswer};
use crate::core::blocks::confirm::sections;
use crate::core::blocks::rounds::{self, Asks};
use crate::core::blocks::{Surroundings, checked, holds, is_id_of, item_of};
use crate::core::format::{Block, NoteVisibility, Step};
use crate::core::ids::{ItemId, PersonId, StepId};
use crate::core::room::{Body, Facilitation, Kind, Phase, Place, Visibility};
use crate::core::text::{Lines, required};
use crate::core::timing::MAX_SECONDS;

/// The largest whole number that JSON carries exactly everywhere.
const REVISION_LIMIT: u64 = (1 << 53) - 1;
/// The largest revision of a meeting that comes from elsewhere and goes on here: no group gets through the rest.
const FOREIGN_REVISION_LIMIT: u64 = 1 << 52;

/// A part of a meeting by its name, and what must be so of it.
type Rule = (&'static str, fn(&State) -> bool);

impl State {
    /// Whether commands can have led here; those before this one are checked apart.
    ///
    /// # Errors
    /// The name of the first part of which that is not so.
    pub fn check(&self) -> Result<(), &'static str> {
        let checks: [Rule; 9] = [
            ("revision", |it| (1..=REVISION_LIMIT).contains(&it.revision) && (1..=it.revision).contains(&it.began)),
            ("earlier", Self::follows_the_one_before),
            ("people", Self::people_are_sound),
            ("place", Self::place_is_sound),
            ("timer", Self::timer_is_sound),
            ("rounds", Self::rounds_are_sound),
            ("answers", Self::answers_are_sound),
            ("contributions", Self::contributions_are_sound),
            ("done", Self::done_is_sound),
        ];
        match checks.into_iter().find(|(_, holds)| !holds(self)) {
            Some((what, _)) => Err(what),
            None => Ok(()),
        }
    }

    /// Whether a meeting that comes from elsewhere can go on: so that what is kept of it later can still be read.
    pub fn has_revisions_left(&self) -> bool {
        self.revision <= FOREIGN_REVISION_LIMIT
            && self.contributions.iter().all(|it| it.revision <= FOREIGN_REVISION_LIMIT)
    }

    fn follows_the_one_before(&self) -> bool {
        let after = self.before.as_ref().map(|before| &*before.part);
        let listed = self.exercise.series.next_runs(after).iter().any(|run| **run.id() == *self.part);
        match &self.before {
            None => self.number == 1,
            Some(before) => {
                listed
                    && self.number <= SERIES_LIMIT
                    && before.closed
                    && before.number.checked_add(1) == Some(self.number)
                    && before.revision < self.began
            }
        }
    }

    /// Everybody who joined.
    pub(super) fn everybody(&self) -> BTreeSet<&PersonId> {
        self.people.iter().map(|person| &person.id).collect()
    }

    fn people_are_sound(&self) -> bool {
        let named = |name: &str| required(name, NAME_LIMIT, Lines::One).is_ok_and(|kept| &*kept == name);
        all_differ(self.people.iter().map(|person| &person.id))
            && self.people.iter().all(|person| !person.id.as_str().is_empty() && named(&person.name))
            && self
                .chair
                .as_ref()
                .is_none_or(|chair| self.settings.facilitation == Facilitation::Members && self.is_present(chair))
    }

    fn place_is_sound(&self) -> bool {
        let order = self.order();
        let visited: Option<Vec<usize>> =
            self.visited.iter().map(|step| order.iter().position(|it| *it == step)).collect();
        let in_order = visited.is_some_and(|places| places.is_sorted_by(|one, next| one < next));
        in_order
            && self.visited.iter().all(|step| self.step(step).is_ok())
            && match &self.place {
                Place::Step(step) => self.visited.contains(step),
                Place::Start | Place::Closing => true,
            }
    }

    fn timer_is_sound(&self) -> bool {
        let runs_here = matches!(self.place, Place::Step(_)) && !self.closed;
        self.timer.is_some() == runs_here
            && self.timer.is_none_or(|timer| timer.seconds <= MAX_SECONDS && timer.elapsed_ms >= 0)
    }

    fn rounds_are_sound(&self) -> bool {
        all_differ(self.rounds.iter().map(|round| (&round.step, round.number)))
            && self.rounds.iter().all(|round| self.round_is_sound(round).is_some_and(|sound| sound))
    }

    /// `None` where there is no such step with rounds, or no round before it.
    fn round_is_sound(&self, round: &RoundState) -> Option<bool> {
        let step = self.step(&round.step).ok()?;
        if round.number > 1 {
            self.round(&round.step, round.number - 1).filter(|before| before.phase == Phase::Revealed)?;
        }
        let snapshot = match &round.snapshot {
            None => round.phase != Phase::Revealed,
            Some(snapshot) => round.phase == Phase::Revealed && self.snapshot_is_sound(step, round, snapshot),
        };
        let known = (1..=rounds::most(&step.block)).contains(&round.number) && self.visited.contains(&round.step);
        Some(known && self.items_are_sound(step, round) && snapshot)
    }

    fn items_are_sound(&self, step: &Step, round: &RoundState) -> bool {
        let asks = rounds::asks(&step.block, round.number);
        let all = match (&step.block, asks) {
            (_, Some(Asks::Notes)) => return round.items.is_empty(),
            // Of these some may have been deleted since.
            (_, Some(Asks::Dots | Asks::Support)) => {
                let kind = if asks == Some(Asks::Dots) { Kind::Note } else { Kind::Principle };
                let shown = self.exercise.shown_in(step);
                let stands: BTreeSet<ItemId> = self
                    .contributions
                    .iter()
                    .filter(|it| !it.own && it.body.kind() == kind && shown.iter().any(|from| from.id == it.step))
                    .map(|it| item_of(&step.id, it.id.as_str()))
                    .collect();
                let items = &round.items;
                return !items.is_empty() && all_differ(items.iter()) && items.iter().all(|it| stands.contains(it));
            }
            (Block::Confirm(block), _) => sections(step, block),
            _ => step.items().into_iter().cloned().collect(),
        };
        if round.items.len() > all.len() {
            return false;
        }
        let asked: Vec<&ItemId> = all.iter().filter(|id| round.items.contains(id)).collect();
        let complete = round.number > 1 || asked.len() == all.len();
        !asked.is_empty() && asked.into_iter().eq(&round.items) && complete
    }

    fn answers_are_sound(&self) -> bool {
        if self.closed && self.settings.visibility == Visibility::Hidden {
            return self.answers.is_empty();
        }
        let people = self.everybody();
        let asked: BTreeMap<(&ItemId, u8), &Step> = self
            .rounds
            .iter()
            .filter_map(|round| Some((round, self.exercise.step(&round.step)?)))
            .flat_map(|(round, step)| round.items.iter().map(move |item| ((item, round.number), step)))
            .collect();
        let sound = |((person, item, number), stored): (&(PersonId, ItemId, u8), &StoredAnswer)| {
            let Some(step) = asked.get(&(item, *number)) else {
                return false;
            };
            let kept = checked_answer(step, item, *number, &stored.given, &stored.reason);
            people.contains(person)
                && kept.is_ok_and(|kept| StoredAnswer { seq: stored.seq, ..kept } == *stored)
                && (1..=SEQ_LIMIT).contains(&stored.seq)
        };
        self.answers.iter().all(sound) && self.nobody_places_a_dot_too_many(&asked)
    }

    fn nobody_places_a_dot_too_many(&self, asked: &BTreeMap<(&ItemId, u8), &Step>) -> bool {
        let mut placed: BTreeMap<(&PersonId, &StepId, u8), i64> = BTreeMap::new();
        self.answers.iter().all(|((person, item, number), stored)| {
            let Some(Step { id, block: Block::Notes(block), .. }) = asked.get(&(item, *number)) else {
                return true;
            };
            let dots = placed.entry((person, id, *number)).or_insert(0);
            *dots += i64::from(stored.given.value().unwrap_or(0));
            *dots <= i64::from(block.dots)
        })
    }

    fn contributions_are_sound(&self) -> bool {
        let sections = self.contributions.iter().filter(|it| !it.deleted).filter_map(|it| match &it.body {
            Body::Summary { section, .. } => Some((&it.step, section)),
            _ => None,
        });
        all_differ(self.contributions.iter().map(|it| &it.id))
            && all_differ(sections)
            && self.are_as_many_as_there_can_be()
            && self.contributions.iter().all(|it| self.contribution_is_sound(it))
    }

    fn are_as_many_as_there_can_be(&self) -> bool {
        let (mut all, mut alike, mut own) = (0, BTreeMap::new(), BTreeMap::new());
        for it in &self.contributions {
            if it.own {
                let (left, ever) = own.entry((&it.step, &it.author)).or_insert((0, 0));
                *left += usize::from(!it.deleted);
                *ever += 1;
            } else if !it.deleted && !self.shows_at_once(&it.step) {
                all += 1;
                *alike.entry((&it.step, it.body.kind())).or_insert(0) += 1;
            }
        }
        self.contributions.len() <= EVER_LIMIT
            && all <= TOTAL_LIMIT
            && alike.into_values().all(|count: usize| count <= COUNT_LIMIT)
            && own.into_values().all(|(left, ever)| left <= OWN_LIMIT && ever <= OWN_EVER_LIMIT)
    }

    /// Whether a reveal shows what was written in a step, however much that is.
    fn shows_at_once(&self, step: &StepId) -> bool {
        let block = self.exercise.step(step).map(|step| &step.block);
        matches!(block, Some(Block::Notes(block)) if block.begins_with_writing())
    }

    fn contribution_is_sound(&self, it: &Shared) -> bool {
        let Some(step) = self.exercise.step(&it.step) else {
            return false;
        };
        // Where it could come from may be gone since, and another step may have offered more: that stays as it is.
        let around = Surroundings {
            block: &step.block,
            at: &step.block,
            stored: Some(&it.body),
            people: &self.people,
            is_source: &|_| true,
            is_finding: &|_| true,
        };
        let made_here = it.from.is_none() && self.visited.contains(&it.step);
        let carried = it.from.is_some_and(|from| (1..self.number).contains(&from)) && !it.own;
        holds(&step.block, it.body.kind())
            && is_id_of(&it.id, &step.block, it.body.kind())
            && checked(&around, &it.body).as_ref() == Ok(&it.body)
            && (made_here || carried)
            && (if it.own { self.is_own_as_it_can_be(it) } else { (1..=self.revision).contains(&it.revision) })
            // Who leads by right writes along without having joined; closing forgets who wrote.
            && (it.author.is_none() || it.own || !self.closed)
            && (it.author.is_none() || it.from.is_none())
    }

    fn is_own_as_it_can_be(&self, it: &Shared) -> bool {
        let private = |step: &StepId| match self.exercise.step(step).map(|step| &step.block) {
            Some(Block::Notes(block)) => block.visibility == NoteVisibility::Private,
            _ => false,
        };
        it.author.is_some()
            && (1..=REVISION_LIMIT).contains(&it.revision)
            && (private(&it.step) || it.deleted || self.begins_as_own(&it.step))
    }

    fn done_is_sound(&self) -> bool {
        let people = self.everybody();
        all_differ(self.done.iter())
            && self.done.iter().all(|(person, step)| people.contains(person) && self.visited.contains(step))
    }
}

pub(super) fn all_differ<T: Ord>(all: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    let mut all = all;
    all.all(|it| seen.insert(it))
}
