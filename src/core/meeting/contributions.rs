//! What the group shares: made, changed, deleted and put in order by anyone in the room. Some of it only its
//! author sees at first.

use super::{Actor, Changed, Shared, State};
use crate::core::blocks::{Surroundings, checked, holds, is_id_of, leads};
use crate::core::format::{Block, NoteVisibility, Step};
use crate::core::ids::{ContributionId, StepId};
use crate::core::refusal::Refusal;
use crate::core::room::{Body, Kind, Phase};

/// The most contributions of one kind in one step that the group sees.
pub const COUNT_LIMIT: usize = 200;
/// The most contributions of a meeting that the group sees.
pub const TOTAL_LIMIT: usize = 1000;
/// The most notes in a step that only their author sees, for each.
pub const OWN_LIMIT: usize = 50;
/// The same, counting those that were deleted.
pub const OWN_EVER_LIMIT: usize = 200;
/// The most that a meeting holds, whoever sees it, deleted ones too.
pub const EVER_LIMIT: usize = 10_000;

impl State {
    pub(super) fn save(
        &mut self,
        actor: &Actor,
        id: &ContributionId,
        step: &StepId,
        base: Option<u64>,
        at: Option<&StepId>,
        body: &Body,
    ) -> Result<Changed, Refusal> {
        let kind = body.kind();
        if leads(kind) {
            self.must_lead(actor)?;
        } else {
            self.must_contribute(actor)?;
        }
        let existing = self.contributions.iter().position(|it| it.id == *id);
        let stored = existing.map(|at| &self.contributions[at]);
        let carried = stored.is_some_and(|it| it.from.is_some() && it.step == *step);
        let held = match self.step(step) {
            Err(_) if carried => self.exercise.step(step).ok_or(Refusal::UnknownStep)?,
            known => known?,
        };
        let at = self.step(at.unwrap_or(step))?;
        if !holds(&held.block, kind) || !self.exercise.shown_in(at).iter().any(|it| it.id == held.id) {
            return Err(Refusal::WrongBlock);
        }
        if !is_id_of(id, &held.block, kind) {
            return Err(Refusal::BadId);
        }
        if let Some(stored) = stored {
            if stored.own && stored.author.as_ref() != Some(&actor.person) {
                return Err(Refusal::UnknownContribution);
            }
            if stored.step != *step || stored.body.kind() != kind {
                return Err(Refusal::Conflict);
            }
        } else if base.is_some() {
            return Err(Refusal::UnknownContribution);
        }
        let at_id = at.id.clone();
        self.must_have_visited(&at_id)?;
        self.must_not_be_held(held)?;
        let checked = self.checked(held, at, stored, body);
        let changed = match existing {
            Some(index) => self.change(index, base, checked)?,
            None if at_id != *step => return Err(Refusal::BadValue),
            None => self.create(actor, id, step, checked?)?,
        };
        if actor.rights.participate {
            self.mark_done(&actor.person, &at_id);
        }
        Ok(changed)
    }

    /// A contribution as it is kept, in its surroundings.
    fn checked(&self, held: &Step, at: &Step, stored: Option<&Shared>, body: &Body) -> Result<Body, Refusal> {
        let around = Surroundings {
            block: &held.block,
            at: &at.block,
            stored: stored.map(|it| &it.body),
            people: &self.people,
            is_source: &|source| self.is_source(held, source),
            is_finding: &|action| self.is_finding(held, action),
        };
        let body = checked(&around, body)?;
        if let Body::Summary { section, .. } = &body {
            let taken = |it: &Shared| {
                !it.deleted
                    && it.step == held.id
                    && stored.is_none_or(|stored| stored.id != it.id)
                    && matches!(&it.body, Body::Summary { section: its, .. } if its == section)
            };
            if self.contributions.iter().any(taken) {
                return Err(Refusal::Conflict);
            }
        }
        Ok(body)
    }

    /// Whether an action of a step can come from this statement or note.
    pub(super) fn is_source(&self, step: &Step, source: &str) -> bool {
        let Block::Actions(block) = &step.block else {
            return false;
        };
        let Some(from) = block.source_items_from.as_ref().and_then(|id| self.exercise.step(id)) else {
            return false;
        };
        let shown = self.exercise.shown_in(from);
        from.items().iter().any(|item| item.as_str() == source)
            || self.seen_by_all().any(|it| {
                it.body.kind() == Kind::Note && it.id.as_str() == source && shown.iter().any(|step| step.id == it.step)
            })
    }

    /// Whether a principle of a step can rest on this action.
    pub(super) fn is_finding(&self, step: &Step, action: &ContributionId) -> bool {
        let Block::Principles(block) = &step.block else {
            return false;
        };
        let of_list = |it: &Shared| match self.exercise.step(&it.step).map(|step| &step.block) {
            Some(Block::Actions(actions)) => block.link_findings_of.as_ref() == Some(&actions.list),
            _ => false,
        };
        self.seen_by_all().any(|it| it.id == *action && of_list(it))
    }

    /// While its writing is closed, what a step holds stays as it is.
    fn must_not_be_held(&self, step: &Step) -> Result<(), Refusal> {
        let writing = matches!(&step.block, Block::Notes(block) if block.begins_with_writing());
        let closed = self.round(&step.id, 1).is_some_and(|round| round.phase == Phase::Closed);
        if writing && closed { Err(Refusal::RoundNotOpen) } else { Ok(()) }
    }

    /// Whether what is made in a step is its author's alone at first.
    pub(super) fn begins_as_own(&self, step: &StepId) -> bool {
        match self.exercise.step(step).map(|step| &step.block) {
            Some(Block::Notes(block)) => match block.visibility {
                NoteVisibility::Shared => false,
                NoteVisibility::Private => true,
                NoteVisibility::HiddenUntilReveal => {
                    self.round(step, 1).is_none_or(|round| round.phase != Phase::Revealed)
                }
            },
            _ => false,
        }
    }

    fn create(&mut self, actor: &Actor, id: &ContributionId, step: &StepId, body: Body) -> Result<Changed, Refusal> {
        let own = self.begins_as_own(step);
        if own {
            // Counted for each author: nobody fills a list of others with what these cannot see.
            let mine = |it: &&Shared| it.own && it.step == *step && it.author.as_ref() == Some(&actor.person);
            let ever = self.contributions.iter().filter(mine);
            if ever.clone().filter(|it| !it.deleted).count() >= OWN_LIMIT || ever.count() >= OWN_EVER_LIMIT {
                return Err(Refusal::TooMany);
            }
        } else {
            self.must_have_place(step, body.kind())?;
        }
        if self.contributions.len() >= EVER_LIMIT {
            return Err(Refusal::TooMany);
        }
        self.contributions.push(Shared {
            id: id.clone(),
            step: step.clone(),
            revision: if own { 1 } else { self.revision + 1 },
            author: Some(actor.person.clone()),
            from: None,
            own,
            body,
            deleted: false,
        });
        Ok(if own { Changed::Own } else { Changed::Shared })
    }

    /// Whether the group can see one more of this kind in a step.
    fn must_have_place(&self, step: &StepId, kind: Kind) -> Result<(), Refusal> {
        let alike = self.seen_by_all().filter(|it| it.step == *step && it.body.kind() == kind).count();
        let full = alike >= COUNT_LIMIT || self.seen_by_all().count() >= TOTAL_LIMIT;
        if full { Err(Refusal::TooMany) } else { Ok(()) }
    }

    fn change(&mut self, index: usize, base: Option<u64>, checked: Result<Body, Refusal>) -> Result<Changed, Refusal> {
        let next = self.revision + 1;
        let shared = &mut self.contributions[index];
        if shared.deleted {
            return Err(Refusal::Deleted);
        }
        if checked.as_ref() == Ok(&shared.body) {
            return Ok(Changed::Nothing);
        }
        if base != Some(shared.revision) {
            return Err(Refusal::Conflict);
        }
        shared.body = checked?;
        Ok(shared.touch(next))
    }

    /// Something that the actor may know of, by its identity.
    fn known_to(&self, actor: &Actor, id: &ContributionId) -> Result<usize, Refusal> {
        let visible = |it: &Shared| it.id == *id && (!it.own || it.author.as_ref() == Some(&actor.person));
        self.contributions.iter().position(visible).ok_or(Refusal::UnknownContribution)
    }

    pub(super) fn share(&mut self, actor: &Actor, id: &ContributionId, base: u64) -> Result<Changed, Refusal> {
        self.must_contribute(actor)?;
        let index = self.known_to(actor, id)?;
        let next = self.revision + 1;
        let is_private =
            |step: &Step| matches!(&step.block, Block::Notes(block) if block.visibility == NoteVisibility::Private);
        let shared = &self.contributions[index];
        if !self.exercise.step(&shared.step).is_some_and(is_private) {
            return Err(Refusal::WrongBlock);
        }
        if shared.deleted {
            return Err(Refusal::Deleted);
        }
        if !shared.own {
            return Ok(Changed::Nothing);
        }
        if shared.revision != base {
            return Err(Refusal::Conflict);
        }
        self.must_have_place(&shared.step, Kind::Note)?;
        let shared = self.contributions.remove(index);
        self.contributions.push(Shared { own: false, revision: next, ..shared });
        Ok(Changed::Shared)
    }

    pub(super) fn delete(&mut self, actor: &Actor, id: &ContributionId, base: u64) -> Result<Changed, Refusal> {
        let leading = self.contributions.iter().any(|it| it.id == *id && leads(it.body.kind()));
        if leading {
            self.must_lead(actor)?;
        } else {
            self.must_contribute(actor)?;
        }
        let index = self.known_to(actor, id)?;
        let next = self.revision + 1;
        if self.contributions[index].body.kind() == Kind::Scope {
            return Err(Refusal::BadKind);
        }
        if self.contributions[index].deleted {
            return Ok(Changed::Nothing);
        }
        if let Some(step) = self.exercise.step(&self.contributions[index].step) {
            self.must_not_be_held(step)?;
        }
        let shared = &mut self.contributions[index];
        if shared.revision != base {
            return Err(Refusal::Conflict);
        }
        shared.deleted = true;
        Ok(shared.touch(next))
    }

    pub(super) fn reorder(
        &mut self,
        actor: &Actor,
        id: &ContributionId,
        after: Option<&ContributionId>,
    ) -> Result<Changed, Refusal> {
        self.must_contribute(actor)?;
        let from = self.known_to(actor, id)?;
        let last = after.map(|after| self.known_to(actor, after)).transpose()?;
        let moved = &self.contributions[from];
        if moved.deleted || last.is_some_and(|at| self.contributions[at].deleted) {
            return Err(Refusal::Deleted);
        }
        if let Some(step) = self.exercise.step(&moved.step) {
            self.must_not_be_held(step)?;
        }
        let order = |it: &Shared| (self.exercise.order_of(&it.step, it.body.kind()).clone(), it.body.kind());
        let its_order = order(moved);
        let alike = |it: &Shared| {
            !it.deleted && order(it) == its_order && it.own == moved.own && (!it.own || it.author == moved.author)
        };
        if last.is_some_and(|at| at == from || !alike(&self.contributions[at])) {
            return Err(Refusal::BadValue);
        }
        // Where it stands now: right behind another of its kind, or first.
        if self.contributions[..from].iter().rposition(alike) == last {
            return Ok(Changed::Nothing);
        }
        let to = match last {
            Some(at) => at + 1,
            None => self.contributions.iter().position(alike).unwrap_or(from),
        };
        let own = moved.own;
        let moved = self.contributions.remove(from);
        self.contributions.insert(if to > from { to - 1 } else { to }, moved);
        Ok(if own { Changed::Own } else { Changed::Shared })
    }
}

impl Shared {
    /// It was changed: with the meeting's next revision, or, while only its author sees it, its own.
    fn touch(&mut self, next: u64) -> Changed {
        if self.own {
            self.revision += 1;
            return Changed::Own;
        }
        self.revision = next;
        Changed::Shared
    }
}
