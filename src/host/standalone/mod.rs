//! A meeting without a server: it lives in the browser's storage, and every tab of the browser that opens
//! the page is a participant of its own.

mod edition;
mod keeping;
mod store;
mod tabs;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use self::keeping::{Read, fresh};
use self::store::Store;
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
use crate::core::room::{Facilitation, Pace, Rights, Settings, Visibility};
use crate::core::session::{Kept, Update};
use crate::protocol::Malformed;
use crate::protocol::meeting_file::{self, MeetingFile, Unfit};
use crate::protocol::stored::{FILE_LIMIT, Meeting};

pub use edition::Edition;

/// The rules of a standalone meeting where nobody chose others: nobody is named, three answers to see a result, anyone may
/// lead, all together.
pub const SETTINGS: Settings = Settings {
    visibility: Visibility::Hidden,
    min_answers: 3,
    facilitation: Facilitation::Members,
    pace: Pace::Together,
};

/// Where this tab keeps who it is; a new tab is a new participant.
const PERSON_KEY: &str = "leerlandschap:person";
/// Where this tab keeps what was typed and not sent, before the meeting's name.
const KEPT_KEY: &str = "leerlandschap:kept:";

/// A meeting in the browser's storage.
#[derive(Clone)]
pub struct StandaloneHost {
    inner: Rc<Inner>,
}

struct Inner {
    edition: RefCell<Rc<Edition>>,
    actor: Actor,
    store: Store,
    tabs: Tabs,
    shelf: Shelf,
    on_news: RefCell<Option<OnNews>>,
    untold: Cell<Option<News>>,
    read: RefCell<Option<Read>>,
}

/// What this tab did not do itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// The storage cannot be used (any more).
    Lost,
    /// What was kept is no meeting that this version understands; it was put aside, and a new one has begun.
    PutAside,
    /// The meeting runs another exercise than the one that this tab shows: [`StandaloneHost::follow`] takes it.
    AnotherExercise,
}

/// Told of what this tab did not do itself.
pub type OnNews = Rc<dyn Fn(News)>;

impl StandaloneHost {
    /// The place of this name in the browser's storage, for a tab that comes with the exercise `newest`.
    pub async fn open(name: &str, newest: Edition) -> Self {
        let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
        let known = storage.as_ref().and_then(|storage| storage.get_item(PERSON_KEY).ok().flatten());
        let person = known.unwrap_or_else(uuid);
        // Without storage this tab is a new participant after every reload, and is told so.
        let _ = storage.as_ref().map(|storage| storage.set_item(PERSON_KEY, &person));
        let actor = Actor {
            person: PersonId::from(person),
            name: None,
            rights: Rights { participate: true, facilitate: false, report: false },
            notice: None,
        };
        let inner = Inner {
            edition: RefCell::new(Rc::new(newest)),
            actor,
            store: Store::open(name).await,
            tabs: Tabs::open(),
            shelf: Shelf::new(storage, [KEPT_KEY, name].concat()),
            on_news: RefCell::default(),
            untold: Cell::default(),
            read: RefCell::default(),
        };
        Self { inner: Rc::new(inner) }
    }

    /// Goes on with the meeting that is kept, and with the exercise that it began with. One that nobody has joined yet
    /// begins anew where this tab comes with another exercise.
    ///
    /// # Errors
    /// [`Refusal::UnknownPart`] for an exercise without a part.
    pub async fn enter(&self) -> Result<Update, HostError> {
        self.inner.enter(|newest, (edition, state)| edition.text != newest.text && state.people.is_empty()).await
    }

    /// Goes on with the meeting that is kept, whichever exercise it runs.
    ///
    /// # Errors
    /// As [`Self::enter`].
    pub async fn follow(&self) -> Result<Update, HostError> {
        self.inner.enter(|_, _| false).await
    }

    /// The exercise of the meeting.
    pub fn exercise(&self) -> Rc<Exercise> {
        self.inner.edition().exercise.clone()
    }

    /// Calls this with what this tab did not do itself; at once if there is something already.
    pub fn on_news(&self, tell: OnNews) {
        if self.inner.store.is_lost() {
            tell(News::Lost);
        }
        if let Some(news) = self.inner.untold.take() {
            tell(news);
        }
        *self.inner.on_news.borrow_mut() = Some(tell);
    }

    /// Begins a meeting of this exercise, by these rules as far as the exercise lets them be, in place of the one that
    /// there is, for all tabs. Nothing is answered where its exercise is another one: that is told as news.
    pub fn start_over(&self, newest: Edition, settings: Settings) -> Answer<Option<Update>> {
        let inner = self.inner.clone();
        Box::pin(async move {
            let fresh = fresh(&newest, settings)?;
            inner.replace(&newest, fresh).await
        })
    }

    /// The whole meeting as a file, with its exercise.
    pub fn export(&self) -> Answer<String> {
        let inner = self.inner.clone();
        Box::pin(async move {
            let state = inner.change(Ok).await?.without_secrets();
            let exercise = json::read(&inner.edition().text).unwrap_or_default();
            let file = MeetingFile { meeting: Meeting::from(&state), exercise: &exercise };
            json::write(&file).ok_or_else(|| refused(Refusal::BadValue))
        })
    }

    /// Takes a meeting from a file, with its exercise, in place of this one, for all tabs; answers as
    /// [`Self::start_over`].
    ///
    /// # Errors
    /// Why the file is not taken; then nothing has changed.
    pub fn import(&self, text: &str) -> Result<Answer<Option<Update>>, Unfit> {
        // A text that is too large is not even looked at.
        let file = (text.len() <= FILE_LIMIT).then(|| json::read(text)).flatten().ok_or(Malformed("json"))?;
        let (exercise, mut state) = meeting_file::opened(&file)?;
        let edition = Edition::of(exercise).map_err(Unfit::Exercise)?;
        // A meeting of its own: its revision may be lower than that of the one it replaces.
        state.meeting = uuid().into();
        // Nobody of that meeting sits at a tab of this browser: those who are there join anew.
        state.everybody_left();
        let inner = self.inner.clone();
        Ok(Box::pin(async move { inner.replace(&edition, state).await }))
    }
}

impl Inner {
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
