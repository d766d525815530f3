//! Something to read.

use super::super::known::Known;
use super::super::reader::Node;
use super::Block;
use crate::core::format::Localized;
use crate::core::ids::ItemId;

/// Something to read; nobody answers, and it gives no points.
#[derive(Clone, Debug, PartialEq)]
pub struct Info {
    /// Its paragraphs.
    pub items: Vec<InfoItem>,
}

/// A paragraph to read.
#[derive(Clone, Debug, PartialEq)]
pub struct InfoItem {
    /// Its identity.
    pub id: ItemId,
    /// What it says.
    pub text: Localized,
}

pub(super) fn read(step: &Node, settings: &Node, known: &mut Known) -> Option<Block> {
    let items = step
        .member("items")
        .list(1, 20)
        .iter()
        .filter_map(|node| {
            if !node.object(&["id", "text"]) {
                return None;
            }
            let id = node.member("id").new_id(&mut known.items);
            let text = node.member("text").text();
            Some(InfoItem { id: id?.as_ref().into(), text })
        })
        .collect();
    settings.object(&[]).then_some(Block::Info(Info { items }))
}
