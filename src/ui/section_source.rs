//! What a section of a summary sums up.

use yew::prelude::*;

use super::context::Ui;
use super::el::{el, group, line, none};
use super::results::Detail;
use super::tallied::tallied;
use crate::core::view::{Source, Text};
use crate::i18n::Key;

/// Something to open; it is open for whoever writes the summary.
pub fn section_source(ui: &Ui, source: &Source, open: bool) -> Html {
    let texts = |texts: &[Text]| {
        group("ul", "ll-quotes", texts.iter().map(|text| line("li", "", text.clone().into())).collect())
    };
    let inside = match source {
        Source::Nothing => return none(),
        Source::Tallied(of) => tallied(ui, of, Detail::Brief),
        Source::Notes(columns) => {
            let column = |(label, notes): &(Text, Vec<Text>)| {
                group("div", "", vec![line("h4", "", label.clone().into()), texts(notes)])
            };
            group("div", "ll-results", columns.iter().map(column).collect())
        }
        Source::Texts(lines) => texts(lines),
    };
    let summary = line("summary", "", ui.t(Key::SummarySource));
    el("details", "ll-more ll-section__source").fixed_if(open, "open", "open").children(vec![summary, inside])
}
