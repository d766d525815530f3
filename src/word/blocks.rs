//! The body of a Word file, block by block.

use docx_rs::{
    BreakType, Docx, NumberingId, Paragraph, Pic, Run, Table, TableBorders, TableCell, TableLayoutType, TableRow,
    WidthType,
};

use super::parts::plain;
use super::{BULLETS, Picture, level};
use crate::core::report::document::{self, Block, Chart, Document, Entry, Level, Marks};

/// The width of the text, in twentieths of a point.
const WIDTH: usize = 9_072;
/// The width of a picture, in millionths of a foot's 304.8 mm (EMU): 16 cm.
const PICTURE_WIDTH: f32 = 5_760_000.0;
/// The height of the largest picture: what fits on a page with its caption.
const PICTURE_HEIGHT: f32 = 8_200_000.0;
/// Pixels of the picture itself tell nothing: its size is given apart.
const ANY: u32 = 1;

/// The style of an empty paragraph that only keeps things apart.
const SPACE: &str = "Space";
/// With more columns than this, their titles are set smaller.
const FEW_COLUMNS: usize = 5;

/// A row with longer texts than this may go on on the next page.
const SHORT: usize = 600;

/// What the body is made of.
pub(super) enum Child {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

impl Child {
    /// Puts it behind what is there.
    pub fn onto(self, file: Docx) -> Docx {
        match self {
            Self::Paragraph(it) => file.add_paragraph(*it),
            Self::Table(it) => file.add_table(*it),
        }
    }
}

/// The body in the making.
pub(super) struct Body<'a> {
    pub children: Vec<Child>,
    /// How many lists with numbers there are.
    pub lists: usize,
    pictures: std::slice::Iter<'a, Picture>,
}

/// The numbering of a list, from 0.
pub(super) fn list_id(list: usize) -> usize {
    BULLETS + 2 + list
}

impl<'a> Body<'a> {
    /// An empty one, with the pictures of its charts.
    pub fn new(pictures: &'a [Picture]) -> Self {
        Self { children: Vec::new(), lists: 0, pictures: pictures.iter() }
    }

    /// The title and what stands below it.
    pub fn title(&mut self, document: &Document) {
        self.say("Title", &document.title);
        document.subtitle.iter().for_each(|line| self.say("Subtitle", line));
        self.say(SPACE, "");
    }

    /// A block.
    pub fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(Level::Chapter, text) => self.say("Heading1", text),
            Block::Heading(Level::Section, text) => self.say("Heading2", text),
            Block::Heading(Level::Detail, text) => self.say("Heading3", text),
            Block::Paragraph(text) => self.say("BodyText", text),
            Block::Note(text) => self.say("Explanation", text),
            Block::Quotes(all) => all.iter().for_each(|text| self.say("Quote", text)),
            Block::List(marks, entries) => self.list(*marks, entries),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    fn say(&mut self, style: &str, text: &str) {
        self.add(paragraph(style, text));
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.children.push(Child::Paragraph(Box::new(paragraph)));
    }

    fn list(&mut self, marks: Marks, entries: &[Entry]) {
        let (style, id) = match marks {
            Marks::Bullets => ("ListBullet", BULLETS),
            Marks::Numbers => {
                self.lists += 1;
                ("ListNumber", list_id(self.lists - 1))
            }
        };
        for entry in entries {
            self.add(paragraph(style, &entry.text).numbering(NumberingId::new(id), level()));
            entry.below.iter().for_each(|line| self.say("ListContinue", line));
        }
    }

    fn chart(&mut self, chart: &Chart) {
        if let Some(picture) = self.pictures.next().filter(|picture| !picture.is_empty()) {
            let (width, height) = size(chart.drawing.width, chart.drawing.height);
            let picture = Pic::new_with_dimensions(picture.clone(), ANY, ANY).size(width, height);
            // One paragraph of both: LibreOffice would else leave a caption alone at the foot of a page.
            let below = Run::new().add_break(BreakType::TextWrapping).add_image(picture);
            self.add(paragraph("Caption", &chart.caption).add_run(below));
        }
        self.table(&chart.numbers);
    }

    fn table(&mut self, table: &document::Table) {
        if !table.caption.is_empty() {
            self.say("Caption", &table.caption);
        }
        let parts: u32 = table.columns.iter().map(|(_, parts)| parts).sum();
        let width = |of: u32| WIDTH * of as usize / parts.max(1) as usize;
        let widths: Vec<usize> = table.columns.iter().map(|(_, parts)| width(*parts)).collect();
        let cell = |style: &str, text: &str, width: usize| {
            TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph(style, text))
        };
        let style = if table.columns.len() > FEW_COLUMNS { "TableLabel" } else { "TableHeading" };
        let head = table.columns.iter().zip(&widths).map(|((title, _), width)| cell(style, title, *width));
        let mut rows = vec![TableRow::new(head.collect()).cant_split()];
        for row in &table.rows {
            let cells = row.iter().zip(&widths).map(|(text, width)| cell("TableText", text, *width));
            let whole = TableRow::new(cells.collect());
            let short = row.iter().all(|text| text.chars().count() < SHORT);
            rows.push(if short { whole.cant_split() } else { whole });
        }
        let made = Table::new(rows)
            .set_grid(widths)
            .set_borders(TableBorders::with_empty())
            .width(WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed);
        self.children.push(Child::Table(Box::new(made)));
        // Two tables in a row would be one.
        self.say(SPACE, "");
    }
}

/// A paragraph of a style, its lines as they are. What is written from right to left is set so.
fn paragraph(style: &str, text: &str) -> Paragraph {
    let mut run = Run::new();
    let rtl = runs_from_right(text);
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(plain(line));
    }
    if rtl {
        run = run.style("RightToLeft");
    }
    let mut paragraph = Paragraph::new().style(style);
    if rtl {
        paragraph.property = paragraph.property.bidi(true);
    }
    if text.is_empty() { paragraph } else { paragraph.add_run(run) }
}

/// Whether the first letter that has a direction is one of Hebrew, Arabic or their kin.
fn runs_from_right(text: &str) -> bool {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_rtl)
}

/// How large a picture is on the page, in EMU: as wide as the text, unless it would be higher than the page.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 1 and the limits.
fn size(width: f32, height: f32) -> (u32, u32) {
    let scale = (PICTURE_WIDTH / width.max(1.0)).min(PICTURE_HEIGHT / height.max(1.0));
    ((width * scale).max(1.0) as u32, (height * scale).max(1.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::{runs_from_right, size};

    #[test]
    fn a_picture_fits_on_the_page() {
        assert_eq!(size(640.0, 320.0), (5_760_000, 2_880_000));
        let (width, height) = size(640.0, 2000.0);
        assert!(width < 5_760_000 && height <= 8_200_000);
    }

    #[test]
    fn the_first_letter_decides() {
        assert!(runs_from_right("«مرحبا» hello"));
        assert!(!runs_from_right("hello مرحبا"));
        assert!(!runs_from_right("=1+1"));
    }
}
