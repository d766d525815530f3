//! The step with the scope and the principles: collected, completed in a later meeting, with how they read before.

use super::contribution::plain_meta;
use super::frame::{Frame, Heading, TakingPart, heading};
use super::support::{PrincipleSupport, SupportView, principle_support, support};
use super::{Meta, Text};
use crate::core::blocks::principles::scope_id;
use crate::core::format::{Block, Principles, Step};
use crate::core::ids::ContributionId;
use crate::core::room::{Body, Kind};

/// The step with principles.
#[derive(Clone, Debug, PartialEq)]
pub struct PrinciplesView {
    /// The heading.
    pub heading: Heading,
    /// Whether principles of an earlier meeting are completed here.
    pub complete: bool,
    /// The label of the scope.
    pub scope_label: Text,
    /// The scope.
    pub scope: ScopeView,
    /// The label of a principle.
    pub principle_label: Text,
    /// The principles, in the group's order.
    pub principles: Vec<PrincipleView>,
    /// What actions brought to light, for a principle to rest on.
    pub findings: Vec<Finding>,
    /// The vote on who supports them, where the step has one.
    pub support: Option<SupportView>,
    /// Whether the user can write now.
    pub can_write: bool,
    /// Whether the user's part in this step is done.
    pub taking_part: TakingPart,
}

/// The scope.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeView {
    /// State common to all contributions; revision 0 before it was first saved.
    pub meta: Meta,
    /// Its text.
    pub text: Text,
    /// How it read at the end of earlier meetings, the latest first.
    pub before: Vec<Before>,
}

/// A principle.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipleView {
    /// State common to all contributions.
    pub meta: Meta,
    /// Its text.
    pub text: Text,
    /// The action whose finding it rests on.
    pub action: Option<ContributionId>,
    /// That finding, where the group has one.
    pub finding: Option<Text>,
    /// How it read at the end of earlier meetings, the latest first.
    pub before: Vec<Before>,
    /// Who supports it, where that was asked.
    pub support: Option<PrincipleSupport>,
}

/// How something read at the end of an earlier meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// The meeting's number.
    pub number: u32,
    /// What it said then.
    pub text: Text,
}

/// What an action brought to light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The action.
    pub action: ContributionId,
    /// What was to be done.
    pub what: Text,
    /// What was found out by doing it.
    pub finding: Text,
}

pub(super) fn principles(frame: &Frame, step: &Step, block: &Principles) -> PrinciplesView {
    PrinciplesView {
        heading: heading(frame, step),
        complete: block.complete,
        scope_label: frame.text(&block.scope_label),
        scope: scope(frame, step, block),
        principle_label: frame.text(&block.principle_label),
        principles: principle_list(frame, step),
        findings: findings(frame, block),
        support: support(frame, step, block),
        can_write: frame.can_write(step),
        taking_part: frame.taking_part(step),
    }
}

pub(super) fn scope(frame: &Frame, step: &Step, block: &Principles) -> ScopeView {
    let id = scope_id(&block.list);
    let found = frame.listed(step, Kind::Scope).into_iter().find(|(meta, _)| meta.id == id);
    let (meta, text) = match found {
        Some((meta, Body::Scope { text })) if meta.held.as_ref().is_none_or(|held| !held.gone) => (meta, text.clone()),
        Some((meta, _)) => (meta, "".into()),
        None => (plain_meta(&id, &step.id), "".into()),
    };
    ScopeView { before: before(frame, &meta, &text), meta, text }
}

pub(super) fn principle_list(frame: &Frame, step: &Step) -> Vec<PrincipleView> {
    let vote = match &step.block {
        Block::Principles(block) => block.support_vote.as_ref(),
        _ => None,
    };
    let listed = frame.listed(step, Kind::Principle);
    listed
        .into_iter()
        .filter_map(|(meta, body)| match body {
            Body::Principle { text, action } => Some(PrincipleView {
                before: before(frame, &meta, text),
                support: vote.and_then(|vote| principle_support(frame, step, vote, &meta.id)),
                meta,
                text: text.clone(),
                finding: action.as_ref().and_then(|id| finding(frame, id)).map(|found| found.finding),
                action: action.clone(),
            }),
            _ => None,
        })
        .collect()
}

/// How something read at the end of earlier meetings, each wording once, the latest first.
fn before(frame: &Frame, meta: &Meta, now: &Text) -> Vec<Before> {
    let mut after = now;
    let mut before = Vec::new();
    for meeting in frame.session.earlier().iter().rev() {
        let then = meeting.contributions.iter().find(|it| it.id == meta.id).map(|it| &it.body);
        if let Some(Body::Principle { text, .. } | Body::Scope { text }) = then
            && text != after
        {
            if !text.is_empty() {
                before.push(Before { number: meeting.number, text: text.clone() });
            }
            after = text;
        }
    }
    before
}

/// What the actions of the list that the block names brought to light.
fn findings(frame: &Frame, block: &Principles) -> Vec<Finding> {
    let Some(list) = &block.link_findings_of else {
        return Vec::new();
    };
    let of_list = |step: &&Step| matches!(&step.block, Block::Actions(actions) if actions.list == *list);
    let Some(step) = frame.exercise.steps.iter().find(of_list) else {
        return Vec::new();
    };
    let listed = frame.listed(step, Kind::Action);
    listed
        .into_iter()
        .filter(|(meta, _)| meta.is_the_groups())
        .filter_map(|(meta, body)| found(&meta.id, body))
        .collect()
}

fn finding(frame: &Frame, action: &ContributionId) -> Option<Finding> {
    let it = frame.room.contributions.iter().find(|it| it.id == *action)?;
    found(action, &it.body)
}

fn found(id: &ContributionId, body: &Body) -> Option<Finding> {
    match body {
        Body::Action(action) if !action.finding.is_empty() => {
            Some(Finding { action: id.clone(), what: action.what.clone(), finding: action.finding.clone() })
        }
        _ => None,
    }
}
