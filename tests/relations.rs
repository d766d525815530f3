//! Questions laid beside each other: no few people's answers follow from what several relations tell.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::collections::BTreeSet;

use leerlandschap::core::blocks::questions::relations;
use leerlandschap::core::blocks::statements::Voted;
use leerlandschap::core::format::{Localized, Relation as View};
use leerlandschap::core::ids::ItemId;
use leerlandschap::core::room::Choice;
use proptest::prelude::*;

/// What each person chose at each of four questions, on a scale from 1 to 5 or not at all.
type Answers = Vec<[Option<i32>; 4]>;

fn item(question: usize) -> ItemId {
    format!("q{question}").as_str().into()
}

fn view((x, y, split, min_per_side): (usize, usize, i32, u32)) -> View {
    View { x: item(x), y: item(y), split, min_per_side, caveat: Localized::default() }
}

/// Who is in high and in low of a view.
fn sides(answers: &Answers, (x, y, split, _): (usize, usize, i32, u32)) -> [BTreeSet<usize>; 2] {
    let both = || (0..answers.len()).filter(|who| answers[*who][y].is_some());
    [true, false].map(|high| both().filter(|who| answers[*who][x].is_some_and(|it| (it >= split) == high)).collect())
}

fn voted(answers: &Answers, question: &ItemId) -> Vec<Voted> {
    let at: usize = question.as_str()[1..].parse().expect("a question");
    let vote = |(who, given): (usize, &[Option<i32>; 4])| Voted {
        person: format!("p{who}").as_str().into(),
        given: given[at].map_or(Choice::OptOut, Choice::Point).into(),
        reason: "".into(),
    };
    answers.iter().enumerate().map(vote).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn told_sides_of_a_question_differ_by_nobody_or_by_k(
        answers in proptest::collection::vec(proptest::array::uniform4(proptest::option::weighted(0.9, 1..=5)), 6..24),
        views in proptest::collection::vec((0..4_usize, 0..4_usize, 2..=5, 3..=5_u32), 1..12),
        k in 3..=5_u32,
    ) {
        let asked: Vec<View> = views.iter().copied().map(view).collect();
        let shown = relations(asked.iter(), k, |question| voted(&answers, question));
        prop_assert_eq!(shown.len(), views.len());
        let mut told: Vec<(usize, BTreeSet<usize>)> = Vec::new();
        for (asked, relation) in views.iter().copied().zip(&shown) {
            let (_, y, _, min_per_side) = asked;
            let [high, low] = sides(&answers, asked);
            let least = k.max(min_per_side) as usize;
            let few = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| {
                (1..k as usize).contains(&one.symmetric_difference(other).count())
            };
            let apart = told.iter().all(|(of, other)| *of != y || !(few(&high, other) || few(&low, other)));
            // What can be told is: the rule takes away no more than it must.
            prop_assert_eq!(relation.sides.is_some(), high.len() >= least && low.len() >= least && apart);
            if let Some((shown_high, shown_low)) = relation.sides {
                prop_assert_eq!([shown_high.people as usize, shown_low.people as usize], [high.len(), low.len()]);
                told.extend([(y, high), (y, low)]);
            }
        }
        for (at, (y, one)) in told.iter().enumerate() {
            for (_, other) in told[..at].iter().filter(|(of, _)| of == y) {
                let differ = one.symmetric_difference(other).count();
                prop_assert!(differ == 0 || differ >= k as usize, "{one:?} and {other:?}");
            }
        }
    }
}
