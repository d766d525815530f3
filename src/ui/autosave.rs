//! A field that saves by itself.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::browser;
use super::context::use_ui;
use super::el::field;
use crate::core::view::Text;

/// A pause of typing after which the text is saved, in milliseconds.
const IDLE_MS: u32 = 900;

/// What it holds.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The stored text.
    pub stored: Text,
    /// The stored text's revision, where it has one.
    #[prop_or_default]
    pub revision: u64,
    /// The most characters it takes.
    pub limit: usize,
    /// Where its draft is kept.
    pub draft: Rc<str>,
    /// Whether line breaks are allowed.
    #[prop_or_default]
    pub lines: bool,
    /// It can only be read.
    #[prop_or_default]
    pub readonly: bool,
    /// The element that describes it.
    #[prop_or_default]
    pub describedby: Option<&'static str>,
    /// Takes a text that differs from the stored one, with the revision it started from.
    pub on_save: Callback<(u64, Rc<str>)>,
}

/// What is being typed, beyond what the field shows.
#[derive(Default)]
struct Typing {
    /// The revision it started from.
    base: u64,
    /// What was saved last, to know one's own text when it comes back.
    saved: Option<Rc<str>>,
    /// Saves what is not saved yet.
    save: Option<Callback<()>>,
    /// Calls that after a pause; dropping it cancels.
    pause: Option<Timeout>,
}

/// Shows the stored text, or what is being typed; saves after a pause, when the field is left, also with its whole
/// page, and when Enter ends a line.
#[component]
pub fn Autosave(props: &Props) -> Html {
    let ui = use_ui();
    let typing = use_mut_ref(Typing::default);
    let typed = use_state(|| {
        let (base, text) = ui.draft(&props.draft).filter(|_| !props.readonly)?;
        typing.borrow_mut().base = base;
        Some(text)
    });
    if typing.borrow().saved.as_ref() == Some(&props.stored) {
        // Goes on from one's own text, which the host has or is going to have.
        typing.borrow_mut().base = props.revision;
    }
    let save_later = {
        let (ui, typing) = (ui.clone(), typing.clone());
        let (key, stored, on_save) = (props.draft.clone(), props.stored.clone(), props.on_save.clone());
        move |text: AttrValue| {
            let save = {
                let (ui, typing, key) = (ui.clone(), typing.clone(), key.clone());
                let (stored, on_save) = (stored.clone(), on_save.clone());
                Callback::from(move |()| {
                    let text: Rc<str> = text.trim().into();
                    if *text != *stored.trim() {
                        let base = typing.borrow().base;
                        typing.borrow_mut().saved = Some(text.clone());
                        on_save.emit((base, text));
                    }
                    ui.drop_draft(&key);
                })
            };
            let pause = {
                let typing = typing.clone();
                Timeout::new(IDLE_MS, move || flush(&typing))
            };
            let mut typing = typing.borrow_mut();
            (typing.save, typing.pause) = (Some(save), Some(pause));
        }
    };
    {
        let (save_later, typing, typed) = (save_later.clone(), typing.clone(), (*typed).clone());
        use_effect_with((), move |()| {
            if let Some(text) = typed {
                save_later(text);
            }
            move || {
                flush(&typing);
                typing.borrow_mut().pause = None;
            }
        });
    }
    let oninput = {
        let (typing, typed, key) = (typing.clone(), typed.clone(), props.draft.clone());
        let (stored, revision) = (props.stored.clone(), props.revision);
        Callback::from(move |event: InputEvent| {
            let text = browser::value_of(&event);
            if typed.is_none() {
                typing.borrow_mut().base = revision;
            }
            let base = typing.borrow().base;
            ui.keep_draft(&key, base, &text, &stored);
            save_later(text.clone());
            typed.set(Some(text));
        })
    };
    let value: AttrValue = (*typed).clone().unwrap_or_else(|| props.stored.clone().into());
    let commit = Callback::from(move |()| {
        flush(&typing);
        typed.set(None);
    });
    let onblur = commit.reform(|_: FocusEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            commit.emit(());
        }
    });
    let rows = props.lines.then_some("4");
    let mut field =
        field(rows, value, props.limit).input(oninput).blur(onblur).fixed_if(props.readonly, "readonly", "readonly");
    if let Some(id) = props.describedby {
        field = field.fixed("aria-describedby", id);
    }
    if props.lines { field.done() } else { field.keydown(onkeydown).done() }
}

/// Saves now what waits for a pause.
fn flush(typing: &Rc<RefCell<Typing>>) {
    let save = typing.borrow_mut().save.take();
    if let Some(save) = save {
        save.emit(());
    }
}
