//! What the groups put down for themselves, side by side: what their principles are about, the principles, and their plans.

use yew::prelude::*;

use super::ReportFacts;
use super::sorting::{CARDS, plain};
use super::told::name_of;
use crate::core::report::Selection;
use crate::core::report::outcome::{PutDown, put_down};
use crate::core::view::{PeriodView, PrincipleOutcome};
use crate::i18n::Key;
use crate::ui::class_badge::class_badge;
use crate::ui::el::{el, group, line, none, text};
use crate::ui::goal_form::status_name;

/// A row a group; nothing where no group has put anything down.
pub fn put_down_by_group(page: &ReportFacts, selection: &Selection) -> Html {
    let groups = put_down(&page.facts, selection);
    if groups.is_empty() {
        return none();
    }
    let has_plan = groups.iter().any(|it| !it.plan.is_empty());
    let mut columns = vec!["column_group", "column_scope", "column_principles"];
    if has_plan {
        columns.push("column_plan");
    }
    let head = columns.iter().map(|title| plain(page.words.t(title))).collect();
    let rows = groups.iter().map(|it| row(page, it, has_plan)).collect();
    let title = page.words.t("put_down");
    let table = el("table", CARDS).fixed("role", "table").attr("aria-label", title.clone());
    let table = table.children(vec![
        el("thead", "").fixed("role", "rowgroup").child(el("tr", "").fixed("role", "row").children(head)),
        el("tbody", "").fixed("role", "rowgroup").children(rows),
    ]);
    group("section", "ll-rep-part ll-rep-written", vec![line("h4", "", title), table])
}

fn row(page: &ReportFacts, it: &PutDown, has_plan: bool) -> Html {
    let cell = |title: &str| el("td", "").fixed("role", "cell").attr("data-label", page.words.t(title));
    let said = |of: &str| el("p", "ll-note__text").fixed("dir", "auto").text(of.to_owned().into());
    let name = vec![
        el("bdi", "").text(name_of(page, it.group)),
        line("span", "ll-muted ll-rep-identity", page.ui.number(Key::MeetingNumber, it.meeting)),
    ];
    let scopes = it.principles.iter().filter(|list| !list.scope.trim().is_empty());
    let lists = it.principles.iter().filter(|list| !list.principles.is_empty());
    let list =
        |principles: &[PrincipleOutcome]| group("ol", "", principles.iter().map(|it| principle(page, it)).collect());
    let mut cells = vec![
        el("th", "").fixed("scope", "row").fixed("role", "rowheader").children(name),
        cell("column_scope").children(scopes.map(|list| said(&list.scope)).collect()),
        cell("column_principles").children(lists.map(|it| list(&it.principles)).collect()),
    ];
    if has_plan {
        let periods = it.plan.iter().flat_map(|(_, periods)| periods);
        cells.push(cell("column_plan").children(periods.map(|period| goals(page, period)).collect()));
    }
    el("tr", "").fixed("role", "row").key(&it.group.to_string()).children(cells)
}

/// Its words and, once that is shown, how far the group supports it.
fn principle(page: &ReportFacts, it: &PrincipleOutcome) -> Html {
    let words = el("span", "").fixed("dir", "auto").text(it.text.clone().into());
    let result = it.support.as_ref().and_then(|support| support.result.as_ref());
    let support = match result.map(|bar| (bar, &bar.shown)) {
        Some((bar, Some(shown))) => {
            let of = line("span", "ll-muted", page.ui.of(Key::AnsweredOf, bar.answered, bar.present));
            group("p", "ll-rep-support", vec![class_badge(&page.ui, Some(shown)), text(" ".into()), of])
        }
        Some((_, None)) => {
            let least = it.support.as_ref().map_or(0, |support| support.min_answers);
            line("p", "ll-muted", page.words.with("under_k", &least.to_string()))
        }
        None => none(),
    };
    group("li", "", vec![words, support])
}

fn goals(page: &ReportFacts, period: &PeriodView) -> Html {
    let goals = period.goals.iter().map(|it| {
        let words = el("span", "").fixed("dir", "auto").text(it.goal.goal.clone().into());
        group("li", "", vec![words, text(" ".into()), line("span", "ll-tag", status_name(&page.ui, it.goal.status))])
    });
    let name = el("strong", "").fixed("dir", "auto").text(period.label.clone().into());
    group("div", "", vec![name, group("ul", "", goals.collect())])
}
