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
use leerlandschap::core::room::{Body, Choice, Facilitation, Kind, Place, Rights, Settings, Visibility};
use leerlandschap::core::session::{Event, Session};
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
        let settings = Settings { visibility: Visibility::Hidden, min_answers: 3, facilitation: Facilitation::Trainer };
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
        let body = Body::Note { column: "eens".into(), text: format!("tekst {text}").into() };
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
                prop_assert_eq!(mine.map(|it| it.choice), Some(Choice::Point(*value)), "what the user sees");
            }
        }
        world.settle();
        for (item, value) in &wanted {
            let key = ("a".into(), ITEMS[*item].into(), 1);
            prop_assert_eq!(world.state.answers[&key].choice, Choice::Point(*value), "what the host has");
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
