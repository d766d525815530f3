//! The big screen in front of the room, inside Moodle: the room as everybody sees it, and nobody's own.

use std::rc::Rc;

use yew::prelude::*;

use super::engine::Engine;
use super::moodle::{Work, work};
use super::{Shared, give_up, mark_running, root, use_engine};
use crate::i18n::Catalogue;
use crate::ui::presenting::BigScreen;

/// Starts the big screen in the element that waits for it, and has the page say so where that fails.
pub fn start() {
    let Some(root) = root() else {
        return;
    };
    match work(|| None) {
        Ok(Work { engine, address, drawing, .. }) => {
            mark_running(&root, "ll-in-moodle");
            let props = Props { engine: Shared(engine), catalogue: drawing.catalogue, address: address.into() };
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }
        Err(reason) => give_up(&root, &reason.to_string().into()),
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    engine: Shared<Engine>,
    catalogue: Rc<Catalogue>,
    address: AttrValue,
}

#[component]
fn App(props: &Props) -> Html {
    let (screen, on) = use_engine(&props.engine.0);
    html! { <BigScreen {on} {screen} catalogue={props.catalogue.clone()} address={props.address.clone()} /> }
}
