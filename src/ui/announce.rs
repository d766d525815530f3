//! What is read aloud when the group moves on, because nobody's focus moves with it.

use yew::prelude::*;

use super::banner::logged_out_text;
use super::context::Ui;
use super::place;
use crate::core::room::Phase;
use crate::core::view::{NavEntry, Page, Saved, Screen};
use crate::i18n::Key;

/// What changed between two screens that is worth saying; the weightiest only.
pub fn announcement(ui: &Ui, before: &Screen, now: &Screen) -> Option<AttrValue> {
    if let Some(entry) =
        group_entry(now).filter(|entry| group_entry(before).map(|old| &old.place) != Some(&entry.place))
    {
        return Some(ui.with(Key::GroupMoved, &place::name(ui, &entry.place, entry.title.as_ref())));
    }
    if let (Page::Statements(old), Page::Statements(new)) = (&before.page, &now.page)
        && old.heading.step == new.heading.step
        && (old.round, old.phase) != (new.round, new.phase)
    {
        return match new.phase {
            Some(Phase::Open) => Some(ui.number(Key::RoundOpened, new.round.into())),
            Some(Phase::Closed) => Some(ui.t(Key::VoteClosed)),
            Some(Phase::Revealed) => Some(ui.t(Key::Revealed)),
            None => None,
        };
    }
    match (before.saved, now.saved) {
        (Saved::LoggedOut(_), Saved::LoggedOut(_)) => None,
        (_, Saved::LoggedOut(changes)) => Some(logged_out_text(ui, changes)),
        (Saved::Offline(_) | Saved::LoggedOut(_), Saved::Saved) => Some(ui.t(Key::Saved)),
        (Saved::Offline(_), _) => None,
        (_, Saved::Offline(changes)) => {
            Some(ui.count(Key::SavedOfflineOne, Key::SavedOfflineOther, u32::try_from(changes).unwrap_or(u32::MAX)))
        }
        _ => None,
    }
}

fn group_entry(screen: &Screen) -> Option<&NavEntry> {
    screen.nav.iter().find(|entry| entry.current)
}
