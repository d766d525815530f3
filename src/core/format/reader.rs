//! Reads JSON piece by piece and notes every problem with its place, instead of stopping at the first.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::{Fault, Localized, Problem};
use crate::core::ids::is_slug;

/// The most characters of one text.
pub const TEXT_LIMIT: usize = 2000;

/// What all nodes of one file share.
#[derive(Debug, Default)]
pub struct Reader {
    problems: RefCell<Vec<Problem>>,
    languages: RefCell<Vec<Rc<str>>>,
}

impl Reader {
    /// The whole file as a node.
    pub fn root<'a>(&'a self, value: &'a Value) -> Node<'a> {
        Node { reader: self, value: Some(value), at: String::new() }
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
    at: String,
}

impl<'a> Node<'a> {
    /// Notes a problem here.
    pub fn fault(&self, fault: Fault) {
        let problem = Problem { at: self.at.clone(), fault };
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
        Node { reader: self.reader, value, at: format!("{}/{name}", self.at) }
    }

    /// The object here, with no members but these.
    pub fn object(&self, members: &[&str]) -> bool {
        let Some(map) = self.typed(Value::as_object) else {
            return false;
        };
        for (name, _) in map.iter().filter(|(name, _)| !members.contains(&name.as_str())) {
            self.member(&escaped(name)).fault(Fault::UnknownMember);
        }
        true
    }

    /// The entries of the list here, that has from `min` to `max` of them.
    pub fn list(&self, min: usize, max: usize) -> Vec<Self> {
        let Some(entries) = self.typed(Value::as_array) else {
            return Vec::new();
        };
        if entries.len() < min {
            self.fault(Fault::TooFew);
        }
        if entries.len() > max {
            self.fault(Fault::TooMany);
            return Vec::new();
        }
        self.entries()
    }

    /// The entries of the list here, if there is one; noting no problem.
    pub fn entries(&self) -> Vec<Self> {
        let entries = self.value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let at = |index| format!("{}/{index}", self.at);
        let node = |(index, value)| Node { reader: self.reader, value: Some(value), at: at(index) };
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
        if is_slug(text) {
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
        if !is_language(text) {
            self.fault(Fault::BadValue);
        } else if seen.iter().any(|it| **it == *text) {
            self.fault(Fault::DuplicateId);
        } else {
            seen.push(text.into());
        }
    }

    /// The identity here, that must not be among `seen` and is added to it; also one that is not well
    /// formed, so that what refers to it is not blamed as well.
    pub fn new_id(&self, seen: &mut Vec<Rc<str>>) -> Option<Rc<str>> {
        let text = self.text_here();
        let id = self.id();
        if let Some(text) = text {
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
        let found = known.iter().find(|it| ***it == *text).cloned();
        if found.is_none() {
            self.fault(Fault::UnknownRef);
        }
        found
    }

    /// The whole number here, from `min` to `max`.
    pub fn number(&self, min: i64, max: i64) -> Option<i64> {
        let number = self.typed(Value::as_i64)?;
        if (min..=max).contains(&number) {
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

    /// The text here in every language of the exercise; another than the first falls back to it.
    pub fn text(&self) -> Localized {
        let languages = self.reader.languages.borrow().clone();
        let Some(map) = self.typed(Value::as_object) else {
            return Localized::default();
        };
        for name in map.keys().filter(|name| !languages.iter().any(|it| **it == ***name)) {
            self.member(&escaped(name)).fault(Fault::UnknownLanguage);
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
        if text.trim().is_empty() {
            self.fault(Fault::MissingText);
        }
        if text.chars().count() > TEXT_LIMIT {
            self.fault(Fault::TooLong);
        }
        if text.chars().any(|c| (c < ' ' && c != '\n') || c == '\u{7f}') {
            self.fault(Fault::BadText);
        }
        text.into()
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

/// Whether `text` is a language code: `^[a-z]{2,3}(-[a-z0-9]{2,8})*$`.
fn is_language(text: &str) -> bool {
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
