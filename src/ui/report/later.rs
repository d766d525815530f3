//! Something to open, that is drawn when it is opened: with hundreds of groups there is too much to draw all at once.

use yew::prelude::*;

use crate::ui::el::{el, group, none};

/// What it is called, and what draws it.
#[derive(Clone, Properties, PartialEq)]
pub struct LaterProps {
    /// The line to open it by.
    pub title: AttrValue,
    /// Draws what is inside.
    pub draw: Callback<(), Html>,
}

/// A disclosure. What was opened once stays drawn.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let opened = use_state_eq(|| false);
    let onclick = {
        let opened = opened.setter();
        Callback::from(move |_: MouseEvent| opened.set(true))
    };
    let summary = el("summary", "").click(onclick).text(props.title.clone());
    let inside = if *opened { props.draw.emit(()) } else { none() };
    group("details", "ll-more", vec![summary, group("div", "ll-rep-later", vec![inside])])
}
