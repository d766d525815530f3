//! Changes of an exercise that carries answers: the editor says what the host will say, by the same examples.

#![allow(clippy::expect_used, clippy::unwrap_used)] // A test that cannot go on fails.

use std::fs;

use leerlandschap::core::editor::{Remark, Use, Used, UsedKind, Versions, refused, warned};
use serde_json::Value;

fn json(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What a fixture says is used; a case may have its own.
fn used(fixture: &Value, case: &Value) -> Used {
    let member = |name: &str| case.get(name).or_else(|| fixture.get(name)).unwrap();
    let thing = |entry: &Value| {
        let word = |name: &str| entry[name].as_str().unwrap().to_owned();
        let kind = UsedKind::of(entry["kind"].as_str().unwrap()).expect("a kind that is known");
        Use { kind, step: word("step"), id: word("id") }
    };
    let things = member("used").as_array().unwrap().iter().map(thing).collect();
    Used { things, running: member("running").as_bool().unwrap() }
}

/// Carries out the changes of a case, as the fixtures have them.
fn changed(exercise: &Value, changes: &Value) -> Value {
    let mut exercise = exercise.clone();
    for change in changes.as_array().unwrap() {
        let word = |name: &str| change.get(name).and_then(Value::as_str);
        let at = ["set", "remove", "insert", "move"].iter().find_map(|name| word(name)).unwrap();
        let (holder, name) = at.rsplit_once('/').unwrap();
        let value = || change["value"].clone();
        match exercise.pointer_mut(holder).unwrap_or_else(|| panic!("no {holder}")) {
            Value::Object(members) if word("remove").is_some() => drop(members.remove(name).expect("a member")),
            Value::Object(members) => drop(members.insert(name.to_owned(), value())),
            Value::Array(entries) => {
                let index = name.parse::<usize>().unwrap();
                match change.get("to") {
                    Some(to) => {
                        let entry = entries.remove(index);
                        entries.insert(usize::try_from(to.as_u64().unwrap()).unwrap(), entry);
                    }
                    None if word("remove").is_some() => drop(entries.remove(index)),
                    None if word("insert").is_some() => entries.insert(index, value()),
                    None => entries[index] = value(),
                }
            }
            other => panic!("{holder} is {other}"),
        }
    }
    exercise
}

fn sorted(mut remarks: Vec<Remark>) -> Vec<(String, String)> {
    remarks.sort();
    remarks.into_iter().map(|it| (it.at, it.code)).collect()
}

fn expected(remarks: &Value) -> Vec<(String, String)> {
    let word = |remark: &Value, name: &str| remark[name].as_str().unwrap().to_owned();
    let remarks = remarks.as_array().unwrap().iter();
    sorted(remarks.map(|it| Remark { at: word(it, "at"), code: word(it, "code") }).collect())
}

#[test]
fn every_refusal_and_warning_is_found_and_no_other() {
    let mut cases = 0;
    for file in fs::read_dir("tests/fixtures/editing").unwrap() {
        let fixture = json(file.unwrap().path().to_str().unwrap());
        let shipped = |id: &str| json(&format!("static/formats/{id}.json"));
        let exercise = fixture.get("exercise").cloned().unwrap_or_else(|| shipped(fixture["format"].as_str().unwrap()));
        for case in fixture["cases"].as_array().unwrap() {
            let about = case["about"].as_str().unwrap();
            let new = changed(&exercise, &case["change"]);
            let used = used(&fixture, case);
            let versions = Versions { old: &exercise, new: &new, used: &used };
            assert_eq!(sorted(refused(versions)), expected(&case["problems"]), "{about}: refused");
            assert_eq!(sorted(warned(versions)), expected(&case["warnings"]), "{about}: warned");
            cases += 1;
        }
    }
    assert!(cases > 30, "{cases} cases");
}
