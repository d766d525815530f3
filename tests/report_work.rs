//! The report's working pages: follow-up actions over all meetings, the outcome of one, and what can be downloaded.

#![allow(clippy::expect_used)] // A test that cannot go on fails.
#![allow(clippy::needless_pass_by_value)] // JSON is written where it is handed over.

mod participants;

use leerlandschap::core::intent::Intent;
use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::report::actions::{ActionBook, Chosen, Column, Origin, Saving, Store, Which};
use leerlandschap::core::report::files::{Dataset, address, chosen_format, datasets};
use leerlandschap::core::report::outcome::{Told, outcome, put_down};
use leerlandschap::core::report::participation::{PeopleAsked, PeopleOrder};
use leerlandschap::core::report::{
    Facts, Moment, Page as Report, Remedy, Selection, Trouble, Which as Meetings, groups_by_hand,
};
use leerlandschap::core::room::{Action, ActionStatus, Body, Contribution, Date, Earlier, Pace, Place, Room};
use leerlandschap::core::view::{Answers, ClosingView, Page};
use leerlandschap::protocol::report::ReportPage;
use leerlandschap::protocol::{self, participation, read};
use serde_json::{Value, json};

use participants::{Participant, exercise, group, meeting};

const NOTE: &str = "00000000-0000-4000-8000-0000000000aa";

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn action(number: u32, revision: u64, fields: Value) -> Value {
    let mut all = json!({
        "what": format!("Action {number}"), "who_person": null, "who_text": "", "when": null, "status": "open",
        "source": null, "finding": "", "expectation": "", "outcome": "",
    });
    all.as_object_mut().expect("an object").extend(fields.as_object().expect("an object").clone());
    json!({
        "id": id(number), "step": "vervolgacties", "kind": "action", "revision": revision, "position": 0,
        "author": null, "fields": all,
    })
}

fn held(id: &str, group: &str, number: u32, visibility: &str, contributions: Value) -> Value {
    json!({
        "id": id, "group": group, "number": number, "part": "gesprek",
        "settings": {"visibility": visibility, "min_answers": 3, "facilitation": "trainer", "pace": "together"},
        "state": "open", "closed": 0, "started": 1_795_910_400_000_i64, "place": "@start", "joined": 3, "present": 3,
        "rounds": [], "contributions": contributions,
    })
}

fn facts(report: &Value) -> Facts {
    let page = json!({
        "lang": "nl", "cmid": 1, "exercise": {}, "strings": {}, "urls": {"gradebook": null, "export": "/e?id=1"},
        "formats": [], "report": report,
    });
    let report = ReportPage::read(&page).expect("as the protocol says").report;
    let exercise = exercise("leerlandschap");
    let language = exercise.language("nl");
    Facts { report, exercise, language }
}

/// Two groups, one of which met twice, and one that is there no more.
fn report(visibility: &str) -> Value {
    let (again, first) = (action(2, 9, json!({"status": "busy"})), action(2, 3, json!({"when": "2026-01-01"})));
    json!({
        "name": "Teamdag", "today": "2026-06-15", "min_answers": 3, "visibility": visibility, "may_set_status": true,
        "groups": [
            {"id": "1", "name": "Noord"}, {"id": "2", "name": "Zuid"}, {"id": "9", "name": "Oud", "former": true},
        ],
        "meetings": [
            held("11", "1", 1, visibility, json!([
                action(1, 2, json!({"when": "2026-06-14", "who_person": "42"})), first,
            ])),
            held("12", "1", 2, visibility, json!([again])),
            held("21", "2", 1, visibility, json!([
                action(3, 2, json!({"when": "2026-06-15", "source": "st1", "who_text": "José"})),
                action(4, 2, json!({"status": "done", "when": "2026-06-01", "source": NOTE, "finding": "Het werkt"})),
                action(2, 2, json!({"what": "=1+1", "source": "no-such-item"})),
            ])),
            held("91", "9", 1, visibility, json!([action(5, 2, json!({"what": "مرحبا", "when": "2026-06-20"}))])),
        ],
        "owners": {"42": "Bilal"},
        "notes": {NOTE: "Een briefje"},
    })
}

fn book() -> (ActionBook, Facts) {
    let facts = facts(&report("hidden"));
    (ActionBook::new(&facts), facts)
}

fn shown(book: &ActionBook, facts: &Facts, chosen: &Chosen) -> Vec<String> {
    let table = book.table(chosen, &facts.report.groups);
    table.rows.iter().map(|at| book.entries[*at].row.action.what.to_string()).collect()
}

fn at(book: &ActionBook, what: &str) -> usize {
    book.entries.iter().position(|entry| *entry.row.action.what == *what).expect("an action")
}

#[test]
fn each_action_stands_once_as_its_latest_meeting_has_it() {
    let (book, _) = book();
    assert_eq!(book.entries.len(), 6, "the same identity in another group is another action");
    let row = &book.entries[at(&book, "Action 2")].row;
    assert_eq!((&*row.meeting, row.number, row.made_in, row.revision), ("12", 2, 2, 9));
    assert_eq!((row.action.status, row.action.when), (ActionStatus::Busy, None));
    assert!(row.stood_in.contains(&1) && row.stood_in.contains(&2));
    let former = &book.entries[at(&book, "مرحبا")].row;
    assert!(former.former && &*former.group_name == "Oud");
}

#[test]
fn owners_and_sources_are_told_as_far_as_they_are_known() {
    let (book, _) = book();
    let row = |what: &str| &book.entries[at(&book, what)].row;
    assert_eq!(&*row("Action 1").owner, "Bilal");
    assert_eq!(&*row("Action 3").owner, "José");
    let Some(Origin::Statement(text)) = &row("Action 3").source else { panic!("a statement") };
    assert!(text.contains("leer"), "{text}");
    assert_eq!(row("Action 4").source, Some(Origin::Note(Some("Een briefje".into()))));
    assert_eq!(row("=1+1").source, Some(Origin::Removed));
    assert_eq!(row("Action 1").source, None);
}

#[test]
fn what_presses_comes_first() {
    let (book, facts) = book();
    // Overdue, then by day (today is not overdue), then without a day.
    assert_eq!(
        shown(&book, &facts, &Chosen::default()),
        ["Action 1", "Action 3", "مرحبا", "Action 2", "=1+1"],
        "open and busy"
    );
    let table = book.table(&Chosen::default(), &facts.report.groups);
    assert_eq!((table.all, table.open, table.overdue), (6, 5, 1));
}

#[test]
fn is_filtered_by_status_day_group_and_words() {
    let (book, facts) = book();
    let of = |chosen: Chosen| shown(&book, &facts, &chosen);
    assert_eq!(of(Chosen { which: Which::Only(ActionStatus::Done), ..Chosen::default() }), ["Action 4"]);
    assert_eq!(of(Chosen { which: Which::All, ..Chosen::default() }).len(), 6);
    assert_eq!(of(Chosen { overdue: true, ..Chosen::default() }), ["Action 1"]);
    assert_eq!(of(Chosen { group: Some("2".into()), ..Chosen::default() }), ["Action 3", "=1+1"]);
    assert_eq!(of(Chosen { number: Some(1), ..Chosen::default() }).len(), 5);
    assert_eq!(of(Chosen { number: Some(2), ..Chosen::default() }), ["Action 2"]);
    let words = |text: &str| of(Chosen { which: Which::All, text: text.into(), ..Chosen::default() });
    assert_eq!(words("JOSE"), ["Action 3"]);
    assert_eq!(words("zuid  werkt"), ["Action 4"]);
    assert_eq!(words("briefje"), ["Action 4"]);
    assert!(words("nergens").is_empty());
    assert!(of(Chosen { group: Some("77".into()), ..Chosen::default() }).is_empty());
    let table = book.table(&Chosen { group: Some("2".into()), ..Chosen::default() }, &facts.report.groups);
    assert_eq!((table.all, table.open, table.overdue), (3, 2, 0), "counted of the group");
}

#[test]
fn columns_turn_and_empty_cells_stay_last() {
    let (book, facts) = book();
    let by = |column, down| {
        shown(&book, &facts, &Chosen { which: Which::All, order: Some((column, down)), ..Chosen::default() })
    };
    assert_eq!(by(Column::Due, false)[..4], ["Action 4", "Action 1", "Action 3", "مرحبا"]);
    assert_eq!(by(Column::Due, true)[..4], ["مرحبا", "Action 3", "Action 1", "Action 4"]);
    assert_eq!(by(Column::Owner, true)[..2], ["Action 3", "Action 1"]);
    assert_eq!(by(Column::What, false)[0], "=1+1");
    assert_eq!(by(Column::Group, true)[0], "مرحبا");
    assert_eq!(by(Column::Meeting, true)[0], "Action 2");
    assert_eq!(by(Column::Status, true)[0], "Action 4");
    let chosen = Chosen::default();
    let pressed = |order| Chosen { order, ..Chosen::default() }.pressed(Column::Due);
    assert_eq!(chosen.pressed(Column::Due), Some((Column::Due, false)));
    assert_eq!(pressed(Some((Column::Due, false))), Some((Column::Due, true)));
    assert_eq!(pressed(Some((Column::Due, true))), None);
    assert_eq!(pressed(Some((Column::What, true))), Some((Column::Due, false)));
}

fn stored(wanted: &Store, revision: u64) -> Contribution {
    Contribution {
        id: wanted.action.clone(),
        step: "vervolgacties".into(),
        revision,
        position: 0,
        author: None,
        from: None,
        body: Body::Action(Action {
            what: "Action 1".into(),
            when: Date::parse("2026-06-14"),
            status: wanted.status,
            ..Action::default()
        }),
    }
}

#[test]
fn a_status_is_shown_at_once_and_stored_from_the_revision_that_is_known() {
    let (mut book, facts) = book();
    let at = at(&book, "Action 1");
    let first = book.choose(at, ActionStatus::Busy).expect("to store");
    assert_eq!((&*first.meeting, first.revision, first.status), ("11", 2, ActionStatus::Busy));
    assert_eq!((book.entries[at].status(), &book.entries[at].saving), (ActionStatus::Busy, &Saving::Sending));
    // Chosen again while the first is on its way: only the last of these follows.
    assert_eq!(book.choose(at, ActionStatus::Dropped), None);
    assert_eq!(book.choose(at, ActionStatus::Done), None);
    let next = book.settled(at, Ok(stored(&first, 5))).expect("to store");
    assert_eq!((next.revision, next.status), (5, ActionStatus::Done));
    assert_eq!(book.settled(at, Ok(stored(&next, 6))), None);
    assert_eq!((book.entries[at].status(), &book.entries[at].saving), (ActionStatus::Done, &Saving::Saved));
    assert_eq!(book.choose(at, ActionStatus::Done), None, "nothing to store");
    // A row stays until the reader looks at something else.
    assert_eq!(shown(&book, &facts, &Chosen::default())[0], "Action 1");
    assert_eq!(book.table(&Chosen::default(), &facts.report.groups).open, 4, "and is counted at once");
    book.settle();
    assert!(!shown(&book, &facts, &Chosen::default()).contains(&"Action 1".to_owned()));
}

#[test]
fn what_was_not_stored_is_put_back_and_told() {
    let (mut book, _) = book();
    let at = at(&book, "Action 1");
    for (trouble, remedy) in [
        (Trouble::Unreachable, Remedy::Retry),
        (Trouble::LoggedOut, Remedy::Reload),
        (Trouble::Refused(Refusal::Conflict, None), Remedy::Reload),
        (Trouble::Refused(Refusal::Gone, None), Remedy::Reload),
        (Trouble::Refused(Refusal::NotAllowed, None), Remedy::None),
    ] {
        assert_eq!(trouble.remedy(), remedy, "{trouble:?}");
        let wanted = book.choose(at, ActionStatus::Done).expect("to store");
        assert_eq!(book.settled(wanted.at, Err(trouble.clone())), None);
        let entry = &book.entries[at];
        assert_eq!(entry.status(), ActionStatus::Open, "put back");
        assert_eq!(entry.saving, Saving::Failed(trouble, ActionStatus::Done), "and what was chosen is not forgotten");
    }
    assert_eq!(book.choose(at, ActionStatus::Open), None);
    assert_eq!(book.entries[at].saving, Saving::Idle);
    assert_eq!(book.settled(at, Err(Trouble::Unreachable)), None, "an answer that nobody waits for");
    assert_eq!(book.choose(99, ActionStatus::Done), None);
}

#[test]
fn a_report_without_actions_has_an_empty_table() {
    let mut empty = report("hidden");
    empty["meetings"] = json!([]);
    empty["groups"] = json!([{"id": "0", "name": ""}]);
    empty["owners"] = json!([]);
    empty["notes"] = json!([]);
    let facts = facts(&empty);
    let book = ActionBook::new(&facts);
    let table = book.table(&Chosen::default(), &facts.report.groups);
    assert_eq!((table.rows.len(), table.all, table.open, table.overdue), (0, 0, 0, 0));
}

#[test]
fn answers_are_offered_of_named_meetings_alone() {
    assert!(!datasets(&facts(&report("hidden"))).contains(&Dataset::Answers));
    let named = datasets(&facts(&report("named")));
    assert!(named.contains(&Dataset::Answers));
    assert!(!named.contains(&Dataset::Goals), "the exercise makes no plan");
    assert_eq!(named[0], Dataset::Results);
}

#[test]
fn addresses_carry_what_is_looked_at() {
    assert_eq!(
        address("/export.php?id=7", Dataset::Actions, "csv", Some("3"), Some(2)),
        "/export.php?id=7&what=actions&dataformat=csv&group=3&number=2"
    );
    assert_eq!(address("/export.php", Dataset::Notes, "ods", None, None), "/export.php?what=notes&dataformat=ods");
    let formats = [("csv", "CSV"), ("ods", "ODS")];
    assert_eq!(chosen_format(&formats, "ods"), Some("ods"));
    assert_eq!(chosen_format(&formats, "gone"), Some("csv"));
    assert_eq!(chosen_format::<&str>(&[], "csv"), None);
}

#[test]
fn moments_are_told_no_more_exactly_than_they_may_be() {
    let at = 1_795_910_400_000;
    let moment = |visibility| facts(&report(visibility)).report.meetings[0].moment(at);
    assert_eq!(moment("hidden"), Moment::Day(at));
    assert_eq!(moment("named"), Moment::At(at));
}

/// What a host says of a meeting, read as the report reads it.
fn told(member: &Participant) -> Told {
    let update = member.update();
    let room: protocol::room::Room = update.room.as_ref().expect("a room").into();
    let earlier: Vec<protocol::room::Earlier> = update.earlier.iter().map(Into::into).collect();
    let json = json!({"room": room, "earlier": earlier});
    read::outcome(&json).expect("as the protocol says")
}

/// What a participant sees on the closing page, without what is their own.
fn seen(member: &Participant) -> ClosingView {
    member.wants(Intent::LookAt(Place::Closing));
    let Page::Closing(view) = member.screen().page else { panic!("not at the closing page") };
    ClosingView { done: Vec::new(), next: Vec::new(), ..view }
}

#[test]
fn an_outcome_is_what_everybody_in_the_room_sees() {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let (trainer, members) = group(&meeting);
    trainer.wants(Intent::GoTo(Place::Step("stellingen".into())));
    for (member, value) in members.iter().zip([1, 4, 5]) {
        member.reads();
        let choice = leerlandschap::core::room::Choice::Point(value);
        member.wants(Intent::Answer { item: "st1".into(), choice });
        member.wants(Intent::Reason { item: "st1".into(), text: format!("Reden {value}").into() });
    }
    trainer.wants(Intent::Reveal);
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    members[0].reads();
    members[0].writes("opbrengst", Body::Note { column: "eens".into(), text: "Een briefje".into(), group: "".into() });
    trainer.wants(Intent::GoTo(Place::Step("vervolgacties".into())));
    members[1].reads();
    members[1].writes("vervolgacties", Body::Action(Action { what: "Een actie".into(), ..Action::default() }));
    members.iter().for_each(Participant::reads);
    let exercise = exercise("leerlandschap");
    let language = exercise.language("nl");
    let came_of_it = outcome(&exercise, language, told(&members[2])).expect("a room");
    assert!(came_of_it.known && !came_of_it.is_empty());
    assert_eq!(*came_of_it.view, seen(&members[2]));
    assert_eq!(came_of_it.people.len(), 3);
    let (_, answers) = &came_of_it.view.answers[0];
    let Some(Answers::Statements(results)) = &answers.answers else { panic!("statements") };
    let row = results.rows.iter().find(|row| row.number == 1).expect("the statement");
    assert_eq!(row.bars[0].shown.as_ref().expect("three answered").reasons.len(), 3, "reasons as the room has them");
    assert!(came_of_it.view.next.is_empty() && came_of_it.view.done.is_empty());

    let empty = Room { rounds: Vec::new(), contributions: Vec::new(), ..told(&members[0]).room };
    let nothing = outcome(&exercise, language, Told { room: empty, earlier: Vec::new() }).expect("a room");
    assert!(nothing.is_empty());
}

#[test]
fn a_part_that_the_exercise_lost_is_no_crash() {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let (_, members) = group(&meeting);
    let exercise = exercise("leerlandschap");
    let Told { room, .. } = told(&members[0]);
    let earlier = Earlier { number: 1, part: "gone".into(), closed: 0, rounds: Vec::new(), contributions: Vec::new() };
    let lost = Told { room: Room { part: "gone".into(), ..room }, earlier: vec![earlier] };
    let came_of_it = outcome(&exercise, exercise.language("en"), lost).expect("a room");
    assert!(!came_of_it.known && came_of_it.is_empty());
}

#[test]
fn people_are_read_as_the_service_tells_them() {
    let answer = json!({
        "activity": {}, "total": 201, "warnings": [],
        "people": [
            {
                "id": 3, "fullname": "Anna", "identity": [{"name": "email", "value": "a@example.com"}],
                "points": {"earned": 1, "attainable": 3},
                "meetings": [{
                    "meeting": 11, "number": 1, "group": {"id": 1, "name": "Noord"}, "joined": 1_795_910_400,
                    "steps": [{"id": "stellingen", "title": "Stellingen", "noted": 1_795_910_400}],
                }],
            },
            {
                "id": 4, "fullname": "Bo", "identity": [], "points": null,
                "meetings": [{"meeting": 11, "number": 1, "group": null, "joined": 0, "steps": null}],
            },
        ],
        "steps": [{"id": "stellingen", "title": "Stellingen", "taken": 1, "of": 1}],
    });
    let people = participation::people(&answer).expect("as the protocol says");
    assert_eq!((people.total, people.pages(), people.untold), (201, 3, 1));
    let [anna, bo] = &people.people[..] else { panic!("two people") };
    assert_eq!((&*anna.id, anna.points, &*anna.identity[0]), ("3", Some((1, 3)), "a@example.com"));
    assert_eq!(anna.meetings[0].joined, Some(1_795_910_400_000));
    assert_eq!((&*anna.meetings[0].group, &*bo.meetings[0].group), ("Noord", ""));
    assert_eq!((bo.points, bo.meetings[0].joined, &bo.meetings[0].steps), (None, None, &None));
    assert!(participation::people(&json!({"total": 1})).is_err());
}

#[test]
fn another_search_begins_at_the_first_page() {
    let asked = PeopleAsked { page: 4, ..PeopleAsked::default() };
    let next = asked.with(|it| it.order = PeopleOrder::Most);
    assert_eq!((next.page, next.order), (0, PeopleOrder::Most));
    assert_eq!(asked.with(|it| it.page = 5).page, 5);
}

/// A principle or a scope, as a room tells it.
fn put(number: u32, kind: &str, fields: Value) -> Value {
    json!({
        "id": id(number), "step": "uitgangspunten", "kind": kind, "revision": 1, "position": 0, "author": null, "fields": fields,
    })
}

#[test]
fn principles_of_all_groups_stand_side_by_side_each_as_its_latest_meeting_left_them() {
    let principle = |number, text: &str| put(number, "principle", json!({"text": text, "action": null}));
    let scope = |text: &str| {
        let mut it = put(31, "scope", json!({"text": text}));
        it["id"] = json!("scope:uitgangspunten");
        it
    };
    let mut all = report("hidden");
    let asked = format!("uitgangspunten:{}", id(32));
    let shown = json!({"item": asked, "answered": 4, "suppressed": false, "counts": [0, 1, 3], "opt_outs": 0, "agreement": 75,
        "class": "lean", "direction": "agree", "one_vote_decides": false, "shift": null});
    let round = json!({"step": "uitgangspunten", "round": 1, "phase": "revealed", "items": [asked], "closed": 0,
        "answered": 4, "present": 4, "results": [shown]});
    all["meetings"][0]["contributions"] = json!([scope("Leren op het werk"), principle(32, "Iedereen krijgt tijd")]);
    all["meetings"][0]["rounds"] = json!([round]);
    all["meetings"][2]["contributions"] = json!([scope(" "), action(3, 2, json!({}))]);
    all["meetings"][3]["contributions"] = json!([principle(33, "مرحبا")]);
    let facts = facts(&all);
    let found = put_down(&facts, &Selection::default());
    let told: Vec<_> = found.iter().map(|it| (it.group, it.meeting, &*it.principles[0].scope)).collect();
    // The second meeting of the first group has none, and the second group wrote nothing that counts.
    assert_eq!(told, [(0, 1, "Leren op het werk"), (2, 1, "")]);
    let [of_first] = &*found[0].principles[0].principles else { panic!("one principle") };
    assert_eq!(&*of_first.text, "Iedereen krijgt tijd");
    let support = of_first.support.as_ref().and_then(|it| it.result.as_ref()).expect("a vote that was shown");
    assert_eq!((support.answered, support.present, support.shown.is_some()), (4, 4, true));
    let second = Selection { which: Meetings::Number(2), ..Selection::default() };
    assert!(put_down(&facts, &second).is_empty());
}

#[test]
fn counted_hands_are_told_of_the_groups_that_counted_any() {
    let mut all = report("hidden");
    let hands = json!({
        "id": id(41), "step": "stellingen", "kind": "hands", "revision": 1, "position": 0, "author": null,
        "fields": {"item": "st1", "counts": "1,2,0,0,0", "opt_outs": "0"},
    });
    all["meetings"][2]["contributions"] = json!([hands]);
    let facts = facts(&all);
    let everybody = Selection::default();
    assert_eq!(groups_by_hand(&facts, &everybody, Report::Statements), ["2".into()]);
    assert!(groups_by_hand(&facts, &everybody, Report::Questions).is_empty());
    let first = Selection { group: Some("1".into()), ..everybody };
    assert!(groups_by_hand(&facts, &first, Report::Statements).is_empty());
}
