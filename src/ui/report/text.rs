//! The words of the report.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{Catalogue, filled};

/// The words of the report (`report:…`), from the same catalogue as those of the app.
#[derive(Clone, Default, PartialEq)]
pub struct Words(pub Rc<Catalogue>);

impl Words {
    /// A text, by its identifier without `report:`.
    pub fn t(&self, name: &str) -> AttrValue {
        self.0.find(&["report:", name].concat()).into()
    }

    /// A text of a family, such as the name of a page.
    pub fn of(&self, family: &str, name: &str) -> AttrValue {
        self.t(&[family, "_", name].concat())
    }

    /// A text with one value in it.
    pub fn with(&self, name: &str, value: &str) -> AttrValue {
        self.t(name).replace("{$a}", value).into()
    }

    /// A text with named values in it.
    pub fn fill(&self, name: &str, values: &[(&str, &str)]) -> AttrValue {
        filled(&self.t(name), values).into()
    }

    /// A text for one, or for another number.
    pub fn counted(&self, name: &str, number: u32) -> AttrValue {
        let ending = if number == 1 { "one" } else { "other" };
        self.with(&[name, "_", ending].concat(), &number.to_string())
    }
}
