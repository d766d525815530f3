//! What the group made: principles, actions, a plan, notes, summaries, and what it takes along.

use std::rc::Rc;

use super::{Maker, rc};
use crate::core::report::document::{Block, Entry, Level, Marks, Table};
use crate::core::view::{
    ActionView, Bar, ClosingView, ConfirmView, Entries, GoalView, HandoverPart, NoteView, NotesColumn,
    PrincipleOutcome, PrincipleSupport, ScalePoint, SectionView,
};
use crate::i18n::Key;
use crate::ui::outcome_text::action as in_a_line;
use crate::ui::{action_form, class_badge, goal_form};

impl Maker<'_> {
    /// Principles, each with what it rests on and how far it is supported.
    pub(super) fn principles(&mut self, view: &ClosingView) {
        let lists: Vec<_> = view.principles.iter().filter(|list| !list.principles.is_empty()).collect();
        if lists.is_empty() {
            return;
        }
        self.heading(Level::Chapter, self.t("doc_principles"));
        self.say(self.counted("doc_principles_text", lists.iter().map(|list| list.principles.len()).sum()));
        let several = lists.len() > 1;
        for list in lists {
            if several {
                self.heading(Level::Section, list.title.clone());
            }
            let entries = list.principles.iter().map(|it| self.principle(it)).collect();
            self.blocks.push(Block::List(Marks::Numbers, entries));
        }
    }

    fn principle(&self, it: &PrincipleOutcome) -> Entry {
        let rests_on = it.finding.as_ref().map(|finding| rc(self.ui.with(Key::RestsOn, finding)));
        let supported = it.support.as_ref().map(|on| self.supported(on));
        Entry { text: it.text.clone(), below: rests_on.into_iter().chain(supported).collect() }
    }

    fn supported(&self, on: &PrincipleSupport) -> Rc<str> {
        let shown = on.result.as_ref().and_then(|bar| bar.shown.as_ref());
        let mut told = [&*on.question, " ", &class_badge::name(self.ui, shown)].concat();
        if let Some(bar) = &on.result {
            told.push_str(" (");
            told.push_str(&self.numbers(&on.scale.points, bar));
            told.push(')');
        }
        told.into()
    }

    /// How many chose each point, and how many answered.
    fn numbers(&self, scale: &[ScalePoint], bar: &Bar) -> String {
        let counts = bar.shown.as_ref().map(|shown| &*shown.counts).unwrap_or_default();
        let point = |(point, count): (&ScalePoint, &u32)| [&*point.label, ": ", &count.to_string()].concat();
        let mut told: Vec<String> = scale.iter().zip(counts).map(point).collect();
        told.push(self.ui.of(Key::AnsweredOf, bar.answered, bar.present).to_string());
        told.join(" · ")
    }

    /// What is to be done, by whom, until when.
    pub(super) fn actions(&mut self, view: &ClosingView) {
        let actions = view.actions.as_deref().unwrap_or_default();
        if actions.is_empty() {
            return;
        }
        self.heading(Level::Chapter, self.t("doc_actions"));
        let open = actions.iter().filter(|it| !it.action.status.is_over()).count();
        let still = if open == 0 { self.t("doc_actions_done") } else { self.counted("doc_actions_open", open) };
        self.say([&*self.counted("doc_actions_text", actions.len()), " ", &*still].concat());
        let columns = [("doc_what", 5), ("doc_who", 2), ("doc_when", 2), ("doc_status", 2)];
        let rows = actions.iter().map(|it| self.action(it)).collect();
        self.table(&columns, rows);
    }

    /// The cells of an action: with it what it came from, what is expected of it, and what was found.
    fn action(&self, it: &ActionView) -> Vec<Rc<str>> {
        let action = &it.action;
        let mut what = action.what.to_string();
        let source = it.source.clone().unwrap_or_default();
        for (name, text) in [
            ("doc_source", &source),
            ("doc_expected", &action.expectation),
            ("doc_outcome", &action.outcome),
            ("doc_found", &action.finding),
        ] {
            if !text.is_empty() {
                what.push('\n');
                what.push_str(&self.with(name, text));
            }
        }
        let when = action.when.map(|day| self.ui.catalogue.date(day)).unwrap_or_default();
        vec![what.into(), it.who.clone(), when, rc(action_form::status_name(self.ui, action.status))]
    }

    /// Goals by period.
    pub(super) fn plan(&mut self, view: &ClosingView) {
        if view.plan.is_empty() {
            return;
        }
        self.heading(Level::Chapter, self.t("doc_plan"));
        let several = view.plan.len() > 1;
        for (heading, periods) in &view.plan {
            if several {
                self.heading(Level::Section, heading.title.clone());
            }
            let goal = |period: &Rc<str>, it: &GoalView| {
                let status = rc(goal_form::status_name(self.ui, it.goal.status));
                vec![period.clone(), it.goal.goal.clone(), it.owner.clone(), it.goal.measure.clone(), status]
            };
            let rows = periods.iter().flat_map(|period| period.goals.iter().map(|it| goal(&period.label, it)));
            let rows = rows.collect();
            let columns =
                [("doc_period", 2), ("doc_column_goal", 4), ("doc_who", 2), ("doc_measured", 3), ("doc_status", 2)];
            self.table(&columns, rows);
        }
    }

    /// A table with these titles; columns in which nothing stands are left out.
    fn table(&mut self, columns: &[(&str, u32)], rows: Vec<Vec<Rc<str>>>) {
        let filled: Vec<bool> = (0..columns.len()).map(|at| rows.iter().any(|row| !row[at].is_empty())).collect();
        let keep =
            |row: Vec<Rc<str>>| row.into_iter().zip(&filled).filter(|(_, keep)| **keep).map(|(it, _)| it).collect();
        let titles =
            columns.iter().zip(&filled).filter(|(_, keep)| **keep).map(|((name, parts), _)| (self.t(name), *parts));
        let columns = titles.collect();
        let rows = rows.into_iter().map(keep).collect();
        self.blocks.push(Block::Table(Table { caption: "".into(), columns, rows }));
    }

    /// What the group takes along to what comes after.
    pub(super) fn handover(&mut self, view: &ClosingView) {
        let Some(taken) = view.handover.as_ref().filter(|taken| taken.sections.iter().any(|it| !it.entries.is_empty()))
        else {
            return;
        };
        self.heading(Level::Chapter, self.key(Key::Handover));
        self.say(taken.text.clone());
        taken.sections.iter().filter(|part| !part.entries.is_empty()).for_each(|part| self.taken(part));
    }

    fn taken(&mut self, part: &HandoverPart) {
        self.heading(Level::Section, part.label.clone());
        match &part.entries {
            Entries::Texts(all) => all.iter().for_each(|text| self.say(text.clone())),
            Entries::Numbered(all) => {
                let entries = all.iter().cloned().map(Entry::from).collect();
                self.blocks.push(Block::List(Marks::Numbers, entries));
            }
            Entries::Findings(all) => {
                let entry =
                    |(what, finding): &(Rc<str>, Rc<str>)| Entry { text: finding.clone(), below: vec![what.clone()] };
                self.bullets(all.iter().map(entry).collect());
            }
            Entries::Actions(all) => {
                self.bullets(all.iter().map(|it| Entry::from(Rc::from(in_a_line(self.ui, it)))).collect());
            }
        }
    }

    /// The notes of a column; those that were put together below what they are called.
    pub(super) fn notes(&mut self, column: &NotesColumn) {
        self.heading(Level::Detail, column.label.clone());
        let dotted = |text: &Rc<str>, dots: Option<u32>| -> Rc<str> {
            match dots {
                Some(dots) => {
                    let dots = self.ui.count(Key::DotsOne, Key::DotsOther, dots);
                    [text, " (", &*dots, ")"].concat().into()
                }
                None => text.clone(),
            }
        };
        let mut entries = Vec::new();
        for together in &column.groups {
            let notes = together.notes.iter().map(|note: &NoteView| dotted(&note.text, note.dots));
            if together.name.is_empty() {
                entries.extend(notes.map(Entry::from));
            } else {
                let below = notes.map(|note| Rc::from(["– ", &*note].concat())).collect();
                entries.push(Entry { text: dotted(&together.name, together.dots), below });
            }
        }
        self.bullets(entries);
    }

    /// What steps came to in the words of a summary, and what the group said of it last.
    pub(super) fn summary(&mut self, view: &ConfirmView) {
        self.heading(Level::Section, view.heading.title.clone());
        view.sections.iter().for_each(|section| self.summed_up(view, section));
    }

    fn summed_up(&mut self, view: &ConfirmView, section: &SectionView) {
        self.heading(Level::Detail, section.title.clone());
        let text = if section.text.is_empty() { self.key(Key::SummaryEmpty) } else { section.text.clone() };
        self.say(text);
        let Some(result) = section.results.first() else {
            return self.note(self.key(Key::SummaryUnconfirmed));
        };
        self.note(self.numbers(&view.scale, &result.bar));
        if !result.comments.is_empty() {
            self.note(self.key(Key::SummaryComments));
            self.quotes(&result.comments);
        }
    }
}
