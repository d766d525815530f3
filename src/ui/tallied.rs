//! What came of a step with statements or questions, to look back on.

use yew::prelude::*;

use super::context::Ui;
use super::el::list;
use super::hands::counted_hands;
use super::question_results::question_results;
use super::results::{Detail, results};
use crate::core::view::{Answers, Tallied};

/// What people answered by themselves, then hands that were counted.
pub fn tallied(ui: &Ui, of: &Tallied, detail: Detail) -> Html {
    let answers = of.answers.as_ref().map(|answers| match answers {
        Answers::Statements(shown) => results(ui, shown, detail),
        Answers::Questions(shown) => question_results(ui, shown, detail),
    });
    list(vec![answers.unwrap_or_default(), counted_hands(ui, &of.hands)])
}
