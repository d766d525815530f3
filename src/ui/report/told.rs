//! What several groups come to, in words.

use std::rc::Rc;

use yew::prelude::*;

use super::ReportFacts;
use super::page::group_name;
use crate::core::report::{Found, Total};
use crate::i18n::Key;
use crate::ui::el::{group, line, list};

/// From how many groups, and how many are not shown and why.
pub fn of_groups(page: &ReportFacts, total: &Total) -> Html {
    let facts = groups_told(page, total).into_iter().map(|fact| line("span", "", fact)).collect();
    group("p", "ll-result__facts", facts)
}

/// The same as texts.
pub fn groups_told(page: &ReportFacts, total: &Total) -> Vec<AttrValue> {
    let words = &page.words;
    let groups = |number: u32| words.counted("groups", number);
    let mut facts = Vec::new();
    if total.groups > 0 {
        let answers = words.counted("answers", total.answered);
        facts.push(words.fill("answers_of", &[("answers", &answers), ("groups", &groups(total.groups))]));
    }
    if total.hidden > 0 {
        let values = [("groups", &*groups(total.hidden)), ("k", &*from_to(page, total.least))];
        facts.push(words.fill("groups_hidden", &values));
    }
    if total.other > 0 {
        facts.push(words.with("groups_scale", &groups(total.other)));
    }
    facts
}

/// Why there is nothing of something.
pub fn why<T>(page: &ReportFacts, found: &Found<T>) -> AttrValue {
    match found {
        Found::Shown(_) => AttrValue::default(),
        Found::TooFew => page.ui.t(Key::ProfileNone),
        Found::OtherScale => page.words.t("other_text"),
        Found::Nothing => page.words.t("no_result"),
    }
}

/// How many answers stand behind what is drawn of each of these, from the fewest to the most.
pub fn numbers_told(page: &ReportFacts, of: impl Iterator<Item = (AttrValue, Vec<u32>)>) -> Vec<Rc<str>> {
    let one = |(name, numbers): (AttrValue, Vec<u32>)| {
        let n = from_to(page, (*numbers.iter().min()?, *numbers.iter().max()?));
        Some(page.words.fill("n_of", &[("name", &name), ("n", &n)]).to_string())
    };
    let all: Vec<String> = of.filter_map(one).collect();
    if all.is_empty() { Vec::new() } else { vec![all.join(" · ").into()] }
}

/// A number, or from which to which.
pub fn from_to(page: &ReportFacts, (low, high): (u32, u32)) -> AttrValue {
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
