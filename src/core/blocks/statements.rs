//! What the answers to statements come to: the snapshot that a reveal takes.

use std::rc::Rc;

use crate::core::consensus::{Agreement, Tally};
use crate::core::format::Scale;
use crate::core::ids::{ItemId, PersonId};
use crate::core::refusal::Refusal;
use crate::core::room::{Choice, Given, ItemResult, RevealedTally, Settings, Shift, Visibility, Voice};

/// The most characters of a reason.
pub const REASON_LIMIT: usize = 200;

/// One answer to the item that is tallied.
#[derive(Clone, Debug)]
pub struct Voted {
    /// Who gave it.
    pub person: PersonId,
    /// What was answered.
    pub given: Given,
    /// Why, may be empty.
    pub reason: Rc<str>,
}

/// Whether a scale has what was chosen.
///
/// # Errors
/// [`Refusal::OffScale`] or [`Refusal::OptOutNotOffered`].
pub fn check_choice(scale: &Scale, choice: Choice) -> Result<(), Refusal> {
    match choice {
        Choice::Point(value) if scale.has(value) => Ok(()),
        Choice::Point(_) => Err(Refusal::OffScale),
        Choice::OptOut if scale.opt_out.is_some() => Ok(()),
        Choice::OptOut => Err(Refusal::OptOutNotOffered),
    }
}

/// The result of one item that is answered on a scale; reasons are shown from `enough_reasons` of them on.
pub fn result(
    item: ItemId,
    scale: &Scale,
    settings: Settings,
    (now, before): (&[Voted], &[Voted]),
    enough_reasons: u32,
) -> ItemResult {
    let tally = tally(scale, settings, now, before);
    let shows_reasons = tally.is_some() || enough_reasons == 0;
    let reasons = if shows_reasons { reasons(now, enough_reasons) } else { Vec::new() };
    ItemResult { item, answered: count(now.iter()), reasons, tally }
}

/// The result of one item, or `None` where fewer than k people gave a counted answer.
///
/// `now` are the answers in this round, by person in the order of joining, `before` those in the round
/// before, empty where there was none.
pub fn tally(scale: &Scale, settings: Settings, now: &[Voted], before: &[Voted]) -> Option<RevealedTally> {
    let counts: Vec<u32> = scale
        .points
        .iter()
        .map(|point| count(now.iter().filter(|given| given.given.choice == Choice::Point(point.value))))
        .collect();
    let n: u32 = counts.iter().sum();
    let tally = Tally::new(counts).filter(|_| n >= settings.min_answers)?;
    Some(RevealedTally {
        opt_outs: count(now.iter().filter(|given| given.given.choice == Choice::OptOut)),
        agreement: tally.agreement().map(Agreement::percent),
        class: tally.class(),
        direction: tally.direction(),
        one_vote_decides: tally.one_vote_decides(),
        counts: tally.counts().to_vec(),
        shift: shift(now, before, settings.min_answers),
        voices: voices(now, settings.visibility),
        ..RevealedTally::default()
    })
}

/// Reasons from `k` of them on, sorted, so that their order tells nothing about who gave them or when.
fn reasons(given: &[Voted], k: u32) -> Vec<Rc<str>> {
    let mut reasons: Vec<Rc<str>> =
        given.iter().map(|it| it.reason.clone()).filter(|reason| !reason.is_empty()).collect();
    if count(reasons.iter()) < k {
        return Vec::new();
    }
    reasons.sort_unstable();
    reasons
}

/// The net shift of those with a counted answer in both rounds. It is withheld where those counted in only
/// one of them number 1 to k − 1: the two tallies and the shift would give away what those few answered.
fn shift(now: &[Voted], before: &[Voted], k: u32) -> Option<Shift> {
    let point = |voted: &Voted| voted.given.value();
    let counted = |answers: &[Voted]| count(answers.iter().filter(|given| point(given).is_some()));
    let moves: Vec<i32> = now
        .iter()
        .filter_map(|given| {
            let earlier = before.iter().find(|it| it.person == given.person)?;
            Some(point(given)? - point(earlier)?)
        })
        .collect();
    let both = count(moves.iter());
    let once = counted(now) + counted(before) - 2 * both;
    let shown = counted(before) >= k && both >= k && (once == 0 || once >= k);
    shown.then(|| Shift { net: moves.iter().sum(), both })
}

fn voices(given: &[Voted], visibility: Visibility) -> Vec<Voice> {
    match visibility {
        Visibility::Hidden => Vec::new(),
        Visibility::Named => {
            given.iter().map(|it| Voice { person: it.person.clone(), choice: it.given.choice }).collect()
        }
    }
}

pub(super) fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
