//! What the group leaves with.

use yew::prelude::*;

use super::action_card::body;
use super::action_form::status_name;
use super::bar::bar_patterns;
use super::browser;
use super::button::{Tone, button};
use super::context::{Ui, use_ui};
use super::el::{el, group, line, list, none};
use super::goal_card;
use super::goal_form;
use super::handover::handover;
use super::icon::Icon;
use super::next_meeting::NextMeeting;
use super::note_group::dot_count;
use super::outcome_text::outcome_text;
use super::page_heading::title;
use super::principle_row::number;
use super::results::Detail;
use super::section_card::section_result;
use super::sharing::sharing;
use super::support::support_result;
use super::tallied::tallied;
use crate::core::view::{
    ActionView, ClosingView, ConfirmView, GoalView, NoteGroup, NoteView, NotesColumn, PeriodView, PrincipleOutcome,
    PrinciplesPart, SectionView, Text,
};
use crate::i18n::Key;

/// The outcome, to read, print and copy.
pub fn closing(ui: &Ui, view: &ClosingView, name: &Text, team: Option<&Text>) -> Html {
    let mut eyebrow = vec![line("span", "", name.clone().into())];
    if let Some(team) = team {
        eyebrow.push(line("span", "", team.clone().into()));
    }
    if view.closed {
        eyebrow.push(line("span", "", ui.t(Key::Closed)));
    }
    if let Some(meeting) = &view.meeting {
        eyebrow.push(line("span", "", ui.number(Key::MeetingNumber, meeting.number)));
        eyebrow.push(line("span", "", meeting.run.clone().into()));
    }
    let lead = view.leaves_with.as_ref().map(|text| line("p", "ll-lead", text.clone().into()));
    let mut parts = vec![group(
        "header",
        "ll-hero",
        vec![
            group("p", "ll-eyebrow", eyebrow),
            title(ui, ui.t(Key::PlaceClosing)),
            lead.unwrap_or_default(),
            html! { <Share view={view.clone()} title={name.clone()} /> },
        ],
    )];
    // A question to everybody stands where everybody sees it.
    let asks = view.sharing.as_ref().is_some_and(|it| it.can_answer);
    let shared = view.sharing.as_ref().map(|on| sharing(ui, on)).unwrap_or_default();
    let (above, below) = if asks { (shared, none()) } else { (none(), shared) };
    parts.push(above);
    parts.extend(came_of_it(ui, view, Detail::Brief));
    parts.push(below);
    parts.push(participation(ui, view));
    if !view.next.is_empty() {
        let number = view.meeting.as_ref().map_or(1, |meeting| meeting.number) + 1;
        parts.push(html! { <NextMeeting runs={view.next.clone()} {number} /> });
    }
    group("div", "ll-outcome", parts)
}

/// What the group decided, part by part.
pub fn came_of_it(ui: &Ui, view: &ClosingView, detail: Detail) -> Vec<Html> {
    let mut parts = Vec::new();
    for (heading, of) in &view.answers {
        parts.push(part(heading.title.clone().into(), vec![tallied(ui, of, detail)]));
    }
    for (heading, columns) in &view.notes {
        parts.push(part(heading.title.clone().into(), vec![notes(ui, columns)]));
    }
    for summary in &view.summaries {
        parts.push(part(summary.heading.title.clone().into(), vec![summed_up(ui, summary)]));
    }
    if let Some(all) = &view.actions {
        parts.push(actions(ui, all));
    }
    for list in &view.principles {
        parts.push(principles(ui, list));
    }
    for (heading, periods) in &view.plan {
        parts.push(part(heading.title.clone().into(), periods.iter().map(|period| goals(ui, period)).collect()));
    }
    if let Some(taken) = &view.handover {
        parts.push(handover(ui, taken));
    }
    parts
}

fn part(title: AttrValue, mut inside: Vec<Html>) -> Html {
    inside.insert(0, line("h3", "", title));
    group("div", "ll-part-of", inside)
}

fn notes(ui: &Ui, columns: &[NotesColumn]) -> Html {
    let note = |note: &NoteView| {
        group("li", "ll-note", vec![line("p", "ll-note__text", note.text.clone().into()), dot_count(ui, note.dots)])
    };
    let together = |together: &NoteGroup| {
        let notes = group("ul", "ll-notes", together.notes.iter().map(note).collect());
        if together.name.is_empty() {
            return notes;
        }
        let head = vec![line("h5", "", together.name.clone().into()), dot_count(ui, together.dots)];
        group("div", "ll-group", vec![group("header", "ll-group__head", head), notes])
    };
    let column = |column: &NotesColumn| {
        let mut parts = vec![line("h4", "", column.label.clone().into())];
        parts.extend(column.groups.iter().map(together));
        group("div", "ll-column", parts)
    };
    group("div", "ll-columns", columns.iter().map(column).collect())
}

/// Each section with what the group said of it last, or that it has not.
fn summed_up(ui: &Ui, view: &ConfirmView) -> Html {
    let one = |section: &SectionView| {
        let text = if section.text.is_empty() { ui.t(Key::SummaryEmpty) } else { section.text.clone().into() };
        let said = match section.results.first() {
            Some(result) => section_result(ui, view, result),
            None => line("p", "ll-muted", ui.t(Key::SummaryUnconfirmed)),
        };
        let title = line("h4", "", section.title.clone().into());
        group("div", "ll-card", vec![title, line("p", "ll-note__text", text), said])
    };
    list(vec![bar_patterns(), group("div", "ll-list", view.sections.iter().map(one).collect())])
}

fn actions(ui: &Ui, actions: &[ActionView]) -> Html {
    let card = |action: &ActionView| {
        let status = line("span", "ll-tag", status_name(ui, action.action.status));
        group("li", "ll-card ll-action", vec![body(ui, action), status])
    };
    let inside = if actions.is_empty() {
        line("p", "ll-muted", ui.t(Key::ClosingNoActions))
    } else {
        group("ul", "ll-list", actions.iter().map(card).collect())
    };
    part(ui.t(Key::ActionsList), vec![inside])
}

fn principles(ui: &Ui, part_of: &PrinciplesPart) -> Html {
    let row = |(at, it): (usize, &PrincipleOutcome)| {
        let finding = it.finding.as_ref().map(|it| line("p", "ll-action__source", ui.with(Key::RestsOn, it)));
        let support = it.support.as_ref().map(|on| {
            let asked = line("p", "ll-label", on.question.clone().into());
            group("div", "ll-support", vec![asked, support_result(ui, on)])
        });
        let text = line("p", "", it.text.clone().into());
        let words = vec![text, finding.unwrap_or_default(), support.unwrap_or_default()];
        group("li", "ll-card ll-principle", vec![number(at), group("div", "ll-principle__body", words)])
    };
    let mut inside = vec![bar_patterns()];
    if !part_of.scope.is_empty() {
        inside.push(line("h4", "", part_of.scope_label.clone().into()));
        inside.push(line("p", "ll-card ll-note__text", part_of.scope.clone().into()));
    }
    inside.push(if part_of.principles.is_empty() {
        line("p", "ll-muted", ui.t(Key::ClosingNoPrinciples))
    } else {
        group("ol", "ll-list", part_of.principles.iter().enumerate().map(row).collect())
    });
    part(part_of.title.clone().into(), inside)
}

fn goals(ui: &Ui, period: &PeriodView) -> Html {
    let card = |goal: &GoalView| {
        let status = line("span", "ll-tag", goal_form::status_name(ui, goal.goal.status));
        group("li", "ll-card ll-action", vec![goal_card::body(ui, goal), status])
    };
    let goals = group("ul", "ll-list", period.goals.iter().map(card).collect());
    group("div", "ll-list", vec![line("h4", "", period.label.clone().into()), goals])
}

fn participation(ui: &Ui, view: &ClosingView) -> Html {
    if view.done.is_empty() {
        return none();
    }
    let step = |(title, done): &(Text, bool)| {
        let (class, icon, state) =
            if *done { ("ll-done--yes", Icon::Check, Key::PartDone) } else { ("", Icon::More, Key::PartOpen) };
        group(
            "li",
            class,
            vec![icon.draw(), line("span", "", title.clone().into()), line("span", "ll-muted", ui.t(state))],
        )
    };
    let steps = group("ul", "ll-done", view.done.iter().map(step).collect());
    group("div", "ll-part-of ll-noprint", vec![line("h3", "", ui.t(Key::YourPart)), steps])
}

#[derive(Properties, PartialEq)]
struct Props {
    view: ClosingView,
    title: Text,
}

/// Print, and copy; where the browser refuses to copy, the text itself to copy by hand.
#[component]
fn Share(props: &Props) -> Html {
    let ui = use_ui();
    let copied = use_state(|| None::<bool>);
    let text = || outcome_text(&ui, &props.title, &props.view);
    let on_copy = {
        let (text, copied) = (text(), copied.clone());
        Callback::from(move |_| {
            let copied = copied.clone();
            browser::copy(text.clone(), Callback::from(move |done| copied.set(Some(done))));
        })
    };
    let told = match *copied {
        Some(true) => ui.t(Key::Copied),
        Some(false) => ui.t(Key::CopyByHand),
        None => AttrValue::default(),
    };
    let by_hand = if *copied == Some(false) {
        html! { <textarea readonly=true rows="8" aria-label={ui.t(Key::CopyText)} value={text()} /> }
    } else {
        none()
    };
    let print = button(ui.t(Key::Print), Tone::Secondary.icon(Icon::Print), Callback::from(|_| browser::print()));
    let copy = button(ui.t(Key::CopyText), Tone::Secondary.icon(Icon::Copy), on_copy);
    group(
        "div",
        "ll-share ll-noprint",
        vec![
            group("div", "ll-actions", vec![print, copy]),
            el("p", "ll-muted").fixed("role", "status").text(told),
            by_hand,
        ],
    )
}
