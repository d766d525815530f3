//! The page with statements: voting, then the results.

use yew::prelude::*;

use super::context::Ui;
use super::icon::Icon;
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use super::results::{Detail, results};
use super::statement::statement;
use crate::core::room::Phase;
use crate::core::view::StatementsView;
use crate::i18n::Key;

/// While a round is open or closed its statements come first; results of an earlier round stand below.
pub fn statements(ui: &Ui, view: &StatementsView) -> Html {
    let asked = !view.items.is_empty();
    html! {
        <>
            { page_heading(ui, &view.heading) }
            if view.phase.is_none() && !asked {
                <p class="ll-empty">{ Icon::Group.draw() }<span>{ ui.t(Key::VoteNotOpen) }</span></p>
            }
            if asked {
                { voting(ui, view) }
            }
            if let Some(shown) = &view.results {
                <div class="ll-split">
                    <section class="ll-split__main" aria-labelledby="ll-results-title">
                        <h3 id="ll-results-title">
                            { if asked { ui.number(Key::ResultsOfRound, shown.round.into()) } else { ui.t(Key::Results) } }
                        </h3>
                        { results(ui, shown, Detail::Full) }
                    </section>
                    if !asked {
                        { thinking_questions(ui, &view.heading.prompts) }
                    }
                </div>
            }
        </>
    }
}

fn voting(ui: &Ui, view: &StatementsView) -> Html {
    let open = view.phase == Some(Phase::Open);
    html! {
        <section class="ll-voting" aria-label={ui.number(Key::RoundNumber, view.round.into())}>
            if view.round > 1 {
                <h3>{ ui.number(Key::RoundAgain, view.round.into()) }</h3>
            }
            <p class="ll-muted">{ ui.t(if open { Key::VoteChange } else { Key::VoteClosed }) }</p>
            for item in &view.items {
                { statement(ui, view, item) }
            }
            { progress(ui, view) }
        </section>
    }
}

fn progress(ui: &Ui, view: &StatementsView) -> Html {
    let all = u32::try_from(view.items.len()).unwrap_or(u32::MAX);
    let ready = view.mine >= all;
    let mine = if ready { ui.t(Key::VoteReady) } else { ui.of(Key::VoteMine, view.mine, all) };
    html! {
        <div class={classes!("ll-progress", ready.then_some("ll-progress--ready"))}>
            <p class="ll-progress__mine" role="status">
                { if ready { Icon::Check.draw() } else { Html::default() } }
                <span>{ mine }</span>
            </p>
            <progress value={view.mine.to_string()} max={all.to_string()} aria-hidden="true"></progress>
            <p class="ll-muted">{ ui.of(Key::VoteGroup, view.answered, view.present) }</p>
        </div>
    }
}
