//! What a report says of several groups, held to numbers that were worked out by hand, and what it never tells.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on fails.

use std::fs;
use std::rc::Rc;

use leerlandschap::core::consensus::{Class, Direction};
use leerlandschap::core::format;
use leerlandschap::core::report::{
    Address, Facts, Found, HeatCell, HeatTitle, Page, Selection, Sort, StatementRow, StatementsReport, Turn, View,
    Which, alone, bars, dimension_lines, heat, in_room, map, pages, position, question_lines, questions,
    statement_lines, statements,
};
use leerlandschap::core::view::{Answers, Spread};
use leerlandschap::protocol::report::ReportPage;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A meeting of a group with these rounds.
fn meeting(group: &str, number: u32, rounds: &[Value]) -> Value {
    json!({
        "id": format!("{group}-{number}"), "group": group, "number": number, "part": "gesprek",
        "settings": {"visibility": "hidden", "min_answers": 3, "facilitation": "trainer", "pace": "together"},
        "state": "closed", "closed": 2_000, "started": 1_000, "place": "@closing", "joined": 6, "present": 6,
        "rounds": rounds, "contributions": [],
    })
}

fn round(step: &str, number: u8, results: &[Value]) -> Value {
    let items: Vec<&Value> = results.iter().map(|it| &it["item"]).collect();
    json!({"step": step, "round": number, "phase": "revealed", "items": items, "answered": 4, "present": 6,
        "results": results, "relations": []})
}

/// A result on a scale, with what the host would tell of it.
fn scale(item: &str, counts: &[u32], opt_outs: u32) -> Value {
    let n: u32 = counts.iter().sum();
    if n < 3 {
        return hidden(item, n + opt_outs);
    }
    json!({"item": item, "answered": n + opt_outs, "suppressed": false, "counts": counts, "opt_outs": opt_outs,
        "agreement": 50, "class": "lean", "direction": "agree", "one_vote_decides": false, "shift": null})
}

fn hidden(item: &str, answered: u32) -> Value {
    json!({"item": item, "answered": answered, "suppressed": true})
}

fn numbers(item: &str, values: &[(i32, u32)]) -> Value {
    let answered: u32 = values.iter().map(|(_, people)| people).sum();
    json!({"item": item, "answered": answered, "suppressed": false, "counts": [], "opt_outs": 0, "agreement": null,
        "class": "empty", "direction": "none", "one_vote_decides": false, "shift": null, "values": values})
}

fn facts(format: &str, groups: &[&str], meetings: &[Value]) -> Facts {
    let exercise: Value =
        serde_json::from_str(&fs::read_to_string(format!("static/formats/{format}.json")).unwrap()).unwrap();
    let groups: Vec<Value> = groups.iter().map(|id| json!({"id": id, "name": format!("Team {id}")})).collect();
    let page = json!({
        "lang": "nl", "cmid": 7, "strings": {}, "exercise": exercise, "formats": [{"id": "csv", "name": "CSV"}],
        "urls": {"home": "/", "gradebook": null, "export": "/export"},
        "report": {"name": "Samen leren", "today": "2026-12-01", "min_answers": 3, "visibility": "hidden",
            "may_set_status": false, "groups": groups, "meetings": meetings, "owners": {}},
    });
    let read = ReportPage::read(&page).unwrap();
    let exercise = Rc::new(format::read(read.exercise).unwrap());
    Facts { report: read.report, language: exercise.language("nl"), exercise }
}

fn row<'a>(report: &'a StatementsReport, item: &str) -> &'a StatementRow {
    report.sections.iter().flat_map(|it| &it.rows).find(|row| row.item.as_str() == item).unwrap()
}

fn counts(row: &StatementRow) -> Vec<u32> {
    row.total.tally.as_ref().unwrap().counts.clone()
}

/// Three groups, of which the third is under k for the first statement.
fn three() -> Facts {
    let first = |results: &[Value]| round("stellingen", 1, results);
    facts(
        "leerlandschap",
        &["1", "2", "3"],
        &[
            meeting("1", 1, &[first(&[scale("st1", &[3, 0, 0, 0, 1], 0), scale("st2", &[0, 0, 0, 2, 2], 1)])]),
            meeting("2", 1, &[first(&[scale("st1", &[0, 1, 0, 2, 2], 1), scale("st2", &[0, 0, 1, 3, 1], 0)])]),
            meeting("3", 1, &[first(&[hidden("st1", 2), scale("st2", &[0, 0, 0, 0, 3], 0)])]),
        ],
    )
}

#[test]
fn a_total_is_the_sum_of_what_is_shown() {
    let report = statements(&three(), &Selection::default());
    let row = row(&report, "st1");
    let tally = row.total.tally.as_ref().unwrap();
    assert_eq!(tally.counts, [3, 1, 0, 2, 3]);
    // F = 3, 4, 4, 6 of 9: D = 2·(3 + 4 + 4 + 3) / (9·4) = 28/36.
    assert_eq!((tally.agreement, tally.class, tally.direction), (Some(22), Class::Divided, Direction::None));
    assert_eq!(tally.opt_outs, 1);
    assert_eq!((row.total.answered, row.total.present), (10, 12), "of the two groups that are shown");
    assert_eq!((row.total.groups, row.total.hidden, row.total.least), (2, 1, (3, 3)));
    // (0·3 + 1·1 + 3·2 + 4·3) / 9 = 19/9 points from the lowest of 0 … 4.
    assert_eq!(position(&tally.counts), Some(6));
}

#[test]
fn divided_comes_first_and_what_is_not_shown_last() {
    let report = statements(&three(), &Selection::default());
    let order: Vec<&str> = report.sections[0].rows.iter().map(|row| row.item.as_str()).collect();
    assert_eq!(order[..2], ["st1", "st2"], "divided, then consensus");
    assert_eq!(row(&report, "st2").total.tally.as_ref().unwrap().class, Class::Consensus);
    assert!(row(&report, "st3").cells.is_empty());
}

#[test]
fn shifts_are_summed_where_they_are_shown() {
    let with = |mut result: Value, net: i32, both: u32| {
        result["shift"] = json!({"net": net, "both": both});
        result
    };
    let facts = facts(
        "leerlandschap",
        &["1", "2", "3"],
        &[
            meeting(
                "1",
                1,
                &[
                    round("stellingen", 1, &[scale("st1", &[2, 2, 0, 0, 0], 0)]),
                    round("stellingen", 2, &[with(scale("st1", &[0, 2, 2, 0, 0], 0), 4, 4)]),
                ],
            ),
            meeting("2", 1, &[round("stellingen", 2, &[with(scale("st1", &[0, 0, 1, 2, 0], 0), -1, 3)])]),
            meeting("3", 1, &[round("stellingen", 2, &[scale("st1", &[0, 0, 1, 2, 0], 0)])]),
        ],
    );
    let report = statements(&facts, &Selection::default());
    let shift = row(&report, "st1").total.tally.as_ref().unwrap().shift.unwrap();
    assert_eq!((shift.net, shift.both), (3, 7));
    let first = Selection { turn: Turn::First, ..Selection::default() };
    let report = statements(&facts, &first);
    assert_eq!(counts(row(&report, "st1")), [2, 2, 2, 4, 0], "the first round that each group revealed");
}

#[test]
fn the_latest_meeting_is_the_latest_in_which_it_was_asked() {
    let vote = |counts: &[u32]| round("stellingen", 1, &[scale("st1", counts, 0)]);
    let facts = facts(
        "leerlandschap",
        &["1", "2"],
        &[
            meeting("1", 1, &[vote(&[4, 0, 0, 0, 0])]),
            meeting("1", 2, &[vote(&[0, 0, 0, 0, 4])]),
            meeting("1", 3, &[]),
            meeting("2", 1, &[vote(&[0, 0, 3, 0, 0])]),
        ],
    );
    let of = |which: Which, group: Option<&str>| {
        let selection = Selection { which, group: group.map(Rc::from), ..Selection::default() };
        row(&statements(&facts, &selection), "st1").total.tally.as_ref().map(|it| it.counts.clone())
    };
    assert_eq!(of(Which::Latest, None), Some(vec![0, 0, 3, 0, 4]));
    assert_eq!(of(Which::Number(1), None), Some(vec![4, 0, 3, 0, 0]));
    assert_eq!(of(Which::Number(2), None), Some(vec![0, 0, 0, 0, 4]));
    assert_eq!(of(Which::Number(3), None), None);
    assert_eq!(of(Which::Latest, Some("2")), Some(vec![0, 0, 3, 0, 0]));
    let report = statements(&facts, &Selection::default());
    let (agreement, positions) = statement_lines(&row(&report, "st1").line, None).unwrap();
    assert_eq!(agreement.meetings, [1, 2]);
    // Meeting 1: [4,0,3,0,0], F = 4,4,7,7 of 7: D = 2·(3+3)/(7·4) = 12/28; C = 57 %. Position (0·4+2·3)/7 of 4: −57.
    assert_eq!(agreement.series[0].values, [Found::Shown((570, 7)), Found::Shown((1000, 4))]);
    assert_eq!(positions.series[0].values, [Found::Shown((-570, 7)), Found::Shown((1000, 4))]);
}

#[test]
fn another_scale_is_not_summed() {
    let facts = facts(
        "leerlandschap",
        &["1", "2"],
        &[
            meeting("1", 1, &[round("stellingen", 1, &[scale("st1", &[1, 2, 0, 0, 1], 0)])]),
            meeting("2", 1, &[round("stellingen", 1, &[scale("st1", &[9, 9, 9], 0), scale("st2", &[1, 1, 1], 0)])]),
        ],
    );
    let report = statements(&facts, &Selection::default());
    assert_eq!(counts(row(&report, "st1")), [1, 2, 0, 0, 1]);
    assert_eq!(row(&report, "st1").total.other, 1);
    assert!(row(&report, "st2").total.tally.is_none());
    let alone = Selection { group: Some("2".into()), ..Selection::default() };
    let room = in_room(&facts, &alone, Page::Statements);
    assert_eq!(room[0].other.len(), 2, "said beside what the group saw");
    assert!(
        matches!(&room[0].tallied.answers, Some(Answers::Statements(it)) if it.rows.iter().all(|row| row.bars.is_empty()))
    );
}

#[test]
fn what_was_removed_is_told_as_far_as_it_is_known() {
    let facts = facts(
        "leerlandschap",
        &["1", "2"],
        &[
            meeting(
                "1",
                1,
                &[
                    round("stellingen", 1, &[scale("oud", &[1, 2, 0, 0, 1], 0), scale("st1", &[0, 0, 0, 0, 3], 0)]),
                    round("weg", 1, &[scale("ook-weg", &[2, 2], 0), numbers("getal", &[(3, 4)])]),
                    round("principes", 1, &[scale("principes:een", &[0, 0, 4], 0)]),
                ],
            ),
            meeting("2", 1, &[round("stellingen", 1, &[hidden("oud", 1)])]),
        ],
    );
    let removed = statements(&facts, &Selection::default()).removed;
    let ids: Vec<&str> = removed.iter().map(|it| it.item.as_str()).collect();
    assert_eq!(ids, ["oud", "ook-weg"], "what is asked about something of the meeting is no item of the exercise");
    assert_eq!((removed[0].points, removed[0].total.groups, removed[0].total.hidden), (5, 1, 1));
    assert!(removed[0].step.is_some() && removed[1].step.is_none());
    let removed = questions(&facts, &Selection::default()).removed;
    assert_eq!(removed.iter().map(|it| it.item.as_str()).collect::<Vec<_>>(), ["getal"]);
}

#[test]
fn nothing_and_hardly_anything() {
    for meetings in [
        vec![],
        vec![meeting("1", 1, &[])],
        vec![meeting("1", 1, &[round("stellingen", 1, &[])])],
        vec![meeting("1", 1, &[round("stellingen", 1, &[hidden("st1", 1)])])],
        // Only opt-outs.
        vec![meeting("1", 1, &[round("stellingen", 1, &[scale("st1", &[0; 5], 6)])])],
        // A group that the report does not have.
        vec![meeting("9", 1, &[round("stellingen", 1, &[scale("st1", &[5, 0, 0, 0, 0], 0)])])],
    ] {
        let facts = facts("leerlandschap", &["1"], &meetings);
        let report = statements(&facts, &Selection::default());
        assert!(report.sections[0].rows.iter().all(|row| row.total.tally.is_none()), "{meetings:?}");
        assert!(map(&report, |_| true).iter().all(|point| point.at.is_none()));
        heat(&facts, &Selection::default(), &report, |_| true, &Sort::default());
        in_room(&facts, &Selection::default(), Page::Statements);
        questions(&facts, &Selection::default());
        assert!(pages(&facts).contains(&Page::Statements) && !pages(&facts).contains(&Page::Questions));
    }
}

#[test]
fn the_table_has_groups_as_rows_where_they_are_more() {
    let facts = three();
    let report = statements(&facts, &Selection::default());
    let all = Selection::default();
    let table = heat(&facts, &all, &report, |_| true, &Sort::default());
    assert!(!table.by_group, "five statements, three groups");
    assert_eq!(table.columns.len(), 4);
    assert_eq!(table.columns[3], HeatTitle::All);
    let first = &table.rows[0].cells;
    assert_eq!(first[2], HeatCell::Hidden);
    assert_eq!(first[3], HeatCell::Shown { agreement: 22, class: Class::Divided, direction: Direction::None });
    assert_eq!(table.rows[2].cells[0], HeatCell::NotAsked);
    let divided = heat(&facts, &all, &report, |class| class == Class::Divided, &Sort::default());
    assert!(divided.by_group, "one statement, three groups");
    assert_eq!(divided.rows.len(), 3);
    assert_eq!(divided.total.unwrap().cells, [first[3]]);
    let by_all = heat(&facts, &all, &report, |_| true, &Sort { column: Some(HeatTitle::All), reversed: true });
    // Consensus of 100 − D: [0,0,1,5,6], F = 0,0,1,6 of 12: D = 2·(1 + 6)/48 = 14/48; C = 71 %.
    assert_eq!(
        by_all.rows[0].cells[3],
        HeatCell::Shown { agreement: 71, class: Class::Consensus, direction: Direction::Agree }
    );
    assert_eq!(by_all.rows[4].cells[3], HeatCell::NotAsked, "what is not shown comes last, whichever way");
    // With other columns the order stays with what its column is about, and a column that is not there orders nothing.
    let by_first = Sort { column: Some(table.columns[0].clone()), reversed: false };
    assert_eq!(heat(&facts, &all, &report, |class| class == Class::Divided, &by_first).rows, divided.rows);
    let two = Selection { group: Some("2".into()), ..all.clone() };
    let alone = heat(&facts, &two, &report, |_| true, &by_first);
    assert_eq!(alone.columns, [HeatTitle::Group(1)], "one group is not all groups");
    assert_eq!(alone.rows, heat(&facts, &two, &report, |_| true, &Sort::default()).rows);
    let titles = heat(&facts, &all, &report, |_| true, &Sort { column: None, reversed: true });
    assert!(matches!(&titles.rows[0].title, HeatTitle::Statement(_, number, _) if **number == *"5"));
}

#[test]
fn questions_are_pooled_over_groups() {
    let asked = |results: &[Value]| round("vragenlijst", 1, results);
    let facts = facts(
        "leerklimaat",
        &["1", "2"],
        &[
            meeting(
                "1",
                1,
                &[asked(&[
                    scale("lk1", &[0, 0, 0, 0, 3], 0),
                    scale("lk2", &[0, 3, 0, 0, 0], 0),
                    scale("lk7", &[1, 2, 3, 0, 0, 0, 0], 0),
                    numbers("lk8", &[(1, 2), (10, 1)]),
                ])],
            ),
            meeting(
                "2",
                1,
                &[asked(&[
                    scale("lk1", &[0, 0, 0, 4, 0], 0),
                    hidden("lk2", 2),
                    scale("lk7", &[0, 0, 4, 0, 0, 0, 1], 0),
                    numbers("lk8", &[(1, 1), (5, 3)]),
                ])],
            ),
            meeting("2", 2, &[asked(&[scale("lk1", &[4, 0, 0, 0, 0], 0)])]),
        ],
    );
    let first = Selection { which: Which::Number(1), ..Selection::default() };
    let report = questions(&facts, &first);
    let section = &report.sections[0];
    let talking = section.profile.iter().find(|row| &*row.id == "praten").unwrap();
    // Group 1: (3·5 + 3·2)/6 = 3.5; group 2: 4·4/4 = 4; together (15 + 6 + 16)/10 = 3.7.
    let means: Vec<Option<i32>> = talking.groups.iter().map(|(_, mean)| mean.shown().map(|it| it.mean)).collect();
    assert_eq!(means, [Some(35), Some(40)]);
    assert_eq!(talking.all.shown().map(|it| it.mean), Some(37));
    let answers = talking.all.shown().map(|it| it.answers);
    assert_eq!(answers, Some((3, 7)), "lk2 has 3 answers in both groups together, lk1 has 7");
    let of = |item: &str| section.questions.iter().find(|row| row.item.as_str() == item).unwrap();
    let Some(Spread::Counts { bars, .. }) = &of("lk7").spread else { panic!("options") };
    assert_eq!(bars.iter().map(|bar| bar.count).collect::<Vec<_>>(), [1, 2, 7, 0, 0, 0, 1]);
    let Some(Spread::Numbers { median, range, .. }) = &of("lk8").spread else { panic!("numbers") };
    // 1, 1, 1, 5, 5, 5, 10.
    assert_eq!((*median, *range), (50, (1, 10)));
    assert!(!section.questions.iter().any(|row| row.item.as_str() == "af2"));
    let lines = question_lines(&facts, &Selection::default(), &section.step, &of("lk1").item, &[0, 1]).unwrap();
    assert_eq!(lines.meetings, [1, 2]);
    let shown = |value, n| Found::Shown((value, n));
    assert_eq!(lines.series[0].values, [shown(50, 3), Found::Nothing], "group 1 did not meet again");
    assert_eq!(lines.series[1].values, [shown(40, 4), shown(10, 4)]);
    assert_eq!(lines.series[2].values, [shown(44, 7), shown(10, 4)], "(15 + 16)/7 of all groups");
    let alone = Selection { group: Some("1".into()), ..Selection::default() };
    assert_eq!(in_room(&facts, &alone, Page::Questions).len(), 1);
}

/// One group that met three times: it answered well, on another scale, and too little; the other met twice.
fn three_meetings() -> Facts {
    let asked = |results: &[Value]| round("vragenlijst", 1, results);
    facts(
        "leerklimaat",
        &["1", "2"],
        &[
            meeting("1", 1, &[asked(&[scale("lk1", &[0, 0, 0, 0, 3], 0)])]),
            meeting("1", 2, &[asked(&[scale("lk1", &[1, 1, 1], 0)])]),
            meeting("1", 3, &[asked(&[hidden("lk1", 2)])]),
            meeting("2", 1, &[asked(&[scale("lk1", &[0, 4, 0, 0, 0], 0)])]),
            meeting("2", 2, &[asked(&[scale("lk2", &[0, 4, 0, 0, 0], 0)])]),
        ],
    )
}

#[test]
fn lines_tell_why_there_is_nothing() {
    let facts = three_meetings();
    let (step, item) = ("vragenlijst".into(), "lk1".into());
    let shown = |value, n| Found::Shown((value, n));
    for chosen in [&[0, 1][..], &[0]] {
        let of_all = Selection::default();
        let by_question = question_lines(&facts, &of_all, &step, &item, chosen).unwrap();
        let by_dimension = dimension_lines(&facts, &of_all, &step, "praten", chosen).unwrap();
        for lines in [&by_question, &by_dimension] {
            assert_eq!(lines.series.len(), chosen.len() + 1, "and all groups together");
            assert_eq!(lines.series[0].values, [shown(50, 3), Found::OtherScale, Found::TooFew]);
        }
    }
    let lines = question_lines(&facts, &Selection::default(), &step, &item, &[1]).unwrap();
    assert_eq!(
        lines.series[0].values,
        [shown(20, 4), Found::Nothing, Found::Nothing],
        "not asked, and no third meeting"
    );
    assert_eq!(lines.series[1].values, [shown(33, 7), Found::OtherScale, Found::TooFew], "(15 + 8)/7 of both groups");
    assert!(
        question_lines(&facts, &Selection::default(), &step, &"lk7".into(), &[0]).is_none(),
        "options have no middle"
    );
}

#[test]
fn a_profile_tells_why_there_is_nothing() {
    let facts = three_meetings();
    let of = |number: u32| {
        let selection = Selection { which: Which::Number(number), ..Selection::default() };
        let section = questions(&facts, &selection).sections.swap_remove(0);
        section.profile.into_iter().find(|row| &*row.id == "praten").unwrap()
    };
    assert!(matches!((of(1).of(0), of(1).of(1)), (Found::Shown(_), Found::Shown(_))));
    assert_eq!(of(2).of(0), &Found::OtherScale);
    assert_eq!((of(3).of(0), of(3).of(1)), (&Found::TooFew, &Found::Nothing));
    assert_eq!((of(3).all, of(4).all), (Found::TooFew, Found::Nothing));
}

#[test]
fn one_group_has_its_own_line_alone() {
    let facts = three_meetings();
    let alone = Selection { group: Some("1".into()), ..Selection::default() };
    let (step, item) = ("vragenlijst".into(), "lk1".into());
    let lines = [
        question_lines(&facts, &alone, &step, &item, &[0]).unwrap(),
        dimension_lines(&facts, &alone, &step, "praten", &[0]).unwrap(),
    ];
    for lines in lines {
        assert_eq!(
            lines.series.iter().map(|it| it.group).collect::<Vec<_>>(),
            [Some(0)],
            "not once more as all groups"
        );
        assert_eq!(lines.meetings, [1, 2, 3]);
    }
}

/// One group that voted twice on two statements and met again.
fn two_rounds() -> Facts {
    facts(
        "leerlandschap",
        &["1"],
        &[
            meeting(
                "1",
                1,
                &[
                    round("stellingen", 1, &[scale("st1", &[2, 0, 0, 0, 2], 0), scale("st2", &[0, 0, 0, 1, 3], 0)]),
                    round("stellingen", 2, &[scale("st1", &[0, 0, 0, 3, 2], 0)]),
                ],
            ),
            meeting("1", 2, &[round("stellingen", 1, &[scale("st1", &[0, 0, 4, 0, 0], 0), hidden("st3", 2)])]),
        ],
    )
}

#[test]
fn one_group_is_shown_by_the_round_that_is_chosen() {
    let facts = two_rounds();
    let shown = |which: Which, turn: Turn, item: &str| -> Vec<(u8, Option<Vec<u32>>)> {
        let report = statements(&facts, &Selection { which, turn, ..Selection::default() });
        let bars = bars(&facts, &report.sections[0], row(&report, item), turn);
        let first = bars.first().and_then(|bar| bar.shown.clone()).map(|bar| bar.counts);
        let total = row(&report, item).total.tally.as_ref().map(|tally| tally.counts.clone());
        assert_eq!(first, total, "what is filtered, drawn on maps and saved is what the card shows first");
        bars.into_iter().map(|bar| (bar.round, bar.shown.map(|shown| shown.counts))).collect()
    };
    let (before, after) = (Some(vec![2, 0, 0, 0, 2]), Some(vec![0, 0, 0, 3, 2]));
    assert_eq!(shown(Which::Number(1), Turn::Last, "st1"), [(2, after), (1, before.clone())]);
    assert_eq!(shown(Which::Number(1), Turn::First, "st1"), [(1, before)]);
    assert_eq!(shown(Which::Latest, Turn::Last, "st1"), [(1, Some(vec![0, 0, 4, 0, 0]))]);
    assert_eq!(shown(Which::Latest, Turn::Last, "st2"), [(1, Some(vec![0, 0, 0, 1, 3]))], "of the meeting that had it");
    assert_eq!(shown(Which::Latest, Turn::Last, "st3"), [(1, None)]);
    assert!(shown(Which::Latest, Turn::Last, "st4").is_empty());
}

#[test]
fn lines_follow_the_round_that_is_chosen() {
    let facts = two_rounds();
    let agreement = |turn: Turn| {
        let report = statements(&facts, &Selection { turn, ..Selection::default() });
        let (agreement, _) = statement_lines(&row(&report, "st1").line, Some(0)).unwrap();
        assert_eq!(agreement.series[0].group, Some(0));
        agreement.series[0].values.clone()
    };
    // [2,0,0,0,2]: two camps, C = 0. [0,0,0,3,2], F = 0,0,0,3 of 5: D = 2·2/(5·4) = 20 %; C = 80 %.
    assert_eq!(agreement(Turn::First), [Found::Shown((0, 4)), Found::Shown((1000, 4))]);
    assert_eq!(agreement(Turn::Last), [Found::Shown((800, 5)), Found::Shown((1000, 4))]);
}

#[test]
fn a_group_that_only_raised_its_hands_is_not_told_that_too_few_answered() {
    let mut met = meeting("1", 1, &[round("stellingen", 1, &[hidden("st1", 0), hidden("st2", 0)])]);
    met["contributions"] = json!([{
        "id": "00000000-0000-4000-8000-000000000001", "step": "stellingen", "kind": "hands", "revision": 1, "position": 0,
        "author": null, "fields": {"item": "st1", "counts": "0,0,1,3,2", "opt_outs": "0"},
    }]);
    let facts = facts("leerlandschap", &["1"], &[met]);
    let report = statements(&facts, &Selection::default());
    let (own, rooms) = alone(&facts, &Selection::default(), &report);
    assert!(own.sections[0].rows.iter().all(|row| row.cells.is_empty()));
    assert_eq!(rooms[0].tallied.hands.len(), 1);
    let facts = two_rounds();
    let report = statements(&facts, &Selection::default());
    assert_eq!(alone(&facts, &Selection::default(), &report).0, report, "who voted is told everything");
}

#[test]
fn an_address_leads_back_to_where_it_was_written() {
    let facts = three();
    let report = &facts.report;
    let address = Address {
        page: Some(Page::Statements),
        view: View::Map,
        selection: Selection { group: Some("2".into()), which: Which::Number(1), turn: Turn::First },
    };
    assert_eq!(address.write(), "#page=statements&view=map&group=2&meeting=1&round=first");
    assert_eq!(Address::read(&address.write(), report), address);
    for strange in ["", "#", "#page=none&group=77&meeting=9", "#=&&=", "#meeting=-1&view=", "#page"] {
        let read = Address::read(strange, report);
        assert_eq!((read.page, read.selection), (None, Selection::default()), "{strange}");
    }
}

/// Counts of a group, or none where too few answered; sometimes on another scale.
fn cell() -> impl Strategy<Value = Option<Vec<u32>>> {
    prop_oneof![
        3 => prop::collection::vec(0_u32..6, 5).prop_map(Some),
        1 => prop::collection::vec(0_u32..6, 3).prop_map(Some),
        1 => Just(None),
    ]
}

proptest! {
    /// Whatever groups came to: every total is the sum of what is shown of each group, and nothing else is in it. So
    /// whoever subtracts what is shown of some groups from a total gets what is shown of the others.
    #[test]
    fn no_total_holds_more_than_is_shown(
        groups in prop::collection::vec((cell(), cell(), any::<bool>()), 1..8),
        alone in 0_usize..8,
    ) {
        let names: Vec<String> = (0..groups.len()).map(|at| at.to_string()).collect();
        let meetings: Vec<Value> = groups.iter().zip(&names).map(|((one, two, late), id)| {
            let result = |item: &str, counts: &Option<Vec<u32>>| {
                counts.as_ref().map_or_else(|| hidden(item, 2), |counts| scale(item, counts, 1))
            };
            let results = [result("st1", one), result("st2", two)];
            meeting(id, if *late { 2 } else { 1 }, &[round("stellingen", 1, &results)])
        }).collect();
        let ids: Vec<&str> = names.iter().map(String::as_str).collect();
        let facts = facts("leerlandschap", &ids, &meetings);
        let group = (alone < groups.len()).then(|| Rc::from(alone.to_string()));
        for which in [Which::Latest, Which::Number(1), Which::Number(2)] {
            let report = statements(&facts, &Selection { group: group.clone(), which, turn: Turn::Last });
            for row in report.sections.iter().flat_map(|it| &it.rows) {
                let mut sum = vec![0; 5];
                let (mut opt_outs, mut answered) = (0, 0);
                for cell in &row.cells {
                    let Some(tally) = cell.shown() else { continue };
                    prop_assert!(tally.counts.iter().sum::<u32>() >= 3, "a group under k is shown");
                    sum.iter_mut().zip(&tally.counts).for_each(|(sum, count)| *sum += count);
                    opt_outs += tally.opt_outs;
                    answered += cell.answered;
                }
                let shown = row.cells.iter().any(|cell| cell.shown().is_some());
                prop_assert_eq!(row.total.tally.is_some(), shown);
                prop_assert_eq!(row.total.answered, answered);
                if let Some(total) = &row.total.tally {
                    prop_assert_eq!(&total.counts, &sum);
                    prop_assert_eq!(total.opt_outs, opt_outs);
                }
            }
        }
    }
}
