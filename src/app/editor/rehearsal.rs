//! A meeting to try an exercise with: in memory, with participants who answer by themselves.

use std::rc::Rc;

use serde_json::Value;
use yew::AttrValue;

use crate::app::engine::Engine;
use crate::core::command::Command;
use crate::core::editor::rehearse::Company;
use crate::core::format;
use crate::core::ids::PersonId;
use crate::core::meeting::{Actor, Own};
use crate::core::room::{Facilitation, Pace, Rights, Settings, Visibility};
use crate::core::session::{Kept, Session, Update};
use crate::host::browser::now;
use crate::host::memory::{Meeting, MemoryHost};
use crate::host::{Answer, Host, OnUpdate, Since, Watch};
use crate::i18n::Catalogue;
use crate::ui::editor::{Seat, Trial, Wanted, day};

/// How long simulated participants take for what they take on, in milliseconds: two weeks.
const TAKES_MS: i64 = 14 * 24 * 3_600_000;

/// The rules where no activity sets them.
pub const SETTINGS: Settings = Settings {
    visibility: Visibility::Hidden,
    min_answers: 3,
    facilitation: Facilitation::Trainer,
    pace: Pace::Together,
};

/// Everything that a rehearsal is made of.
pub struct Rehearsal<'a> {
    /// The exercise, as a format file describes it.
    pub exercise: &'a Value,
    /// The language of the interface.
    pub language: &'a str,
    /// Its words.
    pub words: &'a Rc<Catalogue>,
    /// The rules.
    pub settings: Settings,
    /// The name of the one who rehearses.
    pub name: &'a str,
}

/// The two screens of the one who rehearses.
pub struct Seats {
    participant: Rc<Engine>,
    leader: Rc<Engine>,
}

impl Seats {
    /// The engine of one of them.
    pub fn at(&self, seat: Seat) -> &Rc<Engine> {
        match seat {
            Seat::Participant => &self.participant,
            Seat::Leader => &self.leader,
        }
    }
}

impl Rehearsal<'_> {
    /// The meeting that is wanted, and what shows of it; `None` while the exercise has problems. `number` tells it from
    /// others on this page.
    pub fn begin(&self, wanted: &Wanted, number: u32) -> Option<(Seats, Trial)> {
        let exercise = Rc::new(format::read(self.exercise).ok()?);
        let language = exercise.language(self.language);
        let runs: Vec<(AttrValue, AttrValue)> = exercise
            .runs()
            .iter()
            .map(|run| (run.id().clone().into(), run.first().title.get(language).into()))
            .collect();
        let run = runs.iter().find(|(id, _)| **id == *wanted.run).or(runs.first())?.0.clone();
        let words = self.words.clone();
        let company = Company {
            people: wanted.people,
            says: Rc::new(move |text| words.find(&["edit:", text.identifier()].concat())),
            day: day(now() + TAKES_MS),
        };
        let leader = self.person(Seat::Leader);
        let state = company.begin(&exercise, &run, self.settings, &leader, now()).ok()?;
        let meeting = Meeting::new(state);
        let sit = |actor: Actor| {
            let first = meeting.state().update_for(&actor, 0, Own::Always, now());
            let me = first.me.clone()?;
            let session = Session::new(exercise.clone(), language, first, me, now());
            let host = CompanyHost { host: meeting.host(actor), meeting: meeting.clone(), company: company.clone() };
            Some(Engine::start(session, Rc::new(host)))
        };
        let seats = Seats { participant: sit(self.person(Seat::Participant))?, leader: sit(leader)? };
        let trial = Trial {
            number,
            seat: wanted.seat,
            screen: seats.at(wanted.seat).screen(),
            people: wanted.people,
            runs: Rc::new(runs),
            run,
            led: self.settings.pace == Pace::Together,
        };
        Some((seats, trial))
    }

    /// The one who rehearses, as somebody who leads or only takes part.
    fn person(&self, seat: Seat) -> Actor {
        Actor {
            person: PersonId::from("designer"),
            name: Some(Rc::from(self.name)),
            rights: Rights { participate: true, facilitate: seat == Seat::Leader, report: false },
            notice: None,
        }
    }
}

/// The host of the one who tries it; after each of their commands the others do what there is to do for them.
struct CompanyHost {
    host: MemoryHost,
    meeting: Meeting,
    company: Company,
}

impl Host for CompanyHost {
    fn send(&self, commands: Vec<Command>, since: u64) -> Answer<Update> {
        self.meeting.set_now(now());
        let (answer, meeting, company) = (self.host.send(commands, since), self.meeting.clone(), self.company.clone());
        Box::pin(async move {
            let answer = answer.await;
            meeting.change(|state| company.act(state, now()));
            meeting.tell();
            answer
        })
    }

    fn read(&self, since: u64) -> Answer<Update> {
        self.host.read(since)
    }

    fn watch(&self, since: Since, on_update: OnUpdate) -> Box<dyn Watch> {
        self.host.watch(since, on_update)
    }

    /// Nothing of a rehearsal is kept.
    fn keep(&self, _: &Kept) -> bool {
        true
    }

    fn kept(&self) -> Kept {
        Kept::default()
    }
}
