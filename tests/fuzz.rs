//! Many cases of what could come from outside: mutated format files, and any command in any state. A few of them
//! run with every test, `LEERLANDSCHAP_CASES` of them in `make test`.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

mod common;

use std::cell::Cell;
use std::fs;
use std::rc::Rc;

use common::{actor, exercise, fitted, meeting, script};
use leerlandschap::core::format::{Fault, read, read_text};
use leerlandschap::core::meeting::State;
use leerlandschap::core::room::{Facilitation, Pace, Settings, Visibility};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The shipped formats, and more often a small one with every kind of work.
fn formats() -> Vec<Value> {
    let entries = fs::read_dir("static/formats").expect("the formats").map(|it| it.expect("an entry").path());
    let json = entries.filter(|path| path.extension().is_some_and(|it| it == "json"));
    let mut formats: Vec<Value> = json
        .map(|path| serde_json::from_str(&fs::read_to_string(path).expect("readable")).expect("json"))
        .filter(|format: &Value| format.get("steps").is_some_and(Value::is_array))
        .collect();
    assert!(formats.len() >= 5);
    for _ in 0..15 {
        formats.push(common::file());
    }
    formats
}

/// How a file is changed: where (by the choices on the way down), and what is done there.
type Mutation = (Vec<u16>, u8, u16);

fn mutations() -> impl Strategy<Value = (usize, Vec<Mutation>)> {
    let one = (prop::collection::vec(any::<u16>(), 1..9), any::<u8>(), any::<u16>());
    (any::<usize>(), prop::collection::vec(one, 1..4))
}

/// Values that turn up in no good file where they come to stand.
fn odd(number: u16) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(3),
        json!(1.5),
        json!(9_007_199_254_740_993_i64),
        json!(""),
        json!("ask"),
        json!("s1"),
        json!("notes"),
        json!("questions"),
        json!("private"),
        json!("all_voted"),
        json!("profile"),
        json!("<b>bold</b>"),
        json!("x".repeat(2001)),
        json!([]),
        json!({}),
        json!({"en": "text", "nl": "tekst"}),
        json!([{"id": "a"}, {"id": "a"}]),
        json!({"min": 9, "max": 1}),
        json!(["ask", "ask"]),
    ];
    odd[usize::from(number) % odd.len()].clone()
}

fn mutate(value: &mut Value, (way, what, number): &Mutation) {
    let Some((turn, rest)) = way.split_first() else {
        *value = odd(*number);
        return;
    };
    let turn = usize::from(*turn);
    match value {
        Value::Object(map) if !map.is_empty() => {
            let name = map.keys().nth(turn % map.len()).cloned().expect("a member");
            if rest.is_empty() || map[&name].as_array().is_some_and(Vec::is_empty) {
                match what % 4 {
                    0 => {
                        map.remove(&name);
                    }
                    1 => {
                        map.insert(format!("{name}~/x"), odd(*number));
                    }
                    _ => {
                        map.insert(name, odd(*number));
                    }
                }
            } else if let Some(member) = map.get_mut(&name) {
                mutate(member, &(rest.to_vec(), *what, *number));
            }
        }
        Value::Array(list) if !list.is_empty() => {
            let at = turn % list.len();
            if !rest.is_empty() && what % 8 != 7 {
                mutate(&mut list[at], &(rest.to_vec(), *what, *number));
                return;
            }
            match what % 5 {
                0 => {
                    list.remove(at);
                }
                1 => list.insert(at, list[at].clone()),
                2 => list.swap(0, at),
                3 => *list = vec![list[at].clone(); usize::from(*number % 120)],
                _ => list[at] = odd(*number),
            }
        }
        other => *other = odd(*number),
    }
}

/// Whether a problem's place is one of the file, or a member that is missing there.
fn is_a_place(file: &Value, at: &str) -> bool {
    let parent = at.rsplit_once('/').map(|(parent, _)| parent);
    file.pointer(at).is_some()
        || parent.is_some_and(|parent| file.pointer(parent).is_some() || is_a_place(file, parent))
}

#[test]
fn mutated_formats_are_read_or_refused() {
    let formats = formats();
    let (sound, refused) = (Cell::new(0_u32), Cell::new(0_u32));
    let cases = common::cases(1500);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let result = runner.run(&mutations(), |(which, mutations)| {
        let mut file = formats[which % formats.len()].clone();
        for it in &mutations {
            mutate(&mut file, it);
        }
        match read(&file) {
            Err(problems) => {
                refused.set(refused.get() + 1);
                prop_assert!(!problems.is_empty());
                for (at, problem) in problems.iter().enumerate() {
                    prop_assert!(is_a_place(&file, &problem.at), "{problem}");
                    prop_assert!(!problems[..at].contains(problem), "twice: {problem}");
                }
            }
            Ok(exercise) => {
                sound.set(sound.get() + 1);
                let exercise = Rc::new(exercise);
                for run in exercise.runs() {
                    for pace in [Pace::Together, Pace::Own] {
                        let settings = Settings {
                            visibility: Visibility::Hidden,
                            min_answers: 3,
                            facilitation: Facilitation::Trainer,
                            pace,
                        };
                        let state = State::new(exercise.clone(), run.id(), settings, "1".into()).expect("a meeting");
                        prop_assert_eq!(state.check(), Ok(()));
                    }
                }
            }
        }
        Ok(())
    });
    result.expect("every file is read or refused");
    assert!(sound.get() * 50 > cases && refused.get() * 4 > cases, "{} sound, {} refused", sound.get(), refused.get());
}

#[test]
fn a_text_too_large_or_no_json_is_refused() {
    let parse = |text: &str| serde_json::from_str(text).ok();
    let fault = |text: &str| read_text(text, parse).expect_err("refused").pop().expect("a problem").fault;
    assert_eq!(fault(&" ".repeat(512 * 1024 + 1)), Fault::TooLarge);
    assert_eq!(fault(&" ".repeat(512 * 1024)), Fault::BadJson);
    assert_eq!(fault("{"), Fault::BadJson);
    let text = serde_json::to_string(&common::file()).expect("json");
    assert!(read_text(&text, parse).is_ok());
}

#[test]
fn any_command_is_carried_out_or_refused() {
    let exercise = exercise();
    let applied = Cell::new(0_u32);
    let cases = common::cases(20_000);
    // A case is one command.
    let config = ProptestConfig { cases: cases.div_ceil(50), failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let paces = prop::sample::select(vec![(Visibility::Hidden, Pace::Together), (Visibility::Named, Pace::Own)]);
    let result = runner.run(&(paces, script(90)), |((visibility, pace), script)| {
        let mut state = meeting(exercise.clone(), visibility, pace);
        for (at, (who, command, luck)) in (0..).zip(&script) {
            let command = fitted(command, &state, *luck);
            let before = state.clone();
            applied.set(applied.get() + 1);
            match state.apply(&actor(who), &command, at) {
                Err(_) => prop_assert!(state == before, "a refused command changed something"),
                Ok(next) => {
                    prop_assert_eq!(next.check(), Ok(()), "{:?}", command);
                    state = next;
                }
            }
        }
        Ok(())
    });
    result.expect("every command is carried out or refused");
    assert!(applied.get() >= cases, "only {} commands", applied.get());
}
