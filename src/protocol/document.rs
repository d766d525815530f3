//! A document, on its way to the module that makes a Word file of it. Of charts only what stands in words and their
//! size: their pictures go beside it.

use serde_json::{Value, json};

use super::Malformed;
use super::json::Members;
use crate::core::drawing::Drawing;
use crate::core::report::document::{Block, Chart, Document, Entry, Level, Marks, Table};
use crate::core::room::Date;

/// The document as JSON.
pub fn written(document: &Document) -> Value {
    json!({
        "language": &*document.language,
        "title": &*document.title,
        "subtitle": document.subtitle,
        "day": document.day.to_string(),
        "blocks": document.blocks.iter().map(block).collect::<Vec<_>>(),
    })
}

fn block(it: &Block) -> Value {
    match it {
        Block::Heading(level, text) => json!({"is": level_name(*level), "text": &**text}),
        Block::Paragraph(text) => json!({"is": "paragraph", "text": &**text}),
        Block::Note(text) => json!({"is": "note", "text": &**text}),
        Block::Quotes(all) => json!({"is": "quotes", "texts": all}),
        Block::List(marks, entries) => {
            let is = match marks {
                Marks::Bullets => "bullets",
                Marks::Numbers => "numbers",
            };
            let entry = |it: &Entry| json!({"text": &*it.text, "below": it.below});
            json!({"is": is, "entries": entries.iter().map(entry).collect::<Vec<_>>()})
        }
        Block::Table(it) => json!({"is": "table", "table": table(it)}),
        Block::Chart(chart) => {
            let drawing = &chart.drawing;
            json!({
                "is": "chart",
                "about": &*drawing.about,
                "width": whole(drawing.width),
                "height": whole(drawing.height),
                "caption": &*chart.caption,
                "table": table(&chart.numbers),
            })
        }
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Chapter => "chapter",
        Level::Section => "section",
        Level::Detail => "detail",
    }
}

fn table(it: &Table) -> Value {
    let titles: Vec<&str> = it.columns.iter().map(|(title, _)| &**title).collect();
    let parts: Vec<u32> = it.columns.iter().map(|(_, parts)| *parts).collect();
    let rows: Vec<Value> = it.rows.iter().map(|row| json!({"cells": row})).collect();
    json!({"caption": &*it.caption, "titles": titles, "parts": parts, "rows": rows})
}

/// A length in whole pixels.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Charts are smaller than that.
fn whole(length: f32) -> u16 {
    length.ceil().clamp(0.0, f32::from(u16::MAX)) as u16
}

/// The document that JSON describes; its charts without shapes.
///
/// # Errors
/// [`Malformed`] with the first member that is not as it is written.
pub fn read(json: &Value) -> Result<Document, Malformed> {
    let it = Members::of(json, "document")?;
    Ok(Document {
        language: it.text("language")?,
        title: it.text("title")?,
        subtitle: it.texts("subtitle")?,
        day: Date::parse(it.str("day")?).ok_or(Malformed("day"))?,
        blocks: it.all("blocks", read_block)?,
    })
}

fn read_block(it: Members) -> Result<Block, Malformed> {
    let list = |marks| {
        let entry = |it: Members| Ok(Entry { text: it.text("text")?, below: it.texts("below")? });
        Ok(Block::List(marks, it.all("entries", entry)?))
    };
    match it.str("is")? {
        "chapter" => Ok(Block::Heading(Level::Chapter, it.text("text")?)),
        "section" => Ok(Block::Heading(Level::Section, it.text("text")?)),
        "detail" => Ok(Block::Heading(Level::Detail, it.text("text")?)),
        "paragraph" => Ok(Block::Paragraph(it.text("text")?)),
        "note" => Ok(Block::Note(it.text("text")?)),
        "quotes" => Ok(Block::Quotes(it.texts("texts")?)),
        "bullets" => list(Marks::Bullets),
        "numbers" => list(Marks::Numbers),
        "table" => Ok(Block::Table(read_table(it.object("table")?)?)),
        "chart" => {
            let (width, height): (u16, u16) = (it.number("width")?, it.number("height")?);
            let about = it.text("about")?;
            let drawing = Drawing { width: width.into(), height: height.into(), about, shapes: Vec::new() };
            Ok(Block::Chart(Chart { drawing, caption: it.text("caption")?, numbers: read_table(it.object("table")?)? }))
        }
        _ => Err(Malformed("is")),
    }
}

fn read_table(it: Members) -> Result<Table, Malformed> {
    let titles: Vec<std::rc::Rc<str>> = it.texts("titles")?;
    Ok(Table {
        caption: it.text("caption")?,
        columns: titles.into_iter().zip(it.numbers::<u32>("parts")?).collect(),
        rows: it.all("rows", |row| row.texts("cells"))?,
    })
}
