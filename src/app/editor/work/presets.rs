//! Presets of the site: keep one, take one, delete one.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Work;
use crate::core::refusal::Refusal;
use crate::host::HostError;
use crate::ui::editor::{Question, Saving};

impl Work {
    /// Keeps the exercise as a preset. One of the same name is replaced only in the version that the user knows and has
    /// agreed to lose: else they are asked.
    pub(super) fn save_preset(self: &Rc<Self>, name: String, replaces: Option<u64>) {
        let known = self.sheet.borrow().preset(&name).cloned();
        if let Some(known) = known.filter(|_| replaces.is_none()) {
            self.ask(Question::PresetReplace(known));
            return;
        }
        self.show(|shown| shown.question = None);
        let answer = self.desk.save_preset(&name, self.sheet.borrow().json(), replaces);
        let work = self.clone();
        spawn_local(async move {
            match answer.await {
                Ok(problems) if problems.is_empty() => {
                    work.know_presets().await;
                    work.show(|shown| shown.saving = Saving::PresetKept);
                }
                Ok(problems) => work.ask(Question::Unusable(problems)),
                Err(HostError::Refused(Refusal::Conflict, _)) => {
                    // Somebody has kept one of this name meanwhile, or changed or deleted the one to replace.
                    work.know_presets().await;
                    let there = work.sheet.borrow().preset(&name).is_some();
                    if there || replaces.is_some() {
                        work.save_preset(name, None);
                    } else {
                        work.failed(&HostError::Unreachable);
                    }
                }
                Err(HostError::Refused(Refusal::TooMany, _)) => work.show(|shown| shown.saving = Saving::PresetsFull),
                Err(error) => work.failed(&error),
            }
        });
    }

    /// The presets as they are now; where that cannot be had, those that were known stay.
    async fn know_presets(&self) {
        if let Ok(opened) = self.desk.open().await {
            self.sheet.borrow_mut().know_presets(opened.presets);
        }
    }

    pub(super) fn open_preset(self: &Rc<Self>, id: u64) {
        let (work, answer) = (self.clone(), self.desk.preset(id));
        spawn_local(async move {
            match answer.await {
                Ok(exercise) => work.replace(exercise),
                Err(error) => work.failed(&error),
            }
        });
    }

    pub(super) fn delete_preset(self: &Rc<Self>, id: u64) {
        self.show(|shown| shown.question = None);
        let (work, answer) = (self.clone(), self.desk.delete_preset(id));
        spawn_local(async move {
            match answer.await {
                Ok(presets) => {
                    work.sheet.borrow_mut().know_presets(presets);
                    work.show(|shown| shown.saving = Saving::PresetGone);
                }
                Err(error) => work.failed(&error),
            }
        });
    }
}
