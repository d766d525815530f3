//! Whether other groups may see what came of a meeting: asked, answered, shown and taken back.

use wasm_bindgen_test::*;

use super::*;

const CARD: &str = ".ll-sharing";

async fn press(stage: &Stage, name: Key) {
    stage.button(name.identifier()).click();
    scheduler::flush().await;
}

#[wasm_bindgen_test]
async fn the_one_who_leads_asks_for_the_outcome_or_a_lesson() {
    let stage = Stage::at("sharing").await;
    press(&stage, Key::OthersAskOutcome).await;
    let field = format!("{CARD} textarea");
    stage.write_lines(&field, " Vraag door.\nVerklaar niet. ").await;
    stage.fire(&stage.find(&format!("{CARD} form")), "submit").await;
    let lesson = Intent::AskSharing(Some("Vraag door.\nVerklaar niet.".into()));
    assert_eq!(stage.asked(), [Intent::AskSharing(None), lesson]);
    assert!(!stage.has(&format!("{CARD} [type=radio]")), "nothing is to be answered yet");
}

#[wasm_bindgen_test]
async fn a_member_answers_and_sees_what_would_be_shown_and_never_who() {
    let stage = Stage::at("sharing-asked").await;
    let choices = stage.all(&format!("{CARD} [type=radio]"));
    let checked: Vec<bool> =
        choices.iter().map(|it| it.clone().unchecked_into::<HtmlInputElement>().checked()).collect();
    assert_eq!(checked, [true, false]);
    choices[1].click();
    scheduler::flush().await;
    assert_eq!(stage.asked(), [Intent::Consent(false)]);
    let links: Vec<_> = stage.all(&format!("{CARD} a")).iter().filter_map(|it| it.get_attribute("href")).collect();
    assert_eq!(links, ["/shared?id=5&preview=3", "/shared?id=5"]);
    let status = stage.find(&format!("{CARD} [role=status]")).text_content().unwrap_or_default();
    for told in [Key::OthersAnswered, Key::OthersCount, Key::OthersObjected] {
        assert!(status.contains(told.identifier()), "{status}");
    }
    for person in screens::screen("sharing-asked").people {
        let card = stage.find(CARD).text_content().unwrap_or_default();
        assert!(!card.contains(&*person.name), "{card}");
    }
    assert!(stage.all(&format!("{CARD} button")).is_empty(), "only who leads shows it");
}

#[wasm_bindgen_test]
async fn what_the_group_agreed_to_is_shown_and_taken_back_after_a_question() {
    let stage = Stage::at("sharing-agreed").await;
    press(&stage, Key::OthersPublish).await;
    press(&stage, Key::OthersDrop).await;
    assert_eq!(stage.asked(), [Intent::Publish, Intent::Withdraw]);
    stage.show(screens::screen("sharing-shown")).await;
    press(&stage, Key::OthersWithdraw).await;
    assert!(stage.asked().is_empty(), "it asks first");
    stage.find("dialog[open] .ll-btn--primary").click();
    scheduler::flush().await;
    assert_eq!(stage.asked(), [Intent::Withdraw]);
}
