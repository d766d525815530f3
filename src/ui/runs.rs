//! Choosing what a meeting goes through.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line};
use crate::core::view::RunChoice;

/// One choice each, with its time and its steps; `on` takes the one that was chosen.
pub fn runs(
    ui: &Ui,
    name: &'static str,
    title: AttrValue,
    runs: &[RunChoice],
    chosen: &str,
    on: &Callback<RunChoice>,
) -> Html {
    let one = |run: &RunChoice| {
        let onchange = {
            let run = run.clone();
            on.reform(move |_: Event| run.clone())
        };
        let here = *run.part == *chosen;
        let steps: Vec<&str> = run.steps.iter().map(|step| &**step).collect();
        let words = vec![
            line("strong", "", run.title.clone().into()),
            line("span", "ll-muted", ui.minutes(run.minutes)),
            line("span", "ll-muted", steps.join(" · ").into()),
        ];
        let input = html! { <input type="radio" {name} value={run.part.clone()} checked={here} {onchange} /> };
        let class = if here { "ll-run ll-run--chosen" } else { "ll-run" };
        el("label", class).key(&run.part).children(vec![input, group("span", "ll-run__words", words)])
    };
    let legend = line("legend", "ll-label", title);
    let mut parts = vec![legend];
    parts.extend(runs.iter().map(one));
    group("fieldset", "ll-runs", parts)
}
