//! What came of a step with statements or questions, as plain text.

use super::class_badge;
use super::context::Ui;
use super::outcome_text::{line, numbered};
use crate::core::view::{
    Answers, CountedHands, Distribution, ProfileView, QuestionResults, RelationView, ResultPart, ResultsView, Spread,
    Tallied,
};
use crate::i18n::Key;

/// What people answered by themselves, then hands that were counted, marked as such.
pub fn tallied(ui: &Ui, text: &mut String, of: &Tallied) {
    match &of.answers {
        None => {}
        Some(Answers::Statements(results)) => statements(ui, text, results),
        Some(Answers::Questions(results)) => questions(ui, text, results),
    }
    of.hands.iter().for_each(|it| hands(ui, text, it));
}

fn statements(ui: &Ui, text: &mut String, results: &ResultsView) {
    for row in &results.rows {
        line(text, "- ", &row.text);
        line(text, "  ", &class_badge::name(ui, row.bars.first().and_then(|bar| bar.shown.as_ref())));
    }
}

fn hands(ui: &Ui, text: &mut String, it: &CountedHands) {
    line(text, "- ", &it.text);
    line(text, "  ", &ui.count(Key::HandsAllOne, Key::HandsAllOther, it.all));
    it.bars.iter().for_each(|bar| numbered(text, &bar.label, bar.count));
    if it.opt_outs > 0 {
        line(text, "  ", &ui.count(Key::OptOutsOne, Key::OptOutsOther, it.opt_outs));
    }
}

/// What the exercise shows of questions, then every question that none of that shows by itself.
fn questions(ui: &Ui, text: &mut String, results: &QuestionResults) {
    for part in &results.parts {
        match part {
            ResultPart::Distribution(it) => distribution(ui, text, it),
            ResultPart::Profile(it) => profile(ui, text, it),
            ResultPart::Relation(it) => relation(ui, text, it),
        }
    }
    results.others.iter().for_each(|it| distribution(ui, text, it));
}

/// A question with its numbers, or what people wrote.
fn distribution(ui: &Ui, text: &mut String, it: &Distribution) {
    line(text, "- ", &it.text);
    match &it.spread {
        None => line(text, "  ", &ui.t(Key::ProfileNone)),
        Some(Spread::Counts { bars, .. } | Spread::Numbers { bars, .. }) => {
            for bar in bars {
                numbered(text, &bar.label, bar.count);
            }
        }
        Some(Spread::Texts(texts)) => texts.iter().for_each(|one| line(text, "  ", one)),
    }
}

fn profile(ui: &Ui, text: &mut String, profile: &ProfileView) {
    for row in &profile.rows {
        let mean = row.shown.as_ref().map_or_else(|| ui.t(Key::ProfileNone), |shown| ui.tenths(shown.mean));
        line(text, "- ", &[&*row.label, ": ", &mean].concat());
    }
}

fn relation(ui: &Ui, text: &mut String, relation: &RelationView) {
    let Some((high, low)) = relation.sides else { return };
    line(text, "- ", &ui.t(Key::RelationTitle));
    line(text, "  ", &ui.with(Key::RelationX, &relation.x));
    line(text, "  ", &ui.with(Key::RelationY, &relation.y));
    for (key, side) in [(Key::RelationHigh, high), (Key::RelationLow, low)] {
        let people = ui.count(Key::PeopleCountOne, Key::PeopleCountOther, side.people);
        let median = ui.with(Key::MedianOf, &ui.tenths(side.median));
        line(text, "  ", &[&*ui.with(key, &relation.split), " (", &people, "): ", &median].concat());
    }
    line(text, "  ", &relation.caveat);
}
