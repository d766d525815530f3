//! The page with statements: voting, then the results.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line, list, none};
use super::hands::hands;
use super::icon::Icon;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::results::{Detail, results};
use super::statement::statement;
use super::taking_part::taking_part;
use crate::core::room::Phase;
use crate::core::view::{ResultsView, StatementsView};
use crate::i18n::Key;

/// While a round is open or closed its statements come first; results of an earlier round stand below.
pub fn statements(ui: &Ui, view: &StatementsView) -> Html {
    let asked = !view.items.is_empty();
    let vote = if asked {
        voting(ui, view)
    } else if view.phase.is_none() {
        empty(Icon::Group, ui.t(Key::VoteNotOpen))
    } else {
        none()
    };
    let outcome = view.results.as_ref().map(|shown| {
        let title = if asked { ui.number(Key::ResultsOfRound, shown.round.into()) } else { ui.t(Key::Results) };
        let questions = if asked { none() } else { thinking_questions(ui, &view.heading.prompts) };
        group("div", "ll-split", vec![revealed(ui, title, shown), questions])
    });
    let part = if asked || view.results.is_none() {
        none()
    } else {
        taking_part(ui, &view.heading.step, view.taking_part, Key::TookPartLate)
    };
    list(vec![page_heading(ui, &view.heading), vote, outcome.unwrap_or_default(), part, hands(ui, &view.hands)])
}

fn revealed(ui: &Ui, title: AttrValue, shown: &ResultsView) -> Html {
    let title = el("h3", "").fixed("id", "ll-results-title").text(title);
    el("section", "ll-split__main")
        .fixed("aria-labelledby", "ll-results-title")
        .children(vec![title, results(ui, shown, Detail::Full)])
}

/// A place where something will be.
pub fn empty(icon: Icon, text: AttrValue) -> Html {
    group("p", "ll-empty", vec![icon.draw(), line("span", "", text)])
}

fn voting(ui: &Ui, view: &StatementsView) -> Html {
    let open = view.phase == Some(Phase::Open);
    let told = match (open, view.heading.locked) {
        // That nobody is asked again stands above.
        (true, true) => none(),
        (true, false) => line("p", "ll-muted", ui.t(Key::VoteChange)),
        (false, _) => line("p", "ll-muted", ui.t(Key::VoteClosed)),
    };
    let again = if view.round > 1 { line("h3", "", ui.number(Key::RoundAgain, view.round.into())) } else { none() };
    let cards = view.items.iter().map(|item| statement(ui, view, item)).collect();
    el("section", "ll-voting").attr("aria-label", ui.number(Key::RoundNumber, view.round.into())).children(vec![
        again,
        told,
        group("div", "ll-voting", cards),
        progress(ui, view),
    ])
}

fn progress(ui: &Ui, view: &StatementsView) -> Html {
    let all = u32::try_from(view.items.len()).unwrap_or(u32::MAX);
    let (class, icon, mine) = if view.ready {
        ("ll-progress ll-progress--ready", Icon::Check.draw(), ui.t(Key::VoteReady))
    } else {
        ("ll-progress", none(), ui.of(Key::VoteMine, view.mine, all))
    };
    let bar = el("progress", "")
        .attr("value", view.mine.to_string().into())
        .attr("max", all.to_string().into())
        .fixed("aria-hidden", "true")
        .done();
    group(
        "div",
        class,
        vec![
            el("p", "ll-progress__mine").fixed("role", "status").children(vec![icon, line("span", "", mine)]),
            bar,
            line("p", "ll-muted", ui.of(Key::VoteGroup, view.answered, view.present)),
        ],
    )
}
