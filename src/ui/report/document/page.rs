//! A document as a page to print: the elements that it is made of, and nothing around it.

use yew::prelude::*;

use crate::core::drawing::svg;
use crate::core::report::document::{Block, Chart, Document, Entry, Level, Marks, Table};
use crate::core::view::Text;
use crate::ui::el::{el, group, none};

/// The document.
pub fn page(document: &Document) -> Html {
    let subtitle = document.subtitle.iter().map(|it| el("p", "").fixed("dir", "auto").text(it.clone().into()));
    let mut title = vec![said("h1", "", &document.title)];
    title.extend(subtitle);
    let mut parts = vec![group("header", "ll-doc__title", title)];
    parts.extend(document.blocks.iter().map(block));
    el("article", "ll-doc").attr("lang", document.language.clone().into()).children(parts)
}

fn block(it: &Block) -> Html {
    match it {
        Block::Heading(Level::Chapter, text) => said("h2", "", text),
        Block::Heading(Level::Section, text) => said("h3", "", text),
        Block::Heading(Level::Detail, text) => said("h4", "", text),
        Block::Paragraph(text) => said("p", "ll-doc__text", text),
        Block::Note(text) => said("p", "ll-doc__text ll-doc__note", text),
        Block::Quotes(all) => {
            let quote = |text: &Text| said("blockquote", "ll-doc__text", text);
            group("div", "", all.iter().map(quote).collect())
        }
        Block::List(marks, entries) => {
            let name = match marks {
                Marks::Bullets => "ul",
                Marks::Numbers => "ol",
            };
            group(name, "", entries.iter().map(entry).collect())
        }
        Block::Table(it) => table(it),
        Block::Chart(chart) => figure(chart),
    }
}

/// What people wrote, in the direction that it is written in.
fn said(name: &'static str, class: &'static str, content: &Text) -> Html {
    el(name, class).fixed("dir", "auto").text(content.clone().into())
}

fn entry(entry: &Entry) -> Html {
    let below = entry.below.iter().map(|text| said("p", "ll-doc__text ll-doc__note", text));
    let mut parts = vec![said("p", "ll-doc__text", &entry.text)];
    parts.extend(below);
    group("li", "", parts)
}

/// The chart as in a Word file, in colours of paper, and its numbers below.
fn figure(chart: &Chart) -> Html {
    // Every text in it is escaped by what writes it.
    let drawn = Html::from_html_unchecked(svg(&chart.drawing).into());
    let figure = group("figure", "", vec![said("figcaption", "", &chart.caption), drawn]);
    group("div", "ll-doc__chart", vec![figure, table(&chart.numbers)])
}

fn table(it: &Table) -> Html {
    let caption = if it.caption.is_empty() { none() } else { said("caption", "", &it.caption) };
    let title = |(title, _): &(Text, u32)| el("th", "").fixed("scope", "col").text(title.clone().into());
    let head = group("tr", "", it.columns.iter().map(title).collect());
    let cell = |(at, content): (usize, &Text)| match at {
        0 => el("th", "ll-doc__text").fixed("scope", "row").fixed("dir", "auto").text(content.clone().into()),
        _ => el("td", "ll-doc__text").fixed("dir", "auto").text(content.clone().into()),
    };
    let row = |cells: &Vec<Text>| group("tr", "", cells.iter().enumerate().map(cell).collect());
    let body = group("tbody", "", it.rows.iter().map(row).collect());
    group("table", "", vec![caption, group("thead", "", vec![head]), body])
}
