//! A document as a Word file: Office Open XML, by the crate `docx-rs`.
//!
//! Paragraphs bear Word's own styles (Heading 1 to 3, List Bullet, List Number, Caption …), whose looks stand in
//! `styles.xml`, so that whoever goes on with the document changes one style and not a hundred paragraphs.

mod blocks;
mod parts;

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, Docx, Footer, IndentLevel, Level, LevelJc, LevelOverride, LevelText, NumPages, NumberFormat,
    Numbering, PageMargin, PageNum, Paragraph, Run, SpecialIndentType, Start, XMLDocx,
};

use crate::core::report::document::Document;
use crate::protocol::Malformed;
use crate::protocol::document::read;

/// A picture of a chart: the bytes of a PNG.
pub type Picture = Vec<u8>;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// The document is none.
    Malformed(Malformed),
    /// Its parts cannot be put together, which no text can bring about.
    Parts,
}

impl std::fmt::Display for Unwritable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed(malformed) => malformed.fmt(f),
            Self::Parts => f.write_str("the parts of the file do not fit together"),
        }
    }
}

/// A4 in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Its margins: 2.5 cm.
const MARGIN: i32 = 1_417;
/// From the edge of the page to its number.
const FOOT: i32 = 709;
/// How far lists are set in.
const INDENT: i32 = 360;
/// What lists with bullets and lists with numbers are made from.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;

/// The bytes of a `.docx` of the document that JSON describes (`protocol::document`).
///
/// # Errors
/// [`Unwritable`] with what is wrong with the document.
pub fn write_json(json: &str, pictures: &[Picture]) -> Result<Vec<u8>, Unwritable> {
    let json = serde_json::from_str(json).map_err(|_| Unwritable::Malformed(Malformed("document")))?;
    write(&read(&json).map_err(Unwritable::Malformed)?, pictures)
}

/// The bytes of a `.docx`. Charts have the pictures in their order; one without a picture is its table alone.
///
/// # Errors
/// [`Unwritable::Parts`].
pub fn write(document: &Document, pictures: &[Picture]) -> Result<Vec<u8>, Unwritable> {
    let mut body = blocks::Body::new(pictures);
    body.title(document);
    document.blocks.iter().for_each(|block| body.block(block));
    let mut file = body.children.into_iter().fold(blank(document), |file, child| child.onto(file));
    for list in 0..body.lists {
        // Each list counts from 1.
        let from_one = LevelOverride::new(0).start(1);
        file = file.add_numbering(Numbering::new(blocks::list_id(list), NUMBERS).add_override(from_one));
    }
    let alternatives: Vec<&str> = document
        .charts()
        .zip(pictures)
        .filter(|(_, picture)| !picture.is_empty())
        .map(|(chart, _)| &*chart.drawing.about)
        .collect();
    let packed = finished(file.build(), document, &alternatives)?;
    let mut bytes = Cursor::new(Vec::new());
    packed.pack(&mut bytes).map_err(|_| Unwritable::Parts)?;
    Ok(bytes.into_inner())
}

/// An A4 page with its number at the foot.
fn blank(document: &Document) -> Docx {
    let margins =
        PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header: FOOT, footer: FOOT, gutter: 0 };
    let foot = Paragraph::new()
        .style("Footer")
        .add_run(Run::new().add_text([&*parts::plain(&document.title), "  ·  "].concat()))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" / "))
        .add_num_pages(NumPages::new());
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margins)
        .footer(Footer::new().add_paragraph(foot))
        .add_abstract_numbering(marks(BULLETS, "bullet", "•"))
        .add_abstract_numbering(marks(NUMBERS, "decimal", "%1."))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

fn marks(id: usize, format: &str, text: &str) -> AbstractNumbering {
    let level = Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left"))
        .indent(Some(INDENT), Some(SpecialIndentType::Hanging(INDENT)), None, None);
    AbstractNumbering::new(id).add_level(level)
}

/// The level of all lists.
fn level() -> IndentLevel {
    IndentLevel::new(0)
}

/// The parts with what the crate has no words for.
fn finished(mut parts: XMLDocx, document: &Document, alternatives: &[&str]) -> Result<XMLDocx, Unwritable> {
    let body = String::from_utf8(parts.document).map_err(|_| Unwritable::Parts)?;
    parts.document = parts::body(&body, alternatives).into_bytes();
    parts.styles = parts::styles(document).into_bytes();
    parts.doc_props.core = parts::properties(document).into_bytes();
    Ok(parts)
}
