//! How the answers to a question spread in one group, how that went over its meetings, and the picture of both.

use std::rc::Rc;

use yew::prelude::*;

use super::bars::{bars_picture, facts_of};
use super::card::over_meetings;
use super::own::Own;
use crate::core::view::Distribution;
use crate::i18n::Key;
use crate::ui::el::el;
use crate::ui::question_results::distribution_parts;
use crate::ui::report::chart::save_picture;

/// A card.
pub fn answers(own: &Own, it: &Distribution) -> Html {
    let page = own.page;
    let mut facts = vec![page.ui.of(Key::AnsweredOf, it.answered, it.present)];
    facts.extend(facts_of(page, it.spread.as_ref()));
    let title = [&it.number.to_string(), ". ", &*it.text].concat();
    let picture = bars_picture(page, &title, it.spread.as_ref(), own.source(), &[facts]);
    let mut parts = distribution_parts(&page.ui, it, own.least);
    parts.extend(picture.map(|picture| save_picture(page, &Rc::new(picture), own.on)));
    let row = own.section.questions.iter().find(|row| row.item == it.item);
    let lines = |row| over_meetings(page, own.section, row, own.selection, &[own.group], own.on);
    parts.extend(row.map(lines));
    el("article", "ll-card ll-result").key(it.item.as_str()).children(parts)
}
