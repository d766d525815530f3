//! Parts of a Word file for which the crate has no words: what a screen reader says of a picture, rows that come again
//! on every page, styles with their language, and the title among the properties. All are patterns that no text of a
//! user can hold, since there `<` is escaped.

use std::fmt::Write;

use crate::core::report::document::Document;
use crate::core::text::has_xml;

/// The looks of all styles.
const STYLES: &str = include_str!("styles.xml");
/// How the crate names every picture.
const PICTURE: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
/// How the first row of a table begins, which has the titles.
const HEAD: &str = "</w:tblGrid><w:tr><w:trPr><w:cantSplit />";
/// Where the foot of the page is named, and where it belongs.
const FOOT: &str = "<w:footerReference w:type=\"default\" r:id=\"rIdFooter1\" />";
const SECTION: &str = "<w:sectPr>";

/// Text without what XML has no way to write, on one line.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| has_xml(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Text in XML.
fn escaped(text: &str) -> String {
    plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The body, with words for its pictures in their order.
pub fn body(xml: &str, alternatives: &[&str]) -> String {
    let mut pieces = xml.split(PICTURE);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for (at, piece) in pieces.enumerate() {
        let said = alternatives.get(at).copied().unwrap_or_default();
        let number = at + 1;
        // Writing into a String cannot fail.
        let _ = write!(whole, "<wp:docPr id=\"{number}\" name=\"Chart {number}\" descr=\"{}\"/>", escaped(said));
        whole.push_str(piece);
    }
    whole
        .replace(HEAD, &[HEAD, "<w:tblHeader/>"].concat())
        .replace(FOOT, "")
        .replace(SECTION, &[SECTION, FOOT].concat())
        .replace("<w:pPr><w:rPr />", "<w:pPr>")
        .replace("<w:tblBorders />", "")
        .replace("<w:tblPr>", "<w:tblPr><w:tblStyle w:val=\"OutcomeTable\"/>")
        .replace("</w:tblPr>", "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr>")
}

/// The styles, in the document's language.
pub fn styles(document: &Document) -> String {
    STYLES.replace("{language}", region(&document.language))
}

/// The properties of the file.
pub fn properties(document: &Document) -> String {
    let (title, language, day) = (escaped(&document.title), region(&document.language), document.day);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:language>{language}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>"
    )
}

/// A language as Word names it, for its spelling checker.
fn region(code: &str) -> &str {
    match code.split(['-', '_']).next() {
        Some("nl") => "nl-NL",
        Some("en") => "en-GB",
        _ => code,
    }
}
