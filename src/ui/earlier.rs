//! The meetings before this one, to read.

use yew::prelude::*;

use super::action_card::body;
use super::action_form::status_name;
use super::browser;
use super::context::Ui;
use super::el::{el, group, line, none};
use super::goal_form;
use super::result_card::disclosure;
use crate::core::room::GoalStatus;
use crate::core::view::{ActionView, EarlierView, Text};
use crate::i18n::Key;

/// One to open for each meeting, with what goes on from it in this one, as it stood then.
pub fn earlier(ui: &Ui, meetings: &[EarlierView]) -> Html {
    if meetings.is_empty() {
        return none();
    }
    let title = el("h3", "").fixed("id", "ll-earlier-title").text(ui.t(Key::EarlierTitle));
    let mut parts = vec![title];
    parts.extend(meetings.iter().map(|meeting| one(ui, meeting)));
    el("section", "ll-part-of").fixed("aria-labelledby", "ll-earlier-title").children(parts)
}

fn one(ui: &Ui, meeting: &EarlierView) -> Html {
    let day = if meeting.day_only { browser::utc_day(meeting.closed) } else { browser::day(meeting.closed) };
    let day = day.map(|day| ui.catalogue.date(day)).unwrap_or_default();
    let number = ui.number(Key::MeetingNumber, meeting.number);
    let title: Vec<&str> = [&*number, &*meeting.run, &*day].into_iter().filter(|part| !part.is_empty()).collect();
    let action = |action: &ActionView| {
        let status = line("span", "ll-tag", status_name(ui, action.action.status));
        group("li", "ll-action", vec![body(ui, action), status])
    };
    let goal = |(goal, status): &(Text, GoalStatus)| {
        let status = line("span", "ll-tag", goal_form::status_name(ui, *status));
        group("li", "", vec![line("span", "", goal.clone().into()), status])
    };
    let text = |text: &Text| line("li", "", text.clone().into());
    let parts = [
        (Key::ActionsList, meeting.actions.iter().map(action).collect::<Vec<Html>>()),
        (Key::PrinciplesTitle, meeting.principles.iter().map(text).collect()),
        (Key::PlanTitle, meeting.goals.iter().map(goal).collect()),
        (Key::NotesTitle, meeting.notes.iter().map(text).collect()),
    ];
    let mut inside: Vec<Html> = parts
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(title, lines)| group("div", "", vec![line("h4", "", ui.t(title)), group("ul", "ll-past", lines)]))
        .collect();
    if inside.is_empty() {
        inside.push(line("p", "ll-muted", ui.t(Key::EarlierNothing)));
    }
    disclosure("ll-more", title.join(" · ").into(), group("div", "ll-past__parts", inside))
}
