//! What the one who leads can do besides leading rounds: hand the lead over, end the time, bring the group anywhere.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

mod participants;

use leerlandschap::core::intent::Intent;
use leerlandschap::core::meeting::State;
use leerlandschap::core::room::{Facilitation, Pace, Place, Settings};
use leerlandschap::core::view;
use leerlandschap::host::memory::Meeting;

use participants::{Participant, group, meeting};

fn step(id: &str) -> Place {
    Place::Step(id.into())
}

fn lead(participant: &Participant) -> view::Facilitation {
    participant.screen().facilitation.expect("leads")
}

/// A group that leads itself, with Anna in the chair.
fn members() -> (Meeting, Vec<Participant>) {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let settings = Settings { facilitation: Facilitation::Members, ..meeting.state().settings };
    meeting.change(|state| State { settings, ..state });
    let (_, members) = group(&meeting);
    members[0].wants(Intent::TakeChair);
    (meeting, members)
}

#[test]
fn the_lead_is_handed_to_somebody_who_is_there() {
    let (meeting, members) = members();
    assert_eq!(lead(&members[0]).successors, ["Bram".into(), "Cato".into()]);
    members[2].wants(Intent::Leave);
    members[0].reads();
    assert_eq!(lead(&members[0]).successors, ["Bram".into()], "to nobody who has left");
    members[0].wants(Intent::HandChair("Bram".into()));
    assert_eq!(meeting.state().chair, Some("Bram".into()));
    members[1].reads();
    assert!(members[0].screen().facilitation.is_none());
    assert_eq!(lead(&members[1]).successors, ["Anna".into()]);
    // Who does not lead any more hands nothing over.
    members[2].wants(Intent::Join { name: "".into() });
    members[0].wants(Intent::HandChair("Cato".into()));
    assert_eq!(meeting.state().chair, Some("Bram".into()));
}

#[test]
fn where_a_trainer_leads_there_is_nobody_to_hand_it_to() {
    let (trainer, _) = group(&meeting("leerlandschap", "gesprek", Pace::Together));
    assert!(lead(&trainer).successors.is_empty());
}

#[test]
fn the_group_is_brought_to_where_the_one_who_leads_looks() {
    let (trainer, members) = group(&meeting("leerlandschap", "gesprek", Pace::Together));
    trainer.wants(Intent::GoTo(step("stellingen")));
    trainer.wants(Intent::GoTo(step("opbrengst")));
    assert_eq!(lead(&trainer).here, None, "the group is there");
    trainer.wants(Intent::LookAt(step("stellingen")));
    let (place, title) = lead(&trainer).here.expect("looks back");
    assert_eq!((&place, title.is_some()), (&step("stellingen"), true));
    members[0].wants(Intent::LookAt(step("stellingen")));
    trainer.wants(Intent::GoTo(place));
    members.iter().for_each(Participant::reads);
    assert!(members.iter().all(|member| member.screen().banner.is_none()), "everybody is with the group");
    // What comes next has a button of its own already.
    let next = lead(&trainer).next.expect("a next step").0;
    trainer.wants(Intent::LookAt(next));
    assert_eq!(lead(&trainer).here, None);
    trainer.wants(Intent::LookAt(Place::Start));
    assert_eq!(lead(&trainer).here, Some((Place::Start, None)));
}

#[test]
fn at_their_own_pace_nobody_is_brought_anywhere() {
    let (trainer, _) = group(&meeting("leerlandschap", "gesprek", Pace::Own));
    trainer.wants(Intent::LookAt(step("stellingen")));
    assert_eq!(lead(&trainer).here, None);
}

#[test]
fn the_time_can_be_ended_and_given_anew() {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let (trainer, members) = group(&meeting);
    trainer.wants(Intent::GoTo(step("stellingen")));
    // Participants' clocks stand at 0; the host's goes on.
    meeting.set_now(90_500);
    trainer.reads();
    trainer.wants(Intent::EndTimer);
    let timer = meeting.state().timer.expect("a timer");
    assert_eq!((timer.seconds, timer.elapsed_ms, timer.running_since), (90, 90_500, None));
    meeting.set_now(300_000);
    members[0].reads();
    let shown = members[0].screen().timer.expect("a timer");
    assert_eq!((shown.at(0).left_ms, shown.at(0).left), (-500, view::TimeLeft::Over), "it stands still for everybody");
    trainer.reads();
    trainer.wants(Intent::ExtendTimer { seconds: 60 });
    let timer = meeting.state().timer.expect("a timer");
    assert_eq!((timer.seconds, timer.running_since), (151, Some(300_000)), "more time runs at once");
    trainer.wants(Intent::PauseTimer);
    trainer.wants(Intent::ExtendTimer { seconds: 60 });
    let timer = meeting.state().timer.expect("a timer");
    assert_eq!((timer.seconds, timer.running_since), (211, None), "but not where it was only paused");
}
