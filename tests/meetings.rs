//! The meetings of `tests/fixtures/meetings`, which PHPUnit runs too: what every command does, and why it is
//! refused.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use leerlandschap::core::command::Command;
use leerlandschap::core::format::{self, Exercise};
use leerlandschap::core::ids::PersonId;
use leerlandschap::core::meeting::{Actor, Own, State};
use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::room::{Group, Rights};
use leerlandschap::protocol::command as wire;
use leerlandschap::protocol::json::Members;
use leerlandschap::protocol::{me, read, room};
use serde_json::Value;

#[test]
fn every_fixture_runs_as_written() {
    let entries = fs::read_dir("tests/fixtures/meetings").expect("folder");
    let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("entry").path()).collect();
    for path in &paths {
        run(path);
    }
    assert!(paths.len() >= 30, "only {} fixtures", paths.len());
}

/// Refusals that both hosts look for before they look at values.
const CHECKED_EARLIER: &[&str] = &[
    "meeting_closed",
    "not_allowed",
    "not_present",
    "unknown_step",
    "unknown_round",
    "unknown_contribution",
    "step_not_reached",
    "wrong_block",
    "bad_id",
    "deleted",
    "conflict",
];

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("readable");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn exercise(fixture: &Value) -> Rc<Exercise> {
    let shipped = || {
        let id = fixture["format"].as_str().expect("format");
        json(&Path::new("static/formats").join(format!("{id}.json")))
    };
    let file = fixture.get("exercise").cloned().unwrap_or_else(shipped);
    Rc::new(format::read(&file).expect("a sound exercise"))
}

fn actors(fixture: &Value) -> BTreeMap<String, Actor> {
    let people = fixture["people"].as_object().expect("people");
    let actor = |(id, person): (&String, &Value)| {
        let flag = |name: &str| person.get(name).and_then(Value::as_bool).unwrap_or(false);
        let actor = Actor {
            person: id.as_str().into(),
            name: Some(person["name"].as_str().expect("name").into()),
            rights: Rights { participate: flag("participate"), facilitate: flag("facilitate"), report: flag("report") },
            notice: None,
        };
        (id.clone(), actor)
    };
    people.iter().map(actor).collect()
}

fn run(path: &Path) {
    let fixture = json(path);
    let exercise = exercise(&fixture);
    let first = || exercise.runs().first().expect("a run").id().clone();
    let part = fixture["part"].as_str().map_or_else(first, Rc::from);
    let settings = Members::of(&fixture["settings"], "settings").and_then(read::settings).expect("settings");
    let mut state = State::new(exercise, &part, settings, "1".into()).expect("a meeting");
    let grouped = fixture["group"].as_bool().unwrap_or(false);
    state.group = grouped.then(|| Group { id: "g".into(), name: "Noord".into() });
    state.expected = fixture["expected"].as_u64().and_then(|it| it.try_into().ok());
    let actors = actors(&fixture);
    for (number, step) in fixture["script"].as_array().expect("script").iter().enumerate() {
        let here = format!("{} step {number}: {step}", path.display());
        let at = step["at"].as_i64().expect("at");
        let actor = step.get("as").map(|id| &actors[id.as_str().expect("as")]);
        if let Some(command) = step.get("do") {
            let actor = actor.expect("as");
            let before = state.clone();
            let expected = step["expect"].as_str().expect("expect");
            let code = match parse(command).map(|command| state.apply(actor, &command, at)) {
                // What is no command here is refused before the meeting is looked at, in PHP after it.
                Err(_) if CHECKED_EARLIER.contains(&expected) => expected,
                Err(refusal) | Ok(Err(refusal)) => refusal.code(),
                Ok(Ok(next)) => {
                    assert_eq!(state, before, "{here}: the state before changed");
                    state = next;
                    "ok"
                }
            };
            assert_eq!(code, expected, "{here}");
        }
        if let Some(expected) = step.get("room") {
            let shown = serde_json::to_value(room::Room::from(&state.room())).expect("room");
            contains(&shown, expected, &here);
        }
        if let Some(expected) = step.get("reply") {
            let since = step["since"].as_u64().expect("since");
            let update = state.update_for(actor.expect("as"), since, Own::WithRoom, at);
            let earlier: Vec<room::Earlier> = update.earlier.iter().map(Into::into).collect();
            let counts = update.counts.iter().map(|it| {
                let mut count = serde_json::json!({"step": it.step.as_str(), "round": it.round, "answered": it.answered, "present": it.present});
                if let Some(who) = &it.who {
                    count["who"] = who.people().iter().map(PersonId::as_str).collect();
                }
                count
            });
            let shown = serde_json::json!({
                "room": update.room.is_some(),
                "me": update.me.is_some(),
                "counts": counts.collect::<Vec<_>>(),
                "earlier": serde_json::to_value(earlier).expect("earlier"),
            });
            contains(&shown, expected, &here);
        }
        if let Some(expected) = step.get("me") {
            let shown = serde_json::to_value(me::Me::from(&state.me(actor.expect("as")))).expect("me");
            contains(&shown, expected, &here);
        }
    }
}

/// What is not a command at all is refused as a bad value.
fn parse(command: &Value) -> Result<Command, Refusal> {
    wire::Command::from_json(command).map_err(|_| Refusal::BadValue)?.try_into()
}

/// The members that `expected` names are equal; what is left out is null.
fn contains(shown: &Value, expected: &Value, here: &str) {
    for (name, value) in expected.as_object().expect("an object") {
        assert_eq!(shown.get(name).unwrap_or(&Value::Null), value, "{here}: {name}");
    }
}
