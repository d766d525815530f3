//! What a simulated participant answers in the rounds that are open.

use std::rc::Rc;

use super::{Company, Text};
use crate::core::command::Command;
use crate::core::format::{Block, Choices, Notes, Question, QuestionKind, Scale, Step};
use crate::core::ids::{ItemId, PersonId};
use crate::core::meeting::{RoundState, State};
use crate::core::room::{Choice, Given, Phase};

/// How far apart numbers are that are answered.
const NUMBERS: u32 = 20;

/// The answers that are still to be given, and the handing in of questions.
pub(super) fn of(company: &Company, state: &State, person: &PersonId, number: u32) -> Vec<Command> {
    let open = state.rounds.iter().filter(|round| round.phase == Phase::Open);
    open.filter_map(|round| Some((round, state.exercise.step(&round.step)?)))
        .flat_map(|(round, step)| in_round(company, state, (round, step), person, number))
        .collect()
}

fn in_round(
    company: &Company,
    state: &State,
    (round, step): (&RoundState, &Step),
    person: &PersonId,
    number: u32,
) -> Vec<Command> {
    let is_new = |item: &&ItemId| !state.answers.contains_key(&(person.clone(), (*item).clone(), round.number));
    let answer = |item: &ItemId, given: Given, reason: Option<Text>| Command::Answer {
        item: item.clone(),
        round: round.number,
        given,
        reason: reason.map(|it| (company.says)(it)).unwrap_or_default(),
        seq: 1,
    };
    let by_point = |item: &ItemId, scale: &Scale| point(scale, item, number, round.number);
    let items = || round.items.iter().filter(is_new);
    match &step.block {
        Block::Statements(block) => items()
            .filter_map(|item| {
                let reason = (block.reasons && number.is_multiple_of(2)).then_some(Text::Reason);
                Some(answer(item, by_point(item, &block.scale)?.into(), reason))
            })
            .collect(),
        Block::Confirm(block) => items()
            .filter_map(|item| {
                let choice = by_point(item, &block.scale)?;
                let wants = matches!(choice, Choice::Point(value) if block.comment_required_for.contains(&value));
                Some(answer(item, choice.into(), wants.then_some(Text::Comment)))
            })
            .collect(),
        Block::Principles(block) => block
            .support_vote
            .iter()
            .flat_map(|vote| items().filter_map(|item| Some(answer(item, by_point(item, &vote.scale)?.into(), None))))
            .collect(),
        Block::Questions(block) => {
            let asked = |item: &ItemId| block.items.iter().find(|question| question.id == *item);
            let given = |item: &ItemId| given(company, asked(item)?, number);
            let answers = items().filter_map(|item| Some(answer(item, given(item)?, None)));
            let handed_in = state.done.iter().any(|(who, what)| who == person && *what == step.id);
            answers.chain((!handed_in).then(|| Command::TookPart { step: step.id.clone() })).collect()
        }
        Block::Notes(block) if block.dots_round() == Some(round.number) && items().count() == round.items.len() => {
            dots(block, round.items.len(), number)
                .into_iter()
                .filter_map(|(at, dots)| Some(answer(round.items.get(at)?, Choice::Point(dots).into(), None)))
                .collect()
        }
        Block::Notes(_) | Block::Info(_) | Block::Actions(_) | Block::Plan(_) => Vec::new(),
    }
}

/// Different for each item, and always the same.
fn seed(item: &ItemId) -> u32 {
    item.as_str().bytes().fold(7, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()))
}

/// Spread over the scale by who and what, so that some items end up agreed on and others divided.
fn point(scale: &Scale, item: &ItemId, number: u32, round: u8) -> Option<Choice> {
    let (seed, points) = (seed(item), u32::try_from(scale.points.len()).ok()?);
    let spread = if seed.is_multiple_of(3) { 1 } else { points };
    let middle = (seed / 3).checked_rem(points)?;
    let own = number.wrapping_mul(7).wrapping_add(seed).wrapping_add(u32::from(round)) % spread;
    let point = scale.points.get((middle + own).checked_rem(points)? as usize)?;
    Some(Choice::Point(point.value))
}

/// The answer to a question of any kind.
fn given(company: &Company, question: &Question, number: u32) -> Option<Given> {
    let none = || Given::from(Choice::OptOut);
    let own = seed(&question.id).wrapping_add(number.wrapping_mul(7));
    Some(match &question.kind {
        QuestionKind::Scale { scale, .. } => point(scale, &question.id, number, 1)?.into(),
        QuestionKind::Number { min, max } => {
            let apart = max.abs_diff(*min).min(NUMBERS) + 1;
            Choice::Point(min.checked_add_unsigned(own % apart)?).into()
        }
        QuestionKind::Choice(choices) => Given { options: options(choices, own), ..none() },
        QuestionKind::Text { max_chars } => {
            Given { text: (company.says)(Text::Answer).chars().take(*max_chars).collect::<String>().into(), ..none() }
        }
    })
}

/// One option, and where several can be chosen mostly another beside it.
fn options(choices: &Choices, own: u32) -> Vec<Rc<str>> {
    let at = |steps: u32| {
        let all = &choices.options;
        all.get((own.wrapping_add(steps) as usize).checked_rem(all.len())?)
    };
    let mut chosen: Vec<Rc<str>> = at(0).map(|option| option.id.clone()).into_iter().collect();
    if let (true, Some(one), Some(other)) = (choices.several && !own.is_multiple_of(3), at(0), at(1))
        && one.id != other.id
        && !one.exclusive
        && !other.exclusive
    {
        chosen.push(other.id.clone());
    }
    chosen
}

/// All of one's dots over so many notes: the place of a note, and how many it gets.
fn dots(block: &Notes, notes: usize, number: u32) -> Vec<(usize, i32)> {
    let mut placed: Vec<(usize, i32)> = Vec::new();
    for dot in 0..block.dots {
        // Two people in a row agree, so that some notes get more than others.
        let Some(at) = ((number / 2 + dot) as usize).checked_rem(notes) else {
            break;
        };
        match placed.iter_mut().find(|(place, _)| *place == at) {
            Some((_, dots)) => *dots += 1,
            None => placed.push((at, 1)),
        }
    }
    placed
}
