//! The editor's document: an exercise as raw JSON with all its languages, changed by edits that can be taken
//! back. It need not be sound while it is worked on; [`crate::core::format`] says what is wrong with it.

mod compare;
mod edit;
mod fields;
mod fresh;
mod history;
pub mod languages;
mod lists;
mod locks;
mod names;
mod parts;
mod patch;
pub mod pointer;
pub mod rehearse;
mod steps;
mod used;
mod write;

use serde_json::Value;

use self::history::History;
use self::names::Names;
use super::format::{self, Problem};

pub use compare::{Versions, refused, warned};
pub use edit::Edit;
pub use fields::{Field, Input, lists_of, settings_of};
pub use fresh::{BLOCKS, KINDS, PHASES, question};
pub use locks::Lock;
pub use parts::steps_only_in;
pub use patch::{Patch, apply_all};
pub use pointer::values;
pub use steps::{parts_of, steps_of};
pub use used::{Use, Used, UsedKind};
pub use write::write;

/// The largest file that is taken, in bytes.
pub const FILE_LIMIT: usize = 512 * 1024;

/// An exercise to edit, as the host hands it out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Its version; 0 for the format as shipped.
    pub version: u64,
    /// The exercise.
    pub exercise: Value,
    /// The format as shipped.
    pub shipped: Value,
    /// What carries answers or contributions already.
    pub used: Used,
    /// Presets of the site.
    pub presets: Vec<Preset>,
    /// Whether the user may keep presets.
    pub may_keep_presets: bool,
}

/// A preset of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// Raised whenever it is replaced.
    pub version: u64,
}

/// What a host says of an exercise that is to be saved: a code, and the place it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// A pointer into the exercise.
    pub at: String,
    /// What: a code of `docs/formats.md` or `docs/protocol.md`.
    pub code: String,
}

impl From<Problem> for Remark {
    fn from(problem: Problem) -> Self {
        Self { at: problem.at, code: problem.fault.code().to_owned() }
    }
}

/// How a host answers a save.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The version that is stored now.
    pub version: u64,
    /// Why nothing was stored.
    pub problems: Vec<Remark>,
    /// What it does to answers that are there.
    pub warnings: Vec<Remark>,
}

/// What the device keeps of changes that are not saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The version they began from.
    pub version: u64,
    /// The exercise as changed.
    pub exercise: Value,
    /// The last number that was given to something new.
    pub last: u32,
}

/// What kind of thing was done, to tell when it is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A text was written.
    Write,
    /// A setting was chosen.
    Set,
    /// Something was added.
    Add,
    /// Something was taken away.
    Remove,
    /// Something was put elsewhere.
    Move,
    /// The whole exercise was replaced.
    Replace,
}

impl Act {
    fn of(edit: &Edit) -> Self {
        match edit {
            Edit::Text { .. } => Self::Write,
            Edit::Set { .. } | Edit::Member { .. } | Edit::Covers { .. } => Self::Set,
            Edit::Add { .. } | Edit::AddStep { .. } | Edit::AddPart { .. } | Edit::AddLanguage { .. } => Self::Add,
            Edit::Remove { .. } | Edit::RemoveStep { .. } | Edit::RemovePart { .. } | Edit::RemoveLanguage { .. } => {
                Self::Remove
            }
            Edit::Move { .. } | Edit::MoveStep { .. } | Edit::MovePart { .. } => Self::Move,
            Edit::Replace { .. } => Self::Replace,
        }
    }
}

/// What was changed since the exercise was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Steps that are new or others, by id.
    pub steps: Vec<String>,
    /// Anything else: texts of the exercise, parts, scales, or steps that are gone.
    pub exercise: bool,
}

/// An exercise being edited.
#[derive(Clone, Debug)]
pub struct Editor {
    history: History<(Act, String)>,
    opened: Opened,
    names: Names,
}

impl Editor {
    /// An exercise that nobody has changed yet.
    pub fn new(opened: Opened) -> Self {
        let names = Names::new(opened.version, 0);
        Self { history: History::new(opened.exercise.clone()), opened, names }
    }

    /// The exercise as it stands.
    pub fn json(&self) -> &Value {
        self.history.json()
    }

    /// The exercise as the host has it, and what goes with it.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// Carries out an edit; whether there was anything to do and it could be done.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        let patches = edit.patches(self.json());
        if patches.is_empty() {
            return false;
        }
        let typing = edit.typing(self.json());
        self.history.change(patches, (Act::of(edit), edit.place()), typing)
    }

    /// Carries out several edits as one.
    pub fn edit_as_one(&mut self, edits: &[Edit]) -> bool {
        self.history.pause();
        let mut done = false;
        for edit in edits {
            let patches = edit.patches(self.json());
            if !patches.is_empty() {
                done |= self.history.change(patches, (Act::of(edit), edit.place()), Some("together".to_owned()));
            }
        }
        self.history.pause();
        done
    }

    /// What is typed next is a change of its own.
    pub fn pause(&mut self) {
        self.history.pause();
    }

    /// Takes the last change back, and says what it was and where.
    pub fn undo(&mut self) -> Option<(Act, String)> {
        self.history.undo()
    }

    /// Makes the change again that was taken back last, and says what it was and where.
    pub fn redo(&mut self) -> Option<(Act, String)> {
        self.history.redo()
    }

    /// Whether there is something to take back, and to make again.
    pub fn can_turn(&self) -> (bool, bool) {
        (self.history.can_undo(), self.history.can_redo())
    }

    /// Adds a step of a kind of work to a part, and says which.
    pub fn add_step(&mut self, block: &str, part: usize, index: usize) -> Option<String> {
        let (step, scale) = fresh::step(self.history.json(), block, &mut self.names)?;
        let id = pointer::text(&step, "id").to_owned();
        let mut edits = Vec::new();
        if let Some((name, scale)) = scale {
            edits.push(Edit::Set { at: pointer::member("/scales", &name), value: Some(scale) });
        }
        edits.push(Edit::AddStep { part, index, step });
        self.edit_as_one(&edits).then_some(id)
    }

    /// Adds a part without steps at the end, and says its place.
    pub fn add_part(&mut self) -> Option<usize> {
        let index = pointer::list(self.json(), "/series/parts").len();
        let part = fresh::part(self.history.json(), &mut self.names);
        self.edit(&Edit::AddPart { index, part }).then_some(index)
    }

    /// Adds a copy of a step behind it, and says which.
    pub fn copy_step(&mut self, id: &str, part: usize) -> Option<String> {
        let json = self.history.json();
        let step = &pointer::list(json, "/steps")[pointer::find(json, "/steps", id)?];
        let index = pointer::list(json, &steps_of(part)).iter().position(|it| it.as_str() == Some(id))?;
        let step = fresh::copy(json, step, &mut self.names);
        let copied = pointer::text(&step, "id").to_owned();
        self.edit(&Edit::AddStep { part, index: index + 1, step }).then_some(copied)
    }

    /// Adds an entry to the end of a list of a step, and says its place.
    pub fn add_entry(&mut self, list: &str, block: &str) -> Option<usize> {
        let (_, name) = pointer::split(list)?;
        let value = match name.as_str() {
            "phases" => fresh::phase(self.history.json(), list, &mut self.names),
            _ => fresh::entry(self.history.json(), &name, block, &mut self.names)?,
        };
        let index = pointer::list(self.json(), list).len();
        self.edit(&Edit::Add { list: list.to_owned(), index, value }).then_some(index)
    }

    /// Adds a scale, and says its name.
    pub fn add_scale(&mut self) -> String {
        let name = self.names.next("scale", &[self.history.json()]);
        self.edit(&Edit::Set { at: pointer::member("/scales", &name), value: Some(fresh::scale()) });
        name
    }

    /// A name for a list that no step has yet.
    pub fn new_list(&mut self) -> String {
        self.names.next("list", &[self.history.json()])
    }

    /// What the format reader finds wrong, by place.
    pub fn problems(&self) -> Vec<Remark> {
        let mut problems: Vec<Remark> =
            format::read(self.json()).err().unwrap_or_default().into_iter().map(Remark::from).collect();
        problems.sort();
        problems
    }

    /// What the changes of a sound exercise do to answers that are there, by place: what the host will refuse, and
    /// what it will warn of.
    pub fn effects(&self) -> (Vec<Remark>, Vec<Remark>) {
        if !self.is_changed() {
            return Default::default();
        }
        let versions = Versions { old: &self.opened.exercise, new: self.json(), used: &self.opened.used };
        let (mut refused, mut warned) = (refused(versions), warned(versions));
        refused.sort();
        warned.sort();
        (refused, warned)
    }

    /// Whether anything is changed since it was saved.
    pub fn is_changed(&self) -> bool {
        *self.json() != self.opened.exercise
    }

    /// Whether it is the format as shipped.
    pub fn is_shipped(&self) -> bool {
        *self.json() == self.opened.shipped
    }

    /// What is changed since it was saved.
    pub fn changes(&self) -> Changes {
        let (now, then) = (self.json(), &self.opened.exercise);
        let old = |id: &str| pointer::find(then, "/steps", id).map(|at| &pointer::list(then, "/steps")[at]);
        let steps = pointer::list(now, "/steps").iter();
        let changed = steps.filter(|step| old(pointer::text(step, "id")) != Some(step));
        let gone = pointer::list(then, "/steps")
            .iter()
            .any(|step| pointer::find(now, "/steps", pointer::text(step, "id")).is_none());
        let besides = |json: &Value| {
            let mut members = json.as_object().cloned().unwrap_or_default();
            members.remove("steps");
            members
        };
        Changes {
            steps: changed.map(|step| pointer::text(step, "id").to_owned()).collect(),
            exercise: gone || besides(now) != besides(then),
        }
    }

    /// The host has stored `exercise` as this version.
    pub fn was_saved(&mut self, version: u64, exercise: Value) {
        self.names = Names::new(version, 0);
        self.opened.version = version;
        self.opened.exercise = exercise;
        self.history.pause();
    }

    /// Somebody else has saved meanwhile: from now on this is edited from what they saved.
    pub fn rebase(&mut self, theirs: Opened) {
        self.names = Names::new(theirs.version, self.names.last());
        self.opened = theirs;
        self.history.pause();
    }

    /// The preset of a name. Names that differ in capitals alone are one to some databases, and to people.
    pub fn preset(&self, name: &str) -> Option<&Preset> {
        let alike = |it: &&Preset| it.name.to_lowercase() == name.to_lowercase();
        let presets = &self.opened.presets;
        presets.iter().find(|it| it.name == name).or_else(|| presets.iter().find(alike))
    }

    /// The presets that there are now.
    pub fn know_presets(&mut self, presets: Vec<Preset>) {
        self.opened.presets = presets;
    }

    /// What the device keeps, where there is anything.
    pub fn draft(&self) -> Option<Draft> {
        let draft = || Draft { version: self.opened.version, exercise: self.json().clone(), last: self.names.last() };
        self.is_changed().then(draft)
    }

    /// Goes on with what the device kept. Where somebody has saved since, saving will tell.
    pub fn restore(&mut self, draft: Draft) {
        self.names = Names::new(draft.version, draft.last);
        self.opened.version = draft.version;
        self.edit(&Edit::Replace { exercise: draft.exercise });
    }
}

/// The exercise of a file that somebody brings, or everything that is wrong with it. `parse` is not asked to look at
/// one that is too large.
///
/// # Errors
/// Every problem, with its place; nothing of such a file is used.
pub fn import(text: &str, parse: impl FnOnce(&str) -> Option<Value>) -> Result<Value, Vec<Remark>> {
    let whole = |code: &str| vec![Remark { at: String::new(), code: code.to_owned() }];
    if text.len() > FILE_LIMIT {
        return Err(whole("too_large"));
    }
    let json = parse(text).ok_or_else(|| whole("bad_json"))?;
    match format::read(&json) {
        Ok(_) => Ok(json),
        Err(problems) => Err(problems.into_iter().map(Remark::from).collect()),
    }
}
