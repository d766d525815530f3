//! A document as Markdown (`CommonMark`, with the tables of GitHub's dialect).

use std::rc::Rc;

use super::{Block, Document, Entry, Level, Marks, Table};
use crate::core::text::has_xml;

/// The document as text. What people wrote is never taken for Markdown or HTML. A chart is its caption and its table.
pub fn markdown(document: &Document) -> String {
    let mut parts = vec![heading("#", &document.title)];
    let subtitle: Vec<String> = document.subtitle.iter().map(|line| paragraph(line, "")).collect();
    if !subtitle.is_empty() {
        parts.push(subtitle.join("\\\n"));
    }
    parts.extend(document.blocks.iter().map(block));
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(Level::Chapter, text) => heading("##", text),
        Block::Heading(Level::Section, text) => heading("###", text),
        Block::Heading(Level::Detail, text) => heading("####", text),
        Block::Paragraph(text) | Block::Note(text) => paragraph(text, ""),
        Block::Quotes(all) => {
            let quoted = |text: &Rc<str>| ["> ", &paragraph(text, "> ")].concat();
            all.iter().map(quoted).collect::<Vec<_>>().join("\n\n")
        }
        Block::List(marks, entries) => list(*marks, entries),
        Block::Table(it) => table(it),
        Block::Chart(chart) => [["**", &line(&chart.caption), "**"].concat(), table(&chart.numbers)].join("\n\n"),
    }
}

fn heading(mark: &str, text: &str) -> String {
    [mark, " ", &line(text)].concat()
}

fn list(marks: Marks, entries: &[Entry]) -> String {
    let entry = |(at, entry): (usize, &Entry)| {
        let mark = match marks {
            Marks::Bullets => "- ".to_owned(),
            Marks::Numbers => [&(at + 1).to_string(), ". "].concat(),
        };
        let indent = " ".repeat(mark.len());
        let mut text = [&*mark, &paragraph(&entry.text, &indent)].concat();
        for below in &entry.below {
            text.push_str(&["\\\n", &indent, &paragraph(below, &indent)].concat());
        }
        text
    };
    entries.iter().enumerate().map(entry).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| ["| ", &cells.join(" | "), " |"].concat();
    let mut lines = Vec::new();
    if !table.caption.is_empty() {
        lines.push(["**", &line(&table.caption), "**\n"].concat());
    }
    lines.push(row(table.columns.iter().map(|(title, _)| cell(title)).collect()));
    lines.push(row(table.columns.iter().map(|_| "---".to_owned()).collect()));
    lines.extend(table.rows.iter().map(|cells| row(cells.iter().map(|text| cell(text)).collect())));
    lines.join("\n")
}

/// Text in a cell: one line, breaks as HTML, since tables know no other.
fn cell(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escaped).collect();
    lines.join("<br>")
}

/// Text on one line.
fn line(text: &str) -> String {
    escaped(&text.replace(['\n', '\r'], " "))
}

/// Lines of text, each but the first behind `indent`. None begins like a list, a rule or a heading.
fn paragraph(text: &str, indent: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| begun(escaped(line)));
    lines.collect::<Vec<_>>().join(&["\\\n", indent].concat())
}

/// A line whose beginning is no mark: `-`, `+`, `=`, or a number with a dot or a bracket.
fn begun(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => digits,
        Some('-' | '+' | '=') if digits == 0 => 0,
        _ => return line,
    };
    [&line[..at], "\\", &line[at..]].concat()
}

/// Text without meaning to Markdown or HTML; what no file should hold is left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$' => safe.extend(['\\', c]),
            '\t' | '\n' | '\r' => safe.push(' '),
            c if has_xml(c) => safe.push(c),
            _ => {}
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{begun, escaped, markdown};
    use crate::core::drawing::Drawing;
    use crate::core::report::document::{Block, Chart, Document, Entry, Level, Marks, Table};
    use crate::core::room::Date;

    fn written(blocks: Vec<Block>) -> String {
        markdown(&Document {
            language: "en".into(),
            title: "Draft".into(),
            subtitle: vec!["Team *A*".into(), "30 November 2026".into()],
            day: Date::parse("2026-11-30").unwrap(),
            blocks,
        })
    }

    fn table(caption: &str, rows: Vec<Vec<&str>>) -> Table {
        Table {
            caption: caption.into(),
            columns: vec![("What".into(), 2), ("Who".into(), 1)],
            rows: rows.into_iter().map(|row| row.into_iter().map(Into::into).collect()).collect(),
        }
    }

    #[test]
    fn what_people_wrote_is_no_markdown() {
        assert_eq!(
            escaped("<b>*x*</b> [a](b) `c` _d_ #1 &lt; a|b"),
            "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\_d\\_ \\#1 \\&lt; a\\|b"
        );
        assert_eq!(escaped("bel\u{7}\u{0}\tnul"), "bel nul");
        for (text, safe) in
            [("- x", "\\- x"), ("1. x", "1\\. x"), ("=1+1", "\\=1+1"), ("2) y", "2\\) y"), ("3 x", "3 x")]
        {
            assert_eq!(begun(text.to_owned()), safe);
        }
    }

    #[test]
    fn a_document_is_written_in_order() {
        let entry = Entry { text: "We share.\nAlways.".into(), below: vec!["Rests on: a talk".into()] };
        let text = written(vec![
            Block::Heading(Level::Chapter, "Goal".into()),
            Block::Paragraph("One\ntwo".into()),
            Block::List(Marks::Numbers, vec![entry, Entry::from(std::rc::Rc::from("Second"))]),
            Block::Quotes(vec!["Because\nI say so".into()]),
            Block::Table(table("", vec![vec!["a|b\nc", "=1+1"]])),
        ]);
        let expected = "# Draft\n\nTeam \\*A\\*\\\n30 November 2026\n\n## Goal\n\nOne\\\ntwo\n\n\
            1. We share.\\\n   Always.\\\n   Rests on: a talk\n2. Second\n\n> Because\\\n> I say so\n\n\
            | What | Who |\n| --- | --- |\n| a\\|b<br>c | =1+1 |\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_chart_is_its_table() {
        let drawing = Drawing { width: 1.0, height: 1.0, about: "".into(), shapes: Vec::new() };
        let chart = Chart { drawing, caption: "How we see it".into(), numbers: table("", vec![vec!["x", "3"]]) };
        assert!(
            written(vec![Block::Chart(chart)])
                .contains("**How we see it**\n\n| What | Who |\n| --- | --- |\n| x | 3 |")
        );
    }
}
