//! Several participants of one meeting, without a browser: each has a session and a host, as in the app.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

mod participants;

use leerlandschap::core::intent::{Intent, Keep};
use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::room::{Body, Choice, Pace, Place};
use leerlandschap::core::session::Event;
use leerlandschap::core::view::{Banner, Begin, Page, RoundAction, Saved, TimeLeft, TimerView};
use leerlandschap::host::Host;
use leerlandschap::host::memory::Meeting;

use participants::{Participant, group, meeting};

/// A room with a trainer and three members, at the statements.
fn room() -> (Meeting, Participant, Vec<Participant>) {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let (trainer, members) = group(&meeting);
    trainer.wants(Intent::GoTo(Place::Step("stellingen".into())));
    members.iter().for_each(Participant::reads);
    (meeting, trainer, members)
}

fn answer(value: i32) -> Intent {
    Intent::Answer { item: "st1".into(), choice: Choice::Point(value) }
}

fn note(text: &str) -> Body {
    Body::Note { column: "eens".into(), text: text.into(), group: "".into() }
}

#[test]
fn a_room_votes_and_sees_the_result() {
    let (_, trainer, members) = room();
    for (member, value) in members.iter().zip([1, 4, 5]) {
        member.wants(answer(value));
        let Page::Statements(view) = member.screen().page else { panic!("not at the statements") };
        assert_eq!(view.items[0].choice, Some(Choice::Point(value)));
        assert!(view.results.is_none());
    }
    trainer.wants(Intent::Reveal);
    members[0].reads();
    let Page::Statements(view) = members[0].screen().page else { panic!("not at the statements") };
    let results = view.results.expect("results");
    let shown = results.rows.iter().find(|row| row.number == 1).and_then(|row| row.bars[0].shown.clone());
    assert_eq!(shown.expect("three answered").counts, [1, 0, 0, 1, 1]);
    assert!(results.rows.last().expect("rows").bars[0].shown.is_none(), "nobody answered the others");
}

#[test]
fn a_locked_round_is_not_asked_again() {
    let (_, _, members) = room();
    let asked = |member: &Participant| {
        let Page::Statements(view) = member.screen().page else { panic!("not at the statements") };
        (view.can_answer, view.heading.locked)
    };
    assert_eq!(asked(&members[0]), (true, false));
    members[0].reads_changed(|update| {
        update.me.as_mut().expect("me").locked = vec!["stellingen".into()];
    });
    assert_eq!(asked(&members[0]), (false, true));
    members[0].reads();
    assert_eq!(asked(&members[0]), (true, false), "the next round is asked");
}

#[test]
fn offline_loses_nothing() {
    let (meeting, _, members) = room();
    let anna = &members[0];
    anna.host.set_reachable(false);
    anna.wants(answer(2));
    anna.wants(answer(4));
    assert_eq!(anna.screen().saved, Saved::Offline(2));
    assert_eq!(anna.host.kept().commands.len(), 2, "kept on the device");
    anna.wants(answer(5));
    assert_eq!(anna.host.kept().commands.len(), 2, "what was never sent is replaced");
    anna.host.set_reachable(true);
    anna.happens(Event::RetryDue);
    assert_eq!(anna.screen().saved, Saved::Saved);
    assert!(anna.host.kept().is_empty());
    let stored = meeting.state().answers;
    let choices: Vec<Choice> = stored.values().map(|answer| answer.given.choice).collect();
    assert_eq!(choices, [Choice::Point(5)]);
}

#[test]
fn nothing_is_said_to_be_kept_that_is_only_in_memory() {
    let (_, _, members) = room();
    let anna = &members[0];
    anna.happens(Event::StorageLost);
    assert_eq!(anna.screen().saved, Saved::MemoryOnly);
    anna.host.set_reachable(false);
    anna.wants(answer(2));
    assert_eq!(anna.screen().saved, Saved::MemoryOnly);
    anna.host.set_reachable(true);
    anna.happens(Event::RetryDue);
    assert_eq!(anna.screen().saved, Saved::MemoryOnly);
}

#[test]
fn a_reload_sends_what_was_kept() {
    let (meeting, _, members) = room();
    let kept = {
        members[0].host.set_reachable(false);
        members[0].wants(answer(5));
        members[0].host.kept()
    };
    let again = Participant::new(&meeting, "Anna");
    again.happens(Event::Replayed(kept));
    assert_eq!(meeting.state().answers.len(), 1);
    assert_eq!(again.screen().saved, Saved::Saved);
}

#[test]
fn as_long_as_more_may_be_found_nothing_is_called_saved() {
    let (meeting, _, members) = room();
    members[0].host.set_reachable(false);
    members[0].wants(answer(5));
    let again = Participant::new(&meeting, "Anna");
    again.happens(Event::Seeking(true));
    assert_eq!(again.screen().saved, Saved::Sending);
    again.host.set_reachable(false);
    again.happens(Event::Replayed(members[0].host.kept()));
    again.happens(Event::Seeking(false));
    assert_eq!(again.screen().saved, Saved::Offline(1));
    again.host.set_reachable(true);
    again.happens(Event::RetryDue);
    assert_eq!(again.screen().saved, Saved::Saved);
}

#[test]
fn two_edits_of_one_note_show_both_texts() {
    let (_, trainer, members) = room();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    let (anna, bram) = (&members[0], &members[1]);
    anna.wants(Intent::Create { step: "opbrengst".into(), body: note("eerst") });
    bram.reads();
    let Page::Notes(view) = bram.screen().page else { panic!("not at the notes") };
    let meta = view.columns[0].groups[0].notes[0].meta.clone();
    let edit = |text: &str| Intent::Change {
        id: meta.id.clone(),
        step: "opbrengst".into(),
        base: meta.revision,
        body: note(text),
    };
    bram.wants(edit("van Bram"));
    anna.wants(edit("van Anna"));
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let shown = &view.columns[0].groups[0].notes[0];
    assert_eq!(&*shown.text, "van Bram");
    let held = shown.meta.held.as_ref().expect("both texts");
    assert_eq!((&held.mine, held.refusal, held.gone), (&note("van Anna"), Refusal::Conflict, false));
    assert_eq!(anna.screen().messages[0].refusal, Refusal::Conflict);
    anna.wants(Intent::Settle { id: meta.id.clone(), keep: Keep::Mine });
    bram.reads();
    let Page::Notes(view) = bram.screen().page else { panic!("not at the notes") };
    assert_eq!(&*view.columns[0].groups[0].notes[0].text, "van Anna");
}

#[test]
fn a_note_that_is_the_groups_by_now_is_there_once() {
    let meeting = meeting("werkoverleg", "maand", Pace::Together);
    let (trainer, members) = group(&meeting);
    trainer.wants(Intent::GoTo(Place::Step("retrospectief".into())));
    let anna = &members[0];
    anna.reads();
    let written = Body::Note { column: "goed".into(), text: "De overdracht".into(), group: "".into() };
    anna.writes("retrospectief", written);
    let seen = || {
        let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
        view.columns.iter().flat_map(|column| &column.groups).map(|group| group.notes.len()).sum::<usize>()
    };
    assert_eq!(seen(), 1);
    trainer.reads();
    trainer.wants(Intent::Reveal);
    anna.reads_the_room();
    assert_eq!(seen(), 1);
    anna.reads();
    assert_eq!(seen(), 1);
}

#[test]
fn a_text_whose_note_was_deleted_stays_with_its_author() {
    let (_, trainer, members) = room();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    let (anna, bram) = (&members[0], &members[1]);
    anna.wants(Intent::Create { step: "opbrengst".into(), body: note("eerst") });
    bram.reads();
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let meta = view.columns[0].groups[0].notes[0].meta.clone();
    bram.wants(Intent::Remove { id: meta.id.clone() });
    anna.wants(Intent::Change {
        id: meta.id.clone(),
        step: "opbrengst".into(),
        base: meta.revision,
        body: note("lang getypt"),
    });
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let held = view.columns[0].groups[0].notes[0].meta.held.as_ref().expect("the text");
    assert_eq!((&held.mine, held.refusal, held.gone), (&note("lang getypt"), Refusal::Deleted, true));
    anna.wants(Intent::LookAt(Place::Closing));
    let Page::Closing(closing) = anna.screen().page else { panic!("not at the closing page") };
    assert!(closing.notes.is_empty(), "a text that only its author has is no outcome");
    anna.wants(Intent::Settle { id: meta.id, keep: Keep::Mine });
    bram.reads();
    let Page::Notes(view) = bram.screen().page else { panic!("not at the notes") };
    assert_eq!(&*view.columns[0].groups[0].notes[0].text, "lang getypt");
}

#[test]
fn edits_in_a_row_do_not_meet_themselves() {
    let (meeting, trainer, members) = room();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    let anna = &members[0];
    anna.reads();
    anna.host.set_reachable(false);
    anna.wants(Intent::Create { step: "opbrengst".into(), body: note("a") });
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let meta = view.columns[0].groups[0].notes[0].meta.clone();
    assert!(meta.pending);
    anna.wants(Intent::Change { id: meta.id.clone(), step: "opbrengst".into(), base: meta.revision, body: note("ab") });
    anna.host.set_reachable(true);
    anna.happens(Event::RetryDue);
    assert!(anna.screen().messages.is_empty());
    assert_eq!(meeting.state().contributions[0].body, note("ab"));
}

/// The host had carried out the first save, but its answer was lost.
#[test]
fn a_lost_answer_of_the_host_is_no_conflict() {
    let (meeting, trainer, members) = room();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    let anna = &members[0];
    anna.reads();
    anna.host.set_reachable(false);
    anna.wants(Intent::Create { step: "opbrengst".into(), body: note("a") });
    let lost = anna.host.kept();
    let elsewhere = Participant::new(&meeting, "Anna");
    elsewhere.happens(Event::Replayed(lost));
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let meta = view.columns[0].groups[0].notes[0].meta.clone();
    anna.wants(Intent::Change { id: meta.id, step: "opbrengst".into(), base: meta.revision, body: note("ab") });
    anna.host.set_reachable(true);
    anna.happens(Event::RetryDue);
    assert!(anna.screen().messages.is_empty());
    assert_eq!(meeting.state().contributions[0].body, note("ab"));
}

#[test]
fn looking_back_is_not_disturbed_by_the_group() {
    let (_, trainer, members) = room();
    let anna = &members[0];
    anna.wants(Intent::LookAt(Place::Start));
    trainer.wants(Intent::GoTo(Place::Step("vervolgacties".into())));
    anna.reads();
    let shown = anna.screen();
    assert!(matches!(shown.page, Page::Start(_)));
    let Some(Banner::Elsewhere { group, .. }) = shown.banner else { panic!("no way back") };
    assert_eq!(group, Place::Step("vervolgacties".into()));
    anna.wants(Intent::Follow);
    assert!(matches!(anna.screen().page, Page::Actions(_)));
}

#[test]
fn whoever_looked_ahead_goes_on_with_the_group() {
    let (_, trainer, members) = room();
    let anna = &members[0];
    let ahead = Place::Step("vervolgacties".into());
    anna.wants(Intent::LookAt(ahead.clone()));
    trainer.wants(Intent::GoTo(ahead));
    anna.reads();
    assert!(matches!(anna.screen().page, Page::Actions(_)));
    trainer.wants(Intent::GoTo(Place::Step("uitgangspunten".into())));
    anna.reads();
    assert!(matches!(anna.screen().page, Page::Principles(_)));
}

/// A repeated command of the one who leads whose first delivery worked is no error to tell.
#[test]
fn what_came_true_is_no_refusal() {
    let (meeting, trainer, _) = room();
    let go = Intent::GoTo(Place::Step("vervolgacties".into()));
    trainer.host.set_reachable(false);
    trainer.wants(go);
    let lost = trainer.host.kept();
    let elsewhere = Participant::new(&meeting, "Trainer");
    elsewhere.happens(Event::Replayed(lost));
    trainer.host.set_reachable(true);
    trainer.happens(Event::RetryDue);
    assert!(trainer.screen().messages.is_empty());
    assert!(matches!(trainer.screen().page, Page::Actions(_)));
}

#[test]
fn what_is_typed_outlives_the_page() {
    let (meeting, _, members) = room();
    members[0].wants(Intent::Draft { key: "note:opbrengst:eens".into(), text: "half een zin".into() });
    let again = Participant::new(&meeting, "Anna");
    again.happens(Event::Replayed(members[0].host.kept()));
    assert_eq!(**again.screen().drafts, [("note:opbrengst:eens".into(), "half een zin".into())]);
    again.wants(Intent::Draft { key: "note:opbrengst:eens".into(), text: "".into() });
    assert!(again.host.kept().is_empty());
}

#[test]
fn who_comes_late_can_still_take_part() {
    let (meeting, trainer, members) = room();
    members[0].wants(Intent::TookPart { step: "stellingen".into() });
    assert_eq!(members[0].screen().messages[0].refusal, Refusal::WrongState);
    trainer.wants(Intent::Reveal);
    let late = Participant::new(&meeting, "Dirk");
    late.wants(Intent::Join { name: "".into() });
    let Page::Statements(view) = late.screen().page else { panic!("not at the statements") };
    assert!(view.taking_part.can_confirm && !view.taking_part.done);
    late.wants(Intent::TookPart { step: "stellingen".into() });
    let Page::Statements(view) = late.screen().page else { panic!("not at the statements") };
    assert!(view.taking_part.done && !view.taking_part.can_confirm);
}

#[test]
fn closing_a_hidden_meeting_forgets_every_answer() {
    let (meeting, trainer, members) = room();
    members[0].wants(answer(4));
    trainer.wants(Intent::GoTo(Place::Closing));
    assert!(trainer.screen().facilitation.expect("leads").unrevealed);
    trainer.wants(Intent::CloseMeeting);
    assert!(meeting.state().answers.is_empty());
}

#[test]
fn logged_out_says_so_and_keeps_everything() {
    let (_, _, members) = room();
    members[0].host.set_reachable(false);
    members[0].wants(answer(4));
    members[0].happens(Event::LoggedOut);
    assert_eq!(members[0].screen().saved, Saved::LoggedOut(1));
    assert_eq!(members[0].host.kept().commands.len(), 1);
}

#[test]
fn an_answer_too_late_is_refused_and_told() {
    let (_, trainer, members) = room();
    trainer.wants(Intent::CloseRound);
    members[0].wants(answer(3));
    let shown = members[0].screen();
    assert_eq!(shown.messages[0].refusal, Refusal::RoundNotOpen);
    let Page::Statements(view) = shown.page else { panic!("not at the statements") };
    assert_eq!((view.items[0].choice, view.can_answer), (None, false));
}

/// What the one who leads can do with the round, at every point of a vote, and when leaving it is asked about.
#[test]
fn the_view_says_what_can_be_done_with_a_round() {
    let (_, trainer, members) = room();
    let lead = || {
        trainer.reads();
        trainer.screen().facilitation.expect("leads")
    };
    let actions = || lead().round.map(|round| (round.vote, round.actions)).expect("a round");
    assert_eq!(actions(), (Some((0, 3)), vec![RoundAction::RevealEarly, RoundAction::Close]));
    assert_eq!((lead().settled, lead().unshown), (false, None), "nobody has voted");
    for (at, member) in members.iter().enumerate() {
        for item in ["st1", "st2", "st3", "st4", "st5"] {
            member.wants(Intent::Answer { item: item.into(), choice: Choice::Point(4) });
        }
        assert_eq!(lead().unshown, Some(1), "{} voted", at + 1);
    }
    assert_eq!(actions(), (Some((3, 3)), vec![RoundAction::Reveal, RoundAction::Close]));
    trainer.wants(Intent::CloseRound);
    assert_eq!(actions(), (Some((3, 3)), vec![RoundAction::Reveal, RoundAction::Reopen]));
    assert_eq!((lead().settled, lead().unshown), (false, Some(1)));
    trainer.wants(Intent::Reveal);
    assert_eq!(actions(), (None, Vec::new()));
    assert_eq!((lead().settled, lead().unshown), (true, None));
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    assert_eq!((lead().round, lead().settled, lead().unshown), (None, true, None));
}

#[test]
fn the_start_page_says_how_it_begins() {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let (trainer, member) = (Participant::new(&meeting, "Trainer"), Participant::new(&meeting, "Anna"));
    let begin = |who: &Participant| match who.screen().page {
        Page::Start(view) => view.begin,
        other => panic!("{other:?}"),
    };
    assert_eq!(begin(&trainer), Begin::Lead { step: "stellingen".into(), now: true });
    assert_eq!((begin(&member), member.screen().can_join), (Begin::No, true));
    member.wants(Intent::Join { name: "".into() });
    assert_eq!((begin(&member), member.screen().can_join), (Begin::Waits, false));
    trainer.reads();
    trainer.wants(Intent::GoTo(Place::Step("stellingen".into())));
    trainer.wants(Intent::LookAt(Place::Start));
    assert_eq!(begin(&trainer), Begin::No);
}

#[test]
fn a_timer_says_how_much_is_left() {
    let running = TimerView { seconds: 120, left_ms: 100_000, at: 1_000, running: true };
    let left = |timer: TimerView, now: i64| (timer.at(now).left_ms, timer.at(now).left);
    assert_eq!(left(running, 1_000), (100_000, TimeLeft::Enough));
    assert_eq!(left(running, 41_000), (60_000, TimeLeft::Soon));
    assert_eq!(left(running, 100_999), (1, TimeLeft::Soon));
    assert_eq!(left(running, 101_000), (0, TimeLeft::Over));
    assert_eq!(left(TimerView { running: false, ..running }, 500_000), (100_000, TimeLeft::Enough));
}

#[test]
fn the_closing_page_leaves_out_what_nobody_filled() {
    let (_, trainer, members) = room();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    members[0].reads();
    let body = Body::Note { column: "eens".into(), text: "Samen".into(), group: "".into() };
    members[0].wants(Intent::Create { step: "opbrengst".into(), body });
    trainer.wants(Intent::GoTo(Place::Closing));
    trainer.reads();
    let Page::Closing(view) = trainer.screen().page else { panic!("another page") };
    let columns: Vec<Vec<&str>> =
        view.notes.iter().map(|(_, columns)| columns.iter().map(|column| &*column.id).collect()).collect();
    assert_eq!(columns, [["eens"]]);
    assert!(view.principles.iter().all(|list| list.scope.is_empty() && list.principles.is_empty()));
}
