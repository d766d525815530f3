//! The step with statements: voting, and its results.

use super::shared::{Frame, heading};
use super::{ScalePoint, StatementItem, StatementsView, TakingPart};
use crate::core::format::{Scale, Statements, Step};
use crate::core::ids::ItemId;
use crate::core::room::{Answer, Phase, Round};

pub(super) fn statements(frame: &Frame, step: &Step, block: &Statements) -> StatementsView {
    let round = frame.room.rounds_of(&step.id).next_back();
    let number = round.map_or(1, |round| round.number);
    let phase = round.map(|round| round.phase);
    let mine = |item: &ItemId| -> Option<&Answer> {
        frame.session.me().answers.iter().find(|it| it.round == number && it.item == *item)
    };
    let items: Vec<StatementItem> = (1..)
        .zip(&block.items)
        .filter(|(_, item)| asked(round, &item.id))
        .map(|(number, item)| StatementItem {
            item: item.id.clone(),
            number,
            text: frame.text(&item.text),
            hint: frame.hint(item.hint.as_ref()),
            choice: mine(&item.id).map(|answer| answer.choice),
            reason: mine(&item.id).map(|answer| answer.reason.clone()).unwrap_or_default(),
        })
        .collect();
    let answered = items.iter().filter(|item| item.choice.is_some()).count();
    StatementsView {
        heading: heading(frame, step),
        round: number,
        phase,
        scale: scale(frame, &block.scale),
        opt_out: frame.optional_text(block.scale.opt_out.as_ref()),
        items,
        can_answer: phase == Some(Phase::Open)
            && !frame.room.closed
            && frame.session.me().notice.is_none()
            && frame.session.me().rights.participate
            && frame.session.is_present(),
        taking_part: taking_part(frame, step, phase),
        reasons: block.reasons,
        mine: u32::try_from(answered).unwrap_or(u32::MAX),
        answered: round.map_or(0, |round| round.answered),
        present: round.map_or_else(|| frame.room.present(), |round| round.present),
        results: frame.results(step),
    }
}

/// Who has not answered everything can still say that they took part, once the results are there to discuss.
fn taking_part(frame: &Frame, step: &Step, phase: Option<Phase>) -> TakingPart {
    let part = frame.taking_part(step);
    TakingPart { can_confirm: part.can_confirm && phase == Some(Phase::Revealed), ..part }
}

/// What the latest round asks; before the first all of them, and nothing once it is revealed.
fn asked(round: Option<&Round>, item: &ItemId) -> bool {
    match round {
        None => true,
        Some(round) => round.phase != Phase::Revealed && round.items.contains(item),
    }
}

pub(super) fn scale(frame: &Frame, scale: &Scale) -> Vec<ScalePoint> {
    scale.points.iter().map(|point| ScalePoint { value: point.value, label: frame.text(&point.label) }).collect()
}
