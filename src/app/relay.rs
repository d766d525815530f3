//! When and how the first stage hands over to the whole app: at the first page that it cannot draw, with everything
//! that the user did. Until the whole is there it goes on itself, and that page says that it is on its way.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::Callback;

use super::engine::Engine;
use super::{Drawing, Stage};
use crate::core::room::Place;
use crate::core::view::{NavEntry, Page, Screen};
use crate::host::json;
use crate::host::moodle::{MoodleHost, stages};
use crate::protocol::handover::Handover;
use crate::ui::waiting::{Progress, Waiting};

/// Waits for the page that the first stage cannot draw.
pub(super) struct Relay {
    root: Element,
    engine: Weak<Engine>,
    host: Rc<MoodleHost>,
    stage: RefCell<Option<(Stage, Drawing)>>,
    course: Cell<Course>,
    /// Where the group was as drawn last.
    drawn: RefCell<Vec<NavEntry>>,
    /// The whole app was asked for and could not be had.
    tried: Cell<bool>,
}

/// How far the whole app is.
#[derive(Clone, Copy, PartialEq)]
enum Course {
    /// Nobody needs it yet.
    Idle,
    /// On its way.
    Fetching,
    /// It takes over in a moment.
    Starting,
    /// It could not be had.
    Failed,
}

impl Relay {
    /// One that watches what this engine wants to have drawn.
    pub fn new(root: Element, engine: &Rc<Engine>, host: Rc<MoodleHost>) -> Rc<Self> {
        let relay = Rc::new(Self {
            root,
            engine: Rc::downgrade(engine),
            host,
            stage: RefCell::default(),
            course: Cell::new(Course::Idle),
            drawn: RefCell::new(engine.screen().nav.clone()),
            tried: Cell::new(false),
        });
        let watching = relay.clone();
        engine.guard(move |screen| watching.drawable(screen));
        relay
    }

    /// The app was mounted so.
    pub fn is_drawn_on(self: &Rc<Self>, stage: Stage, drawing: Drawing) {
        *self.stage.borrow_mut() = Some((stage, drawing));
        if let Some(engine) = self.engine.upgrade() {
            engine.draw();
        }
    }

    /// How it stands with the whole app, for the page that waits for it.
    pub fn waiting(self: &Rc<Self>) -> Waiting {
        let relay = self.clone();
        let progress = match self.course.get() {
            Course::Idle | Course::Fetching => Progress::Coming,
            Course::Starting => Progress::There,
            Course::Failed => Progress::Failed,
        };
        Waiting { progress, tried: self.tried.get(), again: Callback::from(move |()| relay.fetch()) }
    }

    /// What is drawn in place of a screen. Where the whole app is at hand the page changes, so that fields that are left
    /// save what stands in them, but nobody moves: that is for the whole to draw, or it would be read aloud twice.
    fn drawable(self: &Rc<Self>, mut screen: Screen) -> Screen {
        match (is_further(&screen), self.course.get()) {
            (true, Course::Idle) => {
                if stages::is_there() {
                    self.course.set(Course::Starting);
                }
                self.fetch();
            }
            // Who comes there again has it tried again.
            (false, Course::Failed) => self.course.set(Course::Idle),
            _ => {}
        }
        if self.course.get() == Course::Starting {
            screen.nav.clone_from(&self.drawn.borrow());
        } else {
            self.drawn.borrow_mut().clone_from(&screen.nav);
        }
        screen
    }

    fn fetch(self: &Rc<Self>) {
        if self.course.get() != Course::Starting {
            self.course.set(Course::Fetching);
        }
        self.redraw();
        let relay = self.clone();
        spawn_local(async move {
            if let Err(reason) = relay.hand_over().await {
                web_sys::console::error_2(&"leerlandschap:".into(), &reason);
                relay.course.set(Course::Failed);
                relay.tried.set(true);
                relay.redraw();
                // What was held back.
                if let Some(engine) = relay.engine.upgrade() {
                    engine.draw();
                }
            }
        });
    }

    /// Fails where the whole app cannot be had or does not start.
    async fn hand_over(self: &Rc<Self>) -> Result<(), JsValue> {
        let start = stages::fetch().await?;
        // Who has gone back meanwhile is at work, and not to be disturbed.
        if !self.engine.upgrade().is_some_and(|engine| is_further(&engine.screen())) {
            self.course.set(Course::Idle);
            return Ok(());
        }
        self.course.set(Course::Starting);
        self.redraw();
        let relay = self.clone();
        stages::start(&start, move || relay.leave()).await?;
        // It took over, or found something wrong with the page before it could.
        if self.stage.borrow().is_some() { Err("not taken over".into()) } else { Ok(()) }
    }

    /// Leaves the place, and gives everything that is known here.
    fn leave(&self) -> JsValue {
        let (Some(engine), Some((stage, _))) = (self.engine.upgrade(), self.stage.take()) else {
            return JsValue::NULL;
        };
        let screen = engine.screen();
        let leaving = engine.retire();
        let (reply, at) = self.host.newest();
        let focus = leaving.looking_at.is_some() || self.has_focus();
        let say = !focus && group_place(&screen.nav) != group_place(&self.drawn.borrow());
        let handover = Handover::new(&leaving, self.host.tab().to_owned(), at, focus, say);
        stage.clear();
        let object = json::to_js(&handover).map_or(JsValue::NULL, JsValue::from);
        // A fresh object takes every member.
        let _ = js_sys::Reflect::set(&object, &"reply".into(), &reply);
        object
    }

    /// Whether the focus is inside the app, and would be lost with what has it.
    fn has_focus(&self) -> bool {
        let active = self.root.owner_document().and_then(|document| document.active_element());
        active.is_some_and(|element| self.root.contains(Some(&element)))
    }

    fn redraw(self: &Rc<Self>) {
        if let Some((stage, drawing)) = &*self.stage.borrow() {
            stage.draw(Drawing { waiting: self.waiting(), ..drawing.clone() });
        }
    }
}

/// Where the group is, by the way through the exercise.
fn group_place(nav: &[NavEntry]) -> Option<&Place> {
    nav.iter().find(|entry| entry.current).map(|entry| &entry.place)
}

fn is_further(screen: &Screen) -> bool {
    matches!(screen.page, Page::Further(_))
}
