//! What came of questions, in all groups that are looked at.

use std::collections::BTreeMap;

use std::rc::Rc;

use super::asked::{Asked, Cell, Meetings, Outcome, Total, cells, total};
use super::over_time::{Lines, Series, by_meeting, drawn_of};
use super::room::{Given, given, wordless};
use super::statements::{Gone, Removed, removed};
use super::{Facts, Found, Selection, Which};
use crate::core::format::{Block, Dimension, Point, Question, QuestionKind, Questions, ResultView, Scale, Step};
use crate::core::ids::{ItemId, StepId};
use crate::core::room::RevealedTally;
use crate::core::view::profile::pooled;
use crate::core::view::spread::{mean, median, spread_of};
use crate::core::view::{Middle, ProfileMean, Spread, Text};

/// What came of questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionsReport {
    /// One a step with questions.
    pub sections: Vec<QuestionSection>,
    /// What was asked and is no longer in the exercise.
    pub removed: Vec<Removed>,
}

/// A step with questions.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionSection {
    /// The step.
    pub step: StepId,
    /// Its title.
    pub title: Text,
    /// The profile: one a dimension that the exercise shows in one.
    pub profile: Vec<DimensionRow>,
    /// The questions, without those that are answered in words.
    pub questions: Vec<QuestionRow>,
    /// Whether the exercise lays questions beside one another.
    pub relations: bool,
    /// Whether some are answered in words.
    pub words: bool,
}

/// A dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionRow {
    /// Its identity.
    pub id: Rc<str>,
    /// What it is called.
    pub label: Text,
    /// What the lowest and the highest point of its scale say.
    pub ends: (Text, Text),
    /// The lowest and the highest value of its scale.
    pub range: (i32, i32),
    /// All groups together.
    pub all: Found<ProfileMean>,
    /// The groups in which anything of it was asked: their place, and what their answers come to.
    pub groups: Vec<(usize, Found<ProfileMean>)>,
}

impl DimensionRow {
    /// What the answers of a group come to.
    pub fn of(&self, group: usize) -> &Found<ProfileMean> {
        self.groups.iter().find(|(at, _)| *at == group).map_or(&Found::Nothing, |(_, found)| found)
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionRow {
    /// The item.
    pub item: ItemId,
    /// Its number in the step, from 1.
    pub number: u32,
    /// What it asks.
    pub text: Text,
    /// How it is answered.
    pub kind: Kind,
    /// What can be chosen; empty for a number.
    pub labels: Vec<Text>,
    /// All groups together.
    pub total: Total,
    /// How their answers spread.
    pub spread: Option<Spread>,
    /// One a group in which it was asked and revealed.
    pub cells: Vec<Cell>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By a point of a scale.
    Scale,
    /// By options.
    Choice,
    /// By a number.
    Number,
}

impl Kind {
    /// What stands for all answers, where something does.
    pub fn middle(self) -> Option<Middle> {
        match self {
            Self::Scale => Some(Middle::Mean),
            Self::Number => Some(Middle::Median),
            Self::Choice => None,
        }
    }
}

/// What came of all questions of the exercise in the meetings that are selected.
pub fn questions(facts: &Facts, selection: &Selection) -> QuestionsReport {
    let meetings = Meetings::of(facts);
    let of = |step: &Step| match &step.block {
        Block::Questions(block) => Some(section(facts, &meetings, selection, step, block)),
        _ => None,
    };
    let is = |block: &Block| matches!(block, Block::Questions(_));
    QuestionsReport {
        sections: facts.exercise.steps.iter().filter_map(of).collect(),
        removed: removed(&meetings, facts, selection, is, Gone::Without),
    }
}

fn section(
    facts: &Facts,
    meetings: &Meetings,
    selection: &Selection,
    step: &Step,
    block: &Questions,
) -> QuestionSection {
    let words = wordless(facts);
    let row = |(number, question): (u32, &Question)| {
        let asked = asked(step, question)?;
        let cells = cells(meetings, facts, selection, asked);
        let total = total(&cells);
        let tally = total.tally.as_ref();
        let spread = tally
            .zip(words.as_ref())
            .and_then(|(tally, words)| spread_of(words, &question.kind, total.answered, tally));
        Some(QuestionRow {
            item: question.id.clone(),
            number,
            text: facts.text(&question.text),
            kind: kind_of(&question.kind)?,
            labels: labels(facts, &question.kind),
            spread,
            total,
            cells,
        })
    };
    QuestionSection {
        step: step.id.clone(),
        title: facts.text(&step.title),
        profile: profiled(block).filter_map(|it| dimension(facts, meetings, selection, step, block, it)).collect(),
        questions: (1..).zip(&block.items).filter_map(row).collect(),
        relations: block.views.iter().any(|view| matches!(view, ResultView::Relation(_))),
        words: block.items.iter().any(|it| matches!(it.kind, QuestionKind::Text { .. })),
    }
}

fn asked<'a>(step: &'a Step, question: &'a Question) -> Option<Asked<'a>> {
    let points = match given(&question.kind) {
        Given::Points(points) => Some(points),
        Given::Number => None,
        Given::Words => return None,
    };
    Some(Asked { step: &step.id, item: &question.id, points })
}

fn kind_of(kind: &QuestionKind) -> Option<Kind> {
    match kind {
        QuestionKind::Scale { .. } => Some(Kind::Scale),
        QuestionKind::Choice(_) => Some(Kind::Choice),
        QuestionKind::Number { .. } => Some(Kind::Number),
        QuestionKind::Text { .. } => None,
    }
}

fn labels(facts: &Facts, kind: &QuestionKind) -> Vec<Text> {
    match kind {
        QuestionKind::Scale { scale, .. } => scale.points.iter().map(|point| facts.text(&point.label)).collect(),
        QuestionKind::Choice(choices) => choices.options.iter().map(|option| facts.text(&option.label)).collect(),
        QuestionKind::Number { .. } | QuestionKind::Text { .. } => Vec::new(),
    }
}

/// The dimensions that the exercise shows in a profile, each once.
fn profiled(block: &Questions) -> impl Iterator<Item = &Dimension> {
    let shown = |dimension: &&Dimension| {
        block.views.iter().any(|view| matches!(view, ResultView::Profile(ids) if ids.contains(&dimension.id)))
    };
    block.dimensions.iter().filter(shown)
}

/// `None` where it has no question with a scale.
fn dimension(
    facts: &Facts,
    meetings: &Meetings,
    selection: &Selection,
    step: &Step,
    block: &Questions,
    dimension: &Dimension,
) -> Option<DimensionRow> {
    let (low, high) = ends(block, dimension)?;
    let groups = by_group(facts, meetings, selection, step, block, dimension);
    Some(DimensionRow {
        id: dimension.id.clone(),
        label: facts.text(&dimension.label),
        ends: (facts.text(&low.label), facts.text(&high.label)),
        range: (low.value, high.value),
        all: come_to(&groups, |_| true, low.value),
        groups: groups.iter().map(|it| (it.group, come_to(&groups, |at| at == it.group, low.value))).collect(),
    })
}

fn scaled<'a>(block: &'a Questions, dimension: &'a Dimension) -> impl Iterator<Item = (&'a Question, &'a Scale, bool)> {
    block.items.iter().filter(|it| it.dimension.as_ref() == Some(&dimension.id)).filter_map(|it| match &it.kind {
        QuestionKind::Scale { scale, reversed } => Some((it, scale, *reversed)),
        _ => None,
    })
}

fn ends<'a>(block: &'a Questions, dimension: &'a Dimension) -> Option<(&'a Point, &'a Point)> {
    let (_, scale, _) = scaled(block, dimension).next()?;
    Some((scale.points.first()?, scale.points.last()?))
}

/// What a group answered to the questions of a dimension.
#[derive(Debug, Default)]
struct Counted {
    /// The group: its place among those of the report.
    group: usize,
    /// The counts of those that are shown, each with its place among the questions of the dimension.
    counts: Vec<(usize, Vec<u32>)>,
    /// Whether too few answered any.
    too_few: bool,
    /// Whether any was answered on another scale than that of now.
    other_scale: bool,
}

/// The counts of each question in the groups that are taken, added up.
fn together<'a>(groups: impl Iterator<Item = &'a Counted>) -> Vec<Vec<u32>> {
    let mut sums: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (question, counts) in groups.flat_map(|it| &it.counts) {
        let sum = sums.entry(*question).or_insert_with(|| vec![0; counts.len()]);
        sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    sums.into_values().collect()
}

/// What the groups that are taken come to together, on a scale that begins at `low`.
fn come_to(groups: &[Counted], takes: impl Fn(usize) -> bool, low: i32) -> Found<ProfileMean> {
    let these = || groups.iter().filter(|it| takes(it.group));
    let why = || Found::why(these().any(|it| it.too_few), these().any(|it| it.other_scale));
    pooled(&together(these()), low).map_or_else(why, Found::Shown)
}

/// The counts of each scale question of a dimension by group, what is reversed turned; without those that are not
/// shown.
fn by_group(
    facts: &Facts,
    meetings: &Meetings,
    selection: &Selection,
    step: &Step,
    block: &Questions,
    dimension: &Dimension,
) -> Vec<Counted> {
    let mut groups: Vec<Counted> = Vec::new();
    for (place, (question, scale, reversed)) in scaled(block, dimension).enumerate() {
        let asked = Asked { step: &step.id, item: &question.id, points: Some(scale.points.len()) };
        for cell in cells(meetings, facts, selection, asked) {
            let at = groups.partition_point(|it| it.group < cell.group);
            if groups.get(at).is_none_or(|it| it.group != cell.group) {
                groups.insert(at, Counted { group: cell.group, ..Counted::default() });
            }
            match &cell.outcome {
                Outcome::Hidden => groups[at].too_few = true,
                Outcome::Other(_) => groups[at].other_scale = true,
                Outcome::Shown(tally) => {
                    let mut counts = tally.counts.clone();
                    if reversed {
                        counts.reverse();
                    }
                    groups[at].counts.push((place, counts));
                }
            }
        }
    }
    groups
}

/// The step with questions of this identity.
fn block_of<'a>(facts: &'a Facts, step: &StepId) -> Option<(&'a Step, &'a Questions)> {
    let step = facts.exercise.step(step)?;
    match &step.block {
        Block::Questions(block) => Some((step, block)),
        _ => None,
    }
}

/// The means of a dimension over the meetings of the groups that are chosen, and of all where several are looked at;
/// `None` where it was asked in one meeting or none.
pub fn dimension_lines(
    facts: &Facts,
    selection: &Selection,
    step: &StepId,
    id: &str,
    chosen: &[usize],
) -> Option<Lines> {
    let (step, block) = block_of(facts, step)?;
    let of = block.dimensions.iter().find(|it| *it.id == *id)?;
    let (low, high) = ends(block, of)?;
    let meetings = Meetings::of(facts);
    let asked: Vec<(u32, Vec<Counted>)> = (1..=facts.report.numbers(selection))
        .map(|number| {
            let at = Selection { which: Which::Number(number), ..selection.clone() };
            (number, by_group(facts, &meetings, &at, step, block, of))
        })
        .filter(|(_, groups)| !groups.is_empty())
        .collect();
    if asked.len() < 2 {
        return None;
    }
    let of_group = |group: Option<usize>| {
        let takes = |at: usize| group.is_none_or(|group| group == at);
        let at = |(_, groups): &(u32, Vec<Counted>)| {
            come_to(groups, takes, low.value).map(|mean| (mean.mean, mean.answers.1))
        };
        Series { group, values: asked.iter().map(at).collect() }
    };
    let series = drawn_of(facts, selection, chosen, of_group);
    let meetings = asked.iter().map(|(number, _)| *number).collect();
    Some(Lines { range: (low.value * 10, high.value * 10), meetings, series })
}

/// The ends of a chart of numbers none of which is shown, in tenths.
const NO_VALUES: (i32, i32) = (0, 10);

/// The mean or the median of a question over the meetings of the groups that are chosen, and of all where several are
/// looked at; `None` where it was asked in one meeting or none, or has no middle.
pub fn question_lines(
    facts: &Facts,
    selection: &Selection,
    step: &StepId,
    item: &ItemId,
    chosen: &[usize],
) -> Option<Lines> {
    let (step, block) = block_of(facts, step)?;
    let question = block.items.iter().find(|it| it.id == *item)?;
    kind_of(&question.kind)?.middle()?;
    let (asked, meetings) = (asked(step, question)?, Meetings::of(facts));
    let line = by_meeting(facts, selection, |selection| cells(&meetings, facts, selection, asked));
    if line.len() < 2 {
        return None;
    }
    let of_group = |group: Option<usize>| {
        let at = |(_, cells): &(u32, Vec<Cell>)| {
            let total = total(cells.iter().filter(|cell| group.is_none_or(|group| group == cell.group)));
            Found::of(&total, |tally| Some((middle(&question.kind, tally)?, counted(tally))))
        };
        Series { group, values: line.iter().map(at).collect() }
    };
    let series: Vec<Series> = drawn_of(facts, selection, chosen, of_group);
    let range = if let QuestionKind::Scale { scale, .. } = &question.kind {
        (scale.points.first()?.value * 10, scale.points.last()?.value * 10)
    } else {
        let shown = series.iter().flat_map(|it| &it.values).filter_map(Found::shown);
        about(shown.map(|(value, _)| *value)).unwrap_or(NO_VALUES)
    };
    Some(Lines { range, meetings: line.iter().map(|(number, _)| *number).collect(), series })
}

fn middle(kind: &QuestionKind, tally: &RevealedTally) -> Option<i32> {
    match kind {
        QuestionKind::Scale { scale, .. } => mean(scale, &tally.counts),
        QuestionKind::Number { .. } => median(&tally.values),
        QuestionKind::Choice(_) | QuestionKind::Text { .. } => None,
    }
}

/// How many counted answers a scale or a number has.
fn counted(tally: &RevealedTally) -> u32 {
    tally.counts.iter().sum::<u32>() + tally.values.iter().map(|(_, people)| people).sum::<u32>()
}

/// Whole numbers about values in tenths.
fn about(values: impl Iterator<Item = i32> + Clone) -> Option<(i32, i32)> {
    let (low, high) = (values.clone().min()?.div_euclid(10), (values.max()? + 9).div_euclid(10));
    Some(if low == high { (low * 10 - 10, high * 10 + 10) } else { (low * 10, high * 10) })
}
