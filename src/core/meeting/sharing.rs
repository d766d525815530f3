//! Whether other groups of the course may see what came of a meeting: asked of the group, answered by everyone for
//! themselves, and shown by the one who leads once the group agrees.

use std::rc::Rc;

use super::{Actor, Changed, State};
use crate::core::ids::PersonId;
use crate::core::refusal::Refusal;
use crate::core::room::{Consent, LESSON_LIMIT, Pace, Place, SharingQuestion};
use crate::core::text::{Lines, required};

/// The question as its host keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The revision with which it was asked.
    pub asked: u64,
    /// The lesson; `None` for the outcome.
    pub lesson: Option<Rc<str>>,
    /// Who said what; nobody's any more once it is settled.
    pub answers: Vec<(PersonId, bool)>,
    /// How many of how many had answered, all of them Yes, when it was settled: shown, or closed with the meeting.
    pub settled: Option<(u32, u32)>,
    /// Whether other groups see it.
    pub published: bool,
}

impl State {
    pub(super) fn ask_sharing(
        &mut self,
        actor: &Actor,
        asked: Option<u64>,
        lesson: Option<&str>,
    ) -> Result<Changed, Refusal> {
        // Without groups there is nobody else to show it to.
        if self.group.is_none() {
            return Err(Refusal::NotAllowed);
        }
        self.must_lead(actor)?;
        let here = self.place == Place::Closing || self.settings.pace == Pace::Own;
        let stands = self.sharing.as_ref();
        if !here || stands.map(|it| it.asked) != asked || stands.is_some_and(|it| it.published) {
            return Err(Refusal::WrongState);
        }
        let lesson = lesson.map(|text| required(text, LESSON_LIMIT, Lines::Many)).transpose()?;
        let asked = self.revision + 1;
        self.drop_sharing();
        self.sharing = Some(Asked { asked, lesson, answers: Vec::new(), settled: None, published: false });
        Ok(Changed::Shared)
    }

    pub(super) fn consent(&mut self, actor: &Actor, asked: u64, agrees: bool) -> Result<Changed, Refusal> {
        self.must_take_part(actor)?;
        let stands = self.sharing.as_mut().filter(|it| it.asked == asked && it.settled.is_none());
        let answers = &mut stands.ok_or(Refusal::WrongState)?.answers;
        self.objections.retain(|who| *who != actor.person);
        match answers.iter_mut().find(|(who, _)| *who == actor.person) {
            Some((_, said)) if *said == agrees => return Ok(Changed::Nothing),
            Some((_, said)) => *said = agrees,
            None => answers.push((actor.person.clone(), agrees)),
        }
        Ok(Changed::Shared)
    }

    pub(super) fn publish(&mut self, actor: &Actor, asked: u64) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        let agreed = self.shown_sharing().filter(|it| it.asked == asked && !it.published && it.is_agreed());
        self.settle_sharing(&agreed.ok_or(Refusal::WrongState)?);
        if let Some(sharing) = &mut self.sharing {
            sharing.published = true;
        }
        Ok(Changed::Shared)
    }

    pub(super) fn withdraw(&mut self, actor: &Actor, asked: u64) -> Result<Changed, Refusal> {
        self.must_lead(actor)?;
        if self.sharing.as_ref().is_none_or(|it| it.asked != asked) {
            return Err(Refusal::WrongState);
        }
        self.drop_sharing();
        Ok(Changed::Shared)
    }

    /// When the meeting closes: what the group agreed to can still be shown, any other question is gone.
    pub(super) fn close_sharing(&mut self) {
        match self.shown_sharing() {
            Some(it) if it.published => {}
            Some(it) if it.is_agreed() => self.settle_sharing(&it),
            _ => self.sharing = None,
        }
        self.objections.clear();
    }

    /// Takes the question back. Who would rather not need not say so again: else asking anew would get them out of the way.
    fn drop_sharing(&mut self) {
        let answers = self.sharing.take().into_iter().flat_map(|it| it.answers);
        self.objections.extend(answers.filter(|(_, agrees)| !agrees).map(|(who, _)| who));
    }

    /// Keeps how many agreed, and not who.
    fn settle_sharing(&mut self, shown: &SharingQuestion) {
        if let Some(sharing) = &mut self.sharing {
            sharing.settled = Some((shown.answered, shown.of));
            sharing.answers.clear();
        }
    }

    /// The question as everybody sees it.
    pub(super) fn shown_sharing(&self) -> Option<SharingQuestion> {
        let it = self.sharing.as_ref()?;
        // Not those who are present: who leads says who is, and could tell from the difference who has answered.
        let counted = || (whole(it.answers.len()), self.present().max(whole(self.people.len())));
        let (answered, of) = it.settled.unwrap_or_else(counted);
        // Of fewer the numbers would tell what the first ones say, as they say it.
        let enough = it.settled.is_some() || answered >= self.settings.min_answers.min(of);
        let against = it.answers.iter().filter(|(_, agrees)| !agrees).count();
        Some(SharingQuestion {
            asked: it.asked,
            lesson: it.lesson.clone(),
            answered,
            agreed: enough.then(|| answered.saturating_sub(whole(against))),
            of,
            objected: enough && (against > 0 || !self.objections.is_empty()),
            published: it.published,
        })
    }

    /// Somebody's own answer to it.
    pub(super) fn own_consent(&self, person: &PersonId) -> Option<Consent> {
        let it = self.sharing.as_ref()?;
        let (_, agrees) = it.answers.iter().find(|(who, _)| who == person)?;
        Some(Consent { asked: it.asked, agrees: *agrees })
    }
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
