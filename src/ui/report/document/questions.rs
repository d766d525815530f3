//! What came of questions: profiles, distributions, and how two of them go together.

use std::rc::Rc;

use super::{Maker, rc};
use crate::core::report::chart::{Measured, MeasuredRow, Profile, ProfileChartRow, ProfileSpot, measured, profile};
use crate::core::report::document::{Block, CHART_WIDTH, Chart, Level, Table};
use crate::core::view::{
    CountBar, Distribution, Line, Middle, ProfileRow, ProfileView, QuestionResults, RelationSide, RelationView,
    ResultPart, Spread,
};
use crate::i18n::Key;
use crate::ui::profile;

impl Maker<'_> {
    /// What the exercise shows of questions, as on the closing page; what too few people answered is only counted.
    pub(super) fn questions(&mut self, results: &QuestionResults) {
        self.note(rc(self.ui.of(Key::QuestionsGroup, results.answered, results.present)));
        for part in &results.parts {
            match part {
                ResultPart::Distribution(it) => self.distribution(it),
                ResultPart::Profile(it) => self.profile(it),
                ResultPart::Relation(it) => self.relation(it),
            }
        }
        let hidden = results.parts.iter().filter(|part| is_hidden(part)).count();
        if hidden > 0 {
            self.note(self.counted("doc_unshown_questions", hidden));
        }
    }

    fn profile(&mut self, view: &ProfileView) {
        if view.rows.iter().all(|row| row.shown.is_none()) {
            return;
        }
        let title = self.key(Key::ProfileTitle);
        self.heading(Level::Detail, title.clone());
        let (low, high) = (view.range.0.to_string(), view.range.1.to_string());
        self.note(rc(self.ui.fill(Key::ProfileText, &[("low", &low), ("high", &high)])));
        let row = |row: &ProfileRow| ProfileChartRow {
            label: row.label.clone(),
            ends: row.ends.clone(),
            value: rc(row.shown.as_ref().map_or_else(|| self.ui.t(Key::ProfileNone), |it| self.ui.tenths(it.mean))),
            spot: row.shown.as_ref().map(ProfileSpot::from),
        };
        let chart = Profile { about: self.with("doc_about", &title), rows: view.rows.iter().map(row).collect() };
        let titles = [Key::ProfileDimension, Key::ProfileMean, Key::ProfileMiddle, Key::ProfileAnswers];
        let columns = titles.into_iter().zip([4, 2, 2, 4]).map(|(key, parts)| (self.key(key), parts)).collect();
        let cells = |row: &ProfileRow| profile::cells(self.ui, row).into_iter().map(rc).collect();
        let numbers = Table { caption: "".into(), columns, rows: view.rows.iter().map(cells).collect() };
        self.blocks.push(Block::Chart(Chart { drawing: profile(&chart, CHART_WIDTH), caption: title, numbers }));
    }

    fn distribution(&mut self, it: &Distribution) {
        let Some(spread) = &it.spread else { return };
        self.heading(Level::Detail, it.text.clone());
        let mut facts = vec![self.ui.of(Key::AnsweredOf, it.answered, it.present).to_string()];
        match spread {
            Spread::Texts(texts) => self.quotes(texts),
            Spread::Counts { bars, opt_outs, mean } => {
                if let Some(mean) = mean {
                    facts.push(self.ui.with(Key::MeanOf, &self.ui.tenths(*mean)).to_string());
                }
                if *opt_outs > 0 {
                    facts.push(self.ui.count(Key::OptOutsOne, Key::OptOutsOther, *opt_outs).to_string());
                }
                self.counts(&it.text, bars);
            }
            Spread::Numbers { bars, median, range: (low, high) } => {
                facts.push(self.ui.with(Key::MedianOf, &self.ui.tenths(*median)).to_string());
                let bounds = [("low", &*low.to_string()), ("high", &*high.to_string())];
                facts.push(self.ui.fill(Key::NumberRange, &bounds).to_string());
                self.counts(&it.text, bars);
            }
        }
        self.note(facts.join(" · "));
        if let Some(line) = &it.line {
            self.over_time(line);
        }
    }

    fn counts(&mut self, title: &Rc<str>, bars: &[CountBar]) {
        let about = self.with("doc_about", title);
        let rows = bars.iter().map(MeasuredRow::from).collect();
        self.measured(Measured { about, rows }, title, (self.t("doc_answer"), self.t("doc_count")));
    }

    /// A chart of bars, and the same as a table with these two titles.
    fn measured(&mut self, chart: Measured, caption: &Rc<str>, titles: (Rc<str>, Rc<str>)) {
        let rows = chart.rows.iter().map(|row| vec![row.label.clone(), row.value.clone()]).collect();
        let columns = vec![(titles.0, 4), (titles.1, 1)];
        self.blocks.push(Block::Chart(Chart {
            drawing: measured(&chart, CHART_WIDTH),
            caption: caption.clone(),
            numbers: Table { caption: "".into(), columns, rows },
        }));
    }

    fn over_time(&mut self, line: &Line) {
        let value = match line.of {
            Middle::Mean => Key::LineMean,
            Middle::Median => Key::LineMedian,
        };
        let columns = [Key::LineMeeting, value, Key::TableAnswered].map(|key| (self.key(key), 1)).into();
        let rows = line.points.iter().map(|point| {
            let middle = point.value.map_or_else(|| self.ui.t(Key::ProfileNone), |(value, _)| self.ui.tenths(value));
            let meeting = self.ui.number(Key::MeetingNumber, point.meeting);
            vec![rc(meeting), rc(middle), point.answered.to_string().into()]
        });
        let rows = rows.collect();
        self.blocks.push(Block::Table(Table { caption: self.key(Key::LineTitle), columns, rows }));
    }

    fn relation(&mut self, view: &RelationView) {
        let Some((high, low)) = &view.sides else { return view.instead.iter().for_each(|it| self.distribution(it)) };
        let title = self.key(Key::RelationTitle);
        self.heading(Level::Detail, title.clone());
        self.say(rc(self.ui.with(Key::RelationX, &view.x)));
        self.say(rc(self.ui.with(Key::RelationY, &view.y)));
        let side = |key: Key, side: &RelationSide| {
            let people = self.ui.count(Key::PeopleCountOne, Key::PeopleCountOther, side.people);
            MeasuredRow {
                label: [&*self.ui.with(key, &view.split), " (", &people, ")"].concat().into(),
                value: rc(self.ui.tenths(side.median)),
                width: side.width,
            }
        };
        let rows = vec![side(Key::RelationHigh, high), side(Key::RelationLow, low)];
        let chart = Measured { about: self.with("doc_about", &title), rows };
        self.measured(chart, &title, (self.t("doc_answer"), self.t("doc_median")));
        self.note(view.caveat.clone());
    }
}

/// Whether too few people answered to show anything of it.
fn is_hidden(part: &ResultPart) -> bool {
    match part {
        ResultPart::Distribution(it) => it.spread.is_none(),
        ResultPart::Profile(it) => it.rows.iter().all(|row| row.shown.is_none()),
        ResultPart::Relation(it) => it.sides.is_none() && it.instead.iter().all(|it| it.spread.is_none()),
    }
}
