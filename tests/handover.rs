//! What the first stage of the app hands over is what the whole goes on with.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use leerlandschap::core::command::Command;
use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::room::{Body, Choice, Place};
use leerlandschap::core::session::{Kept, Leaving, Note, Unsettled};
use leerlandschap::protocol::handover::{Handed, Handover};
use serde_json::json;

fn leaving() -> Leaving {
    let answer = Command::Answer {
        item: "st1".into(),
        round: 1,
        given: Choice::Point(4).into(),
        reason: "Te weinig tijd".into(),
        seq: 3,
    };
    let refused = Unsettled {
        id: "scope:lijst".into(),
        step: "uitgangspunten".into(),
        body: Body::Scope { text: "Wij".into() },
        refusal: Refusal::Conflict,
    };
    Leaving {
        kept: Kept {
            commands: vec![answer],
            unsettled: vec![refused],
            drafts: vec![("reason:st2".into(), "0\nOmdat".into())],
        },
        looking_at: Some(Place::Step("stellingen".into())),
        notes: vec![
            Note { id: 4, refusal: Refusal::RoundNotOpen, text: Some("De ronde is dicht".into()) },
            Note { id: 7, refusal: Refusal::Conflict, text: None },
        ],
    }
}

#[test]
fn nothing_is_lost_on_the_way() {
    let reply = json!({"now": 5000, "revision": 0, "room": null, "me": null, "counts": []});
    for left in [leaving(), Leaving::default()] {
        let wire = Handover::new(&left, "123.tab".to_owned(), 4000, true, false);
        let mut json = serde_json::to_value(&wire).expect("json");
        json["reply"] = reply.clone();
        let handed = Handed::read(&json).expect("as the protocol says");
        assert_eq!(handed.leaving, left);
        assert_eq!((&*handed.tab, handed.at, handed.focus, handed.say), ("123.tab", 4000, true, false));
        assert_eq!(handed.reply.now, 5000);
    }
}

#[test]
fn what_is_no_handover_is_told_apart() {
    let mut json = serde_json::to_value(Handover::new(&leaving(), String::new(), 0, false, true)).expect("json");
    assert!(Handed::read(&json).is_err(), "without the host's reply");
    json["reply"] = json!({"now": 1, "revision": 0, "room": null, "me": null, "counts": []});
    assert!(Handed::read(&json).is_ok());
    json["at"] = json!("soon");
    assert!(Handed::read(&json).is_err());
}
