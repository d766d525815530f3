//! What came of questions in one group: what its room showed, how it went over its meetings, and each chart as a
//! picture.

use std::rc::Rc;

use yew::prelude::*;

use super::answers::answers;
use super::profile::over_meetings;
use super::relation::relation;
use crate::core::report::chart::{Chart, Picture, Profile, ProfileChartRow, ProfileSpot, Source};
use crate::core::report::{Found, InRoom, Page, QuestionSection, QuestionsReport, Selection, in_room};
use crate::core::view::{Answers, Distribution, ProfileRow, ProfileView, QuestionResults, ResultPart};
use crate::i18n::Key;
use crate::ui::el::{el, group, line};
use crate::ui::profile::profile_parts;
use crate::ui::report::chart::{picture, save_picture};
use crate::ui::report::hands::hands;
use crate::ui::report::room::{heading, on_other_scale};
use crate::ui::report::source::of_group;
use crate::ui::report::told::{notes, why};
use crate::ui::report::{Ask, ReportFacts};
use crate::ui::result_card::disclosure;

/// One group in a step with questions, and what its cards are drawn with.
pub struct Own<'a> {
    /// The words.
    pub page: &'a Rc<ReportFacts>,
    /// The step, as the report has it.
    pub section: &'a QuestionSection,
    /// Which meetings are looked at.
    pub selection: &'a Selection,
    /// The group: its place among those of the report.
    pub group: usize,
    /// The number of the meeting that is told.
    pub meeting: u32,
    /// k in that meeting.
    pub least: u32,
    /// Takes what the reader wants of the host.
    pub on: &'a Callback<Ask>,
}

impl Own<'_> {
    /// Whose results its pictures show.
    pub fn source(&self) -> Source {
        of_group(self.page, self.group, self.meeting)
    }
}

/// The steps with questions, as the group saw what came of them.
pub fn own(
    page: &Rc<ReportFacts>,
    report: &QuestionsReport,
    selection: &Selection,
    group_at: usize,
    on: &Callback<Ask>,
) -> Html {
    let rooms = in_room(&page.facts, selection, Page::Questions);
    if rooms.is_empty() {
        return notes(vec![page.words.t("nothing_shown")]);
    }
    let one = |room: &InRoom| {
        let mut parts = vec![heading(page, room)];
        let section = report.sections.iter().find(|it| it.step == room.step);
        if let (Some(Answers::Questions(results)), Some(section)) = (&room.tallied.answers, section) {
            let least = results.min_answers;
            let own = Own { page, section, selection, group: group_at, meeting: room.meeting, least, on };
            parts.extend(came_of(&own, results));
        }
        parts.extend([hands(page, room, on), on_other_scale(page, room)]);
        el("section", "ll-rep-part").key(room.step.as_str()).children(parts)
    };
    group("div", "ll-rep-parts", rooms.iter().map(one).collect())
}

/// A card for each part, and behind a button the questions that none of these shows by themselves.
fn came_of(own: &Own, results: &QuestionResults) -> Vec<Html> {
    let ui = &own.page.ui;
    let handed_in = ui.of(Key::QuestionsGroup, results.answered, results.present);
    let part = |part: &ResultPart| match part {
        ResultPart::Distribution(it) => answers(own, it),
        ResultPart::Profile(view) => profile(own, view, &handed_in),
        ResultPart::Relation(view) => relation(own, view),
    };
    let cards = results.parts.iter().map(part).collect();
    let mut parts = vec![line("p", "ll-muted", handed_in.clone()), group("div", "ll-results", cards)];
    if !results.others.is_empty() {
        let others = results.others.iter().map(|it: &Distribution| answers(own, it)).collect();
        parts.push(disclosure("ll-more", ui.t(Key::QuestionsEach), group("div", "ll-results", others)));
    }
    parts
}

/// The profile, its picture, and how its dimensions went over the meetings.
fn profile(own: &Own, view: &ProfileView, handed_in: &AttrValue) -> Html {
    let page = own.page;
    let none = |row: &ProfileRow| why_none(own, row);
    let mut parts = profile_parts(&page.ui, view, &none);
    if view.rows.iter().any(|row| row.shown.is_some()) {
        let title = page.ui.t(Key::ProfileTitle);
        let told = vec![handed_in.as_str().into()];
        let picture = Picture { source: own.source(), told, ..picture(page, drawn(own, view, &title), &title) };
        parts.push(save_picture(page, &Rc::new(picture), own.on));
    }
    // A view has some of the dimensions of its step.
    let of_view = own.section.profile.iter().filter(|it| view.rows.iter().any(|row| row.label == it.label));
    let rows = of_view.cloned().collect();
    parts.push(over_meetings(page, own.section, rows, own.selection, &[own.group], own.on));
    group("article", "ll-card ll-result", parts)
}

/// Why the meeting that is told has nothing of a dimension.
fn why_none(own: &Own, row: &ProfileRow) -> AttrValue {
    let known = own.section.profile.iter().find(|it| it.label == row.label).map(|it| it.of(own.group));
    match known {
        // In another meeting there was something.
        Some(Found::Shown(_)) | None => why(own.page, &Found::<()>::Nothing),
        Some(found) => why(own.page, found),
    }
}

fn drawn(own: &Own, view: &ProfileView, title: &AttrValue) -> Chart {
    let ui = &own.page.ui;
    let row = |row: &ProfileRow| ProfileChartRow {
        label: row.label.clone(),
        ends: row.ends.clone(),
        value: match &row.shown {
            Some(mean) => ui.tenths(mean.mean).as_str().into(),
            None => why_none(own, row).as_str().into(),
        },
        spot: row.shown.as_ref().map(ProfileSpot::from),
    };
    Chart::Profile(Profile { about: title.as_str().into(), rows: view.rows.iter().map(row).collect() })
}
