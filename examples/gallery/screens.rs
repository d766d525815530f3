//! Made-up screens.
#![allow(clippy::wildcard_imports, clippy::unwrap_used, clippy::cast_possible_truncation)]

#[path = "answers.rs"]
mod answers;
#[path = "together.rs"]
mod together;

use std::rc::Rc;

use leerlandschap::core::consensus::{Agreement, Tally};
use leerlandschap::core::ids::{ContributionId, ItemId, PersonId, StepId};
use leerlandschap::core::refusal::Refusal;
use leerlandschap::core::room::{self, *};
use leerlandschap::core::session::Who;
use leerlandschap::core::view::{self, Begin, RoundAction, *};

const STATEMENTS: [&str; 5] = [
    "Hier leer je alleen wat je functie van je vraagt. Aan je persoonlijke groei werk je in je eigen tijd.",
    "Als iemand zich wil ontwikkelen, zoeken we hier elke keer actief naar een manier om te helpen.",
    "Onze organisatie kan en wil uitgaan van wat mensen goed kunnen, niet van hun functie. Ons leerbeleid sluit daarop aan.",
    "Wat leren oplevert, moet je meteen kunnen meten.",
    "Wij maken genoeg tijd en middelen vrij voor soft skills, zoals communiceren, samenwerken en leidinggeven.",
];
const LABELS: [&str; 5] = ["Helemaal niet mee eens", "Niet mee eens", "Ertussenin", "Mee eens", "Helemaal mee eens"];
const PROMPTS: [&str; 3] = [
    "Over welke stellingen zijn jullie het snel eens?",
    "Bij welke stellingen lopen de meningen uiteen?",
    "Wat maken jullie hieruit op? Denk aan jullie leerlandschap en aan de manier waarop jullie organisatie met leren omgaat.",
];

/// The screen of a state, by name.
pub fn screen(state: &str) -> Screen {
    if let Some(screen) = answers::screen(state) {
        return screen;
    }
    let (name, lead) = state.strip_suffix("-lead").map_or((state, false), |name| (name, true));
    let (page, place, at) = match name {
        "vote" => (Page::Statements(voting(&[Some(4), None, None, Some(0), None], Phase::Open)), step("stellingen"), 1),
        "votedone" => (
            Page::Statements(voting(&[Some(4), Some(2), Some(5), Some(0), Some(1)], Phase::Open)),
            step("stellingen"),
            1,
        ),
        "waiting" => (
            Page::Statements(StatementsView { items: vec![], phase: None, ..voting(&[], Phase::Open) }),
            step("stellingen"),
            1,
        ),
        "results" => (
            Page::Statements(StatementsView {
                items: vec![],
                phase: Some(Phase::Revealed),
                results: Some(results()),
                ..voting(&[], Phase::Open)
            }),
            step("stellingen"),
            1,
        ),
        "late" => (
            Page::Statements(StatementsView {
                items: vec![],
                phase: Some(Phase::Revealed),
                results: Some(results()),
                taking_part: TakingPart { done: false, can_confirm: true },
                ..voting(&[], Phase::Open)
            }),
            step("stellingen"),
            1,
        ),
        "notes" => (Page::Notes(notes()), step("opbrengst"), 2),
        "held" => (Page::Notes(held_notes()), step("opbrengst"), 2),
        "actions" => (Page::Actions(actions()), step("vervolgacties"), 3),
        "principles" => (Page::Principles(principles()), step("uitgangspunten"), 4),
        "closing" => (Page::Closing(closing()), Place::Closing, 5),
        "sharing" | "sharing-asked" | "sharing-agreed" | "sharing-shown" => {
            (Page::Closing(ClosingView { sharing: Some(sharing(name)), ..closing() }), Place::Closing, 5)
        }
        "further" | "further-failed" => (Page::Further(Some(notes().heading)), step("opbrengst"), 2),
        "unavailable" => (Page::Unavailable(Notice::NoGroup), Place::Start, 0),
        other => together::page(other).unwrap_or_else(|| (Page::Start(start(lead)), Place::Start, 0)),
    };
    let screen = Screen {
        title: "Het leerlandschap in kaart".into(),
        group: Some("Team Noord".into()),
        nav: if name == "unavailable" { vec![] } else { nav(&place, if name == "principles" { 4 } else { at }) },
        alone: None,
        timer: (at > 0 && at < 5).then_some(TimerView {
            seconds: 480,
            left_ms: if name == "notes" { -35_000 } else { 272_000 },
            at: 0,
            running: false,
        }),
        facilitation: lead.then(|| lead_view(name)),
        chair: match name {
            "start" => Some(Chair { holder: None, mine: false, can_take: true }),
            "loggedout" | "late" => Some(Chair { holder: people().into_iter().nth(1), mine: false, can_take: true }),
            _ => None,
        },
        saved: match name {
            "actions" => Saved::Offline(2),
            "vote" => Saved::Sending,
            "loggedout" => Saved::LoggedOut(2),
            _ => Saved::Saved,
        },
        banner: match name {
            "notes" => Some(Banner::Elsewhere { group: step("vervolgacties"), title: Some("Vervolgacties".into()) }),
            "waiting" => Some(Banner::NotJoined),
            _ => None,
        },
        messages: if name == "actions" {
            vec![Message { id: 1, refusal: Refusal::TooMany, text: None }]
        } else {
            vec![]
        },
        people: people(),
        present: 7,
        me: PersonId::from("1"),
        drafts: Rc::new(if name == "held" { drafts() } else { Vec::new() }),
        can_leave: name != "start" && name != "waiting",
        joined: name != "start" && name != "waiting",
        can_join: name == "start" || name == "waiting",
        page,
    };
    together::around(name, screen)
}

fn step(id: &str) -> Place {
    Place::Step(StepId::from(id))
}

fn people() -> Vec<Person> {
    ["Anna", "Bilal", "Chris", "Dewi", "Emre", "Fleur", "Gijs", "Hanneke van der Veen"]
        .iter()
        .enumerate()
        .map(|(at, name)| Person { id: PersonId::from(at.to_string()), name: (*name).into(), present: at != 3 })
        .collect()
}

fn nav(place: &Place, at: usize) -> Vec<NavEntry> {
    let entries = [
        (Place::Start, None, None),
        (step("stellingen"), Some(1), Some("Vijf stellingen bespreken")),
        (step("opbrengst"), None, Some("Wat zegt dit ons?")),
        (step("vervolgacties"), Some(2), Some("Vervolgacties")),
        (step("uitgangspunten"), Some(3), Some("Uitgangspunten")),
        (Place::Closing, None, None),
    ];
    entries
        .into_iter()
        .enumerate()
        .map(|(index, (here, number, title))| NavEntry {
            shown: here == *place,
            current: if matches!(place, Place::Step(id) if id.as_str() == "opbrengst") {
                index == 3
            } else {
                index == at
            },
            open: index <= at.max(1),
            done: index > 0 && index < at && index != 2,
            optional: index == 2,
            title: title.map(Into::into),
            number,
            place: here,
        })
        .collect()
}

fn heading(id: &str, number: Option<u8>, title: &str, minutes: (u32, u32)) -> Heading {
    Heading {
        step: StepId::from(id), number, title: title.into(), minutes, prompts: PROMPTS.iter().map(|text| (*text).into()).collect(), optional: number.is_none(), locked: false,
        instruction: "Lees de vijf stellingen. Stem eerst zelf en bekijk dan samen de uitslag. Bespreek daarna de stellingen waarover jullie het meest van mening verschillen.".into(),
    }
}

fn start(lead: bool) -> StartView {
    StartView {
        goal: "Jullie leerlandschap is alles waarmee mensen bij jullie leren, op het werk en daarbuiten. Jullie maken samen duidelijk waar leren bij jullie om draait. Ook zien jullie wat nog vaag is.".into(),
        when_to_use: Some("Kies deze werkvorm als jullie leerbeleid willen maken of vernieuwen. Jullie horen dan eerst hoe de groep over leren denkt.".into()),
        leaves_with: Some("Jullie weten waarover jullie het eens zijn en waarover niet. Jullie hebben een korte lijst met vervolgacties en namen, een scope en een aantal duidelijke uitgangspunten.".into()),
        steps: vec![heading("stellingen", Some(1), "Vijf stellingen bespreken", (7, 8)), heading("opbrengst", None, "Wat zegt dit ons?", (0, 3)), heading("vervolgacties", Some(2), "Vervolgacties", (3, 4)), heading("uitgangspunten", Some(3), "Uitgangspunten", (5, 5))],
        minutes: (15, 20), together: None, group_size: Some(GroupSize { min: 5, max: 12, typical: None }), settings: Settings { visibility: Visibility::Hidden, min_answers: 3, facilitation: room::Facilitation::Members, pace: room::Pace::Together },
        missing: u32::from(!lead), points: 3, gradebook: Some("De trainer ziet per stap of je hebt meegedaan. Elke stap is één punt waard, samen 3. Wat je hebt gestemd of geschreven, telt niet mee en staat niet in de cijferlijst.".into()),
        meeting: None, runs: vec![], progress: None, earlier: vec![],
        begin: if lead { Begin::Lead { step: StepId::from("stellingen"), now: true } } else { Begin::No },
    }
}

fn scale() -> Vec<ScalePoint> {
    LABELS.iter().zip(1..).map(|(label, value)| ScalePoint { value, label: (*label).into() }).collect()
}

fn voting(choices: &[Option<i32>], phase: Phase) -> StatementsView {
    let items = choices.iter().enumerate().map(|(at, choice)| StatementItem {
        item: ItemId::from(format!("st{}", at + 1)), number: at as u32 + 1, text: STATEMENTS[at].into(),
        hint: (at == 1).then(|| "'Elke keer' is sterk uitgedrukt. Vraag naar één voorbeeld waarin het lukte en één waarin het niet lukte.".into()),
        choice: choice.map(|value| if value == 0 { Choice::OptOut } else { Choice::Point(value) }),
        reason: if at == 0 { "Cursussen mogen alleen als ze bij je taak horen.".into() } else { "".into() },
    }).collect();
    StatementsView {
        heading: heading("stellingen", Some(1), "Vijf stellingen bespreken", (7, 8)),
        round: 1,
        phase: Some(phase),
        scale: scale(),
        opt_out: Some("Weet ik niet of zeg ik liever niet".into()),
        items,
        can_answer: phase == Phase::Open,
        reasons: true,
        taking_part: TakingPart { done: choices.is_empty(), can_confirm: false },
        mine: choices.iter().flatten().count() as u32,
        ready: choices.iter().flatten().count() == choices.len(),
        answered: 3,
        present: 7,
        results: None,
        hands: HandsView { step: StepId::from("stellingen"), items: vec![], counted: vec![] },
    }
}

fn bar(round: u8, counts: [u32; 5], opt_outs: u32, shift: Option<Shift>) -> Bar {
    let n: u32 = counts.iter().sum();
    let tally = Tally::new(counts.to_vec()).unwrap();
    let reasons: Vec<Text> = if n == 7 {
        vec![
            "Het hangt erg van je leidinggevende af.".into(),
            "Vorig jaar lukte het bij mij niet.".into(),
            "Wij zoeken altijd mee.".into(),
        ]
    } else {
        vec![]
    };
    Bar {
        round,
        answered: n + opt_outs,
        present: 8,
        shown: (n >= 3).then(|| ShownBar {
            widths: counts.iter().map(|count| count * 500 / n).collect(),
            offset: 500 - (2 * (counts[0] + counts[1]) + counts[2]) * 250 / n,
            counts: counts.to_vec(),
            n,
            opt_outs,
            agreement: tally.agreement().map(Agreement::percent),
            class: tally.class(),
            direction: tally.direction(),
            indicative: n < 8,
            one_vote_decides: tally.one_vote_decides(),
            reasons,
            shift,
            names: vec![],
        }),
    }
}

fn results() -> ResultsView {
    let rows = [
        (1, vec![bar(2, [1, 2, 0, 3, 1], 1, Some(Shift { net: 3, both: 7 })), bar(1, [3, 1, 0, 2, 2], 0, None)]),
        (4, vec![bar(1, [0, 3, 2, 2, 1], 0, None)]),
        (2, vec![bar(1, [0, 1, 1, 4, 1], 1, None)]),
        (5, vec![bar(1, [5, 3, 0, 0, 0], 0, None)]),
        (3, vec![bar(1, [0, 1, 0, 1, 0], 5, None)]),
    ];
    ResultsView {
        round: 2,
        scale: scale(),
        min_answers: 3,
        rows: rows
            .into_iter()
            .map(|(number, bars)| ResultRow {
                item: ItemId::from(format!("st{number}")),
                number,
                text: STATEMENTS[number as usize - 1].into(),
                hint: None,
                bars,
            })
            .collect(),
    }
}

fn meta(id: &str) -> Meta {
    Meta {
        id: ContributionId::from(id),
        step: StepId::from("opbrengst"),
        from: None,
        unseen: false,
        revision: 4,
        author: None,
        pending: false,
        held: None,
    }
}

fn note(id: &str, text: &str) -> NoteView {
    NoteView {
        meta: meta(id),
        text: text.into(),
        column: "eens".into(),
        group: "".into(),
        dots: None,
        placing: None,
        can_share: false,
    }
}

fn loose(notes: Vec<NoteView>) -> Vec<NoteGroup> {
    vec![NoteGroup { name: "".into(), notes, dots: None }]
}

fn columns() -> Vec<NotesColumn> {
    let column = |id: &str, label: &str, notes| NotesColumn {
        id: id.into(),
        label: label.into(),
        hint: None,
        groups: loose(notes),
    };
    let held = NoteView {
        meta: Meta {
            held: Some(not_taken("oneens", "Of persoonlijke groei in werktijd mag", Refusal::Conflict)),
            ..meta("n3")
        },
        ..note("n3", "Persoonlijke groei: eigen tijd of werktijd?")
    };
    vec![
        column(
            "eens",
            "Hierover zijn we het eens",
            vec![
                note("n1", "Leren hoort bij het werk, niet alleen bij cursussen."),
                note("n2", "We maken te weinig tijd vrij."),
            ],
        ),
        column("oneens", "Hierover verschillen we van mening", vec![held]),
        column("betekenis", "Dit zegt het over leren bij ons", vec![]),
    ]
}

fn not_taken(column: &str, text: &str, refusal: Refusal) -> Held {
    let mine = Body::Note { column: column.into(), text: text.into(), group: "".into() };
    Held { mine, refusal, gone: refusal != Refusal::Conflict }
}

/// Every way in which a text can wait for its author.
fn held_notes() -> NotesView {
    let mut view = notes();
    let (deleted, refused) = ("Wie vraagt, krijgt tijd.", "Dit stond er nog bij, maar de lijst was vol.");
    let refused_note = |column: &str, id: &str, text: &str, refusal| NoteView {
        meta: Meta { held: Some(not_taken(column, text, refusal)), ..meta(id) },
        ..note(id, text)
    };
    view.columns[0].groups[0].notes.push(refused_note("eens", "n4", deleted, Refusal::Deleted));
    view.columns[2].groups[0].notes.push(refused_note("betekenis", "n5", refused, Refusal::TooMany));
    view
}

/// A new note, an edit of a note that is there, and an edit of one that was deleted meanwhile.
fn drafts() -> Vec<(Rc<str>, Rc<str>)> {
    [
        ("new:opbrengst:oneens", "0\nDit schreef ik nog"),
        ("edit:opbrengst:eens:n2", "3\nWe maken te weinig tijd vrij, vooral"),
        ("edit:opbrengst:eens:weg", "3\nHier was ik mee bezig"),
    ]
    .into_iter()
    .map(|(key, text)| (key.into(), text.into()))
    .collect()
}

fn notes() -> NotesView {
    NotesView {
        heading: heading("opbrengst", None, "Wat zegt dit ons?", (0, 3)),
        columns: columns(),
        sharing: Sharing::Group,
        can_write: true,
        can_group: false,
        groups: vec![],
        dots: None,
        beside: Some(Tallied { answers: Some(Answers::Statements(results())), hands: vec![] }),
        taking_part: TakingPart { done: false, can_confirm: true },
    }
}

fn action(id: &str, what: &str, who: &str, when: Option<&str>, status: ActionStatus) -> ActionView {
    ActionView {
        meta: meta(id),
        who: who.into(),
        source: (id == "a1").then(|| STATEMENTS[0].into()),
        action: Action {
            what: what.into(),
            who_text: who.into(),
            when: when.and_then(Date::parse),
            status,
            source: (id == "a1").then(|| "st1".into()),
            ..Action::default()
        },
    }
}

fn action_list() -> Vec<ActionView> {
    vec![
        action(
            "a1",
            "Uitzoeken wat er in de cao staat over leren in werktijd",
            "Bilal",
            Some("2026-12-03"),
            ActionStatus::Busy,
        ),
        action(
            "a2",
            "Met de directie praten over een vast leeruur per week",
            "Hanneke van der Veen",
            None,
            ActionStatus::Open,
        ),
        ActionView {
            meta: Meta { pending: true, ..meta("a3") },
            ..action(
                "a3",
                "Drie collega's vragen wanneer zij voor het laatst iets leerden",
                "Emre",
                Some("2026-11-30"),
                ActionStatus::Done,
            )
        },
    ]
}

fn actions() -> ActionsView {
    ActionsView {
        heading: heading("vervolgacties", Some(2), "Vervolgacties", (3, 4)),
        review: false,
        earlier: vec![],
        to_review: 0,
        actions: action_list(),
        can_write: true,
        starting_points: [(3, false), (0, true)]
            .into_iter()
            .map(|(at, used)| StartingPoint {
                source: format!("st{}", at + 1).into(),
                text: STATEMENTS[at].into(),
                why: Offered::Divided,
                used,
            })
            .collect(),
        setup: Rc::new(ActionSetup {
            sources: (0..5).map(|at| (format!("st{}", at + 1).into(), STATEMENTS[at].into())).collect(),
            people: people(),
            who_required: true,
            when_required: false,
            expectation: false,
        }),
        taking_part: TakingPart { done: true, can_confirm: false },
    }
}

fn principle_list() -> Vec<Text> {
    [
        "Leren mag in werktijd.",
        "Wie iets leert, deelt het met een collega.",
        "We kijken eerst naar wat iemand kan, dan pas naar de functie.",
    ]
    .iter()
    .map(|text| (*text).into())
    .collect()
}

fn principles() -> PrinciplesView {
    PrinciplesView {
        support: None,
        heading: heading("uitgangspunten", Some(3), "Uitgangspunten", (5, 5)), scope_label: "Onze scope: dit valt onder leren en ontwikkelen".into(),
        complete: false, findings: vec![], scope: ScopeView { meta: meta("scope:uitgangspunten"), before: vec![], text: "Alles waardoor je je werk beter of met meer plezier doet: cursussen, meelopen, lezen en samen terugkijken.".into() },
        principle_label: "Uitgangspunt".into(), can_write: true, taking_part: TakingPart { done: false, can_confirm: true },
        principles: principle_list().into_iter().enumerate().map(|(at, text)| PrincipleView { meta: meta(&format!("p{at}")), text, action: None, finding: None, before: vec![], support: None }).collect(),
    }
}

fn closing() -> ClosingView {
    ClosingView {
        leaves_with: Some("Jullie weten waarover jullie het eens zijn en waarover niet. Jullie hebben een korte lijst met vervolgacties en namen, een scope en een aantal duidelijke uitgangspunten.".into()),
        closed: false, answers: vec![(heading("stellingen", Some(1), "Vijf stellingen bespreken", (7, 8)), Tallied { answers: Some(Answers::Statements(results())), hands: vec![] })],
        notes: vec![(heading("opbrengst", None, "Wat zegt dit ons?", (0, 3)), columns())], actions: Some(action_list()), summaries: vec![], plan: vec![], next: vec![], meeting: None, sharing: None,
        principles: vec![PrinciplesPart {
            scope_label: "Onze scope: dit valt onder leren en ontwikkelen".into(), scope: "Alles waardoor je je werk beter of met meer plezier doet.".into(),
            title: "Uitgangspunten".into(), principles: principle_list().into_iter().map(|text| PrincipleOutcome { text, finding: None, support: None }).collect(),
        }],
        handover: Some(HandoverView {
            text: "Met deze uitgangspunten kunnen jullie verder werken aan het leerbeleid. Neem ze over in jullie eigen beleidsdocument.".into(),
            sections: vec![
                HandoverPart { label: "Scope".into(), entries: Entries::Texts(vec!["Alles waardoor je je werk beter of met meer plezier doet.".into()]) },
                HandoverPart { label: "Uitgangspunten".into(), entries: Entries::Numbered(principle_list()) },
                HandoverPart { label: "Bevindingen uit de vervolgacties".into(), entries: Entries::Findings(vec![]) },
                HandoverPart { label: "Openstaande vervolgacties".into(), entries: Entries::Actions(action_list()) },
            ],
        }),
        people: people(), done: vec![("Vijf stellingen bespreken".into(), true), ("Vervolgacties".into(), true), ("Uitgangspunten".into(), false)],
    }
}

/// Whether other groups may see it: to be asked, asked of a member, agreed to, and shown.
fn sharing(name: &str) -> SharingView {
    let on = SharingQuestion {
        asked: 30,
        lesson: (name != "sharing-asked")
            .then(|| "Vraag door voor je verklaart.\nDat kostte ons één bijeenkomst.".into()),
        answered: if name == "sharing-asked" { 4 } else { 6 },
        agreed: Some(if name == "sharing-asked" { 3 } else { 6 }),
        of: 8,
        objected: name == "sharing-asked",
        published: name == "sharing-shown",
    };
    SharingView {
        group: "3".into(),
        on: (name != "sharing").then_some(on),
        fewest: 3,
        own: (name == "sharing-asked").then_some(true),
        can_answer: name == "sharing-asked",
        can_ask: name == "sharing",
        leads: name != "sharing-asked",
    }
}

fn answered() -> Option<view::Answered> {
    let (done, waiting): (Vec<Person>, Vec<Person>) = people()
        .into_iter()
        .filter(|person| person.present)
        .partition(|person| ["0", "4", "6"].contains(&person.id.as_str()));
    Some(view::Answered {
        who: Who::told(done.into_iter().map(|person| person.id).collect())?,
        missing: waiting.into_iter().map(|person| person.name).collect(),
    })
}

fn lead_view(name: &str) -> view::Facilitation {
    let round = |vote, actions: &[RoundAction], again| {
        Some(RoundControl {
            round: 1,
            asks: Asks::Statements,
            vote,
            may_wait: false,
            by_itself: false,
            actions: actions.to_vec(),
            again,
        })
    };
    let voting = matches!(name, "vote" | "votedone");
    let next: Option<(Place, Option<Rc<str>>)> = Some((step("vervolgacties"), Some("Vervolgacties".into())));
    view::Facilitation {
        round: match name {
            "vote" | "votedone" => round(Some((3, 7)), &[RoundAction::RevealEarly, RoundAction::Close], vec![]),
            "waiting" => round(None, &[RoundAction::Open], vec![]),
            "results" => round(None, &[], vec![AgainItem { item: ItemId::from("st1"), text: STATEMENTS[0].into(), proposed: true }, AgainItem { item: ItemId::from("st2"), text: STATEMENTS[1].into(), proposed: false }]),
            _ => None,
        },
        next: if name == "closing" { None } else { next.clone() }, skip_to: (name == "results").then_some(next).flatten(), can_close: name == "closing", unrevealed: name == "closing",
        settled: !voting && name != "waiting", unshown: voting.then_some(1),
        hint: Some("Er is te weinig tijd om alle vijf de stellingen te bespreken. Begin met de stelling die de groep het meest verdeelt.".into()), busy: false,
        answered: voting.then(answered).flatten(),
        here: None,
        chair: None,
        successors: Vec::new(),
    }
}
