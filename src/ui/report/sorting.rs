//! The titles of columns that a table can be ordered by.

use yew::prelude::*;

use crate::ui::el::{el, line, text};

/// The classes of a table whose rows are cards where there is no room. The last is Moodle's: without it Boost draws lines of
/// its own around every cell.
pub const CARDS: &str = "ll-rep-cards table-reboot";

/// How a table is ordered by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// By another one.
    No,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

impl Sorted {
    /// How a table is ordered by `column`, where `order` has the column that it is ordered by and whether downwards.
    pub fn of<T: PartialEq>(order: Option<&(T, bool)>, column: &T) -> Self {
        match order {
            Some((by, down)) if by == column => {
                if *down {
                    Self::Down
                } else {
                    Self::Up
                }
            }
            _ => Self::No,
        }
    }
}

/// The title of a column, with a button that orders by it.
pub fn sortable(title: AttrValue, sorted: Sorted, press: Callback<MouseEvent>) -> Html {
    let (named, mark) = match sorted {
        Sorted::No => ("none", "↕"),
        Sorted::Up => ("ascending", "↑"),
        Sorted::Down => ("descending", "↓"),
    };
    let mark = el("span", "ll-rep-sort__mark").fixed("aria-hidden", "true").text(mark.into());
    let button = el("button", "ll-rep-sort").fixed("type", "button").click(press);
    let button = button.children(vec![line("span", "", title), text(" ".into()), mark]);
    el("th", "").fixed("scope", "col").fixed("role", "columnheader").fixed("aria-sort", named).child(button)
}

/// The title of a column that it is not ordered by.
pub fn plain(title: AttrValue) -> Html {
    el("th", "").fixed("scope", "col").fixed("role", "columnheader").text(title)
}
