//! A meeting in memory, shared by as many participants as ask for it: for tests, and for a rehearsal of
//! what several people do.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::{Answer, Host, HostError, OnUpdate, Since, Watch};
use crate::core::command::Command;
use crate::core::meeting::{Actor, Own, State};
use crate::core::session::{Kept, Update};

/// A meeting in memory, and those who watch it.
#[derive(Clone)]
pub struct Meeting {
    inner: Rc<Inner>,
}

struct Inner {
    state: RefCell<State>,
    now: Cell<i64>,
    watchers: RefCell<Vec<Weak<Watcher>>>,
}

struct Watcher {
    actor: Actor,
    since: Since,
    on_update: OnUpdate,
}

struct Watching(#[allow(dead_code)] Rc<Watcher>);

impl Watch for Watching {}

impl Meeting {
    /// A meeting that begins with this state.
    pub fn new(state: State) -> Self {
        let inner = Inner { state: RefCell::new(state), now: Cell::new(0), watchers: RefCell::new(Vec::new()) };
        Self { inner: Rc::new(inner) }
    }

    /// Sets the meeting's clock, in milliseconds.
    pub fn set_now(&self, now: i64) {
        self.inner.now.set(now);
    }

    /// The state now.
    pub fn state(&self) -> State {
        self.inner.state.borrow().clone()
    }

    /// Changes the state in another way than by a participant's command.
    pub fn change(&self, change: impl FnOnce(State) -> State) {
        let next = change(self.state());
        *self.inner.state.borrow_mut() = next;
    }

    /// The meeting as the host of one participant.
    pub fn host(&self, actor: Actor) -> MemoryHost {
        MemoryHost { meeting: self.clone(), actor, kept: RefCell::default(), reachable: Rc::new(Cell::new(true)) }
    }

    /// Tells everyone who watches.
    pub fn tell(&self) {
        let watchers: Vec<Rc<Watcher>> = self.inner.watchers.borrow().iter().filter_map(Weak::upgrade).collect();
        for watcher in watchers {
            let update = self.update(&watcher.actor, (watcher.since)(), Own::WithRoom);
            (watcher.on_update)(Ok(update));
        }
    }

    fn update(&self, actor: &Actor, since: u64, own: Own) -> Update {
        self.inner.state.borrow().update_for(actor, since, own, self.inner.now.get())
    }
}

/// One participant's host.
pub struct MemoryHost {
    meeting: Meeting,
    actor: Actor,
    kept: RefCell<Kept>,
    reachable: Rc<Cell<bool>>,
}

impl MemoryHost {
    /// Cuts this participant off, or connects them again.
    pub fn set_reachable(&self, reachable: bool) {
        self.reachable.set(reachable);
    }
}

impl Host for MemoryHost {
    fn send(&self, commands: Vec<Command>, since: u64) -> Answer<Update> {
        let (meeting, actor, reachable) = (self.meeting.clone(), self.actor.clone(), self.reachable.clone());
        Box::pin(async move {
            if !reachable.get() {
                return Err(HostError::Unreachable);
            }
            let mut state = meeting.state();
            for command in &commands {
                state = state
                    .apply(&actor, command, meeting.inner.now.get())
                    .map_err(|refusal| HostError::Refused(refusal, None))?;
            }
            *meeting.inner.state.borrow_mut() = state;
            Ok(meeting.update(&actor, since, Own::Always))
        })
    }

    fn read(&self, since: u64) -> Answer<Update> {
        let answer = if self.reachable.get() {
            Ok(self.meeting.update(&self.actor, since, Own::WithRoom))
        } else {
            Err(HostError::Unreachable)
        };
        Box::pin(async move { answer })
    }

    fn watch(&self, since: Since, on_update: OnUpdate) -> Box<dyn Watch> {
        let watcher = Rc::new(Watcher { actor: self.actor.clone(), since, on_update });
        self.meeting.inner.watchers.borrow_mut().push(Rc::downgrade(&watcher));
        Box::new(Watching(watcher))
    }

    fn keep(&self, kept: &Kept) -> bool {
        *self.kept.borrow_mut() = kept.clone();
        true
    }

    fn kept(&self) -> Kept {
        self.kept.borrow().clone()
    }
}
