//! What can be downloaded.

use yew::prelude::*;

use super::choose::{Choice, choose};
use super::page::group_name;
use super::{Ask, PageProps, ReportFacts};
use crate::core::report::files::{Dataset, address, chosen_format, datasets};
use crate::core::report::{Selection, Which};
use crate::i18n::Key;
use crate::ui::el::{el, group, line, list};
use crate::ui::icon::Icon;

/// The kind of file, and every table with what it holds.
#[component]
pub fn Files(props: &PageProps) -> Html {
    let (page, selection) = (&props.page, &props.address.selection);
    let format =
        use_state(|| AttrValue::from(chosen_format(&page.formats, &page.last_format).unwrap_or("").to_owned()));
    let Some((_, name)) = page.formats.iter().find(|(id, _)| *id == *format) else {
        return line("p", "ll-rep-none", page.words.t("no_formats"));
    };
    let one =
        |(id, name): &(AttrValue, AttrValue)| Choice { value: id.clone(), label: name.clone(), chosen: *id == *format };
    let kept = {
        let (format, on) = (format.setter(), props.on.clone());
        Callback::from(move |id: AttrValue| {
            on.emit(Ask::KeepFormat(id.clone()));
            format.set(id);
        })
    };
    let kind = choose("ll-rep-format", page.words.t("format"), page.formats.iter().map(one).collect(), &kept);
    let number = match selection.which {
        Which::Latest => None,
        Which::Number(number) => Some(number),
    };
    let entry = |dataset: Dataset| {
        let to = address(&page.export, dataset, &format, selection.group.as_deref(), number);
        let what = page.words.of("file", dataset.code());
        let beside = page.words.fill("file_as", &[("what", &what), ("format", name)]);
        let link = el("a", "ll-btn")
            .attr("href", to.into())
            .fixed("download", "")
            .attr("data-file", dataset.code().into())
            .children(vec![
                Icon::Down.draw(),
                line("span", "", page.words.t("download")),
                line("span", "ll-sr", [" ", &*beside].concat().into()),
            ]);
        let about = line("p", "", page.words.of("about", dataset.code()));
        group("li", "ll-card ll-rep-file", vec![group("div", "", vec![line("h4", "", what), about]), link])
    };
    let files = datasets(&page.facts).into_iter().map(entry).collect();
    list(vec![
        line("p", "ll-lead", page.words.t("files_about")),
        group("p", "ll-rep-counts", vec![line("strong", "", carried(page, selection))]),
        group("div", "ll-rep-choices", vec![kind]),
        group("ul", "ll-list", files),
    ])
}

/// Of which meetings the files are.
fn carried(page: &ReportFacts, selection: &Selection) -> AttrValue {
    let of = selection.group.as_ref().and_then(|id| page.facts.report.group(id));
    let groups = of.map_or_else(|| page.words.t("all_groups"), |of| group_name(page, of));
    let meetings = match selection.which {
        Which::Latest => page.words.t("all_meetings"),
        Which::Number(number) => page.ui.number(Key::MeetingNumber, number),
    };
    if page.facts.report.groups.len() > 1 { [&*groups, ", ", &*meetings].concat().into() } else { meetings }
}
