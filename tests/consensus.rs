//! Agreement and class against vectors that an independent program computed.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::fs;

use leerlandschap::core::consensus::{Class, Direction, Tally};
use serde_json::Value;

fn vectors(name: &str) -> Vec<Value> {
    let text = fs::read_to_string(format!("tests/fixtures/{name}.json")).expect("vectors");
    serde_json::from_str(&text).expect("json")
}

/// The class as the vectors write it; only consensus and lean have a direction.
fn class(tally: &Tally) -> String {
    let class = match tally.class() {
        Class::Consensus => "consensus",
        Class::Lean => "lean",
        Class::Divided => return "divided".into(),
        Class::Empty => return "empty".into(),
    };
    let direction = match tally.direction() {
        Direction::Agree => "agree",
        Direction::Disagree => "disagree",
        Direction::Middle => "neutral",
        Direction::None => "none",
    };
    format!("{class}-{direction}")
}

/// Whether C is the fraction that a vector writes as "3/5", "1" or null.
fn agrees(tally: &Tally, exact: &Value) -> bool {
    let Some(text) = exact.as_str() else {
        return tally.agreement().is_none();
    };
    let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
    let (numerator, denominator): (u64, u64) =
        (numerator.parse().expect("number"), denominator.parse().expect("number"));
    tally.agreement().is_some_and(|it| it.numerator * denominator == numerator * it.denominator)
}

fn check(vectors: &[Value], counts: &str, exact: &str) {
    for vector in vectors {
        let counts: Vec<u32> = serde_json::from_value(vector[counts].clone()).expect("counts");
        let tally = Tally::new(counts).expect("two points or more");
        assert!(agrees(&tally, &vector[exact]), "C of {vector}");
        assert_eq!(class(&tally), vector["cls"].as_str().expect("cls"), "{vector}");
        if let Some(fragile) = vector.get("fragile").and_then(Value::as_bool) {
            assert_eq!(tally.one_vote_decides(), fragile, "{vector}");
        }
    }
}

#[test]
fn named_distributions() {
    let vectors = vectors("consensus-vectors");
    assert_eq!(vectors.len(), 37);
    check(&vectors, "counts", "C_exact");
}

#[test]
fn all_small_distributions() {
    let vectors = vectors("consensus-exhaustive");
    assert_eq!(vectors.len(), 605);
    check(&vectors, "c", "C");
}

/// A vote that moves toward the median never lowers agreement: over all distributions of 8 votes on 5 points.
#[test]
fn moving_toward_the_median_never_lowers_agreement() {
    let mut moves = 0;
    for counts in distributions(8, 5) {
        let tally = Tally::new(counts.clone()).expect("five points");
        let (low, high) = medians(&counts);
        for from in (0..5).filter(|from| counts[*from] > 0) {
            let to = match from {
                it if it < low => it + 1,
                it if it > high => it - 1,
                _ => continue,
            };
            let mut changed = counts.clone();
            changed[from] -= 1;
            changed[to] += 1;
            let nearer = Tally::new(changed).expect("five points");
            let (before, after) = (tally.agreement().expect("n"), nearer.agreement().expect("n"));
            assert!(after.numerator >= before.numerator, "{counts:?} from {from} to {to}");
            moves += 1;
        }
    }
    assert!(moves > 500, "only {moves} moves");
}

fn distributions(votes: u32, points: usize) -> Vec<Vec<u32>> {
    if points == 1 {
        return vec![vec![votes]];
    }
    (0..=votes)
        .flat_map(|first| {
            distributions(votes - first, points - 1).into_iter().map(move |rest| {
                let mut all = vec![first];
                all.extend(rest);
                all
            })
        })
        .collect()
}

/// The points of the two middle votes.
fn medians(counts: &[u32]) -> (usize, usize) {
    let votes: Vec<usize> =
        counts.iter().enumerate().flat_map(|(point, count)| std::iter::repeat_n(point, *count as usize)).collect();
    (votes[(votes.len() - 1) / 2], votes[votes.len() / 2])
}
