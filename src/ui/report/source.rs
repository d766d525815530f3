//! Whose results a picture shows: what a chart knows of that itself, and for the rest what the reader has chosen.

use std::rc::Rc;

use yew::prelude::*;

use super::page::group_name;
use super::told::name_of;
use super::{Ask, ReportFacts};
use crate::core::report::chart::{Picture, Source};
use crate::core::report::{Page, Selection, Turn, Which};
use crate::i18n::Key;

/// Of the groups and meetings that the reader has chosen.
pub fn chosen(page: &ReportFacts) -> Source {
    let report = &page.facts.report;
    Source { activity: report.name.clone(), day: page.ui.catalogue.date(report.today), ..Source::default() }
}

/// Of one meeting of the groups that are chosen, by its number.
pub fn of_meeting(page: &ReportFacts, number: u32) -> Source {
    Source { meeting: Some(page.ui.number(Key::MeetingNumber, number).as_str().into()), ..chosen(page) }
}

/// Of one meeting of a group, by their place and number.
pub fn of_group(page: &ReportFacts, group: usize, number: u32) -> Source {
    Source { group: Some(name_of(page, group).as_str().into()), ..of_meeting(page, number) }
}

/// Of all meetings of the groups that are chosen.
pub fn of_all_meetings(page: &ReportFacts) -> Source {
    Source { meeting: Some(page.words.t("all_meetings").as_str().into()), ..chosen(page) }
}

/// Takes what the reader wants of the host. Every picture that is saved by way of it says which groups, which meeting
/// and which round it is of.
pub fn signed(page: &Rc<ReportFacts>, selection: &Selection, of: Page, on: &Callback<Ask>) -> Callback<Ask> {
    let (page, selection) = (page.clone(), selection.clone());
    on.reform(move |ask| match ask {
        Ask::Picture(picture) => {
            let mut picture: Picture = (*picture).clone();
            let source = &mut picture.source;
            source.group.get_or_insert_with(|| group_of(&page, &selection));
            source.meeting.get_or_insert_with(|| meeting_of(&page, &selection));
            source.round.get_or_insert_with(|| round_of(&page, &selection, of));
            Ask::Picture(Rc::new(picture))
        }
        other => other,
    })
}

/// The group; nothing where the activity has none.
fn group_of(page: &ReportFacts, selection: &Selection) -> Rc<str> {
    let report = &page.facts.report;
    match report.alone(selection).and_then(|at| report.groups.get(at)) {
        Some(group) if group.name.is_empty() => "".into(),
        Some(group) => group_name(page, group).as_str().into(),
        None => page.words.t("all_groups").as_str().into(),
    }
}

fn meeting_of(page: &ReportFacts, selection: &Selection) -> Rc<str> {
    let number = |number| page.ui.number(Key::MeetingNumber, number);
    let meeting = match selection.which {
        Which::Number(of) => number(of),
        Which::Latest if page.facts.report.numbers(selection) == 1 => number(1),
        Which::Latest => page.words.t("meeting_latest"),
    };
    meeting.as_str().into()
}

/// The round of a vote; nothing where there was one alone.
fn round_of(page: &ReportFacts, selection: &Selection, of: Page) -> Rc<str> {
    let mut rounds = page.facts.report.meetings.iter().flat_map(|meeting| &meeting.rounds);
    if of != Page::Statements || rounds.all(|round| round.number == 1) {
        return "".into();
    }
    let round = match selection.turn {
        Turn::Last => page.words.t("round_last"),
        Turn::First => page.words.t("round_first"),
    };
    round.as_str().into()
}
