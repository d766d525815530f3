//! How two questions go together, in each group that is chosen: what is told of a group is told of that group alone.

use std::rc::Rc;

use yew::prelude::*;

use super::own::Own;
use super::relation::relation;
use crate::core::report::{Page, QuestionSection, Selection, in_room};
use crate::core::view::{Answers, ResultPart};
use crate::ui::el::{el, group, line, none};
use crate::ui::report::later::Later;
use crate::ui::report::told::name_of;
use crate::ui::report::{Ask, ReportFacts};

/// The relation views of the exercise, drawn when they are asked for; nothing where it has none.
pub fn relations(
    page: &Rc<ReportFacts>,
    it: &QuestionSection,
    selection: &Selection,
    chosen: &[usize],
    on: &Callback<Ask>,
) -> Html {
    if !it.relations {
        return none();
    }
    let draw = {
        let (page, selection, chosen, on) = (page.clone(), selection.clone(), chosen.to_vec(), on.clone());
        let section = it.clone();
        Callback::from(move |()| {
            let one = |at: &usize| {
                let id = page.facts.report.groups.get(*at)?.id.clone();
                let alone = Selection { group: Some(id), ..selection.clone() };
                let steps = in_room(&page.facts, &alone, Page::Questions);
                let found = steps.iter().find(|it| it.step == section.step)?;
                let Some(Answers::Questions(results)) = &found.tallied.answers else { return None };
                let own = Own {
                    page: &page,
                    section: &section,
                    selection: &alone,
                    group: *at,
                    meeting: found.meeting,
                    least: results.min_answers,
                    on: &on,
                };
                let drawn = results.parts.iter().filter_map(|part| match part {
                    ResultPart::Relation(view) => Some(relation(&own, view)),
                    _ => None,
                });
                let name = el("h5", "").fixed("dir", "auto").text(name_of(&page, *at));
                Some(group("section", "ll-rep-part", std::iter::once(name).chain(drawn).collect()))
            };
            let drawn: Vec<Html> = chosen.iter().filter_map(one).collect();
            if drawn.is_empty() {
                line("p", "ll-rep-none", page.words.t("nothing_shown"))
            } else {
                group("div", "ll-rep-parts", drawn)
            }
        })
    };
    html! { <Later title={page.words.t("relations_title")} {draw} /> }
}
