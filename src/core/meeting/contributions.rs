//! What the group shares: made, changed, deleted and put in order by anyone in the room.

use super::{Actor, Changed, Shared, State};
use crate::core::blocks::{actions, notes, principles};
use crate::core::format::{Block, Step};
use crate::core::ids::{ContributionId, StepId, is_uuid};
use crate::core::refusal::Refusal;
use crate::core::room::{Body, Kind};

/// The most contributions of one kind in one step.
pub const COUNT_LIMIT: usize = 200;

impl State {
    pub(super) fn save(
        &mut self,
        actor: &Actor,
        id: &ContributionId,
        step: &StepId,
        base: Option<u64>,
        body: &Body,
    ) -> Result<Changed, Refusal> {
        self.must_contribute(actor)?;
        let held = self.step(step)?;
        if !holds(&held.block, body.kind()) {
            return Err(Refusal::WrongBlock);
        }
        if !is_id_of(id, &held.block, body.kind()) {
            return Err(Refusal::BadId);
        }
        let existing = self.contributions.iter().position(|it| it.id == *id);
        if let Some(at) = existing {
            let shared = &self.contributions[at];
            if shared.step != *step || shared.body.kind() != body.kind() {
                return Err(Refusal::Conflict);
            }
        } else if base.is_some() {
            return Err(Refusal::UnknownContribution);
        }
        self.must_have_visited(step)?;
        let checked = self.checked(held, body);
        let changed = match existing {
            Some(at) => self.change(at, base, checked)?,
            None => self.create(actor, id, step, checked?)?,
        };
        if actor.rights.participate {
            self.mark_done(&actor.person, step);
        }
        Ok(changed)
    }

    fn create(&mut self, actor: &Actor, id: &ContributionId, step: &StepId, body: Body) -> Result<Changed, Refusal> {
        let alike =
            self.contributions.iter().filter(|it| !it.deleted && it.step == *step && it.body.kind() == body.kind());
        if alike.count() >= COUNT_LIMIT {
            return Err(Refusal::TooMany);
        }
        self.contributions.push(Shared {
            id: id.clone(),
            step: step.clone(),
            revision: self.revision + 1,
            author: Some(actor.person.clone()),
            body,
            deleted: false,
        });
        Ok(Changed::Shared)
    }

    fn change(&mut self, at: usize, base: Option<u64>, checked: Result<Body, Refusal>) -> Result<Changed, Refusal> {
        let shared = &mut self.contributions[at];
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
        shared.revision = self.revision + 1;
        Ok(Changed::Shared)
    }

    pub(super) fn delete(&mut self, actor: &Actor, id: &ContributionId, base: u64) -> Result<Changed, Refusal> {
        self.must_contribute(actor)?;
        let next = self.revision + 1;
        let shared = self.contributions.iter_mut().find(|it| it.id == *id).ok_or(Refusal::UnknownContribution)?;
        if shared.body.kind() == Kind::Scope {
            return Err(Refusal::BadKind);
        }
        if shared.deleted {
            return Ok(Changed::Nothing);
        }
        if shared.revision != base {
            return Err(Refusal::Conflict);
        }
        shared.deleted = true;
        shared.revision = next;
        Ok(Changed::Shared)
    }

    pub(super) fn reorder(
        &mut self,
        actor: &Actor,
        id: &ContributionId,
        after: Option<&ContributionId>,
    ) -> Result<Changed, Refusal> {
        self.must_contribute(actor)?;
        let from = self.contributions.iter().position(|it| it.id == *id).ok_or(Refusal::UnknownContribution)?;
        if self.contributions[from].deleted {
            return Err(Refusal::Deleted);
        }
        let mut order = self.contributions.clone();
        let moved = order.remove(from);
        let alike = |it: &Shared| !it.deleted && it.step == moved.step && it.body.kind() == moved.body.kind();
        let to = match after {
            None => order.iter().position(alike).unwrap_or(order.len()),
            Some(after) => {
                let at = self.contributions.iter().find(|it| it.id == *after);
                let target = at.ok_or(Refusal::UnknownContribution)?;
                if target.deleted {
                    return Err(Refusal::Deleted);
                }
                let found = order.iter().position(|it| it.id == *after && alike(it));
                found.ok_or(Refusal::BadValue)? + 1
            }
        };
        let unmoved = self.contributions.iter().filter(|it| alike(it)).map(|it| &it.id).eq(order[..to]
            .iter()
            .chain([&moved])
            .chain(&order[to..])
            .filter(|it| alike(it))
            .map(|it| &it.id));
        if unmoved {
            return Ok(Changed::Nothing);
        }
        order.insert(to, moved);
        self.contributions = order;
        Ok(Changed::Shared)
    }

    /// What a contribution would be kept as.
    fn checked(&self, step: &Step, body: &Body) -> Result<Body, Refusal> {
        match (&step.block, body) {
            (Block::Notes(block), Body::Note { column, text }) => notes::note(block, column, text),
            (Block::Actions(block), Body::Action(action)) => {
                actions::action(&self.exercise, block, &self.people, action)
            }
            (Block::Principles(_), Body::Scope { text }) => principles::scope(text),
            (Block::Principles(_), Body::Principle { text }) => principles::principle(text),
            _ => Err(Refusal::WrongBlock),
        }
    }
}

impl Body {
    /// The kind of contribution this is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Note { .. } => Kind::Note,
            Self::Action(_) => Kind::Action,
            Self::Scope { .. } => Kind::Scope,
            Self::Principle { .. } => Kind::Principle,
        }
    }
}

fn holds(block: &Block, kind: Kind) -> bool {
    matches!(
        (block, kind),
        (Block::Notes(_), Kind::Note)
            | (Block::Actions(_), Kind::Action)
            | (Block::Principles(_), Kind::Scope | Kind::Principle)
    )
}

fn is_id_of(id: &ContributionId, block: &Block, kind: Kind) -> bool {
    match (block, kind) {
        (Block::Principles(block), Kind::Scope) => principles::is_scope_of(block, id),
        _ => is_uuid(id.as_str()),
    }
}
