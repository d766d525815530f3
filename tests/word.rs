//! The Word file of a document: a sound package whose parts are XML, with Word's own styles, and nothing lost of what
//! people wrote. Where `LibreOffice` is at hand, it opens every one of them and makes a PDF of it.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;

use leerlandschap::core::drawing::Drawing;
use leerlandschap::core::report::document::{Block, Chart, Document, Entry, Level, Marks, Table};
use leerlandschap::core::room::Date;
use leerlandschap::protocol::document::{read, written};
use leerlandschap::word::{write, write_json};

/// A white pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0, 1, 1,
    1, 0, 0x1b, 0xb6, 0xee, 0x56, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// Two pictures that differ, though only behind their end.
fn pictures() -> [Vec<u8>; 2] {
    [PNG.to_vec(), [PNG, &[0]].concat()]
}

/// What people write to see whether it breaks.
const HOSTILE: &[&str] = &[
    "=1+1",
    "<w:p/> & \"quotes\" ]]> <!-- x -->",
    "bell \u{7} nul \u{0} vertical \u{b} none \u{ffff} \u{fffe} escape \u{1b}",
    "مرحبا بالعالم",
    "👩‍🏫 é ñ 漢字",
    "line\nline\r\nline",
    "{$a} %1. \\ `code` **bold**",
];

fn table(rows: Vec<Vec<Rc<str>>>) -> Table {
    Table { caption: "Numbers".into(), columns: vec![("What".into(), 3), ("How many".into(), 1)], rows }
}

fn document(language: &str) -> Document {
    let long: Rc<str> = "Een lange zin die steeds opnieuw begint. ".repeat(50).into();
    let entry = |text: &&str| Entry { text: (*text).into(), below: vec![(*text).into()] };
    let drawing = Drawing { width: 640.0, height: 200.0, about: "How \"we\" <see> it".into(), shapes: Vec::new() };
    let chart = || {
        Block::Chart(Chart {
            drawing: drawing.clone(),
            caption: "A chart".into(),
            numbers: table(HOSTILE.iter().map(|text| vec![(*text).into(), "3".into()]).collect()),
        })
    };
    let mut blocks = vec![
        Block::Heading(Level::Chapter, "Occasion".into()),
        Block::Paragraph(long.clone()),
        Block::Heading(Level::Section, HOSTILE[1].into()),
        Block::List(Marks::Numbers, HOSTILE.iter().map(entry).collect()),
        Block::List(Marks::Numbers, vec![Entry::from(Rc::from("One again"))]),
        Block::List(Marks::Bullets, HOSTILE.iter().map(entry).collect()),
        Block::Heading(Level::Detail, "Quotes".into()),
        Block::Quotes(HOSTILE.iter().map(|text| (*text).into()).collect()),
        chart(),
        chart(),
        Block::Table(table((0..60).map(|at| vec![long.clone(), at.to_string().into()]).collect())),
        Block::Note("".into()),
    ];
    blocks.extend(HOSTILE.iter().map(|text| Block::Paragraph((*text).into())));
    Document {
        language: language.into(),
        title: "Draft <policy> & \u{1} more".into(),
        subtitle: vec!["Team “Noord”".into(), "30 November 2026".into()],
        day: Date::parse("2026-11-30").expect("a day"),
        blocks,
    }
}

/// The entries of an archive whose files are stored as they are (APPNOTE.TXT, "Local file header").
fn unpacked(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let number =
        |at: usize, bytes: usize| (0..bytes).rev().fold(0, |sum, it| sum * 256 + usize::from(archive[at + it]));
    let end = archive.windows(4).rposition(|it| it == b"PK\x05\x06").expect("an end");
    let mut at = number(end + 16, 4);
    let mut files = BTreeMap::new();
    for _ in 0..number(end + 10, 2) {
        assert_eq!(&archive[at..at + 4], b"PK\x01\x02", "an entry of the list");
        assert_eq!(number(at + 10, 2), 0, "stored");
        let (size, name, local) = (number(at + 20, 4), number(at + 28, 2), number(at + 42, 4));
        let start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        let called = String::from_utf8(archive[at + 46..at + 46 + name].to_vec()).expect("a name");
        files.insert(called, archive[start..start + size].to_vec());
        at += 46 + name + number(at + 30, 2) + number(at + 32, 2);
    }
    files
}

fn text_of(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}")).clone()).expect("UTF-8")
}

/// Fails where `xml` is not well-formed, as far as our writers could get it wrong: elements that do not close, entities
/// that there are not, characters that XML 1.0 does not have.
fn well_formed(name: &str, xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml;
    while let Some((text, after)) = rest.split_once('<') {
        for reference in text.split('&').skip(1) {
            let known = ["amp;", "lt;", "gt;", "quot;", "apos;", "#"];
            assert!(known.iter().any(|it| reference.starts_with(it)), "{name}: &{reference:.20}");
        }
        let (tag, after) = after.split_once('>').unwrap_or_else(|| panic!("{name}: a tag without an end"));
        let element = tag.split([' ', '/', '\n']).next().unwrap_or_default();
        assert!(!tag.contains('<'), "{name}: <{tag:.40}");
        if tag.starts_with('?') || tag.ends_with('/') {
        } else if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed.trim()), "{name}");
        } else {
            assert_eq!(tag.matches('"').count() % 2, 0, "{name}: <{tag}");
            open.push(element);
        }
        rest = after;
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{name}: {open:?} stay open");
    let odd = xml.chars().find(|c| (*c < ' ' && !"\t\n\r".contains(*c)) || matches!(c, '\u{fffe}' | '\u{ffff}'));
    assert_eq!(odd, None, "{name}");
}

/// Whether a file's name ends so.
fn is(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == extension)
}

#[test]
fn the_package_is_sound() {
    for language in ["nl", "en"] {
        let document = document(language);
        let bytes = write(&document, &pictures()).expect("written");
        let files = unpacked(&bytes);
        for (name, content) in &files {
            if is(name, "xml") || is(name, "rels") {
                well_formed(name, std::str::from_utf8(content).expect("UTF-8"));
            }
        }
        let body = text_of(&files, "word/document.xml");
        for style in ["Title", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Quote", "Caption"] {
            assert!(body.contains(&format!("<w:pStyle w:val=\"{style}\"")), "no {style}");
            assert!(text_of(&files, "word/styles.xml").contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
        let region = if language == "nl" { "nl-NL" } else { "en-GB" };
        assert!(text_of(&files, "word/styles.xml").contains(&format!("<w:lang w:val=\"{region}\"")));
        let properties = text_of(&files, "docProps/core.xml");
        assert!(properties.contains("<dc:title>Draft &lt;policy&gt; &amp;  more</dc:title>"), "{properties}");
        assert_eq!(body.matches("<w:tblHeader/>").count(), 3, "a title on every page of a table");
        assert_eq!(body.matches("descr=\"How &quot;we&quot; &lt;see&gt; it\"").count(), 2);
        assert!(text_of(&files, "word/footer1.xml").contains("PAGE"));
        let foot = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter1\" />";
        assert!(body.contains(foot) && body.matches("<w:footerReference").count() == 1, "the foot of the page, first");
        assert!(text_of(&files, "word/_rels/document.xml.rels").contains("\"rIdFooter1\""));
        assert_eq!(files.keys().filter(|name| is(name, "png")).count(), 2);
        for text in ["=1+1", "مرحبا بالعالم", "👩‍🏫 é ñ 漢字", "&lt;w:p/&gt; &amp; &quot;quotes&quot;"]
        {
            assert!(body.contains(text), "{text} is lost");
        }
        assert!(body.contains("<w:bidi"), "right to left");
    }
}

#[test]
fn lists_count_from_one_each() {
    let files = unpacked(&write(&document("en"), &[]).expect("written"));
    let numbers = text_of(&files, "word/numbering.xml");
    assert_eq!(numbers.matches("<w:startOverride w:val=\"1\"").count(), 2);
    let body = text_of(&files, "word/document.xml");
    for list in ["<w:numId w:val=\"4\"", "<w:numId w:val=\"5\"", "<w:numId w:val=\"2\""] {
        assert!(body.contains(list), "no {list}");
        assert!(numbers.contains(&list.replace("<w:numId w:val", "<w:num w:numId")), "no {list} in {numbers}");
    }
}

#[test]
fn charts_without_a_picture_are_tables() {
    let files = unpacked(&write(&document("en"), &[Vec::new()]).expect("written"));
    let body = text_of(&files, "word/document.xml");
    assert!(!body.contains("<wp:inline") && body.matches("<w:tbl>").count() == 3);
}

#[test]
fn a_document_travels_as_json() {
    let document = document("en");
    let json = written(&document);
    assert_eq!(read(&json), Ok(document.clone()));
    let files = unpacked(&write_json(&json.to_string(), &[]).expect("written"));
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        unpacked(&write(&document, &[]).expect("written")).keys().collect::<Vec<_>>()
    );
    assert!(write_json("[]", &[]).is_err() && write_json("{", &[]).is_err());
}

#[test]
fn libreoffice_opens_it() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: LibreOffice (soffice, package libreoffice-writer-nogui) is not here");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word");
    fs::create_dir_all(&folder).expect("a folder");
    for language in ["nl", "en"] {
        let file = folder.join(format!("{language}.docx"));
        fs::write(&file, write(&document(language), &pictures()).expect("written")).expect("kept");
        let pdf = file.with_extension("pdf");
        let _ = fs::remove_file(&pdf);
        let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
        let run = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
            .args([&folder, &file])
            .output()
            .expect("run");
        let size = fs::metadata(&pdf).map(|it| it.len()).unwrap_or_default();
        assert!(size > 10_000, "{}", String::from_utf8_lossy(&run.stderr));
    }
}
