//! Voting on statements.

use super::super::known::Known;
use super::super::reader::{CHECKS, Node};
use super::{Block, min_answers};
use crate::core::format::{Localized, Scale};
use crate::core::ids::ItemId;

/// Voting on statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Statements {
    /// What is chosen from.
    pub scale: Scale,
    /// How many rounds there can be.
    pub rounds: u8,
    /// When results are shown.
    pub reveal: Reveal,
    /// Whether a reason may be given.
    pub reasons: bool,
    /// In which order results stand.
    pub order: ResultOrder,
    /// k may not be less for this step.
    pub min_answers: u32,
    /// The statements.
    pub items: Vec<Statement>,
}

/// When results are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// When the one who leads wants it.
    Facilitator,
    /// Also of itself, once everyone who is present has answered.
    AllVoted,
}

/// The words for it in a file.
pub(super) const REVEALS: &[(&str, Reveal)] = &[("facilitator", Reveal::Facilitator), ("all_voted", Reveal::AllVoted)];

/// In which order results stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultOrder {
    /// As the exercise has them.
    AsListed,
    /// Divided first.
    MostDividedFirst,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its identity.
    pub id: ItemId,
    /// What it says.
    pub text: Localized,
    /// A hint for the one who leads.
    pub hint: Option<Localized>,
}

pub(super) fn read(step: &Node, settings: &Node, known: &mut Known) -> Option<Block> {
    const ORDERS: &[(&str, ResultOrder)] =
        &[("as_listed", ResultOrder::AsListed), ("most_divided_first", ResultOrder::MostDividedFirst)];
    let items = step
        .member("items")
        .list(1, 50)
        .iter()
        .filter_map(|node| {
            if !node.object(&["id", "text", "direction", "facilitator_hint"]) {
                return None;
            }
            // For who reads the file: there is no total over statements, so nothing is turned.
            if CHECKS {
                node.member("direction").optional().map(|it| it.choice(&[("reversed", ())]));
            }
            let id = node.member("id").new_id(&mut known.items);
            let text = node.member("text").text();
            let hint = node.member("facilitator_hint").optional_text();
            Some(Statement { id: id?.as_ref().into(), text, hint })
        })
        .collect();
    if !settings.object(&["scale", "rounds", "reveal", "reason", "order_after_reveal", "min_answers"]) {
        return None;
    }
    let scale = known.scale(&settings.member("scale"));
    let rounds = settings.member("rounds").optional().and_then(|it| it.number(1, 2));
    let reveal = settings.member("reveal").optional().and_then(|it| it.choice(REVEALS));
    let reasons = settings.member("reason").optional();
    let reasons = reasons.and_then(|it| it.choice(&[("none", false), ("optional", true)]));
    let order = settings.member("order_after_reveal").optional().and_then(|it| it.choice(ORDERS));
    Some(Block::Statements(Statements {
        scale: scale?,
        rounds: rounds.and_then(|it| u8::try_from(it).ok()).unwrap_or(1),
        reveal: reveal.unwrap_or(Reveal::Facilitator),
        reasons: reasons.unwrap_or(false),
        order: order.unwrap_or(ResultOrder::AsListed),
        min_answers: min_answers(&settings.member("min_answers")),
        items,
    }))
}
