//! Values over meetings: a chart, and the same in a table.

use std::rc::Rc;

use yew::prelude::*;

use super::chart::ChartAtWidth;
use super::told::name_of;
use super::{Ask, ReportFacts};
use crate::core::report::chart::{Chart, LineOf, LinesChart};
use crate::core::report::{Lines, Series};
use crate::i18n::Key;
use crate::ui::el::{group, line};
use crate::ui::table::table;

/// The chart with its title, and its numbers. `name` tells the chart from others; `ends` are its lower and upper end.
pub fn lines_of(
    page: &Rc<ReportFacts>,
    lines: &Lines,
    title: &AttrValue,
    name: AttrValue,
    ends: [AttrValue; 2],
    on: &Callback<Ask>,
) -> Html {
    let meeting = |number: &u32| page.ui.number(Key::MeetingNumber, *number);
    let series = |(at, it): (usize, &Series)| LineOf {
        name: series_name(page, it).as_str().into(),
        series: it.group.map(|_| at),
        values: it.values.iter().map(|value| value.map(|(value, _)| (value, said(page, value)))).collect(),
    };
    let [low, high] = ends.map(|end| Rc::from(end.as_str()));
    let chart = Chart::Lines(LinesChart {
        about: name.as_str().into(),
        ends: (low, high),
        range: lines.range,
        meetings: lines.meetings.iter().map(|number| meeting(number).as_str().into()).collect(),
        series: lines.series.iter().enumerate().map(series).collect(),
    });
    let row = |(at, number): (usize, &u32)| {
        let cell = |it: &Series| match it.values.get(at).copied().flatten() {
            Some((value, n)) => {
                let values = [("value", &*said(page, value)), ("n", &*n.to_string())];
                page.words.fill("value_n", &values)
            }
            None => page.ui.t(Key::ProfileNone),
        };
        std::iter::once(meeting(number)).chain(lines.series.iter().map(cell)).collect()
    };
    let titles =
        std::iter::once(page.ui.t(Key::LineMeeting)).chain(lines.series.iter().map(|it| series_name(page, it)));
    let rows = lines.meetings.iter().enumerate().map(row).collect();
    group(
        "div",
        "ll-rep-lines",
        vec![
            line("h5", "", title.clone()),
            html! { <ChartAtWidth page={page.clone()} chart={Rc::new(chart)} name={name.clone()} on={on.clone()} /> },
            table(name, titles.collect(), rows),
        ],
    )
}

fn series_name(page: &ReportFacts, it: &Series) -> AttrValue {
    it.group.map_or_else(|| page.words.t("all_groups"), |group| name_of(page, group))
}

/// A value in tenths, in words.
fn said(page: &ReportFacts, tenths: i32) -> Rc<str> {
    page.ui.tenths(tenths).as_str().into()
}
