//! Laws of a meeting that hold whatever people do: checked over random sequences of commands.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

mod common;

use common::{PEOPLE, actor, exercise, fitted, meeting, script};
use leerlandschap::core::command::Command;
use leerlandschap::core::meeting::{Own, State};
use leerlandschap::core::room::{Pace, Phase, Room, Visibility};
use leerlandschap::protocol::command as wire;
use leerlandschap::protocol::stored::{self, Meeting};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

/// Whether a command may be delivered twice without harm, by its own means.
fn is_idempotent(command: &Command) -> bool {
    match command {
        Command::Answer { .. }
        | Command::TookPart { .. }
        | Command::Join { .. }
        | Command::Delete { .. }
        | Command::Share { .. }
        | Command::Move { .. } => true,
        Command::Save { base, .. } => base.is_none(),
        _ => false,
    }
}

/// A room without what may change with no revision: how many have answered in rounds that are not revealed.
fn shared(mut room: Room) -> Room {
    for round in room.rounds.iter_mut().filter(|round| round.phase != Phase::Revealed) {
        round.answered = 0;
    }
    room.revision = 0;
    room
}

/// Nothing is told before the reveal, nor of fewer than k.
fn tells_no_more_than_it_may(state: &State) -> Result<(), TestCaseError> {
    let room = state.room();
    let k = room.settings.min_answers;
    let hidden = room.settings.visibility == Visibility::Hidden;
    for round in &room.rounds {
        if round.phase != Phase::Revealed {
            prop_assert!(round.results.is_empty() && round.relations.is_empty());
        }
        for result in &round.results {
            let confirms = round.step.as_str() == "sum";
            prop_assert!(confirms || result.reasons.is_empty() || result.reasons.len() >= k as usize);
            let Some(tally) = &result.tally else { continue };
            let item = result.item.as_str();
            let people = match item {
                "q2" | "q3" | "q4" | "q5" => result.answered,
                _ if item.starts_with("write:") || item.starts_with("show:") => k,
                _ => tally.counts.iter().sum(),
            };
            prop_assert!(people >= k, "{item}");
            prop_assert!(tally.voices.is_empty() || !hidden);
            prop_assert!(tally.shift.is_none_or(|shift| shift.both >= k));
        }
        for (high, low) in round.relations.iter().filter_map(|it| it.sides) {
            prop_assert!(high.people >= k && low.people >= k);
        }
    }
    prop_assert!(!hidden || room.contributions.iter().all(|it| it.author.is_none()));
    Ok(())
}

/// What only its author sees is in nobody else's room, own part or update.
fn keeps_what_is_own(state: &State) -> Result<(), TestCaseError> {
    for own in state.contributions.iter().filter(|it| it.own && !it.deleted) {
        prop_assert!(state.room().contributions.iter().all(|it| it.id != own.id));
        for who in PEOPLE {
            let me = state.update_for(&actor(who), 0, Own::Always, 0).me.expect("me");
            let sees = me.contributions.iter().any(|it| it.id == own.id);
            let is_author = own.author.as_ref().is_some_and(|it| it.as_str() == who);
            prop_assert_eq!(sees, is_author, "{} of {:?}", who, own);
        }
    }
    for earlier in state.earlier() {
        prop_assert!(earlier.contributions.iter().all(|it| state.contributions.iter().any(|now| now.id == it.id)));
        for result in earlier.rounds.iter().flat_map(|round| &round.results) {
            prop_assert!(result.reasons.is_empty());
            prop_assert!(result.tally.as_ref().is_none_or(|it| it.texts.is_empty() && it.voices.is_empty()));
        }
    }
    Ok(())
}

fn settings() -> impl Strategy<Value = (Visibility, Pace)> {
    let visibility = prop::sample::select(vec![Visibility::Hidden, Visibility::Named]);
    (visibility, prop::sample::select(vec![Pace::Together, Pace::Together, Pace::Own]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::cases(250), failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing panics; a room never tells what it may not; a revision tells of every change that the group sees;
    /// and a reveal stands for good.
    #[test]
    fn rooms_keep_their_promises((visibility, pace) in settings(), script in script(60)) {
        let mut state = meeting(exercise(), visibility, pace);
        for (at, (who, command, luck)) in (0..).zip(&script) {
            let command = fitted(command, &state, *luck);
            let before = state.clone();
            if let Ok(next) = state.apply(&actor(who), &command, at) {
                prop_assert!(next.revision >= state.revision);
                if next.revision == state.revision {
                    prop_assert_eq!(shared(next.room()), shared(state.room()), "{:?}", command);
                } else {
                    prop_assert_ne!(shared(next.room()), shared(state.room()), "{:?}", command);
                }
                let same = next.number == before.number && next.part == before.part;
                let revealed = before.room().rounds.into_iter().filter(|round| round.phase == Phase::Revealed);
                for round in revealed.filter(|_| same) {
                    prop_assert!(next.room().rounds.contains(&round), "a reveal changed");
                }
                state = next;
                tells_no_more_than_it_may(&state)?;
                keeps_what_is_own(&state)?;
            } else {
                prop_assert!(state == before, "a refused command changed something");
            }
        }
    }

    /// Delivered twice is the same as delivered once.
    #[test]
    fn twice_is_once((visibility, pace) in settings(), script in script(60)) {
        let mut state = meeting(exercise(), visibility, pace);
        for (at, (who, command, luck)) in (0..).zip(&script) {
            let command = fitted(command, &state, *luck);
            let Ok(once) = state.apply(&actor(who), &command, at) else { continue };
            // A reveal of its own can come in between.
            let moved = once.rounds.iter().filter(|it| it.snapshot.is_some()).count()
                != state.rounds.iter().filter(|it| it.snapshot.is_some()).count();
            if is_idempotent(&command) && !moved {
                prop_assert_eq!(&once.apply(&actor(who), &command, at + 1), &Ok(once.clone()), "{:?}", command);
            }
            state = once;
        }
    }

    /// A meeting that is written and read again is the same, with those before it, and so is a command.
    #[test]
    fn what_is_written_reads_the_same((visibility, pace) in settings(), script in script(60)) {
        let mut state = meeting(exercise(), visibility, pace);
        for (at, (who, command, luck)) in (0..).zip(&script) {
            let command = fitted(command, &state, *luck);
            let json = serde_json::to_value(wire::Command::from(&command)).expect("json");
            let read = wire::Command::from_json(&json).expect("well formed").try_into();
            prop_assert_eq!(read, Ok(command.clone()));
            if let Ok(next) = state.apply(&actor(who), &command, at) {
                state = next;
            }
        }
        let json = serde_json::to_value(Meeting::from(&state)).expect("json");
        prop_assert_eq!(stored::state_of(&json, state.exercise.clone()), Ok(state));
    }
}

/// What random scripts must come to for the laws to say something.
fn reached(state: &State, seen: &mut Vec<&'static str>) {
    let revealed = |step: &str, round: u8| {
        state.rounds.iter().any(|it| it.step.as_str() == step && it.number == round && it.snapshot.is_some())
    };
    let shown = state
        .rounds
        .iter()
        .flat_map(|it| it.snapshot.iter().flat_map(|it| &it.results))
        .filter(|it| it.tally.is_some())
        .map(|it| it.item.as_str().to_owned())
        .collect::<Vec<_>>();
    let facts = [
        ("own notes", state.contributions.iter().any(|it| it.own)),
        ("writing revealed", revealed("write", 1)),
        ("dots revealed", revealed("write", 2) || revealed("show", 1)),
        ("support revealed", revealed("rules", 1)),
        ("confirmation revealed", revealed("sum", 1)),
        ("questions revealed", revealed("ask", 1)),
        ("a second vote", state.rounds.iter().any(|it| it.step.as_str() == "vote" && it.number == 2)),
        ("a tally", shown.iter().any(|item| item == "s1")),
        ("a shared note", state.contributions.iter().any(|it| it.step.as_str() == "own" && !it.own)),
        ("the next meeting", state.number == 2),
        ("carried over", state.contributions.iter().any(|it| it.from.is_some())),
        ("counted hands", state.contributions.iter().any(|it| it.step.as_str() == "vote")),
    ];
    for (name, is_so) in facts {
        if is_so && !seen.contains(&name) {
            seen.push(name);
        }
    }
}

/// The laws above are about something: random scripts come to every kind of round and of contribution.
#[test]
fn scripts_come_to_everything() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = Vec::new();
    for _ in 0..400 {
        let tree = script(150).new_tree(&mut runner).expect("a script");
        let mut state = meeting(exercise(), Visibility::Hidden, Pace::Together);
        for (at, (who, command, luck)) in (0..).zip(&tree.current()) {
            let command = fitted(command, &state, *luck);
            if let Ok(next) = state.apply(&actor(who), &command, at) {
                state = next;
                reached(&state, &mut seen);
            }
        }
    }
    assert_eq!(seen.len(), 12, "only {seen:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::cases(60), failure_persistence: None, ..ProptestConfig::default() })]

    /// A file that is given away holds no answer of a hidden meeting and nothing that only its author sees, also
    /// of the meetings before; and it can be read again.
    #[test]
    fn a_file_given_away_keeps_secrets(script in script(60)) {
        let mut state = meeting(exercise(), Visibility::Hidden, Pace::Together);
        for (at, (who, command, luck)) in (0..).zip(&script) {
            if let Ok(next) = state.apply(&actor(who), &fitted(command, &state, *luck), at) {
                state = next;
            }
        }
        let given = state.without_secrets();
        let json = serde_json::to_value(Meeting::from(&given)).expect("json");
        prop_assert_eq!(stored::state_of(&json, state.exercise.clone()), Ok(given.clone()));
        let mut meeting = Some(&given);
        while let Some(state) = meeting {
            prop_assert!(state.answers.is_empty() && state.contributions.iter().all(|it| !it.own));
            meeting = state.before.as_deref();
        }
        prop_assert_eq!(state.room().contributions, given.room().contributions);
    }
}
