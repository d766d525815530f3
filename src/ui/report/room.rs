//! What came of a meeting as its group saw it.

use yew::prelude::*;

use super::ReportFacts;
use super::told::notes;
use crate::core::report::{InRoom, Page, Selection, in_room};
use crate::core::view::Text;
use crate::i18n::Key;
use crate::ui::el::{el, group, line, none};
use crate::ui::results::Detail;
use crate::ui::tallied::tallied;

/// The steps that a page is about, as the group that is chosen saw them.
pub fn in_the_room(page: &ReportFacts, selection: &Selection, of: Page) -> Html {
    let steps = in_room(&page.facts, selection, of);
    if steps.is_empty() {
        return notes(vec![page.words.t("nothing_shown")]);
    }
    let one = |it: &InRoom| {
        let title = vec![
            line("span", "", it.title.clone().into()),
            line("span", "ll-muted", [" · ", &page.ui.number(Key::MeetingNumber, it.meeting)].concat().into()),
        ];
        let other = |(text, points): &(Text, usize)| {
            let values = [("item", &**text), ("points", &points.to_string())];
            line("li", "ll-rep-none", page.words.fill("other_scale", &values))
        };
        let other =
            if it.other.is_empty() { none() } else { group("ul", "ll-rep-list", it.other.iter().map(other).collect()) };
        el("section", "ll-rep-part").key(it.step.as_str()).children(vec![
            group("h4", "", title),
            tallied(&page.ui, &it.tallied, Detail::Full),
            other,
        ])
    };
    group("div", "ll-rep-parts", steps.iter().map(one).collect())
}
