//! The editor's screens: what a designer does changes the exercise, the focus stays with what they do, and what cannot
//! be done says why.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use leerlandschap::core::editor::pointer::{list, text};
use leerlandschap::core::editor::{Editor, Opened, Preset, Remark, Use, Used, UsedKind};
use leerlandschap::core::room::Place;
use leerlandschap::i18n::Catalogue;
use leerlandschap::ui::editor::{Ask, EditorPage, Preview, Question, Saving, Seat, Sheet, Trial, TrialIntent};
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use yew::prelude::*;
use yew::scheduler;

use super::{document, screens};

/// The editor at work on an exercise, without a host.
struct Bench {
    root: Element,
    sheet: Rc<RefCell<Editor>>,
    asked: Rc<RefCell<Vec<Ask>>>,
}

#[derive(Properties)]
struct Props {
    sheet: Rc<RefCell<Editor>>,
    asked: Rc<RefCell<Vec<Ask>>>,
    question: Option<Question>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sheet, &other.sheet)
    }
}

#[component]
fn Host(props: &Props) -> Html {
    let revision = use_state(|| 0);
    let on = {
        let (revision, asked) = (revision.clone(), props.asked.clone());
        Callback::from(move |ask: Ask| {
            if ask == Ask::Changed {
                revision.set(*revision + 1);
            }
            asked.borrow_mut().push(ask);
        })
    };
    let problems = Rc::new(props.sheet.borrow().problems());
    let warnings = Rc::new(if problems.is_empty() { props.sheet.borrow().effects().1 } else { Vec::new() });
    html! {
        <EditorPage sheet={Sheet(props.sheet.clone())} revision={*revision} words={Rc::new(Catalogue::new(BTreeMap::new()))}
            language="nl" languages={Rc::new(Vec::new())} {problems} {warnings} saving={Saving::Idle}
            question={props.question.clone()} preview={None} home="#" {on} on_trial={Callback::noop()} />
    }
}

fn format(id: &str) -> Value {
    let file = match id {
        "werkoverleg" => include_str!("../../static/formats/werkoverleg.json"),
        _ => include_str!("../../static/formats/leerlandschap.json"),
    };
    serde_json::from_str(file).unwrap()
}

impl Bench {
    async fn with(opened: Opened, question: Option<Question>) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let (sheet, asked) = (Rc::new(RefCell::new(Editor::new(opened))), Rc::default());
        let props = Props { sheet: sheet.clone(), asked: Rc::clone(&asked), question };
        yew::Renderer::<Host>::with_root_and_props(root.clone(), props).render();
        scheduler::flush().await;
        Self { root, sheet, asked }
    }

    async fn of(id: &str, used: Used) -> Self {
        Self::with(Opened { exercise: format(id), shipped: format(id), used, ..Opened::default() }, None).await
    }

    /// The element of this identity; there is no other.
    fn at(&self, id: &str) -> HtmlElement {
        let found = self.root.query_selector_all(&format!("[id=\"{id}\"]")).unwrap();
        assert_eq!(found.length(), 1, "elements called {id}");
        found.item(0).unwrap().unchecked_into()
    }

    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.item(at)?.text_content()).collect()
    }

    async fn press(&self, id: &str) {
        self.at(id).focus().unwrap();
        self.at(id).click();
        scheduler::flush().await;
    }

    async fn write(&self, id: &str, text: &str) {
        let field: HtmlInputElement = self.at(id).unchecked_into();
        field.focus().unwrap();
        field.set_value(text);
        fire(&field, "input").await;
    }

    async fn write_lines(&self, id: &str, text: &str) {
        let field: web_sys::HtmlTextAreaElement = self.at(id).unchecked_into();
        field.set_value(text);
        fire(&field, "input").await;
    }

    async fn choose(&self, id: &str, value: &str) {
        let field: web_sys::HtmlSelectElement = self.at(id).unchecked_into();
        field.set_value(value);
        fire(&field, "change").await;
    }

    async fn undo(&self) {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_ctrl_key(true);
        init.set_key("z");
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.root.query_selector(".ll-ed").unwrap().unwrap().dispatch_event(&event).unwrap();
        scheduler::flush().await;
    }

    fn json(&self, at: &str) -> Value {
        self.sheet.borrow().json().pointer(at).cloned().unwrap_or_default()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.root.remove();
    }
}

async fn fire(element: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
    scheduler::flush().await;
}

fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

fn used(things: &[(UsedKind, &str, &str)]) -> Used {
    let thing = |(kind, step, id): &(UsedKind, &str, &str)| Use { kind: *kind, step: (*step).into(), id: (*id).into() };
    Used { things: things.iter().map(thing).collect(), running: true }
}

#[wasm_bindgen_test]
async fn what_is_typed_stands_there_and_can_be_taken_back() {
    let bench = Bench::of("leerlandschap", Used::default()).await;
    let before = bench.json("/title/nl");
    bench.write("ed/title/nl", "Van ons").await;
    assert_eq!(bench.json("/title/nl"), "Van ons");
    assert!(bench.asked.borrow().contains(&Ask::Changed));
    bench.press("ed-save").await;
    assert_eq!(bench.asked.borrow().last(), Some(&Ask::Save { force: false }));
    bench.undo().await;
    assert_eq!(bench.json("/title/nl"), before);
    assert_eq!(bench.at("ed-save").get_attribute("aria-disabled").as_deref(), Some("true"), "nothing to save");
}

#[wasm_bindgen_test]
async fn a_statement_moves_with_the_focus_on_its_button() {
    let bench = Bench::of("leerlandschap", Used::default()).await;
    bench.press("step-stellingen").await;
    let ids = || list(&bench.json("/steps/0/items"), "").iter().map(|it| text(it, "id").to_owned()).collect::<Vec<_>>();
    let before = ids();
    let down = format!("/steps/0/items/{}--down", before[0]);
    bench.press(&down).await;
    assert_eq!((ids()[1].as_str(), focused()), (before[0].as_str(), down));
    assert_eq!(bench.at("ed-spoken").text_content().as_deref(), Some("[edit:said_moved]"));
    bench.press("ed-undo").await;
    assert_eq!(ids(), before);
}

#[wasm_bindgen_test]
async fn a_problem_leads_to_its_field() {
    let bench = Bench::of("leerlandschap", Used::default()).await;
    bench.press("ed/series/parts--add").await;
    assert_eq!(focused(), "ed/series/parts/2/title/nl", "a new part begins with its title");
    bench.press("step-stellingen").await;
    let jump: HtmlElement = bench.root.query_selector(".ll-ed-problems .ll-ed-jump").unwrap().unwrap().unchecked_into();
    jump.click();
    scheduler::flush().await;
    assert_eq!(focused(), "ed/series/parts/2/steps", "a part without steps");
    bench.press("ed/series/parts/2/steps/opbrengst").await;
    bench.write("ed/series/parts/2/title/nl", "Later nog eens").await;
    assert!(!bench.has(".ll-ed-problems"));
    assert_eq!(bench.json("/series/parts/2/steps/0"), "opbrengst");
}

#[wasm_bindgen_test]
async fn parts_move_and_go_with_their_steps() {
    let bench = Bench::of("leerlandschap", Used::default()).await;
    bench.press("/series/parts/later--up").await;
    assert_eq!(bench.json("/series/parts/0/id"), "later");
    assert_eq!(focused(), "/series/parts/later--up");
    bench.press("/series/parts/gesprek--remove").await;
    let steps: Vec<Value> = list(&bench.json("/steps"), "").iter().map(|step| step["id"].clone()).collect();
    assert_eq!(
        (steps, focused()),
        (vec!["bevindingen".into(), "aanvullen".into()], "/series/parts/later--remove".to_owned())
    );
    bench.press("/series/parts/later--remove").await;
    assert_eq!(list(&bench.json("/series/parts"), "").len(), 1, "the last stays");
    bench.undo().await;
    bench.undo().await;
    assert_eq!(bench.sheet.borrow().json(), &format("leerlandschap"));
}

#[wasm_bindgen_test]
async fn phases_are_chosen_from_those_that_are_left() {
    let bench = Bench::of("leerlandschap", Used::default()).await;
    bench.press("step-opbrengst").await;
    bench.press("ed/steps/1/phases--add").await;
    assert_eq!(focused(), "ed/steps/1/phases/0/id");
    bench.choose("ed/steps/1/phases/0/id", "discuss").await;
    bench.press("ed/steps/1/phases--add").await;
    bench.write("ed/steps/1/phases/1/minutes/max", "9").await;
    let values: Vec<Value> =
        ["0/id", "1/id", "1/minutes/max"].map(|at| bench.json(&format!("/steps/1/phases/{at}"))).into();
    assert_eq!(values, [Value::from("discuss"), "think".into(), 9.into()]);
    let offered = bench.texts("[id=\"ed/steps/1/phases/1/id\"] option");
    assert!(!offered.contains(&"[edit:phase_discuss]".to_owned()), "{offered:?}");
}

#[wasm_bindgen_test]
async fn a_step_of_several_parts_has_a_row_in_each() {
    let bench = Bench::of("werkoverleg", Used::default()).await;
    bench.press("step-check-in").await;
    bench.at("step-check-in--down");
    bench.press("step-check-in--in-1--down").await;
    assert_eq!(bench.json("/series/parts/1/steps/1"), "check-in");
    assert_eq!(focused(), "step-check-in--in-1--down");
    assert_eq!(bench.json("/series/parts/0/steps/0"), "check-in", "only there");
}

#[wasm_bindgen_test]
async fn what_carries_answers_says_why_it_stays() {
    let things =
        [(UsedKind::Item, "stellingen", "st1"), (UsedKind::Round, "stellingen", "1"), (UsedKind::Part, "", "gesprek")];
    let bench = Bench::of("leerlandschap", used(&things)).await;
    assert!(
        bench
            .at("/series/parts/gesprek--remove")
            .get_attribute("aria-label")
            .unwrap()
            .contains("[edit:code_used_part_removed]")
    );
    bench.press("step-stellingen").await;
    bench.press("step-stellingen--remove").await;
    assert_eq!(bench.sheet.borrow().json(), &format("leerlandschap"));
    // What it does to answers is told while it is written.
    assert!(!bench.has(".ll-ed-effects"));
    bench.press("/steps/0/items/st1--open").await;
    bench.write_lines("ed/steps/0/items/0/text/nl", "Een heel andere stelling").await;
    assert_eq!(bench.texts(".ll-ed-effects .ll-ed-jump span"), ["[edit:code_answered_text_changed]"]);
}

#[wasm_bindgen_test]
async fn warnings_are_told_with_their_places_before_saving_all_the_same() {
    let warning = Remark { at: "/steps/0/items/0/text".into(), code: "answered_text_changed".into() };
    let opened = Opened { exercise: format("leerlandschap"), ..Opened::default() };
    let bench = Bench::with(opened, Some(Question::Warnings(vec![warning]))).await;
    assert_eq!(bench.texts("dialog code"), ["/steps/0/items/0/text"]);
    let anyway: HtmlElement = bench.root.query_selector("dialog .ll-btn--primary").unwrap().unwrap().unchecked_into();
    anyway.click();
    assert_eq!(bench.asked.borrow().last(), Some(&Ask::Save { force: true }));
}

fn preset(id: u64, name: &str, version: u64) -> Preset {
    Preset { id, name: name.into(), version }
}

fn with_presets() -> Opened {
    let presets = vec![preset(4, "Van Anna", 2), preset(7, "Van Bilal", 1)];
    Opened { exercise: format("leerlandschap"), presets, may_keep_presets: true, ..Opened::default() }
}

fn press_primary(bench: &Bench) {
    let button: HtmlElement = bench.root.query_selector("dialog .ll-btn--primary").unwrap().unwrap().unchecked_into();
    button.click();
}

#[wasm_bindgen_test]
async fn a_preset_goes_only_once_it_was_chosen() {
    let bench = Bench::with(with_presets(), Some(Question::PresetDelete)).await;
    press_primary(&bench);
    assert!(bench.asked.borrow().is_empty(), "none was chosen");
    bench.choose("ed-preset-gone", "7").await;
    press_primary(&bench);
    assert_eq!(*bench.asked.borrow(), [Ask::DeletePreset { id: 7 }]);
}

#[wasm_bindgen_test]
async fn a_preset_is_replaced_in_the_version_that_was_seen() {
    let bench = Bench::with(with_presets(), Some(Question::PresetReplace(preset(4, "Van Anna", 2)))).await;
    press_primary(&bench);
    let replace = Ask::SavePreset { name: "Van Anna".into(), replaces: Some(2) };
    assert_eq!(*bench.asked.borrow(), [replace]);
}

#[wasm_bindgen_test]
async fn who_may_not_keep_presets_deletes_none() {
    for may_keep_presets in [true, false] {
        let bench = Bench::with(Opened { may_keep_presets, ..with_presets() }, None).await;
        bench.press("ed-more").await;
        bench.at("ed-presets");
        assert_eq!(bench.has("#ed-preset-delete"), may_keep_presets);
        assert_eq!(bench.has("#ed-preset"), may_keep_presets);
    }
}

/// A trial on a page of its own, and what was asked of it.
async fn tried(trial: Trial) -> (Bench, Rc<RefCell<Vec<TrialIntent>>>) {
    #[derive(Properties, PartialEq)]
    struct Props {
        trial: Trial,
        on: Callback<TrialIntent>,
    }
    #[component]
    fn Host(props: &Props) -> Html {
        let words = Rc::new(Catalogue::new(BTreeMap::new()));
        html! { <Preview {words} trial={props.trial.clone()} on={props.on.clone()}><></></Preview> }
    }
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let asked: Rc<RefCell<Vec<TrialIntent>>> = Rc::default();
    let on = {
        let asked = asked.clone();
        Callback::from(move |intent| asked.borrow_mut().push(intent))
    };
    yew::Renderer::<Host>::with_root_and_props(root.clone(), Props { trial, on }).render();
    scheduler::flush().await;
    (Bench { root, sheet: Rc::new(RefCell::new(Editor::new(Opened::default()))), asked: Rc::default() }, asked)
}

fn trial(seat: Seat, led: bool) -> Trial {
    let (screen, runs) = (Rc::new(screens::screen("vote")), Rc::new(Vec::new()));
    Trial { number: 1, seat, screen, people: 5, runs, run: "gesprek".into(), led }
}

#[wasm_bindgen_test]
async fn the_bar_takes_the_group_of_a_participant_along() {
    let (bench, asked) = tried(trial(Seat::Participant, true)).await;
    let nav = screens::screen("vote").nav;
    let at = nav.iter().position(|entry| entry.current).unwrap();
    bench.press("ed-preview-on").await;
    bench.press("ed-preview-back").await;
    bench.choose("ed-preview-place", &(nav.len() - 1).to_string()).await;
    let places = [at + 1, at - 1, nav.len() - 1].map(|place| TrialIntent::GoTo(nav[place].place.clone()));
    assert_eq!(*asked.borrow(), places);
    assert_eq!(nav.last().map(|it| &it.place), Some(&Place::Closing));
    assert!(bench.texts(".ll-ed-preview__bar p")[0].starts_with("[edit:preview_about]"));
    asked.take();
    bench.choose("ed-preview-seat", "leader").await;
    assert_eq!(*asked.borrow(), [TrialIntent::Sit(Seat::Leader)]);
}

#[wasm_bindgen_test]
async fn who_leads_or_goes_alone_needs_no_bar_for_that() {
    for (seat, led) in [(Seat::Leader, true), (Seat::Participant, false)] {
        let (bench, _) = tried(trial(seat, led)).await;
        assert!(!bench.has("#ed-preview-place") && !bench.has("#ed-preview-on"), "{seat:?}");
    }
    let (bench, _) = tried(trial(Seat::Leader, true)).await;
    assert!(bench.texts(".ll-ed-preview__bar p")[0].starts_with("[edit:preview_leader]"));
}
