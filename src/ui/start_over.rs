//! Beginning a new meeting on the standalone page: asked first, with the rules that it shall have.

use yew::prelude::*;

use super::browser;
use super::button::{Tone, button};
use super::context::{Ui, use_ui};
use super::el::{el, group, line, list};
use crate::core::room::{Pace, Visibility};
use crate::i18n::Key;

/// The rules of a meeting that its group chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Who sees what.
    pub visibility: Visibility,
    /// How the group goes through the steps.
    pub pace: Pace,
}

/// What the exercise leaves no choice about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Required {
    /// Answers must be hidden.
    pub hidden: bool,
    /// With how many answers a result shows.
    pub min_answers: u32,
}

/// What it offers.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the exercise requires.
    pub required: Required,
    /// Takes the rules that the new meeting shall have.
    pub on: Callback<Rules>,
}

/// The button and its dialog; shutting the dialog gives the focus back to the button.
#[component]
pub fn StartOver(props: &Props) -> Html {
    let ui = use_ui();
    let dialog = use_node_ref();
    let rules = use_state(|| Rules { visibility: Visibility::Hidden, pace: Pace::Together });
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |_| browser::open_dialog(&dialog))
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| browser::close_dialog(&dialog))
    };
    let yes = {
        let (dialog, on, rules) = (dialog.clone(), props.on.clone(), *rules);
        Callback::from(move |_| {
            browser::close_dialog(&dialog);
            on.emit(rules);
        })
    };
    let title = ui.t(Key::StartOverTitle);
    let question = el("dialog", "ll-dialog").node(dialog).attr("aria-label", title.clone()).children(vec![
        line("p", "ll-dialog__title", title),
        line("p", "", ui.t(Key::StartOverText)),
        visibility(&ui, props.required, &rules),
        pace(&ui, &rules),
        line("p", "ll-muted", ui.number(Key::RulesLeast, props.required.min_answers)),
        group(
            "div",
            "ll-actions",
            vec![
                button(ui.t(Key::Cancel), Tone::Secondary.plain(), close),
                button(ui.t(Key::StartOver), Tone::Primary.plain(), yes),
            ],
        ),
    ]);
    list(vec![button(ui.t(Key::StartOver), Tone::Quiet.plain(), open), question])
}

fn visibility(ui: &Ui, required: Required, rules: &UseStateHandle<Rules>) -> Html {
    if required.hidden {
        return line("p", "", ui.t(Key::RulesNeedHidden));
    }
    let one = |visibility, label, about| (Rules { visibility, ..**rules }, label, about);
    choice(
        ui,
        rules,
        "ll-visibility",
        Key::RulesVisibility,
        [
            one(Visibility::Hidden, Key::RulesHidden, Key::RulesHiddenAbout),
            one(Visibility::Named, Key::RulesNamed, Key::RulesNamedAbout),
        ],
    )
}

fn pace(ui: &Ui, rules: &UseStateHandle<Rules>) -> Html {
    let one = |pace, label, about| (Rules { pace, ..**rules }, label, about);
    choice(
        ui,
        rules,
        "ll-pace",
        Key::RulesPace,
        [
            one(Pace::Together, Key::RulesTogether, Key::RulesTogetherAbout),
            one(Pace::Own, Key::RulesOwn, Key::RulesOwnAbout),
        ],
    )
}

/// A rule to choose: each option with the rules that come of it, what it is called, and what it means.
fn choice(
    ui: &Ui,
    rules: &UseStateHandle<Rules>,
    name: &'static str,
    legend: Key,
    options: [(Rules, Key, Key); 2],
) -> Html {
    let option = |(chosen, label, about)| {
        let set = rules.clone();
        option(ui, name, **rules == chosen, label, about, Callback::from(move |_| set.set(chosen)))
    };
    let legend = line("legend", "ll-label", ui.t(legend));
    group("fieldset", "ll-rules", std::iter::once(legend).chain(options.map(option)).collect())
}

fn option(ui: &Ui, name: &'static str, checked: bool, label: Key, about: Key, onchange: Callback<Event>) -> Html {
    let words = vec![line("strong", "", ui.t(label)), line("span", "ll-muted", ui.t(about))];
    let input = html! { <input type="radio" {name} {checked} {onchange} /> };
    let class = if checked { "ll-run ll-run--chosen" } else { "ll-run" };
    el("label", class).children(vec![input, group("span", "ll-run__words", words)])
}
