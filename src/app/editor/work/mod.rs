//! The editor at work: what is drawn, and what the user wants of the host. Each kind of that stands in a file of its
//! own.

mod files;
mod presets;
mod saving;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::rehearsal::{Rehearsal, SETTINGS};
use super::trying::Trying;
use super::words;
use crate::app::standalone::language;
use crate::core::editor::{Draft, Edit, Editor, Opened};
use crate::host::browser::describe_document;
use crate::host::desk::Desk;
use crate::i18n::Catalogue;
use crate::ui::editor::{Ask, EditorProps, Question, Saving, Sheet, TrialIntent, Wanted};

/// How long after a change the exercise is looked at and kept, in milliseconds: typing is not held up by it.
const LATER_MS: u32 = 400;

/// The name of the designer in a preview: that of nobody.
const NAMELESS: &str = "–";

/// Where the editor stands.
pub(in crate::app::editor) struct Place {
    /// Where to go back to.
    pub home: String,
    /// The language of the interface.
    pub language: String,
    /// The languages to choose from; empty inside Moodle.
    pub languages: Vec<(String, String)>,
}

/// The editor at work.
pub(in crate::app::editor) struct Work {
    sheet: Rc<RefCell<Editor>>,
    desk: Rc<dyn Desk>,
    shown: RefCell<EditorProps>,
    redraw: RefCell<Callback<EditorProps>>,
    later: RefCell<Option<Timeout>>,
    draft: RefCell<Option<Draft>>,
    leaving: RefCell<Option<EventListener>>,
    /// Counts saves, so that the answer of one knows whether its exercise is still the one in hand.
    saving: Cell<u32>,
    trying: Rc<Trying>,
}

impl Work {
    /// An exercise at a desk.
    pub fn new(opened: Opened, desk: Rc<dyn Desk>, words: Rc<Catalogue>, place: &Place) -> Rc<Self> {
        let sheet = Rc::new(RefCell::new(Editor::new(opened)));
        let draft = desk.kept().filter(|draft| draft.exercise != *sheet.borrow().json());
        let languages = place.languages.iter().map(|(code, name)| (code.clone().into(), name.clone().into())).collect();
        Rc::new_cyclic(|work: &std::rc::Weak<Self>| {
            let (asked, wanted) = (work.clone(), work.clone());
            let shown = EditorProps {
                sheet: Sheet(sheet.clone()),
                revision: 0,
                words,
                language: place.language.clone().into(),
                languages: Rc::new(languages),
                problems: Rc::new(sheet.borrow().problems()),
                warnings: Rc::default(),
                saving: Saving::Idle,
                question: draft.as_ref().map(|_| Question::Draft),
                preview: None,
                home: place.home.clone().into(),
                on: Callback::from(move |ask| {
                    if let Some(work) = asked.upgrade() {
                        work.carry_out(ask);
                    }
                }),
                on_trial: Callback::from(move |intent| {
                    let Some(work) = wanted.upgrade() else {
                        return;
                    };
                    match intent {
                        TrialIntent::Begin(wanted) => work.preview(&wanted),
                        other => work.trying.carry_out(other),
                    }
                }),
            };
            Self {
                sheet,
                desk,
                shown: RefCell::new(shown),
                redraw: RefCell::default(),
                later: RefCell::default(),
                draft: RefCell::new(draft),
                leaving: RefCell::default(),
                saving: Cell::new(0),
                trying: Rc::default(),
            }
        })
    }

    /// What is drawn now.
    pub fn shown(&self) -> EditorProps {
        self.shown.borrow().clone()
    }

    /// From now on this is told of everything new to draw, and leaving the page asks first while anything is not saved.
    pub fn begin(self: &Rc<Self>, redraw: Callback<EditorProps>) {
        *self.redraw.borrow_mut() = redraw;
        let work = Rc::downgrade(self);
        self.trying.on_trial(Callback::from(move |trial| {
            if let Some(work) = work.upgrade() {
                work.show(|shown| shown.preview = shown.preview.is_some().then_some(trial));
            }
        }));
        let Some(window) = web_sys::window() else {
            return;
        };
        let work = Rc::downgrade(self);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window, "beforeunload", options, move |event| {
            if work.upgrade().is_some_and(|work| work.sheet.borrow().is_changed()) {
                event.prevent_default();
            }
        });
        *self.leaving.borrow_mut() = Some(listener);
    }

    /// Draws with these differences.
    fn show(&self, change: impl FnOnce(&mut EditorProps)) {
        let mut shown = self.shown();
        change(&mut shown);
        shown.revision = shown.revision.wrapping_add(1);
        *self.shown.borrow_mut() = shown.clone();
        let redraw = self.redraw.borrow().clone();
        redraw.emit(shown);
    }

    fn ask(&self, question: Question) {
        self.show(|shown| shown.question = Some(question));
    }

    fn carry_out(self: &Rc<Self>, ask: Ask) {
        match ask {
            Ask::Changed => self.changed(),
            Ask::Save { force } => self.save(force),
            Ask::SavePreset { name, replaces } => self.save_preset(name, replaces),
            Ask::OpenPreset { id } => self.open_preset(id),
            Ask::DeletePreset { id } => self.delete_preset(id),
            Ask::Import { text } => self.import(&text),
            Ask::Export => self.export(),
            Ask::Question(question) => self.ask(question),
            Ask::Dismiss => self.show(|shown| shown.question = None),
            Ask::Reset => {
                let shipped = self.sheet.borrow().opened().shipped.clone();
                self.replace(shipped);
            }
            Ask::TakeTheirs => self.settle(false),
            Ask::KeepMine => self.settle(true),
            Ask::ResumeDraft => {
                if let Some(draft) = self.draft.take() {
                    self.sheet.borrow_mut().restore(draft);
                }
                self.show(|shown| shown.question = None);
                self.changed();
            }
            Ask::DropDraft => {
                self.desk.keep(None);
                self.show(|shown| shown.question = None);
            }
            Ask::Preview(wanted) => self.preview(&wanted),
            Ask::EndPreview => {
                self.trying.end();
                self.show(|shown| shown.preview = None);
            }
            Ask::Speak(code) => self.speak(code),
        }
    }

    /// Something of the exercise has changed: drawn at once, looked at and kept a moment later.
    fn changed(self: &Rc<Self>) {
        self.show(|shown| {
            if matches!(shown.saving, Saving::Saved | Saving::PresetKept | Saving::PresetGone) {
                shown.saving = Saving::Idle;
            }
        });
        let work = Rc::downgrade(self);
        let timeout = Timeout::new(LATER_MS, move || {
            if let Some(work) = work.upgrade() {
                work.look();
            }
        });
        *self.later.borrow_mut() = Some(timeout);
    }

    /// Says what is wrong, and keeps what is not saved.
    fn look(&self) {
        let (problems, warnings, draft) = {
            let sheet = self.sheet.borrow();
            let problems = sheet.problems();
            let (refused, warned) = if problems.is_empty() { sheet.effects() } else { Default::default() };
            (if problems.is_empty() { refused } else { problems }, warned, sheet.draft())
        };
        self.desk.keep(draft.as_ref());
        let differs = {
            let shown = self.shown.borrow();
            *shown.problems != problems || *shown.warnings != warnings
        };
        if differs {
            self.show(|shown| {
                shown.problems = Rc::new(problems);
                shown.warnings = Rc::new(warnings);
            });
        }
    }

    /// Another exercise takes the place of this one; it can be taken back.
    fn replace(self: &Rc<Self>, exercise: Value) {
        self.sheet.borrow_mut().edit_as_one(&[Edit::Replace { exercise }]);
        self.show(|shown| shown.question = None);
        self.changed();
    }

    /// Shows the app's own screens with a meeting in memory; an exercise with problems is told first.
    fn preview(self: &Rc<Self>, wanted: &Wanted) {
        self.look();
        let begun = {
            let (sheet, shown) = (self.sheet.borrow(), self.shown.borrow());
            let (language, words) = (shown.language.as_str(), &shown.words);
            let rehearsal = Rehearsal { exercise: sheet.json(), language, words, settings: SETTINGS, name: NAMELESS };
            self.trying.begin(&rehearsal, wanted)
        };
        self.show(|shown| match begun {
            Some(trial) => shown.preview = Some(trial),
            None => shown.saving = Saving::Refused,
        });
    }

    fn speak(self: &Rc<Self>, code: String) {
        let work = self.clone();
        spawn_local(async move {
            if let Ok(spoken) = words(&code).await {
                language::choose(&code);
                describe_document(&code, &spoken.find("edit:heading"));
                work.show(|shown| {
                    shown.words = spoken;
                    shown.language = code.into();
                });
            }
        });
    }
}
