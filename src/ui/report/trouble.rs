//! What went wrong, and what the reader can do about it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Ask, ReportFacts};
use crate::core::refusal::Refusal;
use crate::core::report::{Remedy, Trouble};
use crate::ui::button::{Tone, button};
use crate::ui::el::{el, group, line, none};
use crate::ui::icon::Icon;

/// Why the host did not do what it was asked.
pub fn reason(page: &ReportFacts, trouble: &Trouble) -> AttrValue {
    match trouble {
        Trouble::Unreachable => page.words.t("trouble_unreachable"),
        Trouble::LoggedOut => page.words.t("trouble_loggedout"),
        Trouble::Refused(Refusal::Conflict, _) => page.words.t("trouble_conflict"),
        Trouble::Refused(_, Some(text)) => text.clone().into(),
        Trouble::Refused(refusal, None) => page.ui.catalogue.refusal(*refusal).into(),
    }
}

/// The button goes with its message: the focus goes on to the field of its row, else to the heading of the page.
fn leave(event: &MouseEvent) {
    let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let row = button.and_then(|button| button.closest("td").ok().flatten());
    let field = row.and_then(|row| row.query_selector("select").ok().flatten());
    let heading = || web_sys::window()?.document()?.get_element_by_id("ll-heading");
    if let Some(next) = field.or_else(heading).and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = next.focus();
    }
}

/// A message that is read aloud as soon as it stands there: what failed, why, and the button that may help.
pub fn told(
    page: &ReportFacts,
    failed: AttrValue,
    trouble: &Trouble,
    retry: &Callback<()>,
    on: &Callback<Ask>,
) -> Html {
    let help = match trouble.remedy() {
        Remedy::Retry => {
            let retry = retry.reform(|event: MouseEvent| leave(&event));
            button(page.words.t("retry"), Tone::Secondary.icon(Icon::Sending), retry)
        }
        Remedy::Reload => {
            let reload = on.reform(|_: MouseEvent| Ask::Reload);
            button(page.words.t("reload"), Tone::Secondary.icon(Icon::Sending), reload)
        }
        Remedy::None => none(),
    };
    let words = group("p", "", vec![line("strong", "", failed), " ".into(), reason(page, trouble).into()]);
    el("div", "ll-rep-trouble").fixed("role", "alert").children(vec![Icon::Warning.draw(), words, help])
}
