//! What the group leaves with, as plain text to paste elsewhere.

use super::class_badge;
use super::context::Ui;
use super::tallied_text::tallied;
use crate::core::view::{ActionView, ClosingView, Entries, HandoverView, PrincipleOutcome, ScalePoint, SectionView};
use crate::i18n::Key;

/// The whole outcome.
pub fn outcome_text(ui: &Ui, title: &str, view: &ClosingView) -> String {
    let mut text = String::new();
    line(&mut text, "", title);
    for (heading, of) in &view.answers {
        section(&mut text, &heading.title);
        tallied(ui, &mut text, of);
    }
    for (heading, columns) in &view.notes {
        section(&mut text, &heading.title);
        for column in columns {
            line(&mut text, "", &column.label);
            for together in &column.groups {
                let mark = if together.name.is_empty() { "- " } else { "  - " };
                if !together.name.is_empty() {
                    line(&mut text, "- ", &together.name);
                }
                for note in &together.notes {
                    line(&mut text, mark, &note.text);
                }
            }
        }
    }
    for summary in &view.summaries {
        section(&mut text, &summary.heading.title);
        summary.sections.iter().for_each(|it| summed_up(ui, &mut text, &summary.scale, it));
    }
    if let Some(actions) = view.actions.as_ref().filter(|actions| !actions.is_empty()) {
        section(&mut text, &ui.t(Key::ActionsList));
        for one in actions {
            line(&mut text, "- ", &action(ui, one));
            if !one.action.finding.is_empty() {
                line(&mut text, "  ", &one.action.finding);
            }
        }
    }
    for list in &view.principles {
        if !list.scope.is_empty() {
            section(&mut text, &list.scope_label);
            line(&mut text, "", &list.scope);
        }
        if !list.principles.is_empty() {
            section(&mut text, &list.title);
            for (at, it) in list.principles.iter().enumerate() {
                text.push_str(&(at + 1).to_string());
                line(&mut text, ". ", &it.text);
                principle(ui, &mut text, it);
            }
        }
    }
    for (heading, periods) in &view.plan {
        section(&mut text, &heading.title);
        for period in periods {
            line(&mut text, "", &period.label);
            for goal in &period.goals {
                let status = super::goal_form::status_name(ui, goal.goal.status);
                let parts = [&*goal.goal.goal, &*goal.owner, &*goal.goal.measure, &*status];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                line(&mut text, "- ", &parts.join(" – "));
            }
        }
    }
    if let Some(taken) = &view.handover {
        handover(ui, &mut text, taken);
    }
    text
}

/// A line, behind a mark that says what it is.
pub fn line(text: &mut String, mark: &str, content: &str) {
    text.push_str(mark);
    text.push_str(content);
    text.push('\n');
}

/// How many chose something.
pub fn numbered(text: &mut String, label: &str, count: u32) {
    line(text, "  ", &[label, ": ", &count.to_string()].concat());
}

fn section(text: &mut String, title: &str) {
    text.push('\n');
    line(text, "# ", title);
}

/// What a section says, and what the group said of it last.
fn summed_up(ui: &Ui, text: &mut String, scale: &[ScalePoint], section: &SectionView) {
    line(text, "", &section.title);
    if !section.text.is_empty() {
        line(text, "  ", &section.text);
    }
    let Some(result) = section.results.first() else {
        return line(text, "  ", &ui.t(Key::SummaryUnconfirmed));
    };
    match &result.bar.shown {
        None => line(text, "  ", &ui.t(Key::ClassSuppressed)),
        Some(shown) => {
            for (point, count) in scale.iter().zip(&shown.counts) {
                numbered(text, &point.label, *count);
            }
        }
    }
    result.comments.iter().for_each(|comment| line(text, "  - ", comment));
}

/// What the group takes along, section by section.
fn handover(ui: &Ui, text: &mut String, view: &HandoverView) {
    section(text, &ui.t(Key::Handover));
    line(text, "", &view.text);
    for part in &view.sections {
        text.push('\n');
        line(text, "## ", &part.label);
        match &part.entries {
            entries if entries.is_empty() => line(text, "", &ui.t(Key::HandoverNothing)),
            Entries::Texts(all) => all.iter().for_each(|one| line(text, "", one)),
            Entries::Numbered(all) => {
                for (at, one) in all.iter().enumerate() {
                    text.push_str(&(at + 1).to_string());
                    line(text, ". ", one);
                }
            }
            Entries::Findings(all) => {
                for (what, finding) in all {
                    line(text, "- ", finding);
                    line(text, "  ", what);
                }
            }
            Entries::Actions(all) => all.iter().for_each(|one| line(text, "- ", &action(ui, one))),
        }
    }
}

/// What a principle rests on, and whether it is supported.
fn principle(ui: &Ui, text: &mut String, it: &PrincipleOutcome) {
    if let Some(finding) = &it.finding {
        line(text, "   ", &ui.with(Key::RestsOn, finding));
    }
    if let Some(on) = &it.support {
        let class = class_badge::name(ui, on.result.as_ref().and_then(|bar| bar.shown.as_ref()));
        line(text, "   ", &[&*on.question, " – ", &*class].concat());
    }
}

/// An action in one line: what, who, when, and how it stands.
pub fn action(ui: &Ui, action: &ActionView) -> String {
    let mut text = String::from(&*action.action.what);
    for part in [Some(action.who.clone()), action.action.when.map(|day| ui.catalogue.date(day))].into_iter().flatten() {
        if !part.is_empty() {
            text.push_str(" – ");
            text.push_str(&part);
        }
    }
    text.push_str(" – ");
    text.push_str(&super::action_form::status_name(ui, action.action.status));
    text
}
