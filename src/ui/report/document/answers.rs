//! Where the group agrees, where it leans, and where it is divided; and what else it said.

use std::rc::Rc;

use super::{Maker, rc};
use crate::core::consensus::Class;
use crate::core::report::chart::{Diverging, DivergingRow, Verdict, diverging};
use crate::core::report::document::{Block, CHART_WIDTH, Chart, Entry, Level, Table};
use crate::core::view::{Answers, Bar, ClosingView, CountedHands, ResultRow, ResultsView, ScalePoint, ShownBar, Text};
use crate::i18n::Key;
use crate::ui::class_badge;
use crate::ui::result_card::moved;

/// More bars in one picture would not fit on a page.
const BARS: usize = 8;
/// How wide the column of statements is, to one of numbers.
const STATEMENT: u32 = 5;
const NUMBER: u32 = 2;

/// The classes, in the order in which a policy tells them.
const CLASSES: [Class; 3] = [Class::Consensus, Class::Lean, Class::Divided];

impl Maker<'_> {
    /// What came of statements and questions, of notes, and of what was summed up.
    pub(super) fn stand(&mut self, view: &ClosingView) {
        if view.answers.is_empty() && view.notes.is_empty() && view.summaries.is_empty() {
            return;
        }
        self.heading(Level::Chapter, self.t("doc_stand"));
        let statements = |answers: &Option<Answers>| matches!(answers, Some(Answers::Statements(_)));
        if view.answers.iter().any(|(_, of)| statements(&of.answers)) {
            self.say(self.t("doc_stand_text"));
        }
        for (heading, of) in &view.answers {
            self.heading(Level::Section, heading.title.clone());
            match &of.answers {
                None => {}
                Some(Answers::Statements(results)) => self.statements(&heading.title, results),
                Some(Answers::Questions(results)) => self.questions(results),
            }
            self.hands(&of.hands);
        }
        for (heading, columns) in &view.notes {
            self.heading(Level::Section, heading.title.clone());
            for column in columns {
                self.notes(column);
            }
        }
        view.summaries.iter().for_each(|summary| self.summary(summary));
    }

    fn statements(&mut self, title: &Text, results: &ResultsView) {
        let of_class = |class: Class| -> Vec<&ResultRow> {
            results.rows.iter().filter(|row| shown(row).map(|it| it.class) == Some(class)).collect()
        };
        for class in CLASSES {
            let rows = of_class(class);
            if rows.is_empty() {
                continue;
            }
            let (heading, text) = match class {
                Class::Consensus => (self.t("doc_agree"), self.counted("doc_agree_text", rows.len())),
                Class::Lean => (self.t("doc_lean"), self.counted("doc_lean_text", rows.len())),
                Class::Divided | Class::Empty => (self.t("doc_divided"), self.counted("doc_divided_text", rows.len())),
            };
            self.heading(Level::Detail, heading.clone());
            self.say(text);
            let caption: Rc<str> = [&**title, ": ", &*heading].concat().into();
            for rows in rows.chunks(BARS) {
                self.bars(&caption, rows, &results.scale);
            }
            for row in rows {
                if let Some(reasons) = shown(row).map(|it| &it.reasons).filter(|reasons| !reasons.is_empty()) {
                    self.note(self.with("doc_reasons", &row.text));
                    self.quotes(reasons);
                }
            }
        }
        let hidden = results.rows.iter().filter(|row| shown(row).is_none_or(|it| it.class == Class::Empty)).count();
        if hidden > 0 {
            self.note(self.counted("doc_unshown", hidden));
        }
    }

    /// Bars of statements, and their numbers.
    fn bars(&mut self, caption: &Rc<str>, rows: &[&ResultRow], scale: &[ScalePoint]) {
        let chart = Diverging {
            about: self.with("doc_about", caption),
            scale: scale.iter().map(|point| point.label.clone()).collect(),
            rows: rows.iter().map(|row| self.bar(row)).collect(),
        };
        let opt_outs = rows.iter().filter_map(|row| shown(row)).any(|it| it.opt_outs > 0);
        let mut columns = vec![(self.key(Key::TableStatement), STATEMENT)];
        columns.extend(scale.iter().map(|point| (point.label.clone(), NUMBER)));
        if opt_outs {
            columns.push((self.key(Key::OptOutShort), NUMBER));
        }
        columns.push((self.key(Key::TableAgreement), NUMBER));
        let cells = |row: &&ResultRow| {
            let mut cells = vec![row.text.clone()];
            if let Some(it) = shown(row) {
                cells.extend(it.counts.iter().copied().map(number));
                if opt_outs {
                    cells.push(number(it.opt_outs));
                }
                let agreement = it.agreement.map(|percent| rc(self.ui.number(Key::Percent, percent.into())));
                cells.push(agreement.unwrap_or_default());
            }
            cells
        };
        let rows = rows.iter().map(cells).collect();
        self.blocks.push(Block::Chart(Chart {
            drawing: diverging(&chart, CHART_WIDTH),
            caption: caption.clone(),
            numbers: Table { caption: "".into(), columns, rows },
        }));
    }

    fn bar(&self, row: &ResultRow) -> DivergingRow {
        let it = shown(row);
        let verdict = it.map(|it| Verdict { class: it.class, words: rc(class_badge::name(self.ui, Some(it))) });
        let mut remark = row.bars.first().map(|bar| self.answered(bar)).unwrap_or_default();
        if let Some(shift) = it.and_then(|it| it.shift) {
            remark.push_str(". ");
            remark.push_str(&moved(self.ui, shift.net, shift.both));
        }
        DivergingRow { text: row.text.clone(), counts: it.map(|it| it.counts.clone()), verdict, remark: remark.into() }
    }

    fn answered(&self, bar: &Bar) -> String {
        self.ui.of(Key::AnsweredOf, bar.answered, bar.present).to_string()
    }

    /// Hands that were counted in the room.
    fn hands(&mut self, hands: &[CountedHands]) {
        if hands.is_empty() {
            return;
        }
        self.note(self.t("doc_hands"));
        let entry = |it: &CountedHands| {
            let mut numbers: Vec<String> =
                it.bars.iter().map(|bar| [&*bar.label, ": ", &bar.count.to_string()].concat()).collect();
            if it.opt_outs > 0 {
                numbers.push(self.ui.count(Key::OptOutsOne, Key::OptOutsOther, it.opt_outs).to_string());
            }
            let all = rc(self.ui.count(Key::HandsAllOne, Key::HandsAllOther, it.all));
            Entry { text: it.text.clone(), below: vec![numbers.join(" · ").into(), all] }
        };
        self.bullets(hands.iter().map(entry).collect());
    }
}

/// What the latest round of a statement came to, where that is shown.
fn shown(row: &ResultRow) -> Option<&ShownBar> {
    row.bars.first().and_then(|bar| bar.shown.as_ref())
}

fn number(count: u32) -> Rc<str> {
    count.to_string().into()
}
