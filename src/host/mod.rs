//! Where a meeting lives. A host carries out commands, says how the room is, and tells when it changed;
//! what it is made of (Moodle's web services, the browser's storage, memory) is nobody else's business.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::core::command::Command;
use crate::core::refusal::Refusal;
use crate::core::session::{Kept, Update};

#[cfg(feature = "web")]
mod alive;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod desk;
#[cfg(feature = "web")]
pub mod json;
pub mod lead;
pub mod memory;
#[cfg(feature = "web")]
pub mod moodle;
pub mod pace;
#[cfg(feature = "web")]
pub mod picture;
#[cfg(feature = "web")]
mod shelf;
#[cfg(feature = "web")]
pub mod shelves;
#[cfg(feature = "web")]
pub mod standalone;

/// What a host will have answered; it owns what it needs, so that it may outlive the call.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, HostError>>>>;

/// Called with what the host says of its own accord.
pub type OnUpdate = Rc<dyn Fn(Result<Update, HostError>)>;

/// Called with what was kept in each place that is gone, and with `None` once there is no more. Whether it was taken:
/// what was not stays where it was.
pub type OnOrphan = Rc<dyn Fn(Option<Kept>) -> bool>;

/// Asked for the revision that the app has now.
pub type Since = Rc<dyn Fn() -> u64>;

/// Why a host did not do what it was asked.
#[derive(Clone, Debug, PartialEq)]
pub enum HostError {
    /// It refuses, and says why in the user's language where it can.
    Refused(Refusal, Option<Rc<str>>),
    /// The user is no longer logged in.
    LoggedOut,
    /// It does not answer; to be tried again.
    Unreachable,
}

/// Where a meeting lives.
pub trait Host {
    /// Carries out commands in order, all or none, for a caller who has the room at revision `since`.
    fn send(&self, commands: Vec<Command>, since: u64) -> Answer<Update>;

    /// How the room is, for a caller who has it at revision `since`.
    fn read(&self, since: u64) -> Answer<Update>;

    /// Tells of every change from now on, until the watch is dropped. How it learns of them (polling, a
    /// channel) is the host's own; a faster way replaces this one alone.
    fn watch(&self, since: Since, on_update: OnUpdate) -> Box<dyn Watch>;

    /// Keeps what the user did and the host does not have yet, in place of what was kept before. Whether that
    /// could be done: a browser's storage can be full or blocked.
    fn keep(&self, kept: &Kept) -> bool;

    /// What was kept on an earlier visit, for this user and meeting only. Whoever takes it keeps it anew.
    fn kept(&self) -> Kept;

    /// Hands over what this user kept in places that are gone, where a host has several (a browser's tabs). Asked at the
    /// start and whenever the user comes back. Whether it takes a while: then `None` says that it is over.
    fn orphaned(&self, _take: OnOrphan) -> bool {
        false
    }
}

/// Ends a host's telling when it is dropped.
pub trait Watch {}
