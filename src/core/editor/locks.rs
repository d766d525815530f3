//! What can no longer be changed, so that a button can say so before it is pressed. Saving decides all the same.

use super::used::{Used, UsedKind};

/// Why something stays as it is: a code of `docs/protocol.md`, "Editing an exercise".
pub type Lock = &'static str;

impl Used {
    /// Why a step cannot go or change its kind of work or part.
    pub fn locks_step(&self, step: &str) -> Option<Lock> {
        self.step(step).then_some("used_step_removed")
    }

    /// Why the entry `id` of a list of this name cannot go.
    pub fn locks_entry(&self, step: &str, list: &str, id: &str) -> Option<Lock> {
        match list {
            "items" => self.holds(UsedKind::Item, step, id).then_some("answered_item_removed"),
            "columns" => self.holds(UsedKind::Column, step, id).then_some("used_column_removed"),
            "summary_of" => self.holds(UsedKind::Section, step, id).then_some("used_column_removed"),
            "periods" => self.holds(UsedKind::Period, step, id).then_some("used_column_removed"),
            _ => None,
        }
    }

    /// Why what an item is answered with (its kind, scale, options or bounds) stays as it is.
    pub fn locks_answers(&self, step: &str, item: &str) -> Option<Lock> {
        self.holds(UsedKind::Item, step, item).then_some("answered_scale_changed")
    }

    /// Why a setting of a step stays as it is.
    pub fn locks_setting(&self, step: &str, block: &str, setting: &str) -> Option<Lock> {
        match (block, setting) {
            ("statements", "scale") => self.any_item(step).then_some("answered_scale_changed"),
            ("confirm", "scale") => self.step(step).then_some("answered_scale_changed"),
            (_, "list") => self
                .things
                .iter()
                .any(|it| it.kind == UsedKind::List && it.step == step)
                .then_some("used_column_removed"),
            ("notes", "visibility") => self.step(step).then_some("used_setting_changed"),
            _ => None,
        }
    }

    /// The smallest number that a setting of a step may get.
    pub fn least(&self, step: &str, setting: &str) -> Option<i64> {
        matches!(setting, "rounds" | "max_rounds").then(|| self.rounds(step)).filter(|rounds| *rounds > 0)
    }

    /// Why a part cannot go.
    pub fn locks_part(&self, part: &str) -> Option<Lock> {
        self.holds(UsedKind::Part, "", part).then_some("used_part_removed")
    }

    /// Why a language cannot go.
    pub fn locks_languages(&self) -> Option<Lock> {
        (!self.is_empty()).then_some("language_removed")
    }
}
