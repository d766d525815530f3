//! Participants of one meeting, without a browser: each has a session and a host, as in the app.

#![allow(clippy::expect_used, dead_code)] // A test that cannot go on fails; not every test uses all of this.

use std::cell::{Cell, RefCell};
use std::fs;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use leerlandschap::core::effect::Effect;
use leerlandschap::core::format::{self, Exercise};
use leerlandschap::core::ids::ContributionId;
use leerlandschap::core::intent::Intent;
use leerlandschap::core::meeting::{Actor, State};
use leerlandschap::core::room::{Body, Facilitation, Pace, Rights, Settings, Visibility};
use leerlandschap::core::session::{Count, Event, Session, Update};
use leerlandschap::core::view::{Screen, screen};
use leerlandschap::host::memory::{Meeting, MemoryHost};
use leerlandschap::host::{Host, HostError};

/// A shipped exercise.
pub fn exercise(id: &str) -> Rc<Exercise> {
    let text = fs::read_to_string(format!("static/formats/{id}.json")).expect("the format");
    Rc::new(format::read(&serde_json::from_str(&text).expect("json")).expect("sound"))
}

/// A first meeting of it that a trainer leads, hidden, with k = 3.
pub fn meeting(id: &str, part: &str, pace: Pace) -> Meeting {
    let settings =
        Settings { visibility: Visibility::Hidden, min_answers: 3, facilitation: Facilitation::Trainer, pace };
    Meeting::new(State::new(exercise(id), part, settings, "1".into()).expect("a meeting"))
}

/// The trainer, and three members who have joined.
pub fn group(meeting: &Meeting) -> (Participant, Vec<Participant>) {
    let trainer = Participant::new(meeting, "Trainer");
    let members: Vec<Participant> =
        ["Anna", "Bram", "Cato"].iter().map(|name| Participant::new(meeting, name)).collect();
    join(&members);
    trainer.reads();
    members.iter().for_each(Participant::reads);
    (trainer, members)
}

/// They join.
pub fn join(members: &[Participant]) {
    for member in members {
        member.reads();
        member.wants(Intent::Join { name: "".into() });
    }
}

/// One participant: a session at work, as `app::Engine` has it.
pub struct Participant {
    session: RefCell<Option<Session>>,
    /// Their way to the meeting.
    pub host: MemoryHost,
}

thread_local! {
    /// How many identities were given out; every test has a thread of its own.
    static IDS: Cell<u32> = const { Cell::new(0) };
}

/// A future that never waits, as those of the memory host.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the memory host waited"),
    }
}

impl Participant {
    /// Somebody who opens the page: "Trainer" leads, all others take part.
    pub fn new(meeting: &Meeting, name: &str) -> Self {
        let leads = name == "Trainer";
        let rights = Rights { participate: !leads, facilitate: leads, report: leads };
        let host = meeting.host(Actor { person: name.into(), name: Some(name.into()), rights, notice: None });
        let first = now(host.read(0)).expect("reachable");
        let me = first.me.clone().expect("me");
        let exercise = meeting.state().exercise;
        let language = exercise.language("nl");
        let session = Session::new(exercise, language, first, me, 0);
        Self { session: RefCell::new(Some(session)), host }
    }

    /// The user wants something.
    pub fn wants(&self, intent: Intent) {
        IDS.set(IDS.get() + 1);
        let id = format!("00000000-0000-4000-8000-{:012}", IDS.get());
        self.happens(Event::Intended { intent, new_id: ContributionId::from(id), at: 0 });
    }

    /// The user writes something new.
    pub fn writes(&self, step: &str, body: Body) {
        self.wants(Intent::Create { step: step.into(), body });
    }

    /// Something happens, and what comes of it is done.
    pub fn happens(&self, event: Event) {
        let session = self.session.take().expect("a session");
        let (session, effects) = session.update(event);
        self.session.replace(Some(session));
        for effect in effects {
            match effect {
                Effect::Keep(kept) => assert!(self.host.keep(&kept)),
                Effect::Send { attempt, commands } => {
                    let since = self.revision();
                    self.happens(match now(self.host.send(commands, since)) {
                        Ok(update) => Event::Confirmed { attempt, update, at: 0 },
                        Err(HostError::Refused(refusal, text)) => Event::Refused { attempt, refusal, text },
                        Err(_) => Event::SendFailed { attempt },
                    });
                }
                Effect::Read => self.reads(),
                Effect::Retry(_) => {}
            }
        }
    }

    /// Asks how the meeting is.
    pub fn reads(&self) {
        if let Ok(update) = now(self.host.read(0)) {
            self.happens(Event::Received(update, 0));
        }
    }

    /// Asks how the meeting is, where the host says something else besides.
    pub fn reads_changed(&self, change: impl FnOnce(&mut Update)) {
        let mut update = now(self.host.read(0)).expect("reachable");
        change(&mut update);
        self.happens(Event::Received(update, 0));
    }

    /// What the host says of the meeting, all of it.
    pub fn update(&self) -> Update {
        now(self.host.read(0)).expect("reachable")
    }

    /// Takes in the room as Moodle publishes it: without what is one's own, and without who has answered.
    pub fn reads_the_room(&self) {
        if let Ok(update) = now(self.host.read(0)) {
            let counts = update.counts.iter().map(|count| Count { who: None, ..count.clone() }).collect();
            self.happens(Event::Received(Update { me: None, counts, ..update }, 0));
        }
    }

    /// The revision the host last told.
    pub fn revision(&self) -> u64 {
        self.session.borrow().as_ref().expect("a session").revision()
    }

    /// What the user sees.
    pub fn screen(&self) -> Screen {
        screen(self.session.borrow().as_ref().expect("a session"))
    }
}
