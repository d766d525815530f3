//! The one place that wires core, host and screens together.

pub mod bigscreen;
pub mod editor;
mod engine;
pub mod moodle;
pub mod opening;
mod relay;
pub mod report;
pub mod standalone;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use self::engine::Engine;
use crate::core::intent::Intent;
use crate::core::view::Screen;
use crate::i18n::Catalogue;
use crate::ui::arrival::Arrival;
use crate::ui::exercise::Exercise;
use crate::ui::standalone::StandaloneControls;
use crate::ui::waiting::Waiting;

/// The element that the app is mounted in.
const ROOT: &str = "leerlandschap-app";
/// The paragraph with this `data-message` is shown where the app cannot start.
const FAILED: &str = "[data-message=loadfailed]";

/// The element that waits for the app.
fn root() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ROOT)
}

/// Shows the page's own message, and tells developers why.
fn give_up(root: &Element, reason: &JsValue) {
    if let Ok(Some(message)) = root.query_selector(FAILED) {
        let _ = message.remove_attribute("hidden");
    }
    let _ = root.set_attribute("data-state", "failed");
    web_sys::console::error_2(&"leerlandschap:".into(), reason);
}

/// Starts what `run` makes in the element that waits for it, and has the page say so where that fails.
fn launch<Running>(run: impl FnOnce(Element) -> Running)
where
    Running: Future<Output = Result<(), JsValue>> + 'static,
{
    let Some(root) = root() else {
        return;
    };
    let running = run(root.clone());
    spawn_local(async move {
        if let Err(reason) = running.await {
            give_up(&root, &reason);
        }
    });
}

/// What is drawn besides the screen.
#[derive(Clone, PartialEq)]
struct Drawing {
    catalogue: Rc<Catalogue>,
    controls: Option<StandaloneControls>,
    /// How it stands with the whole app, in the first stage.
    waiting: Waiting,
    /// How the user comes here.
    arrival: Arrival,
    /// Where other groups' outcomes are shown; empty where they are not.
    shared: AttrValue,
}

impl Drawing {
    /// With these words.
    fn new(catalogue: Rc<Catalogue>) -> Self {
        Self {
            catalogue,
            controls: None,
            waiting: Waiting::default(),
            arrival: Arrival::default(),
            shared: AttrValue::default(),
        }
    }
}

/// The running app, to draw it otherwise.
struct Stage {
    redraw: Rc<RefCell<Callback<Drawing>>>,
    app: AppHandle<App>,
}

impl Stage {
    fn draw(&self, drawing: Drawing) {
        let redraw = self.redraw.borrow().clone();
        redraw.emit(drawing);
    }

    /// Takes the app off the page.
    fn clear(self) {
        self.app.destroy();
    }
}

/// The page shows the app from now on, in the look of its host.
fn mark_running(root: &Element, host: &str) {
    let _ = root.class_list().add_1(host);
    let _ = root.set_attribute("data-state", "running");
}

/// Each time in an element of its own: what is destroyed later clears nothing that came after it.
fn mount(root: &Element, engine: Rc<Engine>, drawing: Drawing) -> Stage {
    let host = if drawing.controls.is_some() { "ll-standalone" } else { "ll-in-moodle" };
    mark_running(root, host);
    let redraw = Rc::new(RefCell::new(Callback::noop()));
    let props = AppProps { engine: Shared(engine), drawing, redraw: Shared(redraw.clone()) };
    let place = root.owner_document().and_then(|document| document.create_element("div").ok());
    let place = place.unwrap_or_else(|| root.clone());
    root.replace_children_with_node_1(&place);
    let app = yew::Renderer::<App>::with_root_and_props(place, props).render();
    Stage { redraw, app }
}

/// Compared by identity.
struct Shared<T>(Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What an engine has to draw, at every change of it, and what takes the user's intents to it.
#[hook]
fn use_engine(engine: &Rc<Engine>) -> (Rc<Screen>, Callback<Intent>) {
    let screen = use_state_eq(|| engine.screen());
    {
        let (engine, screen) = (engine.clone(), screen.setter());
        use_effect_with((), move |()| engine.on_screen(Callback::from(move |next| screen.set(next))));
    }
    let engine = engine.clone();
    let on = use_callback((), move |intent: Intent, ()| engine.intend(intent));
    ((*screen).clone(), on)
}

#[derive(Properties, PartialEq)]
struct AppProps {
    engine: Shared<Engine>,
    drawing: Drawing,
    redraw: Shared<RefCell<Callback<Drawing>>>,
}

#[component]
fn App(props: &AppProps) -> Html {
    let (screen, on) = use_engine(&props.engine.0);
    let drawing = use_state_eq(|| props.drawing.clone());
    {
        let (redraw, drawing) = (props.redraw.0.clone(), drawing.setter());
        use_effect_with((), move |()| *redraw.borrow_mut() = Callback::from(move |next| drawing.set(next)));
    }
    html! {
        <Exercise {screen} {on} catalogue={drawing.catalogue.clone()}
            controls={drawing.controls.clone()} ask_name={drawing.controls.is_some()}
            waiting={drawing.waiting.clone()} arrival={drawing.arrival}
            shared={drawing.shared.clone()} />
    }
}
