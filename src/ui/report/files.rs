//! What can be downloaded.

use yew::prelude::*;

use super::PageProps;
use crate::ui::el::none;

/// What can be downloaded.
#[component]
pub fn Files(_props: &PageProps) -> Html {
    none()
}
