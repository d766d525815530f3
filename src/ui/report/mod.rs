//! The report on the meetings of an activity: which meetings, and its pages. A module of its own loads it;
//! participants never do.

mod actions;
mod chart;
mod choose;
mod drawing;
mod files;
mod later;
mod lines;
mod outcome;
mod page;
mod participation;
mod questions;
mod removed;
mod room;
mod statements;
mod text;
mod told;

use std::rc::Rc;

use yew::prelude::*;

use crate::core::drawing::Drawing;
use crate::core::report::{Address, Facts};
use crate::i18n::Catalogue;
use crate::ui::context::Ui;

pub use page::{ReportPage, ReportProps};
pub use text::Words;

/// What every page draws from. Compared by identity: what changes is a new one.
pub struct ReportFacts {
    /// The report and its exercise.
    pub facts: Rc<Facts>,
    /// The words of the report.
    pub words: Words,
    /// The words of the app.
    pub ui: Ui,
    /// The course module.
    pub cmid: u64,
    /// Where the gradebook is, for those who may see it.
    pub gradebook: Option<AttrValue>,
    /// Where files are given out.
    pub export: AttrValue,
    /// Kinds of files: identity and name.
    pub formats: Vec<(AttrValue, AttrValue)>,
}

impl PartialEq for ReportFacts {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What every page is given.
#[derive(Clone, Properties, PartialEq)]
pub struct PageProps {
    /// What it draws from.
    pub page: Rc<ReportFacts>,
    /// Where the reader is.
    pub address: Address,
    /// Takes what the reader wants of the host.
    pub on: Callback<Ask>,
}

/// What the reader wants of the host.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// To be somewhere else.
    Go(Address),
    /// To save a chart as a picture.
    Picture {
        /// The chart.
        drawing: Rc<Drawing>,
        /// What the file is called, without its ending.
        name: String,
    },
}

/// What pages draw from, without addresses yet.
pub fn facts(facts: Rc<Facts>, catalogue: Rc<Catalogue>) -> ReportFacts {
    ReportFacts {
        facts,
        words: Words(catalogue.clone()),
        ui: Ui { catalogue, ..Ui::default() },
        cmid: 0,
        gradebook: None,
        export: AttrValue::default(),
        formats: Vec::new(),
    }
}
