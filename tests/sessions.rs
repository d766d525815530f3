//! Several participants of one meeting, without a browser: each has a session and a host, as in the app.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::cell::RefCell;
use std::fs;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use leerlandschap::core::effect::Effect;
use leerlandschap::core::format::{self, Exercise};
use leerlandschap::core::ids::ContributionId;
use leerlandschap::core::intent::{Intent, Keep};
use leerlandschap::core::meeting::{Actor, State};
use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::room::{Body, Choice, Facilitation, Place, Rights, Settings, Visibility};
use leerlandschap::core::session::{Event, Session};
use leerlandschap::core::view::{Banner, Page, Saved, Screen, screen};
use leerlandschap::host::memory::{Meeting, MemoryHost};
use leerlandschap::host::{Host, HostError};

fn exercise() -> Rc<Exercise> {
    let text = fs::read_to_string("static/formats/leerlandschap.json").expect("the format");
    Rc::new(format::read(&serde_json::from_str(&text).expect("json")).expect("sound"))
}

fn meeting() -> Meeting {
    let settings = Settings { visibility: Visibility::Hidden, min_answers: 3, facilitation: Facilitation::Trainer };
    Meeting::new(State::new(exercise(), "gesprek", settings, "1".into()).expect("a meeting"))
}

/// One participant: a session at work, as `app::Engine` has it.
struct Participant {
    session: RefCell<Option<Session>>,
    host: MemoryHost,
    ids: RefCell<u32>,
}

/// A future that never waits, as those of the memory host.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the memory host waited"),
    }
}

impl Participant {
    fn new(meeting: &Meeting, name: &str) -> Self {
        let leads = name == "Trainer";
        let actor = Actor {
            person: name.into(),
            name: Some(name.into()),
            rights: Rights { participate: !leads, facilitate: leads, report: leads },
            notice: None,
        };
        let host = meeting.host(actor);
        let first = now(host.read(0)).expect("reachable");
        let me = first.me.clone().expect("me");
        let exercise = exercise();
        let language = exercise.language("nl");
        let session = Session::new(exercise, language, first, me, 0);
        Self { session: RefCell::new(Some(session)), host, ids: RefCell::new(0) }
    }

    fn wants(&self, intent: Intent) {
        *self.ids.borrow_mut() += 1;
        let id = format!("00000000-0000-4000-8000-{:012}", *self.ids.borrow());
        self.happens(Event::Intended { intent, new_id: ContributionId::from(id), at: 0 });
    }

    fn happens(&self, event: Event) {
        let session = self.session.take().expect("a session");
        let (session, effects) = session.update(event);
        self.session.replace(Some(session));
        for effect in effects {
            match effect {
                Effect::Keep(kept) => assert!(self.host.keep(&kept)),
                Effect::Send { attempt, commands } => {
                    let since = self.revision();
                    self.happens(match now(self.host.send(commands, since)) {
                        Ok(update) => Event::Confirmed { attempt, update, at: 0 },
                        Err(HostError::Refused(refusal, text)) => Event::Refused { attempt, refusal, text },
                        Err(_) => Event::SendFailed { attempt },
                    });
                }
                Effect::Read => self.reads(),
                Effect::Retry(_) => {}
            }
        }
    }

    fn reads(&self) {
        if let Ok(update) = now(self.host.read(0)) {
            self.happens(Event::Received(update, 0));
        }
    }

    fn revision(&self) -> u64 {
        self.session.borrow().as_ref().expect("a session").revision()
    }

    fn screen(&self) -> Screen {
        screen(self.session.borrow().as_ref().expect("a session"))
    }
}

/// A room with a trainer and three members, at the statements.
fn room() -> (Meeting, Participant, Vec<Participant>) {
    let meeting = meeting();
    let trainer = Participant::new(&meeting, "Trainer");
    let members: Vec<Participant> =
        ["Anna", "Bram", "Cato"].iter().map(|name| Participant::new(&meeting, name)).collect();
    for member in &members {
        member.wants(Intent::Join { name: "".into() });
    }
    trainer.reads();
    trainer.wants(Intent::GoTo(Place::Step("stellingen".into())));
    members.iter().for_each(Participant::reads);
    (meeting, trainer, members)
}

fn answer(value: i32) -> Intent {
    Intent::Answer { item: "st1".into(), choice: Choice::Point(value) }
}

fn note(text: &str) -> Body {
    Body::Note { column: "eens".into(), text: text.into() }
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
    let choices: Vec<Choice> = stored.values().map(|answer| answer.choice).collect();
    assert_eq!(choices, [Choice::Point(5)]);
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
fn two_edits_of_one_note_show_both_texts() {
    let (_, trainer, members) = room();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    let (anna, bram) = (&members[0], &members[1]);
    anna.wants(Intent::Create { step: "opbrengst".into(), body: note("eerst") });
    bram.reads();
    let Page::Notes(view) = bram.screen().page else { panic!("not at the notes") };
    let meta = view.columns[0].notes[0].meta.clone();
    let edit = |text: &str| Intent::Change {
        id: meta.id.clone(),
        step: "opbrengst".into(),
        base: meta.revision,
        body: note(text),
    };
    bram.wants(edit("van Bram"));
    anna.wants(edit("van Anna"));
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let shown = &view.columns[0].notes[0];
    assert_eq!(&*shown.text, "van Bram");
    let held = shown.meta.held.as_ref().expect("both texts");
    assert_eq!((&held.mine, held.refusal, held.gone), (&note("van Anna"), Refusal::Conflict, false));
    assert_eq!(anna.screen().messages[0].refusal, Refusal::Conflict);
    anna.wants(Intent::Settle { id: meta.id.clone(), keep: Keep::Mine });
    bram.reads();
    let Page::Notes(view) = bram.screen().page else { panic!("not at the notes") };
    assert_eq!(&*view.columns[0].notes[0].text, "van Anna");
}

#[test]
fn a_text_whose_note_was_deleted_stays_with_its_author() {
    let (_, trainer, members) = room();
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    let (anna, bram) = (&members[0], &members[1]);
    anna.wants(Intent::Create { step: "opbrengst".into(), body: note("eerst") });
    bram.reads();
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let meta = view.columns[0].notes[0].meta.clone();
    bram.wants(Intent::Remove { id: meta.id.clone() });
    anna.wants(Intent::Change {
        id: meta.id.clone(),
        step: "opbrengst".into(),
        base: meta.revision,
        body: note("lang getypt"),
    });
    let Page::Notes(view) = anna.screen().page else { panic!("not at the notes") };
    let held = view.columns[0].notes[0].meta.held.as_ref().expect("the text");
    assert_eq!((&held.mine, held.refusal, held.gone), (&note("lang getypt"), Refusal::Deleted, true));
    anna.wants(Intent::LookAt(Place::Closing));
    let Page::Closing(closing) = anna.screen().page else { panic!("not at the closing page") };
    assert!(closing.notes.is_empty(), "a text that only its author has is no outcome");
    anna.wants(Intent::Settle { id: meta.id, keep: Keep::Mine });
    bram.reads();
    let Page::Notes(view) = bram.screen().page else { panic!("not at the notes") };
    assert_eq!(&*view.columns[0].notes[0].text, "lang getypt");
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
    let meta = view.columns[0].notes[0].meta.clone();
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
    let meta = view.columns[0].notes[0].meta.clone();
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
