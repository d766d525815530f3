//! Rehearsals: simulated participants do everything that there is to do, in every exercise and every meeting of it,
//! by commands that any participant could give.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::fs;
use std::rc::Rc;

use leerlandschap::core::command::Command;
use leerlandschap::core::editor::rehearse::{Company, PEOPLE, TEXTS};
use leerlandschap::core::format::{Block, Exercise, read};
use leerlandschap::core::ids::PersonId;
use leerlandschap::core::meeting::{Actor, RoundState, State};
use leerlandschap::core::room::{Body, Date, Facilitation, Kind, Pace, Phase, Place, Rights, Settings, Visibility};
use serde_json::Value;

const SETTINGS: Settings = Settings {
    visibility: Visibility::Hidden,
    min_answers: 3,
    facilitation: Facilitation::Trainer,
    pace: Pace::Together,
};

fn json(path: &str) -> Value {
    let text = fs::read_to_string(path).expect("a file");
    serde_json::from_str(&text).expect("JSON")
}

/// The formats as shipped, and an exercise of every kind of work.
fn exercises() -> Vec<Rc<Exercise>> {
    let shipped = ["leerklimaat", "leerkring", "leerlandschap", "open-leergesprek", "werkoverleg"];
    let mut all: Vec<Value> = shipped.iter().map(|name| json(&format!("static/formats/{name}.json"))).collect();
    all.push(json("tests/fixtures/editing/all-blocks.json")["exercise"].clone());
    all.iter().map(|it| Rc::new(read(it).expect("an exercise"))).collect()
}

fn company(people: u32) -> Company {
    Company { people, says: Rc::new(|text| text.identifier().into()), day: Date::parse("2030-05-06") }
}

fn leader() -> Actor {
    Actor {
        person: PersonId::from("leader"),
        name: Some("Leader".into()),
        rights: Rights { participate: false, facilitate: true, report: false },
        notice: None,
    }
}

fn lead(company: &Company, state: &State, command: &Command) -> State {
    company.act(state.apply(&leader(), command, 0).expect("a leader's command"), 0)
}

fn set_round(company: &Company, state: &State, round: (&RoundState, Phase)) -> State {
    let (RoundState { step, number, phase, .. }, to) = round;
    let command = Command::SetRound { step: step.clone(), round: *number, from: Some(*phase), to, items: Vec::new() };
    lead(company, state, &command)
}

/// What one finds who leads a meeting from its first step to its last.
fn lead_through(company: &Company, mut state: State) -> State {
    let exercise = state.exercise.clone();
    let steps: Vec<_> = exercise.steps_of(exercise.run(&state.part).expect("a run")).collect();
    for step in steps {
        let here = format!("{} {}", exercise.id, step.id);
        state = lead(company, &state, &Command::GoTo { from: state.place.clone(), to: Place::Step(step.id.clone()) });
        assert_eq!(company.act(state.clone(), 0), state, "{here}: nothing is left to do");
        if let Block::Confirm(block) = &step.block {
            for (nth, section) in block.summary_of.iter().enumerate() {
                let body = Body::Summary { section: section.clone(), text: "A summary".into() };
                let id = format!("00000000-0000-0000-0000-{nth:012x}").as_str().into();
                state = lead(company, &state, &Command::Save { id, step: step.id.clone(), base: None, at: None, body });
            }
        }
        let dots = match &step.block {
            Block::Notes(block) => block.dots_round(),
            Block::Confirm(_) => Some(1),
            Block::Principles(block) => block.support_vote.as_ref().map(|_| 1),
            _ => None,
        };
        let opened: Vec<u8> = state.rounds.iter().filter(|it| it.step == step.id).map(|it| it.number).collect();
        for number in opened.into_iter().chain(dots) {
            if !state.rounds.iter().any(|it| it.step == step.id && it.number == number) {
                let (from, to) = (None, Phase::Open);
                let open = Command::SetRound { step: step.id.clone(), round: number, from, to, items: Vec::new() };
                state = lead(company, &state, &open);
            }
            let is_it = |it: &&RoundState| it.step == step.id && it.number == number;
            let round = state.rounds.iter().find(is_it).expect("a round").clone();
            if round.phase != Phase::Revealed {
                state = set_round(company, &state, (&round, Phase::Revealed));
            }
            let round = state.rounds.iter().find(is_it).expect("a round");
            let found = round.snapshot.as_ref().expect("a snapshot");
            assert_eq!((found.answered, found.present), (company.people, company.people), "{here}: round {number}");
            let all = found.results.iter().all(|result| {
                result.tally.is_some()
                    || company.people < state.settings.min_answers
                    || matches!(step.block, Block::Notes(_))
            });
            assert!(all, "{here}: everything asked has a result");
        }
        let wrote = |kind: Kind| {
            let shown = exercise.shown_in(step);
            let known = |it: &&leerlandschap::core::meeting::Shared| shown.iter().any(|step| step.id == it.step);
            state.contributions.iter().filter(known).any(|it| it.body.kind() == kind)
        };
        match &step.block {
            Block::Notes(_) => assert!(wrote(Kind::Note), "{here}"),
            Block::Actions(block) if !block.review => assert!(wrote(Kind::Action), "{here}"),
            Block::Principles(_) => assert!(wrote(Kind::Scope) && wrote(Kind::Principle), "{here}"),
            Block::Plan(_) => assert!(wrote(Kind::Goal), "{here}"),
            _ => {}
        }
    }
    state
}

#[test]
fn every_meeting_of_every_exercise_can_be_rehearsed() {
    for exercise in exercises() {
        for people in [PEOPLE.0, PEOPLE.1] {
            let company = company(people);
            for run in exercise.runs() {
                let state = company.begin(&exercise, run.id(), SETTINGS, &leader(), 0).expect("a meeting");
                assert_eq!(state.part, *run.id());
                assert_eq!(state.people.iter().filter(|it| it.present).count(), people as usize);
                lead_through(&company, state);
            }
        }
    }
}

#[test]
fn a_later_meeting_begins_with_what_came_of_those_before() {
    let exercise = Rc::new(read(&json("static/formats/leerkring.json")).expect("an exercise"));
    let runs = exercise.runs();
    let last = runs.last().expect("a run");
    let state = company(5).begin(&exercise, last.id(), SETTINGS, &leader(), 0).expect("a meeting");
    assert_eq!(state.number as usize, runs.len());
    assert!(state.contributions.iter().any(|it| it.from.is_some()), "something was carried over");
    assert!(state.contributions.iter().all(|it| it.from.is_some() || it.own));
    let found = lead_through(&company(5), state).contributions;
    let told = |it: &&leerlandschap::core::meeting::Shared| matches!(&it.body, Body::Action(action) if it.from.is_some() && !action.finding.is_empty());
    assert!(found.iter().any(|it| told(&it)), "somebody tells what came of an action");
}

#[test]
fn who_is_marked_absent_stays_away_and_a_new_meeting_brings_everyone_back() {
    let exercise = Rc::new(read(&json("static/formats/leerkring.json")).expect("an exercise"));
    let company = company(4);
    let runs = exercise.runs();
    let mut state = company.begin(&exercise, runs[0].id(), SETTINGS, &leader(), 0).expect("a meeting");
    let person = state.people[0].id.clone();
    state = lead(&company, &state, &Command::Mark { person: person.clone(), present: false });
    assert!(!state.people[0].present);
    state = lead(&company, &state, &Command::Close { from: Place::Start });
    let part = exercise.series.next_runs(Some(runs[0].id()))[0].id().clone();
    state = lead(&company, &state, &Command::StartNext { from: 1, part });
    assert!(state.people.iter().all(|it| it.present || it.id == leader().person));
}

#[test]
fn at_their_own_pace_everyone_has_done_everything() {
    for exercise in exercises() {
        let settings = Settings { pace: Pace::Own, ..SETTINGS };
        let run = exercise.runs()[0].id().clone();
        let state = company(6).begin(&exercise, &run, settings, &leader(), 0).expect("a meeting");
        for round in state.rounds.iter().filter(|round| round.phase == Phase::Open && !round.items.is_empty()) {
            let answered =
                state.answers.keys().filter(|(_, item, number)| *number == round.number && round.items.contains(item));
            assert_eq!(answered.count(), 6 * round.items.len(), "{} {}", exercise.id, round.step);
        }
    }
}

#[test]
fn every_text_says_that_it_is_a_rehearsal() {
    for (language, mark) in [("nl", "Oefening: "), ("en", "Rehearsal: ")] {
        let strings = fs::read_to_string(format!("moodle-plugin/lang/{language}/leerlandschap.php")).expect("a file");
        for text in TEXTS {
            let line = format!("$string['edit:{}'] = '{mark}", text.identifier());
            assert!(strings.contains(&line), "{language} {}", text.identifier());
        }
    }
}
