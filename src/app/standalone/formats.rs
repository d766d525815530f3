//! The formats that the standalone page offers: one runs, named by the page's address.

use serde_json::Value;
use wasm_bindgen::JsValue;

use crate::host::browser::{asked_for, fetch};
use crate::host::json;

/// The formats that there are; the build writes it.
const LIST: &str = "formats/index.json";
/// What the page's address calls the format.
const PARAMETER: &str = "format";

/// A format that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Offer {
    /// Its identity.
    pub id: String,
    /// The address of a page that runs it, or edits it.
    pub query: String,
    /// Its title by language.
    titles: Value,
}

impl Offer {
    /// Its title in a language, else in its first one.
    pub fn title(&self, language: &str) -> &str {
        let titles = self.titles.as_object();
        let title = titles.and_then(|titles| titles.get(language).or_else(|| titles.values().next()));
        title.and_then(Value::as_str).unwrap_or(&self.id)
    }
}

/// The formats, and which of them the page runs: the one its address asks for, or the first.
pub(in crate::app) struct Offers {
    /// All of them.
    pub all: Vec<Offer>,
    /// The place of the one that runs.
    pub chosen: usize,
}

impl Offers {
    /// Reads the list; fails with what the browser says where it cannot be had.
    pub async fn load() -> Result<Self, JsValue> {
        let list = json::read(&fetch(LIST).await?).ok_or(JsValue::from_str(LIST))?;
        let offer = |entry: &Value| {
            let id = entry.get("id")?.as_str()?.to_owned();
            let query = ["?", PARAMETER, "=", &id].concat();
            Some(Offer { id, query, titles: entry.get("title")?.clone() })
        };
        let all: Vec<Offer> = list.as_array().into_iter().flatten().filter_map(offer).collect();
        let asked = asked_for(PARAMETER);
        let chosen = all.iter().position(|offer| offer.id == asked).unwrap_or(0);
        if all.is_empty() { Err(JsValue::from_str(LIST)) } else { Ok(Self { all, chosen }) }
    }

    /// The identity of the chosen one.
    pub fn id(&self) -> &str {
        self.all.get(self.chosen).map_or("", |offer| &offer.id)
    }

    /// The query of the page that runs the chosen one.
    pub fn query(&self) -> &str {
        self.all.get(self.chosen).map_or("", |offer| &offer.query)
    }

    /// The chosen format as shipped; fails with what the browser says where it cannot be had.
    pub async fn shipped(&self) -> Result<Value, JsValue> {
        let address = ["formats/", self.id(), ".json"].concat();
        json::read(&fetch(&address).await?).ok_or_else(|| JsValue::from_str(&address))
    }
}
