//! Statements by group in a table: how far each group agrees on each.
//!
//! There is a total for each statement, over the groups; there is none over statements, because some are worded the
//! other way.

use std::rc::Rc;

use super::asked::{Outcome, Total};
use super::statements::{StatementRow, StatementsReport, class_of};
use super::{Facts, Selection};
use crate::core::consensus::{Class, Direction};
use crate::core::ids::ItemId;
use crate::core::order::by_key;
use crate::core::view::Text;

/// The table. With more groups than statements the groups are its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// Whether groups are the rows, and statements the columns.
    pub by_group: bool,
    /// Titles of the columns, after that of the rows; with statements as rows the last is that of all groups, where there
    /// are several.
    pub columns: Vec<HeatTitle>,
    /// The rows, sorted.
    pub rows: Vec<HeatRow>,
    /// All groups together, below groups as rows, where there are several.
    pub total: Option<HeatRow>,
}

/// What a row or a column is about.
#[derive(Clone, Debug, PartialEq)]
pub enum HeatTitle {
    /// A statement: its identity, its number and its text.
    Statement(ItemId, Rc<str>, Text),
    /// A group: its place among those of the report.
    Group(usize),
    /// All groups.
    All,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// What it is about.
    pub title: HeatTitle,
    /// One a column.
    pub cells: Vec<HeatCell>,
}

/// How far a group agrees on a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatCell {
    /// Not asked, or not revealed.
    NotAsked,
    /// Too few gave a counted answer.
    Hidden,
    /// Answered on another scale than that of now.
    Other,
    /// So far.
    Shown {
        /// Agreement, in percent.
        agreement: u8,
        /// The class.
        class: Class,
        /// Which way.
        direction: Direction,
    },
}

/// By which column the rows stand. Columns come and go with what is looked at: one that is there no more sorts nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sort {
    /// What the column is about; `None` for the titles of the rows, in the order of the exercise or of the course.
    pub column: Option<HeatTitle>,
    /// Whether the last comes first.
    pub reversed: bool,
}

impl Sort {
    /// What pressing the button of a column leads to: that column, or the other way round.
    #[must_use]
    pub fn pressed(&self, column: Option<HeatTitle>) -> Self {
        Self { reversed: self.column == column && !self.reversed, column }
    }
}

impl HeatCell {
    fn of(total: &Total) -> Self {
        match &total.tally {
            Some(tally) => Self::shown(tally.agreement, tally.class, tally.direction),
            None if total.hidden > 0 => Self::Hidden,
            None if total.other > 0 => Self::Other,
            None => Self::NotAsked,
        }
    }

    fn shown(agreement: Option<u8>, class: Class, direction: Direction) -> Self {
        agreement.map_or(Self::Hidden, |agreement| Self::Shown { agreement, class, direction })
    }

    /// Lowest agreement first; what is not shown comes last, whichever way they stand.
    fn key(self, reversed: bool) -> u64 {
        match self {
            Self::Shown { agreement, .. } if reversed => u64::from(u8::MAX - agreement),
            Self::Shown { agreement, .. } => u64::from(agreement),
            Self::Hidden => 1000,
            Self::Other => 1001,
            Self::NotAsked => 1002,
        }
    }
}

/// The table of a report, for the statements whose class `keep` has.
pub fn heat(
    facts: &Facts,
    selection: &Selection,
    report: &StatementsReport,
    keep: impl Fn(Class) -> bool,
    sort: &Sort,
) -> Heat {
    let rows = report.sections.iter().flat_map(|section| &section.rows);
    let statements: Vec<&StatementRow> = rows.filter(|row| keep(class_of(&row.total))).collect();
    let statements = by_key(statements, |row| row.place as u64);
    let groups = (0..facts.report.groups.len()).filter(|at| selection.takes(&facts.report.groups[*at].id));
    let asked: Vec<usize> = groups.filter(|at| asked_in(report, *at)).collect();
    // By statement, one a group.
    let cells: Vec<Vec<HeatCell>> = statements.iter().map(|row| of_groups(row, &asked)).collect();
    let several = asked.len() > 1;
    let title = |row: &StatementRow| HeatTitle::Statement(row.item.clone(), row.number.clone(), row.text.clone());
    let of_all = statements.iter().map(|row| HeatCell::of(&row.total));
    let by_group = asked.len() > statements.len();
    let (columns, rows, total): (Vec<HeatTitle>, _, _) = if by_group {
        let row = |(at, group): (usize, &usize)| HeatRow {
            title: HeatTitle::Group(*group),
            cells: cells.iter().map(|cells| cells[at]).collect(),
        };
        let total = HeatRow { title: HeatTitle::All, cells: of_all.collect() };
        let columns = statements.iter().map(|row| title(row)).collect();
        (columns, asked.iter().enumerate().map(row).collect(), several.then_some(total))
    } else {
        let row = |((row, mut cells), all): ((&&StatementRow, Vec<HeatCell>), HeatCell)| {
            cells.extend(several.then_some(all));
            HeatRow { title: title(row), cells }
        };
        let columns = asked.iter().map(|at| HeatTitle::Group(*at)).chain(several.then_some(HeatTitle::All)).collect();
        (columns, statements.iter().zip(cells).zip(of_all).map(row).collect(), None)
    };
    Heat { by_group, rows: sorted(rows, &columns, sort), columns, total }
}

fn sorted(mut rows: Vec<HeatRow>, columns: &[HeatTitle], sort: &Sort) -> Vec<HeatRow> {
    if let Some(column) = &sort.column {
        let Some(column) = columns.iter().position(|it| it == column) else { return rows };
        return by_key(rows, |row| row.cells.get(column).map_or(u64::MAX, |cell| cell.key(sort.reversed)));
    }
    if sort.reversed {
        rows.reverse();
    }
    rows
}

/// Whether anything that the report has was asked in a group.
fn asked_in(report: &StatementsReport, group: usize) -> bool {
    report.sections.iter().flat_map(|section| &section.rows).any(|row| place_of(row, group).is_some())
}

/// The place of a group among the cells of a row, which are in the order of groups.
fn place_of(row: &StatementRow, group: usize) -> Option<usize> {
    row.cells.binary_search_by_key(&group, |cell| cell.group).ok()
}

fn of_groups(row: &StatementRow, groups: &[usize]) -> Vec<HeatCell> {
    let cell = |group: &usize| {
        let Some(at) = place_of(row, *group) else { return HeatCell::NotAsked };
        match &row.cells[at].outcome {
            Outcome::Hidden => HeatCell::Hidden,
            Outcome::Other(_) => HeatCell::Other,
            Outcome::Shown(tally) => HeatCell::shown(tally.agreement, tally.class, tally.direction),
        }
    };
    groups.iter().map(cell).collect()
}
