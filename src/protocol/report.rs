//! What `report.php` embeds (`docs/protocol.md`, "The report").

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use super::embedded::strings;
use super::json::Members;
use super::names::place_of;
use super::room::{CLOSED, OPEN};
use super::{Malformed, read};
use crate::core::report::{Meeting, Report, ReportGroup};
use crate::core::room::Date;

/// The page of the report.
#[derive(Clone, Debug)]
pub struct ReportPage<'a> {
    /// The user's language.
    pub lang: &'a str,
    /// The exercise, as a format file describes it.
    pub exercise: &'a Value,
    /// The words of the interface.
    pub strings: BTreeMap<String, String>,
    /// The course module.
    pub cmid: u64,
    /// Where the gradebook is, for those who may see it.
    pub gradebook: Option<&'a str>,
    /// Where the module is that makes Word files: its glue and its WebAssembly; `None` where it was not built.
    pub document: Option<(&'a str, &'a str)>,
    /// Where files are given out.
    pub export: &'a str,
    /// Kinds of files: identity and name.
    pub formats: Vec<(Rc<str>, Rc<str>)>,
    /// What came of the meetings.
    pub report: Report,
}

impl<'a> ReportPage<'a> {
    /// What the page's JSON holds.
    ///
    /// # Errors
    /// [`Malformed`] with the first member that is not as the protocol says.
    pub fn read(json: &'a Value) -> Result<Self, Malformed> {
        let page = Members::of(json, "data")?;
        let urls = page.object("urls")?;
        Ok(Self {
            lang: page.str("lang")?,
            exercise: page.any("exercise"),
            strings: strings(page.any("strings"))?,
            cmid: page.number("cmid")?,
            gradebook: urls.any("gradebook").as_str(),
            document: urls.any("document_script").as_str().zip(urls.any("document_wasm").as_str()),
            export: urls.str("export")?,
            formats: page.all("formats", |format| Ok((format.text("id")?, format.text("name")?)))?,
            report: report(page.object("report")?)?,
        })
    }
}

fn report(it: Members) -> Result<Report, Malformed> {
    Ok(Report {
        name: it.text("name")?,
        today: Date::parse(it.str("today")?).ok_or(Malformed("today"))?,
        may_set_status: it.flag("may_set_status")?,
        groups: it.all("groups", |group| {
            let former = group.any("former").as_bool().unwrap_or(false);
            Ok(ReportGroup { id: group.text("id")?, name: group.text("name")?, former })
        })?,
        meetings: it.all("meetings", meeting)?,
        owners: named(it.any("owners"), "owners")?,
        notes: named(it.any("notes"), "notes")?,
    })
}

fn meeting(it: Members) -> Result<Meeting, Malformed> {
    let closed = match it.str("state")? {
        OPEN => None,
        CLOSED => Some(it.number("closed")?),
        _ => return Err(Malformed("state")),
    };
    Ok(Meeting {
        id: it.text("id")?,
        group: it.text("group")?,
        number: it.number("number")?,
        part: it.text("part")?,
        settings: read::settings(it.object("settings")?)?,
        started: it.number("started")?,
        closed,
        place: place_of(it.str("place")?),
        joined: it.number("joined")?,
        present: it.number("present")?,
        rounds: it.all("rounds", read::numbers)?,
        contributions: it.all("contributions", read::contribution)?,
    })
}

/// Texts by identity. PHP writes none as a list.
fn named<K: Ord + for<'a> From<&'a str>>(json: &Value, what: &'static str) -> Result<BTreeMap<K, Rc<str>>, Malformed> {
    if json.is_null() || json.as_array().is_some_and(Vec::is_empty) {
        return Ok(BTreeMap::new());
    }
    let named = |(id, text): (&String, &Value)| Some((K::from(id.as_str()), Rc::from(text.as_str()?)));
    Members::of(json, what)?.iter().map(|it| named(it).ok_or(Malformed(what))).collect()
}
