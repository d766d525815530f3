//! Turning the slides, by buttons and by the keys that a keyboard and a clicker have.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The slide that is shown, from 0, and what turns by so many.
///
/// It begins with the first slide again when the chapter changes: the group went on, or results came. Where there is
/// only one slide the keys keep their own work, such as scrolling. `turned` hears of every turn.
#[hook]
pub fn use_turning(all: usize, chapter: (Option<&str>, bool), turned: Callback<()>) -> (usize, Callback<isize>) {
    let at = use_state(|| 0_usize);
    let chapter = (chapter.0.map(Rc::<str>::from), chapter.1);
    {
        let at = at.clone();
        use_effect_with(chapter, move |_| at.set(0));
    }
    let turn = {
        let at = at.clone();
        Callback::from(move |by: isize| {
            turned.emit(());
            at.set(at.saturating_add_signed(by).min(all.saturating_sub(1)));
        })
    };
    {
        let turn = turn.clone();
        use_effect_with((all, *at), move |&(all, _)| {
            let listener = web_sys::window().filter(|_| all > 1).map(|window| {
                EventListener::new_with_options(
                    &window,
                    "keydown",
                    EventListenerOptions::enable_prevent_default(),
                    move |event| {
                        if let Some(by) = event.dyn_ref::<KeyboardEvent>().and_then(turns) {
                            event.prevent_default();
                            turn.emit(by);
                        }
                    },
                )
            });
            move || drop(listener)
        });
    }
    ((*at).min(all.saturating_sub(1)), turn)
}

/// By how many a key turns. Nobody has as many slides as the first and the last key go.
fn turns(event: &KeyboardEvent) -> Option<isize> {
    const TO_THE_END: isize = 10_000;
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    match event.key().as_str() {
        "ArrowRight" | "PageDown" => Some(1),
        "ArrowLeft" | "PageUp" => Some(-1),
        "Home" => Some(-TO_THE_END),
        "End" => Some(TO_THE_END),
        _ => None,
    }
}
