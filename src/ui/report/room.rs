//! What came of a step in a meeting of one group: its heading, and what cannot be drawn of it.

use yew::prelude::*;

use super::ReportFacts;
use crate::core::report::InRoom;
use crate::core::view::Text;
use crate::i18n::Key;
use crate::ui::el::{group, line, none};

/// The title of the step, and which meeting it was.
pub fn heading(page: &ReportFacts, it: &InRoom) -> Html {
    let meeting = [" · ", &page.ui.number(Key::MeetingNumber, it.meeting)].concat();
    group("h4", "", vec![line("span", "", it.title.clone().into()), line("span", "ll-muted", meeting.into())])
}

/// What was answered on another scale than that of now.
pub fn on_other_scale(page: &ReportFacts, it: &InRoom) -> Html {
    let other = |(text, points): &(Text, usize)| {
        let values = [("item", &**text), ("points", &points.to_string())];
        line("li", "ll-rep-none", page.words.fill("other_scale", &values))
    };
    if it.other.is_empty() { none() } else { group("ul", "ll-rep-list", it.other.iter().map(other).collect()) }
}
