//! A meeting without a server: it lives in the browser's storage, and every tab of the browser that opens
//! the page is a participant of its own.

mod store;
mod tabs;

use std::cell::RefCell;
use std::rc::Rc;

use self::store::{Lost, Store};
use self::tabs::Tabs;
use super::browser::{now, uuid};
use super::json;
use super::shelf::Shelf;
use super::{Answer, Host, HostError, OnUpdate, Since, Watch};
use crate::core::command::Command;
use crate::core::format::Exercise;
use crate::core::ids::PersonId;
use crate::core::meeting::{Actor, Own, State};
use crate::core::refusal::Refusal;
use crate::core::room::{Facilitation, Rights, Settings, Visibility};
use crate::core::session::{Kept, Update};
use crate::protocol::stored::{self, Meeting};

/// The rules of a standalone meeting: nobody is named, three answers to see a result, anyone may lead.
const SETTINGS: Settings =
    Settings { visibility: Visibility::Hidden, min_answers: 3, facilitation: Facilitation::Members };

/// Where this tab keeps who it is; a new tab is a new participant.
const PERSON_KEY: &str = "leerlandschap:person";
/// Where this tab keeps what was typed and not sent.
const KEPT_KEY: &str = "leerlandschap:kept";

/// A meeting in the browser's storage.
#[derive(Clone)]
pub struct StandaloneHost {
    inner: Rc<Inner>,
}

struct Inner {
    exercise: Rc<Exercise>,
    part: Rc<str>,
    actor: Actor,
    store: Store,
    tabs: Tabs,
    shelf: Shelf,
    on_lost: RefCell<Option<Rc<dyn Fn()>>>,
}

impl StandaloneHost {
    /// Opens the meeting of an exercise that this browser keeps, or begins one.
    ///
    /// # Errors
    /// [`Refusal::UnknownMeeting`] for an exercise without a part.
    pub async fn open(exercise: Rc<Exercise>) -> Result<Self, Refusal> {
        let part = exercise.parts.first().ok_or(Refusal::UnknownMeeting)?.id.clone();
        let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
        let known = storage.as_ref().and_then(|storage| storage.get_item(PERSON_KEY).ok().flatten());
        let person = known.unwrap_or_else(uuid);
        // Without storage this tab is a new participant after every reload, and is told so.
        let _ = storage.as_ref().map(|storage| storage.set_item(PERSON_KEY, &person));
        let shelf = Shelf::new(storage, KEPT_KEY.to_owned());
        let actor = Actor {
            person: PersonId::from(person),
            name: None,
            rights: Rights { participate: true, facilitate: false, report: false },
            notice: None,
        };
        let store = Store::open(&exercise.id).await;
        let inner = Inner { exercise, part, actor, store, tabs: Tabs::open(), shelf, on_lost: RefCell::new(None) };
        Ok(Self { inner: Rc::new(inner) })
    }

    /// Calls this when the storage cannot be used (any more); at once if that is so already.
    pub fn on_lost(&self, tell: Rc<dyn Fn()>) {
        if self.inner.store.is_lost() {
            tell();
        }
        *self.inner.on_lost.borrow_mut() = Some(tell);
    }

    /// Begins the meeting anew, for all tabs.
    pub fn start_over(&self) -> Answer<Update> {
        let inner = self.inner.clone();
        Box::pin(async move {
            let fresh = inner.fresh()?;
            inner.replace(fresh).await
        })
    }

    /// The whole meeting as JSON.
    pub fn export(&self) -> Answer<String> {
        let inner = self.inner.clone();
        Box::pin(async move {
            let mut state = inner.change(Ok).await?;
            // Nobody sees what another chose, not in a file either: it holds the results that were shown.
            state.forget_hidden_answers();
            json::write(&Meeting::from(&state)).ok_or_else(|| refused(Refusal::BadValue))
        })
    }

    /// Takes a meeting that was exported, in place of this one, for all tabs.
    pub fn import(&self, text: &str) -> Answer<Update> {
        let inner = self.inner.clone();
        let parsed = inner.parse(text);
        Box::pin(async move {
            let mut state = parsed.ok_or_else(|| refused(Refusal::BadValue))?;
            // A meeting of its own: its revision may be lower than that of the one it replaces.
            state.meeting = uuid().into();
            // Nobody of that meeting sits at a tab of this browser: those who are there join anew.
            state.everybody_left();
            inner.replace(state).await
        })
    }
}

impl Inner {
    fn fresh(&self) -> Result<State, HostError> {
        State::new(self.exercise.clone(), &self.part, SETTINGS, uuid().into()).map_err(refused)
    }

    /// Whatever was kept and is understood, or a fresh meeting.
    fn read(&self, kept: Option<&str>) -> Result<State, HostError> {
        match kept.and_then(|text| self.parse(text)) {
            Some(state) => Ok(state),
            None => self.fresh(),
        }
    }

    fn parse(&self, text: &str) -> Option<State> {
        stored::state_of(&json::read(text)?, self.exercise.clone()).ok()
    }

    /// Carries out a change in one transaction of the store, so that no tab overwrites another's.
    async fn change(&self, change: impl Fn(State) -> Result<State, HostError>) -> Result<State, HostError> {
        let mut outcome = Err(HostError::Unreachable);
        let lost = self
            .store
            .transact(|kept| {
                let before = self.read(kept);
                outcome = before.and_then(&change);
                let next = outcome.as_ref().ok().and_then(|state| json::write(&Meeting::from(state)));
                next.filter(|next| Some(next.as_str()) != kept)
            })
            .await;
        if lost == Err(Lost)
            && let Some(tell) = self.on_lost.borrow().clone()
        {
            tell();
        }
        outcome
    }

    async fn replace(&self, state: State) -> Result<Update, HostError> {
        let state = self.change(|_| Ok(state.clone())).await?;
        self.tabs.tell();
        Ok(state.update_for(&self.actor, 0, Own::Always, now()))
    }

    fn apply(&self, state: &State, command: &Command) -> Result<State, HostError> {
        let next = state.apply(&self.actor, command, now()).map_err(refused)?;
        if !matches!(command, Command::Join { .. }) || next.chair.is_some() {
            return Ok(next);
        }
        // Somebody has to lead for anything to happen: the first who is there, until they hand it over.
        let chair = Command::SetChair { from: None, to: Some(self.actor.person.clone()) };
        next.apply(&self.actor, &chair, now()).map_err(refused)
    }
}

fn refused(refusal: Refusal) -> HostError {
    HostError::Refused(refusal, None)
}

impl Host for StandaloneHost {
    fn send(&self, commands: Vec<Command>, since: u64) -> Answer<Update> {
        let inner = self.inner.clone();
        Box::pin(async move {
            let state =
                inner.change(|state| commands.iter().try_fold(state, |state, it| inner.apply(&state, it))).await?;
            inner.tabs.tell();
            Ok(state.update_for(&inner.actor, since, Own::Always, now()))
        })
    }

    fn read(&self, since: u64) -> Answer<Update> {
        let inner = self.inner.clone();
        Box::pin(async move {
            let state = inner.change(Ok).await?;
            Ok(state.update_for(&inner.actor, since, Own::Always, now()))
        })
    }

    fn watch(&self, since: Since, on_update: OnUpdate) -> Box<dyn Watch> {
        let host = self.clone();
        Box::new(self.inner.tabs.watch(move || {
            let answer = host.read(since());
            let on_update = on_update.clone();
            wasm_bindgen_futures::spawn_local(async move { on_update(answer.await) });
        }))
    }

    /// Commands are in the storage as soon as they are carried out; what is only typed stays with its tab.
    fn keep(&self, kept: &Kept) -> bool {
        self.inner.shelf.keep(kept)
    }

    fn kept(&self) -> Kept {
        self.inner.shelf.kept()
    }
}
