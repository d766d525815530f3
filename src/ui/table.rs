//! A table that scrolls by itself where it is wider than its place.

use yew::prelude::*;

use super::el::{el, group, line};

/// A table with a name and its column titles; the first cell of a row is its title.
pub fn table(name: AttrValue, titles: Vec<AttrValue>, rows: Vec<Vec<AttrValue>>) -> Html {
    let head = titles.into_iter().map(|title| el("th", "").fixed("scope", "col").text(title)).collect();
    let row = |cells: Vec<AttrValue>| {
        let cell = |(at, cell): (usize, AttrValue)| match at {
            0 => el("th", "").fixed("scope", "row").text(cell),
            _ => line("td", "", cell),
        };
        group("tr", "", cells.into_iter().enumerate().map(cell).collect())
    };
    let body = group("tbody", "", rows.into_iter().map(row).collect());
    let scroll = el("div", "ll-table ll-table__scroll").fixed("tabindex", "0").fixed("role", "group");
    scroll.attr("aria-label", name).child(group(
        "table",
        "",
        vec![group("thead", "", vec![group("tr", "", head)]), body],
    ))
}
