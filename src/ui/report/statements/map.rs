//! All statements on a map, with their list and the same in a table.

use std::rc::Rc;

use yew::prelude::*;

use super::filter::Filter;
use crate::core::report::chart::{Chart, MapChart, MapMark, Picture};
use crate::core::report::{MapPoint, StatementsReport, map};
use crate::i18n::Key;
use crate::ui::el::{el, group, line};
use crate::ui::report::chart::{ChartAtWidth, picture};
use crate::ui::report::statements::filter::class_name;
use crate::ui::report::told::{notes, signed};
use crate::ui::report::{Ask, ReportFacts};
use crate::ui::result_card::disclosure;
use crate::ui::table::table;

/// The map of the statements that the filter has.
pub fn map_of(page: &Rc<ReportFacts>, report: &StatementsReport, shown: Filter, on: &Callback<Ask>) -> Html {
    let points = map(report, |class| shown.keeps(class));
    let placed: Vec<&MapPoint> = points.iter().filter(|point| point.at.is_some()).collect();
    if placed.is_empty() {
        return notes(vec![page.words.t("nothing_shown")]);
    }
    let words = &page.words;
    let name = words.t("map_title");
    let word = |name: &str| Rc::from(words.t(name).as_str());
    let mark = |point: &&MapPoint| {
        let (position, agreement) = point.at?;
        Some(MapMark { number: point.number.clone(), position, agreement, class: point.class })
    };
    let chart = Chart::Map(MapChart {
        about: word("map_about"),
        quarters: ["quarter_against", "quarter_for", "quarter_apart_against", "quarter_apart_for"].map(word),
        ends: ["end_disagree", "end_agree", "end_apart", "end_together"].map(word),
        marks: placed.iter().filter_map(mark).collect(),
    });
    let note = |point: &&MapPoint| -> Rc<str> {
        let answers = words.counted("answers", point.n.0);
        [&*point.number, ". ", &point.text, " (", &answers, ")"].concat().into()
    };
    let explained = std::iter::once(word("map_text")).chain(placed.iter().map(note)).collect();
    let picture = Rc::new(Picture { notes: explained, ..picture(page, chart, &name) });
    let entry = |point: &&MapPoint| {
        let number = line("strong", "ll-rep-number", point.number.clone().into());
        let text = el("span", "").fixed("dir", "auto").text(point.text.clone().into());
        el("li", "").key(point.item.as_str()).children(vec![number, text])
    };
    let list = el("ul", "ll-rep-legend").attr("aria-label", words.t("map_legend"));
    group(
        "div",
        "ll-rep-part",
        vec![
            line("p", "ll-rep-none", words.t("map_text")),
            html! { <ChartAtWidth page={page.clone()} {picture} on={on.clone()} /> },
            list.children(placed.iter().map(entry).collect()),
            disclosure("ll-more", page.ui.t(Key::AsTable), numbers(page, &points, name)),
        ],
    )
}

fn numbers(page: &ReportFacts, points: &[MapPoint], name: AttrValue) -> Html {
    let words = &page.words;
    let row = |point: &MapPoint| {
        let (position, agreement) = match point.at {
            Some((position, agreement)) => (signed(position), page.ui.number(Key::Percent, agreement.into())),
            None => (words.t("dash"), words.t("dash")),
        };
        vec![
            [&point.number, ". ", &point.text].concat().into(),
            position,
            agreement,
            words.of("class", class_name(point.class)),
            point.n.0.to_string().into(),
            point.n.1.to_string().into(),
        ]
    };
    let titles = vec![
        page.ui.t(Key::TableStatement),
        words.t("position"),
        page.ui.t(Key::TableAgreement),
        page.ui.t(Key::TableClass),
        page.ui.t(Key::TableAnswered),
        words.t("column_groups"),
    ];
    table(name, titles, points.iter().map(row).collect())
}
