//! How two questions go together in the group.

use yew::prelude::*;

use super::context::Ui;
use super::count_bars::bar;
use super::el::{group, line};
use super::question_results::distribution;
use crate::core::view::{RelationSide, RelationView};
use crate::i18n::Key;

/// Two medians with the sizes of both sides; or why not, and both questions by themselves. And what it does not mean.
pub fn relation(ui: &Ui, view: &RelationView, k: u32) -> Html {
    let mut parts = relation_parts(ui, view);
    if !view.instead.is_empty() {
        parts.push(group("div", "ll-results", view.instead.iter().map(|it| distribution(ui, it, k)).collect()));
    }
    group("article", "ll-card ll-result", parts)
}

/// What stands on the card, without what stands there in place of the sides.
pub fn relation_parts(ui: &Ui, view: &RelationView) -> Vec<Html> {
    let title = group("h4", "", vec![line("span", "", ui.t(Key::RelationTitle))]);
    let caveat = line("p", "ll-hint", view.caveat.clone().into());
    let asked = |key: Key, text: &str| line("p", "", ui.with(key, text));
    let questions = vec![asked(Key::RelationX, &view.x), asked(Key::RelationY, &view.y)];
    let shown = match &view.sides {
        Some((high, low)) => {
            let sides = vec![
                side(ui, ui.with(Key::RelationHigh, &view.split), high),
                side(ui, ui.with(Key::RelationLow, &view.split), low),
            ];
            group("ul", "ll-bars", sides)
        }
        None => line("p", "ll-result__none", ui.number(Key::RelationNone, view.fewest)),
    };
    vec![title, group("div", "ll-relation", questions), shown, caveat]
}

fn side(ui: &Ui, label: AttrValue, side: &RelationSide) -> Html {
    let people = ui.count(Key::PeopleCountOne, Key::PeopleCountOther, side.people);
    let label = vec![line("span", "", label), line("span", "ll-muted", people)];
    let median = line("strong", "ll-bars__count", ui.with(Key::MedianOf, &ui.tenths(side.median)));
    group("li", "ll-bars__side", vec![group("span", "ll-bars__label", label), bar(side.width), median])
}
