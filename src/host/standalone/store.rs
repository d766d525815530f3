//! One record in the browser's IndexedDB, read and written in one transaction: what a tab writes is never
//! based on something that another tab has overwritten meanwhile (`localStorage` cannot promise that).
//!
//! Where the storage is full or blocked the record goes on in memory, for this tab alone.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::host::browser::now;

const DATABASE: &str = "leerlandschap";
const STORE: &str = "meetings";

/// The storage cannot be used (any more).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost;

/// A meeting, and beside it the exercise that it runs: written together, so that neither is ever read with another.
#[derive(Clone, Default)]
pub struct Record {
    /// The exercise, as JSON.
    pub exercise: String,
    /// The meeting, as JSON.
    pub meeting: String,
}

impl Record {
    fn to_js(&self) -> JsValue {
        Array::of2(&self.exercise.as_str().into(), &self.meeting.as_str().into()).into()
    }

    /// What is no record reads as an empty one, which is no meeting.
    fn of_js(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            return None;
        }
        let texts = value.dyn_ref::<Array>();
        let text = |at| texts.and_then(|texts| texts.get(at).as_string()).unwrap_or_default();
        Some(Self { exercise: text(0), meeting: text(1) })
    }
}

/// What a change comes to.
#[derive(Default)]
pub struct Next {
    /// What is kept from now on; nothing where that stays as it was.
    pub keep: Option<Record>,
    /// What was kept before is put aside, under a key of its own, and never touched again.
    pub put_aside: bool,
}

/// One record in the browser's storage.
pub struct Store {
    key: JsValue,
    database: Option<IdbDatabase>,
    lost: Cell<bool>,
    memory: RefCell<Option<Record>>,
}

impl Store {
    /// The record of this key.
    pub async fn open(key: &str) -> Self {
        let database = open_database().await.ok();
        Self { key: key.into(), lost: Cell::new(database.is_none()), database, memory: RefCell::new(None) }
    }

    /// Whether the record is only in memory.
    pub fn is_lost(&self) -> bool {
        self.lost.get()
    }

    /// Calls `change` once with what is kept, and keeps what it returns.
    ///
    /// # Errors
    /// [`Lost`] the first time that the storage fails; the change is kept in memory then, and later ones too.
    pub async fn transact(&self, mut change: impl FnMut(Option<&Record>) -> Next) -> Result<(), Lost> {
        let database = self.database.as_ref().filter(|_| !self.lost.get());
        let Some(database) = database else {
            self.change_memory(change);
            return Ok(());
        };
        if let Ok(kept) = self.change_database(database, &mut change).await {
            *self.memory.borrow_mut() = kept;
            return Ok(());
        }
        self.lost.set(true);
        self.change_memory(change);
        Err(Lost)
    }

    fn change_memory(&self, mut change: impl FnMut(Option<&Record>) -> Next) {
        let kept = self.memory.borrow().clone();
        if let Some(next) = change(kept.as_ref()).keep {
            *self.memory.borrow_mut() = Some(next);
        }
    }

    /// What is kept after the change.
    async fn change_database(
        &self,
        database: &IdbDatabase,
        change: &mut impl FnMut(Option<&Record>) -> Next,
    ) -> Result<Option<Record>, JsValue> {
        let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let store = transaction.object_store(STORE)?;
        // A transaction stays open from a request's answer until the task after it: no other await between.
        let found = answered(&store.get(&self.key)?).await?;
        let kept = Record::of_js(&found);
        let next = change(kept.as_ref());
        if let Some(record) = &next.keep {
            let done = completed(&transaction);
            if next.put_aside {
                let key = [&*self.key.as_string().unwrap_or_default(), " ", &now().to_string()].concat();
                store.put_with_key(&found, &key.into())?;
            }
            store.put_with_key(&record.to_js(), &self.key)?;
            JsFuture::from(done).await?;
        }
        Ok(next.keep.or(kept))
    }
}

/// Settles when a transaction is written to disk for good, or fails: a full disk shows only then.
fn completed(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    })
}

async fn open_database() -> Result<IdbDatabase, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(DATABASE, 1)?;
    let source = request.clone();
    let upgrade = Closure::once(move || {
        if let Ok(database) = source.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let database = answered(&request).await?;
    request.set_onupgradeneeded(None);
    database.dyn_into()
}

/// Waits for a request's answer.
async fn answered(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}
