//! Meetings that are really played, in memory: for screens to look at, and for tests of what they show.
#![allow(dead_code, clippy::unwrap_used, clippy::missing_panics_doc, clippy::needless_pass_by_value)]

use std::rc::Rc;

use leerlandschap::core::command::Command;
use leerlandschap::core::format::{self, Exercise};
use leerlandschap::core::meeting::{Actor, Own, State};
use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::room::*;
use leerlandschap::core::session::Session;
use leerlandschap::core::view::{self, Screen};

/// The shipped formats, by name.
const FORMATS: [(&str, &str); 4] = [
    ("leerklimaat", include_str!("../../static/formats/leerklimaat.json")),
    ("leerlandschap", include_str!("../../static/formats/leerlandschap.json")),
    ("open-leergesprek", include_str!("../../static/formats/open-leergesprek.json")),
    ("werkoverleg", include_str!("../../static/formats/werkoverleg.json")),
];
const NAMES: [&str; 12] =
    ["Anna", "Bilal", "Chris", "Dewi", "Emre", "Fleur", "Gijs", "Hanneke", "Ilse", "Joris", "Kim", "Lotte"];
/// The trainer, who leads and does not take part.
pub const TRAINER: &str = "Trainer";

/// A meeting under way.
pub struct Played {
    state: State,
    exercise: Rc<Exercise>,
    ids: u32,
}

impl Played {
    /// A meeting of so many people, who are all present, through a run of a shipped format.
    pub fn new(format: &str, part: &str, people: usize) -> Self {
        Self::with(format, part, people, Visibility::Hidden, Pace::Together)
    }

    /// The same, with other rules.
    pub fn with(format: &str, part: &str, people: usize, visibility: Visibility, pace: Pace) -> Self {
        let text = FORMATS.iter().find(|(name, _)| *name == format).unwrap().1;
        Self::of(serde_json::from_str(text).unwrap(), part, people, visibility, pace)
    }

    /// The same, of a format file.
    pub fn of(file: serde_json::Value, part: &str, people: usize, visibility: Visibility, pace: Pace) -> Self {
        let exercise = Rc::new(format::read(&file).unwrap());
        let settings = Settings { visibility, min_answers: 3, facilitation: Facilitation::Trainer, pace };
        let state = State::new(exercise.clone(), part, settings, "1".into()).unwrap();
        let mut played = Self { state, exercise, ids: 0 };
        for name in NAMES.iter().cycle().take(people).enumerate().map(|(at, name)| name_of(at, name)) {
            played.does(&name, Command::Join { name: name.as_str().into() });
        }
        played
    }

    /// The name of a participant.
    pub fn name(at: usize) -> String {
        name_of(at, NAMES[at % NAMES.len()])
    }

    /// Carries out a command, or says why not.
    pub fn tries(&mut self, who: &str, command: &Command) -> Result<(), Refusal> {
        self.state = self.state.apply(&actor(who), command, 1000)?;
        Ok(())
    }

    /// Carries out a command that must succeed.
    pub fn does(&mut self, who: &str, command: Command) {
        self.tries(who, &command).unwrap_or_else(|refusal| panic!("{who}: {command:?}: {}", refusal.code()));
    }

    /// The trainer brings the group to a place.
    pub fn go(&mut self, to: &str) {
        let to = match to {
            "@closing" => Place::Closing,
            step => Place::Step(step.into()),
        };
        let from = self.state.room().place;
        self.does(TRAINER, Command::GoTo { from, to });
    }

    /// The trainer changes how far a round is.
    pub fn round(&mut self, step: &str, round: u8, to: Phase, items: &[&str]) {
        let from = self.state.room().rounds_of(&step.into()).find(|it| it.number == round).map(|it| it.phase);
        let items = items.iter().map(|item| (*item).into()).collect();
        self.does(TRAINER, Command::SetRound { step: step.into(), round, from, to, items });
    }

    /// Somebody chooses a point, gives a number or places dots.
    pub fn point(&mut self, who: usize, item: &str, value: i32) {
        self.gives(who, item, 1, Choice::Point(value).into(), "");
    }

    /// Somebody answers.
    pub fn gives(&mut self, who: usize, item: &str, round: u8, given: Given, reason: &str) {
        self.ids += 1;
        let command = Command::Answer { item: item.into(), round, given, reason: reason.into(), seq: self.ids };
        self.does(&Self::name(who), command);
    }

    /// Somebody chooses options.
    pub fn options(&mut self, who: usize, item: &str, options: &[&str]) {
        let options = options.iter().map(|id| (*id).into()).collect();
        self.gives(who, item, 1, Given { options, ..Choice::OptOut.into() }, "");
    }

    /// Somebody writes an answer.
    pub fn text(&mut self, who: usize, item: &str, text: &str) {
        self.gives(who, item, 1, Given { text: text.into(), ..Choice::OptOut.into() }, "");
    }

    /// Somebody hands in.
    pub fn hands_in(&mut self, who: usize, step: &str) {
        self.does(&Self::name(who), Command::TookPart { step: step.into() });
    }

    /// Somebody contributes something new; its identity.
    pub fn saves(&mut self, who: &str, step: &str, body: Body) -> String {
        self.ids += 1;
        let id = format!("00000000-0000-4000-8000-{:012}", self.ids);
        let save = Command::Save { id: id.as_str().into(), step: step.into(), base: None, at: None, body };
        self.does(who, save);
        id
    }

    /// What somebody sees; `looking` at another place than where the group is, if so.
    pub fn screen(&self, who: &str, language: &str, looking: Option<&str>) -> Screen {
        let session = self.session(who, language);
        let looks = |place: &str| leerlandschap::core::session::Event::Intended {
            intent: leerlandschap::core::intent::Intent::LookAt(Place::Step(place.into())),
            new_id: "".into(),
            at: 0,
        };
        match looking {
            Some(place) => view::screen(&session.update(looks(place)).0),
            None => view::screen(&session),
        }
    }

    /// Somebody's session.
    pub fn session(&self, who: &str, language: &str) -> Session {
        let actor = actor(who);
        let first = self.state.update_for(&actor, 0, Own::Always, 1000);
        let me = first.me.clone().unwrap();
        let language = self.exercise.language(language);
        Session::new(self.exercise.clone(), language, first, me, 1000)
    }
}

fn name_of(at: usize, name: &str) -> String {
    if at < NAMES.len() { name.to_owned() } else { format!("{name} {}", at / NAMES.len() + 1) }
}

fn actor(who: &str) -> Actor {
    let leads = who == TRAINER;
    Actor {
        person: who.into(),
        name: Some(who.into()),
        rights: Rights { participate: !leads, facilitate: leads, report: leads },
        notice: None,
    }
}
