//! A place in the browser's storage for what the user did and the host does not have yet.

use web_sys::Storage;

use super::json;
use crate::core::session::Kept;
use crate::protocol::kept;

/// A place in the browser's storage; `None` where the browser offers none.
pub struct Shelf {
    storage: Option<Storage>,
    key: String,
}

impl Shelf {
    /// The place of this name in a storage.
    pub fn new(storage: Option<Storage>, key: String) -> Self {
        Self { storage, key }
    }

    /// Keeps this in place of what was kept before; whether that could be done.
    pub fn keep(&self, kept: &Kept) -> bool {
        let Some(storage) = &self.storage else {
            return false;
        };
        if kept.is_empty() {
            return storage.remove_item(&self.key).is_ok();
        }
        json::write(&kept::Kept::from(kept)).is_some_and(|text| storage.set_item(&self.key, &text).is_ok())
    }

    /// What is kept, which is not kept here any more.
    pub fn take(&self) -> Kept {
        let kept = self.kept();
        if let Some(storage) = &self.storage {
            // Storage that was read a moment ago lets go as well.
            let _ = storage.remove_item(&self.key);
        }
        kept
    }

    /// What was kept on an earlier visit.
    pub fn kept(&self) -> Kept {
        let text = self.storage.as_ref().and_then(|storage| storage.get_item(&self.key).ok().flatten());
        text.and_then(|text| json::read(&text)).map(|json| kept::read(&json)).unwrap_or_default()
    }
}
