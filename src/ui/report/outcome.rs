//! What one meeting came to.

use yew::prelude::*;

use super::PageProps;
use crate::ui::el::none;

/// What one meeting came to.
#[component]
pub fn Outcome(_props: &PageProps) -> Html {
    none()
}
