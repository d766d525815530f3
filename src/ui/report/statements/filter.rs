//! Which statements are shown, by how far the groups agree.

use yew::prelude::*;

use crate::core::consensus::Class;
use crate::core::report::{StatementsReport, class_of};
use crate::ui::el::{el, group, line};
use crate::ui::report::ReportFacts;

/// The classes in the order of their buttons; the last stands for what is not shown.
pub const CLASSES: [Class; 4] = [Class::Divided, Class::Lean, Class::Consensus, Class::Empty];

/// Which classes are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filter([bool; CLASSES.len()]);

impl Default for Filter {
    fn default() -> Self {
        Self([true; CLASSES.len()])
    }
}

impl Filter {
    /// Whether statements of a class are shown.
    pub fn keeps(self, class: Class) -> bool {
        CLASSES.iter().zip(self.0).any(|(it, shown)| *it == class && shown)
    }

    fn pressed(mut self, at: usize) -> Self {
        self.0[at] = !self.0[at];
        self
    }
}

/// The last part of a class's names.
pub fn class_name(class: Class) -> &'static str {
    match class {
        Class::Divided => "divided",
        Class::Lean => "lean",
        Class::Consensus => "consensus",
        Class::Empty => "hidden",
    }
}

/// A button for each class with its number of statements, and how many are shown, which is read aloud.
pub fn filter(page: &ReportFacts, report: &StatementsReport, shown: &UseStateHandle<Filter>) -> Html {
    let words = &page.words;
    let rows = || report.sections.iter().flat_map(|section| &section.rows).filter(|row| !row.cells.is_empty());
    let button = |(at, class): (usize, Class)| {
        let count = rows().filter(|row| class_of(&row.total) == class).count();
        let next = shown.pressed(at);
        let onclick = {
            let shown = shown.setter();
            Callback::from(move |_: MouseEvent| shown.set(next))
        };
        let pressed = shown.keeps(class);
        let label = words.of("class", class_name(class));
        let name = vec![line("span", "", label), line("strong", "", count.to_string().into())];
        el("button", "ll-btn ll-rep-toggle")
            .fixed("type", "button")
            .fixed("aria-pressed", if pressed { "true" } else { "false" })
            .click(onclick)
            .children(name)
    };
    let buttons = CLASSES.into_iter().enumerate().map(button).collect();
    let kept = rows().filter(|row| shown.keeps(class_of(&row.total))).count();
    let (kept, all) = (kept.to_string(), rows().count().to_string());
    let status = words.fill("filtered", &[("k", &kept), ("n", &all)]);
    let status = el("p", "ll-muted").fixed("role", "status").text(status);
    let tools = el("div", "ll-actions ll-noprint").fixed("role", "group").attr("aria-label", words.t("filter"));
    // Paper says it too: what is left out is not missed there.
    group("div", "ll-rep-filter", vec![tools.children(buttons), status])
}
