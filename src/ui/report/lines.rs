//! Values over meetings: a chart, and the same in a table.

use std::rc::Rc;

use yew::prelude::*;

use super::chart::{ChartAtWidth, picture};
use super::source::of_all_meetings;
use super::told::{name_of, numbers_told, why};
use super::{Ask, ReportFacts};
use crate::core::report::chart::{Chart, LineOf, LinesChart, MeetingName, Picture};
use crate::core::report::{Found, Lines, Series};
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
    let chart = drawn(page, lines, &name, ends);
    let n = |it: &Series| (series_name(page, it), it.values.iter().filter_map(Found::shown).map(|(_, n)| *n).collect());
    let told = numbers_told(page, lines.series.iter().map(n));
    let picture = Picture { source: of_all_meetings(page), told, ..picture(page, chart, &name) };
    let row = |(at, number): (usize, &u32)| {
        let cell = |it: &Series| match it.values.get(at) {
            Some(Found::Shown((value, n))) => {
                let values = [("value", &*said(page, *value)), ("n", &*n.to_string())];
                page.words.fill("value_n", &values)
            }
            Some(found) => why(page, found),
            None => AttrValue::default(),
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
            html! { <ChartAtWidth page={page.clone()} picture={Rc::new(picture)} on={on.clone()} /> },
            table(name, titles.collect(), rows),
        ],
    )
}

fn drawn(page: &ReportFacts, lines: &Lines, name: &AttrValue, ends: [AttrValue; 2]) -> Chart {
    let value = |found: &Found<(i32, u32)>| found.shown().map(|(value, _)| (*value, said(page, *value)));
    let series = |(at, it): (usize, &Series)| LineOf {
        name: series_name(page, it).as_str().into(),
        series: it.group.map(|_| at),
        values: it.values.iter().map(value).collect(),
    };
    let [low, high] = ends.map(|end| Rc::from(end.as_str()));
    let meeting = |number: &u32| MeetingName {
        number: *number,
        name: page.ui.number(Key::MeetingNumber, *number).as_str().into(),
    };
    Chart::Lines(LinesChart {
        about: name.as_str().into(),
        ends: (low, high),
        range: lines.range,
        axis: page.ui.t(Key::LineMeeting).as_str().into(),
        meetings: lines.meetings.iter().map(meeting).collect(),
        series: lines.series.iter().enumerate().map(series).collect(),
    })
}

fn series_name(page: &ReportFacts, it: &Series) -> AttrValue {
    it.group.map_or_else(|| page.words.t("all_groups"), |group| name_of(page, group))
}

/// A value in tenths, in words.
fn said(page: &ReportFacts, tenths: i32) -> Rc<str> {
    page.ui.tenths(tenths).as_str().into()
}
