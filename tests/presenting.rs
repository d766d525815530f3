//! The big screen: what there is to look at, and that it is everybody's room and nobody's own.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

mod participants;

use leerlandschap::core::intent::Intent;
use leerlandschap::core::room::{Choice, Pace, Place};
use leerlandschap::core::view::presenting::{Slide, answered, chapter, slides};

use participants::{group, meeting};

#[test]
fn a_vote_is_shown_statement_by_statement_and_then_result_by_result() {
    let meeting = meeting("leerlandschap", "gesprek", Pace::Together);
    let (trainer, members) = group(&meeting);
    assert_eq!(slides(&trainer.screen().page), [Slide::Whole], "the start page is one thing");
    trainer.wants(Intent::GoTo(Place::Step("stellingen".into())));
    let asked = trainer.screen();
    let statements: Vec<Slide> = [Slide::Whole].into_iter().chain((0..5).map(Slide::Statement)).collect();
    assert_eq!(slides(&asked.page), statements);
    assert_eq!(answered(&asked.page), Some((0, 3)));
    for member in &members {
        member.reads();
        for item in ["st1", "st2", "st3", "st4", "st5"] {
            member.wants(Intent::Answer { item: item.into(), choice: Choice::Point(4) });
        }
    }
    trainer.reads();
    assert_eq!(answered(&trainer.screen().page), Some((3, 3)));
    trainer.wants(Intent::Reveal);
    let shown = trainer.screen();
    let results: Vec<Slide> = [Slide::Whole].into_iter().chain((0..5).map(Slide::Result)).collect();
    assert_eq!(slides(&shown.page), results);
    assert_eq!(answered(&shown.page), None);
    assert_ne!(chapter(&asked), chapter(&shown), "results begin with the first slide");
    trainer.wants(Intent::GoTo(Place::Step("opbrengst".into())));
    assert_eq!(slides(&trainer.screen().page), [Slide::Whole]);
    assert_ne!(chapter(&shown), chapter(&trainer.screen()));
}
