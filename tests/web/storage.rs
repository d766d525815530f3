//! The standalone meeting in the browser's storage: what cannot be read is put aside, never overwritten, and a meeting
//! keeps the exercise that it began with, in every tab and in every browser it is taken to.

use std::cell::RefCell;
use std::rc::Rc;

use leerlandschap::core::command::Command;
use leerlandschap::core::format::{Fault, Problem};
use leerlandschap::host::standalone::{Edition, News, SETTINGS, StandaloneHost};
use leerlandschap::host::{Host, HostError, json};
use leerlandschap::protocol::meeting_file::Unfit;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::*;

const FORMAT: &str = include_str!("../../static/formats/leerlandschap.json");

/// Runs a request to the meetings' store and hands its result back as JSON.
async fn stored(request: &str) -> String {
    let script = format!(
        "new Promise((resolve, reject) => {{
            const opened = indexedDB.open('leerlandschap', 1);
            opened.onerror = reject;
            opened.onsuccess = () => {{
                const store = opened.result.transaction('meetings', 'readwrite').objectStore('meetings');
                const asked = store.{request};
                asked.onerror = reject;
                asked.onsuccess = () => {{ opened.result.close(); resolve(JSON.stringify(asked.result)); }};
            }};
        }})"
    );
    let promise: js_sys::Promise = js_sys::eval(&script).unwrap().unchecked_into();
    JsFuture::from(promise).await.unwrap_or(JsValue::NULL).as_string().unwrap_or_default()
}

fn format() -> Value {
    json::read(FORMAT).unwrap()
}

/// The exercise with another title.
fn edited() -> Value {
    let mut edited = format();
    edited["title"]["nl"] = "Anders".into();
    edited
}

fn title(host: &StandaloneHost) -> String {
    host.exercise().title.get(host.exercise().language("nl")).to_string()
}

async fn host(exercise: &Value) -> StandaloneHost {
    StandaloneHost::open("leerlandschap", Edition::of(exercise).unwrap()).await
}

/// What a host tells of its own accord.
fn told(host: &StandaloneHost) -> Rc<RefCell<Vec<News>>> {
    let told = Rc::new(RefCell::new(Vec::new()));
    let telling = told.clone();
    host.on_news(Rc::new(move |news| telling.borrow_mut().push(news)));
    told
}

async fn join(host: &StandaloneHost) {
    host.send(vec![Command::Join { name: "Anna".into() }], 0).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_meeting_that_cannot_be_read_is_put_aside_and_told() {
    // The database is the host's to make.
    let host = host(&format()).await;
    stored("put('{\"protocol\":99}', 'leerlandschap')").await;

    let fresh = host.enter().await.unwrap();
    assert_eq!(fresh.revision, 1);
    let told = told(&host);
    assert_eq!(*told.borrow(), [News::PutAside]);

    let again = host.read(0).await.unwrap();
    assert_eq!(again.room.unwrap().meeting, fresh.room.unwrap().meeting);
    assert_eq!(told.borrow().len(), 1, "told again");
    assert_eq!(stored("count()").await, "2");
    let kept = stored("getAll()").await;
    assert!(kept.contains(r#"{\"protocol\":99}"#), "{kept}");
    stored("clear()").await;
}

#[wasm_bindgen_test]
async fn a_meeting_goes_on_with_the_exercise_that_it_began_with() {
    let first = host(&format()).await;
    first.enter().await.unwrap();
    // Nobody has joined yet: a tab that comes with an edited exercise brings it along.
    let second = host(&edited()).await;
    second.enter().await.unwrap();
    assert_eq!(title(&second), "Anders");
    join(&second).await;
    // Now somebody has.
    let third = host(&format()).await;
    third.enter().await.unwrap();
    assert_eq!(title(&third), "Anders");
    // The first tab still shows the other exercise: it is told, and nothing of the meeting is taken for its own.
    let told = told(&first);
    assert_eq!(first.read(0).await, Err(HostError::Unreachable));
    assert_eq!(*told.borrow(), [News::AnotherExercise]);
    let followed = first.follow().await.unwrap();
    assert_eq!((title(&first).as_str(), followed.room.unwrap().people.len()), ("Anders", 1));
    stored("clear()").await;
}

#[wasm_bindgen_test]
async fn a_file_brings_its_exercise_along() {
    let away = host(&edited()).await;
    away.enter().await.unwrap();
    join(&away).await;
    let file = away.export().await.unwrap();
    stored("clear()").await;

    let here = host(&format()).await;
    here.enter().await.unwrap();
    let told = told(&here);
    assert_eq!(here.import(&file).unwrap().await, Ok(None));
    assert_eq!(*told.borrow(), [News::AnotherExercise]);
    let followed = here.follow().await.unwrap();
    let people = followed.room.unwrap().people;
    assert_eq!((title(&here).as_str(), people.len(), people[0].present), ("Anders", 1, false));
    // Starting over takes the exercise that is given, and says so.
    assert_eq!(here.start_over(Edition::of(&format()).unwrap(), SETTINGS).await, Ok(None));
    here.follow().await.unwrap();
    assert_ne!(title(&here), "Anders");
    // Where it is the same one, this tab simply goes on.
    let fresh = here.start_over(Edition::of(&format()).unwrap(), SETTINGS).await.unwrap().unwrap();
    assert!(fresh.room.unwrap().people.is_empty());
    stored("clear()").await;
}

#[wasm_bindgen_test]
async fn a_file_with_a_wrong_exercise_changes_nothing() {
    let host = host(&format()).await;
    host.enter().await.unwrap();
    join(&host).await;
    let mut file = json::read(&host.export().await.unwrap()).unwrap();
    file["exercise"]["steps"][0]["block"] = "dance".into();
    let problem = Problem { at: "/steps/0/block".to_owned(), fault: Fault::UnknownBlock };
    match host.import(&json::write(&file).unwrap()) {
        Err(Unfit::Exercise(problems)) => assert!(problems.contains(&problem), "{problems:?}"),
        _ => panic!("taken"),
    }
    assert!(matches!(host.import("{}"), Err(Unfit::Meeting(_))));
    assert_eq!(host.read(0).await.unwrap().room.unwrap().people.len(), 1);
    stored("clear()").await;
}

#[wasm_bindgen_test]
fn what_is_nested_without_end_is_not_read() {
    let nested = |deep: usize| ["[".repeat(deep), "]".repeat(deep)].concat();
    assert!(json::read(&nested(64)).is_some());
    assert!(json::read(&nested(65)).is_none());
    assert!(json::read(&nested(100_000)).is_none());
    assert!(json::read(&["{\"a\":".repeat(65), "0".to_owned(), "}".repeat(65)].concat()).is_none());
}
