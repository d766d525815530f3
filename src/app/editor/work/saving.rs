//! Saving the exercise, and what to do where somebody else has saved meanwhile.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Work;
use crate::core::refusal::Refusal;
use crate::host::HostError;
use crate::ui::editor::{Question, Saving};

impl Work {
    pub(super) fn save(self: &Rc<Self>, force: bool) {
        let (version, exercise) = {
            let sheet = self.sheet.borrow();
            (sheet.opened().version, sheet.json().clone())
        };
        self.look();
        // What it does to answers the host decides.
        if !self.sheet.borrow().problems().is_empty() {
            self.show(|shown| shown.saving = Saving::Refused);
            return;
        }
        self.show(|shown| {
            shown.saving = Saving::Sending;
            shown.question = None;
        });
        self.saving.set(self.saving.get() + 1);
        let (work, number, answer) = (self.clone(), self.saving.get(), self.desk.save(version, &exercise, force));
        spawn_local(async move {
            let answer = answer.await;
            if work.saving.get() != number {
                return;
            }
            match answer {
                Ok(saved) if saved.version != version => {
                    work.sheet.borrow_mut().was_saved(saved.version, exercise);
                    work.look();
                    work.show(|shown| shown.saving = Saving::Saved);
                }
                Ok(saved) if !saved.problems.is_empty() => work.show(|shown| {
                    shown.saving = Saving::Refused;
                    shown.problems = Rc::new(saved.problems);
                }),
                Ok(saved) => work.show(|shown| {
                    shown.saving = Saving::Idle;
                    shown.question = Some(Question::Warnings(saved.warnings));
                }),
                Err(HostError::Refused(Refusal::Conflict, _)) => work.show(|shown| {
                    shown.saving = Saving::Idle;
                    shown.question = Some(Question::Conflict);
                }),
                Err(error) => work.failed(&error),
            }
        });
    }

    pub(super) fn failed(&self, error: &HostError) {
        let saving = if *error == HostError::LoggedOut { Saving::LoggedOut } else { Saving::Failed };
        self.show(|shown| {
            shown.saving = saving;
            shown.question = None;
        });
    }

    /// Somebody else has saved meanwhile: their exercise becomes the one that this is edited from. Theirs can
    /// be undone to one's own; one's own, where it is kept, is saved over theirs.
    pub(super) fn settle(self: &Rc<Self>, keep_mine: bool) {
        self.show(|shown| shown.question = None);
        let (work, answer) = (self.clone(), self.desk.open());
        spawn_local(async move {
            match answer.await {
                Ok(theirs) => {
                    let exercise = theirs.exercise.clone();
                    work.sheet.borrow_mut().rebase(theirs);
                    if keep_mine {
                        work.save(false);
                    } else {
                        work.replace(exercise);
                    }
                }
                Err(error) => work.failed(&error),
            }
        });
    }
}
