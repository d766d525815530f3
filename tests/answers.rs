//! What the screens of answers show: questions, their results, a summary to confirm, counted hands; and what the
//! one who leads can do with their rounds. Meetings are really played, in memory.
#![allow(clippy::unwrap_used)]

#[path = "../examples/gallery/played.rs"]
mod played;

use leerlandschap::core::command::Command;
use leerlandschap::core::room::*;
use leerlandschap::core::view::presenting::{Slide, slides};
use leerlandschap::core::view::*;
use played::{Played, TRAINER};

fn questions(played: &Played, who: &str, step: &str) -> QuestionsView {
    match played.screen(who, "nl", Some(step)).page {
        Page::Questions(view) => view,
        other => panic!("no questions but {other:?}"),
    }
}

fn scan(people: usize) -> Played {
    Played::new("leerklimaat", "invullen", people)
}

/// Everybody answers all that a profile and a relation need, and hands in.
fn filled(people: usize, x: impl Fn(usize) -> i32, y: impl Fn(usize) -> i32) -> Played {
    let mut played = scan(people);
    for who in 0..people {
        for item in ["lk2", "lk3", "lk4", "lk5", "lk6", "lk9"] {
            played.point(who, item, 3);
        }
        played.point(who, "lk1", x(who));
        played.point(who, "lk8", y(who));
        played.options(who, "lk7", if who == 0 { &["cursus", "collega"] } else { &["collega"] });
        played.hands_in(who, "vragenlijst");
    }
    played.go("vragenlijst");
    played.round("vragenlijst", 1, Phase::Revealed, &[]);
    played
}

fn results(played: &Played) -> QuestionResults {
    results_at(played, "vragenlijst")
}

#[test]
fn something_to_read_is_shown_to_everybody() {
    let Page::Info(view) = scan(1).screen(&Played::name(0), "en", Some("vooraf")).page else { panic!("not to read") };
    assert!(view.paragraphs.len() >= 2 && view.paragraphs.iter().all(|text| !text.is_empty()));
}

#[test]
fn questions_stand_by_dimension_and_keep_their_numbers() {
    let view = questions(&scan(1), &Played::name(0), "vragenlijst");
    let sections: Vec<(Option<&str>, usize)> =
        view.sections.iter().map(|section| (section.title.as_deref(), section.items.len())).collect();
    assert_eq!(sections[0], (Some("Praten over leren"), 6));
    assert_eq!(sections.iter().map(|(_, items)| items).sum::<usize>(), 23);
    let numbers: Vec<u32> = view.sections.iter().flat_map(|it| &it.items).map(|item| item.number).collect();
    assert_eq!(numbers, (1..=23).collect::<Vec<u32>>());
    assert!(!view.light && view.can_answer && !view.handed_in);
    assert_eq!((view.mine, view.waiting), ((0, 23), Some(Waiting::Leader)));
}

#[test]
fn answers_of_every_kind_count_and_empty_ones_do_not() {
    let mut played = scan(2);
    played.point(0, "lk1", 4);
    played.point(0, "lk8", 12);
    played.options(0, "lk7", &["niets"]);
    let view = questions(&played, &Played::name(0), "vragenlijst");
    assert_eq!(view.mine, (3, 23));
    let field = |item: &str| {
        let found = view.sections.iter().flat_map(|it| &it.items).find(|it| it.item.as_str() == item);
        found.unwrap().field.clone()
    };
    assert!(matches!(field("lk8"), QuestionField::Number { min: 0, max: 99, value: Some(12) }));
    let QuestionField::Options(options) = field("lk7") else { panic!("no options") };
    assert!(options.several && options.any());
    assert_eq!(options.toggled("cursus"), ["cursus".into()], "what cannot be combined goes");
    played.options(0, "lk7", &[]);
    played.gives(0, "lk8", 1, Choice::OptOut.into(), "");
    assert_eq!(questions(&played, &Played::name(0), "vragenlijst").mine, (1, 23));
    assert_eq!(questions(&played, &Played::name(1), "vragenlijst").mine, (0, 23), "each their own");
}

#[test]
fn handing_in_leaves_answers_open_until_the_round_closes() {
    let mut played = scan(3);
    played.point(0, "lk1", 4);
    played.hands_in(0, "vragenlijst");
    let view = questions(&played, &Played::name(0), "vragenlijst");
    assert!(view.handed_in && view.can_answer);
    assert_eq!((view.answered, view.present), (1, 3));
    played.go("vragenlijst");
    played.round("vragenlijst", 1, Phase::Closed, &[]);
    let view = questions(&played, &Played::name(0), "vragenlijst");
    assert!(!view.can_answer && view.results.is_none() && !view.sections.is_empty());
}

#[test]
fn what_results_wait_for_is_told() {
    let mut together = Played::new("werkoverleg", "week", 3);
    together.go("check-in");
    let view = questions(&together, &Played::name(0), "check-in");
    assert!(view.light);
    assert_eq!(view.waiting, Some(Waiting::Everyone));
    let own = Played::with("werkoverleg", "week", 3, Visibility::Hidden, Pace::Own);
    assert_eq!(questions(&own, &Played::name(0), "check-in").waiting, Some(Waiting::End));
    let mut own = Played::with("leerklimaat", "invullen", 3, Visibility::Hidden, Pace::Own);
    assert_eq!(questions(&own, &Played::name(0), "vragenlijst").waiting, Some(Waiting::End), "whatever the step says");
    own.round("vragenlijst", 1, Phase::Closed, &[]);
    assert_eq!(questions(&own, &Played::name(0), "vragenlijst").waiting, Some(Waiting::Leader));
    let later = Played::new("werkoverleg", "week", 3);
    let view = questions(&later, &Played::name(0), "check-out");
    assert_eq!((view.phase, view.waiting, view.can_answer), (None, Some(Waiting::Opening), false));
}

#[test]
fn a_profile_tells_mean_spread_and_how_many_answered() {
    let results = results(&filled(5, |_| 5, |_| 4));
    let ResultPart::Profile(profile) = &results.parts[0] else { panic!("no profile") };
    assert_eq!(profile.range, (1, 5));
    let talking = &profile.rows[0];
    assert_eq!((talking.questions, talking.counted), (6, 6));
    let shown = talking.shown.as_ref().unwrap();
    assert_eq!((shown.mean, shown.middle, shown.answers), (33, (3, 3), (5, 5)), "five threes and a five: 3.33");
    let work = profile.rows.iter().find(|row| &*row.label == "Het werk").unwrap();
    assert_eq!((work.counted, &work.shown), (0, &None), "nobody answered");
    assert_eq!(results.others.len(), 21, "every question can be seen by itself, but those that have a view");
}

#[test]
fn fewer_than_k_show_nothing() {
    let results = results(&filled(4, |_| 5, |_| 4));
    assert_eq!(results.min_answers, 5);
    for part in &results.parts {
        match part {
            ResultPart::Distribution(it) => assert!(it.spread.is_none()),
            ResultPart::Profile(profile) => assert!(profile.rows.iter().all(|row| row.shown.is_none())),
            ResultPart::Relation(relation) => assert!(relation.sides.is_none()),
        }
    }
}

#[test]
fn two_questions_are_compared_where_both_sides_are_large_enough() {
    let relation = |people: usize| {
        let results = results(&filled(people, |who| if who < 5 { 4 } else { 2 }, |who| i32::try_from(who).unwrap()));
        results.parts.into_iter().find_map(|part| match part {
            ResultPart::Relation(it) => Some(it),
            _ => None,
        })
    };
    let both = relation(10).unwrap();
    let (high, low) = both.sides.unwrap();
    assert_eq!((high.people, high.median, low.people, low.median), (5, 20, 5, 70));
    assert_eq!(low.width, 1000, "the longer bar fills the chart");
    assert!(both.instead.is_empty() && !both.caveat.is_empty());
    let few = relation(9).unwrap();
    assert_eq!((few.sides, few.fewest), (None, 5));
    assert_eq!(few.instead.len(), 2, "both questions by themselves");
}

#[test]
fn options_and_numbers_have_bars_with_their_counts() {
    let results = results(&filled(5, |_| 3, |who| i32::try_from(who).unwrap() * 20));
    let spread = |item: &str| {
        let of = |part: &ResultPart| match part {
            ResultPart::Distribution(it) if it.item.as_str() == item => it.spread.clone(),
            _ => None,
        };
        results.parts.iter().find_map(of).unwrap()
    };
    let Spread::Counts { bars, opt_outs: 0, mean: None } = spread("lk7") else { panic!("no counts") };
    let counts: Vec<u32> = bars.iter().map(|bar| bar.count).collect();
    assert_eq!(counts, [1, 0, 5, 0, 0, 0, 0]);
    assert_eq!((bars[2].width, bars[0].width), (1000, 200));
    let Spread::Numbers { bars, median, range } = spread("lk8") else { panic!("no numbers") };
    assert_eq!((median, range), (400, (0, 80)));
    assert_eq!(&*bars[0].label, "0–9");
    assert_eq!(bars.iter().map(|bar| bar.count).sum::<u32>(), 5);
}

#[test]
fn what_people_wrote_is_a_list_without_names() {
    let mut played = Played::new("werkoverleg", "week", 3);
    played.go("check-in");
    for (who, text) in ["rust", "koffie", "een plan"].into_iter().enumerate() {
        played.point(who, "wi1", 7);
        played.text(who, "wi2", text);
        played.hands_in(who, "check-in");
    }
    let view = questions(&played, &Played::name(0), "check-in");
    assert_eq!((view.phase, view.waiting), (Some(Phase::Revealed), None), "everybody has handed in");
    let results = view.results.unwrap();
    let texts: Vec<Text> = vec!["een plan".into(), "koffie".into(), "rust".into()];
    assert!(results.parts.iter().any(|part| matches!(part, ResultPart::Distribution(it)
        if it.spread == Some(Spread::Texts(texts.clone())))));
    assert!(results.parts.iter().any(|part| matches!(part, ResultPart::Distribution(it)
        if matches!(it.spread, Some(Spread::Counts { mean: Some(70), .. })))));
}

#[test]
fn names_stand_with_the_bars_of_a_named_activity() {
    let mut played = Played::with("werkoverleg", "week", 3, Visibility::Named, Pace::Together);
    played.go("check-in");
    for who in 0..3 {
        played.point(who, "wi1", if who == 1 { 4 } else { 9 });
        played.hands_in(who, "check-in");
    }
    let results = questions(&played, TRAINER, "check-in").results.unwrap();
    let ResultPart::Distribution(Distribution { spread: Some(Spread::Counts { bars, .. }), .. }) = &results.parts[0]
    else {
        panic!("no counts");
    };
    assert_eq!(bars[8].who, ["Anna".into(), "Chris".into()]);
    assert_eq!(&*bars[9].label, "10 – Heel goed");
}

#[test]
fn a_question_that_comes_back_shows_its_line() {
    let mut played = Played::new("werkoverleg", "week", 3);
    let check_in = |played: &mut Played, value: i32, people: usize| {
        played.go("check-in");
        for who in 0..people {
            played.point(who, "wi1", value);
            played.hands_in(who, "check-in");
        }
        if people < 3 {
            played.round("check-in", 1, Phase::Revealed, &[]);
        }
    };
    for (number, value, people) in [(1, 4, 3), (2, 9, 2), (3, 7, 3)] {
        check_in(&mut played, value, people);
        if number < 3 {
            played.go("@closing");
            played.does(TRAINER, Command::Close { from: Place::Closing });
            played.does(TRAINER, Command::StartNext { from: number, part: "week".into() });
            (0..3).for_each(|who| played.does(&Played::name(who), Command::Join { name: "".into() }));
        }
    }
    let results = questions(&played, &Played::name(0), "check-in").results.unwrap();
    let ResultPart::Distribution(mood) = &results.parts[0] else { panic!("no distribution") };
    let line = mood.line.as_ref().unwrap();
    let points: Vec<(u32, Option<i32>)> =
        line.points.iter().map(|point| (point.meeting, point.value.map(|(value, _)| value))).collect();
    assert_eq!(points, [(1, Some(40)), (2, None), (3, Some(70))], "too few stay unseen");
    assert_eq!((line.of, &*line.range.0, &*line.range.1), (Middle::Mean, "1", "10"));
    assert_eq!(line.points[0].value, Some((40, 333)));
}

fn confirm(played: &Played, who: &str) -> ConfirmView {
    match played.screen(who, "nl", None).page {
        Page::Confirm(view) => view,
        other => panic!("nothing to confirm but {other:?}"),
    }
}

/// A group at the summary, which stands for one section.
fn summed_up() -> Played {
    let mut played = Played::new("open-leergesprek", "inleiding", 4);
    played.go("canvas");
    let note = Body::Note { column: "hard".into(), text: "Minder fouten".into(), group: "".into() };
    played.saves(&Played::name(0), "canvas", note);
    played.go("klopt-het");
    let summary = Body::Summary { section: "canvas".into(), text: "Het gaat om fouten.".into() };
    played.saves(TRAINER, "klopt-het", summary);
    played
}

fn control(played: &Played) -> RoundControl {
    played.screen(TRAINER, "nl", None).facilitation.unwrap().round.unwrap()
}

#[test]
fn a_summary_stands_beside_what_it_sums_up() {
    let played = summed_up();
    let view = confirm(&played, TRAINER);
    assert!(view.can_sum_up && !view.can_answer);
    let canvas = &view.sections[2];
    assert_eq!(&*canvas.text, "Het gaat om fouten.");
    assert!(canvas.meta.revision > 0 && view.sections[0].meta.revision == 0);
    let Source::Notes(columns) = &canvas.source else { panic!("no notes") };
    assert_eq!(columns[0].1, ["Minder fouten".into()]);
    assert_eq!(view.sections[0].source, Source::Nothing, "nobody answered that");
    let view = confirm(&played, &Played::name(0));
    assert!(!view.can_sum_up && view.phase.is_none());
    let control = control(&played);
    assert_eq!((control.asks, control.actions), (Asks::Summary, vec![RoundAction::Open]));
    let mut played = played;
    let summary = closing(&mut played).summaries.remove(0);
    assert_eq!((summary.sections.len(), &*summary.sections[0].text), (1, "Het gaat om fouten."));
    assert!(summary.sections[0].results.is_empty(), "and nobody has said that it is right");
}

#[test]
fn people_say_whether_it_is_right_and_the_rest_is_asked_again() {
    let mut played = summed_up();
    played.round("klopt-het", 1, Phase::Open, &[]);
    let view = confirm(&played, &Played::name(0));
    assert!(view.can_answer && view.sections.iter().all(|section| section.asked));
    assert_eq!((view.mine, &view.wants_comment), ((0, 4), &vec![1, 2]));
    for who in 0..4 {
        for section in ["redenen", "invalshoeken", "canvas", "in-lijn"] {
            let partly = section == "canvas" && who == 1;
            let (value, comment) = if partly { (2, "Ook om tijd.") } else { (3, "") };
            played.gives(who, &format!("klopt-het:{section}"), 1, Choice::Point(value).into(), comment);
        }
    }
    let view = confirm(&played, &Played::name(1));
    assert_eq!((view.mine, &*view.sections[2].comment), ((4, 4), "Ook om tijd."));
    played.round("klopt-het", 1, Phase::Revealed, &[]);
    let view = confirm(&played, &Played::name(0));
    let result = &view.sections[2].results[0];
    assert_eq!(result.comments, ["Ook om tijd.".into()], "one comment is shown too");
    assert_eq!(result.bar.shown.as_ref().unwrap().counts, [0, 1, 3]);
    let control = control(&played);
    let proposed: Vec<&str> = control.again.iter().filter(|it| it.proposed).map(|it| it.item.as_str()).collect();
    assert_eq!(proposed, ["klopt-het:canvas"]);
    played.round("klopt-het", 2, Phase::Open, &["klopt-het:canvas"]);
    let view = confirm(&played, &Played::name(0));
    let asked: Vec<bool> = view.sections.iter().map(|section| section.asked).collect();
    assert_eq!((view.round, asked, view.mine), (2, vec![false, false, true, false], (0, 1)));
    assert_eq!(view.sections[2].results.len(), 1, "the round before stays");
    let summary = closing(&mut played).summaries.remove(0);
    assert_eq!(summary.sections[2].results, view.sections[2].results, "the group leaves with what it said");
}

#[test]
fn questions_that_show_themselves_say_so_to_the_one_who_leads() {
    let mut played = Played::new("werkoverleg", "week", 3);
    played.go("check-in");
    let at_check_in = control(&played);
    assert!(at_check_in.by_itself);
    assert_eq!((at_check_in.asks, at_check_in.vote), (Asks::Questions, Some((0, 3))));
    assert_eq!(at_check_in.actions, [RoundAction::RevealEarly, RoundAction::Close]);
    played.go("experiment");
    assert!(played.screen(TRAINER, "nl", None).facilitation.unwrap().round.is_none());
}

#[test]
fn writing_is_shown_before_dots_are_placed() {
    let mut played = Played::new("werkoverleg", "maand", 3);
    played.go("retrospectief");
    assert_eq!(control(&played).asks, Asks::Notes);
    let note = Body::Note { column: "goed".into(), text: "De overdracht".into(), group: "".into() };
    let note = played.saves(&Played::name(0), "retrospectief", note);
    played.round("retrospectief", 1, Phase::Revealed, &[]);
    let dots = control(&played);
    assert_eq!((dots.asks, dots.round, &*dots.actions), (Asks::Dots, 2, &[RoundAction::Open][..]));
    assert!(!dots.presses(), "a group may go on without dots");
    played.round("retrospectief", 2, Phase::Open, &[]);
    played.gives(0, &format!("retrospectief:{note}"), 2, Choice::Point(2).into(), "");
    assert_eq!(control(&played).vote, Some((1, 3)));
}

#[test]
fn dots_without_notes_and_support_without_principles_cannot_be_asked_for() {
    let mut played = Played::new("leerlandschap", "gesprek", 3);
    played.go("uitgangspunten");
    let support = control(&played);
    assert_eq!((support.asks, &*support.actions), (Asks::Support, &[][..]));
    let principle = Body::Principle { text: "Leren mag in werktijd.".into(), action: None };
    played.saves(&Played::name(0), "uitgangspunten", principle);
    assert_eq!(control(&played).actions, [RoundAction::Open]);
}

#[test]
fn counted_hands_stand_apart() {
    let mut played = Played::new("leerlandschap", "gesprek", 3);
    played.go("stellingen");
    let statements = |played: &Played, who: &str| match played.screen(who, "nl", None).page {
        Page::Statements(view) => view,
        other => panic!("no statements but {other:?}"),
    };
    assert_eq!(statements(&played, TRAINER).hands.items.len(), 5);
    assert!(statements(&played, &Played::name(0)).hands.items.is_empty(), "only who leads counts");
    let counted = Hands { item: "st2".into(), counts: vec![1, 2, 0, 6, 1], opt_outs: 3 };
    played.saves(TRAINER, "stellingen", Body::Hands(counted));
    let view = statements(&played, &Played::name(0));
    let hands = &view.hands.counted[0];
    assert_eq!((hands.number, hands.all, hands.opt_outs, hands.can_delete), (2, 13, 3, false));
    assert_eq!(hands.bars.iter().map(|bar| bar.count).collect::<Vec<_>>(), [1, 2, 0, 6, 1]);
    assert!(view.results.is_none(), "they are no result");
    assert!(statements(&played, TRAINER).hands.counted[0].can_delete);
}

#[test]
fn a_group_that_only_raises_hands_leaves_with_them() {
    let mut played = Played::new("leerlandschap", "gesprek", 3);
    played.go("stellingen");
    let counted = Hands { item: "st2".into(), counts: vec![1, 2, 0, 6, 1], opt_outs: 3 };
    played.saves(TRAINER, "stellingen", Body::Hands(counted));
    played.round("stellingen", 1, Phase::Revealed, &[]);
    let big = played.screen(TRAINER, "nl", None).page;
    assert_eq!(slides(&big).last(), Some(&Slide::Hands(0)), "the room sees them beside what nobody answered alone");
    assert_eq!(slides(&big).len(), 7);
    played.go("opbrengst");
    let beside = notes(&played, TRAINER).beside.unwrap();
    assert_eq!((beside.hands.len(), beside.hands[0].all, beside.hands[0].can_delete), (1, 13, false));
    assert_eq!(beside.answers, None, "nobody is told that too few answered");
    let closing = closing(&mut played);
    assert_eq!((closing.answers.len(), &closing.answers[0].1), (1, &beside));
}

#[test]
fn hands_stand_beside_answers_and_never_in_them() {
    let mut played = filled(5, |_| 4, |_| 3);
    let counted = Hands { item: "lk1".into(), counts: vec![9, 0, 0, 0, 0], opt_outs: 0 };
    played.saves(TRAINER, "vragenlijst", Body::Hands(counted));
    let results = results_at(&played, "vragenlijst");
    let closing = closing(&mut played);
    let Tallied { answers: Some(Answers::Questions(shown)), hands } = &closing.answers[0].1 else {
        panic!("no answers")
    };
    assert_eq!((shown, hands.len(), hands[0].all), (&results, 1, 9));
}

fn closing(played: &mut Played) -> ClosingView {
    played.go("@closing");
    match played.screen(TRAINER, "nl", None).page {
        Page::Closing(view) => view,
        other => panic!("not the closing page but {other:?}"),
    }
}

fn notes(played: &Played, who: &str) -> NotesView {
    match played.screen(who, "nl", None).page {
        Page::Notes(view) => view,
        other => panic!("no notes but {other:?}"),
    }
}

#[test]
fn dots_are_few_and_stay_unseen_until_they_are_shown() {
    let mut played = Played::new("werkoverleg", "maand", 4);
    played.go("retrospectief");
    let body = |text: &str| Body::Note { column: "goed".into(), text: text.into(), group: "".into() };
    let one = played.saves(&Played::name(0), "retrospectief", body("Een"));
    played.saves(&Played::name(1), "retrospectief", body("Twee"));
    assert_eq!(notes(&played, &Played::name(0)).dots.unwrap().phase, None, "writing comes first");
    played.round("retrospectief", 1, Phase::Revealed, &[]);
    played.round("retrospectief", 2, Phase::Open, &[]);
    let item = format!("retrospectief:{one}");
    played.gives(0, &item, 2, Choice::Point(3).into(), "");
    let view = notes(&played, &Played::name(0));
    let dots = view.dots.as_ref().unwrap();
    assert_eq!((dots.left, dots.all, dots.answered, dots.can_place), (0, 3, 1, true));
    let placing: Vec<&NoteDots> = view.columns[0].notes().filter_map(|note| note.placing.as_ref()).collect();
    assert_eq!((placing[0].mine, placing[0].can_add, placing[0].can_remove), (3, false, true));
    assert_eq!((placing[1].mine, placing[1].can_add, placing[1].can_remove), (0, false, false), "none left");
    let other = notes(&played, &Played::name(1));
    assert!(other.columns[0].notes().all(|note| note.dots.is_none() && note.placing.as_ref().unwrap().mine == 0));
    for who in 1..3 {
        played.gives(who, &item, 2, Choice::Point(1).into(), "");
    }
    played.round("retrospectief", 2, Phase::Revealed, &[]);
    let view = notes(&played, &Played::name(0));
    let counts: Vec<Option<u32>> = view.columns[0].notes().map(|note| note.dots).collect();
    assert_eq!(counts, [Some(5), Some(0)]);
    assert_eq!(view.dots.unwrap().too_few, None);
}

#[test]
fn dots_of_fewer_than_k_are_not_counted() {
    let mut played = Played::new("werkoverleg", "maand", 4);
    played.go("retrospectief");
    let body = Body::Note { column: "goed".into(), text: "Een".into(), group: "".into() };
    let one = played.saves(&Played::name(0), "retrospectief", body);
    played.round("retrospectief", 1, Phase::Revealed, &[]);
    played.round("retrospectief", 2, Phase::Open, &[]);
    for who in 0..2 {
        played.gives(who, &format!("retrospectief:{one}"), 2, Choice::Point(1).into(), "");
    }
    played.round("retrospectief", 2, Phase::Revealed, &[]);
    let view = notes(&played, TRAINER);
    assert_eq!(view.dots.as_ref().unwrap().too_few, Some(3));
    assert!(view.columns[0].notes().all(|note| note.dots.is_none()));
}

#[test]
fn support_for_a_principle_is_a_vote_of_its_own() {
    let mut played = Played::new("leerlandschap", "gesprek", 3);
    played.go("uitgangspunten");
    let principle = Body::Principle { text: "Leren mag in werktijd.".into(), action: None };
    let id = played.saves(&Played::name(0), "uitgangspunten", principle);
    let item = format!("uitgangspunten:{id}");
    let principles = |played: &Played| match played.screen(&Played::name(0), "nl", None).page {
        Page::Principles(view) => view,
        other => panic!("no principles but {other:?}"),
    };
    assert!(principles(&played).principles[0].support.is_none(), "nobody asked yet");
    assert!(!control(&played).presses(), "a group may go on without it");
    played.round("uitgangspunten", 1, Phase::Open, &[]);
    played.point(0, &item, 3);
    let view = principles(&played);
    let support = view.principles[0].support.as_ref().unwrap();
    assert!(support.asked && support.can_answer && support.result.is_none());
    assert_eq!((support.scale.choice, &*support.question), (Some(Choice::Point(3)), "Ik sta achter dit uitgangspunt."));
    assert_eq!((view.support.as_ref().unwrap().mine, view.support.unwrap().answered), ((1, 1), 1));
    played.point(1, &item, 3);
    played.point(2, &item, 1);
    played.round("uitgangspunten", 1, Phase::Revealed, &[]);
    let view = principles(&played);
    let support = view.principles[0].support.as_ref().unwrap();
    assert!(!support.asked);
    assert_eq!(support.result.as_ref().unwrap().shown.as_ref().unwrap().counts, [1, 0, 2]);
    let again = control(&played).again;
    assert!(again.len() == 1 && again[0].proposed, "not everybody supports it");
    let result = support.result.clone();
    let left_with = closing(&mut played).principles.remove(0).principles.remove(0).support.unwrap();
    assert_eq!(left_with.result, result, "the group leaves with it");
}

#[test]
fn a_support_vote_that_is_not_optional_asks_for_attention() {
    let text = std::fs::read_to_string("static/formats/leerlandschap.json").unwrap();
    let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
    for step in file["steps"].as_array_mut().unwrap() {
        if let Some(vote) = step.pointer_mut("/settings/support_vote") {
            vote["optional"] = false.into();
        }
    }
    let mut played = Played::of(file, "gesprek", 3, Visibility::Hidden, Pace::Together);
    played.go("uitgangspunten");
    assert!(!control(&played).presses(), "there is nothing to support yet");
    let principle = Body::Principle { text: "Wij leren van fouten.".into(), action: None };
    played.saves(TRAINER, "uitgangspunten", principle);
    assert!(control(&played).presses());
    assert!(!played.screen(TRAINER, "nl", None).facilitation.unwrap().settled);
}

#[test]
fn the_closing_page_has_what_came_of_questions() {
    let mut played = filled(10, |who| if who < 5 { 4 } else { 2 }, |_| 3);
    let results = results_at(&played, "vragenlijst");
    let view = closing(&mut played);
    let titles: Vec<&str> = view.answers.iter().map(|(heading, _)| &*heading.title).collect();
    assert_eq!(titles, ["De vragenlijst"], "only what was shown");
    assert_eq!(view.answers[0].1.answers, Some(Answers::Questions(results)));
}

fn results_at(played: &Played, step: &str) -> QuestionResults {
    questions(played, &Played::name(0), step).results.unwrap()
}
