//! Meetings from files: what nobody could do by commands is not taken from a file either.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::fs;
use std::rc::Rc;

use leerlandschap::core::command::Command;
use leerlandschap::core::format::{self, Block, Exercise, Fault, Problem};
use leerlandschap::core::meeting::{Actor, State};
use leerlandschap::core::room::{Body, Choice, Facilitation, Pace, Phase, Place, Rights, Settings, Visibility};
use leerlandschap::protocol::Malformed;
use leerlandschap::protocol::meeting_file::{MeetingFile, Unfit, opened};
use leerlandschap::protocol::stored::{self, Meeting};
use serde_json::{Value, json};

fn format_file() -> Value {
    let text = fs::read_to_string("static/formats/leerlandschap.json").expect("the format");
    serde_json::from_str(&text).expect("json")
}

fn exercise() -> Rc<Exercise> {
    Rc::new(format::read(&format_file()).expect("sound"))
}

fn actor(name: &str) -> Actor {
    let rights = Rights { participate: true, facilitate: false, report: false };
    Actor { person: name.into(), name: Some(name.into()), rights, notice: None }
}

/// Three people who voted twice on the first statement, wrote a note and are at the notes.
fn meeting() -> Value {
    let settings = Settings {
        visibility: Visibility::Hidden,
        min_answers: 3,
        facilitation: Facilitation::Members,
        pace: Pace::Together,
    };
    let mut state = State::new(exercise(), "gesprek", settings, "1".into()).expect("a meeting");
    let mut does = |who: &str, command: Command| {
        state = state.apply(&actor(who), &command, 0).unwrap_or_else(|it| panic!("{command:?}: {it:?}"));
    };
    let people = ["a", "b", "c"];
    for who in people {
        does(who, Command::Join { name: "".into() });
    }
    does("a", Command::SetChair { from: None, to: Some("a".into()) });
    let votes = || Place::Step("stellingen".into());
    does("a", Command::GoTo { from: Place::Start, to: votes() });
    let round = |round, from, to, items: &[&str]| Command::SetRound {
        step: "stellingen".into(),
        round,
        from,
        to,
        items: items.iter().map(|it| (*it).into()).collect(),
    };
    let answer = |round, value| Command::Answer {
        item: "st1".into(),
        round,
        given: Choice::Point(value).into(),
        reason: "".into(),
        seq: 1,
    };
    for (who, value) in people.into_iter().zip([1, 4, 5]) {
        does(who, answer(1, value));
    }
    does("a", round(1, Some(Phase::Open), Phase::Revealed, &[]));
    does("a", round(2, None, Phase::Open, &["st1"]));
    for who in people {
        does(who, answer(2, 4));
    }
    does("a", Command::GoTo { from: votes(), to: Place::Step("opbrengst".into()) });
    let id = "00000000-0000-4000-8000-000000000001".into();
    let body = Body::Note { column: "eens".into(), text: "Goed".into(), group: "".into() };
    does("b", Command::Save { id, step: "opbrengst".into(), base: None, at: None, body });
    serde_json::to_value(Meeting::from(&state)).expect("json")
}

fn read(json: &Value) -> Result<(), &'static str> {
    stored::state_of(json, exercise()).map(|_| ()).map_err(|Malformed(what)| what)
}

#[test]
fn a_meeting_that_came_about_is_taken() {
    assert_eq!(read(&meeting()), Ok(()));
}

#[test]
fn what_no_command_does_is_refused() {
    let cases: &[(&str, &str, Value)] = &[
        ("/revision", "revision", json!(0)),
        ("/revision", "revision", json!(9_007_199_254_740_992_u64)),
        ("/chair", "people", json!("nobody")),
        ("/people/1/id", "people", json!("a")),
        ("/people/1/name", "people", json!("x".repeat(101))),
        ("/people/1/name", "people", json!("")),
        ("/people/0/present", "people", json!(false)),
        ("/place", "place", json!("vervolgacties")),
        ("/visited", "place", json!(["opbrengst", "stellingen"])),
        ("/visited", "place", json!(["stellingen", "stellingen", "opbrengst"])),
        ("/timer", "timer", Value::Null),
        ("/timer/seconds", "timer", json!(1_000_000)),
        ("/rounds/1/round", "rounds", json!(1)),
        ("/rounds/1/round", "rounds", json!(3)),
        ("/rounds/1/step", "rounds", json!("opbrengst")),
        ("/rounds/1/items", "rounds", json!([])),
        ("/rounds/1/items", "rounds", json!(["st2", "st1"])),
        ("/rounds/1/items", "rounds", json!(["geen"])),
        ("/rounds/0/items", "rounds", json!(["st1"])),
        ("/rounds/0/phase", "rounds", json!("open")),
        ("/rounds/0/snapshot", "rounds", Value::Null),
        ("/rounds/0/snapshot/results/0/item", "rounds", json!("st2")),
        ("/rounds/0/snapshot/results/0/counts", "rounds", json!([1, 1, 1])),
        ("/rounds/0/snapshot/results/0/counts", "rounds", json!([0, 0, 0, 1, 1])),
        ("/rounds/0/snapshot/results/0/class", "rounds", json!("consensus")),
        ("/rounds/0/snapshot/results/0/agreement", "rounds", json!(99)),
        ("/rounds/0/snapshot/results/0/reasons", "rounds", json!(["een", "twee"])),
        ("/rounds/0/snapshot/results/0/voices", "rounds", json!([{"person": "a", "value": 1}])),
        ("/answers/0/person", "answers", json!("nobody")),
        ("/answers/0/value", "answers", json!(9)),
        ("/answers/0/item", "answers", json!("st9")),
        ("/answers/0/round", "answers", json!(7)),
        ("/answers/0/seq", "answers", json!(0)),
        ("/answers/0/reason", "answers", json!("x".repeat(201))),
        ("/answers/0/round", "answers", json!(2)),
        ("/contributions/0/id", "contributions", json!("1")),
        ("/contributions/0/step", "contributions", json!("stellingen")),
        ("/contributions/0/step", "contributions", json!("uitgangspunten")),
        ("/contributions/0/kind", "contributions", json!("scope")),
        ("/contributions/0/revision", "contributions", json!(1_000)),
        ("/contributions/0/fields/text", "contributions", json!("x".repeat(501))),
        ("/contributions/0/fields/text", "contributions", json!(" Goed ")),
        ("/contributions/0/fields/column", "contributions", json!("fout")),
        ("/done/0/person", "done", json!("nobody")),
        ("/done/0/step", "done", json!("uitgangspunten")),
        ("/closed", "timer", json!(true)),
    ];
    let mut wrong = Vec::new();
    for (at, part, value) in cases {
        let mut json = meeting();
        *json.pointer_mut(at).unwrap_or_else(|| panic!("nothing at {at}")) = value.clone();
        let found = read(&json).err();
        // What does not even have the right form is named by its member instead.
        if found != Some(*part) && !found.is_some_and(|name| at.ends_with(name) || name == "fields") {
            wrong.push(format!("{at} = {value}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_stands_twice() {
    for (list, part) in
        [("contributions", "contributions"), ("done", "done"), ("answers", "answers"), ("people", "people")]
    {
        let mut json = meeting();
        let entries = json[list].as_array_mut().expect("a list");
        let first = entries.first().cloned().expect("an entry");
        entries.push(first);
        assert_eq!(read(&json), Err(part), "{list}");
    }
}

/// The format with a statement in other words, and a step more.
fn edited() -> Value {
    let mut edited = format_file();
    edited["steps"][0]["items"][0]["text"]["nl"] = json!("Wij leren van elkaar.");
    let mut step = edited["steps"][1].clone();
    step["id"] = json!("nog-meer");
    edited["steps"].as_array_mut().expect("steps").push(step);
    edited["series"]["parts"][0]["steps"].as_array_mut().expect("steps").push(json!("nog-meer"));
    edited
}

/// A meeting with that exercise, as a file.
fn file() -> Value {
    let exercise = edited();
    let checked = Rc::new(format::read(&exercise).expect("sound"));
    let state = stored::state_of(&meeting(), checked).expect("a meeting");
    serde_json::to_value(MeetingFile { meeting: Meeting::from(&state), exercise: &exercise }).expect("json")
}

#[test]
fn a_file_brings_the_exercise_that_the_meeting_ran() {
    let file = file();
    let (exercise, state) = opened(&file).expect("a meeting");
    assert_eq!(*exercise, edited());
    let language = state.exercise.language("nl");
    let Block::Statements(block) = &state.exercise.steps[0].block else { panic!("statements") };
    assert_eq!(&*block.items[0].text.get(language), "Wij leren van elkaar.");
    assert!(state.exercise.step(&"nog-meer".into()).is_some());
    assert_eq!(state.answers.len(), 6);
}

#[test]
fn a_file_whose_exercise_cannot_be_used_is_refused_with_every_reason() {
    let changed = |at: &str, value: Value| {
        let mut file = file();
        *file.pointer_mut(at).unwrap_or_else(|| panic!("nothing at {at}")) = value;
        opened(&file).map(|_| ()).expect_err("refused")
    };
    let problem = |at: &str, fault| Problem { at: at.to_owned(), fault };
    let Unfit::Exercise(problems) = changed("/exercise/steps/0/block", json!("dance")) else { panic!("the exercise") };
    assert!(problems.contains(&problem("/steps/0/block", Fault::UnknownBlock)), "{problems:?}");
    let mut file = file();
    file["exercise"]["version"] = json!(2);
    assert_eq!(opened(&file).err(), Some(Unfit::Exercise(vec![problem("/version", Fault::NewerVersion)])));
    // Another exercise than the one that it ran.
    let meeting = |what| Unfit::Meeting(Malformed(what));
    assert_eq!(changed("/exercise/id", json!("leerkring")), meeting("format"));
    assert_eq!(changed("/exercise/steps/0/items/0/id", json!("anders")), meeting("rounds"));
    assert_eq!(changed("/exercise", Value::Null), meeting("exercise"));
    assert_eq!(changed("/protocol", json!(99)), meeting("protocol"));
}

#[test]
fn a_file_leaves_revisions_to_go_on_with() {
    let with = |revision: u64| {
        let mut json = meeting();
        json["revision"] = json!(revision);
        json
    };
    let foreign = |json: &Value| stored::foreign(json, exercise()).map_err(|Malformed(what)| what);
    let last = foreign(&with(1 << 52)).expect("a meeting");
    let next = last.apply(&actor("c"), &Command::Leave, 0).expect("the next change");
    assert_eq!(read(&serde_json::to_value(Meeting::from(&next)).expect("json")), Ok(()));
    assert_eq!(foreign(&with((1 << 52) + 1)).err(), Some("revision"));
    assert_eq!(read(&with((1 << 52) + 1)), Ok(()));
}

#[test]
fn no_more_contributions_than_commands_make() {
    let with = |entries: Vec<Value>| {
        let mut json = meeting();
        json["contributions"] = entries.into();
        read(&json)
    };
    let id = |at: usize| format!("00000000-0000-4000-8000-{at:012}");
    let note = |at: usize, deleted: bool| {
        json!({"id": id(at), "step": "opbrengst", "kind": "note", "revision": 1, "author": "a", "own": false,
               "deleted": deleted, "fields": {"column": "eens", "text": "x", "group": ""}})
    };
    let notes = |left: usize, deleted: usize| {
        (0..left).map(|at| note(at, false)).chain((left..left + deleted).map(|at| note(at, true))).collect()
    };
    assert_eq!(with(notes(200, 9_800)), Ok(()));
    assert_eq!(with(notes(201, 0)), Err("contributions"));
    assert_eq!(with(notes(200, 9_801)), Err("contributions"));
}

/// As many meetings as a group has in a row are read, compared and dropped on a stack as small as a browser's.
#[test]
fn a_long_series_is_no_burden() {
    let run = || {
        let mut file = meeting_alone();
        let meetings: Vec<Value> = (1..=201).map(|number| in_series(&mut file, number)).collect();
        let with = |number: usize| {
            let mut json = meetings[number - 1].clone();
            json["earlier"] = meetings[..number - 1].to_vec().into();
            stored::state_of(&json, series()).map_err(|Malformed(what)| what)
        };
        let all = with(200).expect("a series");
        assert_eq!(Some(&all), with(200).as_ref().ok());
        assert_eq!(all.without_secrets().number, 200);
        assert_eq!(with(201).err(), Some("earlier"));
    };
    let small = std::thread::Builder::new().stack_size(1024 * 1024);
    small.spawn(run).expect("a thread").join().expect("stack enough");
}

/// An exercise whose part comes again and again.
fn series() -> Rc<Exercise> {
    let fixture = fs::read_to_string("tests/fixtures/meetings/series-limit.json").expect("the fixture");
    let fixture: Value = serde_json::from_str(&fixture).expect("json");
    Rc::new(format::read(&fixture["exercise"]).expect("sound"))
}

/// Its first meeting, closed.
fn meeting_alone() -> Value {
    let settings = Settings {
        visibility: Visibility::Hidden,
        min_answers: 3,
        facilitation: Facilitation::Members,
        pace: Pace::Together,
    };
    let mut state = State::new(series(), "meet", settings, "1".into()).expect("a meeting");
    for command in [
        Command::Join { name: "".into() },
        Command::SetChair { from: None, to: Some("a".into()) },
        Command::Close { from: Place::Start },
    ] {
        state = state.apply(&actor("a"), &command, 0).expect("done");
    }
    serde_json::to_value(Meeting::from(&state)).expect("json")
}

/// The same as a later one of the series; the first stays as it is.
fn in_series(meeting: &mut Value, number: u64) -> Value {
    if number > 1 {
        let began = meeting["revision"].as_u64().expect("a revision") + 1;
        meeting["began"] = json!(began);
        meeting["revision"] = json!(began);
        meeting["number"] = json!(number);
    }
    meeting.clone()
}
