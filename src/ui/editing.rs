//! Changing something the group shares: what every kind of contribution has in common.

use yew::prelude::*;

use super::browser;
use super::context::Ui;

/// Whether an edit is going on, and from which revision it started.
#[derive(Clone, PartialEq)]
pub struct Editing {
    /// The revision the edit started from.
    pub base: Option<u64>,
    /// Begins an edit.
    pub begin: Callback<u64>,
    /// Ends it.
    pub end: Callback<()>,
    /// The button that began it, which gets the focus back.
    pub button: NodeRef,
}

/// An edit that is not going on yet, or one taken up again from its draft.
#[hook]
pub fn use_editing(ui: &Ui, draft: &str, can_write: bool) -> Editing {
    let base = use_state(|| ui.draft(draft).filter(|_| can_write).map(|(base, _)| base));
    let button = use_node_ref();
    let was_open = use_mut_ref(|| false);
    {
        let button = button.clone();
        use_effect_with(base.is_some(), move |open| {
            let before = was_open.replace(*open);
            if before && !open {
                browser::focus(&button);
            }
        });
    }
    let begin = {
        let base = base.clone();
        Callback::from(move |revision| base.set(Some(revision)))
    };
    let end = {
        let base = base.clone();
        Callback::from(move |()| base.set(None))
    };
    Editing { base: *base, begin, end, button }
}
