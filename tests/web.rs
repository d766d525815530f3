//! The screens in a real browser: what the user does becomes the right intent, and focus and live regions follow.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

#[path = "web/answers.rs"]
mod answers;
#[path = "web/editor.rs"]
mod editor;
#[path = "web/report.rs"]
mod report;
#[path = "../examples/gallery/screens.rs"]
mod screens;
#[path = "web/sharing.rs"]
mod sharing;
#[path = "web/stages.rs"]
mod stages;
#[path = "web/storage.rs"]
mod storage;
#[path = "web/tabs.rs"]
mod tabs;
#[path = "web/together.rs"]
mod together;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use leerlandschap::core::ids::{ContributionId, ItemId, PersonId};
use leerlandschap::core::intent::{Intent, Keep};
use leerlandschap::core::room::{Action, ActionStatus, Body, Choice, Phase, Place};
use leerlandschap::core::session::Who;
use leerlandschap::core::view::{Answered, Page, Screen};
use leerlandschap::i18n::{Catalogue, Key};
use leerlandschap::ui::exercise::Exercise;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement};
use yew::prelude::*;
use yew::scheduler;

wasm_bindgen_test_configure!(run_in_browser);

/// A page under test: what is drawn, what it asked for, and a way to show something else.
struct Stage {
    root: Element,
    asked: Rc<RefCell<Vec<Intent>>>,
    drafts: RefCell<Vec<Intent>>,
    show: Rc<RefCell<Option<UseStateSetter<Rc<Screen>>>>>,
}

#[derive(Properties, PartialEq)]
struct HostProps {
    first: Rc<Screen>,
    on: Callback<Intent>,
    #[prop_or_default]
    show: Handle,
}

#[derive(Clone, Default)]
struct Handle(Rc<RefCell<Option<UseStateSetter<Rc<Screen>>>>>);

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
fn Host(props: &HostProps) -> Html {
    let screen = use_state(|| props.first.clone());
    *props.show.0.borrow_mut() = Some(screen.setter());
    html! { <Exercise screen={(*screen).clone()} on={props.on.clone()} catalogue={Rc::new(catalogue())} shared="/shared?id=5" /> }
}

/// Each text is its own key, with its values, so that tests do not depend on wording.
fn catalogue() -> Catalogue {
    let value = |key: &Key| format!("{} {{$a}}", key.identifier());
    let texts: BTreeMap<String, String> =
        Key::ALL.iter().map(|key| (key.identifier().to_owned(), value(key))).collect();
    Catalogue::new(texts)
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

impl Stage {
    async fn of(screen: Screen) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let asked = Rc::new(RefCell::new(Vec::new()));
        let on = {
            let asked = asked.clone();
            Callback::from(move |intent| asked.borrow_mut().push(intent))
        };
        let show = Handle::default();
        let props = HostProps { first: Rc::new(screen), on, show: show.clone() };
        yew::Renderer::<Host>::with_root_and_props(root.clone(), props).render();
        scheduler::flush().await;
        Self { root, asked, drafts: RefCell::default(), show: show.0 }
    }

    async fn at(state: &str) -> Self {
        Self::of(screens::screen(state)).await
    }

    async fn show(&self, screen: Screen) {
        let setter = self.show.borrow().clone().unwrap();
        setter.set(Rc::new(screen));
        scheduler::flush().await;
    }

    fn find(&self, selector: &str) -> HtmlElement {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
    }

    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    /// The button with this name, written or read aloud.
    fn button(&self, name: &str) -> HtmlElement {
        let named = |button: &HtmlElement| {
            button
                .get_attribute("aria-label")
                .or_else(|| button.text_content())
                .is_some_and(|text| text.starts_with(name))
        };
        self.all("button").into_iter().find(named).unwrap_or_else(|| panic!("no button {name}"))
    }

    async fn click(&self, name: &str) {
        self.button(name).click();
        scheduler::flush().await;
    }

    async fn write(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.find(selector).unchecked_into();
        field.set_value(text);
        self.fire(&field, "input").await;
    }

    async fn write_lines(&self, selector: &str, text: &str) {
        let field: web_sys::HtmlTextAreaElement = self.find(selector).unchecked_into();
        field.set_value(text);
        self.fire(&field, "input").await;
    }

    async fn fire(&self, element: &HtmlElement, name: &str) {
        let init = EventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        element.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
        scheduler::flush().await;
    }

    /// What was asked for since the last time, without the drafts.
    fn asked(&self) -> Vec<Intent> {
        let (drafts, asked) = self.asked.take().into_iter().partition(|it| matches!(it, Intent::Draft { .. }));
        self.drafts.borrow_mut().extend::<Vec<Intent>>(drafts);
        asked
    }

    /// The draft of a field as last told.
    fn draft(&self, of: &str) -> Option<String> {
        let asked = self.asked();
        self.asked.borrow_mut().extend(asked);
        self.drafts.borrow().iter().rev().find_map(|it| match it {
            Intent::Draft { key, text } if &**key == of => Some(text.to_string()),
            _ => None,
        })
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.text_content()).collect()
    }

    /// The focus leaves a field.
    async fn leave(&self, selector: &str) {
        self.fire(&self.find(selector), "blur").await;
        self.fire(&self.find(selector), "focusout").await;
    }

    /// What the live regions say.
    fn spoken(&self) -> String {
        self.all("[role=status], [role=log]").iter().filter_map(|region| region.text_content()).collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn focused() -> Element {
    document().active_element().unwrap()
}

fn name(key: Key) -> &'static str {
    key.identifier()
}

#[wasm_bindgen_test]
async fn choosing_an_answer_asks_for_it() {
    let stage = Stage::at("vote").await;
    stage.all("fieldset")[1]
        .query_selector_all("input[type=radio]")
        .unwrap()
        .item(3)
        .unwrap()
        .unchecked_into::<HtmlElement>()
        .click();
    assert_eq!(stage.asked(), [Intent::Answer { item: ItemId::from("st2"), choice: Choice::Point(4) }]);
    let opt_out = stage.all(".ll-choice--out input");
    opt_out[2].click();
    assert_eq!(stage.asked(), [Intent::Answer { item: ItemId::from("st3"), choice: Choice::OptOut }]);
}

#[wasm_bindgen_test]
async fn radios_of_a_statement_belong_together() {
    let stage = Stage::at("vote").await;
    let names = |fieldset: &HtmlElement| -> Vec<String> {
        let radios = fieldset.query_selector_all("input[type=radio]").unwrap();
        (0..radios.length()).map(|at| radios.item(at).unwrap().unchecked_into::<HtmlInputElement>().name()).collect()
    };
    let fieldsets = stage.all("fieldset");
    let (first, second) = (names(&fieldsets[0]), names(&fieldsets[1]));
    assert_eq!(first.len(), 6, "five points and the opt-out");
    assert!(first.iter().all(|name| *name == first[0]), "arrow keys walk through one statement");
    assert_ne!(first[0], second[0]);
    assert!(fieldsets[0].query_selector("legend").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn a_reason_comes_after_the_answer_and_is_saved_on_leaving() {
    let stage = Stage::at("vote").await;
    assert_eq!(stage.all(".ll-reason").len(), 2, "only where an answer was given");
    stage.write(".ll-reason input", " omdat het zo is ").await;
    assert_eq!(stage.asked(), [], "typing alone asks for nothing yet");
    assert_eq!(stage.draft("new:stellingen:1:st1").as_deref(), Some("0\n omdat het zo is "));
    stage.leave(".ll-reason input").await;
    assert_eq!(stage.asked(), [Intent::Reason { item: ItemId::from("st1"), text: "omdat het zo is".into() }]);
    assert_eq!(stage.draft("new:stellingen:1:st1").as_deref(), Some(""), "saved, so no draft any more");
}

#[wasm_bindgen_test]
async fn what_is_being_typed_survives_news_from_the_group() {
    let stage = Stage::at("vote").await;
    stage.write(".ll-reason input", "half af").await;
    let mut news = screens::screen("vote");
    if let Page::Statements(view) = &mut news.page {
        view.answered += 1;
    }
    stage.show(news).await;
    assert_eq!(stage.find(".ll-reason input").unchecked_into::<HtmlInputElement>().value(), "half af");
}

#[wasm_bindgen_test]
async fn a_closed_round_takes_no_answers() {
    let mut screen = screens::screen("vote");
    if let Page::Statements(view) = &mut screen.page {
        (view.phase, view.can_answer) = (Some(Phase::Closed), false);
    }
    let stage = Stage::of(screen).await;
    assert!(stage.all("input[type=radio]").iter().all(|radio| radio.has_attribute("disabled")));
}

#[wasm_bindgen_test]
async fn a_conflict_shows_both_texts_and_settles() {
    let stage = Stage::at("notes").await;
    assert_eq!(
        stage.texts(".ll-conflict blockquote"),
        ["Of persoonlijke groei in werktijd mag", "Persoonlijke groei: eigen tijd of werktijd?"]
    );
    stage.click(name(Key::KeepTheirs)).await;
    stage.click(name(Key::KeepMine)).await;
    let id = ContributionId::from("n3");
    assert_eq!(
        stage.asked(),
        [Intent::Settle { id: id.clone(), keep: Keep::Theirs }, Intent::Settle { id, keep: Keep::Mine }]
    );
}

#[wasm_bindgen_test]
async fn a_note_is_added_and_the_field_is_ready_for_the_next() {
    let stage = Stage::at("notes").await;
    stage.write(".ll-column .ll-textform textarea", "").await;
    let form = stage.find(".ll-column .ll-textform");
    let field: web_sys::HtmlTextAreaElement = stage.find(".ll-column .ll-textform textarea").unchecked_into();
    stage.fire(&form, "submit").await;
    assert_eq!(stage.asked(), [], "an empty note is none");
    field.set_value("Een nieuwe notitie");
    stage.fire(&field, "input").await;
    stage.fire(&form, "submit").await;
    assert!(
        matches!(&stage.asked()[..], [Intent::Create { body: Body::Note { column, text, .. }, .. }] if &**column == "eens" && &**text == "Een nieuwe notitie")
    );
    assert_eq!(field.value(), "");
    assert_eq!(stage.draft("new:opbrengst:eens").as_deref(), Some(""));
    assert_eq!(focused(), *field.unchecked_ref::<Element>());
}

#[wasm_bindgen_test]
async fn editing_ends_where_it_began() {
    let stage = Stage::at("principles").await;
    stage.click(&format!("{} Leren mag", name(Key::Edit))).await;
    assert_eq!(focused().tag_name(), "INPUT", "the form has the focus");
    stage.click(name(Key::Cancel)).await;
    assert!(focused().get_attribute("aria-label").unwrap().starts_with(name(Key::Edit)));
    assert_eq!(stage.asked(), []);
}

#[wasm_bindgen_test]
async fn a_moved_principle_keeps_the_focus_and_says_where_it_is() {
    let stage = Stage::at("principles").await;
    let down = stage.button(&format!("{} Leren mag", name(Key::MoveDown)));
    down.focus().unwrap();
    down.click();
    let asked = stage.asked();
    assert_eq!(asked, [Intent::Move { id: ContributionId::from("p0"), after: Some(ContributionId::from("p1")) }]);
    let mut moved = screens::screen("principles");
    if let Page::Principles(view) = &mut moved.page {
        view.principles.swap(0, 1);
    }
    stage.show(moved).await;
    assert_eq!(focused(), *stage.button(&format!("{} Leren mag", name(Key::MoveDown))).unchecked_ref::<Element>());
    assert!(stage.spoken().contains(name(Key::Moved)));
    stage.click(&format!("{} Leren mag", name(Key::MoveUp))).await;
    assert_eq!(stage.asked(), [Intent::Move { id: ContributionId::from("p0"), after: None }]);
}

#[wasm_bindgen_test]
async fn the_first_cannot_move_up_but_can_be_reached() {
    let stage = Stage::at("principles").await;
    let up = stage.button(&format!("{} Leren mag", name(Key::MoveUp)));
    assert_eq!(up.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(!up.has_attribute("disabled"));
    up.click();
    assert_eq!(stage.asked(), []);
}

#[wasm_bindgen_test]
async fn a_starting_point_fills_the_form_in() {
    let stage = Stage::at("actions").await;
    stage.find(".ll-source").click();
    scheduler::flush().await;
    let what: HtmlInputElement = stage.find(".ll-new input").unchecked_into();
    assert_eq!(what.value(), "app:action_prefill Wat leren oplevert, moet je meteen kunnen meten.");
    assert_eq!(focused(), *what.unchecked_ref::<Element>());
    stage.fire(&stage.find(".ll-new form"), "submit").await;
    let [Intent::Create { body: Body::Action(Action { source, .. }), .. }] = &stage.asked()[..] else {
        panic!("no action")
    };
    assert_eq!(source.as_deref(), Some("st4"));
}

#[wasm_bindgen_test]
async fn somebody_else_gets_a_name() {
    let stage = Stage::at("actions").await;
    let who: web_sys::HtmlSelectElement = stage.find(".ll-new select").unchecked_into();
    assert_eq!(stage.all(".ll-new input[type=text]").len(), 1);
    who.set_value("+");
    stage.fire(&who, "change").await;
    assert_eq!(stage.all(".ll-new input[type=text]").len(), 2);
    who.set_value("2");
    stage.fire(&who, "change").await;
    assert_eq!(stage.all(".ll-new input[type=text]").len(), 1);
}

#[wasm_bindgen_test]
async fn a_status_shows_what_the_group_made_of_it() {
    let stage = Stage::at("actions").await;
    let status: web_sys::HtmlSelectElement = stage.find(".ll-action__status select").unchecked_into();
    assert_eq!(status.value(), "busy");
    status.set_value("done");
    stage.fire(&status, "change").await;
    assert!(matches!(
        &stage.asked()[..],
        [Intent::Change { base: 4, body: Body::Action(Action { status: ActionStatus::Done, .. }), .. }]
    ));
    let mut news = screens::screen("actions");
    if let Page::Actions(view) = &mut news.page {
        view.actions[0].action.status = ActionStatus::Dropped;
    }
    stage.show(news).await;
    assert_eq!(status.value(), "dropped", "also after the user has chosen something else");
}

#[wasm_bindgen_test]
async fn after_adding_an_action_the_form_is_empty() {
    let stage = Stage::at("actions").await;
    stage.write(".ll-new input", "Bellen").await;
    let who: web_sys::HtmlSelectElement = stage.find(".ll-new select").unchecked_into();
    who.set_value("2");
    stage.fire(&who, "change").await;
    stage.fire(&stage.find(".ll-new form"), "submit").await;
    assert!(matches!(
        &stage.asked()[..],
        [Intent::Create { body: Body::Action(Action { who_person: Some(_), .. }), .. }]
    ));
    assert_eq!(stage.find(".ll-new input").unchecked_into::<HtmlInputElement>().value(), "");
    assert_eq!(stage.find(".ll-new select").unchecked_into::<web_sys::HtmlSelectElement>().value(), "");
}

#[wasm_bindgen_test]
async fn deleting_asks_first() {
    let stage = Stage::at("principles").await;
    stage.click(&format!("{} Leren mag", name(Key::Delete))).await;
    assert!(stage.has("dialog[open]"));
    assert_eq!(stage.asked(), []);
    stage.find("dialog[open] .ll-btn--primary").click();
    scheduler::flush().await;
    assert!(!stage.has("dialog[open]"));
    assert_eq!(stage.asked(), [Intent::Remove { id: ContributionId::from("p0") }]);
}

#[wasm_bindgen_test]
async fn showing_results_early_asks_first() {
    let stage = Stage::at("vote-lead").await;
    stage.click(name(Key::Reveal)).await;
    assert_eq!(stage.asked(), []);
    stage.find("dialog[open] .ll-btn--primary").click();
    assert_eq!(stage.asked(), [Intent::Reveal]);
}

#[wasm_bindgen_test]
async fn who_leads_sees_who_has_answered_and_who_has_not() {
    let stage = Stage::at("vote-lead").await;
    assert!(!stage.has(".ll-lead-panel .ll-person"), "not before it is asked for");
    stage.click(name(Key::LeadMore)).await;
    let missing = format!("{} Bilal, Chris, Fleur, Hanneke van der Veen", name(Key::WhoMissing));
    assert_eq!(stage.texts(".ll-missing"), [missing]);
    let (done, waits) = (format!("{} {{$a}}", name(Key::StateDone)), format!("{} {{$a}}", name(Key::WhoNotYet)));
    let shown = stage.texts(".ll-lead-panel .ll-person");
    for (at, who) in ["Anna", "Bilal", "Chris", "Dewi", "Emre", "Fleur", "Gijs", "Hanneke"].iter().enumerate() {
        let has = |text: &String| shown[at].contains(text.as_str());
        let expected = match *who {
            "Anna" | "Emre" | "Gijs" => (true, false),
            "Dewi" => (false, false),
            _ => (false, true),
        };
        assert!(shown[at].contains(who), "everybody keeps their place: {shown:?}");
        assert_eq!((has(&done), has(&waits)), expected, "{who}");
    }
    // A sign besides the words, and a button to mark each by the keyboard.
    assert_eq!(stage.all(".ll-lead-panel .ll-person__note .ll-icon").len(), 7);
    stage.button(&format!("{} Fleur", name(Key::MarkAbsent))).click();
    assert_eq!(stage.asked(), [Intent::Mark { person: "5".into(), present: false }]);
}

#[wasm_bindgen_test]
async fn another_answer_is_shown_and_not_spoken() {
    let stage = Stage::at("vote-lead").await;
    stage.click(name(Key::LeadMore)).await;
    let button = stage.button(&format!("{} Fleur", name(Key::MarkAbsent)));
    button.focus().unwrap();
    let spoken = stage.spoken();
    let mut screen = screens::screen("vote-lead");
    let lead = screen.facilitation.as_mut().unwrap();
    lead.round.as_mut().unwrap().vote = Some((7, 7));
    let who = Who::told(["0", "1", "2", "4", "5", "6", "7"].map(Into::into).to_vec()).unwrap();
    lead.answered = Some(Answered { who, missing: vec![] });
    stage.show(screen).await;
    assert!(stage.texts(".ll-missing")[0].starts_with(name(Key::WhoAll)));
    assert!(!stage.has(".ll-person__note--waits"));
    assert_eq!(stage.spoken(), spoken);
    assert!(stage.all(".ll-lead-panel [aria-live], .ll-lead-panel [role=status]").is_empty());
    assert_eq!(focused(), button.into(), "the focus stays where it was");
}

#[wasm_bindgen_test]
async fn going_on_without_showing_the_vote_asks_first() {
    let stage = Stage::at("vote-lead").await;
    stage.click(name(Key::GoTo)).await;
    assert_eq!(stage.asked(), []);
    stage.find("dialog[open] .ll-btn--primary").click();
    assert_eq!(stage.asked(), [Intent::GoTo(Place::Step("vervolgacties".into()))]);
}

#[wasm_bindgen_test]
async fn a_further_round_takes_the_divided_statements() {
    let stage = Stage::at("results-lead").await;
    stage.click(name(Key::RoundSecond)).await;
    stage.find("dialog[open] .ll-btn--primary").click();
    assert_eq!(stage.asked(), [Intent::OpenRound { items: vec![ItemId::from("st1")] }]);
}

#[wasm_bindgen_test]
async fn the_heading_takes_the_focus_when_the_user_goes_there() {
    let stage = Stage::at("actions").await;
    stage.find(".ll-steps button").click();
    assert_eq!(stage.asked(), [Intent::LookAt(Place::Start)]);
    stage.show(screens::screen("start")).await;
    assert_eq!(focused().id(), "ll-heading");
}

#[wasm_bindgen_test]
async fn the_focus_stays_when_the_group_moves_and_the_news_is_spoken() {
    let stage = Stage::at("start-lead").await;
    let leave = stage.find(".ll-steps button");
    leave.focus().unwrap();
    stage.show(screens::screen("actions")).await;
    assert_ne!(focused().id(), "ll-heading");
    assert!(stage.spoken().contains("app:group_moved Vervolgacties"), "{}", stage.spoken());
}

#[wasm_bindgen_test]
async fn results_and_refusals_are_spoken() {
    let stage = Stage::at("vote").await;
    stage.show(screens::screen("results")).await;
    assert!(stage.spoken().contains(name(Key::Revealed)));
    let stage = Stage::at("actions").await;
    assert!(stage.spoken().contains("error:too_many"));
    stage.click(name(Key::Dismiss)).await;
    assert_eq!(stage.asked(), [Intent::Dismiss(1)]);
}

#[wasm_bindgen_test]
async fn a_bar_says_its_numbers() {
    let stage = Stage::at("results").await;
    let spoken = stage.find("svg[role=img]").get_attribute("aria-label").unwrap();
    assert!(
        spoken.starts_with(
            "Helemaal niet mee eens: 1. Niet mee eens: 2. Ertussenin: 0. Mee eens: 3. Helemaal mee eens: 1."
        ),
        "{spoken}"
    );
    assert_eq!(stage.all(".ll-table tbody tr").len(), 6, "one line a statement and round");
}

#[wasm_bindgen_test]
async fn the_scope_is_saved_from_the_revision_it_was_read_at() {
    let stage = Stage::at("principles").await;
    stage.write_lines(".ll-scope textarea", "Alles wat helpt").await;
    stage.leave(".ll-scope textarea").await;
    let asked = stage.asked();
    assert!(
        matches!(&asked[..], [Intent::Change { base: 4, body: Body::Scope { text }, .. }] if &**text == "Alles wat helpt"),
        "{asked:?}"
    );
}

/// Waits a little longer than the pause after which a field saves by itself.
async fn pause() {
    let timer = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 1100).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(timer).await.unwrap();
    scheduler::flush().await;
}

fn with_scope(text: &str, revision: u64) -> Screen {
    let mut screen = screens::screen("principles");
    if let Page::Principles(view) = &mut screen.page {
        (view.scope.text, view.scope.meta.revision) = (text.into(), revision);
    }
    screen
}

/// The scope and its base of the only change asked for.
fn scope_asked(stage: &Stage) -> (String, u64) {
    let asked = stage.asked();
    let [Intent::Change { base, body: Body::Scope { text }, .. }] = &asked[..] else { panic!("{asked:?}") };
    (text.to_string(), *base)
}

#[wasm_bindgen_test]
async fn a_field_saves_after_a_pause_and_goes_on_from_there() {
    let stage = Stage::at("principles").await;
    stage.write_lines(".ll-scope textarea", "Alles ").await;
    assert_eq!(stage.asked(), []);
    pause().await;
    assert_eq!(scope_asked(&stage), ("Alles".into(), 4));
    stage.show(with_scope("Alles", 5)).await;
    let field: web_sys::HtmlTextAreaElement = stage.find(".ll-scope textarea").unchecked_into();
    assert_eq!(field.value(), "Alles ", "what is being typed stays as it was typed");
    stage.write_lines(".ll-scope textarea", "Alles wat").await;
    stage.show(with_scope("Van een ander", 6)).await;
    stage.leave(".ll-scope textarea").await;
    assert_eq!(scope_asked(&stage), ("Alles wat".into(), 5), "not from the other's text, which it never showed");
}

#[wasm_bindgen_test]
async fn what_waits_for_a_pause_is_saved_when_the_group_moves_on() {
    let stage = Stage::at("principles").await;
    stage.write_lines(".ll-scope textarea", "Alles wat helpt").await;
    stage.show(screens::screen("closing")).await;
    assert_eq!(scope_asked(&stage), ("Alles wat helpt".into(), 4));
    pause().await;
    assert_eq!(stage.asked(), [], "once");
}

#[wasm_bindgen_test]
async fn a_field_goes_on_with_its_draft_and_saves_it() {
    let mut screen = screens::screen("principles");
    screen.drafts = Rc::new(vec![("new:uitgangspunten:scope".into(), "3\nNog niet bewaard".into())]);
    let stage = Stage::of(screen).await;
    let field: web_sys::HtmlTextAreaElement = stage.find(".ll-scope textarea").unchecked_into();
    assert_eq!(field.value(), "Nog niet bewaard");
    pause().await;
    assert_eq!(scope_asked(&stage), ("Nog niet bewaard".into(), 3));
}

#[wasm_bindgen_test]
async fn what_is_typed_is_told_as_a_draft_and_forgotten_when_taken_back() {
    let stage = Stage::at("principles").await;
    stage.write(".ll-textform input", "Half").await;
    assert_eq!(stage.draft("new:uitgangspunten:").as_deref(), Some("0\nHalf"));
    stage.write(".ll-textform input", "").await;
    assert_eq!(stage.draft("new:uitgangspunten:").as_deref(), Some(""));
    stage.click(&format!("{} Leren mag", name(Key::Edit))).await;
    stage.write("li .ll-textform input", "Leren moet").await;
    assert_eq!(stage.draft("edit:uitgangspunten::p0").as_deref(), Some("4\nLeren moet"));
    stage.click(name(Key::Cancel)).await;
    assert_eq!(stage.draft("edit:uitgangspunten::p0").as_deref(), Some(""));
    assert_eq!(stage.asked(), []);
}

#[wasm_bindgen_test]
async fn drafts_are_taken_up_where_they_were_left() {
    let stage = Stage::at("held").await;
    let value = |selector: &str| stage.find(selector).unchecked_into::<web_sys::HtmlTextAreaElement>().value();
    assert_eq!(value(".ll-column:nth-child(2) > .ll-textform textarea"), "Dit schreef ik nog");
    assert_eq!(value("li .ll-textform textarea"), "We maken te weinig tijd vrij, vooral", "the edit opens by itself");
    assert_ne!(focused().tag_name(), "TEXTAREA", "and leaves the focus alone");
    stage.fire(&stage.find("li .ll-textform"), "submit").await;
    assert!(
        matches!(&stage.asked()[..], [Intent::Change { base: 3, body: Body::Note { text, .. }, .. }] if text.ends_with("vooral")),
        "from the revision at which it began"
    );
    assert_eq!(stage.draft("edit:opbrengst:eens:n2").as_deref(), Some(""));
}

#[wasm_bindgen_test]
async fn an_edit_of_something_deleted_can_be_added_again() {
    let stage = Stage::at("held").await;
    let card = stage.all(".ll-column:first-child .ll-conflict").pop().unwrap();
    assert!(card.text_content().unwrap().contains("Hier was ik mee bezig"));
    card.query_selector("button").unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    assert!(matches!(
        &stage.asked()[..],
        [Intent::Create { body: Body::Note { column, text, .. }, .. }] if &**column == "eens" && &**text == "Hier was ik mee bezig"
    ));
    assert_eq!(stage.draft("edit:opbrengst:eens:weg").as_deref(), Some(""));
}

#[wasm_bindgen_test]
async fn a_text_that_was_not_taken_says_why_and_stands_there_once() {
    let stage = Stage::at("held").await;
    let titles = stage.texts(".ll-conflict__title");
    let starts = [name(Key::GoneTitle), name(Key::GoneTitle), name(Key::ConflictTitle), "[error:too_many]"];
    assert_eq!(titles.len(), starts.len());
    for (title, start) in titles.iter().zip(starts) {
        assert!(title.starts_with(start), "{title}");
    }
    for text in ["Wie vraagt, krijgt tijd.", "de lijst was vol"] {
        let shown = stage.root.text_content().unwrap();
        assert_eq!(shown.matches(text).count(), 1, "{text}");
    }
    stage.click(name(Key::AddAgain)).await;
    stage.click(name(Key::TryAgain)).await;
    let settled = |id: &str| Intent::Settle { id: ContributionId::from(id), keep: Keep::Mine };
    assert_eq!(stage.asked(), [settled("n4"), settled("n5")]);
    stage.click(name(Key::DropMine)).await;
    assert_eq!(stage.asked(), [Intent::Settle { id: ContributionId::from("n4"), keep: Keep::Theirs }]);
}

#[wasm_bindgen_test]
async fn the_draft_of_an_action_holds_all_its_fields() {
    let stage = Stage::at("actions").await;
    stage.write(".ll-new input", "Bellen").await;
    let who: web_sys::HtmlSelectElement = stage.find(".ll-new select").unchecked_into();
    who.set_value("2");
    stage.fire(&who, "change").await;
    stage.write(".ll-new input[type=date]", "2026-12-03").await;
    stage.fire(&stage.find(".ll-new input[type=date]"), "change").await;
    let draft = stage.draft("new:vervolgacties:").unwrap();
    let mut screen = screens::screen("actions");
    screen.drafts = Rc::new(vec![("new:vervolgacties:".into(), draft.as_str().into())]);
    let later = Stage::of(screen).await;
    later.fire(&later.find(".ll-new form"), "submit").await;
    let asked = later.asked();
    let [Intent::Create { body: Body::Action(action), .. }] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!((&*action.what, action.when.map(|day| day.to_string()).as_deref()), ("Bellen", Some("2026-12-03")));
    assert_eq!(action.who_person, Some(PersonId::from("2")));
    assert_eq!(later.draft("new:vervolgacties:").as_deref(), Some(""));
}

#[wasm_bindgen_test]
async fn the_lead_is_handed_over_after_a_question() {
    let mut screen = screens::screen("vote-lead");
    screen.facilitation.as_mut().unwrap().successors = vec!["1".into(), "2".into()];
    let stage = Stage::of(screen).await;
    stage.click(name(Key::LeadMore)).await;
    let named = |who: &str| format!("{} {who}", name(Key::ChairHand));
    assert_eq!(stage.all(&format!("button[aria-label^='{}']", name(Key::ChairHand))).len(), 2);
    stage.click(&named("Chris")).await;
    assert_eq!(stage.asked(), []);
    stage.find("dialog[open] .ll-btn--primary").click();
    assert_eq!(stage.asked(), [Intent::HandChair("2".into())]);
}

#[wasm_bindgen_test]
async fn who_leads_ends_the_time_and_brings_the_group_along() {
    let mut screen = screens::screen("results-lead");
    screen.facilitation.as_mut().unwrap().here = Some((Place::Start, None));
    let stage = Stage::of(screen.clone()).await;
    stage.click(name(Key::GoHere)).await;
    assert_eq!(stage.asked(), [Intent::GoTo(Place::Start)]);
    stage.click(name(Key::LeadMore)).await;
    stage.click(name(Key::TimerEnd)).await;
    assert_eq!(stage.asked(), [Intent::EndTimer]);
    // Ended, it stands at nothing, says so, and cannot be ended again; the button keeps the focus.
    stage.button(name(Key::TimerEnd)).focus().unwrap();
    screen.timer.as_mut().unwrap().left_ms = -400;
    stage.show(screen).await;
    assert_eq!(stage.texts("[role=timer]"), ["0:00"]);
    assert!(stage.texts(".ll-timer__note")[0].starts_with(name(Key::TimerUp)));
    let end = stage.button(name(Key::TimerEnd));
    assert_eq!(end.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(end.is_same_node(Some(&focused())));
    end.click();
    assert_eq!(stage.asked(), []);
}

#[wasm_bindgen_test]
async fn whoever_brings_the_group_along_or_hands_the_lead_over_keeps_a_place_to_be() {
    let mut screen = screens::screen("results-lead");
    let here = screen.nav.iter().find(|entry| entry.shown).map(|entry| entry.place.clone()).unwrap();
    let lead = screen.facilitation.as_mut().unwrap();
    (lead.here, lead.successors) = (Some((here, None)), vec!["2".into()]);
    let stage = Stage::of(screen).await;
    stage.button(name(Key::GoHere)).focus().unwrap();
    stage.click(name(Key::GoHere)).await;
    assert_eq!(focused().id(), "ll-heading", "the button will be gone");
    stage.click(name(Key::LeadMore)).await;
    stage.click(&format!("{} Chris", name(Key::ChairHand))).await;
    stage.find("dialog[open] .ll-btn--primary").click();
    assert_eq!(focused().id(), "ll-heading", "so will all of the panel");
}

#[wasm_bindgen_test]
async fn a_question_about_the_lead_is_gone_once_somebody_else_has_it() {
    let mut screen = screens::screen("vote-lead");
    let lead = screen.facilitation.as_mut().unwrap();
    (lead.chair, lead.successors) = (Some("1".into()), vec!["2".into()]);
    let stage = Stage::of(screen.clone()).await;
    stage.click(name(Key::LeadMore)).await;
    stage.click(&format!("{} Chris", name(Key::ChairHand))).await;
    assert!(stage.has("dialog[open]"));
    screen.facilitation.as_mut().unwrap().chair = Some("3".into());
    stage.show(screen).await;
    assert!(!stage.has("dialog[open]"));
}

#[wasm_bindgen_test]
async fn it_is_said_that_somebody_else_leads() {
    let mut screen = screens::screen("loggedout");
    let stage = Stage::of(screen.clone()).await;
    let chair = screen.chair.as_mut().unwrap();
    (chair.mine, chair.holder) = (true, None);
    stage.show(screen).await;
    assert!(stage.spoken().contains(name(Key::ChairMine)), "{}", stage.spoken());
}

#[wasm_bindgen_test]
async fn taking_over_from_somebody_asks_first() {
    let stage = Stage::at("loggedout").await;
    stage.click(name(Key::ChairOver)).await;
    assert_eq!(stage.asked(), []);
    assert!(stage.find("dialog[open]").text_content().unwrap().contains("app:chair_over_title Bilal"));
    stage.find("dialog[open] .ll-btn--primary").click();
    assert_eq!(stage.asked(), [Intent::TakeChair]);
}

#[wasm_bindgen_test]
async fn who_is_logged_out_is_led_to_log_in() {
    let stage = Stage::at("start").await;
    stage.show(screens::screen("loggedout")).await;
    assert!(stage.spoken().contains("app:logged_out_changes 2"));
    assert_eq!(stage.find(".ll-banner--alert a").get_attribute("href").as_deref(), Some(""), "loads this page anew");
}

#[wasm_bindgen_test]
async fn who_came_late_says_that_they_took_part() {
    let stage = Stage::at("late").await;
    stage.click(name(Key::TookPart)).await;
    assert!(matches!(&stage.asked()[..], [Intent::TookPart { .. }]));
}

#[wasm_bindgen_test]
async fn closing_warns_of_a_vote_that_was_never_shown() {
    let stage = Stage::at("closing-lead").await;
    stage.click(name(Key::CloseMeeting)).await;
    assert!(stage.find("dialog[open]").text_content().unwrap().contains(name(Key::CloseUnrevealed)));
}
