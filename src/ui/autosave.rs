//! A field that saves by itself.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::browser;
use crate::core::view::Text;

/// What it holds.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The stored text.
    pub stored: Text,
    /// The most characters it takes.
    pub limit: u32,
    /// Whether line breaks are allowed.
    #[prop_or_default]
    pub lines: bool,
    /// Saves too when so many milliseconds passed without typing.
    #[prop_or_default]
    pub idle_ms: Option<u32>,
    /// It can only be read.
    #[prop_or_default]
    pub readonly: bool,
    /// The element that describes it.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Tells that typing began.
    #[prop_or_default]
    pub on_begin: Callback<()>,
    /// Takes a text that differs from the stored one.
    pub on_save: Callback<Rc<str>>,
}

/// Shows the stored text, or what is being typed; saves when the field is left, or Enter ends a line.
#[component]
pub fn Autosave(props: &Props) -> Html {
    let draft = use_state(|| None::<AttrValue>);
    let idle = use_mut_ref(|| None::<Timeout>);
    let save = use_callback((props.stored.clone(), props.on_save.clone()), |text: AttrValue, (stored, on_save)| {
        let text = text.trim();
        if text != stored.trim() {
            on_save.emit(text.into());
        }
    });
    let oninput = {
        let (draft, idle, save) = (draft.clone(), idle.clone(), save.clone());
        let (idle_ms, on_begin) = (props.idle_ms, props.on_begin.clone());
        Callback::from(move |event: InputEvent| {
            let text = browser::value_of(&event);
            if draft.is_none() {
                on_begin.emit(());
            }
            draft.set(Some(text.clone()));
            if let Some(pause) = idle_ms {
                let save = save.clone();
                // Replacing the timeout cancels the one before.
                *idle.borrow_mut() = Some(Timeout::new(pause, move || save.emit(text)));
            }
        })
    };
    let commit = {
        let (draft, idle) = (draft.clone(), idle);
        Callback::from(move |()| {
            *idle.borrow_mut() = None;
            if let Some(text) = (*draft).clone() {
                save.emit(text);
                draft.set(None);
            }
        })
    };
    let onblur = commit.reform(|_: FocusEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            commit.emit(());
        }
    });
    let value: AttrValue = (*draft).clone().unwrap_or_else(|| props.stored.clone().into());
    let limit = props.limit.to_string();
    let describedby = props.describedby.clone();
    html! {
        if props.lines {
            <textarea rows="4" maxlength={limit} {value} readonly={props.readonly} aria-describedby={describedby} {oninput} {onblur} />
        } else {
            <input type="text" maxlength={limit} {value} readonly={props.readonly} aria-describedby={describedby}
                {oninput} {onblur} {onkeydown} />
        }
    }
}
