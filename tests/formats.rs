//! Format files: the shipped ones are sound, and the bad ones of `tests/fixtures/formats/bad` have just the
//! problems that PHP finds too.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::fs;
use std::path::PathBuf;

use leerlandschap::core::format::read;
use serde_json::Value;

fn files(folder: &str) -> Vec<(PathBuf, Value)> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .filter(|path| !path.to_string_lossy().ends_with(".schema.json"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("readable");
            let json = serde_json::from_str(&text).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
            (path, json)
        })
        .collect()
}

#[test]
fn shipped_formats_are_sound() {
    let formats = files("static/formats");
    assert!(!formats.is_empty());
    for (path, json) in formats {
        let exercise = read(&json).unwrap_or_else(|problems| panic!("{}: {problems:#?}", path.display()));
        assert_eq!(Some(&*exercise.id), path.file_stem().and_then(|it| it.to_str()));
    }
}

#[test]
fn the_example_of_the_documentation_is_sound() {
    let text = fs::read_to_string("docs/example-format.json").expect("readable");
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert!(read(&json).is_ok_and(|exercise| exercise.steps.len() == 2));
}

#[test]
fn every_problem_is_found_at_its_place() {
    let bad = files("tests/fixtures/formats/bad");
    assert!(bad.len() >= 10, "only {} bad formats", bad.len());
    let mut wrong = Vec::new();
    for (path, json) in bad {
        let format = json.get("format").unwrap_or_else(|| panic!("{}: no format", path.display()));
        let mut expected: Vec<(String, String)> = json["problems"]
            .as_array()
            .expect("problems")
            .iter()
            .map(|it| (it["at"].as_str().expect("at").into(), it["code"].as_str().expect("code").into()))
            .collect();
        let problems = read(format).err().unwrap_or_default();
        let mut found: Vec<(String, String)> =
            problems.into_iter().map(|it| (it.at, it.fault.code().to_owned())).collect();
        expected.sort();
        found.sort();
        let missed: Vec<_> = expected.iter().filter(|it| !found.contains(it)).collect();
        let invented: Vec<_> = found.iter().filter(|it| !expected.contains(it)).collect();
        if !missed.is_empty() || !invented.is_empty() {
            wrong.push(format!("{}: missed {missed:?}, invented {invented:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_step_gives_the_points_that_it_says_unless_it_may_be_left_out() {
    let text = fs::read_to_string("static/formats/leerlandschap.json").expect("readable");
    let mut json: Value = serde_json::from_str(&text).expect("JSON");
    let points = |json: &Value| -> Vec<u32> {
        read(json).expect("sound").steps.iter().map(leerlandschap::core::format::Step::points).collect()
    };
    assert_eq!(points(&json), [1, 0, 1, 1, 0, 1], "one each, and none for what is optional");
    json["steps"][0]["points"] = 5.into();
    json["steps"][1]["points"] = 7.into();
    json["steps"][2]["points"] = 0.into();
    assert_eq!(points(&json), [5, 0, 0, 1, 0, 1]);
}
