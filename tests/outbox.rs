//! Nothing leaves the outbox that the host did not carry out or refuse, whatever the network does: over random
//! interleavings of what the user does, lost requests, lost answers and failed reads.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::collections::BTreeMap;
use std::fs;
use std::rc::Rc;

use leerlandschap::core::command::Command;
use leerlandschap::core::effect::Effect;
use leerlandschap::core::format;
use leerlandschap::core::intent::Intent;
use leerlandschap::core::meeting::{Actor, Own, State};
use leerlandschap::core::room::{Body, Choice, Facilitation, Kind, Pace, Place, Rights, Settings, Visibility};
use leerlandschap::core::session::{Event, Kept, Session};
use proptest::prelude::*;

const ITEMS: [&str; 3] = ["st1", "st2", "st3"];

/// What can happen next.
#[derive(Clone, Copy, Debug)]
enum Step {
    Answers { item: usize, value: i32 },
    Writes { text: u8 },
    RequestArrives,
    AnswerArrives,
    AnswerIsLost,
    ReadFails,
    Reads,
    RetryDue,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..ITEMS.len(), 1..6).prop_map(|(item, value)| Step::Answers { item, value }),
        2 => (0_u8..9).prop_map(|text| Step::Writes { text }),
        4 => Just(Step::RequestArrives),
        4 => Just(Step::AnswerArrives),
        2 => Just(Step::AnswerIsLost),
        2 => Just(Step::ReadFails),
        2 => Just(Step::Reads),
        3 => Just(Step::RetryDue),
    ]
}

/// One participant, a host, and the wire between them.
struct World {
    session: Session,
    state: State,
    anna: Actor,
    request: Option<(u32, Vec<Command>)>,
    answer: Option<Event>,
    ids: u32,
}

fn actor(name: &str, leads: bool) -> Actor {
    let rights = Rights { participate: !leads, facilitate: leads, report: leads };
    Actor { person: name.into(), name: Some(name.into()), rights, notice: None }
}

impl World {
    fn new() -> Self {
        let text = fs::read_to_string("static/formats/leerlandschap.json").expect("the format");
        let exercise = Rc::new(format::read(&serde_json::from_str(&text).expect("json")).expect("sound"));
        let settings = Settings {
            visibility: Visibility::Hidden,
            min_answers: 3,
            facilitation: Facilitation::Trainer,
            pace: Pace::Together,
        };
        let (anna, trainer) = (actor("a", false), actor("t", true));
        let mut state = State::new(exercise.clone(), "gesprek", settings, "1".into()).expect("a meeting");
        state = state.apply(&anna, &Command::Join { name: "".into() }, 0).expect("joined");
        for step in ["stellingen", "opbrengst"] {
            let go = Command::GoTo { from: state.place.clone(), to: Place::Step(step.into()) };
            state = state.apply(&trainer, &go, 0).expect("gone");
        }
        let first = state.update_for(&anna, 0, Own::Always, 0);
        let me = first.me.clone().expect("me");
        let language = exercise.language("nl");
        let session = Session::new(exercise, language, first, me, 0);
        Self { session, state, anna, request: None, answer: None, ids: 0 }
    }

    fn happens(&mut self, event: Event) {
        let (session, effects) = self.session.clone().update(event);
        self.session = session;
        for effect in effects {
            if let Effect::Send { attempt, commands } = effect {
                assert!(self.request.is_none() && self.answer.is_none(), "two requests at once");
                self.request = Some((attempt, commands));
            }
        }
    }

    fn wants(&mut self, intent: Intent) {
        self.ids += 1;
        let new_id = format!("00000000-0000-4000-8000-{:012}", self.ids).into();
        self.happens(Event::Intended { intent, new_id, at: 0 });
    }

    /// The host carries out what arrives, all or none, and its answer is on its way.
    fn request_arrives(&mut self) {
        let Some((attempt, commands)) = self.request.take() else { return };
        let outcome = commands.iter().try_fold(self.state.clone(), |state, it| state.apply(&self.anna, it, 0));
        self.answer = Some(match outcome {
            Ok(state) => {
                self.state = state;
                let since = self.session.revision();
                Event::Confirmed { attempt, update: self.state.update_for(&self.anna, since, Own::Always, 0), at: 0 }
            }
            Err(refusal) => Event::Refused { attempt, refusal, text: None },
        });
    }

    fn takes(&mut self, step: Step) {
        match step {
            Step::Answers { item, value } => {
                self.wants(Intent::Answer { item: ITEMS[item].into(), choice: Choice::Point(value) });
            }
            Step::Writes { text } => self.writes(text),
            Step::RequestArrives => self.request_arrives(),
            Step::AnswerArrives => {
                if let Some(event) = self.answer.take() {
                    self.happens(event);
                }
            }
            Step::AnswerIsLost => self.lose(),
            Step::ReadFails => self.happens(Event::ReadFailed),
            Step::Reads => {
                let update = self.state.update_for(&self.anna, self.session.revision(), Own::WithRoom, 0);
                self.happens(Event::Received(update, 0));
            }
            Step::RetryDue => self.happens(Event::RetryDue),
        }
    }

    /// Changes the first note, or writes it.
    fn writes(&mut self, text: u8) {
        let body = Body::Note { column: "eens".into(), text: format!("tekst {text}").into(), group: "".into() };
        let room = self.session.room().expect("a room");
        let first = room.contributions.iter().find(|it| it.body.kind() == Kind::Note);
        let intent = match first {
            Some(it) => Intent::Change { id: it.id.clone(), step: "opbrengst".into(), base: it.revision, body },
            None => Intent::Create { step: "opbrengst".into(), body },
        };
        self.wants(intent);
    }

    /// The request, or the answer to it, never arrives.
    fn lose(&mut self) {
        let lost = self.request.take().map(|(attempt, _)| attempt).or_else(|| match self.answer.take()? {
            Event::Confirmed { attempt, .. } | Event::Refused { attempt, .. } => Some(attempt),
            _ => None,
        });
        let Some(attempt) = lost else { return };
        self.happens(Event::SendFailed { attempt });
    }

    /// The network is well again until nothing is left to send.
    fn settle(&mut self) {
        for _ in 0..200 {
            self.takes(Step::RetryDue);
            self.takes(Step::RequestArrives);
            self.takes(Step::AnswerArrives);
            if self.session.outbox().is_empty() {
                return;
            }
        }
        panic!("never done: {:?}", self.session.outbox());
    }
}

/// A note and its correction, both carried out though both answers are lost, are not refused as a conflict of
/// the user with themself.
#[test]
fn a_correction_does_not_overtake_what_it_corrects() {
    use Step::{AnswerIsLost, Reads, RequestArrives, Writes};
    let mut world = World::new();
    let first = [Writes { text: 0 }, RequestArrives, Reads, AnswerIsLost];
    for step in first.into_iter().chain([Writes { text: 1 }, Reads, RequestArrives, AnswerIsLost]) {
        world.takes(step);
    }
    world.settle();
    assert!(world.session.unsettled().is_empty() && world.session.notes().is_empty());
    let note = Body::Note { column: "eens".into(), text: "tekst 1".into(), group: "".into() };
    assert_eq!(world.state.contributions.iter().map(|it| it.body.clone()).collect::<Vec<_>>(), [note]);
}

/// The same person answers at another device.
fn answers_elsewhere(world: &mut World, value: i32, seq: u32) {
    let (item, choice) = (ITEMS[0].into(), Choice::Point(value));
    let command = Command::Answer { item, round: 1, given: choice.into(), reason: "".into(), seq };
    world.state = world.state.apply(&world.anna, &command, 0).expect("taken");
}

#[test]
fn what_is_answered_here_stands_also_where_another_device_had_counted_further() {
    for (value, seq) in [(5, 1), (5, 7)] {
        let mut world = World::new();
        answers_elsewhere(&mut world, value, seq);
        world.takes(Step::Answers { item: 0, value: 2 });
        world.settle();
        let key = ("a".into(), ITEMS[0].into(), 1);
        assert_eq!(
            (world.state.answers[&key].given.choice, world.state.answers[&key].seq),
            (Choice::Point(2), seq + 1)
        );
        assert_eq!(world.session.me().answers[0].given.choice, Choice::Point(2));
        assert!(world.session.notes().is_empty());
    }
}

#[test]
fn two_devices_do_not_outbid_each_other_for_ever() {
    let mut world = World::new();
    world.takes(Step::Answers { item: 0, value: 2 });
    for seq in 1..20 {
        answers_elsewhere(&mut world, 5, seq);
        world.takes(Step::RequestArrives);
        world.takes(Step::AnswerArrives);
    }
    assert!(world.session.outbox().is_empty());
    let told: Vec<_> = world.session.notes().iter().map(|note| note.refusal).collect();
    assert_eq!(told, [leerlandschap::core::refusal::Refusal::Conflict]);
}

#[test]
fn an_answer_of_an_earlier_visit_does_not_replace_a_later_one() {
    let mut world = World::new();
    answers_elsewhere(&mut world, 5, 2);
    let (item, choice) = (ITEMS[0].into(), Choice::Point(2));
    let old = Command::Answer { item, round: 1, given: choice.into(), reason: "".into(), seq: 1 };
    world.happens(Event::Replayed(Kept { commands: vec![old], ..Kept::default() }));
    world.settle();
    let key = ("a".into(), ITEMS[0].into(), 1);
    assert_eq!(world.state.answers[&key].given.choice, Choice::Point(5));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost(steps in prop::collection::vec(step(), 1..50)) {
        let mut world = World::new();
        let mut wanted: BTreeMap<usize, i32> = BTreeMap::new();
        let mut written = None;
        for step in steps {
            match &step {
                Step::Answers { item, value } => { wanted.insert(*item, *value); }
                Step::Writes { text } => written = Some(format!("tekst {text}")),
                _ => {}
            }
            world.takes(step);
            for (item, value) in &wanted {
                let mine = world.session.me().answers.iter().find(|it| it.item.as_str() == ITEMS[*item]);
                prop_assert_eq!(mine.map(|it| it.given.choice), Some(Choice::Point(*value)), "what the user sees");
            }
        }
        world.settle();
        for (item, value) in &wanted {
            let key = ("a".into(), ITEMS[*item].into(), 1);
            prop_assert_eq!(world.state.answers[&key].given.choice, Choice::Point(*value), "what the host has");
        }
        let notes: Vec<String> = world
            .state
            .contributions
            .iter()
            .map(|it| match &it.body {
                Body::Note { text, .. } => text.to_string(),
                other => format!("{other:?}"),
            })
            .collect();
        prop_assert_eq!(notes, written.into_iter().collect::<Vec<_>>());
        prop_assert!(world.session.unsettled().is_empty() && world.session.notes().is_empty());
    }
}
