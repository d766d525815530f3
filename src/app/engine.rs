//! Drives a session: hands it what happens, does outside what it asks for, and tells the screen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::core::effect::Effect;
use crate::core::format::Language;
use crate::core::intent::Intent;
use crate::core::session::{Event, Session, Update};
use crate::core::view::{Screen, screen};
use crate::host::browser::{now, uuid};
use crate::host::{Host, HostError, Watch};

/// A session at work.
pub struct Engine {
    session: RefCell<Session>,
    host: Rc<dyn Host>,
    on_screen: RefCell<Callback<Rc<Screen>>>,
    watch: RefCell<Option<Box<dyn Watch>>>,
    retry: RefCell<Option<Timeout>>,
}

impl Engine {
    /// Sets a session to work with its host; what the user had done on an earlier visit is sent first.
    pub fn start(session: Session, host: Rc<dyn Host>) -> Rc<Self> {
        let engine = Rc::new(Self {
            session: RefCell::new(session),
            host,
            on_screen: RefCell::default(),
            watch: RefCell::default(),
            retry: RefCell::default(),
        });
        let kept = engine.host.kept();
        if !kept.is_empty() {
            engine.happened(Event::Replayed(kept));
        }
        let (asked, told) = (Rc::downgrade(&engine), Rc::downgrade(&engine));
        let since = move || asked.upgrade().map_or(0, |engine| engine.session.borrow().revision());
        let on_update = move |answer| {
            if let Some(engine) = told.upgrade() {
                engine.was_told(answer);
            }
        };
        let watch = engine.host.watch(Rc::new(since), Rc::new(on_update));
        *engine.watch.borrow_mut() = Some(watch);
        engine
    }

    /// What to draw now.
    pub fn screen(&self) -> Rc<Screen> {
        Rc::new(screen(&self.session.borrow()))
    }

    /// From now on this is told of every new screen.
    pub fn on_screen(&self, callback: Callback<Rc<Screen>>) {
        *self.on_screen.borrow_mut() = callback;
    }

    /// The user wants something.
    pub fn intend(self: &Rc<Self>, intent: Intent) {
        self.happened(Event::Intended { intent, new_id: uuid().into(), at: now() });
    }

    /// The user wants the exercise's texts in another language.
    pub fn speak(&self, language: Language) {
        self.session.borrow_mut().language = language;
        self.draw();
    }

    /// The host answered a question about the room, or said something of its own accord.
    pub fn was_told(self: &Rc<Self>, answer: Result<Update, HostError>) {
        self.happened(match answer {
            Ok(update) => Event::Received(update, now()),
            Err(HostError::Refused(refusal, text)) => Event::Denied(refusal, text),
            Err(HostError::LoggedOut) => Event::LoggedOut,
            Err(HostError::Unreachable) => Event::ReadFailed,
        });
    }

    /// Something happened.
    pub fn happened(self: &Rc<Self>, event: Event) {
        let session = self.session.borrow().clone();
        let (session, effects) = session.update(event);
        *self.session.borrow_mut() = session;
        self.draw();
        for effect in effects {
            self.perform(effect);
        }
    }

    fn draw(&self) {
        let callback = self.on_screen.borrow().clone();
        callback.emit(self.screen());
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Keep(kept) => {
                if !self.host.keep(&kept) && !self.session.borrow().memory_only {
                    self.happened(Event::StorageLost);
                }
            }
            Effect::Send { attempt, commands } => {
                let since = self.session.borrow().revision();
                let (engine, answer) = (self.clone(), self.host.send(commands, since));
                spawn_local(async move {
                    engine.happened(match answer.await {
                        Ok(update) => Event::Confirmed { attempt, update, at: now() },
                        Err(HostError::Refused(refusal, text)) => Event::Refused { attempt, refusal, text },
                        Err(HostError::LoggedOut) => Event::LoggedOut,
                        Err(HostError::Unreachable) => Event::SendFailed { attempt },
                    });
                });
            }
            Effect::Read => {
                // From the start: what is one's own comes along only with the room.
                let (engine, answer) = (self.clone(), self.host.read(0));
                spawn_local(async move { engine.was_told(answer.await) });
            }
            Effect::Retry(wait_ms) => {
                let engine = Rc::downgrade(self);
                let timer = Timeout::new(wait_ms, move || {
                    if let Some(engine) = engine.upgrade() {
                        engine.happened(Event::RetryDue);
                    }
                });
                *self.retry.borrow_mut() = Some(timer);
            }
        }
    }
}
