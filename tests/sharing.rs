//! When a group agrees that others may see something, and how many it still takes.

use leerlandschap::core::room::SharingQuestion;

fn question(agreed: Option<u32>, of: u32, objected: bool) -> SharingQuestion {
    SharingQuestion { asked: 1, lesson: None, answered: 0, agreed, of, objected, published: false }
}

#[test]
fn more_than_half_of_those_asked_have_to_agree_and_never_one_alone() {
    let needed = |of: u32| (0..=of).find(|agreed| question(Some(*agreed), of, false).is_agreed());
    let all: Vec<Option<u32>> = (0..=8).map(needed).collect();
    assert_eq!(all, [None, None, Some(2), Some(2), Some(3), Some(3), Some(4), Some(4), Some(5)]);
}

#[test]
fn nobody_agrees_while_it_is_not_told_or_somebody_would_rather_not() {
    assert!(!question(None, 3, false).is_agreed());
    assert!(!question(Some(8), 8, true).is_agreed());
}

#[test]
fn what_is_missing_is_what_makes_them_agree() {
    for of in 2..40 {
        for agreed in 0..of {
            let missing = question(Some(agreed), of, false).missing();
            assert!(question(Some(agreed + missing), of, false).is_agreed());
            assert!(missing == 0 || !question(Some(agreed + missing - 1), of, false).is_agreed());
        }
    }
}
