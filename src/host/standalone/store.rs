//! One value in the browser's IndexedDB, read and written in one transaction: what a tab writes is never
//! based on something that another tab has overwritten meanwhile (`localStorage` cannot promise that).
//!
//! Where the storage is full or blocked the value goes on in memory, for this tab alone.

use std::cell::{Cell, RefCell};

use js_sys::Promise;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction, IdbTransactionMode};

const DATABASE: &str = "leerlandschap";
const STORE: &str = "meetings";

/// The storage cannot be used (any more).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost;

/// One value in the browser's storage.
pub struct Store {
    key: JsValue,
    database: Option<IdbDatabase>,
    lost: Cell<bool>,
    memory: RefCell<Option<String>>,
}

impl Store {
    /// The value of this key.
    pub async fn open(key: &str) -> Self {
        let database = open_database().await.ok();
        Self { key: key.into(), lost: Cell::new(database.is_none()), database, memory: RefCell::new(None) }
    }

    /// Whether the value is only in memory.
    pub fn is_lost(&self) -> bool {
        self.lost.get()
    }

    /// Calls `change` once with what is kept, and keeps what it returns; nothing where that is `None`.
    ///
    /// # Errors
    /// [`Lost`] the first time that the storage fails; the change is kept in memory then, and later ones too.
    pub async fn transact(&self, mut change: impl FnMut(Option<&str>) -> Option<String>) -> Result<(), Lost> {
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

    fn change_memory(&self, mut change: impl FnMut(Option<&str>) -> Option<String>) {
        let kept = self.memory.borrow().clone();
        if let Some(next) = change(kept.as_deref()) {
            *self.memory.borrow_mut() = Some(next);
        }
    }

    /// What is kept after the change.
    async fn change_database(
        &self,
        database: &IdbDatabase,
        change: &mut impl FnMut(Option<&str>) -> Option<String>,
    ) -> Result<Option<String>, JsValue> {
        let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let store = transaction.object_store(STORE)?;
        // A transaction stays open from a request's answer until the task after it: no other await between.
        let kept = answered(&store.get(&self.key)?).await?.as_string();
        let next = change(kept.as_deref());
        if let Some(json) = &next {
            let done = completed(&transaction);
            store.put_with_key(&json.as_str().into(), &self.key)?;
            JsFuture::from(done).await?;
        }
        Ok(next.or(kept))
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
