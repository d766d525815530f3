//! Reads JSON piece by piece and notes every problem with its place, instead of stopping at the first.
//!
//! Without the feature `checks` a file counts as checked: what is needed of it is read, and nothing is noted.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::at::At;
use super::{Fault, Localized, Problem};
use crate::core::ids::is_slug;

/// The most characters of one text.
pub const TEXT_LIMIT: usize = 2000;

/// The most entries of a list that has no closer bound.
pub const LIST_LIMIT: usize = 60;

/// Whether files are checked while they are read.
pub const CHECKS: bool = cfg!(feature = "checks");

/// What all nodes of one file share.
#[derive(Debug, Default)]
pub struct Reader {
    problems: RefCell<Vec<Problem>>,
    languages: RefCell<Vec<Rc<str>>>,
}

impl Reader {
    /// The whole file as a node.
    pub fn root<'a>(&'a self, value: &'a Value) -> Node<'a> {
        Node { reader: self, value: Some(value), at: At::default() }
    }

    /// From now on texts must have these languages, and no others.
    pub fn expect_languages(&self, languages: Vec<Rc<str>>) {
        *self.languages.borrow_mut() = languages;
    }

    /// Everything that was wrong, in the order it was found.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

/// A piece of a file, or the place where one is missing.
#[derive(Clone)]
pub struct Node<'a> {
    reader: &'a Reader,
    value: Option<&'a Value>,
    at: At,
}

impl<'a> Node<'a> {
    /// Notes a problem here.
    pub fn fault(&self, fault: Fault) {
        if !CHECKS {
            return;
        }
        let problem = Problem { at: self.at.pointer(), fault };
        let mut problems = self.reader.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Whether there is something here.
    pub fn is_there(&self) -> bool {
        self.value.is_some()
    }

    /// This, where it is there.
    pub fn optional(self) -> Option<Self> {
        self.is_there().then_some(self)
    }

    /// A member of the object here.
    pub fn member(&self, name: &str) -> Self {
        let value = self.value.and_then(Value::as_object).and_then(|map| map.get(name));
        Node { reader: self.reader, value, at: self.at.below(name) }
    }

    /// Whether an object is here.
    pub fn is_object(&self) -> bool {
        self.typed(Value::as_object).is_some()
    }

    /// Whether a list is here; noting no problem.
    pub fn is_list(&self) -> bool {
        self.value.is_some_and(Value::is_array)
    }

    /// The object here, with no members but these.
    pub fn object(&self, members: &[&str]) -> bool {
        let Some(map) = self.typed(Value::as_object) else {
            return false;
        };
        if CHECKS {
            for (name, _) in map.iter().filter(|(name, _)| !members.contains(&name.as_str())) {
                self.member(&escaped(name)).fault(Fault::UnknownMember);
            }
        }
        true
    }

    /// The entries of the list here, that has from `min` to `max` of them.
    pub fn list(&self, min: usize, max: usize) -> Vec<Self> {
        let Some(entries) = self.typed(Value::as_array) else {
            return Vec::new();
        };
        if CHECKS && entries.len() < min {
            self.fault(Fault::TooFew);
        }
        if CHECKS && entries.len() > max {
            self.fault(Fault::TooMany);
            return Vec::new();
        }
        self.entries()
    }

    /// The entries of the list here, if there is one; noting no problem.
    pub fn entries(&self) -> Vec<Self> {
        let entries = self.value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let node = |(index, value)| Node { reader: self.reader, value: Some(value), at: self.at.entry(index) };
        entries.iter().enumerate().map(node).collect()
    }

    /// The members of the object here, whatever their names.
    pub fn members(&self) -> Vec<(String, Self)> {
        let Some(map): Option<&Map<String, Value>> = self.typed(Value::as_object) else {
            return Vec::new();
        };
        map.keys().map(|name| (name.clone(), self.member(name))).collect()
    }

    /// The identity here.
    pub fn id(&self) -> Option<Rc<str>> {
        let text = self.typed(Value::as_str)?;
        if !CHECKS || is_slug(text) {
            Some(text.into())
        } else {
            self.fault(Fault::BadId);
            None
        }
    }

    /// The well-formed identity here, if there is one; noting no problem.
    pub fn slug(&self) -> Option<&'a str> {
        self.value.and_then(Value::as_str).filter(|text| is_slug(text))
    }

    /// The string here, if there is one; noting no problem.
    pub fn text_here(&self) -> Option<Rc<str>> {
        self.value.and_then(Value::as_str).map(Rc::from)
    }

    /// The string here.
    pub fn string(&self) -> Option<&'a str> {
        self.typed(Value::as_str)
    }

    /// One of `choices` here, that must not be among `seen` and is added to it.
    pub fn new_choice(&self, choices: &[&'static str], seen: &mut Vec<&'static str>) {
        let Some(text) = self.string() else {
            return;
        };
        match choices.iter().find(|choice| **choice == text) {
            None => self.fault(Fault::BadValue),
            Some(choice) if seen.contains(choice) => self.fault(Fault::DuplicateId),
            Some(choice) => seen.push(choice),
        }
    }

    /// The language code here, that must not be among `seen` and is added to it.
    pub fn new_language(&self, seen: &mut Vec<Rc<str>>) {
        let Some(text) = self.string() else {
            return;
        };
        if CHECKS && !is_language(text) {
            self.fault(Fault::BadValue);
        } else if CHECKS && seen.iter().any(|it| **it == *text) {
            self.fault(Fault::DuplicateId);
        } else {
            seen.push(text.into());
        }
    }

    /// The identity here, that must not be among `seen` and is added to it; also one that is not well
    /// formed, so that what refers to it is not blamed as well.
    pub fn new_id(&self, seen: &mut Vec<Rc<str>>) -> Option<Rc<str>> {
        let id = self.id();
        if CHECKS && let Some(text) = self.text_here() {
            if seen.contains(&text) {
                self.fault(Fault::DuplicateId);
            } else {
                seen.push(text);
            }
        }
        id
    }

    /// The identity here, that must be among `known`.
    pub fn reference(&self, known: &[Rc<str>]) -> Option<Rc<str>> {
        let text = self.string()?;
        if !CHECKS {
            return Some(text.into());
        }
        let found = known.iter().find(|it| ***it == *text).cloned();
        if found.is_none() {
            self.fault(Fault::UnknownRef);
        }
        found
    }

    /// The identity here, that must be among `known` and not among `seen`, and is added to those.
    pub fn new_reference(&self, known: &[Rc<str>], seen: &mut Vec<Rc<str>>) {
        let Some(id) = self.reference(known) else {
            return;
        };
        if seen.contains(&id) {
            self.fault(Fault::DuplicateId);
        } else {
            seen.push(id);
        }
    }

    /// The whole number here, from `min` to `max`.
    pub fn number(&self, min: i64, max: i64) -> Option<i64> {
        let number = self.typed(Value::as_i64)?;
        if !CHECKS || (min..=max).contains(&number) {
            Some(number)
        } else {
            self.fault(Fault::BadValue);
            None
        }
    }

    /// The yes or no here; no where nothing is.
    pub fn flag(&self) -> bool {
        self.is_there() && self.typed(Value::as_bool).unwrap_or(false)
    }

    /// Which of `choices` stands here.
    pub fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.typed(Value::as_str)?;
        let found = choices.iter().find(|(name, _)| *name == text).map(|(_, choice)| *choice);
        if found.is_none() {
            self.fault(Fault::BadValue);
        }
        found
    }

    /// The text here, where there is one.
    pub fn optional_text(self) -> Option<Localized> {
        self.optional().map(|it| it.text())
    }

    /// The entries of a list that may be left out.
    pub fn optional_list(&self) -> Vec<Self> {
        self.clone().optional().map(|it| it.list(0, LIST_LIMIT)).unwrap_or_default()
    }

    /// The text here in every language of the exercise; another than the first falls back to it.
    pub fn text(&self) -> Localized {
        let languages = self.reader.languages.borrow().clone();
        let Some(map) = self.typed(Value::as_object) else {
            return Localized::default();
        };
        // Without languages there is no telling which a text should have.
        if languages.is_empty() {
            return Localized::default();
        }
        if CHECKS {
            for name in map.keys().filter(|name| !languages.iter().any(|it| **it == ***name)) {
                self.member(&escaped(name)).fault(Fault::UnknownLanguage);
            }
        }
        let mut texts: Vec<Rc<str>> = Vec::with_capacity(languages.len());
        for language in &languages {
            let member = self.member(language);
            let text = match texts.first() {
                Some(first) if !member.is_there() => first.clone(),
                None if !member.is_there() => {
                    member.fault(Fault::MissingText);
                    Rc::from("")
                }
                _ => member.plain_text(),
            };
            texts.push(text);
        }
        Localized(texts)
    }

    fn plain_text(&self) -> Rc<str> {
        let Some(text) = self.typed(Value::as_str) else {
            return Rc::from("");
        };
        if CHECKS {
            self.check_text(text);
        }
        text.into()
    }

    fn check_text(&self, text: &str) {
        if text.trim_matches([' ', '\t', '\r', '\n']).is_empty() {
            self.fault(Fault::MissingText);
        }
        if text.chars().count() > TEXT_LIMIT {
            self.fault(Fault::TooLong);
        }
        if text.chars().any(|c| (c < ' ' && c != '\n') || c == '\u{7f}') || looks_like_html(text) {
            self.fault(Fault::BadText);
        }
    }

    fn typed<T>(&self, of: impl Fn(&'a Value) -> Option<T>) -> Option<T> {
        let Some(value) = self.value else {
            self.fault(Fault::Missing);
            return None;
        };
        let typed = of(value);
        if typed.is_none() {
            self.fault(Fault::BadType);
        }
        typed
    }
}

/// Whether `text` has what could be a tag, or a comment: texts are plain.
fn looks_like_html(text: &str) -> bool {
    text.as_bytes().windows(2).any(|it| it[0] == b'<' && (it[1].is_ascii_alphabetic() || b"/!?".contains(&it[1])))
}

/// Whether `text` is a language code: `^[a-z]{2,3}(-[a-z0-9]{2,8})*$`.
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let base = parts.next().unwrap_or_default();
    (2..=3).contains(&base.len())
        && base.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A member's name in a JSON pointer (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
