//! Drives a session: hands it what happens, does outside what it asks for, and tells the screen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::core::effect::Effect;
use crate::core::format::Language;
use crate::core::intent::Intent;
use crate::core::session::{Event, Leaving, Session, Update};
use crate::core::view::{Screen, screen};
use crate::host::browser::{is_visible, now, uuid};
use crate::host::{Host, HostError, Watch};

/// A session at work.
pub struct Engine {
    session: RefCell<Session>,
    host: Rc<dyn Host>,
    on_screen: RefCell<Callback<Rc<Screen>>>,
    watch: RefCell<Option<Box<dyn Watch>>>,
    retry: RefCell<Option<Timeout>>,
    return_to: RefCell<Option<EventListener>>,
    gate: RefCell<Option<Gate>>,
    retired: Cell<bool>,
}

/// What is drawn in place of a new screen.
type Gate = Rc<dyn Fn(Screen) -> Screen>;

impl Engine {
    /// Sets a session to work with its host; what the user had done on an earlier visit is sent first.
    pub fn start(session: Session, host: Rc<dyn Host>) -> Rc<Self> {
        let engine = Rc::new(Self {
            session: RefCell::new(session),
            host,
            on_screen: RefCell::default(),
            watch: RefCell::default(),
            retry: RefCell::default(),
            return_to: RefCell::default(),
            gate: RefCell::default(),
            retired: Cell::new(false),
        });
        let kept = engine.host.kept();
        if !kept.is_empty() {
            engine.happened(Event::Replayed(kept));
        }
        engine.take_orphaned();
        let returning = Rc::downgrade(&engine);
        let document = web_sys::window().and_then(|window| window.document());
        *engine.return_to.borrow_mut() = document.map(|document| {
            EventListener::new(&document, "visibilitychange", move |_| {
                if let Some(engine) = returning.upgrade().filter(|_| is_visible()) {
                    engine.take_orphaned();
                }
            })
        });
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

    /// Takes over what the user did in tabs that are gone.
    fn take_orphaned(self: &Rc<Self>) {
        let engine = Rc::downgrade(self);
        let is_sought = self.host.orphaned(Rc::new(move |kept| {
            let at_work = engine.upgrade().filter(|engine| !engine.retired.get());
            if let Some(engine) = &at_work {
                engine.happened(kept.map_or(Event::Seeking(false), Event::Replayed));
            }
            at_work.is_some()
        }));
        if is_sought {
            self.happened(Event::Seeking(true));
        }
    }

    /// What to draw now.
    pub fn screen(&self) -> Rc<Screen> {
        Rc::new(screen(&self.session.borrow()))
    }

    /// From now on this is told of every new screen.
    pub fn on_screen(&self, callback: Callback<Rc<Screen>>) {
        *self.on_screen.borrow_mut() = callback;
    }

    /// From now on this says what is drawn in place of a new screen.
    pub fn guard(&self, gate: impl Fn(Screen) -> Screen + 'static) {
        *self.gate.borrow_mut() = Some(Rc::new(gate));
    }

    /// Asks the host for everything anew.
    pub fn refresh(self: &Rc<Self>) {
        self.perform(Effect::Read);
    }

    /// Ends the work for good, whatever still comes, and gives what another session of this user goes on with.
    pub fn retire(&self) -> Leaving {
        self.retired.set(true);
        drop((self.watch.take(), self.retry.take(), self.return_to.take()));
        self.session.borrow().leaving()
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
        if self.retired.get() {
            return;
        }
        let session = self.session.borrow().clone();
        let (session, effects) = session.update(event);
        *self.session.borrow_mut() = session;
        self.draw();
        for effect in effects {
            self.perform(effect);
        }
    }

    /// Draws what there is now.
    pub fn draw(&self) {
        let mut screen = screen(&self.session.borrow());
        let (gate, callback) = (self.gate.borrow().clone(), self.on_screen.borrow().clone());
        if let Some(gate) = gate {
            screen = gate(screen);
        }
        callback.emit(Rc::new(screen));
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
