//! Which groups stand beside one another.

use yew::prelude::*;

use crate::core::drawing::SERIES;
use crate::ui::el::{el, group, line};
use crate::ui::report::ReportFacts;
use crate::ui::report::told::name_of;

/// The groups that stand beside one another: those that are chosen, or the first ones; as many as can be told apart.
pub fn groups_of(asked: &[usize], chosen: Option<&[usize]>) -> Vec<usize> {
    let takes = |group: &usize| chosen.is_none_or(|chosen| chosen.contains(group));
    asked.iter().copied().filter(takes).take(SERIES).collect()
}

/// A box to tick for each group; when as many are chosen as can be told apart, the others wait.
pub fn chosen_groups(page: &ReportFacts, asked: &[usize], chosen: &[usize], choose: &Callback<Vec<usize>>) -> Html {
    let words = &page.words;
    let count = chosen.len();
    let full = count >= SERIES;
    let one = |at: &usize| {
        let checked = chosen.contains(at);
        let onchange = {
            let (at, chosen, choose) = (*at, chosen.to_vec(), choose.clone());
            Callback::from(move |_: Event| {
                let mut next = chosen.clone();
                match next.binary_search(&at) {
                    Ok(place) => drop(next.remove(place)),
                    Err(place) => next.insert(place, at),
                }
                choose.emit(next);
            })
        };
        html! {
            <label key={*at}>
                <input type="checkbox" {checked} disabled={full && !checked} {onchange} />
                <span dir="auto">{ name_of(page, *at) }</span>
            </label>
        }
    };
    let boxes = group("div", "ll-checks ll-rep-boxes", asked.iter().map(one).collect());
    let (count, most) = (count.to_string(), SERIES.min(asked.len()).to_string());
    let status = words.fill("chosen_groups", &[("k", &count), ("n", &most)]);
    let legend = line("legend", "ll-label", words.t("choose_groups"));
    let status = el("p", "ll-muted").fixed("role", "status").text(status);
    group("fieldset", "ll-rep-chosen ll-noprint", vec![legend, status, boxes])
}
