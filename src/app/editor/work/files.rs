//! The exercise as a file, in and out.

use std::rc::Rc;

use serde_json::Value;

use super::Work;
use crate::core::editor::{import, write};
use crate::host::browser::save_file;
use crate::host::json;
use crate::ui::editor::{Question, Saving};

impl Work {
    /// A file is taken whole, or every problem of it is told and nothing is changed.
    pub(super) fn import(self: &Rc<Self>, text: &str) {
        match import(text, json::read) {
            Ok(exercise) => self.replace(exercise),
            Err(problems) => self.ask(Question::Unusable(problems)),
        }
    }

    pub(super) fn export(&self) {
        let (name, text) = {
            let sheet = self.sheet.borrow();
            let id = sheet.json().get("id").and_then(Value::as_str).unwrap_or("werkvorm").to_owned();
            (id, write(sheet.json()))
        };
        if save_file(&format!("{name}.json"), &text).is_err() {
            self.show(|shown| shown.saving = Saving::Failed);
        }
    }
}
