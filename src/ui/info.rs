//! The page with something to read.

use yew::prelude::*;

use super::context::Ui;
use super::el::{group, line, list};
use super::page_heading::page_heading;
use super::prompts::thinking_questions;
use crate::core::view::InfoView;

/// The paragraphs, and questions to think about.
pub fn info(ui: &Ui, view: &InfoView) -> Html {
    let paragraphs = view.paragraphs.iter().map(|text| line("p", "", text.clone().into())).collect();
    list(vec![
        page_heading(ui, &view.heading),
        group("div", "ll-card ll-info", paragraphs),
        thinking_questions(ui, &view.heading.prompts),
    ])
}
