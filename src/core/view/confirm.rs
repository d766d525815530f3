//! The step in which the group confirms a summary of earlier steps, section by section.

use super::contribution::plain_meta;
use super::frame::{Frame, Heading, TakingPart, heading};
use super::questions::count;
use super::results::{Bar, bar};
use super::statements::{ScalePoint, scale};
use super::tallied::{Tallied, tallied};
use super::{Meta, Text};
use crate::core::blocks::item_of;
use crate::core::format::{Block, Column, Confirm, Notes, Step};
use crate::core::ids::{ItemId, StepId};
use crate::core::room::{Body, Choice, Kind, Phase, Round};

/// The step with a summary to confirm.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfirmView {
    /// The heading.
    pub heading: Heading,
    /// The latest round; 1 where none was opened.
    pub round: u8,
    /// How far that round is; `None` before it is opened.
    pub phase: Option<Phase>,
    /// The points of the scale, from the lowest.
    pub scale: Vec<ScalePoint>,
    /// The points that want a comment.
    pub wants_comment: Vec<i32>,
    /// A section for each step that is summed up.
    pub sections: Vec<SectionView>,
    /// Whether the user writes the summary.
    pub can_sum_up: bool,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// How many sections of this round the user has answered, and how many it asks about.
    pub mine: (u32, u32),
    /// How many people answered all of them.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
    /// Whether the user's part is done; who came too late can say that they took part.
    pub taking_part: TakingPart,
    /// k, for the sentence that explains a result that is not shown.
    pub min_answers: u32,
}

/// What one step came to.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionView {
    /// What is asked about.
    pub item: ItemId,
    /// The step that is summed up.
    pub step: StepId,
    /// Its title.
    pub title: Text,
    /// State common to all contributions; revision 0 before the summary was first saved.
    pub meta: Meta,
    /// The summary; may be empty.
    pub text: Text,
    /// What it sums up.
    pub source: Source,
    /// Whether the latest round asks about it, and is not revealed.
    pub asked: bool,
    /// What the user chose in that round.
    pub choice: Option<Choice>,
    /// What the user wrote with it.
    pub comment: Text,
    /// What came of it, the latest round first.
    pub results: Vec<SectionResult>,
}

/// What a section came to in a round.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionResult {
    /// The counts.
    pub bar: Bar,
    /// What people wrote, without names.
    pub comments: Vec<Text>,
}

/// What a summary sums up.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// Nothing to look at yet.
    Nothing,
    /// What people answered, and counted hands.
    Tallied(Tallied),
    /// Notes: the label of each column that has some, and what they say.
    Notes(Vec<(Text, Vec<Text>)>),
    /// Actions, principles or goals, a line each.
    Texts(Vec<Text>),
}

pub(super) fn confirm(frame: &Frame, step: &Step, block: &Confirm) -> ConfirmView {
    let round = frame.room.rounds_of(&step.id).next_back();
    let phase = round.map(|round| round.phase);
    let sections: Vec<SectionView> = block
        .summary_of
        .iter()
        .filter_map(|id| frame.exercise.step(id))
        .map(|source| section(frame, step, block, source, round))
        .collect();
    let asked = sections.iter().filter(|section| section.asked);
    let part = frame.taking_part(step);
    ConfirmView {
        heading: heading(frame, step),
        round: round.map_or(1, |round| round.number),
        phase,
        scale: scale(frame, &block.scale),
        wants_comment: block.comment_required_for.clone(),
        can_sum_up: frame.session.facilitates() && frame.can_write(step),
        can_answer: frame.can_answer(step, phase),
        mine: (count(asked.clone().filter(|section| section.choice.is_some()).count()), count(asked.count())),
        answered: round.map_or(0, |round| round.answered),
        present: round.map_or_else(|| frame.room.present(), |round| round.present),
        taking_part: TakingPart { can_confirm: part.can_confirm && phase == Some(Phase::Revealed), ..part },
        min_answers: frame.room.settings.min_answers,
        sections,
    }
}

fn section(frame: &Frame, step: &Step, block: &Confirm, source: &Step, latest: Option<&Round>) -> SectionView {
    let item = item_of(&step.id, source.id.as_str());
    let own = latest.and_then(|round| frame.own_answer(&item, round.number));
    let (meta, text) = summary(frame, step, &source.id);
    let result = |round: &Round| {
        let result = round.results.iter().find(|it| it.item == item)?;
        Some(SectionResult { bar: bar(frame, &block.scale, round, result), comments: result.reasons.clone() })
    };
    SectionView {
        step: source.id.clone(),
        title: frame.text(&source.title),
        meta,
        text,
        source: summed_up(frame, source),
        asked: latest.is_some_and(|round| round.phase != Phase::Revealed && round.items.contains(&item)),
        choice: own.map(|answer| answer.given.choice),
        comment: own.map(|answer| answer.reason.clone()).unwrap_or_default(),
        results: frame.room.rounds_of(&step.id).rev().filter_map(result).collect(),
        item,
    }
}

/// The summary of one step, or a place for it.
fn summary(frame: &Frame, step: &Step, of: &StepId) -> (Meta, Text) {
    let found = frame.listed(step, Kind::Summary).into_iter().find_map(|(meta, body)| match body {
        Body::Summary { section, text } if section == of => Some((meta, text.clone())),
        _ => None,
    });
    found.unwrap_or_else(|| (plain_meta(&"".into(), &step.id), "".into()))
}

fn summed_up(frame: &Frame, source: &Step) -> Source {
    let texts = |kind: Kind| {
        let said = |(meta, body): (Meta, &Body)| if meta.is_the_groups() { what(body) } else { None };
        let texts: Vec<Text> = frame.listed(source, kind).into_iter().filter_map(said).collect();
        (!texts.is_empty()).then_some(Source::Texts(texts))
    };
    let shown = match &source.block {
        Block::Statements(_) | Block::Questions(_) => tallied(frame, source).map(Source::Tallied),
        Block::Notes(block) => notes(frame, source, block),
        Block::Actions(_) => texts(Kind::Action),
        Block::Principles(_) => texts(Kind::Principle),
        Block::Plan(_) => texts(Kind::Goal),
        Block::Confirm(_) => texts(Kind::Summary),
        Block::Info(_) => None,
    };
    shown.unwrap_or(Source::Nothing)
}

/// What a contribution comes down to.
fn what(body: &Body) -> Option<Text> {
    match body {
        Body::Action(action) => Some(action.what.clone()),
        Body::Goal(goal) => Some(goal.goal.clone()),
        Body::Principle { text, .. } | Body::Summary { text, .. } => Some(text.clone()),
        _ => None,
    }
}

fn notes(frame: &Frame, source: &Step, block: &Notes) -> Option<Source> {
    let listed = frame.listed(source, Kind::Note);
    let of_column = |column: &Column| {
        let said = listed.iter().filter_map(|(meta, body)| match body {
            Body::Note { column: its, text, .. } if *its == column.id && meta.is_the_groups() => Some(text.clone()),
            _ => None,
        });
        let said: Vec<Text> = said.collect();
        (!said.is_empty()).then(|| (frame.text(&column.label), said))
    };
    let columns: Vec<(Text, Vec<Text>)> = block.columns.iter().filter_map(of_column).collect();
    (!columns.is_empty()).then_some(Source::Notes(columns))
}
