//! Notes in columns.

use std::rc::Rc;

use super::super::known::Known;
use super::super::reader::Node;
use super::Block;
use crate::core::format::Localized;
use crate::core::ids::StepId;

/// Notes in columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Notes {
    /// The columns.
    pub columns: Vec<Column>,
    /// Who sees a note when it is made.
    pub visibility: NoteVisibility,
    /// How many dots everyone can place; 0 for none.
    pub dots: u32,
    /// Whether notes can be put into groups.
    pub grouping: bool,
    /// An earlier step whose notes stand here too.
    pub import_from: Option<StepId>,
    /// An earlier step whose results stand beside the notes.
    pub show_results_of: Option<StepId>,
}

/// Who sees a note when it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteVisibility {
    /// Everyone.
    Shared,
    /// Its author, until the writing is revealed.
    HiddenUntilReveal,
    /// Its author, until they share it.
    Private,
}

/// A column of notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its identity.
    pub id: Rc<str>,
    /// Its label.
    pub label: Localized,
    /// What belongs in it.
    pub hint: Option<Localized>,
}

impl Notes {
    /// Whether it begins with a round of writing.
    pub fn begins_with_writing(&self) -> bool {
        self.visibility == NoteVisibility::HiddenUntilReveal
    }

    /// The round in which dots are placed.
    pub fn dots_round(&self) -> Option<u8> {
        (self.dots > 0).then_some(if self.begins_with_writing() { 2 } else { 1 })
    }
}

pub(super) fn read(_: &Node, settings: &Node, known: &mut Known) -> Option<Block> {
    const MEMBERS: &[&str] = &["columns", "visibility", "dots", "grouping", "import_from", "show_results_of"];
    const VISIBILITIES: &[(&str, NoteVisibility)] = &[
        ("shared", NoteVisibility::Shared),
        ("hidden_until_reveal", NoteVisibility::HiddenUntilReveal),
        ("private", NoteVisibility::Private),
    ];
    if !settings.is_object() {
        return None;
    }
    let is_private = settings.member("visibility").text_here().as_deref() == Some("private");
    let imports = settings.member("import_from").is_there();
    let also = [("share", is_private), ("import_only", imports)];
    let also = also.iter().filter(|(_, belongs)| *belongs).map(|(name, _)| *name);
    settings.object(&MEMBERS.iter().copied().chain(also).collect::<Vec<_>>());
    let visibility =
        settings.member("visibility").optional().map_or(Some(NoteVisibility::Shared), |it| it.choice(VISIBILITIES));
    if is_private {
        settings.member("share").choice(&[("by_author", ())]);
    }
    let dots = settings.member("dots").optional().and_then(|it| it.number(0, if is_private { 0 } else { 10 }));
    if imports {
        settings.member("import_only").optional().map(|it| it.choice(&[("shared", ())]));
    }
    let mut seen = Vec::new();
    let columns = settings
        .member("columns")
        .list(1, 6)
        .iter()
        .filter_map(|node| {
            if !node.object(&["id", "label", "hint"]) {
                return None;
            }
            let id = node.member("id").new_id(&mut seen);
            let label = node.member("label").text();
            let hint = node.member("hint").optional_text();
            Some(Column { id: id?, label, hint })
        })
        .collect();
    Some(Block::Notes(Notes {
        columns,
        dots: dots.and_then(|it| u32::try_from(it).ok()).unwrap_or(0),
        grouping: settings.member("grouping").flag(),
        import_from: known.earlier_step(&settings.member("import_from"), &["notes"]),
        show_results_of: known.earlier_step(&settings.member("show_results_of"), &["statements", "questions"]),
        visibility: visibility?,
    }))
}
