//! A page that the first stage has not got, and how somebody comes to the app that takes its place.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::sleep;
use leerlandschap::i18n::Key;
use leerlandschap::ui::arrival::Arrival;
use leerlandschap::ui::exercise::{Exercise, ExerciseProps};
use leerlandschap::ui::waiting::{Progress, Waiting};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::scheduler;

use super::{catalogue, document, focused, name, screens};

/// A screen on a page of its own.
async fn drawn(state: &str, waiting: Waiting, arrival: Arrival) -> Element {
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let props = ExerciseProps {
        screen: Rc::new(screens::screen(state)),
        on: Callback::noop(),
        catalogue: Rc::new(catalogue()),
        controls: None,
        ask_name: false,
        shared: String::new().into(),
        waiting,
        arrival,
    };
    yew::Renderer::<Exercise>::with_root_and_props(root.clone(), props).render();
    scheduler::flush().await;
    root
}

fn find(root: &Element, selector: &str) -> HtmlElement {
    root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
}

fn said(root: &Element) -> String {
    find(root, ".ll-waiting [role=status]").text_content().unwrap()
}

#[wasm_bindgen_test]
async fn a_page_on_its_way_says_so_and_can_be_tried_again() {
    let tries = Rc::new(RefCell::new(0));
    let waiting = |progress, tried| {
        let tries = tries.clone();
        Waiting { progress, tried, again: Callback::from(move |()| *tries.borrow_mut() += 1) }
    };
    let coming = drawn("further", waiting(Progress::Coming, false), Arrival::default()).await;
    assert!(said(&coming).contains(name(Key::FurtherLoading)));
    assert!(coming.query_selector(".ll-waiting button").unwrap().is_none());
    assert!(!find(&coming, "#ll-heading").text_content().unwrap().is_empty());
    coming.remove();

    let there = drawn("further", waiting(Progress::There, false), Arrival::default()).await;
    assert_eq!(said(&there), "");
    there.remove();

    let failed = drawn("further", waiting(Progress::Failed, true), Arrival::default()).await;
    assert!(said(&failed).contains(name(Key::FurtherFailed)));
    find(&failed, ".ll-waiting button").click();
    assert_eq!(*tries.borrow(), 1);
    failed.remove();

    // The button stays, with the focus that it may have, but asks for nothing.
    let again = drawn("further", waiting(Progress::Coming, true), Arrival::default()).await;
    let button = find(&again, ".ll-waiting button");
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    button.click();
    assert_eq!(*tries.borrow(), 1);
    again.remove();
}

#[wasm_bindgen_test]
async fn who_comes_from_the_first_stage_finds_the_focus_or_hears_where_the_group_is() {
    let spoken = |root: &Element| find(root, ".ll-app > .ll-sr").text_content().unwrap();
    let moment = || sleep(std::time::Duration::from_millis(400));
    let focus = drawn("notes", Waiting::default(), Arrival { focus: true, say: false }).await;
    assert_eq!(focused().id(), "ll-heading");
    moment().await;
    assert_eq!(spoken(&focus), "");
    focus.remove();

    let say = drawn("notes", Waiting::default(), Arrival { focus: false, say: true }).await;
    assert_ne!(focused().id(), "ll-heading");
    assert_eq!(spoken(&say), "", "a live region that is born with its text is not read");
    moment().await;
    assert!(spoken(&say).contains(name(Key::GroupMoved)));
    say.remove();
}
