//! What tabs keep: each for itself, taken over once when its tab is gone, and never by another user.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use leerlandschap::core::session::Kept;
use leerlandschap::host::OnOrphan;
use leerlandschap::host::shelves::Shelves;
use wasm_bindgen_test::*;
use web_sys::{Event, Storage};

fn storage() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn with_draft(text: &str) -> Kept {
    Kept { drafts: vec![(text.into(), text.into())], ..Kept::default() }
}

/// The texts of drafts that a tab is handed over, as they come.
fn orphaned(shelves: &Rc<Shelves>) -> Rc<RefCell<Vec<String>>> {
    seek(shelves).1
}

/// Whether it takes a while, the texts as they come, and how many had come when it was over.
fn seek(shelves: &Rc<Shelves>) -> (bool, Rc<RefCell<Vec<String>>>, Rc<RefCell<Vec<usize>>>) {
    let (texts, over) = (Rc::new(RefCell::new(Vec::new())), Rc::new(RefCell::new(Vec::new())));
    let (taken, ended) = (texts.clone(), over.clone());
    let take: OnOrphan = Rc::new(move |kept| {
        match kept {
            Some(kept) => taken.borrow_mut().extend(kept.drafts.iter().map(|(_, text)| text.to_string())),
            None => ended.borrow_mut().push(taken.borrow().len()),
        }
        true
    });
    (shelves.orphaned(&take), texts, over)
}

/// Waits until something came, ten seconds at most.
async fn come<T>(texts: &Rc<RefCell<Vec<T>>>) {
    for _ in 0..200 {
        if !texts.borrow().is_empty() {
            return;
        }
        TimeoutFuture::new(50).await;
    }
}

/// What a tab that is gone would have left under this key.
fn plant(key: &str, text: &str) {
    let shelves = Shelves::open(Some(storage()), format!("planted:{text}:"));
    shelves.own().keep(&with_draft(text));
    let start = format!("planted:{text}:");
    let planted = (0..).map_while(|at| storage().key(at).unwrap()).find(|key| key.starts_with(&start)).unwrap();
    let json = storage().get_item(&planted).unwrap().unwrap();
    storage().remove_item(&planted).unwrap();
    storage().set_item(key, &json).unwrap();
}

/// An app that another one is taking the place of takes nothing: the next one finds it.
#[wasm_bindgen_test]
async fn what_is_not_taken_stays() {
    let shelves = Shelves::open(Some(storage()), "test:refused:".to_owned());
    plant("test:refused:1.gone", "vijf");
    let offered = Rc::new(RefCell::new(Vec::new()));
    let seen = offered.clone();
    let refuse: OnOrphan = Rc::new(move |kept| {
        seen.borrow_mut().extend(kept);
        false
    });
    shelves.orphaned(&refuse);
    come(&offered).await;
    assert_eq!(*offered.borrow(), [with_draft("vijf")]);
    let taken = orphaned(&shelves);
    come(&taken).await;
    assert_eq!(*taken.borrow(), ["vijf"]);
}

#[wasm_bindgen_test]
async fn a_tab_leaves_alone_what_another_one_keeps() {
    let start = "test:two:".to_owned();
    let (one, other) = (Shelves::open(Some(storage()), start.clone()), Shelves::open(Some(storage()), start.clone()));
    assert!(one.own().keep(&with_draft("een")));
    assert!(other.own().keep(&with_draft("twee")));
    // Locks are asked for in turn: asked again once the first round is over, what came of it is all there.
    plant("test:two:1.gone", "drie");
    let taken = orphaned(&other);
    assert!(other.own().keep(&Kept::default()));
    come(&taken).await;
    plant("test:two:1.also-gone", "vier");
    let later = orphaned(&other);
    come(&later).await;
    assert_eq!(
        (taken.borrow().as_slice(), later.borrow().as_slice()),
        (&["drie".to_owned()][..], &["vier".to_owned()][..])
    );
    assert_eq!(one.own().kept(), with_draft("een"));
    one.own().take();
}

#[wasm_bindgen_test]
async fn what_a_dead_tab_kept_is_taken_over_once() {
    let shelves = Shelves::open(Some(storage()), "test:dead:".to_owned());
    // Somebody else's, whose user number begins alike.
    plant("test:dead2:1.gone", "vreemd");
    plant("test:dead:1.gone", "weg");
    let (first, second) = (orphaned(&shelves), orphaned(&shelves));
    come(&first).await;
    plant("test:dead:2.gone", "later");
    let third = orphaned(&shelves);
    come(&third).await;
    assert_eq!((first.borrow().as_slice(), second.borrow().as_slice()), (&["weg".to_owned()][..], &[][..]));
    assert_eq!(*third.borrow(), ["later"]);
    assert!(storage().get_item("test:dead:1.gone").unwrap().is_none());
    assert!(storage().get_item("test:dead2:1.gone").unwrap().is_some());
    storage().remove_item("test:dead2:1.gone").unwrap();
}

#[wasm_bindgen_test]
async fn a_reload_finds_what_was_kept() {
    let before = Shelves::open(Some(storage()), "test:reload:".to_owned());
    before.own().keep(&with_draft("getypt"));
    web_sys::window().unwrap().dispatch_event(&Event::new("pagehide").unwrap()).unwrap();
    let after = Shelves::open(Some(storage()), "test:reload:".to_owned());
    assert_eq!(after.left(), with_draft("getypt"));
    assert!(after.left().is_empty(), "taken a second time");
}

#[wasm_bindgen_test]
async fn a_login_that_empties_the_local_storage_loses_nothing() {
    let leave = || web_sys::window().unwrap().dispatch_event(&Event::new("pagehide").unwrap()).unwrap();
    let start = || "test:login:".to_owned();
    let before = Shelves::open(Some(storage()), start());
    assert!(before.keep(&with_draft("getypt")));
    leave();
    storage().clear().unwrap();
    let after = Shelves::open(Some(storage()), start());
    assert_eq!(after.left(), with_draft("getypt"));
    assert!(after.left().is_empty(), "taken a second time");
    // Emptied while the page is there.
    assert!(after.keep(&with_draft("verder")));
    storage().clear().unwrap();
    leave();
    assert_eq!(Shelves::open(Some(storage()), start()).left(), with_draft("verder"));
    // What another tab took over meanwhile does not come back.
    let third = Shelves::open(Some(storage()), start());
    assert!(third.keep(&with_draft("elders")));
    leave();
    let other = orphaned(&Shelves::open(Some(storage()), start()));
    assert_eq!(*other.borrow(), ["elders"]);
    assert!(Shelves::open(Some(storage()), start()).left().is_empty(), "taken over twice");
}

#[wasm_bindgen_test]
async fn it_is_told_when_no_tab_can_have_left_anything_more() {
    let start = || "test:over:".to_owned();
    let shelves = Shelves::open(Some(storage()), start());
    assert!(!seek(&shelves).0, "there is nothing to wait for");
    let living = Shelves::open(Some(storage()), start());
    assert!(living.own().keep(&with_draft("hier")));
    plant("test:over:1.gone", "weg");
    plant("test:over:2.gone", "ook weg");
    let (is_sought, texts, over) = seek(&shelves);
    assert!(is_sought && over.borrow().is_empty());
    come(&over).await;
    texts.borrow_mut().sort();
    assert_eq!((&texts.borrow()[..], &over.borrow()[..]), (&["ook weg".to_owned(), "weg".to_owned()][..], &[2][..]));
    living.own().take();
}

#[wasm_bindgen_test]
async fn a_tab_that_goes_takes_nothing_back() {
    let start = || "test:going:".to_owned();
    let going = Shelves::open(Some(storage()), start());
    assert!(going.keep(&with_draft("getypt")));
    web_sys::window().unwrap().dispatch_event(&Event::new("pagehide").unwrap()).unwrap();
    // The browser says that the page is hidden, too.
    let (is_sought, texts, _) = seek(&going);
    assert!(!is_sought && texts.borrow().is_empty());
    assert_eq!(Shelves::open(Some(storage()), start()).left(), with_draft("getypt"));
}
