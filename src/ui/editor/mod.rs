//! The editor for course designers: the way through the exercise at one side, the form of what is open at the
//! other. A module of its own loads it; participants never do.

mod bar;
mod body;
mod dialog;
mod exercise_form;
mod input;
mod languages;
mod outline;
mod page;
mod parts;
mod pen;
mod preview;
mod problems;
mod questions;
mod rows;
mod scales_form;
mod special;
mod step_form;
mod text;
mod tool;

use crate::core::editor::{Preset, Remark};

pub use crate::ui::browser::day;
pub use page::{EditorPage, EditorProps, Sheet};
pub use preview::{Preview, Seat, Trial, TrialIntent, Wanted};

/// What the user wants of the host.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The document has changed.
    Changed,
    /// To save; with `force` also where answers then mean something else.
    Save {
        /// Whether the user knows the warnings.
        force: bool,
    },
    /// To keep this as a preset of the site.
    SavePreset {
        /// Its name.
        name: String,
        /// The version of the one of that name that the user agreed to lose.
        replaces: Option<u64>,
    },
    /// To take a preset of the site in place of this.
    OpenPreset {
        /// Its number.
        id: u64,
    },
    /// To delete a preset of the site.
    DeletePreset {
        /// Its number.
        id: u64,
    },
    /// To take the text of a file in place of this.
    Import {
        /// What the file says; empty where it cannot be read.
        text: String,
    },
    /// To download this as a file.
    Export,
    /// To be asked something.
    Question(Question),
    /// To go on without an answer.
    Dismiss,
    /// To go back to the format as shipped.
    Reset,
    /// To drop one's own changes for what somebody else has saved.
    TakeTheirs,
    /// To save one's own over what somebody else has saved.
    KeepMine,
    /// To go on with changes that were not saved on an earlier visit.
    ResumeDraft,
    /// To forget them.
    DropDraft,
    /// To see it as a participant would.
    Preview(Wanted),
    /// To end that.
    EndPreview,
    /// The interface in another language; in the standalone page only.
    Speak(String),
}

/// What the user is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Whether to go back to the format as shipped.
    Reset,
    /// Which of two versions stays.
    Conflict,
    /// Whether to save all the same.
    Warnings(Vec<Remark>),
    /// A file was not taken, for these reasons; nothing is asked.
    Unusable(Vec<Remark>),
    /// Whether to go on with changes of an earlier visit.
    Draft,
    /// What a preset shall be called.
    PresetName,
    /// Whether a preset shall take the place of this one.
    PresetReplace(Preset),
    /// Which preset to delete.
    PresetDelete,
}

/// How saving stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing is under way.
    #[default]
    Idle,
    /// On its way.
    Sending,
    /// Done.
    Saved,
    /// The host did not answer.
    Failed,
    /// The user is no longer logged in.
    LoggedOut,
    /// The host refused it, and says why beside each field.
    Refused,
    /// A preset was kept.
    PresetKept,
    /// A preset was deleted.
    PresetGone,
    /// A preset was not kept: there are as many as the site can have.
    PresetsFull,
}
