//! What the group makes together: what is done on the screen becomes the right intent, and the focus follows.

use leerlandschap::core::room::GoalStatus;
use wasm_bindgen_test::*;

use super::*;

/// Clicks what a selector finds.
async fn press(stage: &Stage, selector: &str) {
    stage.find(selector).click();
    scheduler::flush().await;
}

async fn submit(stage: &Stage, selector: &str) {
    stage.fire(&stage.find(selector), "submit").await;
}

async fn choose(stage: &Stage, selector: &str, value: &str) {
    let select: web_sys::HtmlSelectElement = stage.find(selector).unchecked_into();
    select.set_value(value);
    stage.fire(&select, "change").await;
}

fn has_focus(stage: &Stage, selector: &str) -> bool {
    focused() == *stage.find(selector)
}

#[wasm_bindgen_test]
async fn a_note_is_put_into_a_group_by_keyboard() {
    let stage = Stage::at("groups").await;
    let card = ".ll-column:nth-of-type(2) .ll-note";
    press(&stage, &format!("{card} .ll-note__tools > button")).await;
    let field = format!("{card} input");
    assert_eq!(stage.find(&field).get_attribute("list").as_deref(), Some("ll-groups"), "names there are, to choose");
    assert!(has_focus(&stage, &field));
    stage.write(&field, "Tijd").await;
    submit(&stage, &format!("{card} form")).await;
    let asked = stage.asked();
    let Some(Intent::Change { id, body: Body::Note { group, column, .. }, base, .. }) = asked.last() else {
        panic!("{asked:?}")
    };
    assert_eq!((id.as_str(), &**group, &**column, *base), ("g4", "Tijd", "goed", 4));
    assert!(has_focus(&stage, &format!("{card} .ll-note__tools > button")), "back on the button");
}

#[wasm_bindgen_test]
async fn a_group_is_renamed_note_by_note_and_a_note_taken_out() {
    let stage = Stage::at("groups").await;
    press(&stage, ".ll-group__head button").await;
    stage.write(".ll-group form input", "Samen").await;
    submit(&stage, ".ll-group form").await;
    let renamed: Vec<String> = stage
        .asked()
        .iter()
        .filter_map(|intent| match intent {
            Intent::Change { id, body: Body::Note { group, .. }, .. } if &**group == "Samen" => Some(id.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(renamed, ["g1", "g2"]);
    press(&stage, ".ll-group .ll-note .ll-note__tools > button").await;
    press(&stage, ".ll-group .ll-note form .ll-btn--quiet").await;
    let asked = stage.asked();
    assert!(
        matches!(asked.last(), Some(Intent::Change { body: Body::Note { group, .. }, .. }) if group.is_empty()),
        "{asked:?}"
    );
}

#[wasm_bindgen_test]
async fn sharing_a_private_note_asks_first() {
    let stage = Stage::at("private").await;
    press(&stage, ".ll-note--own > .ll-btn").await;
    assert!(stage.asked().is_empty());
    press(&stage, "dialog[open] .ll-btn--primary").await;
    assert_eq!(stage.asked(), [Intent::Share { id: ContributionId::from("v1") }]);
}

#[wasm_bindgen_test]
async fn looking_back_asks_how_it_went_and_what_was_found() {
    let stage = Stage::at("review").await;
    press(&stage, ".ll-lookedback .ll-action > .ll-btn").await;
    let fields = stage.all(".ll-lookedback form textarea").len();
    assert_eq!(fields, 2, "the outcome and the finding");
    assert!(has_focus(&stage, ".ll-lookedback form select"));
    stage.write_lines(".ll-lookedback form label:nth-of-type(3) textarea", "Het kan gewoon").await;
    submit(&stage, ".ll-lookedback form").await;
    let asked = stage.asked();
    let Some(Intent::Change { body: Body::Action(action), .. }) = asked.last() else { panic!("{asked:?}") };
    assert_eq!((&*action.finding, &*action.what), ("Het kan gewoon", "Een gesprek voeren over werkdruk"));
}

#[wasm_bindgen_test]
async fn a_goal_is_added_to_its_period() {
    let stage = Stage::at("plan").await;
    let form = ".ll-period:nth-of-type(3) form";
    assert_eq!(stage.all(&format!("{form} label")).len(), 1, "one field to begin with");
    stage.write(&format!("{form} input"), "Leren in elk overleg").await;
    assert!(stage.all(&format!("{form} label")).len() > 1);
    submit(&stage, form).await;
    let asked = stage.asked();
    let Some(Intent::Create { body: Body::Goal(goal), .. }) = asked.last() else { panic!("{asked:?}") };
    assert_eq!((&*goal.period, &*goal.goal, goal.status), ("jaar3", "Leren in elk overleg", GoalStatus::Planned));
}

#[wasm_bindgen_test]
async fn a_principle_rests_on_the_finding_that_is_chosen() {
    let stage = Stage::at("complete").await;
    choose(&stage, ".ll-principle:nth-of-type(2) .ll-rests select", "a1").await;
    let asked = stage.asked();
    let Some(Intent::Change { body: Body::Principle { action, .. }, .. }) = asked.last() else { panic!("{asked:?}") };
    assert_eq!(action.as_ref().map(ContributionId::as_str), Some("a1"));
}

#[wasm_bindgen_test]
async fn the_one_who_leads_chooses_what_the_meeting_goes_through() {
    let stage = Stage::at("series").await;
    press(&stage, ".ll-run:nth-of-type(2) input").await;
    assert_eq!(stage.asked(), [Intent::ChoosePart("maand".into())]);
}

#[wasm_bindgen_test]
async fn the_next_meeting_is_chosen_and_asked_for() {
    let stage = Stage::at("next").await;
    press(&stage, ".ll-next .ll-run:nth-of-type(2) input").await;
    press(&stage, ".ll-next > .ll-btn--primary").await;
    assert!(stage.asked().is_empty(), "it asks first");
    press(&stage, ".ll-next dialog[open] .ll-btn--primary").await;
    assert_eq!(stage.asked(), [Intent::StartNext("maand".into())]);
}

#[wasm_bindgen_test]
async fn a_step_to_do_is_opened_from_the_list() {
    let stage = Stage::at("alone").await;
    let closed = stage.all(".ll-todo__step--later button").len();
    assert_eq!(closed, 0, "what the group does together waits");
    press(&stage, ".ll-own-pace > .ll-btn--primary").await;
    assert_eq!(stage.asked(), [Intent::LookAt(Place::Step("stellingen".into()))]);
}
