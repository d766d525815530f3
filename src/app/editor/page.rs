//! The editor's root component.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::work::Work;
use crate::ui::editor::EditorPage;

pub(super) fn mount(root: Element, work: Rc<Work>) {
    yew::Renderer::<Root>::with_root_and_props(root, Props { work: Shared(work) }).render();
}

/// Compared by identity.
#[derive(Clone)]
struct Shared(Rc<Work>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    work: Shared,
}

#[component]
fn Root(props: &Props) -> Html {
    let shown = use_state(|| props.work.0.shown());
    {
        let (work, shown) = (props.work.0.clone(), shown.setter());
        use_effect_with((), move |()| work.begin(Callback::from(move |next| shown.set(next))));
    }
    html! { <EditorPage ..(*shown).clone() /> }
}
