//! Whether a group agrees, in a few words.

use yew::prelude::*;

use super::context::Ui;
use super::el::{group, line};
use super::icon::Icon;
use crate::core::consensus::{Class, Direction};
use crate::core::view::ShownBar;
use crate::i18n::Key;

/// A label with a pictogram, so that the colour says nothing of its own.
pub fn class_badge(ui: &Ui, bar: Option<&ShownBar>) -> Html {
    let (class, icon) = match bar.map(|bar| (bar.class, bar.direction)) {
        Some((Class::Consensus, _)) => ("ll-badge ll-badge--consensus", Icon::Check),
        Some((Class::Lean, Direction::Agree)) => ("ll-badge ll-badge--lean", Icon::Right),
        Some((Class::Lean, Direction::Disagree)) => ("ll-badge ll-badge--lean", Icon::Left),
        Some((Class::Lean, _)) => ("ll-badge ll-badge--lean", Icon::Both),
        Some((Class::Divided, _)) => ("ll-badge ll-badge--divided", Icon::Split),
        Some((Class::Empty, _)) | None => ("ll-badge ll-badge--none", Icon::Hidden),
    };
    group("span", class, vec![icon.draw(), line("span", "", name(ui, bar))])
}

/// The class and its direction in words.
pub fn name(ui: &Ui, bar: Option<&ShownBar>) -> AttrValue {
    ui.t(match bar.map(|bar| (bar.class, bar.direction)) {
        Some((Class::Consensus, Direction::Agree)) => Key::ClassConsensusAgree,
        Some((Class::Consensus, Direction::Disagree)) => Key::ClassConsensusDisagree,
        Some((Class::Consensus, _)) => Key::ClassConsensusMiddle,
        Some((Class::Lean, Direction::Agree)) => Key::ClassLeanAgree,
        Some((Class::Lean, Direction::Disagree)) => Key::ClassLeanDisagree,
        Some((Class::Lean, _)) => Key::ClassLeanNone,
        Some((Class::Divided, _)) => Key::ClassDivided,
        Some((Class::Empty, _)) | None => Key::ClassSuppressed,
    })
}
