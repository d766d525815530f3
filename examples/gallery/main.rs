//! Every page in its states, from made-up screens: to look at while the look is worked on.
//!
//! `tests/gallery/shots.mjs` opens it; the page's hash names the state.

mod screens;

use std::collections::BTreeMap;
use std::rc::Rc;

use leerlandschap::i18n::Catalogue;
use leerlandschap::ui::arrival::Arrival;
use leerlandschap::ui::exercise::{Exercise, ExerciseProps};
use leerlandschap::ui::standalone::StandaloneControls;
use leerlandschap::ui::start_over::Required;
use leerlandschap::ui::waiting::{Progress, Waiting};
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
        formats: vec![
            ("?format=leerlandschap".into(), "Het leerlandschap in kaart".into()),
            ("?format=leerkring".into(), "Leerkring".into()),
        ],
        format: 0,
        editor: "edit.html".into(),
        required: Required { hidden: false, min_answers: 3 },
        address: "".into(),
        on: Callback::noop(),
    });
    let tried = state == "further-failed";
    let progress = if tried { Progress::Failed } else { Progress::Coming };
    let props = ExerciseProps {
        screen: Rc::new(screens::screen(&state)),
        on: Callback::noop(),
        catalogue: Rc::new(Catalogue::new(texts)),
        controls,
        ask_name: !moodle,
        shared: if moodle { "#shared".into() } else { String::new().into() },
        arrival: Arrival::default(),
        waiting: Waiting { progress, tried, again: Callback::noop() },
    };
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("leerlandschap-app"));
    if let Some(root) = root {
        yew::Renderer::<Exercise>::with_root_and_props(root, props).render();
    }
}
