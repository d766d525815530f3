//! What was asked and is no longer in the exercise.

use yew::prelude::*;

use super::ReportFacts;
use super::told::of_groups;
use crate::core::report::Removed;
use crate::core::view::ShownBar;
use crate::i18n::Key;
use crate::ui::class_badge::class_badge;
use crate::ui::el::{el, group, line, none};

/// A list of what is known of them; `bar` makes a bar of a total that has agreement.
pub fn removed(page: &ReportFacts, items: &[Removed], bar: impl Fn(&Removed) -> Option<ShownBar>) -> Html {
    if items.is_empty() {
        return none();
    }
    let words = &page.words;
    let one = |it: &Removed| {
        let bar = bar(it);
        let title = match &it.step {
            Some(step) => words.with("removed_of", step),
            None => words.t("removed_item"),
        };
        let mut facts = Vec::new();
        if let Some(tally) = &it.total.tally {
            if it.points > 0 {
                let counts: Vec<String> = tally.counts.iter().map(ToString::to_string).collect();
                facts.push(words.with("removed_counts", &counts.join(", ")));
            }
            facts.extend(tally.agreement.map(|percent| page.ui.number(Key::Agreement, percent.into())));
        }
        let facts = facts.into_iter().map(|fact| line("span", "", fact)).collect();
        let badge = if bar.is_some() { class_badge(&page.ui, bar.as_ref()) } else { none() };
        let title = line("h5", "", title);
        el("li", "ll-card ll-result").key(it.item.as_str()).children(vec![
            group("div", "ll-result__head", vec![title, badge]),
            group("p", "ll-result__facts", facts),
            of_groups(page, &it.total),
        ])
    };
    let parts = vec![
        line("h4", "", words.t("removed_title")),
        line("p", "ll-rep-none", words.t("removed_text")),
        group("ul", "ll-results", items.iter().map(one).collect()),
    ];
    group("section", "ll-rep-part", parts)
}
