//! The page with statements: voting, then the results.

use yew::prelude::*;

use super::context::use_ui;
use super::icon::Icon;
use super::page_heading::PageHeading;
use super::prompts::Prompts;
use super::results::Results;
use super::statement::Statement;
use crate::core::room::Phase;
use crate::core::view::StatementsView;
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub view: StatementsView,
}

/// While a round is open or closed its statements come first; results of an earlier round stand below.
#[component]
pub fn Statements(props: &Props) -> Html {
    let ui = use_ui();
    let view = &props.view;
    let voting = !view.items.is_empty();
    html! {
        <>
            <PageHeading heading={view.heading.clone()} />
            if view.phase.is_none() && !voting {
                <p class="ll-empty">{ Icon::Group.draw() }<span>{ ui.t(Key::VoteNotOpen) }</span></p>
            }
            if voting {
                <Voting view={view.clone()} />
            }
            if let Some(results) = &view.results {
                <div class="ll-split">
                    <section class="ll-split__main" aria-labelledby="ll-results-title">
                        <h3 id="ll-results-title">
                            { if voting { ui.number(Key::ResultsOfRound, results.round.into()) } else { ui.t(Key::Results) } }
                        </h3>
                        <Results results={results.clone()} />
                    </section>
                    if !voting {
                        <Prompts prompts={view.heading.prompts.clone()} />
                    }
                </div>
            }
        </>
    }
}

#[component]
fn Voting(props: &Props) -> Html {
    let ui = use_ui();
    let view = &props.view;
    let open = view.phase == Some(Phase::Open);
    html! {
        <section class="ll-voting" aria-label={ui.number(Key::RoundNumber, view.round.into())}>
            if view.round > 1 {
                <h3>{ ui.number(Key::RoundAgain, view.round.into()) }</h3>
            }
            <p class="ll-muted">{ ui.t(if open { Key::VoteChange } else { Key::VoteClosed }) }</p>
            for item in &view.items {
                <Statement key={item.item.as_str()} item={item.clone()} scale={view.scale.clone()} opt_out={view.opt_out.clone()}
                    can_answer={view.can_answer} reasons={view.reasons} />
            }
            <Progress view={view.clone()} />
        </section>
    }
}

#[component]
fn Progress(props: &Props) -> Html {
    let ui = use_ui();
    let view = &props.view;
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
