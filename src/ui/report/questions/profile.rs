//! The profile of several groups on one chart, with the same in a table, and how it went over the meetings.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::report::chart::{Chart, GroupsChart, GroupsRow, Picture};
use crate::core::report::{DimensionRow, Found, QuestionSection, Selection, dimension_lines};
use crate::core::view::{ProfileMean, Text};
use crate::i18n::Key;
use crate::ui::el::{group, line, list, none};
use crate::ui::report::chart::{ChartAtWidth, picture};
use crate::ui::report::later::Later;
use crate::ui::report::lines::lines_of;
use crate::ui::report::told::{name_of, numbers_told, why};
use crate::ui::report::{Ask, ReportFacts};
use crate::ui::result_card::disclosure;
use crate::ui::table::table;

/// The chart, its table, and its lines; nothing where the exercise shows no profile.
pub fn profile(
    page: &Rc<ReportFacts>,
    it: &QuestionSection,
    selection: &Selection,
    chosen: &[usize],
    on: &Callback<Ask>,
) -> Html {
    if it.profile.is_empty() {
        return none();
    }
    let words = &page.words;
    let name = words.t("profile_title");
    let picture = Rc::new(drawn(page, it, &name, chosen));
    group(
        "div",
        "ll-card ll-result",
        vec![
            line("h5", "", name.clone()),
            line("p", "ll-muted", words.t("profile_text")),
            html! { <ChartAtWidth page={page.clone()} {picture} on={on.clone()} /> },
            disclosure("ll-more", page.ui.t(Key::AsTable), numbers(page, it, name)),
            over_meetings(page, it, it.profile.clone(), selection, chosen, on),
        ],
    )
}

fn drawn(page: &ReportFacts, it: &QuestionSection, name: &AttrValue, chosen: &[usize]) -> Picture {
    let all = page.words.t("all_groups");
    let row = |row: &DimensionRow| GroupsRow {
        label: row.label.clone(),
        ends: row.ends.clone(),
        all: row.all.shown().cloned(),
        groups: chosen.iter().map(|group| row.of(*group).shown().cloned()).collect(),
        why: why(page, &row.all).as_str().into(),
    };
    let chart = Chart::Groups(GroupsChart {
        about: name.as_str().into(),
        all: all.as_str().into(),
        groups: chosen.iter().map(|group| name_of(page, *group).as_str().into()).collect(),
        rows: it.profile.iter().map(row).collect(),
    });
    let n = |of: &dyn Fn(&DimensionRow) -> Option<(u32, u32)>| -> Vec<u32> {
        it.profile.iter().filter_map(of).flat_map(|(fewest, most)| [fewest, most]).collect()
    };
    let of_group = |group: &usize| (name_of(page, *group), n(&|row| row.of(*group).shown().map(|mean| mean.answers)));
    let of_all = (all.clone(), n(&|row| row.all.shown().map(|mean| mean.answers)));
    let told = numbers_told(page, chosen.iter().map(of_group).chain([of_all]));
    let notes = vec![page.words.t("profile_text").as_str().into()];
    Picture { told, notes, ..picture(page, chart, name) }
}

/// A row a group and one for all, a column a dimension.
fn numbers(page: &ReportFacts, it: &QuestionSection, name: AttrValue) -> Html {
    let cell = |found: &Found<ProfileMean>| match found {
        Found::Shown(mean) => {
            let (fewest, most) = mean.answers;
            let n = if fewest == most { fewest.to_string() } else { format!("{fewest}\u{2013}{most}") };
            let middle = format!("{}\u{2013}{}", mean.middle.0, mean.middle.1);
            page.words.fill("mean_n", &[("mean", &page.ui.tenths(mean.mean)), ("middle", &middle), ("n", &n)])
        }
        _ => why(page, found),
    };
    let mut groups: Vec<usize> = Vec::new();
    for (group, _) in it.profile.iter().flat_map(|row| &row.groups) {
        if let Err(at) = groups.binary_search(group) {
            groups.insert(at, *group);
        }
    }
    let of = |group: &usize| {
        let cells = it.profile.iter().map(|row| cell(row.of(*group)));
        std::iter::once(name_of(page, *group)).chain(cells).collect()
    };
    let all = std::iter::once(page.words.t("all_groups")).chain(it.profile.iter().map(|row| cell(&row.all)));
    let rows = groups.iter().map(of).chain([all.collect()]).collect();
    let titles =
        std::iter::once(page.words.t("column_group")).chain(it.profile.iter().map(|row| row.label.clone().into()));
    table(name, titles.collect(), rows)
}

/// How dimensions of a step went, drawn when it is asked for; nothing where there was one meeting.
pub fn over_meetings(
    page: &Rc<ReportFacts>,
    it: &QuestionSection,
    rows: Vec<DimensionRow>,
    selection: &Selection,
    chosen: &[usize],
    on: &Callback<Ask>,
) -> Html {
    if page.facts.report.numbers(selection) < 2 {
        return none();
    }
    let draw = {
        let (page, selection, chosen, on) = (page.clone(), selection.clone(), chosen.to_vec(), on.clone());
        let step = it.step.clone();
        Callback::from(move |()| {
            let one = |row: &DimensionRow| {
                let lines = dimension_lines(&page.facts, &selection, &step, &row.id, &chosen)?;
                let title: AttrValue = row.label.clone().into();
                Some(lines_of(&page, &lines, &title, title.clone(), ends(row.range, &row.ends), &on))
            };
            let drawn: Vec<Html> = rows.iter().filter_map(one).collect();
            if drawn.is_empty() { line("p", "ll-rep-none", page.words.t("one_meeting")) } else { list(drawn) }
        })
    };
    html! { <Later title={page.words.t("over_meetings")} {draw} /> }
}

/// The ends of a scale: their number and what they say.
fn ends((low, high): (i32, i32), said: &(Text, Text)) -> [AttrValue; 2] {
    let end = |value: i32, said: &Text| -> AttrValue {
        let value = value.to_string();
        if **said == *value { value.into() } else { [&value, " \u{2013} ", said].concat().into() }
    };
    [end(low, &said.0), end(high, &said.1)]
}
