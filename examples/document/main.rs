//! The document of meetings that are really played: to look at, as a Word file, on paper and as Markdown.
//!
//! `tests/gallery/documents.mjs` opens it; the page names the meeting and the language.
#![allow(clippy::unwrap_used, clippy::wildcard_imports)]

#[path = "../gallery/played.rs"]
mod played;

use std::collections::BTreeMap;
use std::rc::Rc;

use leerlandschap::app::report::document::{WordModule, save};
use leerlandschap::core::command::Command;
use leerlandschap::core::report::{Facts, Meeting, Report, ReportGroup};
use leerlandschap::core::room::*;
use leerlandschap::core::view::{ClosingView, Page};
use leerlandschap::i18n::Catalogue;
use leerlandschap::ui::report::document::{DocumentTools, ToolsProps};
use leerlandschap::ui::report::{Ask, ReportFacts, facts};
use yew::prelude::*;

use played::{Played, TRAINER};

/// What breaks a file that does not see to it.
const HOSTILE: &str = "=1+1 <b>x</b> & \"y\" *z* מילים בעברית 👩‍🏫";

fn embedded(id: &str) -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

fn main() {
    let texts: BTreeMap<String, String> = serde_json::from_str(&embedded("strings")).unwrap_or_default();
    let language = embedded("language");
    let (played, part, people) = match &*embedded("state") {
        "climate" => (climate(11), "gesprek", 11),
        "conversation" => (conversation(), "gesprek", 5),
        _ => (landscape(), "gesprek", 9),
    };
    let Page::Closing(view) = played.screen(TRAINER, &language, None).page else { return };
    let page = Rc::new(page(&played, &language, Rc::new(Catalogue::new(texts)), part, people));
    let word = Rc::new(Some(WordModule::new("/bound/document.js", "/bound/document_bg.wasm")));
    let on = Callback::from(move |ask: Ask| {
        if let Ask::Document(document, file, made) = ask {
            save(word.clone(), document, file, made);
        }
    });
    let meeting = page.facts.report.meetings[0].clone();
    let props = ToolsProps { page, meeting, view: Rc::<ClosingView>::new(view), on };
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("leerlandschap-app")) {
        yew::Renderer::<DocumentTools>::with_root_and_props(root, props).render();
    }
}

fn page(played: &Played, language: &str, words: Rc<Catalogue>, part: &str, people: u32) -> ReportFacts {
    let exercise = played.exercise();
    let meeting = Meeting {
        id: "1".into(),
        group: "7".into(),
        number: 1,
        part: part.into(),
        settings: Settings {
            visibility: Visibility::Hidden,
            min_answers: 3,
            facilitation: Facilitation::Trainer,
            pace: Pace::Together,
        },
        started: 1_796_000_000_000,
        closed: Some(1_796_003_600_000),
        place: Place::Closing,
        joined: people,
        present: people - 2,
        rounds: Vec::new(),
        contributions: Vec::new(),
    };
    let report = Report {
        name: "Leren bij ons".into(),
        today: Date::parse("2026-11-30").unwrap(),
        may_set_status: false,
        groups: vec![ReportGroup { id: "7".into(), name: "Team Noord".into(), former: false }],
        meetings: vec![meeting],
        owners: BTreeMap::new(),
        notes: BTreeMap::new(),
    };
    let language_of = exercise.language(language);
    let told = Facts { report, language: language_of, exercise };
    ReportFacts { language: language.to_owned().into(), word: true, ..facts(Rc::new(told), words) }
}

fn closes(mut played: Played) -> Played {
    played.go("@closing");
    played.does(TRAINER, Command::Close { from: Place::Closing });
    played
}

fn action(what: &str, who: &str, when: Option<&str>, status: ActionStatus, finding: &str) -> Body {
    Body::Action(Action {
        what: what.into(),
        who_text: who.into(),
        when: when.and_then(Date::parse),
        status,
        finding: finding.into(),
        ..Action::default()
    })
}

/// Statements of all classes with reasons, notes together, actions, a scope and principles.
fn landscape() -> Played {
    let mut played = Played::new("leerlandschap", "gesprek", 9);
    played.go("stellingen");
    let answers: [[i32; 9]; 5] = [
        [1, 1, 2, 1, 2, 1, 2, 3, 1],
        [1, 5, 2, 4, 1, 5, 2, 4, 5],
        [4, 5, 4, 5, 5, 4, 4, 5, 4],
        [3, 4, 2, 3, 4, 3, 4, 4, 3],
        [5, 4, 0, 0, 0, 0, 0, 0, 0],
    ];
    for (item, chosen) in answers.iter().enumerate() {
        for (who, value) in chosen.iter().enumerate() {
            let choice = if *value == 0 { Choice::OptOut } else { Choice::Point(*value) };
            let reason = match (item, who) {
                (1, 0) => {
                    "Wie iets wil, moet er hier zelf achteraan. Dat lukt niet iedereen, zeker niet als het druk is."
                }
                (1, 1) => "Mijn leidinggevende vraagt er elke maand naar.",
                (1, 2) => HOSTILE,
                (1, 3) => "Het hangt van het team af.",
                _ => "",
            };
            played.gives(who, &format!("st{}", item + 1), 1, choice.into(), reason);
        }
    }
    played.round("stellingen", 1, Phase::Revealed, &[]);
    played.go("opbrengst");
    let columns: Vec<String> = notes_columns(&played);
    for (at, (text, group)) in [
        ("We delen wat we leren.", "Samen leren"),
        ("Elke week een half uur samen.", "Samen leren"),
        ("Te weinig tijd, vooral in drukke weken.", ""),
        (HOSTILE, ""),
    ]
    .iter()
    .enumerate()
    {
        let column = columns[at / 2 % columns.len()].as_str().into();
        let body = Body::Note { column, text: (*text).into(), group: (*group).into() };
        played.saves(&Played::name(at), "opbrengst", body);
    }
    played.go("vervolgacties");
    let done = action(
        "Navragen hoe vaak mensen een wens om te leren uitspreken en wat er daarna gebeurt",
        "Bilal",
        Some("2026-12-03"),
        ActionStatus::Done,
        "Van de twaalf wensen in dit jaar zijn er vier opgepakt. Niemand weet bij wie je moet zijn.",
    );
    let found = played.saves(&Played::name(0), "vervolgacties", done);
    let body =
        action("Een vast half uur in het rooster zetten", "Dewi en Emre", Some("2027-01-15"), ActionStatus::Busy, "");
    played.saves(&Played::name(0), "vervolgacties", body);
    played.saves(&Played::name(0), "vervolgacties", action(HOSTILE, "", None, ActionStatus::Open, ""));
    played.go("uitgangspunten");
    let scope = "Dit gaat over alles wat mensen in ons team leren, op het werk en daarbuiten.\nHet gaat niet over verplichte trainingen.";
    let id = leerlandschap::core::blocks::principles::scope_id(&list(&played));
    let save = Command::Save {
        id,
        step: "uitgangspunten".into(),
        base: None,
        at: None,
        body: Body::Scope { text: scope.into() },
    };
    played.does(TRAINER, save);
    for (text, action) in [
        ("Wie iets wil leren, weet binnen een week bij wie dat kan.", Some(found.as_str().into())),
        ("Leren hoort bij het werk en krijgt daarin tijd.", None),
        (HOSTILE, None),
    ] {
        played.saves(&Played::name(1), "uitgangspunten", Body::Principle { text: text.into(), action });
    }
    closes(played)
}

fn notes_columns(played: &Played) -> Vec<String> {
    let exercise = played.exercise();
    let step = exercise.step(&"opbrengst".into()).unwrap();
    match &step.block {
        leerlandschap::core::format::Block::Notes(notes) => notes.columns.iter().map(|it| it.id.to_string()).collect(),
        _ => Vec::new(),
    }
}

fn list(played: &Played) -> Rc<str> {
    let exercise = played.exercise();
    match &exercise.step(&"uitgangspunten".into()).unwrap().block {
        leerlandschap::core::format::Block::Principles(block) => block.list.clone(),
        _ => "".into(),
    }
}

/// A profile, distributions and a relation.
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
    closes(played)
}

/// Summaries that were confirmed, and a plan.
fn conversation() -> Played {
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
    played.round("klopt-het", 1, Phase::Open, &[]);
    for section in ["redenen", "invalshoeken", "canvas", "in-lijn"] {
        for who in 0..5 {
            let value = if who == 4 { 1 } else { 2 };
            let comment = if value == 1 { "Noem ook de mensen die al lang hier werken." } else { "" };
            let item = format!("klopt-het:{section}");
            played.gives(who, &item, 1, Choice::Point(value).into(), comment);
        }
    }
    played.round("klopt-het", 1, Phase::Revealed, &[]);
    played.go("vijfjarenplan");
    let periods: Vec<Rc<str>> = match &played.exercise().step(&"vijfjarenplan".into()).unwrap().block {
        leerlandschap::core::format::Block::Plan(plan) => plan.periods.iter().map(|it| it.id.clone()).collect(),
        _ => Vec::new(),
    };
    for (at, period) in periods.iter().enumerate().take(3) {
        let goal = Goal {
            period: period.clone(),
            goal: ["Iedereen heeft een leermaatje", "Leren staat in elk rooster", HOSTILE][at].into(),
            owner_text: ["Dewi", "Emre en Fleur", ""][at].into(),
            measure: ["In het jaargesprek noemt iedereen een leermaatje", "", "Navraag"][at].into(),
            status: [GoalStatus::Busy, GoalStatus::Planned, GoalStatus::Planned][at],
            ..Goal::default()
        };
        played.saves(&Played::name(0), "vijfjarenplan", Body::Goal(goal));
    }
    closes(played)
}
