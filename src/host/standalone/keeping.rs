//! The meeting as this browser keeps it, with its exercise: read and changed in transactions, so that no tab overwrites
//! what another did, and none takes a meeting for one of the exercise that it shows when it is not.

use std::rc::Rc;

use super::store::{Lost, Next, Record};
use super::{Edition, Inner, News, SETTINGS, refused};
use crate::core::meeting::{Own, State};
use crate::core::room::Settings;
use crate::core::session::Update;
use crate::host::browser::{now, uuid};
use crate::host::{HostError, json};
use crate::protocol::stored::{self, Meeting};

/// The meeting as it was last read or written, and its text: as long as no other tab changes it nobody has to read a
/// thousand contributions anew.
pub(super) struct Read {
    text: String,
    state: State,
}

/// A meeting that nobody has joined.
pub(super) fn fresh(edition: &Edition, settings: Settings) -> Result<State, HostError> {
    let exercise = edition.exercise.clone();
    let part = exercise.runs().first().map(|run| run.id().clone()).unwrap_or_default();
    State::new(exercise, &part, settings, uuid().into()).map_err(refused)
}

/// What the group chose of a meeting's rules; k is for the exercise to say.
fn chosen(Settings { visibility, pace, .. }: Settings) -> Settings {
    Settings { visibility, pace, ..SETTINGS }
}

impl Inner {
    pub(super) fn edition(&self) -> Rc<Edition> {
        self.edition.borrow().clone()
    }

    fn tell(&self, news: News) {
        let tell = self.on_news.borrow().clone();
        match tell {
            Some(tell) => tell(news),
            // That the storage is lost the store knows itself.
            None if news != News::Lost => self.untold.set(Some(news)),
            None => {}
        }
    }

    /// What is kept, as a meeting of this exercise.
    fn known(&self, record: &Record, edition: &Edition) -> Option<State> {
        if record.exercise != edition.text {
            return None;
        }
        if let Some(read) = self.read.borrow().as_ref().filter(|read| read.text == record.meeting) {
            return Some(read.state.clone());
        }
        let state = stored::state_of(&json::read(&record.meeting)?, edition.exercise.clone()).ok()?;
        self.remember(&record.meeting, &state);
        Some(state)
    }

    /// What is kept, as a meeting of whichever exercise.
    fn any(&self, record: &Record) -> Option<(Rc<Edition>, State)> {
        let now = self.edition();
        let edition =
            if record.exercise == now.text { now } else { Edition::read(record.exercise.clone()).ok()?.into() };
        let state = self.known(record, &edition)?;
        Some((edition, state))
    }

    fn remember(&self, text: &str, state: &State) {
        *self.read.borrow_mut() = Some(Read { text: text.to_owned(), state: state.clone() });
    }

    /// A meeting as it is to be kept.
    fn written(&self, edition: &Edition, state: &State) -> Option<Record> {
        let meeting = json::write(&Meeting::from(state))?;
        self.remember(&meeting, state);
        Some(Record { exercise: edition.text.clone(), meeting })
    }

    /// One transaction of the store; tells what goes wrong with that.
    async fn transact(&self, change: impl FnMut(Option<&Record>) -> Next) {
        if self.store.transact(change).await == Err(Lost) {
            self.tell(News::Lost);
        }
    }

    /// Takes the meeting that is kept, with its exercise, or begins one with the exercise at hand: where there is none,
    /// and where what is kept is `outdated`.
    pub(super) async fn enter(
        &self,
        outdated: impl Fn(&Edition, &(Rc<Edition>, State)) -> bool,
    ) -> Result<Update, HostError> {
        let at_hand = self.edition();
        let mut outcome = Err(HostError::Unreachable);
        let (mut put_aside, mut renewed) = (false, false);
        self.transact(|kept| {
            let known = kept.and_then(|record| self.any(record));
            put_aside = kept.is_some() && known.is_none();
            renewed = known.as_ref().is_some_and(|known| outdated(&at_hand, known));
            let settings = known.as_ref().map_or(SETTINGS, |(_, state)| chosen(state.settings));
            if let Some((edition, state)) = known.filter(|_| !renewed) {
                outcome = Ok((edition, state));
                return Next::default();
            }
            let fresh = fresh(&at_hand, settings);
            let keep = fresh.as_ref().ok().and_then(|state| self.written(&at_hand, state));
            outcome = fresh.map(|state| (at_hand.clone(), state));
            Next { keep, put_aside }
        })
        .await;
        let (edition, state) = outcome?;
        *self.edition.borrow_mut() = edition;
        if put_aside {
            self.tell(News::PutAside);
        }
        if renewed {
            self.tabs.tell();
        }
        Ok(state.update_for(&self.actor, 0, Own::Always, now()))
    }

    /// Carries out a change in one transaction of the store, so that no tab overwrites another's.
    pub(super) async fn change(&self, change: impl Fn(State) -> Result<State, HostError>) -> Result<State, HostError> {
        let edition = self.edition();
        let mut outcome = Err(HostError::Unreachable);
        let (mut put_aside, mut another) = (false, false);
        self.transact(|kept| {
            let known = kept.and_then(|record| self.known(record, &edition));
            another = known.is_none() && kept.is_some_and(|record| self.any(record).is_some());
            if another {
                return Next::default();
            }
            put_aside = kept.is_some() && known.is_none();
            outcome = known.clone().map_or_else(|| fresh(&edition, SETTINGS), Ok).and_then(&change);
            let next = outcome.as_ref().ok().filter(|state| known.as_ref() != Some(*state));
            Next { keep: next.and_then(|state| self.written(&edition, state)), put_aside }
        })
        .await;
        if put_aside && outcome.is_ok() {
            self.tell(News::PutAside);
        }
        if another {
            self.tell(News::AnotherExercise);
        }
        outcome
    }

    /// Another meeting takes the place of the one that there is. One of another exercise is not answered but told.
    pub(super) async fn replace(&self, edition: &Edition, state: State) -> Result<Option<Update>, HostError> {
        self.transact(|_| Next { keep: self.written(edition, &state), put_aside: false }).await;
        self.tabs.tell();
        if edition.text != self.edition().text {
            self.tell(News::AnotherExercise);
            return Ok(None);
        }
        Ok(Some(state.update_for(&self.actor, 0, Own::Always, now())))
    }
}
