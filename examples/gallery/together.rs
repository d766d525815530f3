//! Made-up screens of what the group makes together.

use std::rc::Rc;

use leerlandschap::core::format::GoalFields;
use leerlandschap::core::ids::{ContributionId, StepId};
use leerlandschap::core::room::{Action, ActionStatus, Date, Goal, GoalStatus, Place};
use leerlandschap::core::view::{
    ActionSetup, ActionView, ActionsView, Alone, Banner, Before, ClosingView, ConfirmView, EarlierView, Finding,
    GoalView, MeetingOf, Meta, NoteGroup, NoteView, NotesColumn, NotesView, Page, PeriodView, PlanReview, PlanSetup,
    PlanView, PrincipleView, PrinciplesView, Progress, ProgressStep, RunChoice, Screen, SectionView, Sharing, Source,
    StartView, StepState, TakingPart, Text,
};

use super::{closing, heading, meta, people, principles, start};

/// The page of a state and the step it belongs to, where the state is one of these.
pub fn page(name: &str) -> Option<(Page, Place, usize)> {
    let step = |id: &str| Place::Step(StepId::from(id));
    Some(match name {
        "groups" => (Page::Notes(groups()), step("opbrengst"), 2),
        "hidden" => (Page::Notes(hidden()), step("opbrengst"), 2),
        "private" => (Page::Notes(private()), step("opbrengst"), 2),
        "review" => (Page::Actions(review()), step("vervolgacties"), 3),
        "complete" => (Page::Principles(complete()), step("uitgangspunten"), 4),
        "plan" => (Page::Plan(plan()), step("uitgangspunten"), 4),
        "series" => (Page::Start(series()), Place::Start, 0),
        "alone" => (Page::Start(alone()), Place::Start, 0),
        "next" => (Page::Closing(next()), Place::Closing, 5),
        _ => return None,
    })
}

/// What stands around such a page.
pub fn around(name: &str, screen: Screen) -> Screen {
    match name {
        "series" => Screen { banner: Some(Banner::NewMeeting(3)), ..screen },
        "hidden" => {
            let back = Some((StepId::from("stellingen"), "Vijf stellingen bespreken".into()));
            let next = Some((StepId::from("vervolgacties"), "Vervolgacties".into()));
            Screen { alone: Some(Alone { back, next, done: true }), timer: None, ..screen }
        }
        _ => screen,
    }
}

fn note(id: &str, text: &str, dots: Option<u32>) -> NoteView {
    NoteView {
        meta: meta(id),
        text: text.into(),
        column: "goed".into(),
        group: "".into(),
        dots,
        placing: None,
        can_share: false,
    }
}

fn own(id: &str, text: &str, can_share: bool) -> NoteView {
    let note = note(id, text, None);
    NoteView { meta: Meta { unseen: true, ..note.meta }, can_share, ..note }
}

fn column(id: &str, label: &str, groups: Vec<NoteGroup>) -> NotesColumn {
    let hint = (id == "goed").then(|| "Zoals cultuur, leiderschap en gewoontes".into());
    NotesColumn { id: id.into(), label: label.into(), hint, groups }
}

fn together(name: &str, notes: Vec<NoteView>) -> NoteGroup {
    let dots = notes.iter().map(|note| note.dots).sum();
    let notes = notes.into_iter().map(|note| NoteView { group: name.into(), ..note }).collect();
    NoteGroup { name: name.into(), notes, dots }
}

fn notes(columns: Vec<NotesColumn>, sharing: Sharing) -> NotesView {
    NotesView {
        heading: heading("opbrengst", Some(2), "Retrospectief", (8, 12)),
        columns,
        sharing,
        can_write: true,
        can_group: false,
        groups: vec![],
        dots: None,
        beside: None,
        taking_part: TakingPart { done: false, can_confirm: true },
    }
}

/// Notes in groups, with their dots, one of them from an earlier meeting.
fn groups() -> NotesView {
    let from = note("g3", "Meelopen met een ander team", Some(0));
    let from = NoteView { meta: Meta { from: Some(1), ..from.meta }, ..from };
    let columns = vec![
        column(
            "goed",
            "Dit gaat goed",
            vec![
                together(
                    "Samen leren",
                    vec![
                        note("g1", "We delen wat we leren.", Some(4)),
                        note("g2", "Elke week een half uur samen.", Some(2)),
                    ],
                ),
                together("", vec![from]),
            ],
        ),
        column(
            "minder",
            "Dit gaat minder goed",
            vec![together("", vec![note("g4", "Te weinig tijd, vooral in drukke weken.", Some(1))])],
        ),
        column("samen", "Zo kunnen we beter samenwerken", vec![together("", vec![])]),
    ];
    NotesView { can_group: true, groups: vec!["Samen leren".into()], ..notes(columns, Sharing::Group) }
}

fn hidden() -> NotesView {
    let columns = vec![
        column("goed", "Dit gaat goed", vec![together("", vec![own("h1", "We helpen elkaar snel.", false)])]),
        column("minder", "Dit gaat minder goed", vec![together("", vec![])]),
    ];
    notes(columns, Sharing::UntilShown { wrote: 3, present: 7, open: true, at_end: false })
}

fn private() -> NotesView {
    let mine =
        vec![own("v1", "Ik wil leren feedback te geven.", true), note("v2", "Beter luisteren in overleg.", None)];
    notes(vec![column("goed", "Dit wil ik leren", vec![together("", mine)])], Sharing::Author)
}

fn action(id: &str, what: &str, status: ActionStatus, from: Option<u32>) -> ActionView {
    ActionView {
        meta: Meta { from, ..meta(id) },
        who: "Bilal".into(),
        source: None,
        action: Action {
            what: what.into(),
            who_text: "Bilal".into(),
            when: Date::parse("2026-12-03"),
            status,
            expectation: "Mensen vinden het eerst vreemd.".into(),
            ..Action::default()
        },
    }
}

fn looked_back() -> Vec<ActionView> {
    let done = action("r2", "Een week lang elke dag één vraag stellen", ActionStatus::Done, Some(1));
    let told = Action {
        outcome: "Na drie dagen vroegen anderen het ook.".into(),
        finding: "Vragen stellen werkt aanstekelijk.".into(),
        ..done.action
    };
    vec![
        action("r1", "Een gesprek voeren over werkdruk", ActionStatus::Busy, Some(2)),
        ActionView { action: told, ..done },
    ]
}

fn review() -> ActionsView {
    ActionsView {
        heading: heading("vervolgacties", Some(2), "Vorige keer", (10, 15)),
        review: true,
        earlier: looked_back(),
        to_review: 1,
        actions: vec![],
        can_write: true,
        starting_points: vec![],
        setup: Rc::new(ActionSetup {
            sources: vec![],
            people: people(),
            who_required: true,
            when_required: false,
            expectation: true,
        }),
        taking_part: TakingPart { done: false, can_confirm: true },
    }
}

fn complete() -> PrinciplesView {
    let view = principles();
    let finding = "Volgens de cao mag leren in werktijd, mits het team het afspreekt.";
    let found = Finding {
        action: ContributionId::from("a1"),
        what: "Uitzoeken wat er in de cao staat".into(),
        finding: finding.into(),
    };
    let mut list: Vec<PrincipleView> = view.principles.clone();
    list[0] = PrincipleView {
        meta: Meta { from: Some(1), ..list[0].meta.clone() },
        action: Some(found.action.clone()),
        finding: Some(finding.into()),
        before: vec![Before { number: 1, text: "Leren mag.".into() }],
        ..list[0].clone()
    };
    PrinciplesView { complete: true, findings: vec![found], principles: list, ..view }
}

fn goal(id: &str, period: &str, text: &str, status: GoalStatus) -> GoalView {
    GoalView {
        meta: Meta { from: (id == "d1").then_some(1), ..meta(id) },
        owner: "Hanneke van der Veen".into(),
        goal: Goal {
            period: period.into(),
            goal: text.into(),
            owner_text: "Hanneke van der Veen".into(),
            measure: "Ieder team heeft een leeruur per week.".into(),
            status,
            ..Goal::default()
        },
    }
}

fn periods() -> Vec<PeriodView> {
    let period = |id: &str, label: &str, goals| PeriodView { id: id.into(), label: label.into(), goals };
    vec![
        period("jaar1", "Jaar 1", vec![goal("d1", "jaar1", "Een vast leeruur", GoalStatus::Busy)]),
        period(
            "jaar2",
            "Jaar 2",
            vec![goal("d2", "jaar2", "Iedere collega leert van een ander team", GoalStatus::Planned)],
        ),
        period("jaar3", "Jaar 3", vec![]),
    ]
}

fn plan() -> PlanView {
    let periods = periods();
    PlanView {
        heading: heading("uitgangspunten", Some(3), "Plan voor vijf jaar", (40, 60)),
        review: Some(PlanReview::Yearly),
        looks_back: true,
        setup: Rc::new(PlanSetup {
            periods: periods.iter().map(|period| (period.id.clone(), period.label.clone())).collect(),
            fields: GoalFields { owner: true, measure: true, status: true },
            people: people(),
        }),
        periods,
        can_write: true,
        taking_part: TakingPart { done: true, can_confirm: false },
    }
}

fn run(part: &str, title: &str, chosen: bool) -> RunChoice {
    let steps: Vec<Text> = ["Check-in", "Open acties", "Terugblik", "Experiment", "Check-out"].map(Text::from).into();
    RunChoice { part: part.into(), title: title.into(), minutes: (13, 20), steps, chosen }
}

fn meeting() -> MeetingOf {
    MeetingOf {
        number: 3,
        run: "Elke week".into(),
        rhythm: Some("Doe één keer de start. Doe daarna elke week of elke maand een ronde.".into()),
    }
}

fn series() -> StartView {
    let before = EarlierView {
        number: 2,
        run: "Elke week".into(),
        closed: 1_763_750_000_000,
        day_only: true,
        actions: looked_back(),
        goals: vec![("Een vast leeruur".into(), GoalStatus::Busy)],
        principles: vec!["Leren mag in werktijd.".into()],
        notes: vec![],
    };
    let empty = EarlierView {
        number: 1,
        run: "De start".into(),
        actions: vec![],
        goals: vec![],
        principles: vec![],
        ..before.clone()
    };
    StartView {
        meeting: Some(meeting()),
        runs: vec![run("week", "Elke week", true), run("maand", "Elke maand", false)],
        earlier: vec![before, empty],
        ..start(true)
    }
}

fn alone() -> StartView {
    let step = |id: &str, title: &str, state, answered| ProgressStep {
        step: StepId::from(id),
        title: title.into(),
        minutes: (3, 5),
        optional: false,
        state,
        answered,
    };
    let steps = vec![
        step("welkom", "Waar gaat dit over?", StepState::Read, None),
        step("redenen", "Waarom voeren we dit gesprek?", StepState::Waits, Some((3, 8))),
        step("stellingen", "Vijf stellingen bespreken", StepState::ToDo, Some((2, 8))),
        step("canvas", "Samen het canvas vullen", StepState::Later, None),
    ];
    let progress = Progress { whole: false, steps, done: 1, all: 2, next: Some(StepId::from("stellingen")) };
    StartView { progress: Some(progress), ..start(false) }
}

/// A summary of one section that nobody was asked about.
fn summary() -> ConfirmView {
    ConfirmView {
        heading: heading("klopt-het", None, "Klopt de samenvatting?", (8, 12)),
        round: 1,
        phase: None,
        scale: vec![],
        wants_comment: vec![],
        sections: vec![SectionView {
            item: "klopt-het:redenen".into(),
            step: "redenen".into(),
            title: "Waarom voeren we dit gesprek?".into(),
            meta: meta("s1"),
            text: "De groep wil eerst weten wat er nodig is.".into(),
            source: Source::Nothing,
            asked: false,
            choice: None,
            comment: "".into(),
            results: vec![],
        }],
        can_sum_up: false,
        can_answer: false,
        mine: (0, 0),
        answered: 0,
        present: 8,
        taking_part: TakingPart { done: false, can_confirm: false },
        min_answers: 3,
    }
}

fn next() -> ClosingView {
    ClosingView {
        closed: true,
        meeting: Some(meeting()),
        notes: vec![(heading("opbrengst", None, "Retrospectief", (8, 12)), groups().columns)],
        actions: Some(looked_back()),
        plan: vec![(heading("plan", None, "Plan voor vijf jaar", (40, 60)), periods())],
        summaries: vec![summary()],
        next: vec![run("week", "Elke week", true), run("maand", "Elke maand", false)],
        ..closing()
    }
}
