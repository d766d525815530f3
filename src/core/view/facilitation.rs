//! What the one who leads can do now.

use super::Text;
use super::frame::Frame;
use super::progress::own_pace;
use super::round_control::{RoundControl, round_control};
use crate::core::format::Step;
use crate::core::ids::PersonId;
use crate::core::room::{self, Person, Phase, Place};
use crate::core::session::Who;

/// What the one who leads can do now.
#[derive(Clone, Debug, PartialEq)]
pub struct Facilitation {
    /// The round of the step the group is at, and what can be done with it.
    pub round: Option<RoundControl>,
    /// Where the group goes next, with the title of that step.
    pub next: Option<(Place, Option<Text>)>,
    /// Where it goes when the next step, which is optional, is left out.
    pub skip_to: Option<(Place, Option<Text>)>,
    /// Where the user looks, if elsewhere: the group can be brought there.
    pub here: Option<(Place, Option<Text>)>,
    /// Who has the chair, where members lead.
    pub chair: Option<PersonId>,
    /// To whom the lead can be handed, where members lead.
    pub successors: Vec<PersonId>,
    /// Whether the meeting can be closed now.
    pub can_close: bool,
    /// A round was voted on and never shown: after closing nobody can see it any more.
    pub unrevealed: bool,
    /// Nothing else asks for attention: the way on does.
    pub settled: bool,
    /// The round of the step the group is at that people have answered and that was not shown: ask before
    /// leaving the step.
    pub unshown: Option<u8>,
    /// A hint for the one who leads, for the step shown.
    pub hint: Option<Text>,
    /// A command of the one who leads is on its way: buttons wait.
    pub busy: bool,
    /// Who has answered the round that the group is at, and who has not; `None` where that is not told.
    pub answered: Option<Answered>,
}

/// Who of those present has answered a round, never what.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// Who has.
    pub who: Who,
    /// The names of those who have not, in the order of joining, once somebody has.
    pub missing: Vec<Text>,
}

pub(super) fn facilitation(frame: &Frame) -> Option<Facilitation> {
    let session = frame.session;
    if !session.facilitates() || frame.room.closed {
        return None;
    }
    let shown = match session.place() {
        Place::Step(id) => frame.step(&id),
        Place::Start | Place::Closing => None,
    };
    // Where everyone goes at their own pace there is no group to take along.
    let alone = own_pace(frame);
    let (next, skip_to) = if alone { (None, None) } else { ahead(frame) };
    let here = Some(session.place()).filter(|place| !alone && *place != frame.room.place);
    let round = round_control(frame);
    let voting = round.as_ref().filter(|round| round.vote.is_some_and(|(answered, _)| answered > 0));
    Some(Facilitation {
        here: here
            .filter(|place| next.as_ref().is_none_or(|(next, _)| next != place))
            .map(|place| (place, shown.map(|step| frame.text(&step.title)))),
        chair: frame.room.chair.clone(),
        successors: successors(frame),
        settled: round.as_ref().is_none_or(|round| !round.presses()),
        unshown: voting.map(|round| round.round),
        round,
        next,
        skip_to,
        unrevealed: frame.room.rounds.iter().any(|round| round.phase != Phase::Revealed),
        can_close: frame.room.place == Place::Closing || (alone && session.place() == Place::Closing),
        hint: shown.and_then(|step| frame.hint(step.hint.as_ref())),
        busy: session.outbox().leads(),
        answered: answered(frame),
    })
}

fn successors(frame: &Frame) -> Vec<PersonId> {
    let room = frame.room;
    let can = |person: &&Person| {
        room.settings.facilitation == room::Facilitation::Members
            && person.present
            && room.chair.as_ref() != Some(&person.id)
            && person.id != frame.session.me().person
    };
    room.people.iter().filter(can).map(|person| person.id.clone()).collect()
}

fn answered(frame: &Frame) -> Option<Answered> {
    let who = frame.session.who_answered()?;
    let people = who.people();
    let missing = |person: &&Person| !people.is_empty() && person.present && !people.contains(&person.id);
    Some(Answered {
        who: who.clone(),
        missing: frame.room.people.iter().filter(missing).map(|person| person.name.clone()).collect(),
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
