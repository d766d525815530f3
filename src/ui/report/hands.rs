//! Hands that were counted in a meeting of one group, each count with its picture.

use std::rc::Rc;

use yew::prelude::*;

use super::chart::{picture, save_picture};
use super::later::Later;
use super::page::group_name;
use super::source::of_meeting;
use super::{Ask, ReportFacts};
use crate::core::report::chart::{Chart, Measured, MeasuredRow, Picture};
use crate::core::report::{InRoom, Page, Selection, groups_by_hand, in_room};
use crate::core::view::CountedHands;
use crate::i18n::Key;
use crate::ui::el::{el, group, line, list, none};
use crate::ui::hands::hands_card;

/// What was counted; nothing where nothing was.
pub fn hands(page: &ReportFacts, room: &InRoom, on: &Callback<Ask>) -> Html {
    let counted = &room.tallied.hands;
    if counted.is_empty() {
        return none();
    }
    let card = |it: &CountedHands| {
        let save = save_picture(page, &Rc::new(drawn(page, room, it)), on);
        group("div", "ll-rep-part", vec![hands_card(&page.ui, it), save])
    };
    list(vec![
        line("p", "ll-muted", page.ui.t(Key::HandsNote)),
        group("div", "ll-results", counted.iter().map(card).collect()),
    ])
}

/// What was counted in each group by itself, drawn when it is asked for: hands are added to nothing, those of other groups
/// neither. Nothing where none of the selected groups counted any.
pub fn hands_by_group(page: &Rc<ReportFacts>, selection: &Selection, on: Page, ask: &Callback<Ask>) -> Html {
    let groups = groups_by_hand(&page.facts, selection, on);
    if groups.is_empty() {
        return none();
    }
    let title = page.words.counted("hands_groups", u32::try_from(groups.len()).unwrap_or(u32::MAX));
    let draw = {
        let (page, selection, ask) = (page.clone(), selection.clone(), ask.clone());
        Callback::from(move |()| {
            let of_group = |id: &Rc<str>| {
                let alone = Selection { group: Some(id.clone()), ..selection.clone() };
                let name = page.facts.report.group(id).map(|group| group_name(&page, group)).unwrap_or_default();
                let rooms = in_room(&page.facts, &alone, on);
                let parts = rooms.iter().map(|room| hands(&page, room, &ask)).collect();
                list(vec![el("h5", "").fixed("dir", "auto").text(name), list(parts)])
            };
            list(groups.iter().map(of_group).collect())
        })
    };
    html! { <Later {title} {draw} /> }
}

fn drawn(page: &ReportFacts, room: &InRoom, it: &CountedHands) -> Picture {
    let ui = &page.ui;
    let title = [&it.number.to_string(), ". ", &*it.text].concat();
    let rows = it.bars.iter().map(MeasuredRow::from).collect();
    let chart = Chart::Measured(Measured { about: title.as_str().into(), rows });
    let mut told = vec![ui.t(Key::HandsTag), ui.count(Key::HandsAllOne, Key::HandsAllOther, it.all)];
    if it.opt_outs > 0 {
        told.push(ui.count(Key::OptOutsOne, Key::OptOutsOther, it.opt_outs));
    }
    let told = vec![told.join(" · ").into()];
    Picture { source: of_meeting(page, room.meeting), told, ..picture(page, chart, &title) }
}
