//! What the answers to questions come to.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::statements::{self, Voted};
use crate::core::format::{Choices, Question, QuestionKind, Relation as RelationView};
use crate::core::ids::{ItemId, PersonId};
use crate::core::refusal::Refusal;
use crate::core::room::{Given, ItemResult, Relation, RevealedTally, Settings, Side, Visibility, Voice};
use crate::core::text::{Lines, clean};

/// The answer as it is kept.
///
/// # Errors
/// [`Refusal::OffScale`] for a point or number that there is not, [`Refusal::OptOutNotOffered`],
/// [`Refusal::BadValue`] for options that cannot be chosen, or what the kind does not use, or what `text` refuses.
pub fn checked(question: &Question, given: &Given) -> Result<Given, Refusal> {
    let (value, options, text) = match question.kind {
        QuestionKind::Scale { .. } | QuestionKind::Number { .. } => (true, false, false),
        QuestionKind::Choice(_) => (false, true, false),
        QuestionKind::Text { .. } => (false, false, true),
    };
    if (!value && given.value().is_some())
        || (!options && !given.options.is_empty())
        || (!text && !given.text.is_empty())
    {
        return Err(Refusal::BadValue);
    }
    match &question.kind {
        QuestionKind::Scale { scale, .. } => statements::check_choice(scale, given.choice)?,
        QuestionKind::Number { min, max } => {
            if given.value().is_some_and(|value| !(*min..=*max).contains(&value)) {
                return Err(Refusal::OffScale);
            }
        }
        QuestionKind::Choice(choices) => check_options(choices, &given.options)?,
        QuestionKind::Text { max_chars } => {
            return Ok(Given { text: clean(&given.text, *max_chars, Lines::One)?, ..given.clone() });
        }
    }
    Ok(given.clone())
}

fn check_options(choices: &Choices, chosen: &[Rc<str>]) -> Result<(), Refusal> {
    let mut seen: Vec<&Rc<str>> = Vec::new();
    for id in chosen {
        let option = choices.options.iter().find(|it| it.id == *id).ok_or(Refusal::BadValue)?;
        if seen.contains(&id) || (option.exclusive && chosen.len() > 1) {
            return Err(Refusal::BadValue);
        }
        seen.push(id);
    }
    if chosen.len() > 1 && !choices.several { Err(Refusal::BadValue) } else { Ok(()) }
}

/// Whether there is something in an answer that a result counts.
fn counts(given: &Given) -> bool {
    given.value().is_some() || !given.options.is_empty() || !given.text.is_empty()
}

/// The result of one question. `given` are the answers, by person in the order of joining.
pub fn result(question: &Question, settings: Settings, given: &[Voted]) -> ItemResult {
    let is_scale = matches!(question.kind, QuestionKind::Scale { .. });
    let answered: Vec<&Voted> = given.iter().filter(|it| is_scale || counts(&it.given)).collect();
    let counted = statements::count(answered.iter().filter(|it| counts(&it.given)));
    let enough = counted >= settings.min_answers;
    let plain = || RevealedTally::default();
    let tally = match &question.kind {
        QuestionKind::Scale { scale, .. } => statements::tally(scale, settings, given, &[]),
        QuestionKind::Choice(choices) => enough.then(|| RevealedTally {
            counts: choices
                .options
                .iter()
                .map(|option| statements::count(answered.iter().filter(|it| it.given.options.contains(&option.id))))
                .collect(),
            ..plain()
        }),
        QuestionKind::Number { .. } => enough.then(|| RevealedTally {
            values: spread(&answered),
            voices: voices(&answered, settings.visibility),
            ..plain()
        }),
        QuestionKind::Text { .. } => enough.then(|| {
            let mut texts: Vec<Rc<str>> = answered.iter().map(|it| it.given.text.clone()).collect();
            texts.sort_unstable();
            RevealedTally { texts, ..plain() }
        }),
    };
    ItemResult { item: question.id.clone(), answered: statements::count(answered.iter()), reasons: Vec::new(), tally }
}

fn spread(answered: &[&Voted]) -> Vec<(i32, u32)> {
    let mut spread: Vec<(i32, u32)> = Vec::new();
    for value in answered.iter().filter_map(|it| it.given.value()) {
        let at = spread.partition_point(|(known, _)| *known < value);
        match spread.get_mut(at) {
            Some((known, people)) if *known == value => *people += 1,
            _ => spread.insert(at, (value, 1)),
        }
    }
    spread
}

fn voices(answered: &[&Voted], visibility: Visibility) -> Vec<Voice> {
    let voice = |it: &&Voted| Voice { person: it.person.clone(), choice: it.given.choice };
    if visibility == Visibility::Named { answered.iter().map(voice).collect() } else { Vec::new() }
}

/// Of those who answered both questions of a view, what each chose at the second: in high who chose at least the
/// split at the first, in low the others.
struct Sides {
    high: BTreeMap<PersonId, i32>,
    low: BTreeMap<PersonId, i32>,
}

/// How pairs of questions go together. `answers` gives the answers to an item.
///
/// Several views can lay the same question beside others, or beside the same one split elsewhere. Each is told only if
/// what it tells and what was told before it differ by nobody, or by k people: else a few people's answers would
/// follow from the difference.
pub fn relations<'a>(
    views: impl Iterator<Item = &'a RelationView>,
    k: u32,
    answers: impl Fn(&ItemId) -> Vec<Voted>,
) -> Vec<Relation> {
    let mut told: Vec<(&ItemId, BTreeMap<PersonId, i32>)> = Vec::new();
    let relation = |view: &'a RelationView| {
        let Sides { high, low } = sides(view, &answers);
        let least = k.max(view.min_per_side);
        let enough = [&high, &low].into_iter().all(|side| statements::count(side.keys()) >= least);
        let before = told.iter().filter(|(y, _)| *y == &view.y);
        let apart =
            before.into_iter().all(|(_, other)| !differ_by_few(&high, other, k) && !differ_by_few(&low, other, k));
        let tells = enough && apart;
        let sides = tells.then(|| (side(high.values().copied().collect()), side(low.values().copied().collect())));
        if tells {
            told.extend([(&view.y, high), (&view.y, low)]);
        }
        Relation { x: view.x.clone(), y: view.y.clone(), sides }
    };
    views.map(relation).collect()
}

fn sides(view: &RelationView, answers: impl Fn(&ItemId) -> Vec<Voted>) -> Sides {
    let of = |item| -> BTreeMap<PersonId, i32> {
        answers(item).into_iter().filter_map(|it| Some((it.person, it.given.value()?))).collect()
    };
    let (x, y) = (of(&view.x), of(&view.y));
    let both = y.into_iter().filter(|(person, _)| x.contains_key(person));
    let (high, low) = both.partition(|(person, _)| x[person] >= view.split);
    Sides { high, low }
}

/// Whether two sides hold nearly the same people.
fn differ_by_few(one: &BTreeMap<PersonId, i32>, other: &BTreeMap<PersonId, i32>, k: u32) -> bool {
    let shared = one.keys().filter(|person| other.contains_key(*person)).count();
    let differ = one.len() + other.len() - 2 * shared;
    differ > 0 && differ < k as usize
}

fn side(mut values: Vec<i32>) -> Side {
    values.sort_unstable();
    let (lower, upper) = (values[(values.len() - 1) / 2], values[values.len() / 2]);
    Side { people: statements::count(values.iter()), median_x2: lower + upper }
}
