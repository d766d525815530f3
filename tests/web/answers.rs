//! Questions, a summary, dots and counted hands in a real browser: what the user does becomes the right intent.

use leerlandschap::core::intent::Intent;
use leerlandschap::core::room::{Body, Choice, Hands};
use leerlandschap::i18n::Key;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::HtmlInputElement;

use super::{Stage, name};

/// The card of a question, by its number from 1.
fn card(number: usize) -> String {
    format!(".ll-questions__section:nth-of-type({number})")
}

#[wasm_bindgen_test]
async fn questions_are_answered_by_native_controls() {
    let stage = Stage::at("questions").await;
    let first = stage.all(".ll-question")[0].query_selector_all("input[type=radio]").unwrap();
    first.item(4).unwrap().unchecked_into::<HtmlInputElement>().click();
    assert_eq!(stage.asked(), [Intent::Answer { item: "lk1".into(), choice: Choice::Point(5) }]);
    assert!(stage.has(&card(1)) && !stage.texts("h3").is_empty(), "a heading for each dimension");
    let boxes = stage.all(".ll-choice--box input");
    boxes.last().unwrap().click();
    assert_eq!(
        stage.asked(),
        [Intent::AnswerOptions { item: "lk7".into(), options: vec!["niets".into()] }],
        "what cannot be combined stands alone"
    );
}

#[wasm_bindgen_test]
async fn a_number_counts_only_within_its_bounds_and_stays_in_the_field() {
    let stage = Stage::at("questions").await;
    stage.write(".ll-number input", "12").await;
    assert_eq!(stage.asked(), [Intent::Answer { item: "lk8".into(), choice: Choice::Point(12) }]);
    stage.write(".ll-number input", "120").await;
    assert_eq!(stage.asked(), [Intent::Answer { item: "lk8".into(), choice: Choice::OptOut }], "it counts no more");
    stage.leave(".ll-number input").await;
    let field: HtmlInputElement = stage.find(".ll-number input").unchecked_into();
    assert_eq!((field.value().as_str(), field.get_attribute("aria-invalid").as_deref()), ("120", Some("true")));
    assert!(stage.find(".ll-number [role=status]").text_content().unwrap().contains(name(Key::NumberWrong)));
}

#[wasm_bindgen_test]
async fn answers_are_handed_in() {
    let stage = Stage::at("questions").await;
    stage.click(name(Key::QuestionsHandIn)).await;
    assert_eq!(stage.asked(), [Intent::TookPart { step: "vragenlijst".into() }]);
    let done = Stage::at("questionsdone").await;
    assert!(done.spoken().contains(name(Key::QuestionsHandedIn)));
    assert!(done.spoken().contains(name(Key::WaitLeader)));
    assert!(!done.find(".ll-question input").has_attribute("disabled"), "they can be changed");
}

#[wasm_bindgen_test]
async fn numbers_of_a_scale_are_named_with_what_explains_them() {
    let stage = Stage::at("checkin").await;
    let radios = stage.all(".ll-scale__points--numbers input");
    assert_eq!(radios.len(), 10);
    assert_eq!(radios[9].get_attribute("aria-label").as_deref(), Some("10, Heel goed"));
    stage.write(".ll-question .ll-field input[type=text]", "Koffie").await;
    stage.leave(".ll-question .ll-field input[type=text]").await;
    assert_eq!(stage.asked(), [Intent::AnswerText { item: "wi2".into(), text: "Koffie".into() }]);
}

#[wasm_bindgen_test]
async fn what_is_not_right_counts_only_with_a_comment() {
    let stage = Stage::at("summary").await;
    stage.all(".ll-section__answer input")[2].click();
    assert_eq!(stage.asked(), [Intent::Answer { item: "klopt-het:redenen".into(), choice: Choice::Point(3) }]);
    stage.all(".ll-section__answer input")[4].click();
    yew::scheduler::flush().await;
    assert!(stage.asked().is_empty(), "not before there is a comment");
    stage.click(name(Key::SummarySend)).await;
    assert!(stage.asked().is_empty());
    assert!(stage.spoken().contains(name(Key::SummaryCommentMissing)));
    stage.write_lines(".ll-section__comment textarea", "Ook om tijd").await;
    stage.click(name(Key::SummarySend)).await;
    let sent =
        Intent::Comment { item: "klopt-het:invalshoeken".into(), choice: Choice::Point(2), text: "Ook om tijd".into() };
    assert_eq!(stage.asked(), [sent]);
}

#[wasm_bindgen_test]
async fn dots_are_placed_and_taken_away_by_named_buttons() {
    let stage = Stage::at("dots").await;
    assert!(stage.spoken().contains(name(Key::DotsLeft)));
    let more = stage.all(".ll-dots-place button");
    assert!(more[1].get_attribute("aria-label").unwrap().contains("De overdracht op vrijdag"));
    more[1].click();
    let asked = stage.asked();
    assert!(matches!(&asked[..], [Intent::Answer { choice: Choice::Point(1), .. }]), "{asked:?}");
    assert_eq!(more[0].get_attribute("aria-disabled").as_deref(), Some("true"), "none to take away");
}

#[wasm_bindgen_test]
async fn hands_are_counted_by_the_one_who_leads() {
    let stage = Stage::at("hands-lead").await;
    assert_eq!(stage.all(".ll-hands__tag").len(), 1, "what was counted is marked");
    let button = stage.button(name(Key::HandsSave));
    button.click();
    yew::scheduler::flush().await;
    assert!(stage.asked().is_empty());
    assert!(stage.find(".ll-hands__wrong").text_content().unwrap().contains(name(Key::HandsWrong)));
    for (at, count) in [(1, "4"), (2, "7"), (6, "2")] {
        stage.write(&format!(".ll-hands__field:nth-of-type({at}) input"), count).await;
    }
    stage.button(name(Key::HandsSave)).click();
    yew::scheduler::flush().await;
    let hands = Hands { item: "st1".into(), counts: vec![4, 7, 0, 0, 0], opt_outs: 2 };
    assert_eq!(stage.asked(), [Intent::Create { step: "stellingen".into(), body: Body::Hands(hands) }]);
}

#[wasm_bindgen_test]
async fn results_say_in_words_what_the_bars_show() {
    let stage = Stage::at("qresults").await;
    assert!(!stage.has(".ll-bars svg:not([aria-hidden])"), "the numbers stand beside the bars");
    let first = stage.find(".ll-bars li").text_content().unwrap();
    assert!(first.ends_with("11"), "{first}");
    assert_eq!(stage.all(".ll-profile > li").len(), 5);
    assert_eq!(stage.all(".ll-result .ll-table tbody tr").len(), 5, "and in a table");
    let few = Stage::at("qfew").await;
    assert!(few.texts(".ll-result__none").concat().contains(name(Key::RelationNone)));
}
