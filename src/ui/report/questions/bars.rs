//! The picture of how the answers to a question spread.

use yew::prelude::*;

use crate::core::report::chart::{Chart, Measured, MeasuredRow, Picture, Source};
use crate::core::view::{CountBar, Spread};
use crate::i18n::Key;
use crate::ui::report::ReportFacts;
use crate::ui::report::chart::picture;

/// The bars of a spread; none where people wrote.
pub fn bars_of(spread: Option<&Spread>) -> &[CountBar] {
    match spread {
        Some(Spread::Counts { bars, .. } | Spread::Numbers { bars, .. }) => bars,
        Some(Spread::Texts(_)) | None => &[],
    }
}

/// What is said beside the bars: the middle of the answers, their range, and who had no opinion.
pub fn facts_of(page: &ReportFacts, spread: Option<&Spread>) -> Vec<AttrValue> {
    let ui = &page.ui;
    match spread {
        Some(Spread::Counts { opt_outs, mean, .. }) => {
            let mean = mean.map(|mean| ui.with(Key::MeanOf, &ui.tenths(mean)));
            let opt_outs = (*opt_outs > 0).then(|| ui.count(Key::OptOutsOne, Key::OptOutsOther, *opt_outs));
            mean.into_iter().chain(opt_outs).collect()
        }
        Some(Spread::Numbers { median, range: (low, high), .. }) => {
            let bounds = [("low", &*low.to_string()), ("high", &*high.to_string())];
            vec![ui.with(Key::MedianOf, &ui.tenths(*median)), ui.fill(Key::NumberRange, &bounds)]
        }
        Some(Spread::Texts(_)) | None => Vec::new(),
    }
}

/// The bars with their question, and these lines about them; `None` where there are no bars.
pub fn bars_picture(
    page: &ReportFacts,
    question: &str,
    spread: Option<&Spread>,
    source: Source,
    told: &[Vec<AttrValue>],
) -> Option<Picture> {
    let bars = bars_of(spread);
    if bars.is_empty() {
        return None;
    }
    let rows = bars.iter().map(MeasuredRow::from).collect();
    let chart = Chart::Measured(Measured { about: question.into(), rows });
    let told = told.iter().filter(|facts| !facts.is_empty()).map(|facts| facts.join(" · ").into()).collect();
    Some(Picture { source, told, ..picture(page, chart, question) })
}
