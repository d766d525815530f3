//! The group's outcome as a document: the parts of one, in order, whatever file it becomes.

mod markdown;

use std::rc::Rc;

use crate::core::drawing::Drawing;
use crate::core::room::Date;

pub use markdown::markdown;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The code of its language.
    pub language: Rc<str>,
    /// What it is.
    pub title: Rc<str>,
    /// Whose it is, and of when: lines below the title.
    pub subtitle: Vec<Rc<str>>,
    /// The day it was made.
    pub day: Date,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Level, Rc<str>),
    /// A paragraph; may have line breaks.
    Paragraph(Rc<str>),
    /// A paragraph that explains.
    Note(Rc<str>),
    /// What people wrote, each by itself.
    Quotes(Vec<Rc<str>>),
    /// A list.
    List(Marks, Vec<Entry>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
}

/// The level of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Heading 1.
    Chapter,
    /// Heading 2.
    Section,
    /// Heading 3.
    Detail,
}

/// What stands before the entries of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// A bullet.
    Bullets,
    /// Its number, from 1.
    Numbers,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it says.
    pub text: Rc<str>,
    /// What belongs to it, in lines below.
    pub below: Vec<Rc<str>>,
}

impl From<Rc<str>> for Entry {
    fn from(text: Rc<str>) -> Self {
        Self { text, below: Vec::new() }
    }
}

/// A table. A text may have line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it holds; empty where that stands above it.
    pub caption: Rc<str>,
    /// Titles of its columns, and how wide these are, in parts of all.
    pub columns: Vec<(Rc<str>, u32)>,
    /// Rows, with a cell for each column; the first is the title of its row.
    pub rows: Vec<Vec<Rc<str>>>,
}

/// A chart, with the same as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The chart.
    pub drawing: Drawing,
    /// What it shows.
    pub caption: Rc<str>,
    /// The same as numbers.
    pub numbers: Table,
}

/// The width of charts in a document, in pixels.
pub const CHART_WIDTH: f32 = 640.0;
/// The most characters of a file's name, without its ending.
const NAME_LIMIT: usize = 80;

impl Document {
    /// Its charts, in order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        })
    }

    /// A name for its file, without an ending: title, what it is of, and the day, in letters and digits that every
    /// system takes.
    pub fn file_name(&self) -> String {
        let mut name = String::new();
        let words = std::iter::once(&self.title).chain(self.subtitle.first());
        for c in words.flat_map(|words| words.chars().chain([' '])) {
            if name.chars().count() >= NAME_LIMIT {
                break;
            }
            if c.is_alphanumeric() {
                name.extend(c.to_lowercase());
            } else if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
        }
        [name.trim_end_matches('-'), "-", &self.day.to_string()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use crate::core::room::Date;

    #[test]
    fn a_file_is_named_by_what_it_is() {
        let document = |title: &str, group: &str| Document {
            language: "nl".into(),
            title: title.into(),
            subtitle: vec![group.into(), "30 november 2026".into()],
            day: Date::parse("2026-11-30").unwrap(),
            blocks: Vec::new(),
        };
        assert_eq!(
            document("Leerbeleid in concept", "Team “Noord”/2").file_name(),
            "leerbeleid-in-concept-team-noord-2-2026-11-30"
        );
        assert_eq!(document("..\\/", "").file_name(), "-2026-11-30");
        assert!(document(&"x".repeat(300), "").file_name().len() < 100);
    }
}
