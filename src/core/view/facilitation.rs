//! What the one who leads can do now, and who leads.

use super::shared::Frame;
use super::{AgainItem, Chair, Facilitation, RoundControl, Text};
use crate::core::consensus::Class;
use crate::core::format::{Block, Statements, Step};
use crate::core::room::{Phase, Place, Round};

pub(super) fn facilitation(frame: &Frame) -> Option<Facilitation> {
    let session = frame.session;
    if !session.facilitates() || frame.room.closed {
        return None;
    }
    let shown = match session.place() {
        Place::Step(id) => frame.step(&id),
        Place::Start | Place::Closing => None,
    };
    let (next, skip_to) = ahead(frame);
    Some(Facilitation {
        round: round_control(frame),
        next,
        skip_to,
        unrevealed: frame.room.rounds.iter().any(|round| round.phase != Phase::Revealed),
        can_close: frame.room.place == Place::Closing,
        hint: shown.and_then(|step| frame.hint(step.hint.as_ref())),
        busy: session.outbox().leads(),
    })
}

pub(super) fn chair(frame: &Frame) -> Option<Chair> {
    use crate::core::room::Facilitation;
    let room = frame.room;
    if room.settings.facilitation != Facilitation::Members {
        return None;
    }
    let mine = room.chair.as_ref() == Some(&frame.session.me().person);
    Some(Chair {
        holder: room.chair.as_ref().and_then(|id| room.person(id)).cloned(),
        mine,
        can_take: !mine && !room.closed && frame.session.is_present() && frame.session.me().notice.is_none(),
    })
}

type Stop = (Place, Option<Text>);

/// Where the group goes next, and where if that step, which is optional, is left out.
fn ahead(frame: &Frame) -> (Option<Stop>, Option<Stop>) {
    let ahead: Vec<&Step> = match &frame.room.place {
        Place::Start => frame.steps().collect(),
        Place::Step(id) => frame.steps().skip_while(|step| step.id != *id).skip(1).collect(),
        Place::Closing => return (None, None),
    };
    let stop = |step: Option<&&Step>| match step {
        Some(step) => (Place::Step(step.id.clone()), Some(frame.text(&step.title))),
        None => (Place::Closing, None),
    };
    let skip = ahead.first().filter(|step| step.optional).map(|_| stop(ahead.get(1)));
    (Some(stop(ahead.first())), skip)
}

fn round_control(frame: &Frame) -> Option<RoundControl> {
    let Place::Step(id) = &frame.room.place else {
        return None;
    };
    let step = frame.step(id)?;
    let Block::Statements(block) = &step.block else {
        return None;
    };
    let round = frame.room.rounds_of(id).next_back();
    Some(RoundControl {
        step: id.clone(),
        round: round.map_or(1, |round| round.number),
        phase: round.map(|round| round.phase),
        answered: round.map_or(0, |round| round.answered),
        present: round.map_or_else(|| frame.room.present(), |round| round.present),
        again: round.map(|round| again(frame, block, round)).unwrap_or_default(),
    })
}

/// What may be put to the vote again; what divides the group is proposed.
fn again(frame: &Frame, block: &Statements, round: &Round) -> Vec<AgainItem> {
    if round.phase != Phase::Revealed || round.number >= block.rounds {
        return Vec::new();
    }
    let divided = |id| {
        let result = round.results.iter().find(|it| it.item == id);
        result.and_then(|it| it.tally.as_ref()).is_some_and(|tally| tally.class == Class::Divided)
    };
    let item = |it: &crate::core::format::Statement| AgainItem {
        item: it.id.clone(),
        text: frame.text(&it.text),
        proposed: divided(it.id.clone()),
    };
    block.items.iter().map(item).collect()
}
