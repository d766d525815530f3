//! The words of the interface: the catalogue that a host brings in the user's language, and the keys to it.
//!
//! The texts themselves stand in `moodle-plugin/lang`, one source for both hosts. Placeholders are Moodle's:
//! `{$a}` for one value, `{$a->name}` for several.

mod key;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::core::refusal::Refusal;
use crate::core::room::{Date, Notice};

pub use key::Key;

/// The texts in one language, by identifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    texts: BTreeMap<String, String>,
}

impl Catalogue {
    /// A catalogue of the texts that a host brought.
    pub fn new(texts: BTreeMap<String, String>) -> Self {
        Self { texts }
    }

    /// A text. One that the host did not bring shows its identifier in brackets; tests see to it that none is missing.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.find(key.identifier())
    }

    /// Whether there is a text of this identifier.
    pub fn has(&self, identifier: &str) -> bool {
        self.texts.contains_key(identifier)
    }

    /// A text with `{$a}` filled in.
    pub fn with(&self, key: Key, value: &str) -> Rc<str> {
        self.text(key).replace("{$a}", value).into()
    }

    /// A text with each `{$a->name}` filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        filled(&self.text(key), values)
    }

    /// Why something was refused.
    pub fn refusal(&self, refusal: Refusal) -> Rc<str> {
        self.find(&["error:", refusal.code()].concat())
    }

    /// Why nothing can be done.
    pub fn notice(&self, notice: Notice) -> Rc<str> {
        self.refusal(match notice {
            Notice::Guest => Refusal::Guest,
            Notice::LoginAs => Refusal::LoginAs,
            Notice::NoGroup => Refusal::NoGroup,
            Notice::ChooseGroup => Refusal::ChooseGroup,
            Notice::OtherGroup => Refusal::OtherGroup,
            Notice::NotEnrolled => Refusal::NotEnrolled,
            // The big screen says nothing of the kind: nobody tries anything there.
            Notice::NoRight | Notice::Presenting => Refusal::NoRight,
            Notice::NotOpen => Refusal::NotOpen,
            Notice::PastClose => Refusal::PastClose,
        })
    }

    /// A day as people write it.
    pub fn date(&self, day: Date) -> Rc<str> {
        let iso = day.to_string();
        let mut parts = iso.splitn(3, '-').map(|part| part.trim_start_matches('0'));
        let (year, month, day) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let months = self.text(Key::Months);
        let at = month.parse::<usize>().unwrap_or(1);
        let name = months.split(", ").nth(at - 1).unwrap_or(month);
        self.fill(Key::Date, &[("day", day), ("month", name), ("year", year)])
    }

    /// `sum / of` with one decimal, rounded half up; `None` where that is 0.0.
    pub fn tenths(&self, sum: u32, of: u32) -> Option<Rc<str>> {
        let tenths =
            (20 * u64::from(sum) + u64::from(of)).checked_div(2 * u64::from(of)).filter(|tenths| *tenths > 0)?;
        Some(self.fill(Key::Decimal, &[("whole", &(tenths / 10).to_string()), ("tenth", &(tenths % 10).to_string())]))
    }

    /// A number of tenths as people write it: `3,4`, and `3` where it is whole.
    pub fn decimal(&self, tenths: i32) -> Rc<str> {
        let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
        let whole = [sign, &(size / 10).to_string()].concat();
        match size % 10 {
            0 => whole.into(),
            tenth => self.fill(Key::Decimal, &[("whole", &whole), ("tenth", &tenth.to_string())]),
        }
    }

    /// The text of an identifier.
    pub fn find(&self, identifier: &str) -> Rc<str> {
        match self.texts.get(identifier) {
            Some(text) => text.as_str().into(),
            None => ["[", identifier, "]"].concat().into(),
        }
    }
}

/// A text with each `{$a->name}` filled in.
pub fn filled(text: &str, values: &[(&str, &str)]) -> Rc<str> {
    let mut filled = String::new();
    let mut rest = text;
    // From left to right, so that a value that looks like a placeholder stays as it is.
    while let Some((before, after)) = rest.split_once("{$a->") {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled.into()
}
