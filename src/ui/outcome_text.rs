//! What the group leaves with, as plain text to paste elsewhere.

use super::class_badge;
use super::context::Ui;
use crate::core::view::{ActionView, ClosingView, Text};
use crate::i18n::Key;

/// The whole outcome.
pub fn outcome_text(ui: &Ui, title: &str, view: &ClosingView) -> String {
    let mut text = String::new();
    line(&mut text, "", title);
    for (heading, results) in &view.results {
        section(&mut text, &heading.title);
        for row in &results.rows {
            line(&mut text, "- ", &row.text);
            let class = class_badge::name(ui, row.bars.first().and_then(|bar| bar.shown.as_ref()));
            line(&mut text, "  ", &class);
        }
    }
    for (heading, columns) in &view.notes {
        section(&mut text, &heading.title);
        for column in columns.iter().filter(|column| !column.notes.is_empty()) {
            line(&mut text, "", &column.label);
            for note in &column.notes {
                line(&mut text, "- ", &note.text);
            }
        }
    }
    if !view.actions.is_empty() {
        section(&mut text, &ui.t(Key::ActionsList));
        for one in &view.actions {
            line(&mut text, "- ", &action(ui, one));
        }
    }
    if let Some((label, scope)) = view.scope.as_ref().filter(|(_, scope)| !scope.is_empty()) {
        section(&mut text, label);
        line(&mut text, "", scope);
    }
    if !view.principles.is_empty() {
        section(&mut text, &ui.t(Key::PrinciplesTitle));
        numbered(&mut text, &view.principles);
    }
    text
}

fn line(text: &mut String, mark: &str, content: &str) {
    text.push_str(mark);
    text.push_str(content);
    text.push('\n');
}

fn section(text: &mut String, title: &str) {
    text.push('\n');
    line(text, "# ", title);
}

fn numbered(text: &mut String, items: &[Text]) {
    for (at, item) in items.iter().enumerate() {
        text.push_str(&(at + 1).to_string());
        line(text, ". ", item);
    }
}

fn action(ui: &Ui, action: &ActionView) -> String {
    let mut text = String::from(&*action.what);
    for part in [Some(action.who.clone()), action.when.map(|day| ui.catalogue.date(day))].into_iter().flatten() {
        if !part.is_empty() {
            text.push_str(" – ");
            text.push_str(&part);
        }
    }
    text.push_str(" – ");
    text.push_str(&super::action_form::status_name(ui, action.status));
    text
}
