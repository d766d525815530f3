//! What every component needs: the words, and a way to say what the user wants.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::core::intent::Intent;
use crate::i18n::{Catalogue, Key};

/// The context that [`super::exercise::Exercise`] provides.
#[derive(Clone, PartialEq, Default)]
pub struct Ui {
    /// The words of the interface.
    pub catalogue: Rc<Catalogue>,
    /// Takes what the user wants.
    pub on: Callback<Intent>,
    /// The page's heading, which gets the focus when the user goes to another place.
    pub heading: NodeRef,
    /// Whether joining asks for a name.
    pub ask_name: bool,
    /// Where other groups' outcomes are shown; empty where they are not.
    pub shared: AttrValue,
    /// What the user has typed and not sent.
    pub drafts: DraftBook,
}

/// What the user has typed and not sent, by the name of its field.
type Drafts = Vec<(Rc<str>, Rc<str>)>;

/// What the user has typed and not sent, as it is now. Compared by identity: what somebody types in one field draws
/// no other card anew.
#[derive(Clone, Default)]
pub struct DraftBook(Rc<RefCell<Rc<Drafts>>>);

impl DraftBook {
    /// What stands in it now.
    pub fn now(&self) -> Rc<Drafts> {
        self.0.borrow().clone()
    }

    /// Puts in what is known now.
    pub fn set(&self, drafts: Rc<Drafts>) {
        *self.0.borrow_mut() = drafts;
    }
}

impl PartialEq for DraftBook {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Ui {
    /// A number with one decimal, from tenths; a whole number without.
    pub fn tenths(&self, tenths: i32) -> AttrValue {
        self.catalogue.decimal(tenths).into()
    }

    /// A text.
    pub fn t(&self, key: Key) -> AttrValue {
        self.catalogue.text(key).into()
    }

    /// A text with one value in it.
    pub fn with(&self, key: Key, value: &str) -> AttrValue {
        self.catalogue.with(key, value).into()
    }

    /// A text with one number in it.
    pub fn number(&self, key: Key, value: u32) -> AttrValue {
        self.with(key, &value.to_string())
    }

    /// A text with named values in it.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> AttrValue {
        self.catalogue.fill(key, values).into()
    }

    /// "k of N", in a text that has both.
    pub fn of(&self, key: Key, part: u32, all: u32) -> AttrValue {
        self.fill(key, &[("k", &part.to_string()), ("n", &all.to_string())])
    }

    /// A text for one, or for another number.
    pub fn count(&self, one: Key, other: Key, number: u32) -> AttrValue {
        self.number(if number == 1 { one } else { other }, number)
    }

    /// A range of minutes.
    pub fn minutes(&self, (min, max): (u32, u32)) -> AttrValue {
        if min == max {
            self.count(Key::MinutesOne, Key::MinutesOther, max)
        } else if min == 0 {
            self.count(Key::MinutesUpToOne, Key::MinutesUpToOther, max)
        } else {
            self.fill(Key::MinutesRange, &[("min", &min.to_string()), ("max", &max.to_string())])
        }
    }

    /// Says what the user wants.
    pub fn send(&self, intent: Intent) {
        self.on.emit(intent);
    }

    /// A click that wants something once: the second press of a double click would mean what has come in its place.
    pub fn click_once(&self, intent: Intent) -> Callback<MouseEvent> {
        let on = self.on.clone();
        Callback::from(move |event: MouseEvent| {
            if event.detail() < 2 {
                on.emit(intent.clone());
            }
        })
    }

    /// A click that wants always the same.
    pub fn click(&self, intent: Intent) -> Callback<MouseEvent> {
        let on = self.on.clone();
        Callback::from(move |_| on.emit(intent.clone()))
    }
}

/// The context of the component.
#[hook]
pub fn use_ui() -> Ui {
    use_context::<Ui>().unwrap_or_default()
}
