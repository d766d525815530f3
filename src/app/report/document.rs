//! Files of a document. What makes Word files is a module of its own, fetched when somebody wants the first.

use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::core::drawing::svg;
use crate::core::report::document::{Document, markdown};
use crate::host::browser::save_bytes;
use crate::host::{json, picture};
use crate::protocol::document::written;
use crate::ui::report::{DocumentFile, Made};

/// The loader's function on `window`, for a module that the page does not start with.
const LOAD: &str = "leerlandschapModule";
/// What the module offers.
const WRITE: &str = "write";

/// Where the module is.
pub struct WordModule {
    script: String,
    wasm: String,
}

impl WordModule {
    /// By its glue and its WebAssembly.
    pub fn new(script: &str, wasm: &str) -> Self {
        Self { script: script.to_owned(), wasm: wasm.to_owned() }
    }

    /// The bytes of the Word file.
    async fn write(&self, document: &Document) -> Result<Vec<u8>, JsValue> {
        let pictures = Array::new();
        for chart in document.charts() {
            let drawing = &chart.drawing;
            let bytes = picture::png(&svg(drawing), drawing.width, drawing.height).await?;
            pictures.push(&Uint8Array::from(&*bytes));
        }
        let json = json::write(&written(document)).ok_or(JsValue::NULL)?;
        let module = self.load().await?;
        let write: Function = Reflect::get(&module, &WRITE.into())?.dyn_into()?;
        let bytes = write.call2(&module, &json.into(), &pictures)?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }

    /// The running module; the loader fetches it once.
    async fn load(&self) -> Result<JsValue, JsValue> {
        let window: JsValue = web_sys::window().ok_or(JsValue::NULL)?.into();
        let load: Function = Reflect::get(&window, &LOAD.into())?.dyn_into()?;
        let promise = load.call2(&window, &(&*self.script).into(), &(&*self.wasm).into())?;
        JsFuture::from(Promise::resolve(&promise)).await
    }
}

/// Makes a file and gives it to the user.
pub fn save(word: Rc<Option<WordModule>>, document: Rc<Document>, file: DocumentFile, made: Made) {
    spawn_local(async move {
        let saved = match (file, &*word) {
            (DocumentFile::Markdown, _) => give(&document, ".md", "text/markdown", markdown(&document).as_bytes()),
            (DocumentFile::Word, Some(word)) => match word.write(&document).await {
                Ok(bytes) => give(&document, ".docx", DOCX, &bytes),
                Err(reason) => Err(reason),
            },
            (DocumentFile::Word, None) => Err(JsValue::NULL),
        };
        if let Err(reason) = &saved {
            web_sys::console::error_2(&"leerlandschap:".into(), reason);
        }
        made.emit(saved.is_ok());
    });
}

/// The type of a Word file.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn give(document: &Document, ending: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    save_bytes(&[&*document.file_name(), ending].concat(), kind, bytes)
}
