//! The report in a real browser: what is drawn of one group and of several, what the pictures say, and that what is
//! chosen holds for all that is shown.

use std::collections::BTreeMap;

use leerlandschap::core::format;
use leerlandschap::core::report::chart::{Chart, Picture};
use leerlandschap::core::report::{Address, Facts};
use leerlandschap::protocol::report::ReportPage as Wire;
use leerlandschap::ui::report::{Ask, ReportFacts, ReportPage, facts};
use serde_json::{Value, json};
use wasm_bindgen_test::*;

use super::*;

const STATEMENTS: &str = include_str!("../../static/formats/leerlandschap.json");
const QUESTIONS: &str = include_str!("../../static/formats/leerklimaat.json");
const WORDS: &str = include_str!("../../moodle-plugin/lang/en/leerlandschap.php");

/// The English words, as the plugin hands them over.
fn words() -> Catalogue {
    let entry = |text: &str| {
        let (identifier, text) = text.strip_prefix("$string['")?.strip_suffix("';")?.split_once("'] = '")?;
        Some((identifier.to_owned(), text.replace("\\'", "'")))
    };
    Catalogue::new(WORDS.lines().filter_map(entry).collect::<BTreeMap<_, _>>())
}

fn meeting(group: &str, number: u32, rounds: &[Value]) -> Value {
    json!({
        "id": format!("{group}-{number}"), "group": group, "number": number, "part": "gesprek",
        "settings": {"visibility": "hidden", "min_answers": 3, "facilitation": "trainer", "pace": "together"},
        "state": "closed", "closed": 2_000, "started": 1_000, "place": "@closing", "joined": 6, "present": 6,
        "rounds": rounds, "contributions": [],
    })
}

fn round(step: &str, number: u8, results: &[Value], relations: &Value) -> Value {
    let items: Vec<&Value> = results.iter().map(|it| &it["item"]).collect();
    json!({"step": step, "round": number, "phase": "revealed", "items": items, "answered": 4, "present": 6,
        "results": results, "relations": relations})
}

fn vote(number: u8, results: &[Value]) -> Value {
    round("stellingen", number, results, &json!([]))
}

fn scale(item: &str, counts: &[u32], class: &str) -> Value {
    json!({"item": item, "answered": counts.iter().sum::<u32>(), "suppressed": false, "counts": counts, "opt_outs": 0,
        "agreement": 50, "class": class, "direction": "agree", "one_vote_decides": false, "shift": null})
}

fn hidden(item: &str) -> Value {
    json!({"item": item, "answered": 2, "suppressed": true})
}

fn facts_of(exercise: &str, groups: &[(&str, &str)], meetings: &[Value]) -> ReportFacts {
    let exercise: Value = serde_json::from_str(exercise).unwrap();
    let groups: Vec<Value> = groups.iter().map(|(id, name)| json!({"id": id, "name": name})).collect();
    let page = json!({
        "lang": "en", "cmid": 7, "strings": {}, "exercise": exercise, "formats": [],
        "urls": {"home": "/", "gradebook": null, "export": "/export"},
        "report": {"name": "Learning together", "today": "2026-12-01", "min_answers": 3, "visibility": "hidden",
            "may_set_status": false, "groups": groups, "meetings": meetings, "owners": {}},
    });
    let read = Wire::read(&page).unwrap();
    let exercise = Rc::new(format::read(read.exercise).unwrap());
    let told = Facts { report: read.report, language: exercise.language("en"), exercise };
    facts(Rc::new(told), Rc::new(words()))
}

/// One group that met twice, and voted twice in the first meeting.
fn statements() -> ReportFacts {
    let first = vote(1, &[scale("st1", &[2, 0, 0, 0, 2], "divided"), scale("st2", &[0, 0, 0, 1, 3], "consensus")]);
    let again = vote(2, &[scale("st1", &[0, 0, 0, 3, 2], "consensus")]);
    let later = vote(1, &[scale("st1", &[1, 0, 0, 3, 0], "lean"), hidden("st3")]);
    facts_of(STATEMENTS, &[("0", "")], &[meeting("0", 1, &[first, again]), meeting("0", 2, &[later])])
}

/// Two groups with questions, of which the first met twice.
fn questions() -> ReportFacts {
    let numbers = json!({"item": "lk8", "answered": 4, "suppressed": false, "counts": [], "opt_outs": 0,
        "agreement": null, "class": "empty", "direction": "none", "one_vote_decides": false, "shift": null,
        "values": [[1, 3], [4, 1]]});
    let related =
        json!([{"x": "lk1", "y": "lk8", "high": {"people": 6, "median_x2": 8}, "low": {"people": 5, "median_x2": 2}}]);
    let asked = |relations: &Value, results: &[Value]| round("vragenlijst", 1, results, relations);
    let all = [scale("lk1", &[0, 0, 0, 1, 3], "consensus"), scale("lk7", &[1, 2, 3, 0, 0, 0, 0], "empty"), numbers];
    facts_of(
        QUESTIONS,
        &[("1", "North"), ("2", "South")],
        &[
            meeting("1", 1, &[asked(&json!([]), &[scale("lk1", &[0, 0, 4, 0, 0], "lean")])]),
            meeting("1", 2, &[asked(&related, &all)]),
            meeting("2", 1, &[asked(&json!([]), &[hidden("lk1")])]),
        ],
    )
}

struct Desk {
    root: Element,
    asked: Rc<RefCell<Vec<Ask>>>,
}

impl Desk {
    async fn at(page: ReportFacts, fragment: &str) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let asked = Rc::new(RefCell::new(Vec::new()));
        let on = {
            let asked = asked.clone();
            Callback::from(move |ask| asked.borrow_mut().push(ask))
        };
        let address = Address::read(fragment, &page.facts.report);
        let props = leerlandschap::ui::report::ReportProps { page: Rc::new(page), address, saved: None, on };
        yew::Renderer::<ReportPage>::with_root_and_props(root.clone(), props).render();
        scheduler::flush().await;
        Self { root, asked }
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.text_content()).collect()
    }

    /// Opens all that draws itself when it is opened.
    async fn open_all(&self) {
        for summary in self.all("summary") {
            summary.click();
        }
        scheduler::flush().await;
        scheduler::flush().await;
    }

    /// The pictures that can be saved, in the order of their buttons.
    async fn pictures(&self) -> Vec<Rc<Picture>> {
        for button in self.all(".ll-rep-save button") {
            button.click();
        }
        scheduler::flush().await;
        let picture = |ask: Ask| match ask {
            Ask::Picture(picture) => Some(picture),
            _ => None,
        };
        self.asked.take().into_iter().filter_map(picture).collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// What a picture says, line by line.
fn told(picture: &Picture) -> String {
    let mut told = vec![picture.title.to_string(), picture.source.line()];
    told.extend(picture.told.iter().chain(&picture.notes).map(ToString::to_string));
    told.join("\n")
}

fn kind(picture: &Picture) -> &'static str {
    match &*picture.chart {
        Chart::Diverging(_) => "diverging",
        Chart::Groups(_) => "groups",
        Chart::Heat(_) => "heat",
        Chart::Lines(_) => "lines",
        Chart::Map(_) => "map",
        Chart::Measured(_) => "measured",
        Chart::Profile(_) => "profile",
    }
}

fn cards(desk: &Desk) -> Vec<String> {
    desk.texts("article.ll-result")
}

#[wasm_bindgen_test]
async fn the_statements_of_one_group_are_filtered_by_what_their_cards_show() {
    let desk = Desk::at(statements(), "#page=statements").await;
    let toggles = desk.all(".ll-rep-toggle");
    assert_eq!(desk.texts(".ll-rep-toggle strong"), ["0", "1", "1", "1"], "the latest meeting of each statement");
    assert_eq!(cards(&desk).len(), 3);
    assert!(cards(&desk)[0].contains("Meeting 2") && cards(&desk)[1].contains("Meeting 1"), "{:?}", cards(&desk));
    toggles[1].click();
    scheduler::flush().await;
    assert_eq!(cards(&desk).len(), 2);
    assert!(desk.texts(".ll-rep-filter [role=status]")[0].contains("2 of 3"));
    assert!(desk.texts(".ll-rep-none").iter().any(|it| it.contains("2 statements have no results")));
}

#[wasm_bindgen_test]
async fn the_cards_of_one_group_follow_the_round() {
    let last = Desk::at(statements(), "#page=statements&meeting=1").await;
    let st1 = |desk: &Desk| cards(desk).into_iter().find(|card| card.contains("Statement 1")).unwrap();
    assert!(st1(&last).contains("Round 2") && st1(&last).contains("Round 1"), "{}", st1(&last));
    assert!(st1(&last).contains("Consensus"));
    let first = Desk::at(statements(), "#page=statements&meeting=1&round=first").await;
    assert!(!st1(&first).contains("Round 2"), "{}", st1(&first));
    assert!(st1(&first).contains("Divided"), "{}", st1(&first));
    assert_eq!(first.texts(".ll-rep-toggle strong"), ["1", "0", "1", "0"]);
    let picture = &first.pictures().await[0];
    let Chart::Diverging(chart) = &*picture.chart else { panic!("{}", kind(picture)) };
    assert_eq!(chart.rows[0].counts, Some(vec![2, 0, 0, 0, 2]));
    assert!(
        told(picture).contains("Learning together · Meeting 1 · First round · 1 December 2026"),
        "{}",
        told(picture)
    );
}

#[wasm_bindgen_test]
async fn the_statements_of_one_group_have_their_lines_and_pictures() {
    let desk = Desk::at(statements(), "#page=statements").await;
    desk.open_all().await;
    assert_eq!(desk.all(".ll-rep-lines").len(), 2, "agreement and position of the statement that was asked twice");
    let titles = desk.texts(".ll-rep-lines thead th");
    assert!(titles.contains(&"The whole group".to_owned()) && !titles.contains(&"All groups".to_owned()), "{titles:?}");
    let pictures = desk.pictures().await;
    assert_eq!(pictures.iter().map(|it| kind(it)).collect::<Vec<_>>(), ["lines", "lines", "diverging"]);
    assert!(told(&pictures[0]).contains("Learning together · All meetings · Last round"), "{}", told(&pictures[0]));
    assert!(told(&pictures[0]).contains("The whole group: 4 to 5 answers"), "{}", told(&pictures[0]));
    let Chart::Diverging(chart) = &*pictures[2].chart else { panic!() };
    let remarks: Vec<&str> = chart.rows.iter().map(|row| &*row.remark).collect();
    assert_eq!(
        remarks,
        [
            "Answered: 4 of 6 · agreement 50% · Meeting 2",
            "Answered: 4 of 6 · agreement 50% · Meeting 1",
            "fewer than 3 answers: not shown · Meeting 2"
        ]
    );
}

#[wasm_bindgen_test]
async fn maps_and_tables_say_what_their_signs_mean() {
    let map = Desk::at(statements(), "#page=statements&view=map").await;
    let picture = &map.pictures().await[0];
    assert_eq!(kind(picture), "map");
    assert!(picture.notes.iter().any(|note| note.starts_with("1. ") && note.ends_with("(4 answers)")), "{picture:?}");
    let table = Desk::at(statements(), "#page=statements&view=groups").await;
    let picture = &table.pictures().await[0];
    assert_eq!(kind(picture), "heat");
    let said = told(picture);
    for expected in ["Statements by group", "Latest meeting", "Each cell: 4 answers", "D Divided", "– too few answers"]
    {
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
}

#[wasm_bindgen_test]
async fn the_questions_of_one_group_have_their_lines_and_pictures() {
    let desk = Desk::at(questions(), "#page=questions&group=1").await;
    let before = desk.all(".ll-rep-lines").len();
    desk.open_all().await;
    assert_eq!(before, 0, "drawn when it is opened");
    let headings = desk.texts(".ll-rep-lines h5");
    assert!(headings.contains(&"Mean".to_owned()), "{headings:?}");
    assert_eq!(desk.texts(".ll-line").len(), 0, "not the room's line besides");
    let pictures = desk.pictures().await;
    let of = |wanted: &str| pictures.iter().filter(|it| kind(it) == wanted).count();
    assert_eq!((of("profile"), of("groups")), (1, 0));
    // The question with options, that with numbers, that of the profile, and the two sides of the relation.
    assert_eq!(of("measured"), 4, "{:?}", pictures.iter().map(|it| told(it)).collect::<Vec<_>>());
    assert!(of("lines") >= 2, "of the dimension, and of the question");
    for picture in &pictures {
        assert!(told(picture).contains("Learning together · North · "), "{}", told(picture));
        assert!(told(picture).contains("1 December 2026"));
        assert!(!told(picture).contains("All groups"), "{}", told(picture));
    }
    let bars = pictures.iter().find(|it| it.title.starts_with("8. ")).unwrap();
    assert!(told(bars).contains("Meeting 2") && told(bars).contains("Answered: 4 of 6"), "{}", told(bars));
    let profile = pictures.iter().find(|it| kind(it) == "profile").unwrap();
    assert!(told(profile).contains("Handed in: 4 of 6"), "{}", told(profile));
    let Chart::Profile(chart) = &*profile.chart else { panic!() };
    assert_eq!((&*chart.rows[0].value, &*chart.rows[1].value), ("4.8", "no results"));
    assert_eq!(desk.texts(".ll-profile__mean")[..2], ["4.8", "no results"], "nobody was asked");
}

#[wasm_bindgen_test]
async fn several_groups_have_pictures_of_all_charts_and_tell_why_there_is_nothing() {
    let desk = Desk::at(questions(), "#page=questions").await;
    desk.open_all().await;
    let pictures = desk.pictures().await;
    let of = |wanted: &str| pictures.iter().filter(|it| kind(it) == wanted).collect::<Vec<_>>();
    assert_eq!(of("groups").len(), 1);
    let Chart::Groups(profile) = &*of("groups")[0].chart else { panic!() };
    assert_eq!((&*profile.rows[0].why, &*profile.rows[1].why), ("", "no results"));
    assert!(told(of("groups")[0]).contains("North: 4 answers · All groups: 4 answers"), "{}", told(of("groups")[0]));
    let sides = of("measured").into_iter().find(|it| it.title.starts_with("Two questions")).unwrap();
    assert!(told(sides).contains("Learning together · North · Meeting 2"), "its own group: {}", told(sides));
    let bars = of("measured").into_iter().find(|it| it.title.starts_with("1. ")).unwrap();
    assert!(told(bars).contains("Learning together · All groups · Latest meeting"), "{}", told(bars));
    assert!(told(bars).contains("4 answers from 1 group"), "{}", told(bars));
    let cells = desk.texts(".ll-rep-lines td");
    assert!(cells.contains(&"too few answers".to_owned()) && cells.contains(&"no results".to_owned()), "{cells:?}");
    assert!(cells.contains(&"3 (4)".to_owned()), "{cells:?}");
}

#[wasm_bindgen_test]
async fn each_group_of_a_statement_can_be_saved() {
    let vote = |item: &[u32]| vote(1, &[scale("st1", item, "lean")]);
    let page = facts_of(
        STATEMENTS,
        &[("1", "North"), ("2", "South")],
        &[meeting("1", 1, &[vote(&[1, 0, 0, 3, 0])]), meeting("2", 1, &[vote(&[0, 1, 0, 3, 1])])],
    );
    let desk = Desk::at(page, "#page=statements").await;
    desk.open_all().await;
    let pictures = desk.pictures().await;
    assert_eq!(pictures.len(), 2, "all groups, and each beside the other");
    let Chart::Diverging(chart) = &*pictures[0].chart else { panic!() };
    assert_eq!(chart.rows.iter().map(|row| &*row.text).collect::<Vec<_>>(), ["North", "South"]);
    assert_eq!(&*chart.rows[1].remark, "Answered: 5 of 6 · agreement 50%");
    assert!(told(&pictures[1]).contains("Learning together · All groups · Meeting 1 · "), "{}", told(&pictures[1]));
    assert!(!told(&pictures[1]).contains("round"), "there was one alone");
}
