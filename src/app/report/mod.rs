//! The page with the report on the meetings of an activity.

mod document;

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use self::document::WordModule;
use super::{Shared, give_up, mark_running, root};
use crate::core::drawing::svg;
use crate::core::format;
use crate::core::report::chart::Picture;
use crate::core::report::{Address, Facts, Trouble};
use crate::host::browser::{reload, save_bytes, storage};
use crate::host::moodle::report::ReportDesk;
use crate::host::{Answer, HostError, picture};
use crate::i18n::Catalogue;
use crate::protocol::Malformed;
use crate::protocol::report::ReportPage as Wire;
use crate::ui::report::{Ask, Done, ReportFacts, ReportPage, facts};

/// The script element with what the page holds for the report.
const DATA: &str = "leerlandschap-data";

/// The most characters of a file's name.
const NAME_LIMIT: usize = 80;
/// Where this device keeps the kind of file that was chosen last.
const FORMAT: &str = "leerlandschap:report:format";

/// Starts it in the element that waits for it, and has the page say so where that fails.
pub fn start() {
    let Some(root) = root() else {
        return;
    };
    match read() {
        Ok((page, word)) => {
            mark_running(&root, "ll-in-moodle");
            mount(root, page, word);
        }
        Err(reason) => give_up(&root, &reason.to_string().into()),
    }
}

fn mount(root: Element, page: ReportFacts, word: Option<WordModule>) {
    let props = Props { page: Shared(Rc::new(page)), word: Shared(Rc::new(word)) };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}

/// What the page holds, and where what makes Word files is.
fn read() -> Result<(ReportFacts, Option<WordModule>), Malformed> {
    let document = web_sys::window().and_then(|window| window.document());
    let data = document.and_then(|document| document.get_element_by_id(DATA));
    let text = data.and_then(|element| element.text_content()).ok_or(Malformed("data"))?;
    // Not by the browser's own reader, whose values come over one by one: with 200 groups that takes longer than all else.
    let value = serde_json::from_str(&text).map_err(|_| Malformed("data"))?;
    let page = Wire::read(&value)?;
    let exercise = format::read(page.exercise).map_err(|_| Malformed("exercise"))?;
    let language = exercise.language(page.lang);
    let catalogue = Rc::new(Catalogue::new(page.strings));
    let told = Facts { report: page.report, exercise: Rc::new(exercise), language };
    let word = page.document.map(|(script, wasm)| WordModule::new(script, wasm));
    let facts = ReportFacts {
        language: page.lang.replace('_', "-").into(),
        word: word.is_some(),
        cmid: page.cmid,
        gradebook: page.gradebook.map(|url| url.to_owned().into()),
        export: page.export.to_owned().into(),
        formats: page.formats.into_iter().map(|(id, name)| (id.into(), name.into())).collect(),
        last_format: last_format().into(),
        ..facts(Rc::new(told), catalogue)
    };
    Ok((facts, word))
}

#[derive(Properties, PartialEq)]
struct Props {
    page: Shared<ReportFacts>,
    word: Shared<Option<WordModule>>,
}

#[component]
fn App(props: &Props) -> Html {
    let page = use_state(|| props.page.0.clone());
    let address = use_state(|| here(&page));
    let saved = use_state(|| None::<bool>);
    {
        let (page, address, saved) = (page.clone(), address.setter(), saved.setter());
        use_effect_with((), move |()| {
            let window = web_sys::window();
            let moved = move |_: &web_sys::Event| {
                address.set(here(&page));
                saved.set(None);
            };
            let listener = window.map(|window| EventListener::new(&window, "hashchange", moved));
            move || drop(listener)
        });
    }
    let word = props.word.0.clone();
    let desk = use_memo((), |()| ReportDesk::new(props.page.0.cmid));
    let language = page.facts.exercise.code(page.facts.language);
    let told = saved.setter();
    let on = use_callback((), move |ask: Ask, ()| match ask {
        Ask::Go(address) => go(&address),
        Ask::Picture(picture) => {
            let told = told.clone();
            // Told anew, so that the same words are read aloud again.
            told.set(None);
            spawn_local(async move { told.set(Some(save(&picture).await.is_ok())) });
        }
        Ask::SetStatus(wanted, done) => answer(desk.set_status(&wanted), done),
        Ask::Outcome(meeting, done) => answer(desk.outcome(&meeting), done),
        Ask::People(asked, done) => answer(desk.people(&asked, &language), done),
        Ask::Document(it, file, made) => document::save(word.clone(), it, file, made),
        Ask::KeepFormat(format) => keep_format(&format),
        Ask::Reload => reload(),
    });
    html! { <ReportPage page={(*page).clone()} address={(*address).clone()} saved={*saved} {on} /> }
}

/// The width of pictures.
const WIDTH: f32 = 960.0;

/// Saves a chart as a picture.
async fn save(it: &Picture) -> Result<(), JsValue> {
    let drawing = it.drawing(WIDTH);
    let bytes = picture::png(&svg(&drawing), drawing.width, drawing.height).await?;
    let name = [&*it.source.activity, " - ", &it.title].concat();
    save_bytes(&[&file_name(&name), ".png"].concat(), picture::PNG, &bytes)
}

/// A name without what file systems do not take, and not without end.
fn file_name(name: &str) -> String {
    let taken = |c: char| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c };
    name.chars().map(taken).take(NAME_LIMIT).collect::<String>().trim().to_owned()
}

/// Hands on what the host answers, once it does.
fn answer<T: 'static>(answer: Answer<T>, done: Done<T>) {
    spawn_local(async move {
        done.emit(answer.await.map_err(|error| match error {
            HostError::Refused(refusal, text) => Trouble::Refused(refusal, text),
            HostError::LoggedOut => Trouble::LoggedOut,
            HostError::Unreachable => Trouble::Unreachable,
        }));
    });
}

/// The kind of file that was chosen last time on this device; empty where there is none.
fn last_format() -> String {
    storage().and_then(|storage| storage.get_item(FORMAT).ok().flatten()).unwrap_or_default()
}

/// Where the browser keeps nothing, the first kind of file is offered next time.
fn keep_format(format: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(FORMAT, format);
    }
}

/// Where the page's address says that the reader is.
fn here(page: &ReportFacts) -> Address {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    Address::read(&fragment, &page.facts.report)
}

/// The browser then tells that the address is another one, also when the reader goes back.
fn go(address: &Address) {
    if let Some(window) = web_sys::window() {
        // Setting a fragment cannot fail.
        let _ = window.location().set_hash(&address.write());
    }
}
