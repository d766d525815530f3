//! The report on the meetings of an activity: which meetings, and its pages. A module of its own loads it;
//! participants never do.

mod actions;
mod chart;
mod choose;
pub mod document;
mod drawing;
mod files;
mod hands;
mod later;
mod lines;
mod outcome;
mod page;
mod participation;
mod put_down;
mod questions;
mod removed;
mod room;
mod sorting;
mod source;
mod statements;
mod text;
mod told;
mod trouble;
mod when;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::core::report::actions::{ActionBook, Store};
use crate::core::report::chart::Picture;
use crate::core::report::document::Document;
use crate::core::report::outcome::Told;
use crate::core::report::participation::{People, PeopleAsked};
use crate::core::report::{Address, Facts, Trouble};
use crate::core::room::Contribution;
use crate::i18n::Catalogue;
use crate::ui::context::Ui;

pub use document::{DocumentFile, Made};
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
    /// The code of the language of these words.
    pub language: AttrValue,
    /// Whether Word files can be made.
    pub word: bool,
    /// The course module.
    pub cmid: u64,
    /// Where the gradebook is, for those who may see it.
    pub gradebook: Option<AttrValue>,
    /// Where files are given out.
    pub export: AttrValue,
    /// Kinds of files: identity and name.
    pub formats: Vec<(AttrValue, AttrValue)>,
    /// The kind of file that was chosen last time; may be empty.
    pub last_format: AttrValue,
    /// How each action goes, also what is on its way to the host while the reader looks at another page.
    pub actions: RefCell<ActionBook>,
    /// Draws the page of actions anew and says something aloud; does nothing while it is not there.
    pub tell_actions: RefCell<Callback<AttrValue>>,
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
    Picture(Rc<Picture>),
    /// To make a file of a document and give it to the reader.
    Document(Rc<Document>, DocumentFile, Made),
    /// To store how an action goes.
    SetStatus(Store, Done<Contribution>),
    /// To be told what came of a meeting, by its identity.
    Outcome(Rc<str>, Done<Told>),
    /// To be told who took part.
    People(PeopleAsked, Done<People>),
    /// To begin with this kind of file next time.
    KeepFormat(AttrValue),
    /// To load the page anew, since things are no longer as it shows them.
    Reload,
}

/// Takes what the host answers.
pub type Done<T> = Callback<Result<T, Trouble>>;

/// What pages draw from, without addresses yet.
pub fn facts(facts: Rc<Facts>, catalogue: Rc<Catalogue>) -> ReportFacts {
    ReportFacts {
        actions: RefCell::new(ActionBook::new(&facts)),
        tell_actions: RefCell::new(Callback::noop()),
        facts,
        words: Words(catalogue.clone()),
        ui: Ui { catalogue, ..Ui::default() },
        language: AttrValue::default(),
        word: false,
        cmid: 0,
        gradebook: None,
        export: AttrValue::default(),
        formats: Vec::new(),
        last_format: AttrValue::default(),
    }
}
