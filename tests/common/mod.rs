//! Random meetings of an exercise with every kind of work (`tests/fixtures/everything.json`).

#![allow(clippy::expect_used, dead_code)] // A test that cannot go on fails; not every test uses all of this.

use std::fs;
use std::rc::Rc;

use leerlandschap::core::command::{Command, TimerSetting};
use leerlandschap::core::format::{self, Exercise};
use leerlandschap::core::ids::StepId;
use leerlandschap::core::meeting::{Actor, State};
use leerlandschap::core::room::{
    Action, ActionStatus, Body, Choice, Facilitation, Given, Goal, GoalStatus, Hands, Pace, Phase, Place, Rights,
    Settings, Visibility,
};
use proptest::prelude::*;
use serde_json::Value;

pub const PEOPLE: [&str; 5] = ["a", "b", "c", "d", "t"];
const STEPS: [&str; 12] =
    ["ask", "write", "own", "vote", "show", "act", "rules", "sum", "plan", "review", "kept", "nowhere"];
const ITEMS: [&str; 14] = [
    "q1",
    "q2",
    "q3",
    "q4",
    "q5",
    "s1",
    "s2",
    "b1",
    "sum:ask",
    "sum:write",
    "write:00000000-0000-4000-8000-000000000001",
    "show:00000000-0000-4000-8000-000000000002",
    "rules:00000000-0000-4000-8000-000000000003",
    "none",
];
const IDS: [&str; 7] = [
    "00000000-0000-4000-8000-000000000001",
    "00000000-0000-4000-8000-000000000002",
    "00000000-0000-4000-8000-000000000003",
    "00000000-0000-4000-8000-000000000004",
    "00000000-0000-4000-8000-000000000005",
    "scope:rules",
    "wrong",
];

/// The exercise's file.
pub fn file() -> Value {
    serde_json::from_str(&fs::read_to_string("tests/fixtures/everything.json").expect("the exercise")).expect("json")
}

/// The exercise.
pub fn exercise() -> Rc<Exercise> {
    Rc::new(format::read(&file()).expect("sound"))
}

/// A first meeting.
pub fn meeting(exercise: Rc<Exercise>, visibility: Visibility, pace: Pace) -> State {
    let settings = Settings { visibility, min_answers: 3, facilitation: Facilitation::Members, pace };
    State::new(exercise, "first", settings, "1".into()).expect("a meeting")
}

/// The trainer leads by right; the others take part.
pub fn actor(name: &str) -> Actor {
    let leads = name == "t";
    Actor {
        person: name.into(),
        name: Some(name.into()),
        rights: Rights { participate: !leads, facilitate: leads, report: leads },
        notice: None,
    }
}

pub fn any_of(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        2 => Just(Place::Start),
        1 => Just(Place::Closing),
        6 => any_of(&STEPS).prop_map(|step| Place::Step(step.into()))
    ]
}

fn phase() -> impl Strategy<Value = Phase> {
    prop::sample::select(vec![Phase::Open, Phase::Closed, Phase::Revealed])
}

fn given() -> impl Strategy<Value = Given> {
    let value = || prop_oneof![4 => (0..7).prop_map(Choice::Point), 1 => Just(Choice::OptOut)];
    let options = prop::collection::vec(any_of(&["a", "b", "none", "wrong"]), 1..3);
    prop_oneof![
        6 => value().prop_map(Given::from),
        2 => options.prop_map(|options| Given {
            options: options.into_iter().map(Into::into).collect(),
            ..Choice::OptOut.into()
        }),
        2 => any_of(&["", "word", "too long for twenty characters"])
            .prop_map(|text| Given { text: text.into(), ..Choice::OptOut.into() }),
        1 => value().prop_map(|choice| Given { text: "both".into(), ..choice.into() }),
    ]
}

fn body() -> impl Strategy<Value = Body> {
    let text = || any_of(&["", "one", "two", "with\nline", "bell\u{7}"]);
    let short = || any_of(&["", "", "one", "two"]);
    let status = prop::sample::select(vec![ActionStatus::Open, ActionStatus::Busy, ActionStatus::Done]);
    let who = || prop::option::of(any_of(&PEOPLE).prop_map(Into::into));
    prop_oneof![
        6 => (any_of(&["up", "down", "mine", "all", "new", "wrong"]), text(), short()).prop_map(
            |(column, text, group)| Body::Note { column: column.into(), text: text.into(), group: group.into() }
        ),
        1 => text().prop_map(|text| Body::Scope { text: text.into() }),
        2 => (text(), prop::option::of(any_of(&IDS)))
            .prop_map(|(text, action)| Body::Principle { text: text.into(), action: action.map(Into::into) }),
        3 => (text(), who(), status, prop::option::of(any_of(&ITEMS)), short()).prop_map(
            |(what, who_person, status, source, finding)| Body::Action(Action {
                what: what.into(),
                who_person,
                status,
                source: source.map(Into::into),
                expectation: finding.into(),
                finding: finding.into(),
                ..Action::default()
            })
        ),
        1 => (any_of(&["ask", "write", "own", ""]), text())
            .prop_map(|(section, text)| Body::Summary { section: section.into(), text: text.into() }),
        1 => (any_of(&["q1p", "q2p", "wrong"]), text(), who(), short()).prop_map(|(period, goal, owner, measure)| {
            Body::Goal(Goal {
                period: period.into(),
                goal: goal.into(),
                owner_person: owner,
                measure: measure.into(),
                status: GoalStatus::Planned,
                ..Goal::default()
            })
        }),
        1 => (any_of(&ITEMS), prop::collection::vec(0_u32..1100, 2..6), 0_u32..3).prop_map(
            |(item, counts, opt_outs)| Body::Hands(Hands { item: item.into(), counts, opt_outs })
        ),
    ]
}

fn timer() -> impl Strategy<Value = TimerSetting> {
    (prop::sample::select(vec![0_u32, 300, 540, 90_000]), any::<bool>())
        .prop_map(|(seconds, running)| TimerSetting { seconds, running })
}

/// Anything that somebody could send.
pub fn command() -> impl Strategy<Value = Command> {
    let person = || prop::option::of(any_of(&PEOPLE).prop_map(Into::into));
    let items = prop::collection::vec(any_of(&ITEMS), 0..3);
    let parts = || any_of(&["first", "again", "end", "wrong"]);
    prop_oneof![
        4 => Just(Command::Join { name: "name".into() }),
        1 => Just(Command::Leave),
        1 => (any_of(&PEOPLE), any::<bool>())
            .prop_map(|(person, present)| Command::Mark { person: person.into(), present }),
        1 => (person(), person()).prop_map(|(from, to)| Command::SetChair { from, to }),
        8 => (place(), place()).prop_map(|(from, to)| Command::GoTo { from, to }),
        1 => (any_of(&STEPS), timer(), timer())
            .prop_map(|(step, from, to)| Command::SetTimer { step: step.into(), from, to }),
        9 => (any_of(&STEPS), 0_u8..4, prop::option::of(phase()), phase(), items).prop_map(
            |(step, round, from, to, items)| Command::SetRound {
                step: step.into(),
                round,
                from,
                to,
                items: items.into_iter().map(Into::into).collect(),
            }
        ),
        14 => (any_of(&ITEMS), 0_u8..3, given(), any_of(&["", "", "because"]), 0_u32..5).prop_map(
            |(item, round, given, reason, seq)| Command::Answer {
                item: item.into(),
                round,
                given,
                reason: reason.into(),
                seq,
            }
        ),
        3 => any_of(&STEPS).prop_map(|step| Command::TookPart { step: step.into() }),
        12 => (any_of(&IDS), any_of(&STEPS), prop::option::of(0_u64..40), prop::option::of(any_of(&STEPS)), body())
            .prop_map(|(id, step, base, at, body)| Command::Save {
                id: id.into(),
                step: step.into(),
                base,
                at: at.map(Into::into),
                body,
            }),
        3 => (any_of(&IDS), 0_u64..4).prop_map(|(id, base)| Command::Share { id: id.into(), base }),
        2 => (any_of(&IDS), 0_u64..40).prop_map(|(id, base)| Command::Delete { id: id.into(), base }),
        2 => (any_of(&IDS), prop::option::of(any_of(&IDS)))
            .prop_map(|(id, after)| Command::Move { id: id.into(), after: after.map(Into::into) }),
        1 => (parts(), parts()).prop_map(|(from, to)| Command::ChoosePart { from: from.into(), to: to.into() }),
        1 => (prop::option::of(0_u64..40), prop::option::of(any_of(&["", "we learn", "bell\u{7}"])))
            .prop_map(|(asked, lesson)| Command::AskSharing { asked, lesson: lesson.map(Into::into) }),
        2 => (0_u64..40, any::<bool>()).prop_map(|(asked, agrees)| Command::Consent { asked, agrees }),
        1 => (0_u64..40).prop_map(|asked| Command::Publish { asked }),
        1 => (0_u64..40).prop_map(|asked| Command::Withdraw { asked }),
        1 => place().prop_map(|from| Command::Close { from }),
        2 => (1_u32..4, parts()).prop_map(|(from, part)| Command::StartNext { from, part: part.into() }),
    ]
}

/// A command as it would be sent in this state by somebody who sees it: a random one hardly ever meets one that
/// takes it. `luck` chooses; 0 leaves the command as it is.
pub fn fitted(command: &Command, state: &State, luck: u8) -> Command {
    let mut command = command.clone();
    let luck = usize::from(luck);
    if luck.is_multiple_of(4) {
        return command;
    }
    match &mut command {
        Command::GoTo { from, .. } | Command::Close { from } => *from = state.place.clone(),
        Command::SetRound { step, round, from, to, items } => {
            let Some(next) = pick(&turns(state), luck) else { return command };
            (*step, *round, *from, *to) = next;
            let before = state.rounds.iter().find(|it| it.step == *step && it.number == round.saturating_sub(1));
            *items = before.map(|it| it.items.clone()).unwrap_or_default();
        }
        Command::Answer { item, round, given, .. } => {
            let open = state.rounds.iter().filter(|it| it.phase == Phase::Open);
            let asked: Vec<_> = open.flat_map(|it| it.items.iter().map(|item| (item.clone(), it.number))).collect();
            let Some(one) = pick(&asked, luck) else { return command };
            (*item, *round) = one;
            *given = given_to(item.as_str(), luck);
        }
        Command::Save { id, base, step, at, body } => {
            let Some(place) = pick(&state.visited, luck) else { return command };
            *at = None;
            *step = place;
            *body = body_in(step.as_str(), luck);
            if luck.is_multiple_of(3) {
                *id = format!("00000000-0000-4000-8000-0000000001{:02}", luck % 97).as_str().into();
            }
            if let Some(known) = state.contributions.iter().find(|it| it.id == *id) {
                *base = Some(known.revision);
                *step = known.step.clone();
                *body = body_in(step.as_str(), luck);
            } else {
                *base = None;
            }
        }
        Command::Share { id, base } | Command::Delete { id, base } => {
            if let Some(known) = pick(&state.contributions, luck) {
                (*id, *base) = (known.id, known.revision);
            }
        }
        Command::AskSharing { asked, .. } => *asked = state.sharing.as_ref().map(|it| it.asked),
        Command::Consent { asked, .. } | Command::Publish { asked } | Command::Withdraw { asked } => {
            *asked = state.sharing.as_ref().map_or(0, |it| it.asked);
        }
        Command::ChoosePart { from, .. } => *from = state.part.clone(),
        Command::StartNext { from, .. } => *from = state.number,
        _ => {}
    }
    command
}

fn pick<T: Clone>(list: &[T], luck: usize) -> Option<T> {
    list.get(luck % list.len().max(1)).cloned()
}

/// What could become of the rounds now.
fn turns(state: &State) -> Vec<(StepId, u8, Option<Phase>, Phase)> {
    let mut turns = Vec::new();
    for step in &state.visited {
        match state.rounds.iter().rfind(|it| it.step == *step) {
            None => turns.push((step.clone(), 1, None, Phase::Open)),
            Some(round) if round.phase == Phase::Revealed => {
                turns.push((step.clone(), round.number + 1, None, Phase::Open));
            }
            Some(round) => {
                turns.push((step.clone(), round.number, Some(round.phase), Phase::Revealed));
                let other = if round.phase == Phase::Open { Phase::Closed } else { Phase::Open };
                turns.push((step.clone(), round.number, Some(round.phase), other));
            }
        }
    }
    turns
}

fn given_to(item: &str, luck: usize) -> Given {
    let value = i32::try_from(luck % 4).expect("small");
    match item {
        "q2" | "q3" => Given { options: vec!["a".into()], ..Choice::OptOut.into() },
        "q5" => Given { text: "word".into(), ..Choice::OptOut.into() },
        _ if item.starts_with("write:") || item.starts_with("show:") => Choice::Point(value % 2 + 1).into(),
        _ if item.starts_with("sum:") => Choice::Point(value % 2 + 2).into(),
        _ => Choice::Point(value % 3 + 1).into(),
    }
}

fn body_in(step: &str, luck: usize) -> Body {
    let text = ["one", "two", "three"][luck % 3];
    let note = |column: &str| Body::Note { column: column.into(), text: text.into(), group: "".into() };
    match step {
        "write" => note(["up", "down"][luck % 2]),
        "own" => note("mine"),
        "show" => note("all"),
        "kept" => note("new"),
        "act" | "review" => {
            let who_text = "somebody".into();
            Body::Action(Action { what: text.into(), who_text, ..Action::default() })
        }
        "rules" | "rules-again" => Body::Principle { text: text.into(), action: None },
        "sum" => Body::Summary { section: ["ask", "write"][luck % 2].into(), text: text.into() },
        "plan" => Body::Goal(Goal { period: "q1p".into(), goal: text.into(), ..Goal::default() }),
        _ => Body::Hands(Hands { item: "s1".into(), counts: vec![1, 2, 3, 4, 5], opt_outs: 1 }),
    }
}

/// What people do, each at their time, and how it is fitted to the state; the first ones get a meeting going.
pub fn script(most: usize) -> impl Strategy<Value = Vec<(&'static str, Command, u8)>> {
    let going = || {
        let joins = ["a", "b", "c", "d"].map(|who| (who, Command::Join { name: who.into() }, 0));
        let steps = ["write", "own", "vote", "show", "act", "rules", "sum"].map(|step| Place::Step(step.into()));
        let mut from = Place::Start;
        let walk = steps.map(|to| ("t", Command::GoTo { from: std::mem::replace(&mut from, to.clone()), to }, 0));
        joins.into_iter().chain(walk).collect::<Vec<_>>()
    };
    prop::collection::vec((any_of(&PEOPLE), command(), any::<u8>()), 1..most).prop_map(move |rest| {
        let mut script = going();
        // Mostly the one who may lead does.
        let by = |who, command: &Command, luck: u8| if command.leads() && !luck.is_multiple_of(4) { "t" } else { who };
        script.extend(rest.into_iter().map(|(who, command, luck)| (by(who, &command, luck), command, luck)));
        script
    })
}

/// How many cases a test runs: `normal`, or as many as `LEERLANDSCHAP_CASES` says.
pub fn cases(normal: u32) -> u32 {
    std::env::var("LEERLANDSCHAP_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(normal)
}
