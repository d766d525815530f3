//! What the page itself offers: another language, and the meeting as a file.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::Callback;

use super::formats::Offers;
use super::language::{LANGUAGES, catalogue, choose};
use crate::app::engine::Engine;
use crate::app::{Drawing, Stage, give_up, mount};
use crate::core::format::Problem;
use crate::core::refusal::Refusal;
use crate::core::room::Settings;
use crate::core::session::{Event, Session, Update};
use crate::host::browser::{address, describe_document, now, save_file};
use crate::host::desk::edited_exercise;
use crate::host::standalone::{Edition, News, SETTINGS, StandaloneHost};
use crate::host::{Answer, HostError};
use crate::i18n::{Catalogue, Key};
use crate::protocol::meeting_file::Unfit;
use crate::ui::arrival::Arrival;
use crate::ui::standalone::{ControlIntent, StandaloneControls};
use crate::ui::start_over::{Required, Rules};

/// How many problems of a file are told; one who mends a file does it step by step.
const PROBLEMS: usize = 20;

/// The exercise that a new meeting takes: the format as shipped, or as it was edited last in this browser.
///
/// # Errors
/// Every problem of the shipped file.
pub(super) fn newest(id: &str, shipped: &Value) -> Result<Edition, Vec<Problem>> {
    match edited_exercise(id).and_then(|edited| Edition::of(&edited).ok()) {
        Some(edited) => Ok(edited),
        None => Edition::of(shipped),
    }
}

/// The language of the interface.
#[derive(Clone)]
pub(super) struct Speech {
    /// Its code.
    pub language: String,
    /// Its words.
    pub words: Rc<Catalogue>,
}

/// The page at work.
pub(super) struct Page {
    root: Element,
    host: Rc<StandaloneHost>,
    offers: Offers,
    shipped: Value,
    speech: RefCell<Speech>,
    work: RefCell<Option<Work>>,
}

/// A meeting at work, and drawn.
struct Work {
    engine: Rc<Engine>,
    stage: Stage,
}

impl Page {
    /// A page that is not drawn yet.
    pub fn new(root: Element, host: Rc<StandaloneHost>, offers: Offers, shipped: Value, speech: Speech) -> Rc<Self> {
        let (speech, work) = (RefCell::new(speech), RefCell::default());
        Rc::new(Self { root, host, offers, shipped, speech, work })
    }

    /// Draws the host's meeting, in place of one that was drawn before.
    pub fn begin(self: &Rc<Self>, first: Update) {
        let Some(me) = first.me.clone() else {
            return;
        };
        let before = self.work.take();
        let arrival = Arrival { focus: before.is_some(), say: false };
        if let Some(Work { engine, stage }) = before {
            engine.retire();
            stage.clear();
        }
        let exercise = self.host.exercise();
        let language = exercise.language(&self.speech.borrow().language);
        let engine = Engine::start(Session::new(exercise, language, first, me, now()), self.host.clone());
        let stage = mount(&self.root, engine.clone(), Drawing { arrival, ..self.drawing() });
        *self.work.borrow_mut() = Some(Work { engine, stage });
    }

    /// From now on the page hears what its tab did not do itself.
    pub fn listen(self: &Rc<Self>) {
        let page = Rc::downgrade(self);
        self.host.on_news(Rc::new(move |news| {
            if let Some(page) = Weak::upgrade(&page) {
                page.hears(news);
            }
        }));
    }

    fn hears(self: &Rc<Self>, news: News) {
        match news {
            News::Lost => self.happened(Event::StorageLost),
            News::PutAside => self.tell(Refusal::Unavailable, self.words().text(Key::PutAside)),
            News::AnotherExercise => {
                let page = self.clone();
                spawn_local(async move {
                    match page.host.follow().await {
                        Ok(first) => page.begin(first),
                        Err(_) => give_up(&page.root, &"meeting".into()),
                    }
                });
            }
        }
    }

    fn words(&self) -> Rc<Catalogue> {
        self.speech.borrow().words.clone()
    }

    fn engine(&self) -> Option<Rc<Engine>> {
        self.work.borrow().as_ref().map(|work| work.engine.clone())
    }

    fn happened(&self, event: Event) {
        if let Some(engine) = self.engine() {
            engine.happened(event);
        }
    }

    fn tell(&self, refusal: Refusal, text: Rc<str>) {
        self.happened(Event::Denied(refusal, Some(text)));
    }

    /// What is drawn in the language of the interface: its texts, and the page's controls.
    fn drawing(self: &Rc<Self>) -> Drawing {
        let (exercise, Speech { language, words }) = (self.host.exercise(), self.speech.borrow().clone());
        describe_document(&language, &exercise.title.get(exercise.language(&language)));
        let page = self.clone();
        let controls = StandaloneControls {
            languages: LANGUAGES.iter().map(|(code, name)| ((*code).into(), (*name).into())).collect(),
            address: address().into(),
            formats: self
                .offers
                .all
                .iter()
                .map(|it| (it.query.clone().into(), it.title(&language).to_owned().into()))
                .collect(),
            language: language.into(),
            format: self.offers.chosen,
            editor: ["edit.html", self.offers.query()].concat().into(),
            required: Required {
                hidden: exercise.requires.hidden,
                min_answers: exercise.tightened(SETTINGS).min_answers,
            },
            on: Callback::from(move |intent| page.carry_out(intent)),
        };
        Drawing { controls: Some(controls), ..Drawing::new(words) }
    }

    fn carry_out(self: &Rc<Self>, intent: ControlIntent) {
        match intent {
            ControlIntent::Language(language) => self.speak(language),
            ControlIntent::StartOver(Rules { visibility, pace }) => {
                // The shipped format was read when the page began.
                if let Ok(newest) = newest(self.offers.id(), &self.shipped) {
                    self.take(self.host.start_over(newest, Settings { visibility, pace, ..SETTINGS }));
                }
            }
            ControlIntent::Import(text) => match self.host.import(&text) {
                Ok(answer) => self.take(answer),
                Err(unfit) => self.tell(Refusal::BadValue, self.reason(&unfit)),
            },
            ControlIntent::Export => self.export(),
        }
    }

    /// Why a file is not taken.
    fn reason(&self, unfit: &Unfit) -> Rc<str> {
        match unfit {
            Unfit::Meeting(_) => self.words().text(Key::ImportWrong),
            Unfit::Exercise(problems) => {
                let places: Vec<String> = problems.iter().take(PROBLEMS).map(ToString::to_string).collect();
                self.words().with(Key::ImportExercise, &places.join("; "))
            }
        }
    }

    fn export(self: &Rc<Self>) {
        let name = self.words().with(Key::MeetingFile, &self.host.exercise().id);
        let (page, exported) = (self.clone(), self.host.export());
        spawn_local(async move {
            if !exported.await.is_ok_and(|json| save_file(&name, &json).is_ok()) {
                page.tell(Refusal::StorageFull, page.words().text(Key::ExportFailed));
            }
        });
    }

    /// Another meeting takes the place of this one; one of another exercise comes as news.
    fn take(self: &Rc<Self>, answer: Answer<Option<Update>>) {
        let page = self.clone();
        spawn_local(async move {
            let answer: Option<Result<Update, HostError>> = answer.await.transpose();
            if let (Some(answer), Some(engine)) = (answer, page.engine()) {
                engine.was_told(answer);
            }
        });
    }

    fn speak(self: &Rc<Self>, language: String) {
        let page = self.clone();
        spawn_local(async move {
            let Ok(words) = catalogue(&language).await else {
                return;
            };
            choose(&language);
            *page.speech.borrow_mut() = Speech { language: language.clone(), words };
            let drawing = page.drawing();
            if let Some(work) = page.work.borrow().as_ref() {
                work.stage.draw(drawing);
                work.engine.speak(page.host.exercise().language(&language));
            }
        });
    }
}
