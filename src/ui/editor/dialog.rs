//! Questions that have to be answered before anything else.

use yew::prelude::*;

use crate::ui::browser::{close_dialog, open_dialog};

/// What it asks.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question.
    pub title: AttrValue,
    /// What it is about.
    pub children: Html,
    /// The answers: what each says, whether it is the one to choose first, and what it does.
    pub answers: Vec<(AttrValue, bool, Callback<()>)>,
    /// Escape was pressed.
    pub on_cancel: Callback<()>,
}

/// An open dialog; it is gone when it is no longer drawn, and the browser gives the focus back.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            open_dialog(&node);
            move || close_dialog(&node)
        });
    }
    let oncancel = {
        let on_cancel = props.on_cancel.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            on_cancel.emit(());
        })
    };
    let answers = props.answers.iter().map(|(label, primary, on)| {
        let class = if *primary { "ll-btn ll-btn--primary" } else { "ll-btn" };
        html! { <button type="button" {class} onclick={on.reform(|_: MouseEvent| ())}>{ label.clone() }</button> }
    });
    html! {
        <dialog ref={node} class="ll-dialog ll-ed-dialog" aria-label={props.title.clone()} {oncancel}>
            <p class="ll-dialog__title">{ props.title.clone() }</p>
            { props.children.clone() }
            <div class="ll-actions">{ for answers }</div>
        </dialog>
    }
}
