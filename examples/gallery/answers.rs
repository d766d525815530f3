//! Screens of everything that people answer for themselves, from meetings that are really played.
#![allow(clippy::unwrap_used)]

#[path = "played.rs"]
pub mod played;

use leerlandschap::core::command::Command;
use leerlandschap::core::room::*;
use leerlandschap::core::view::Screen;

use self::played::{Played, TRAINER};

/// The screen of a state, by name; `None` where it is none of these.
pub fn screen(state: &str) -> Option<Screen> {
    let (name, lead) = state.strip_suffix("-lead").map_or((state, false), |name| (name, true));
    let anna = Played::name(0);
    let who = if lead { TRAINER } else { &anna };
    let (played, looking) = match name {
        "info" => (Played::new("leerklimaat", "invullen", 4), Some("vooraf")),
        "questions" | "questionsdone" => (questionnaire(name == "questionsdone"), Some("vragenlijst")),
        "checkin" => (check_in(), None),
        "qresults" => (climate(11), None),
        "qfew" => (climate(6), None),
        "qline" => (second_meeting(), None),
        "summary" => (summary(1, false), None),
        "summaryresults" => (summary(1, true), None),
        "dots" => (dots(false), None),
        "dotsshown" => (dots(true), None),
        "support" => (support(false), None),
        "supportshown" => (support(true), None),
        "hands" => (hands(), None),
        _ => return None,
    };
    // A clock that nobody started would tell of years.
    Some(Screen { timer: None, ..played.screen(who, "nl", looking) })
}

fn questionnaire(done: bool) -> Played {
    let mut played = Played::new("leerklimaat", "invullen", 7);
    for (item, value) in [("lk1", 3), ("lk2", 2), ("lk9", 4), ("lk10", 5)] {
        played.point(0, item, value);
    }
    played.options(0, "lk7", &["cursus", "collega"]);
    played.point(0, "lk8", 6);
    for who in usize::from(!done)..4 {
        played.hands_in(who, "vragenlijst");
    }
    played
}

fn check_in() -> Played {
    let mut played = Played::new("werkoverleg", "week", 5);
    played.go("check-in");
    played.point(0, "wi1", 7);
    played.text(0, "wi2", "Even een rustig begin");
    played
}

/// A whole scan of the learning climate, shown.
fn climate(people: usize) -> Played {
    let mut played = Played::new("leerklimaat", "invullen", people);
    for who in 0..people {
        for number in (1..=23).filter(|number| !matches!(number, 7 | 8)) {
            let value = 1 + i32::try_from((who * 7 + number * 3 + who * number) % 5).unwrap();
            played.point(who, &format!("lk{number}"), value);
        }
        let all = ["cursus", "proberen", "collega", "feedback"];
        played.options(who, "lk7", &all[..=who % 3]);
        played.point(who, "lk8", i32::try_from(who * who % 17).unwrap());
        played.hands_in(who, "vragenlijst");
    }
    played.go("vragenlijst");
    played.round("vragenlijst", 1, Phase::Revealed, &[]);
    played
}

/// The same check-out in two meetings.
fn second_meeting() -> Played {
    let mut played = Played::new("werkoverleg", "week", 5);
    let closes = |played: &mut Played, shift: i32| {
        played.go("check-out");
        for who in 0..5 {
            let value = i32::try_from(who).unwrap() + shift;
            played.point(who, "wo1", value);
            played.point(who, "wo2", value + 1);
            played.point(who, "wo3", 1 + value % 5);
            played.text(who, "wo4", ["rustig", "druk", "fijn", "kort", "helder"][who]);
            played.hands_in(who, "check-out");
        }
    };
    closes(&mut played, 3);
    played.go("@closing");
    played.does(TRAINER, Command::Close { from: Place::Closing });
    played.does(TRAINER, Command::StartNext { from: 1, part: "week".into() });
    for who in 0..5 {
        played.does(&Played::name(who), Command::Join { name: "".into() });
    }
    closes(&mut played, 5);
    played
}

fn summary(round: u8, shown: bool) -> Played {
    let mut played = Played::new("open-leergesprek", "inleiding", 5);
    played.go("canvas");
    for (column, text) in [("hard", "Minder fouten bij de overdracht."), ("zacht", "Leren houdt ons werk leuk.")] {
        let body = Body::Note { column: column.into(), text: text.into(), group: "".into() };
        played.saves(&Played::name(1), "canvas", body);
    }
    played.go("klopt-het");
    for (section, text) in [
        (
            "redenen",
            "De meesten zien dit gesprek als begin van een plan. Een paar zijn bang dat het bij praten blijft.",
        ),
        ("invalshoeken", "De klant en de medewerker tellen het zwaarst."),
    ] {
        played.saves(TRAINER, "klopt-het", Body::Summary { section: section.into(), text: text.into() });
    }
    played.round("klopt-het", round, Phase::Open, &[]);
    let sections = ["redenen", "invalshoeken", "canvas", "in-lijn"];
    for who in usize::from(!shown)..5 {
        for (at, section) in sections.iter().enumerate() {
            let item = format!("klopt-het:{section}");
            let value = if at == 0 { [2, 3, 3, 2, 3][who] } else { 3 };
            let comment =
                if value < 3 { ["Het ging ook over tijd.", "", "", "Angst is een groot woord.", ""][who] } else { "" };
            played.gives(who, &item, round, Choice::Point(value).into(), comment);
        }
    }
    if shown {
        played.round("klopt-het", round, Phase::Revealed, &[]);
    }
    played
}

fn hands() -> Played {
    let mut played = Played::new("leerlandschap", "gesprek", 4);
    played.go("stellingen");
    let counted = Hands { item: "st4".into(), counts: vec![2, 6, 1, 4, 0], opt_outs: 2 };
    played.saves(TRAINER, "stellingen", Body::Hands(counted));
    for who in 0..4 {
        for item in 1..=5 {
            played.point(who, &format!("st{item}"), i32::try_from(1 + (who + item) % 5).unwrap());
        }
    }
    played.round("stellingen", 1, Phase::Revealed, &[]);
    played
}

/// Notes of a retrospective with dots on them.
fn dots(shown: bool) -> Played {
    let mut played = Played::new("werkoverleg", "maand", 5);
    played.go("retrospectief");
    let mut notes = Vec::new();
    for (who, column, text) in [
        (0, "goed", "De overdracht op vrijdag is nu echt een overdracht."),
        (1, "goed", "Nieuwe collega's vragen meer."),
        (2, "minder", "We horen te laat dat een klant ontevreden is."),
        (3, "samen", "Elke maand met iemand meelopen."),
    ] {
        let body = Body::Note { column: column.into(), text: text.into(), group: "".into() };
        notes.push(played.saves(&Played::name(who), "retrospectief", body));
    }
    played.round("retrospectief", 1, Phase::Revealed, &[]);
    played.round("retrospectief", 2, Phase::Open, &[]);
    for who in 0..5 {
        let on = |at: usize| format!("retrospectief:{}", notes[at % 4]);
        played.gives(who, &on(2), 2, Choice::Point(1).into(), "");
        played.gives(who, &on(who + 3), 2, Choice::Point(if who == 0 { 1 } else { 2 }).into(), "");
    }
    if shown {
        played.round("retrospectief", 2, Phase::Revealed, &[]);
    }
    played
}

/// Principles with a vote on who supports them.
fn support(shown: bool) -> Played {
    let mut played = Played::new("leerlandschap", "gesprek", 5);
    played.go("uitgangspunten");
    let mut items = Vec::new();
    for text in ["Leren mag in werktijd.", "Wie iets leert, deelt het met een collega."] {
        let body = Body::Principle { text: text.into(), action: None };
        items.push(format!("uitgangspunten:{}", played.saves(TRAINER, "uitgangspunten", body)));
    }
    played.round("uitgangspunten", 1, Phase::Open, &[]);
    for who in 0..5 {
        for (at, item) in items.iter().enumerate().take(if shown || who > 0 { 2 } else { 1 }) {
            played.point(who, item, [[3, 1], [3, 3], [2, 1], [3, 3], [3, 1]][who][at]);
        }
    }
    if shown {
        played.round("uitgangspunten", 1, Phase::Revealed, &[]);
    }
    played
}
