//! The big screen in front of the room: what everybody looks at together, one thing at a time, large enough to be read
//! from the back. It is made of the same screen as anybody's, so it can show nothing that participants may not see.

use super::{CountedHands, Page, Screen};

/// One thing to look at. Numbers are places in the lists of the page's view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// The whole page; of a vote all its statements, of results all of them in brief.
    Whole,
    /// A statement that is put to the vote.
    Statement(usize),
    /// The result of one statement, in the order in which the results stand.
    Result(usize),
    /// A part of what came of questions.
    Part(usize),
    /// Hands that were counted, in the order of counting.
    Hands(usize),
}

/// How a page is gone through on the big screen: first as a whole, then piece by piece where it has pieces, and at
/// last what hands were counted.
pub fn slides(page: &Page) -> Vec<Slide> {
    let mut slides = vec![Slide::Whole];
    match page {
        Page::Statements(view) if !view.items.is_empty() => slides.extend((0..view.items.len()).map(Slide::Statement)),
        Page::Statements(view) => {
            let rows = view.results.as_ref().map_or(0, |results| results.rows.len());
            slides.extend((0..rows).map(Slide::Result));
        }
        Page::Questions(view) if view.sections.is_empty() => {
            let parts = view.results.as_ref().map_or(0, |results| results.parts.len());
            slides.extend((0..parts).map(Slide::Part));
        }
        _ => {}
    }
    // What has one piece alone is the whole.
    slides.truncate(if slides.len() == 2 { 1 } else { slides.len() });
    let hands = counted(page).len();
    slides.extend((0..hands).map(Slide::Hands));
    slides
}

/// The hands that were counted on a page.
pub fn counted(page: &Page) -> &[CountedHands] {
    match page {
        Page::Statements(view) => &view.hands.counted,
        Page::Questions(view) => &view.hands.counted,
        _ => &[],
    }
}

/// How many have answered, and how many are present, while an answer is asked; `None` at other times.
pub fn answered(page: &Page) -> Option<(u32, u32)> {
    match page {
        Page::Statements(view) if !view.items.is_empty() => Some((view.answered, view.present)),
        Page::Questions(view) if !view.sections.is_empty() => Some((view.answered, view.present)),
        _ => None,
    }
}

/// What the slides of a page belong to: when it changes, the screen begins with the first slide again.
pub fn chapter(screen: &Screen) -> (Option<&str>, bool) {
    (screen.page.heading().map(|heading| heading.step.as_str()), answered(&screen.page).is_some())
}
