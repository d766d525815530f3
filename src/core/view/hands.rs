//! Counted hands: in a room with one screen the one who leads counts hands for each point. It is a round of its
//! own, marked as such, and stands in no other result.

use super::Meta;
use super::Text;
use super::frame::Frame;
use super::spread::{CountBar, thousandths};
use crate::core::format::{Block, Localized, Question, QuestionKind, Scale, Statement, Step};
use crate::core::ids::{ItemId, StepId};
use crate::core::room::{Body, Hands, Kind};

/// Counted hands of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct HandsView {
    /// The step.
    pub step: StepId,
    /// What hands can be counted for; empty for those who do not lead.
    pub items: Vec<HandsItem>,
    /// What was counted, in the order of counting.
    pub counted: Vec<CountedHands>,
}

/// An item that hands can be counted for.
#[derive(Clone, Debug, PartialEq)]
pub struct HandsItem {
    /// The item.
    pub item: ItemId,
    /// Its number in the step, from 1.
    pub number: u32,
    /// Its text.
    pub text: Text,
    /// Its points, from the lowest, or its options.
    pub points: Vec<Text>,
    /// The label of the opt-out, where there is one.
    pub opt_out: Option<Text>,
}

/// Hands that were counted for one item.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedHands {
    /// State common to all contributions.
    pub meta: Meta,
    /// The item's number in the step, from 1.
    pub number: u32,
    /// The item's text.
    pub text: Text,
    /// Hands for each point or option.
    pub bars: Vec<CountBar>,
    /// Hands for the opt-out.
    pub opt_outs: u32,
    /// All hands.
    pub all: u32,
    /// Whether the user can take it away.
    pub can_delete: bool,
}

/// Counted hands of a step, and for the one who leads what can be counted. The first stage leaves them to the whole app.
pub(super) fn hands(frame: &Frame, step: &Step) -> HandsView {
    let mut view = HandsView { step: step.id.clone(), items: Vec::new(), counted: Vec::new() };
    if cfg!(feature = "whole") {
        let can_count = frame.session.facilitates() && frame.can_write(step);
        let items = items(frame, step);
        view.counted = counted(frame, step, &items, can_count);
        view.items = if can_count { items } else { Vec::new() };
    }
    view
}

/// Whether there is more of hands than the first stage draws: the form of the one who leads, and what was counted.
/// Whoever is answering is left to it.
#[cfg(not(feature = "whole"))]
pub(super) fn need_whole(frame: &Frame, step: &Step) -> bool {
    let answering = frame.room.rounds_of(&step.id).any(|round| frame.can_answer(step, Some(round.phase)));
    let counted = || frame.room.contributions.iter().any(|it| it.step == step.id && it.body.kind() == Kind::Hands);
    (frame.session.facilitates() && frame.can_write(step)) || (!answering && counted())
}

/// Counted hands of a step, to look back on.
pub(super) fn counted_hands(frame: &Frame, step: &Step) -> Vec<CountedHands> {
    let mut all = counted(frame, step, &items(frame, step), false);
    all.retain(|hands| hands.meta.is_the_groups());
    all
}

/// What hands can be counted for.
fn items(frame: &Frame, step: &Step) -> Vec<HandsItem> {
    match &step.block {
        Block::Statements(block) => {
            let of = |(number, it): (u32, &Statement)| on_scale(frame, number, &it.id, &it.text, &block.scale);
            (1..).zip(&block.items).map(of).collect()
        }
        Block::Questions(block) => {
            (1..).zip(&block.items).filter_map(|(number, it)| of_question(frame, number, it)).collect()
        }
        _ => Vec::new(),
    }
}

fn of_question(frame: &Frame, number: u32, it: &Question) -> Option<HandsItem> {
    match &it.kind {
        QuestionKind::Scale { scale, .. } => Some(on_scale(frame, number, &it.id, &it.text, scale)),
        QuestionKind::Choice(choices) => Some(HandsItem {
            item: it.id.clone(),
            number,
            text: frame.text(&it.text),
            points: choices.options.iter().map(|option| frame.text(&option.label)).collect(),
            opt_out: None,
        }),
        QuestionKind::Number { .. } | QuestionKind::Text { .. } => None,
    }
}

fn on_scale(frame: &Frame, number: u32, item: &ItemId, text: &Localized, scale: &Scale) -> HandsItem {
    HandsItem {
        item: item.clone(),
        number,
        text: frame.text(text),
        points: scale.points.iter().map(|point| frame.text(&point.label)).collect(),
        opt_out: frame.optional_text(scale.opt_out.as_ref()),
    }
}

fn counted(frame: &Frame, step: &Step, items: &[HandsItem], can_delete: bool) -> Vec<CountedHands> {
    let listed = frame.listed(step, Kind::Hands).into_iter();
    let one = |(meta, body): (Meta, &Body)| match body {
        Body::Hands(hands) => one_count(items, meta, hands, can_delete),
        _ => None,
    };
    listed.filter_map(one).collect()
}

fn one_count(items: &[HandsItem], meta: Meta, hands: &Hands, can_delete: bool) -> Option<CountedHands> {
    let item = items.iter().find(|it| it.item == hands.item)?;
    let all = hands.counts.iter().sum::<u32>() + hands.opt_outs;
    let most = hands.counts.iter().copied().max().unwrap_or(0);
    let bar = |(label, count): (&Text, &u32)| CountBar {
        label: label.clone(),
        count: *count,
        width: thousandths(*count, most),
        who: Vec::new(),
    };
    Some(CountedHands {
        number: item.number,
        text: item.text.clone(),
        bars: item.points.iter().zip(&hands.counts).map(bar).collect(),
        opt_outs: hands.opt_outs,
        all,
        can_delete: can_delete && meta.held.is_none(),
        meta,
    })
}
