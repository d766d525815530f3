//! What is read aloud when the group moves on, because nobody's focus moves with it.

use yew::prelude::*;

use super::banner::logged_out_text;
use super::chair::held_by;
use super::context::Ui;
use super::place;
use crate::core::ids::StepId;
use crate::core::room::Phase;
use crate::core::view::{Banner, Chair, NavEntry, Page, Saved, Screen};
use crate::i18n::Key;

/// What changed between two screens that is worth saying; the weightiest only.
pub fn announcement(ui: &Ui, before: &Screen, now: &Screen) -> Option<AttrValue> {
    if let Some(Banner::NewMeeting(number)) = now.banner
        && before.banner != now.banner
    {
        return Some(ui.number(Key::MovedToMeeting, number));
    }
    if let Some(entry) =
        group_entry(now).filter(|entry| group_entry(before).map(|old| &old.place) != Some(&entry.place))
    {
        return Some(moved(ui, entry));
    }
    if let (Some((step, old)), Some((same, new))) = (round(&before.page), round(&now.page))
        && step == same
        && old != new
    {
        let (number, phase) = new;
        return match phase {
            Some(Phase::Open) => Some(ui.number(Key::RoundOpened, number.into())),
            Some(Phase::Closed) => Some(ui.t(Key::VoteClosed)),
            Some(Phase::Revealed) => Some(ui.t(Key::Revealed)),
            None => None,
        };
    }
    let stored = match (before.saved, now.saved) {
        (Saved::LoggedOut(_), Saved::LoggedOut(_)) => None,
        (_, Saved::LoggedOut(changes)) => Some(logged_out_text(ui, changes)),
        (Saved::Offline(_) | Saved::LoggedOut(_), Saved::Saved) => Some(ui.t(Key::Saved)),
        (Saved::Offline(_), _) => None,
        (_, Saved::Offline(changes)) => {
            Some(ui.count(Key::SavedOfflineOne, Key::SavedOfflineOther, u32::try_from(changes).unwrap_or(u32::MAX)))
        }
        _ => None,
    };
    stored.or_else(|| lead(ui, before, now))
}

/// Somebody else leads: whoever listens would not know it otherwise.
fn lead(ui: &Ui, before: &Screen, now: &Screen) -> Option<AttrValue> {
    let holder = |chair: &Chair| chair.holder.as_ref().map(|person| person.id.clone());
    let (old, new) = (before.chair.as_ref()?, now.chair.as_ref()?);
    (holder(old) != holder(new)).then(|| held_by(ui, new))
}

/// The step of a page that is answered in rounds, its latest round, and how far that is.
fn round(page: &Page) -> Option<(&StepId, (u8, Option<Phase>))> {
    match page {
        Page::Statements(view) => Some((&view.heading.step, (view.round, view.phase))),
        Page::Questions(view) => Some((&view.heading.step, (1, view.phase))),
        #[cfg(feature = "whole")]
        Page::Confirm(view) => Some((&view.heading.step, (view.round, view.phase))),
        #[cfg(feature = "whole")]
        Page::Notes(view) => view.dots.as_ref().map(|dots| (&view.heading.step, (1, dots.phase))),
        #[cfg(feature = "whole")]
        Page::Principles(view) => view.support.as_ref().map(|vote| (&view.heading.step, (vote.round, vote.phase))),
        _ => None,
    }
}

/// Where the group is.
pub fn group_at(ui: &Ui, screen: &Screen) -> Option<AttrValue> {
    group_entry(screen).map(|entry| moved(ui, entry))
}

fn moved(ui: &Ui, entry: &NavEntry) -> AttrValue {
    ui.with(Key::GroupMoved, &place::name(ui, &entry.place, entry.title.as_ref()))
}

fn group_entry(screen: &Screen) -> Option<&NavEntry> {
    screen.nav.iter().find(|entry| entry.current)
}
