//! Who has answered is told to nobody but the one who leads, and by the web service alone: the published room is the
//! same for all. Here it is known whether somebody leads, and whether what they were told is still so. Pure.

use crate::core::ids::{PersonId, StepId};
use crate::core::room::{Facilitation, Me, Pace, Place, Room};
use crate::core::session::{Count, Update};

/// What is known about leading.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    me: Option<PersonId>,
    by_right: bool,
    chair: Option<PersonId>,
    /// At one's own pace nobody is told who has answered.
    alone: bool,
    place: Option<Place>,
    /// Where the group was and how many had answered each round when the web service last told it to one who leads.
    told: Option<(Option<Place>, Vec<Answered>)>,
}

/// Step, round, and how many have answered it.
type Answered = (StepId, u8, u32);

impl Lead {
    /// Begins with what the page brings along. Another stage of the app may have put that together from what was published.
    pub fn of(first: &Update) -> Self {
        let mut lead = Self::default();
        lead.know(first.me.as_ref(), first.room.as_ref());
        if first.counts.iter().any(|count| count.who.is_some()) {
            lead.told = Some(lead.numbers(&first.counts));
        }
        lead
    }

    /// The web service said this.
    pub fn told(&mut self, update: &Update) {
        self.know(update.me.as_ref(), update.room.as_ref());
        // Whoever does not lead was told nothing by it.
        self.told = self.leads().then(|| self.numbers(&update.counts));
    }

    /// This was published. Whether the web service is to be asked who has answered.
    pub fn misses(&mut self, update: &Update) -> bool {
        self.know(None, update.room.as_ref());
        let to_ask = self.leads() && !self.alone && !update.counts.is_empty();
        to_ask && self.told.as_ref() != Some(&self.numbers(&update.counts))
    }

    fn know(&mut self, me: Option<&Me>, room: Option<&Room>) {
        if let Some(me) = me {
            self.by_right = me.rights.facilitate && me.notice.is_none();
            self.me = Some(me.person.clone()).filter(|_| me.notice.is_none());
        }
        if let Some(room) = room {
            // From a chair only members lead: the rule of `session::shows::leads`, which has all of room and user at hand.
            self.chair = room.chair.clone().filter(|_| room.settings.facilitation == Facilitation::Members);
            self.alone = room.settings.pace == Pace::Own;
            self.place = Some(room.place.clone());
        }
        if !self.leads() {
            self.told = None;
        }
    }

    fn leads(&self) -> bool {
        self.by_right || (self.chair.is_some() && self.chair == self.me)
    }

    /// What to compare: where the group is, and how many have answered each round.
    fn numbers(&self, counts: &[Count]) -> (Option<Place>, Vec<Answered>) {
        let answered = counts.iter().map(|count| (count.step.clone(), count.round, count.answered)).collect();
        (self.place.clone(), answered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::room::{Rights, Settings, Visibility};
    use crate::core::session::Who;

    /// Where members lead: who does, where the group is, and how many have answered.
    fn led(chair: &str, at: Place, answered: u32, pace: Pace) -> Update {
        let facilitation = Facilitation::Members;
        let room = Room {
            meeting: "m".into(),
            number: 1,
            revision: 1,
            group: None,
            part: "p".into(),
            settings: Settings { visibility: Visibility::Hidden, min_answers: 3, facilitation, pace },
            closed: false,
            place: at,
            visited: Vec::new(),
            chair: Some(chair.into()),
            timer: None,
            people: Vec::new(),
            rounds: Vec::new(),
            contributions: Vec::new(),
            sharing: None,
        };
        Update { room: Some(room), ..update(answered, None, None) }
    }

    fn at(step: &str) -> Place {
        Place::Step(step.into())
    }

    fn update(answered: u32, who: Option<&[&str]>, facilitate: Option<bool>) -> Update {
        let ids = |who: &[&str]| Who::told(who.iter().map(|id| PersonId::from(*id)).collect());
        let me = |facilitate| Me {
            person: "1".into(),
            name: "Anna".into(),
            rights: Rights { participate: true, facilitate, report: false },
            notice: None,
            answers: Vec::new(),
            contributions: Vec::new(),
            done: Vec::new(),
            locked: Vec::new(),
            consent: None,
        };
        Update {
            now: 0,
            revision: 1,
            room: None,
            me: facilitate.map(me),
            counts: vec![Count { step: "a".into(), round: 1, answered, present: 8, who: who.and_then(ids) }],
            earlier: Vec::new(),
        }
    }

    #[test]
    fn who_leads_asks_once_for_each_new_number() {
        let mut lead = Lead::of(&update(0, Some(&[]), Some(true)));
        assert!(!lead.misses(&update(0, None, None)), "that is known");
        assert!(lead.misses(&update(1, None, None)));
        lead.told(&update(1, Some(&["2"]), None));
        assert!(!lead.misses(&update(1, None, None)));
        assert!(lead.misses(&update(2, None, None)));
        // Also where nobody is told who: the number is as new as what was asked.
        lead.told(&update(2, None, None));
        assert!(!lead.misses(&update(2, None, None)));
    }

    #[test]
    fn a_page_that_brings_no_names_along_asks_for_them() {
        assert!(Lead::of(&update(2, None, Some(true))).misses(&update(2, None, None)));
    }

    #[test]
    fn nobody_else_asks() {
        let mut lead = Lead::of(&update(0, None, Some(false)));
        assert!(!lead.misses(&update(1, None, None)));
        // The right to lead can come later.
        lead.told(&update(1, None, Some(true)));
        assert!(lead.misses(&update(2, None, None)));
    }

    #[test]
    fn whoever_gets_the_lead_asks_and_asks_anew_when_it_comes_back() {
        let mut lead = Lead::of(&update(0, None, Some(false)));
        // What was answered to a command of one who did not lead told them nobody.
        lead.told(&led("2", at("a"), 1, Pace::Together));
        assert!(!lead.misses(&led("2", at("a"), 1, Pace::Together)));
        assert!(lead.misses(&led("1", at("a"), 1, Pace::Together)), "the lead was handed over");
        lead.told(&led("1", at("a"), 1, Pace::Together));
        assert!(!lead.misses(&led("1", at("a"), 1, Pace::Together)));
        assert!(!lead.misses(&led("2", at("a"), 1, Pace::Together)));
        assert!(lead.misses(&led("1", at("a"), 1, Pace::Together)), "and came back");
    }

    #[test]
    fn another_step_is_asked_about_where_the_numbers_are_the_same() {
        let mut lead = Lead::of(&update(0, None, Some(true)));
        lead.told(&led("2", at("a"), 3, Pace::Together));
        assert!(lead.misses(&led("2", at("b"), 3, Pace::Together)));
    }

    #[test]
    fn a_chair_from_before_leads_no_meeting_of_a_trainer() {
        let mut lead = Lead::of(&update(0, None, Some(false)));
        lead.told(&led("1", at("a"), 1, Pace::Together));
        let mut of_a_trainer = led("1", at("a"), 2, Pace::Together);
        assert!(lead.clone().misses(&of_a_trainer));
        of_a_trainer.room.as_mut().unwrap().settings.facilitation = Facilitation::Trainer;
        assert!(!lead.misses(&of_a_trainer));
    }

    #[test]
    fn at_ones_own_pace_nobody_asks() {
        let mut lead = Lead::of(&update(0, None, Some(true)));
        lead.told(&led("2", at("a"), 3, Pace::Own));
        assert!(!lead.misses(&led("2", at("a"), 4, Pace::Own)));
    }

    #[test]
    fn without_a_round_there_is_nothing_to_ask() {
        let mut lead = Lead::of(&update(2, None, Some(true)));
        assert!(!lead.misses(&Update { counts: Vec::new(), ..update(2, None, None) }));
    }
}
