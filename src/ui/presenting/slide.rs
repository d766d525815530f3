//! One thing to look at.

use yew::prelude::*;

use super::join::join;
use crate::core::view::presenting::{Slide, counted};
use crate::core::view::{
    CountedHands, Page, QuestionsView, ResultsView, Screen, StartView, StatementItem, StatementsView,
};
use crate::i18n::Key;
use crate::ui::bar::bar_patterns;
use crate::ui::context::Ui;
use crate::ui::el::{el, group, line, list, none};
use crate::ui::exercise::page_body;
use crate::ui::hands::hands_card;
use crate::ui::people::people;
use crate::ui::question_results::{question_results, result_part};
use crate::ui::result_card::result_card;
use crate::ui::results::{Detail, legend, results};

/// A slide of the page that the group is at.
pub fn slide(ui: &Ui, screen: &Screen, slide: Slide, address: &AttrValue) -> Html {
    match (&screen.page, slide) {
        (Page::Start(view), _) => start(ui, view, screen, address),
        (page, Slide::Hands(at)) => hands(ui, counted(page).get(at)),
        (Page::Statements(view), _) if !view.items.is_empty() => asked(view, slide),
        (Page::Statements(StatementsView { results: Some(shown), .. }), Slide::Result(at)) => one_result(ui, shown, at),
        (Page::Statements(StatementsView { results: Some(shown), .. }), _) => {
            list(vec![outcome(ui), results(ui, shown, Detail::Brief)])
        }
        (Page::Questions(QuestionsView { results: Some(shown), .. }), Slide::Part(at)) => {
            let part = shown.parts.get(at).map(|part| result_part(ui, part, shown.min_answers));
            list(vec![outcome(ui), bar_patterns(), part.unwrap_or_else(none)])
        }
        (Page::Questions(QuestionsView { results: Some(shown), .. }), _) => {
            list(vec![outcome(ui), question_results(ui, shown, Detail::Brief)])
        }
        (Page::Questions(view), _) => questions(view),
        (page, _) => group("section", "ll-work", vec![page_body(ui, page, screen)]),
    }
}

/// What it is for, the way in, and who is there.
fn start(ui: &Ui, view: &StartView, screen: &Screen, address: &AttrValue) -> Html {
    let way_in = if address.is_empty() { none() } else { join(ui, address) };
    let present = line("h2", "ll-label", ui.count(Key::PeopleOne, Key::PeopleOther, screen.present));
    let there = group("div", "", vec![present, people(ui, &screen.people, &screen.me)]);
    list(vec![line("p", "ll-lead", view.goal.clone().into()), way_in, there])
}

/// The statements that are put to the vote, or one of them. How to answer stands on everybody's own screen.
fn asked(view: &StatementsView, slide: Slide) -> Html {
    match slide {
        Slide::Statement(at) => view.items.get(at).map(|item| alone(view, item)).unwrap_or_default(),
        _ => numbered(view.items.iter().map(|item| (item.number, item.text.clone().into())).collect()),
    }
}

fn alone(view: &StatementsView, item: &StatementItem) -> Html {
    let points = view.scale.iter().map(|point| line("li", "", point.label.clone().into())).collect();
    let words = vec![
        line("span", "ll-big__number", item.number.to_string().into()),
        line("p", "ll-big__statement", item.text.clone().into()),
        group("ul", "ll-big__scale", points),
    ];
    el("article", "ll-big__one").key(item.item.as_str()).children(words)
}

fn one_result(ui: &Ui, shown: &ResultsView, at: usize) -> Html {
    let card = shown.rows.get(at).map(|row| result_card(ui, row, shown, Detail::Full));
    list(vec![outcome(ui), bar_patterns(), legend(ui, &shown.scale), card.unwrap_or_default()])
}

/// Hands that were counted for one thing.
fn hands(ui: &Ui, counted: Option<&CountedHands>) -> Html {
    list(vec![line("h3", "ll-sr", ui.t(Key::HandsTitle)), counted.map(|it| hands_card(ui, it)).unwrap_or_default()])
}

/// The heading over results, for those who do not see that they are.
fn outcome(ui: &Ui) -> Html {
    line("h3", "ll-sr", ui.t(Key::Results))
}

fn questions(view: &QuestionsView) -> Html {
    let items = view.sections.iter().flat_map(|section| &section.items);
    numbered(items.map(|item| (item.number, item.text.clone().into())).collect())
}

fn numbered(texts: Vec<(u32, AttrValue)>) -> Html {
    let one = |(number, text): (u32, AttrValue)| {
        group("li", "", vec![line("span", "ll-big__number", number.to_string().into()), line("span", "", text)])
    };
    group("ol", "ll-big__list", texts.into_iter().map(one).collect())
}
