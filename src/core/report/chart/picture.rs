//! A chart with all that it needs to be read by itself, wherever somebody puts the picture: what it is called, whose
//! results these are, how many answered, and what its signs mean.

use std::rc::Rc;

use super::Chart;
use super::sheet::{PADDING, Sheet, Type};
use crate::core::drawing::{Drawing, Paint};

/// A chart that is saved as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it is called.
    pub title: Rc<str>,
    /// Whose results these are.
    pub source: Source,
    /// How many answered, and what else is to be known before the chart is read; a line each.
    pub told: Vec<Rc<str>>,
    /// The chart.
    pub chart: Rc<Chart>,
    /// What its numbers and signs stand for; a line each.
    pub notes: Vec<Rc<str>>,
}

/// Whose results a picture shows: as far as the chart knows it, and then as the reader has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What the activity is called.
    pub activity: Rc<str>,
    /// Which group; empty where there are none.
    pub group: Option<Rc<str>>,
    /// Which meeting, or that it is about all of them.
    pub meeting: Option<Rc<str>>,
    /// Which round; empty where there was no second one.
    pub round: Option<Rc<str>>,
    /// The day on which it was so.
    pub day: Rc<str>,
}

impl Source {
    /// All of it in a line.
    pub fn line(&self) -> String {
        let parts = [Some(&self.activity), self.group.as_ref(), self.meeting.as_ref(), self.round.as_ref()];
        let parts = parts.into_iter().flatten().chain([&self.day]).map(|part| &**part);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

const TITLE: f32 = 18.0;
const TEXT: f32 = 13.0;
const SMALL: f32 = 12.0;
/// The share of the width that lines fill: these are long, and how wide type is differs from machine to machine.
const SPARE: f32 = 0.95;
/// The most lines of a title, and of anything else that is said.
const TITLE_LINES: usize = 4;
const LINES: usize = 3;

impl Picture {
    /// The picture at a width; wider where its chart is.
    pub fn drawing(&self, width: f32) -> Drawing {
        let chart = self.chart.drawing(width);
        let room = (chart.width - 2.0 * PADDING) * SPARE;
        let mut sheet = Sheet::default();
        let title = Type::new(TITLE, Paint::Ink).bold();
        let mut y = sheet.text(&self.title, (PADDING, PADDING), room, TITLE_LINES, title) + 2.0;
        let small = Type::new(SMALL, Paint::Muted);
        y = sheet.text(&self.source.line(), (PADDING, y), room, LINES, small) + 2.0;
        for line in &self.told {
            y = sheet.text(line, (PADDING, y), room, LINES, Type::new(TEXT, Paint::Ink));
        }
        sheet.shapes.extend(chart.shapes.into_iter().map(|shape| shape.lower(y)));
        y += chart.height;
        for line in &self.notes {
            y = sheet.text(line, (PADDING, y), room, LINES, Type::new(SMALL, Paint::Ink)) + 1.0;
        }
        sheet.done(chart.width, y, chart.about)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Picture, Source};
    use crate::core::drawing::{Drawing, Shape, text_width};
    use crate::core::report::chart::{Chart, HeatChart, Measured, MeasuredRow};

    fn picture(chart: Chart) -> Picture {
        let source = Source {
            activity: "Samen leren".into(),
            group: Some("Noord".into()),
            meeting: Some("Bijeenkomst 2".into()),
            round: None,
            day: "1 december 2026".into(),
        };
        let told = vec!["4 van 6".into()];
        Picture {
            title: "Wat helpt?".into(),
            source,
            told,
            chart: Rc::new(chart),
            notes: vec!["1. Een stelling".into()],
        }
    }

    fn bars() -> Chart {
        let rows = vec![MeasuredRow { label: "Praten".into(), value: "4".into(), width: 1000 }];
        Chart::Measured(Measured { about: "about".into(), rows })
    }

    fn base_line(drawing: &Drawing, wanted: &str) -> f32 {
        let of = |shape: &Shape| match shape {
            Shape::Words { y, text, .. } if **text == *wanted => Some(*y),
            _ => None,
        };
        drawing.shapes.iter().find_map(of).unwrap_or_else(|| panic!("{wanted} is not there"))
    }

    #[test]
    fn a_picture_says_what_it_shows_and_whose() {
        for width in [320.0, 960.0] {
            let drawing = picture(bars()).drawing(width);
            let told = "Samen leren · Noord · Bijeenkomst 2 · 1 december 2026";
            let lines = if width < 400.0 { vec!["Wat helpt?", "4 van 6"] } else { vec!["Wat helpt?", told, "4 van 6"] };
            let lines = lines.into_iter().chain(["Praten", "1. Een stelling"]);
            let heights: Vec<f32> = lines.map(|line| base_line(&drawing, line)).collect();
            assert!(heights.windows(2).all(|pair| pair[0] < pair[1]), "from above to below: {heights:?}");
            assert!(heights.iter().all(|y| *y > 0.0 && *y < drawing.height), "{heights:?} of {}", drawing.height);
        }
    }

    #[test]
    fn the_chart_stands_below_what_is_said() {
        let (with, without) = (picture(bars()).drawing(960.0), bars().drawing(960.0));
        let tops = |drawing: &Drawing| -> Vec<f32> {
            let top = |shape: &Shape| match shape {
                Shape::Block { y, .. } => Some(*y),
                _ => None,
            };
            drawing.shapes.iter().filter_map(top).collect()
        };
        let by = base_line(&with, "Praten") - base_line(&without, "Praten");
        assert!(by > 40.0);
        let lowered: Vec<f32> = tops(&without).iter().map(|y| y + by).collect();
        assert_eq!(tops(&with), lowered, "all of it by as much");
    }

    #[test]
    fn heavy_words_have_the_room_that_they_need() {
        let long = "Leren is bij ons even gewoon als werken, en daar nemen wij allemaal de tijd voor. ".repeat(3);
        let drawing = Picture { title: long.as_str().into(), ..picture(bars()) }.drawing(960.0);
        let mut titles = 0;
        for shape in &drawing.shapes {
            if let Shape::Words { x, size, bold: true, text, .. } = shape
                && *size > 15.0
            {
                titles += 1;
                assert!(x + text_width(text, *size) * 1.12 < 960.0, "{text}");
            }
        }
        assert!(titles > 1, "in several lines");
    }

    #[test]
    fn a_wide_chart_makes_a_wide_picture() {
        let heat = HeatChart {
            about: "about".into(),
            columns: vec!["Team".into(); 40],
            rows: vec![("1".into(), vec![(None, "–".into()); 40])],
        };
        let drawing = picture(Chart::Heat(heat)).drawing(960.0);
        assert!(drawing.width > 2000.0, "{}", drawing.width);
    }

    #[test]
    fn what_is_not_there_leaves_no_gap() {
        let source =
            Source { activity: "A".into(), group: Some("".into()), day: "vandaag".into(), ..Source::default() };
        assert_eq!(source.line(), "A · vandaag");
    }
}
