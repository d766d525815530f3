//! What every part of the editor needs: the words, the document, and a way to change it.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::Ask;
use crate::core::editor::languages::{codes, read_in, text_in};
use crate::core::editor::pointer::{find, list};
use crate::core::editor::{Edit, Editor, Lock, Remark, Used};
use crate::i18n::{Catalogue, filled};

/// Compared by what a form shows of it, not by the document: who shows that gets its values as properties.
#[derive(Clone)]
pub struct Pen {
    /// The words of the interface.
    pub words: Rc<Catalogue>,
    /// The document.
    pub sheet: Rc<RefCell<Editor>>,
    /// Takes what the user wants of the host.
    pub on: Callback<Ask>,
    /// The languages of the exercise; the first is the one to fall back to.
    pub languages: Rc<Vec<AttrValue>>,
    /// The language that is written in.
    pub language: AttrValue,
    /// What is wrong, by place.
    pub problems: Rc<Vec<Remark>>,
    /// What is read aloud.
    pub say: Callback<AttrValue>,
    /// The field that gets the focus once it is drawn.
    pub focus: Rc<RefCell<Option<String>>>,
    /// What is being dragged: a list and a place in it.
    pub dragged: Rc<RefCell<Option<(String, usize)>>>,
}

impl PartialEq for Pen {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.words, &other.words)
            && self.languages == other.languages
            && self.language == other.language
            && self.problems == other.problems
    }
}

impl Pen {
    /// A text, by its identifier without `edit:`.
    pub fn t(&self, name: &str) -> AttrValue {
        self.words.find(&["edit:", name].concat()).into()
    }

    /// A text of a family, such as the name of a setting.
    pub fn of(&self, family: &str, name: &str) -> AttrValue {
        self.t(&[family, "_", name].concat())
    }

    /// A text with one value in it.
    pub fn with(&self, name: &str, value: &str) -> AttrValue {
        self.t(name).replace("{$a}", value).into()
    }

    /// A text that depends on a number.
    pub fn counted(&self, name: &str, number: usize) -> AttrValue {
        let ending = if number == 1 { "one" } else { "other" };
        self.with(&format!("{name}_{ending}"), &number.to_string())
    }

    /// A text with named values in it.
    pub fn fill(&self, name: &str, values: &[(&str, &str)]) -> AttrValue {
        filled(&self.t(name), values).into()
    }

    /// A copy of what stands at a place; null where nothing does.
    pub fn at(&self, at: &str) -> Value {
        self.sheet.borrow().json().pointer(at).cloned().unwrap_or_default()
    }

    /// What stands at a place in a language, as it is written.
    pub fn written(&self, at: &str, language: &str) -> AttrValue {
        text_in(self.sheet.borrow().json(), at, language).to_owned().into()
    }

    /// What a text says to a reader, for lists and buttons; a word for nothing where it says nothing.
    pub fn read(&self, text: Option<&Value>) -> AttrValue {
        let first = self.languages.first().map_or("", AttrValue::as_str);
        let said = read_in(text, &self.language, first);
        if said.trim().is_empty() { self.t("untitled") } else { said.to_owned().into() }
    }

    /// The title of a step.
    pub fn step_title(&self, id: &str) -> AttrValue {
        let sheet = self.sheet.borrow();
        let step = find(sheet.json(), "/steps", id).map(|index| &list(sheet.json(), "/steps")[index]);
        self.read(step.and_then(|step| step.get("title")))
    }

    /// What carries answers already.
    pub fn used(&self) -> Used {
        self.sheet.borrow().opened().used.clone()
    }

    /// Changes the document; whether anything changed.
    pub fn edit(&self, edit: &Edit) -> bool {
        let changed = self.sheet.borrow_mut().edit(edit);
        if changed {
            self.on.emit(Ask::Changed);
        }
        changed
    }

    /// Changes several things at once.
    pub fn edit_as_one(&self, edits: &[Edit]) {
        if self.sheet.borrow_mut().edit_as_one(edits) {
            self.on.emit(Ask::Changed);
        }
    }

    /// Changes it by one of the document's own ways, and tells.
    pub fn change<T>(&self, change: impl FnOnce(&mut Editor) -> T) -> T {
        let changed = change(&mut self.sheet.borrow_mut());
        self.on.emit(Ask::Changed);
        changed
    }

    /// Sets a member, or takes it away.
    pub fn set(&self, at: &str, value: Option<Value>) {
        self.edit(&Edit::Set { at: at.to_owned(), value });
    }

    /// What is typed next can be taken back on its own.
    pub fn pause(&self) {
        self.sheet.borrow_mut().pause();
    }

    /// The element with this identity gets the focus once it is drawn.
    pub fn focus_on(&self, id: String) {
        *self.focus.borrow_mut() = Some(id);
    }

    /// Why something stays as it is.
    pub fn lock(&self, lock: Lock) -> AttrValue {
        self.of("code", lock)
    }

    /// What is wrong at just this place.
    pub fn problem_at(&self, at: &str) -> Option<AttrValue> {
        self.problems.iter().find(|it| it.at == at).map(|it| self.of("code", &it.code))
    }

    /// Whether anything is wrong there or within.
    pub fn is_bad(&self, at: &str) -> bool {
        self.problems
            .iter()
            .any(|it| it.at.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    /// The languages that texts are shown in: the one that is written in, and beside it where there is room the
    /// one to compare it with.
    pub fn shown(&self) -> Vec<(AttrValue, bool)> {
        let mut shown = vec![(self.language.clone(), true)];
        let other = self.languages.iter().find(|code| **code != self.language);
        if let Some(other) = other {
            shown.push((other.clone(), false));
        }
        shown.sort_by_key(|(code, _)| self.languages.iter().position(|it| it == code));
        shown
    }

    /// The languages of the document as it stands.
    pub fn codes(sheet: &Rc<RefCell<Editor>>) -> Vec<AttrValue> {
        codes(sheet.borrow().json()).into_iter().map(|code| code.to_owned().into()).collect()
    }
}

/// The identity of the element for a place in the exercise.
pub fn id_of(at: &str) -> String {
    ["ed", at].concat()
}
