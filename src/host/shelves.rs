//! Places in the browser's storage for what the user did in each tab and the host does not have yet.
//!
//! Every tab has a place of its own, so that none removes what another keeps. A tab that is left, also by a
//! reload, gives its place up; what it held is taken over by the next tab of the same user and meeting that
//! starts or that the user comes back to. What a tab held that ended without leaving (the browser was killed)
//! is taken over once its lock is free, or without locks once no lesson can still be going on in it.
//!
//! Moodle empties the whole local storage of its site at every login (`core/storage_validation`). So each tab keeps
//! a copy in its session storage too, which a login leaves alone: it counts where the local storage was emptied.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{PageTransitionEvent, Storage};

use super::OnOrphan;
use super::alive;
use super::browser::{now, reload, uuid};
use super::shelf::Shelf;
use crate::core::session::Kept;

/// What ends the key of a place that its tab gave up.
const LEFT: &str = ".left";
/// Stands in the local storage beside what was left; gone once that was emptied.
const MARK: &str = "leerlandschap.left";
/// After so long, in milliseconds, nobody can be working in a tab that never showed that it lives.
const LONG_AGO: i64 = 12 * 60 * 60 * 1000;

/// The places of one user and meeting; this tab has one of them.
pub struct Shelves {
    storage: Option<Storage>,
    /// What the keys begin with: site, user and meeting, so that nothing is taken over for another user.
    start: String,
    tab: String,
    own: Shelf,
    copy: Shelf,
    session: Option<Storage>,
    /// The page is going, and what this tab held is for the next one.
    is_left: Rc<Cell<bool>>,
    _listening: Vec<EventListener>,
}

impl Shelves {
    /// The places whose keys begin so; this tab gets a new one.
    pub fn open(storage: Option<Storage>, start: String) -> Rc<Self> {
        // When it began, for browsers without locks; and something that no other tab has.
        let tab = [&now().to_string(), ".", &uuid()].concat();
        alive::stay(&tab);
        Self::go_on(storage, start, tab)
    }

    /// The places whose keys begin so; this tab has one already.
    pub fn go_on(storage: Option<Storage>, start: String, tab: String) -> Rc<Self> {
        let key = [&*start, &tab].concat();
        let session = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
        let (own, copy) = (Shelf::new(storage.clone(), key.clone()), Shelf::new(session.clone(), key.clone()));
        let is_left = Rc::new(Cell::new(false));
        let listening = leaving(storage.clone(), session.clone(), key, is_left.clone());
        Rc::new(Self { storage, start, tab, own, copy, session, is_left, _listening: listening })
    }

    /// Keeps this in this tab's place; whether that could be done.
    pub fn keep(&self, kept: &Kept) -> bool {
        let copied = self.copy.keep(kept);
        self.own.keep(kept) || copied
    }

    /// This tab's name.
    pub fn tab(&self) -> &str {
        &self.tab
    }

    /// This tab's place.
    pub fn own(&self) -> &Shelf {
        &self.own
    }

    /// Takes what tabs have left when they went.
    pub fn left(&self) -> Kept {
        let mut all = Kept::default();
        let mut take = |storage: &Option<Storage>, wanted: bool| {
            for tab in self.tabs(storage.as_ref()).iter().filter(|tab| tab.ends_with(LEFT)) {
                let kept = Shelf::new(storage.clone(), [&*self.start, tab].concat()).take();
                if wanted {
                    all.join(kept);
                }
            }
        };
        let mark = self.storage.as_ref().and_then(|storage| storage.get_item(MARK).ok().flatten());
        take(&self.storage, true);
        // Where the local storage is as it was, another tab may have taken this over.
        take(&self.session, mark.is_none());
        all
    }

    /// Hands over what tabs hold that are gone, each at most once. Whether it is still to be told of some tabs if they
    /// are: `None` comes behind the last. A tab that was left takes nothing: it could hand it on to nobody.
    pub fn orphaned(self: &Rc<Self>, take: &OnOrphan) -> bool {
        if self.is_left.get() {
            return false;
        }
        let mut asked = Vec::new();
        for tab in self.tabs(self.storage.as_ref()).into_iter().filter(|tab| *tab != self.tab) {
            if tab.ends_with(LEFT) {
                hand_over(&self.shelf(&tab), take);
                continue;
            }
            let (left, taking) = (self.shelf(&tab), take.clone());
            match alive::if_gone(&tab, move || hand_over(&left, &taking)) {
                Some(told) => asked.push(told),
                None if began(&tab).is_none_or(|began| began + LONG_AGO < now()) => {
                    hand_over(&self.shelf(&tab), take);
                }
                None => {}
            }
        }
        let is_sought = !asked.is_empty();
        if is_sought {
            let take = take.clone();
            spawn_local(async move {
                for told in asked {
                    // A browser that refuses to tell has nothing more to say.
                    let _ = JsFuture::from(told).await;
                }
                take(None);
            });
        }
        is_sought
    }

    /// The tabs that hold something for this user and meeting.
    fn tabs(&self, storage: Option<&Storage>) -> Vec<String> {
        let Some(storage) = storage else {
            return Vec::new();
        };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        keys.filter_map(|key| Some(key.strip_prefix(&self.start)?.to_owned())).collect()
    }

    fn shelf(&self, tab: &str) -> Shelf {
        Shelf::new(self.storage.clone(), [&*self.start, tab].concat())
    }
}

fn hand_over(shelf: &Shelf, take: &OnOrphan) {
    let kept = shelf.take();
    if !kept.is_empty() && !take(Some(kept.clone())) {
        shelf.keep(&kept);
    }
}

/// When a tab began, in milliseconds since 1970.
fn began(tab: &str) -> Option<i64> {
    tab.split('.').next()?.parse().ok()
}

/// Gives the place up when the page is left. A page that the browser had put aside and shows again has given
/// up what it held, so it starts anew.
fn leaving(
    storage: Option<Storage>,
    session: Option<Storage>,
    key: String,
    is_left: Rc<Cell<bool>>,
) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let left = EventListener::new(&window, "pagehide", move |_| {
        // Browsers say that the page is hidden, too, and that behind this.
        is_left.set(true);
        let places = [&session, &storage].into_iter().flatten();
        let held = places.clone().find_map(|place| place.get_item(&key).ok().flatten());
        let Some(kept) = held else { return };
        places.for_each(|place| give_up(place, &key, &kept));
        if let Some(storage) = &storage {
            // Without it the copy counts too, and what comes twice changes nothing.
            let _ = storage.set_item(MARK, "1");
        }
    });
    let shown = EventListener::new(&window, "pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            reload();
        }
    });
    vec![left, shown]
}

/// Marks what a place holds as left.
fn give_up(place: &Storage, key: &str, kept: &str) {
    // Removed first: a full storage has no room for both. If there is no room even then, it goes back.
    let _ = place.remove_item(key);
    if place.set_item(&[key, LEFT].concat(), kept).is_err() {
        let _ = place.set_item(key, kept);
    }
}
