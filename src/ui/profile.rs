//! The profile of a group: a chart, and the same in a table.

use yew::prelude::*;

use super::context::Ui;
use super::count_bars::percent;
use super::el::{el, group, line};
use super::table::table;
use crate::core::view::{ProfileMean, ProfileRow, ProfileView};
use crate::i18n::Key;

/// For each dimension a dot where the mean stands and a band for the middle half of the answers; then the numbers.
pub fn profile(ui: &Ui, view: &ProfileView) -> Html {
    group("article", "ll-card ll-result", profile_parts(ui, view, &|_| ui.t(Key::ProfileNone)))
}

/// What stands on the card; `none` says why there is nothing of a dimension.
pub fn profile_parts(ui: &Ui, view: &ProfileView, none: &dyn Fn(&ProfileRow) -> AttrValue) -> Vec<Html> {
    let (low, high) = view.range;
    let range = [("low", &*low.to_string()), ("high", &*high.to_string())];
    let chart = group("ul", "ll-profile", view.rows.iter().map(|row| chart_row(ui, row, none)).collect());
    let titles = [Key::ProfileDimension, Key::ProfileMean, Key::ProfileMiddle, Key::ProfileAnswers];
    let titles = titles.map(|key| ui.t(key)).into();
    let numbers = table(ui.t(Key::ProfileTitle), titles, view.rows.iter().map(|row| cells_or(ui, row, none)).collect());
    let title = line("h4", "", ui.t(Key::ProfileTitle));
    vec![title, line("p", "ll-muted", ui.fill(Key::ProfileText, &range)), chart, numbers]
}

fn chart_row(ui: &Ui, row: &ProfileRow, none: &dyn Fn(&ProfileRow) -> AttrValue) -> Html {
    let head = |value: AttrValue| {
        let value = line("strong", "ll-profile__mean", value);
        group("p", "ll-profile__head", vec![line("span", "", row.label.clone().into()), value])
    };
    let Some(shown) = &row.shown else {
        return group("li", "", vec![head(none(row))]);
    };
    let ends = [&row.ends.0, &row.ends.1].map(|end| line("span", "", end.clone().into()));
    let ends = el("p", "ll-profile__ends").fixed("aria-hidden", "true").children(ends.into());
    group("li", "", vec![head(ui.tenths(shown.mean)), drawn(shown), ends])
}

/// The scale with a band and a dot; the numbers stand beside it and in the table.
fn drawn(shown: &ProfileMean) -> Html {
    let line = |class, from: u32, to: u32| {
        el("line", class).attr("x1", percent(from)).attr("x2", percent(to)).fixed("y1", "50%").fixed("y2", "50%").done()
    };
    let (from, to) = shown.middle_at;
    let dot = el("circle", "ll-profile__dot").attr("cx", percent(shown.mean_at)).fixed("cy", "50%").fixed("r", "8");
    el("svg", "ll-profile__scale").fixed("aria-hidden", "true").children(vec![
        line("ll-profile__axis", 0, 1000),
        line("ll-profile__band", from, to),
        dot.done(),
    ])
}

/// The numbers of a dimension, after its name.
pub fn cells(ui: &Ui, row: &ProfileRow) -> Vec<AttrValue> {
    cells_or(ui, row, &|_| ui.t(Key::ProfileNone))
}

fn cells_or(ui: &Ui, row: &ProfileRow, none: &dyn Fn(&ProfileRow) -> AttrValue) -> Vec<AttrValue> {
    let Some(shown) = &row.shown else {
        return vec![row.label.clone().into(), none(row), "".into(), "".into()];
    };
    let between = |low: String, high: String| -> AttrValue {
        if low == high { low.into() } else { ui.fill(Key::FromTo, &[("low", &low), ("high", &high)]) }
    };
    let (fewest, most) = shown.answers;
    let answers = between(fewest.to_string(), most.to_string());
    let of = [("answers", &*answers), ("k", &row.counted.to_string()), ("n", &row.questions.to_string())];
    vec![
        row.label.clone().into(),
        ui.tenths(shown.mean),
        between(shown.middle.0.to_string(), shown.middle.1.to_string()),
        ui.fill(Key::ProfileAnswersOf, &of),
    ]
}
