//! The one place that wires core, host and screens together.

mod engine;
pub mod moodle;
pub mod standalone;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use self::engine::Engine;
use crate::core::intent::Intent;
use crate::i18n::Catalogue;
use crate::ui::exercise::Exercise;
use crate::ui::standalone::StandaloneControls;

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

/// What is drawn besides the screen.
#[derive(Clone, PartialEq)]
struct Drawing {
    catalogue: Rc<Catalogue>,
    controls: Option<StandaloneControls>,
}

/// The running app, to draw it otherwise.
struct Stage {
    redraw: Rc<RefCell<Callback<Drawing>>>,
}

impl Stage {
    fn draw(&self, drawing: Drawing) {
        let redraw = self.redraw.borrow().clone();
        redraw.emit(drawing);
    }
}

fn mount(root: Element, engine: Rc<Engine>, drawing: Drawing) -> Stage {
    let host = if drawing.controls.is_some() { "ll-standalone" } else { "ll-in-moodle" };
    let _ = root.class_list().add_1(host);
    let _ = root.set_attribute("data-state", "running");
    let redraw = Rc::new(RefCell::new(Callback::noop()));
    let props = AppProps { engine: Shared(engine), drawing, redraw: Shared(redraw.clone()) };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    Stage { redraw }
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

#[derive(Properties, PartialEq)]
struct AppProps {
    engine: Shared<Engine>,
    drawing: Drawing,
    redraw: Shared<RefCell<Callback<Drawing>>>,
}

#[component]
fn App(props: &AppProps) -> Html {
    let engine = props.engine.0.clone();
    let screen = use_state_eq(|| engine.screen());
    let drawing = use_state_eq(|| props.drawing.clone());
    {
        let (engine, redraw) = (engine.clone(), props.redraw.0.clone());
        let (screen, drawing) = (screen.setter(), drawing.setter());
        use_effect_with((), move |()| {
            *redraw.borrow_mut() = Callback::from(move |next| drawing.set(next));
            engine.on_screen(Callback::from(move |next| screen.set(next)));
        });
    }
    let on = use_callback((), move |intent: Intent, ()| engine.intend(intent));
    html! {
        <Exercise screen={(*screen).clone()} {on} catalogue={drawing.catalogue.clone()}
            controls={drawing.controls.clone()} ask_name={drawing.controls.is_some()} />
    }
}
