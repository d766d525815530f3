//! Who has answered, never what: what the one who leads sees of it, and when.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

mod participants;

use leerlandschap::core::intent::Intent;
use leerlandschap::core::room::{Choice, Pace, Place};
use leerlandschap::core::session::Who;
use leerlandschap::core::view::Answered;
use leerlandschap::protocol::read;
use serde_json::json;

use participants::{Participant, group, meeting};

/// A trainer and three members at the statements.
fn room() -> (Participant, Vec<Participant>) {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let (trainer, members) = group(&meeting);
    trainer.wants(Intent::GoTo(Place::Step("stellingen".into())));
    members.iter().for_each(Participant::reads);
    (trainer, members)
}

fn votes(member: &Participant) {
    for item in ["st1", "st2", "st3", "st4", "st5"] {
        member.wants(Intent::Answer { item: item.into(), choice: Choice::OptOut });
    }
}

fn answered(people: &[&str], missing: &[&str]) -> Answered {
    Answered {
        who: Who::told(people.iter().map(|id| (*id).into()).collect()).expect("the whole app"),
        missing: missing.iter().map(|name| (*name).into()).collect(),
    }
}

fn shown(trainer: &Participant) -> Option<Answered> {
    trainer.screen().facilitation.expect("leads").answered
}

#[test]
fn who_leads_sees_who_has_answered_until_the_results() {
    let (trainer, members) = room();
    trainer.reads();
    assert_eq!(shown(&trainer), Some(answered(&[], &[])), "nobody is missing before anybody has answered");
    members[1].wants(Intent::Answer { item: "st1".into(), choice: Choice::Point(4) });
    trainer.reads();
    assert_eq!(shown(&trainer), Some(answered(&[], &[])), "one answer of five is none");
    votes(&members[1]);
    trainer.reads();
    assert_eq!(shown(&trainer), Some(answered(&["Bram"], &["Anna", "Cato"])));
    trainer.wants(Intent::Mark { person: "Cato".into(), present: false });
    assert_eq!(shown(&trainer), Some(answered(&["Bram"], &["Anna"])), "who is not there is not missing");
    votes(&members[0]);
    trainer.reads();
    assert_eq!(shown(&trainer), Some(answered(&["Anna", "Bram"], &[])), "in the order of joining");
    trainer.wants(Intent::Reveal);
    assert_eq!(shown(&trainer), None);
}

#[test]
fn what_is_published_leaves_the_names_as_they_were() {
    let (trainer, members) = room();
    votes(&members[2]);
    trainer.reads();
    votes(&members[0]);
    trainer.reads_the_room();
    let round = trainer.screen().facilitation.expect("leads").round.expect("a round");
    assert_eq!(round.vote, Some((2, 3)), "the number is new");
    assert_eq!(shown(&trainer), Some(answered(&["Cato"], &["Anna", "Bram"])), "the names come when asked for");
    trainer.wants(Intent::CloseRound);
    assert_eq!(shown(&trainer), Some(answered(&["Anna", "Cato"], &["Bram"])));
}

#[test]
fn nobody_who_leads_elsewhere_sees_it() {
    let (trainer, members) = room();
    votes(&members[0]);
    trainer.reads();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    assert_eq!(shown(&trainer), None, "not of a step that the group has left");
    assert!(members.iter().all(|member| member.screen().facilitation.is_none()));
}

/// At their own pace the list would show who is at it at this moment.
#[test]
fn at_their_own_pace_nobody_is_told() {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Own);
    let (trainer, members) = group(&meeting);
    votes(&members[0]);
    trainer.reads();
    trainer.wants(Intent::LookAt(Place::Step("stellingen".into())));
    let lead = trainer.screen().facilitation.expect("leads");
    assert_eq!(lead.round.expect("a round").vote, Some((1, 3)));
    assert_eq!(lead.answered, None);
}

#[test]
fn the_wire_names_them_or_does_not() {
    let reply = |count: serde_json::Value| {
        let reply = json!({"now": 1, "revision": 0, "room": null, "me": null, "counts": [count]});
        read::reply(&reply).map(|update| update.counts[0].who.as_ref().map(|who| who.people().len()))
    };
    let count = json!({"step": "a", "round": 1, "answered": 2, "present": 3});
    assert_eq!(reply(count.clone()).expect("sound"), None);
    let with = |who: serde_json::Value| {
        let mut count = count.clone();
        count["who"] = who;
        reply(count)
    };
    assert_eq!(with(json!(["12", "15"])).expect("sound"), Some(2));
    assert_eq!(with(json!([])).expect("sound"), Some(0));
    with(json!([12])).expect_err("ids are texts");
    with(json!("12")).expect_err("no list");
}
