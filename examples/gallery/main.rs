//! Every page in its states, from made-up screens: to look at while the look is worked on.
//!
//! `tests/gallery/shots.mjs` opens it; the page's hash names the state.

mod screens;

use std::collections::BTreeMap;
use std::rc::Rc;

use leerlandschap::i18n::Catalogue;
use leerlandschap::ui::exercise::{Exercise, ExerciseProps};
use leerlandschap::ui::standalone::StandaloneControls;
use yew::prelude::*;

fn embedded(id: &str) -> String {
    let document = web_sys::window().and_then(|window| window.document());
    document
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}

fn main() {
    let texts: BTreeMap<String, String> = serde_json::from_str(&embedded("strings")).unwrap_or_default();
    let (state, moodle) = (embedded("state"), embedded("host") == "moodle");
    let controls = (!moodle).then(|| StandaloneControls {
        languages: vec![("nl".into(), "Nederlands".into()), ("en".into(), "English".into())],
        language: embedded("language").into(),
        address: "".into(),
        on: Callback::noop(),
    });
    let props = ExerciseProps {
        screen: Rc::new(screens::screen(&state)),
        on: Callback::noop(),
        catalogue: Rc::new(Catalogue::new(texts)),
        controls,
        ask_name: !moodle,
    };
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("leerlandschap-app"));
    if let Some(root) = root {
        yew::Renderer::<Exercise>::with_root_and_props(root, props).render();
    }
}
