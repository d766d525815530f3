//! What several pages show: headings, and what the group shares.

use super::{
    ActionView, ActionsView, Heading, Held, Meta, NoteView, NotesColumn, PrincipleView, PrinciplesView, ResultsView,
    ScopeView, StartingPoint, TakingPart, Text, results,
};
use crate::core::blocks::principles::scope_id;
use crate::core::consensus::Class;
use crate::core::format::{Actions, Block, Exercise, Localized, Notes, Principles, Step};
use crate::core::ids::{ContributionId, ItemId, PersonId, StepId};
use crate::core::order::by_key;
use crate::core::room::{Body, Contribution, Kind, Room};
use crate::core::session::{Session, Unsettled};

/// A session with its room at hand.
pub(super) struct Frame<'a> {
    pub(super) session: &'a Session,
    pub(super) room: &'a Room,
    pub(super) exercise: &'a Exercise,
}

impl<'a> Frame<'a> {
    pub(super) fn new(session: &'a Session, room: &'a Room) -> Self {
        Self { session, room, exercise: &session.exercise }
    }

    pub(super) fn text(&self, text: &Localized) -> Text {
        text.get(self.session.language)
    }

    pub(super) fn optional_text(&self, text: Option<&Localized>) -> Option<Text> {
        text.map(|text| self.text(text))
    }

    /// The steps of this meeting, in order.
    pub(super) fn steps(&self) -> impl DoubleEndedIterator<Item = &'a Step> {
        let exercise = self.exercise;
        exercise.part(&self.room.part).into_iter().flat_map(move |part| exercise.steps_of(part))
    }

    pub(super) fn step(&self, id: &StepId) -> Option<&'a Step> {
        self.steps().find(|step| step.id == *id)
    }

    /// Hints are for the one who leads.
    pub(super) fn hint(&self, hint: Option<&Localized>) -> Option<Text> {
        self.optional_text(hint.filter(|_| self.session.facilitates()))
    }

    pub(super) fn name(&self, id: &PersonId) -> Option<Text> {
        self.room.person(id).map(|person| person.name.clone())
    }

    pub(super) fn can_write(&self, step: &Step) -> bool {
        self.session.can_contribute() && self.room.visited.contains(&step.id)
    }

    pub(super) fn taking_part(&self, step: &Step) -> TakingPart {
        let done = self.session.me().done.contains(&step.id);
        let can = self.can_write(step) && self.session.is_present() && self.session.me().rights.participate;
        TakingPart { done, can_confirm: can && !done }
    }

    /// The results of a step with statements, once a round is revealed.
    pub(super) fn results(&self, step: &Step) -> Option<ResultsView> {
        match &step.block {
            Block::Statements(block) => results::results(self, step, block),
            _ => None,
        }
    }

    fn shared(&self, step: &Step, kind: Kind) -> Vec<&'a Contribution> {
        let found: Vec<&Contribution> =
            self.room.contributions.iter().filter(|it| it.step == step.id && it.body.kind() == kind).collect();
        by_key(found, |it| u64::from(it.position))
    }

    /// The user's own texts of this step and kind that the group does not have.
    fn orphans(&self, step: &Step, kind: Kind) -> impl Iterator<Item = (Meta, &'a Body)> {
        let (room, id) = (self.room, step.id.clone());
        self.session
            .unsettled()
            .iter()
            .filter(move |it| it.step == id && it.body.kind() == kind)
            .filter(|it| !room.contributions.iter().any(|other| other.id == it.id))
            .map(|it| (Meta { held: Some(held(it, true)), ..plain_meta(&it.id) }, &it.body))
    }

    /// What the group has of this step and kind, in its order, and then the user's own texts that it has not.
    fn shared_and_own(&self, step: &Step, kind: Kind) -> impl Iterator<Item = (Meta, &'a Body)> {
        let shared: Vec<(Meta, &Body)> =
            self.shared(step, kind).into_iter().map(|it| (self.meta(it), &it.body)).collect();
        shared.into_iter().chain(self.orphans(step, kind))
    }

    fn meta(&self, it: &Contribution) -> Meta {
        let own = self.session.unsettled().iter().find(|own| own.id == it.id);
        Meta {
            revision: it.revision,
            author: it.author.as_ref().and_then(|id| self.name(id)),
            pending: self.session.outbox().concerns(&it.id),
            held: own.map(|own| held(own, false)),
            ..plain_meta(&it.id)
        }
    }
}

fn plain_meta(id: &ContributionId) -> Meta {
    Meta { id: id.clone(), revision: 0, author: None, pending: false, held: None }
}

fn held(own: &Unsettled, gone: bool) -> Held {
    Held { mine: own.body.clone(), refusal: own.refusal, gone }
}

pub(super) fn heading(frame: &Frame, step: &Step) -> Heading {
    Heading {
        step: step.id.clone(),
        number: step.number,
        title: frame.text(&step.title),
        instruction: frame.text(&step.instruction),
        minutes: (step.minutes.min, step.minutes.max),
        prompts: step.prompts.iter().map(|prompt| frame.text(prompt)).collect(),
        optional: step.optional,
    }
}

pub(super) fn columns(frame: &Frame, step: &Step, block: &Notes) -> Vec<NotesColumn> {
    block
        .columns
        .iter()
        .map(|column| NotesColumn {
            id: column.id.clone(),
            label: frame.text(&column.label),
            notes: frame
                .shared_and_own(step, Kind::Note)
                .filter_map(|(meta, body)| match body {
                    Body::Note { column: its, text } if *its == column.id => {
                        Some(NoteView { meta, text: text.clone() })
                    }
                    _ => None,
                })
                .collect(),
        })
        .collect()
}

pub(super) fn actions(frame: &Frame, step: &Step, block: &Actions) -> ActionsView {
    let actions = action_list(frame, step);
    let source = block.source_items_from.as_ref().and_then(|id| frame.step(id));
    let used =
        |item: &ItemId| actions.iter().any(|action| action.source.as_ref().is_some_and(|(source, _)| source == item));
    let starting_points = source
        .and_then(|source| frame.results(source))
        .map(|results| results.rows)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|row| {
            let class = row.bars.first()?.shown.as_ref()?.class;
            (class == Class::Divided).then(|| StartingPoint {
                used: used(&row.item),
                item: row.item,
                text: row.text,
                class,
            })
        })
        .collect();
    let sources = source.map(|source| match &source.block {
        Block::Statements(block) => block.items.iter().map(|item| (item.id.clone(), frame.text(&item.text))).collect(),
        _ => Vec::new(),
    });
    ActionsView {
        heading: heading(frame, step),
        can_write: frame.can_write(step),
        starting_points,
        sources: sources.unwrap_or_default(),
        people: frame.room.people.clone(),
        who_required: block.who_required,
        when_required: block.when_required,
        taking_part: frame.taking_part(step),
        actions,
    }
}

pub(super) fn action_list(frame: &Frame, step: &Step) -> Vec<ActionView> {
    frame
        .shared_and_own(step, Kind::Action)
        .filter_map(|(meta, body)| match body {
            Body::Action(action) => Some((meta, action)),
            _ => None,
        })
        .map(|(meta, action)| ActionView {
            meta,
            what: action.what.clone(),
            who_person: action.who_person.clone(),
            who: action.who_person.as_ref().and_then(|id| frame.name(id)).unwrap_or_else(|| action.who_text.clone()),
            who_text: action.who_text.clone(),
            when: action.when,
            status: action.status,
            source: action.source_item.as_ref().and_then(|item| {
                let (_, block) = frame.exercise.step_of_item(item)?;
                let statement = block.items.iter().find(|it| it.id == *item)?;
                Some((item.clone(), frame.text(&statement.text)))
            }),
        })
        .collect()
}

pub(super) fn principles(frame: &Frame, step: &Step, block: &Principles) -> PrinciplesView {
    PrinciplesView {
        heading: heading(frame, step),
        scope_label: frame.text(&block.scope_label),
        scope: scope(frame, step, block),
        principle_label: frame.text(&block.principle_label),
        principles: principle_list(frame, step),
        can_write: frame.can_write(step),
        taking_part: frame.taking_part(step),
    }
}

pub(super) fn scope(frame: &Frame, step: &Step, block: &Principles) -> ScopeView {
    let shared = frame.shared(step, Kind::Scope).into_iter().find_map(|it| match &it.body {
        Body::Scope { text } => Some(ScopeView { meta: frame.meta(it), text: text.clone() }),
        _ => None,
    });
    shared.unwrap_or_else(|| ScopeView {
        meta: match frame.orphans(step, Kind::Scope).next() {
            Some((meta, _)) => meta,
            None => plain_meta(&scope_id(&block.list)),
        },
        text: "".into(),
    })
}

pub(super) fn principle_list(frame: &Frame, step: &Step) -> Vec<PrincipleView> {
    frame
        .shared_and_own(step, Kind::Principle)
        .filter_map(|(meta, body)| match body {
            Body::Principle { text } => Some(PrincipleView { meta, text: text.clone() }),
            _ => None,
        })
        .collect()
}
