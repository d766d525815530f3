//! What every contribution shows: whose it is, whether the group has it, and what the host did not take.

use super::Text;
use super::frame::Frame;
use crate::core::format::Step;
use crate::core::ids::{ContributionId, StepId};
use crate::core::order::by_key;
use crate::core::refusal::Refusal;
use crate::core::room::{Body, Contribution, Kind};
use crate::core::session::Unsettled;

/// What every contribution shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    /// Its identity.
    pub id: ContributionId,
    /// The step it was made in.
    pub step: StepId,
    /// The number of the meeting it was made in, where that is an earlier one.
    pub from: Option<u32>,
    /// Only its author sees it (yet).
    pub unseen: bool,
    /// The revision an edit starts from; 0 for one the host has not confirmed.
    pub revision: u64,
    /// Who wrote it, in named activities.
    pub author: Option<Text>,
    /// Not yet confirmed by the host.
    pub pending: bool,
    /// The user's own text that the host did not take.
    pub held: Option<Held>,
}

/// The user's own text that the host did not take, until the user settles it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The user's text.
    pub mine: Body,
    /// Why it was not taken: somebody else was first (`Conflict`), it was deleted meanwhile (`Deleted`), or
    /// something else, after which the same text can be tried again.
    pub refusal: Refusal,
    /// The group does not have this contribution: there is no other text than the user's.
    pub gone: bool,
}

/// A contribution that a step shows: its place in its order, what every one shows, and what it says.
type Listed<'a> = (u64, Meta, &'a Body);

impl<'a> Frame<'a> {
    /// What a step shows of a kind: what the group has, then what only the user has (not shared yet, or not taken),
    /// by the step it was made in, this one first, and in the group's order; principles in that of their list.
    pub(super) fn listed(&self, step: &Step, kind: Kind) -> Vec<(Meta, &'a Body)> {
        let shown = self.exercise.shown_in(step);
        let mut listed: Vec<Listed> = shown.into_iter().flat_map(|step| self.of_step(&step.id, kind)).collect();
        if kind == Kind::Principle {
            listed = by_key(listed, |it| it.0);
        }
        listed.into_iter().map(|(_, meta, body)| (meta, body)).collect()
    }

    fn of_step(&self, step: &StepId, kind: Kind) -> Vec<Listed<'a>> {
        let (session, room) = (self.session, self.room);
        let of = |it: &&'a Contribution| it.step == *step && it.body.kind() == kind;
        let position = |it: &&'a Contribution| u64::from(it.position);
        let shared = by_key(room.contributions.iter().filter(of).collect(), position);
        let own = by_key(session.me().contributions.iter().filter(of).collect(), position);
        let known = |id: &ContributionId| shared.iter().chain(&own).any(|it| it.id == *id);
        let orphans: Vec<Listed> = session
            .unsettled()
            .iter()
            .filter(|it| it.step == *step && it.body.kind() == kind && !known(&it.id))
            .map(|it| (u64::MAX, Meta { held: Some(held(it, true)), ..plain_meta(&it.id, step) }, &it.body))
            .collect();
        let shared = shared.iter().map(|it| (position(it), self.meta(it), &it.body));
        let own = own.iter().map(|it| (position(it), Meta { unseen: true, ..self.meta(it) }, &it.body));
        shared.chain(own).chain(orphans).collect()
    }

    pub(super) fn meta(&self, it: &Contribution) -> Meta {
        let own = self.session.unsettled().iter().find(|own| own.id == it.id);
        Meta {
            revision: it.revision,
            from: it.from,
            author: it.author.as_ref().and_then(|id| self.name(id)),
            pending: self.session.outbox().concerns(&it.id),
            held: own.map(|own| held(own, false)),
            ..plain_meta(&it.id, &it.step)
        }
    }
}

impl Meta {
    /// Whether the group has it: a text that only its author has is no outcome.
    pub(super) fn is_the_groups(&self) -> bool {
        !self.unseen && self.held.as_ref().is_none_or(|held| !held.gone)
    }
}

pub(super) fn plain_meta(id: &ContributionId, step: &StepId) -> Meta {
    Meta {
        id: id.clone(),
        step: step.clone(),
        from: None,
        unseen: false,
        revision: 0,
        author: None,
        pending: false,
        held: None,
    }
}

fn held(own: &Unsettled, gone: bool) -> Held {
    Held { mine: own.body.clone(), refusal: own.refusal, gone }
}
