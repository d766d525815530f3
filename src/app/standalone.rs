//! The standalone page: texts and format are fetched, the meeting lives in the browser.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, Response, Storage, Url};
use yew::Callback;

use super::engine::Engine;
use super::{Drawing, Stage, give_up, mount, root};
use crate::core::format::{self, Exercise};
use crate::core::refusal::Refusal;
use crate::core::session::{Event, Session};
use crate::host::browser::now;
use crate::host::json;
use crate::host::standalone::StandaloneHost;
use crate::host::{Answer, Host, HostError};
use crate::i18n::{Catalogue, Key};
use crate::protocol::embedded::strings;
use crate::ui::standalone::{ControlIntent, StandaloneControls};

/// The exercise that the page runs.
const FORMAT: &str = "formats/leerlandschap.json";
/// The languages of the interface, with their own names; the first is the one to fall back to.
const LANGUAGES: &[(&str, &str)] = &[("nl", "Nederlands"), ("en", "English")];
/// Where the chosen language is kept.
const LANGUAGE_KEY: &str = "leerlandschap:language";

/// Starts the page in the element that waits for the app, and has it say so where that fails.
pub fn start() {
    let Some(root) = root() else {
        return;
    };
    spawn_local(async move {
        if let Err(reason) = run(root.clone()).await {
            give_up(&root, &reason);
        }
    });
}

/// Fails with what the browser says where a file of the page cannot be had.
async fn run(root: Element) -> Result<(), JsValue> {
    let language = preferred_language();
    let catalogue = catalogue(&language).await?;
    let exercise = Rc::new(exercise().await?);
    let failed = |what: &str| JsValue::from_str(what);
    let host = Rc::new(StandaloneHost::open(exercise.clone()).await.map_err(|it| failed(it.code()))?);
    let first = host.read(0).await.map_err(|_| failed("meeting"))?;
    let me = first.me.clone().ok_or_else(|| failed("me"))?;
    let session = Session::new(exercise.clone(), exercise.language(&language), first, me, now());
    let engine = Engine::start(session, host.clone());
    let lost = engine.clone();
    host.on_lost(Rc::new(move || lost.happened(Event::StorageLost)));
    let page = Rc::new(Page { engine: engine.clone(), host, exercise, stage: RefCell::new(None) });
    let drawing = page.drawing(&language, catalogue);
    *page.stage.borrow_mut() = Some(mount(root, engine, drawing));
    Ok(())
}

struct Page {
    engine: Rc<Engine>,
    host: Rc<StandaloneHost>,
    exercise: Rc<Exercise>,
    stage: RefCell<Option<Stage>>,
}

impl Page {
    fn drawing(self: &Rc<Self>, language: &str, catalogue: Rc<Catalogue>) -> Drawing {
        let title = self.exercise.title.get(self.exercise.language(language));
        describe_document(language, &title);
        let (page, words) = (self.clone(), catalogue.clone());
        let controls = StandaloneControls {
            languages: LANGUAGES.iter().map(|(code, name)| ((*code).into(), (*name).into())).collect(),
            language: language.to_owned().into(),
            address: address().into(),
            on: Callback::from(move |intent| page.carry_out(intent, &words)),
        };
        Drawing { catalogue, controls: Some(controls) }
    }

    fn carry_out(self: &Rc<Self>, intent: ControlIntent, words: &Catalogue) {
        match intent {
            ControlIntent::Language(language) => self.speak(language),
            ControlIntent::StartOver => self.take(self.host.start_over(), None),
            ControlIntent::Import(json) => self.take(self.host.import(&json), Some(words.text(Key::ImportWrong))),
            ControlIntent::Export => {
                let (engine, exported) = (self.engine.clone(), self.host.export());
                let failed = words.text(Key::ExportFailed);
                spawn_local(async move {
                    let saved = exported.await.is_ok_and(|json| save_file("leerlandschap.json", &json).is_ok());
                    if !saved {
                        engine.happened(Event::Denied(Refusal::StorageFull, Some(failed)));
                    }
                });
            }
        }
    }

    /// Another meeting takes the place of this one; what is none is refused, in the words `wrong` where there are.
    fn take(self: &Rc<Self>, answer: Answer<crate::core::session::Update>, wrong: Option<Rc<str>>) {
        let engine = self.engine.clone();
        spawn_local(async move {
            engine.was_told(match answer.await {
                Err(HostError::Refused(Refusal::BadValue, None)) => Err(HostError::Refused(Refusal::BadValue, wrong)),
                answer => answer,
            });
        });
    }

    fn speak(self: &Rc<Self>, language: String) {
        let page = self.clone();
        spawn_local(async move {
            let Ok(catalogue) = catalogue(&language).await else {
                return;
            };
            // A blocked storage only means that the choice is asked for again.
            let _ = storage().map(|storage| storage.set_item(LANGUAGE_KEY, &language));
            let drawing = page.drawing(&language, catalogue);
            if let Some(stage) = page.stage.borrow().as_ref() {
                stage.draw(drawing);
            }
            page.engine.speak(page.exercise.language(&language));
        });
    }
}

/// The language chosen before, or the browser's, or the first.
fn preferred_language() -> String {
    let known = |code: &str| LANGUAGES.iter().any(|(it, _)| *it == code);
    let chosen = storage().and_then(|storage| storage.get_item(LANGUAGE_KEY).ok().flatten());
    let browsers = web_sys::window().and_then(|window| window.navigator().language());
    let base = browsers.map(|code| code.chars().take(2).collect::<String>().to_lowercase());
    let fallback = LANGUAGES.first().map_or("", |(code, _)| code);
    chosen.or(base).filter(|code| known(code)).unwrap_or_else(|| fallback.to_owned())
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

async fn catalogue(language: &str) -> Result<Rc<Catalogue>, JsValue> {
    let text = fetch(&format!("lang/{language}.json")).await?;
    let strings = json::read(&text).and_then(|json| strings(&json).ok());
    let strings = strings.ok_or_else(|| JsValue::from_str("lang"))?;
    Ok(Rc::new(Catalogue::new(strings)))
}

async fn exercise() -> Result<Exercise, JsValue> {
    let file = json::read(&fetch(FORMAT).await?).ok_or(JsValue::from_str(FORMAT))?;
    format::read(&file).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        JsValue::from_str(&lines.join("\n"))
    })
}

async fn fetch(url: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from_str(url));
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
}

fn address() -> String {
    let window = web_sys::window();
    window.and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The document's language and title, for screen readers and tabs.
fn describe_document(language: &str, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language);
    }
}

fn save_file(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
