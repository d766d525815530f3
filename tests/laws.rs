//! Laws of a meeting that hold whatever people do: checked over random sequences of commands.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::fs;
use std::rc::Rc;

use leerlandschap::core::command::{Command, TimerSetting};
use leerlandschap::core::format;
use leerlandschap::core::meeting::{Actor, State};
use leerlandschap::core::room::{
    Action, ActionStatus, Body, Choice, Facilitation, Phase, Place, Rights, Settings, Visibility,
};
use leerlandschap::protocol::command as wire;
use leerlandschap::protocol::stored::{self, Meeting};
use proptest::prelude::*;

const PEOPLE: [&str; 5] = ["a", "b", "c", "d", "t"];
const STEPS: [&str; 5] = ["stellingen", "opbrengst", "vervolgacties", "uitgangspunten", "nergens"];
const ITEMS: [&str; 4] = ["st1", "st2", "st5", "geen"];
const IDS: [&str; 4] =
    ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "scope:uitgangspunten", "fout"];

fn meeting() -> State {
    let text = fs::read_to_string("static/formats/leerlandschap.json").expect("the format");
    let exercise = format::read(&serde_json::from_str(&text).expect("json")).expect("sound");
    let settings = Settings { visibility: Visibility::Hidden, min_answers: 3, facilitation: Facilitation::Members };
    State::new(Rc::new(exercise), "gesprek", settings, "1".into()).expect("a meeting")
}

/// The trainer leads by right; the others take part.
fn actor(name: &str) -> Actor {
    let leads = name == "t";
    Actor {
        person: name.into(),
        name: Some(name.into()),
        rights: Rights { participate: !leads, facilitate: leads, report: leads },
        notice: None,
    }
}

fn any_of(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![Just(Place::Start), Just(Place::Closing), any_of(&STEPS).prop_map(|step| Place::Step(step.into())),]
}

fn phase() -> impl Strategy<Value = Phase> {
    prop::sample::select(vec![Phase::Open, Phase::Closed, Phase::Revealed])
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![4 => (0..7).prop_map(Choice::Point), 1 => Just(Choice::OptOut)]
}

fn body() -> impl Strategy<Value = Body> {
    let text = || any_of(&["", "een", "twee", "met\nregel", "bel\u{7}"]);
    prop_oneof![
        (any_of(&["eens", "oneens", "fout"]), text())
            .prop_map(|(column, text)| Body::Note { column: column.into(), text: text.into() }),
        text().prop_map(|text| Body::Scope { text: text.into() }),
        text().prop_map(|text| Body::Principle { text: text.into() }),
        (text(), prop::option::of(any_of(&PEOPLE)), prop::option::of(any_of(&ITEMS))).prop_map(
            |(what, who, source)| {
                Body::Action(Action {
                    what: what.into(),
                    who_person: who.map(Into::into),
                    status: ActionStatus::Busy,
                    source_item: source.map(Into::into),
                    ..Action::default()
                })
            }
        ),
    ]
}

fn timer() -> impl Strategy<Value = TimerSetting> {
    (prop::sample::select(vec![0_u32, 480, 540, 90_000]), any::<bool>())
        .prop_map(|(seconds, running)| TimerSetting { seconds, running })
}

fn command() -> impl Strategy<Value = Command> {
    let person = || prop::option::of(any_of(&PEOPLE).prop_map(Into::into));
    prop_oneof![
        4 => Just(Command::Join { name: "naam".into() }),
        1 => Just(Command::Leave),
        1 => (any_of(&PEOPLE), any::<bool>())
            .prop_map(|(person, present)| Command::Mark { person: person.into(), present }),
        1 => (person(), person()).prop_map(|(from, to)| Command::SetChair { from, to }),
        6 => (place(), place()).prop_map(|(from, to)| Command::GoTo { from, to }),
        1 => (timer(), timer()).prop_map(|(from, to)| Command::SetTimer { from, to }),
        6 => (any_of(&STEPS), 0_u8..4, prop::option::of(phase()), phase(), prop::collection::vec(any_of(&ITEMS), 0..3))
            .prop_map(|(step, round, from, to, items)| Command::SetRound {
                step: step.into(),
                round,
                from,
                to,
                items: items.into_iter().map(Into::into).collect(),
            }),
        10 => (any_of(&ITEMS), 0_u8..3, choice(), any_of(&["", "daarom"]), 0_u32..4).prop_map(
            |(item, round, choice, reason, seq)| Command::Answer {
                item: item.into(),
                round,
                choice,
                reason: reason.into(),
                seq,
            }
        ),
        2 => any_of(&STEPS).prop_map(|step| Command::TookPart { step: step.into() }),
        6 => (any_of(&IDS), any_of(&STEPS), prop::option::of(0_u64..40), body()).prop_map(
            |(id, step, base, body)| Command::Save { id: id.into(), step: step.into(), base, body }
        ),
        2 => (any_of(&IDS), 0_u64..40).prop_map(|(id, base)| Command::Delete { id: id.into(), base }),
        2 => (any_of(&IDS), prop::option::of(any_of(&IDS)))
            .prop_map(|(id, after)| Command::Move { id: id.into(), after: after.map(Into::into) }),
    ]
}

/// What people do, each at their time; the first ones get a meeting going, so that later ones meet open rounds.
fn script() -> impl Strategy<Value = Vec<(&'static str, Command)>> {
    let going = || {
        let joins = ["a", "b", "c", "d"].map(|who| (who, Command::Join { name: who.into() }));
        let start = Command::GoTo { from: Place::Start, to: Place::Step("stellingen".into()) };
        joins.into_iter().chain([("t", start)]).collect::<Vec<_>>()
    };
    prop::collection::vec((any_of(&PEOPLE), command()), 1..60).prop_map(move |rest| {
        let mut script = going();
        script.extend(rest);
        script
    })
}

/// Whether a command may be delivered twice without harm, by its own means.
fn is_idempotent(command: &Command) -> bool {
    match command {
        Command::Answer { .. }
        | Command::TookPart { .. }
        | Command::Join { .. }
        | Command::Delete { .. }
        | Command::Move { .. } => true,
        Command::Save { base, .. } => base.is_none(),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing panics; a room never tells what is not revealed or under k; and a reveal stands for good.
    #[test]
    fn rooms_keep_their_promises(script in script()) {
        let mut state = meeting();
        for (at, (who, command)) in (0..).zip(&script) {
            let before = state.room();
            if let Ok(next) = state.apply(&actor(who), command, at) {
                prop_assert!(next.revision == state.revision || next.revision == state.revision + 1);
                prop_assert_eq!(next.revision == state.revision, next.room().contributions == before.contributions
                    && next.room().people == before.people && next.room().place == before.place
                    && next.room().chair == before.chair && next.room().timer == before.timer
                    && phases(&next) == phases(&state));
                state = next;
            }
            let room = state.room();
            for round in &room.rounds {
                prop_assert_eq!(round.results.is_empty(), round.phase != Phase::Revealed);
                for tally in round.results.iter().filter_map(|result| result.tally.as_ref()) {
                    prop_assert!(tally.counts.iter().sum::<u32>() >= room.settings.min_answers);
                    prop_assert!(tally.voices.is_empty());
                    prop_assert!(tally.reasons.is_empty() || tally.reasons.len() >= 3);
                    prop_assert!(tally.shift.is_none_or(|shift| shift.both >= 3));
                }
            }
            for revealed in before.rounds.iter().filter(|round| round.phase == Phase::Revealed) {
                prop_assert!(room.rounds.contains(revealed), "a reveal changed");
            }
            prop_assert!(room.contributions.iter().all(|it| it.author.is_none()));
        }
    }

    /// Delivered twice is the same as delivered once.
    #[test]
    fn twice_is_once(script in script()) {
        let mut state = meeting();
        for (at, (who, command)) in (0..).zip(&script) {
            let Ok(once) = state.apply(&actor(who), command, at) else { continue };
            if is_idempotent(command) {
                prop_assert_eq!(&once.apply(&actor(who), command, at + 1), &Ok(once.clone()), "{:?}", command);
            }
            state = once;
        }
    }

    /// A meeting that is written and read again is the same, and so is a command.
    #[test]
    fn what_is_written_reads_the_same(script in script()) {
        let mut state = meeting();
        for (at, (who, command)) in (0..).zip(&script) {
            let json = serde_json::to_value(wire::Command::from(command)).expect("json");
            let read = wire::Command::from_json(&json).expect("well formed").try_into();
            prop_assert_eq!(read.as_ref(), Ok(command));
            if let Ok(next) = state.apply(&actor(who), command, at) {
                state = next;
            }
        }
        let json = serde_json::to_value(Meeting::from(&state)).expect("json");
        prop_assert_eq!(stored::state_of(&json, state.exercise.clone()), Ok(state));
    }
}

fn phases(state: &State) -> Vec<Phase> {
    state.rounds.iter().map(|round| round.phase).collect()
}
