//! What several groups come to, in words.

use yew::prelude::*;

use super::ReportFacts;
use super::page::group_name;
use crate::core::report::Total;
use crate::i18n::Key;
use crate::ui::el::{group, line, list};

/// From how many groups, and how many are not shown and why.
pub fn of_groups(page: &ReportFacts, total: &Total) -> Html {
    let words = &page.words;
    let groups = |number: u32| words.counted("groups", number);
    let mut facts = Vec::new();
    if total.groups > 0 {
        let answers = words.counted("answers", total.answered);
        facts.push(words.fill("answers_of", &[("answers", &answers), ("groups", &groups(total.groups))]));
    }
    if total.hidden > 0 {
        let values = [("groups", &*groups(total.hidden)), ("k", &*least(page, total.least))];
        facts.push(words.fill("groups_hidden", &values));
    }
    if total.other > 0 {
        facts.push(words.with("groups_scale", &groups(total.other)));
    }
    group("p", "ll-result__facts", facts.into_iter().map(|fact| line("span", "", fact)).collect())
}

/// k, or from which to which.
pub fn least(page: &ReportFacts, (low, high): (u32, u32)) -> AttrValue {
    let (low, high) = (low.to_string(), high.to_string());
    if low == high { low.into() } else { page.ui.fill(Key::FromTo, &[("low", &low), ("high", &high)]) }
}

/// A number with its sign.
pub fn signed(number: i32) -> AttrValue {
    match number {
        0 => "0".into(),
        1.. => format!("+{number}").into(),
        _ => format!("\u{2212}{}", number.unsigned_abs()).into(),
    }
}

/// What a group is called, by its place among those of the report.
pub fn name_of(page: &ReportFacts, group: usize) -> AttrValue {
    page.facts.report.groups.get(group).map(|it| group_name(page, it)).unwrap_or_default()
}

/// Several paragraphs of the kind that explains.
pub fn notes(texts: Vec<AttrValue>) -> Html {
    list(texts.into_iter().map(|text| line("p", "ll-rep-none", text)).collect())
}
